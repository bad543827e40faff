//! What the search page shows.

use serde::{Deserialize, Serialize};

use crate::catalog::{
    facets::{FacetFilter, FacetsView},
    types::{CategoryLinkView, ListingView, PictureView, ProductCardView, Sort},
};

/// The order of search results: relevance unless a listing order is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SearchSort {
    #[default]
    Relevance,
    By(Sort),
}

/// How the results came about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Found {
    /// All words match.
    Exact,
    /// These words do, which are nearly those that were typed.
    Corrected(String),
    /// Some of the words do.
    Partial,
    #[default]
    Nothing,
}

/// A search and its results.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchView {
    /// As typed, trimmed, at most 100 characters.
    pub query: String,
    pub sort: SearchSort,
    pub after: Option<String>,
    pub listing: ListingView,
    pub found: Found,
    /// What is chosen, and what there is to choose.
    pub filter: FacetFilter,
    pub facets: FacetsView,
    /// Where to go when nothing was found.
    pub departments: Vec<CategoryLinkView>,
    pub suggestions: Vec<ProductCardView>,
}

/// What the beginning of a search may become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SuggestionKind {
    Product,
    Category,
    Merchant,
}

/// A thing to go to while still typing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuggestionView {
    pub kind: SuggestionKind,
    pub slug: String,
    pub label: String,
    /// The merchant of a product, the category above a category, the place of a merchant.
    pub note: String,
    pub picture: Option<PictureView>,
}

impl SuggestionView {
    /// The address of its page.
    pub fn href(&self) -> String {
        let slug = &self.slug;
        match self.kind {
            SuggestionKind::Product => format!("/p/{slug}"),
            SuggestionKind::Category => format!("/c/{slug}"),
            SuggestionKind::Merchant => format!("/m/{slug}"),
        }
    }
}
