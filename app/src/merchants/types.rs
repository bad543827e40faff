//! What the pages show of a merchant.

use serde::{Deserialize, Serialize};

use crate::catalog::types::{ListingView, PictureView};

/// A merchant in a grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MerchantCardView {
    pub slug: String,
    pub name: String,
    pub tagline: String,
    pub city: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    pub banner: Option<PictureView>,
    pub logo: Option<PictureView>,
}

/// A merchant's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MerchantView {
    pub card: MerchantCardView,
    /// Sanitised HTML.
    pub story_html: String,
    pub founded: Option<u32>,
    /// Working days until dispatch.
    pub dispatch_days: (u32, u32),
    pub after: Option<String>,
    pub listing: ListingView,
}
