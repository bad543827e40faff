//! What the search page shows.

use serde::{Deserialize, Serialize};

use crate::catalog::types::{CategoryLinkView, ListingView, ProductCardView, Sort};

/// The order of search results: relevance unless a listing order is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum SearchSort {
    #[default]
    Relevance,
    By(Sort),
}

/// A search and its results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchView {
    /// As typed, trimmed, at most 100 characters.
    pub query: String,
    pub sort: SearchSort,
    pub after: Option<String>,
    pub listing: ListingView,
    /// The spelling was forgiven: nothing matched the words themselves.
    pub approximate: bool,
    /// Where to go when nothing was found.
    pub departments: Vec<CategoryLinkView>,
    pub suggestions: Vec<ProductCardView>,
}
