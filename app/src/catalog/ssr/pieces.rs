//! What many of the catalogue's pages are made of, remembered between them.
//!
//! Every piece is read by somebody's connection, when it is not remembered; a change of what it shows has it read again.

use moka::policy::EvictionPolicy;
use uuid::Uuid;
use words::Locale;

use super::{
    facets::Narrowed,
    listing::HomeShelves,
    queries::categories::{CategoryRow, TrailRow},
};
use crate::{
    catalog::types::{ProductCardView, ProductView, Sort},
    ssr::{pages::Tag, remembered::Remembered},
};

/// A thousand bytes or two each.
const CARDS: u64 = 8_000;
/// Bytes, roughly: most have five to twenty thousand, those of many variants a million.
const PRODUCTS: u64 = 12 << 20;
/// Ids.
const NEIGHBOURS: u64 = 8_000;
/// Ten or twenty thousand bytes each.
const SHELVES: u64 = 256;
const CATEGORIES: u64 = 512;
const HOMES: u64 = 64;

/// The pieces.
pub struct Pieces {
    pub(super) cards: Remembered<(Uuid, Locale), ProductCardView>,
    /// A product by its slug, without what is beside it.
    pub(super) products: Remembered<(String, Locale), ProductView>,
    /// What is shown beside a product: what others took with it, and what is near it.
    pub(super) beside: Remembered<Uuid, (Vec<Uuid>, Vec<Uuid>)>,
    /// The first page of a category nobody has narrowed, with its counts.
    pub(super) shelves: Remembered<(Uuid, Sort), Narrowed>,
    /// A category by its slug, last, with those above it.
    pub(super) around: Remembered<String, Vec<CategoryRow>>,
    /// The way down to a category.
    pub(super) trails: Remembered<Uuid, Vec<TrailRow>>,
    pub(super) home: Remembered<Locale, HomeShelves>,
}

impl Pieces {
    /// Remembers nothing where `kept` is false.
    pub fn new(kept: bool) -> Self {
        let most = |most| if kept { most } else { 0 };
        Self {
            cards: Remembered::new("product_cards", most(CARDS), |(id, _), _| Tag::Product(*id)),
            products: Remembered::weighed(
                "products",
                EvictionPolicy::tiny_lfu(),
                (most(PRODUCTS), weight),
                |_, own| Tag::Product(own.id.as_uuid()),
            ),
            beside: Remembered::new("neighbours", most(NEIGHBOURS), |id, _| Tag::Product(*id)),
            shelves: Remembered::new("shelves", most(SHELVES), |_, _| Tag::Listings),
            around: Remembered::new("categories", most(CATEGORIES), |_, _| Tag::Everything),
            trails: Remembered::new("trails", most(CATEGORIES), |_, _| Tag::Everything),
            home: Remembered::new("home", most(HOMES), |_, _| Tag::Listings),
        }
    }
}

/// What a product takes in memory, roughly: a variant 350 bytes, a review or a question 600, the rest 4,000.
fn weight(own: &ProductView) -> u32 {
    let said = own.reviews.len() + own.questions.questions.len();
    let bytes = 4_000 + own.description_html.len() + 350 * own.variants.len() + 600 * said;
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
