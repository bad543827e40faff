//! The catalogue: products with their options and variants, the category tree, pictures, reviews; import from Shopify's CSV.
//!
//! Invariants: a product belongs to one merchant; its slug is unique in the marketplace and an old slug leads to the new one;
//! its cached price range, its rows in `category_products` and its row in `product_facets` are written in the transaction that changes a variant.

pub mod buying_controls;
pub mod facets;
pub mod gallery_controls;
pub mod listing_controls;
mod live;
pub mod recently_viewed;
#[cfg(feature = "ssr")]
pub mod ssr;
pub mod types;
