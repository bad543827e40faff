//! The catalogue's verbs: what pages, the REST API, commands and jobs do with products.
//!
//! Reading verbs take a connection and the state, which remembers what many pages are made of; writing verbs take a
//! [`Cx`](crate::ssr::Cx). Every page costs a fixed number of statements, whatever it shows.

pub mod cards;
pub mod cursor;
pub mod facets;
pub mod fetch;
pub mod filters;
mod html;
pub mod import;
pub mod jobs;
mod listing;
pub mod live;
mod navigation;
pub mod pages;
pub mod pictures;
mod pieces;
mod product;
mod products;
mod queries;
mod recent;
pub mod rest;
mod reviews;
mod stock;
mod together;
mod translations;
mod variants;
mod views;

pub use html::sanitise;
pub use listing::{Filter, PAGE_SIZE, category, home, list, newest, page_of, product_cards};
pub use navigation::{Menu, NavigationCache, menu, navigation};
pub use pieces::Pieces;
pub use product::{SlugKind, product, product_reviews, resolve_slug};
pub use products::{
    CategoryInput, OptionInput, Outcome, PictureInput, ProductInput, ProductState, StockPolicy,
    Upserted, VariantInput, create_category, upsert_product,
};
pub use queries::PictureRow;
pub use reviews::{ReviewInput, add_review};
pub use stock::{create_location, default_location, set_stock};
pub use together::bought_together;
pub use translations::{
    TranslationsReport, export_translations, import_translations, import_translations_within,
};
pub use variants::{CartVariant, offer, variants_for_cart};
