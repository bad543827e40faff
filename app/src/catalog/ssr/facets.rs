//! Narrowing a listing and counting what could be narrowed further, in one statement for both.
//!
//! Who lists goods (a category, a search) writes a common table expression `scope (product_id, rank)`; the pieces here make
//! `candidates` of it: at most [`CAP`] products with a mask of the facets they fail. A product counts for a value when it fails
//! nothing, or only that value's facet. Pieces are pushed on a [`QueryBuilder`], because filters differ; values are bound.

mod sql;
mod view;

use serde::Deserialize;
use sqlx::FromRow;
use sqlx::types::Json;
use uuid::Uuid;

pub use sql::{
    Counted, TERMS, branches, by_terms, candidates, counts, key_of, keyset, narrowed, within_prices,
};
pub use view::{pairs, view};

/// The most products facets are counted over; numbers beyond are said to be "1,000+". A page's time is mostly theirs.
pub const CAP: i64 = 1_000;
/// The most values of one facet that are shown.
pub const MAX_SHOWN: usize = 40;

/// A product's place in a listing: its id, and its key in the listing's order.
pub type Place = (Uuid, i64);

/// One value of one facet. The facets `total` and `price` are numbers about the whole.
#[derive(Clone, Debug, Deserialize)]
pub struct CountRow {
    pub facet: String,
    pub value: String,
    pub label: String,
    pub count: i64,
    /// What the facet itself is called, for an attribute.
    pub name: Option<String>,
}

/// A page of places with all counts.
#[derive(Clone, FromRow)]
pub struct NarrowedRow {
    pub places: Json<Vec<Place>>,
    pub counts: Json<Vec<CountRow>>,
}
