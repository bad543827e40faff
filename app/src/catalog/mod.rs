//! The catalogue: products with their options and variants, the category tree, pictures, reviews; import from Shopify's CSV.
//!
//! Invariants: a product belongs to one merchant; its slug is unique in the marketplace and an old slug leads to the new one;
//! its cached price range and its rows in `category_products` are written in the transaction that changes a variant.

pub mod islands;
#[cfg(feature = "ssr")]
pub mod ssr;
pub mod types;
