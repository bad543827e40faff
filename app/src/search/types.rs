//! What the search page shows.

use serde::{Deserialize, Serialize};

use crate::catalog::{
    facets::{FacetFilter, FacetsView},
    types::{CategoryLinkView, ListingView, ProductCardView, Sort},
};

/// The order of search results: relevance unless a listing order is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
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
