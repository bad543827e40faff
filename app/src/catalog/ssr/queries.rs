//! All SQL of the catalogue, with the rows it answers; verbs alone call it.

pub mod categories;
pub mod listing;
pub mod media;
pub mod product;
pub mod products;
pub mod reviews;
pub mod stock;
pub mod together;
pub mod translations;
pub mod variants;

use serde::Deserialize;
use uuid::Uuid;

use crate::{catalog::types::PictureView, ssr::Media};

/// A picture as the database function `picture_of` gives it.
#[derive(Clone, Debug, Deserialize)]
pub struct PictureRow {
    pub id: Uuid,
    widths: Vec<u32>,
    width: u32,
    height: u32,
    placeholder: String,
    /// Missing where a replica of the database is a migration behind.
    #[serde(default)]
    blur: String,
    alt: String,
}

impl PictureRow {
    pub fn view(self, media: &Media) -> PictureView {
        PictureView {
            base: media.base(self.id),
            widths: self.widths,
            width: self.width,
            height: self.height,
            alt: self.alt,
            placeholder: self.placeholder,
            blur: self.blur,
        }
    }
}
