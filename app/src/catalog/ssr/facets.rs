//! Narrowing a listing and counting what could be narrowed further.
//!
//! Who lists goods (a category, a search) reads [`Candidate`]s: the rows of `product_facets` of at most [`CAP`] products, or a few more.
//! [`narrow`] chooses a page of them and counts. A product counts for a value when it fails nothing, or only that value's facet.
//! Where there are more products than candidates, the pieces of [`sql`] narrow in the database too. Pieces are pushed on a
//! [`QueryBuilder`](sqlx::QueryBuilder), because filters differ; values are bound.

mod chosen;
mod count;
pub mod sql;
mod view;

use itertools::izip;
use serde::Deserialize;
use sqlx::{FromRow, PgConnection, types::Json};
use time::OffsetDateTime;
use uuid::Uuid;
use words::term;

pub use chosen::{Chosen, chosen};
pub use count::{Counted, Extent, key_of, narrow};
pub use view::{pairs, view};

use super::PictureRow;
use crate::{catalog::types::CategoryLinkView, ssr::Media};

/// The most products facets are counted over; numbers beyond are said to be "1,000+". Most of a listing's statement is reading them.
pub const CAP: i64 = 1_000;
/// The most values of one facet that are shown.
pub const MAX_SHOWN: usize = 40;

/// A product's place in a listing: its id, and its key in the listing's order.
pub type Place = (Uuid, i64);

/// The columns of a [`Candidate`] but its rank, of rows `f` and `m`.
pub const CANDIDATE: &str =
    "f.product_id, m.slug as merchant_slug, m.name as merchant_name, f.category_id, f.published_at,
    f.price_minor, f.rating_tenths, f.on_sale, f.in_stock, f.attributes";

/// Rows `c` of such columns and a rank as one row of arrays: a fraction of the time of as many rows.
pub const COLLECTED: &str = "array_agg(c.product_id) as product_ids, array_agg(c.category_id) as category_ids,
    array_agg(c.published_at) as published_ats, array_agg(c.price_minor) as prices_minor, array_agg(c.rating_tenths) as ratings_tenths,
    array_agg(c.on_sale) as on_sale, array_agg(c.in_stock) as in_stock, array_agg(c.rank) as ranks,
    array_agg(array_to_string(array[c.merchant_slug, translate(c.merchant_name, E'\\x1f', ' ')] || c.attributes, E'\\x1f')) as words";

/// [`COLLECTED`], of equal length; nothing where there are no rows.
#[derive(FromRow)]
pub struct CollectedRow {
    product_ids: Option<Vec<Uuid>>,
    category_ids: Option<Vec<Option<Uuid>>>,
    published_ats: Option<Vec<OffsetDateTime>>,
    prices_minor: Option<Vec<i64>>,
    ratings_tenths: Option<Vec<i16>>,
    on_sale: Option<Vec<bool>>,
    in_stock: Option<Vec<bool>>,
    ranks: Option<Vec<i64>>,
    words: Option<Vec<String>>,
}

impl CollectedRow {
    /// In the order of the columns.
    pub fn candidates(self) -> impl Iterator<Item = Candidate> {
        let rows = izip!(
            self.product_ids.unwrap_or_default(),
            self.category_ids.unwrap_or_default(),
            self.published_ats.unwrap_or_default(),
            self.prices_minor.unwrap_or_default(),
            self.ratings_tenths.unwrap_or_default(),
            self.on_sale.unwrap_or_default(),
            self.in_stock.unwrap_or_default(),
            self.ranks.unwrap_or_default(),
            self.words.unwrap_or_default(),
        );
        rows.map(
            |(
                product_id,
                category_id,
                published_at,
                price_minor,
                rating_tenths,
                on_sale,
                in_stock,
                rank,
                words,
            )| Candidate {
                product_id,
                category_id,
                published_at,
                price_minor,
                rating_tenths,
                on_sale,
                in_stock,
                rank,
                words,
            },
        )
    }
}

/// A product as it is narrowed, counted and ordered.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub product_id: Uuid,
    pub category_id: Option<Uuid>,
    pub published_at: OffsetDateTime,
    pub price_minor: i64,
    pub rating_tenths: i16,
    pub on_sale: bool,
    pub in_stock: bool,
    /// How well it fits a search; 0 elsewhere.
    pub rank: i64,
    /// Its merchant's slug and name, and 'key=value' of each attribute, with [`SEPARATOR`] between.
    words: String,
}

// No name and no attribute has it: see `COLLECTED` and `index_products`.
const SEPARATOR: char = '\x1f';

impl Candidate {
    /// What it takes in memory, in bytes.
    pub fn weight(&self) -> usize {
        size_of::<Self>() + self.words.len()
    }

    /// Slug and name.
    pub fn merchant(&self) -> (&str, &str) {
        let mut words = self.words.split(SEPARATOR);
        (words.next().unwrap_or(""), words.next().unwrap_or(""))
    }

    /// 'key=value' of each.
    pub fn attributes(&self) -> impl Iterator<Item = &str> {
        self.words.split(SEPARATOR).skip(2)
    }
}

/// What a listing can be narrowed to, as `facet_names` gives it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Names {
    /// In the operator's order.
    pub branches: Vec<Branch>,
    /// Key, label and position.
    pub attributes: Vec<(String, String, f64)>,
}

/// A category directly below a listing's.
#[derive(Clone, Debug, Deserialize)]
pub struct Branch {
    pub slug: String,
    pub name: String,
    description: String,
    picture: Option<PictureRow>,
    /// Its own, and those of all below it.
    pub ids: Vec<Uuid>,
}

impl Names {
    /// For a listing of all categories: the branches are the departments.
    pub async fn of_all(db: &mut PgConnection) -> sqlx::Result<Self> {
        let names = sqlx::query_scalar!(r#"select facet_names(null) as "names!: Json<Self>""#);
        Ok(names.fetch_one(db).await?.0)
    }

    /// The branches as tiles.
    pub fn tiles(&self, media: &Media) -> Vec<CategoryLinkView> {
        let tile = |branch: &Branch| CategoryLinkView {
            slug: branch.slug.clone(),
            name: term(&branch.name),
            description: term(&branch.description),
            picture: branch.picture.clone().map(|picture| picture.view(media)),
        };
        self.branches.iter().map(tile).collect()
    }
}

/// One value of one facet. The facets `total` and `price` are numbers about the whole.
#[derive(Clone, Debug, Default)]
pub struct CountRow {
    pub facet: String,
    pub value: String,
    pub label: String,
    pub count: i64,
    /// What the facet itself is called, for an attribute.
    pub name: Option<String>,
}

/// What is on a page and after it, and all counts.
#[derive(Clone, Debug, Default)]
pub struct Narrowed {
    pub places: Vec<Place>,
    pub counts: Vec<CountRow>,
}
