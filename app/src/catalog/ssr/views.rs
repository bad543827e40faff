//! What the catalogue's pages look like.

mod buying;
mod category;
mod home;
mod product;
mod reviews;

pub use category::category;
pub use home::home;
pub use product::product;
