//! What the catalogue's pages look like.

mod buying;
mod category;
mod delivery;
mod home;
mod product;
mod reviews;

pub use category::category;
pub use home::home;
pub use product::{product, recently_viewed};
pub use reviews::reviews_page;
