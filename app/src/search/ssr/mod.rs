//! Searching the catalogue.
//!
//! Words are matched by stem, the last one also by its beginning, each also by its synonyms. Where nothing matches, words no
//! product knows are replaced by the nearest ones some product does; then any of the words is enough; what matches nothing at
//! all is answered with departments and new things, never with an empty page, and counted. What the first page of a search shows
//! is remembered like a category's.

pub mod pages;
mod queries;
pub mod rest;
mod suggest;
mod views;

pub use suggest::suggest;

use domain::policy::Actor;
use sqlx::PgConnection;
use words::{Language, language};

use super::types::{Found, SearchSort, SearchView};
use crate::{
    catalog::{
        facets::FacetFilter,
        ssr::{
            PAGE_SIZE,
            cursor::{Cursor, Order},
            facets::{self, Candidate, Counted, Extent, Names, Narrowed},
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

/// Ten thousand bytes each.
const SEARCHES: u64 = 512;

/// What searches are remembered by.
pub struct Searches {
    /// First pages nobody has narrowed, with their counts, by words and language.
    first: Remembered<(String, Language, SearchSort), Results>,
    /// What facets are called.
    names: Remembered<(), Names>,
}

/// What was found: a page of it, or, of nothing, the newest products.
#[derive(Clone, Default)]
struct Results {
    found: Found,
    narrowed: Narrowed,
}

impl Searches {
    /// Remembers nothing where `kept` is false.
    pub fn new(kept: bool) -> Self {
        let most = |most| if kept { most } else { 0 };
        Self {
            first: Remembered::new("searches", most(SEARCHES), |_, _| Tag::Listings),
            names: Remembered::new("facet_names", most(1), |(), _| Tag::Everything),
        }
    }
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

/// A page of what matches `query` and `filter`; a cursor of another order begins at the first page. At most three statements.
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
    let common =
        filter.is_empty() && cursor.is_none() && counted == Counted::Facets && size == PAGE_SIZE;
    let page = (order(sort), cursor, size);
    let results = if common {
        let key = (view.query.clone(), language(), sort);
        let first = &state.searches.first;
        let read = first.get_with(state, db, key, |_, db, (words, ..)| {
            let (names, page) = (names.clone(), page);
            Box::pin(async move {
                let all = FacetFilter::default();
                results(db, &names, words, &all, Counted::Facets, page).await
            })
        });
        (*read.await?).clone()
    } else {
        results(db, &names, &view.query, &filter, counted, page).await?
    };
    let order = match results.found {
        Found::Nothing => Order::Newest,
        _ => order(sort),
    };
    let (ids, next) = page_of(results.narrowed.places, order, size);
    if counted == Counted::Facets {
        view.facets = facets::view(results.narrowed.counts, &mut filter);
    }
    view.filter = filter;
    view.found = results.found;
    let products = product_cards(db, state, &ids).await?;
    if view.found == Found::Nothing {
        view.suggestions = products;
        view.departments = names.tiles(&state.media);
    } else {
        view.listing = ListingView { products, next };
    }
    Ok(view)
}

/// What matches the words and the filter, in this order, after this place, so many and at least one more; not yet in order.
async fn results(
    db: &mut PgConnection,
    names: &Names,
    words: &str,
    filter: &FacetFilter,
    counted: Counted,
    (order, after, size): (Order, Option<Cursor>, u32),
) -> Result<Results, AppError> {
    let chosen = facets::chosen(filter, names);
    let row = queries::find(db, words, &chosen, size + 1, SUGGESTIONS).await?;
    let extent = Extent {
        sampled: row.sampled,
        complete: row.complete,
        least: 0,
    };
    let found = match row.tier {
        Tier::Exact => Found::Exact,
        Tier::Corrected => Found::Corrected(row.corrected.unwrap_or_default()),
        Tier::Partial => Found::Partial,
        Tier::Nothing => Found::Nothing,
    };
    let candidates: Vec<Candidate> = row.collected.candidates().collect();
    let narrowed = if found == Found::Nothing {
        let place = |own: &Candidate| (own.product_id, facets::key_of(own, Order::Newest));
        Narrowed {
            places: candidates.iter().map(place).collect(),
            ..Narrowed::default()
        }
    } else {
        let counted = (counted, extent);
        facets::narrow(&candidates, filter, names, (order, after), counted)
    };
    Ok(Results { found, narrowed })
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
