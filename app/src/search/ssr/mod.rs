//! Searching the catalogue.
//!
//! Words are matched by stem, the last one also by its beginning, each also by its synonyms. Where nothing matches, words no
//! product knows are replaced by the nearest ones some product does; then any of the words is enough; what matches nothing at
//! all is answered with departments and new things, never with an empty page, and counted. What was found is remembered, so that
//! narrowing, sorting and paging it asks the database nothing, or only for what fits the filter.

pub mod pages;
mod queries;
pub mod rest;
mod suggest;
mod views;

pub use suggest::suggest;

use std::{borrow::Cow, collections::HashSet};

use domain::policy::Actor;
use moka::policy::EvictionPolicy;
use sqlx::PgConnection;
use uuid::Uuid;
use words::{Language, language};

use super::types::{Found, SearchSort, SearchView};
use crate::{
    catalog::{
        facets::FacetFilter,
        ssr::{
            PAGE_SIZE,
            cursor::{Cursor, Order},
            facets::{self, Candidate, Counted, Extent, Names},
            newest, page_of, product_cards,
        },
        types::{ListingView, Sort},
    },
    error::AppError,
    ssr::{AppState, Cx, pages::Tag, remembered::Remembered},
};
use queries::Tier;

/// The most characters of a search.
const MAX_QUERY: usize = 100;
/// More digits than this may be a number of somebody's.
const MAX_DIGITS: usize = 5;
/// New things shown when nothing was found.
const SUGGESTIONS: u32 = 8;

/// Bytes, roughly: a search that finds a thousand products has two hundred thousand.
const SEARCHES: u64 = 6 << 20;

/// What searches are remembered by.
pub struct Searches {
    /// By words and language. Who has searched narrows, sorts and pages what was found.
    found: Remembered<(String, Language), Matches>,
    /// What facets are called, which no page is without for long.
    names: Remembered<(), Names>,
}

/// What was found; of nothing, the newest products.
struct Matches {
    found: Found,
    candidates: Vec<Candidate>,
    /// There is more.
    sampled: bool,
    /// What was found, as a text query, and its words, folded.
    meant: (String, String),
}

impl Searches {
    /// Remembers no search where `kept` is false.
    pub fn new(kept: bool) -> Self {
        let most = if kept { SEARCHES } else { 0 };
        Self {
            // Who narrows has just searched.
            found: Remembered::weighed(
                "searches",
                EvictionPolicy::lru(),
                (most, weight),
                |_, _| Tag::Listings,
            ),
            names: Remembered::new("facet_names", 1, |(), _| Tag::Everything),
        }
    }
}

/// What a search takes in memory, roughly.
fn weight(own: &Matches) -> u32 {
    let candidates: usize = own.candidates.iter().map(Candidate::weight).sum();
    u32::try_from(candidates + 500).unwrap_or(u32::MAX)
}

/// The kind of cursor that continues an order.
pub(super) fn order(sort: SearchSort) -> Order {
    match sort {
        SearchSort::Relevance => Order::Relevance,
        SearchSort::By(Sort::Newest) => Order::Newest,
        SearchSort::By(Sort::PriceAscending) => Order::PriceAscending,
        SearchSort::By(Sort::PriceDescending) => Order::PriceDescending,
    }
}

/// A page of what matches `query` and `filter`; a cursor of another order begins at the first page. At most four
/// statements: what facets are called, what was found, what fits the filter where too little of that does, the cards; none for what is remembered.
pub async fn search(
    db: &mut PgConnection,
    state: &AppState,
    query: &str,
    filter: FacetFilter,
    sort: SearchSort,
    after: Option<&str>,
) -> Result<SearchView, AppError> {
    search_page(
        db,
        state,
        query,
        filter,
        Counted::Facets,
        (sort, after, PAGE_SIZE),
    )
    .await
}

/// As [`search`], with an order, a beginning and so many products on the page.
pub(super) async fn search_page(
    db: &mut PgConnection,
    state: &AppState,
    query: &str,
    mut filter: FacetFilter,
    counted: Counted,
    (sort, after, size): (SearchSort, Option<&str>, u32),
) -> Result<SearchView, AppError> {
    let cursor = after.and_then(|text| Cursor::decode(text, order(sort)));
    let mut view = SearchView {
        query: tidied(query),
        sort,
        after: cursor.map(|cursor| cursor.encode(order(sort))),
        ..SearchView::default()
    };
    let names = state.searches.names.get_with(state, db, (), |_, db, ()| {
        Box::pin(async { Ok(Names::of_all(db).await?) })
    });
    let names = names.await?;
    if view.query.is_empty() {
        view.departments = names.tiles(&state.media);
        view.suggestions = newest(db, state, SUGGESTIONS).await?;
        return Ok(view);
    }
    let found = &state.searches.found;
    let key = (view.query.clone(), language());
    let matches = found.get_with(state, db, key, |_, db, (words, _)| {
        Box::pin(async { matches(db, words).await })
    });
    let matches = matches.await?;
    view.found = matches.found.clone();
    if view.found == Found::Nothing {
        let place = |own: &Candidate| (own.product_id, facets::key_of(own, Order::Newest));
        let places = matches.candidates.iter().map(place).collect();
        let (newest, _) = page_of(places, Order::Newest, SUGGESTIONS);
        view.suggestions = product_cards(db, state, &newest).await?;
        view.departments = names.tiles(&state.media);
        view.filter = filter;
        return Ok(view);
    }
    let chosen = facets::chosen(&filter, &names);
    let fits = |own: &&Candidate| chosen.iter().all(|chosen| chosen.fits(own));
    let few = matches
        .candidates
        .iter()
        .filter(fits)
        .take(size as usize + 1)
        .count()
        <= size as usize;
    let mut extent = Extent {
        sampled: matches.sampled,
        ..Extent::default()
    };
    let mut candidates = Cow::Borrowed(&matches.candidates);
    // There is more than was looked at, and too little of that fits: what fits the filter is searched instead.
    if matches.sampled && few && !chosen.is_empty() {
        let (meant, text) = &matches.meant;
        let fitting = queries::fitting(db, (meant, text), &chosen).await?;
        extent.complete = !fitting.too_many;
        let known: HashSet<Uuid> = candidates.iter().map(|own| own.product_id).collect();
        let others = fitting
            .collected
            .candidates()
            .filter(|own| !known.contains(&own.product_id));
        candidates.to_mut().extend(others);
    }
    let order = order(sort);
    let narrowed = facets::narrow(
        &candidates,
        &filter,
        &names,
        (order, cursor),
        (counted, extent),
    );
    let (ids, next) = page_of(narrowed.places, order, size);
    if counted == Counted::Facets {
        view.facets = facets::view(narrowed.counts, &mut filter);
    }
    view.filter = filter;
    view.listing = ListingView {
        products: product_cards(db, state, &ids).await?,
        next,
    };
    Ok(view)
}

/// What matches the words.
async fn matches(db: &mut PgConnection, words: &str) -> Result<Matches, AppError> {
    let row = queries::find(db, words, SUGGESTIONS).await?;
    let found = match row.tier {
        Tier::Exact => Found::Exact,
        Tier::Corrected => Found::Corrected(row.text.clone()),
        Tier::Partial => Found::Partial,
        Tier::Nothing => Found::Nothing,
    };
    Ok(Matches {
        found,
        candidates: row.collected.candidates().collect(),
        sampled: row.sampled,
        meant: (row.meant, row.text),
    })
}

/// With single spaces, and not too long.
pub(super) fn tidied(query: &str) -> String {
    let words = query.split_whitespace().collect::<Vec<_>>().join(" ");
    let words: String = words
        .chars()
        .filter(|c| *c != '\0')
        .take(MAX_QUERY)
        .collect();
    words.trim().to_owned()
}

/// Remembers, as a task of its own, that nothing was found for these words. Nothing of who asked is kept; what may be somebody's
/// address or number is not kept at all.
pub(super) fn remember_miss(state: &AppState, words: &str) {
    let digits = words.chars().filter(char::is_ascii_digit).count();
    if words.contains('@') || digits > MAX_DIGITS || words.is_empty() {
        return;
    }
    let (state, words) = (state.clone(), words.to_owned());
    tokio::spawn(async move {
        let counted = async {
            let mut cx = Cx::begin(&state, Actor::System).await?;
            count_miss(&mut cx, &words).await?;
            cx.commit().await
        };
        if let Err(error) = counted.await {
            tracing::warn!(%error, "a search without result was not counted");
        }
    });
}

/// Counts a search that found nothing.
pub async fn count_miss(cx: &mut Cx, words: &str) -> Result<(), AppError> {
    let now = cx.now;
    Ok(queries::count_miss(cx.db(), words, now).await?)
}

/// The searches that most often found nothing, at most `limit`: what shoppers miss.
pub async fn misses(db: &mut PgConnection, limit: u32) -> Result<Vec<MissView>, AppError> {
    let rows = queries::misses(db, limit.into()).await?;
    let view = |row: queries::MissRow| MissView {
        words: row.words,
        count: u64::try_from(row.count).unwrap_or(0),
        last_at: row.last_at,
    };
    Ok(rows.into_iter().map(view).collect())
}

/// A search without result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissView {
    /// Folded: lower case, no accents.
    pub words: String,
    pub count: u64,
    pub last_at: time::OffsetDateTime,
}
