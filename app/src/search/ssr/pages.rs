//! The search page.

use axum::{
    Router,
    extract::{RawQuery, State},
    http::HeaderMap,
    response::Response,
    routing::get,
};
use serde::Serialize;
use words::t;

use super::views;
use crate::{
    address::here,
    catalog::ssr::{
        cards,
        facets::pairs,
        pages::{ListingAddress, listing_tags},
    },
    error::AppError,
    search::types::{Found, SearchSort, SuggestionKind, SuggestionView},
    ssr::{
        AppState,
        pages::{Page, PageCache},
        render::{Meta, store_page},
        rest::json,
    },
};

/// Pixels of a suggestion's picture, at twice the density.
const THUMBNAIL: u32 = 96;

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/search", get(search))
        .route("/search/suggest", get(suggest))
}

/// A suggestion as the island draws it.
#[derive(Debug, Serialize)]
struct Suggestion {
    kind: SuggestionKind,
    label: String,
    note: String,
    href: String,
    image: Option<String>,
}

/// What the search field suggests, for the page's own island. Programs use the API.
async fn suggest(
    State(state): State<AppState>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Response, AppError> {
    let words = word_of(query.as_deref(), "q");
    let mut db = state.db.read().await?;
    let found = super::suggest(&mut db, &state.media, &words).await?;
    drop(db);
    let suggestion = |view: SuggestionView| Suggestion {
        href: here(&view.href()),
        kind: view.kind,
        image: view
            .picture
            .as_ref()
            .and_then(|picture| picture.src(THUMBNAIL)),
        label: view.label,
        note: view.note,
    };
    let body: Vec<Suggestion> = found.into_iter().map(suggestion).collect();
    json(&headers, &body)
}

async fn search(
    State(state): State<AppState>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let words = word_of(query.as_deref(), "q");
    let address = ListingAddress::parse(query.as_deref());
    let key = address.key(&format!("/search?{words}&"));
    let page = {
        let state = state.clone();
        async move { Ok(search_page(&state, &words, address).await?) }
    };
    PageCache::answer(&state, &headers, key, page).await
}

/// The last value of this name.
fn word_of(query: Option<&str>, name: &str) -> String {
    let mut found = pairs(query)
        .into_iter()
        .rev()
        .filter(|(key, _)| key == name);
    found.next().map(|(_, value)| value).unwrap_or_default()
}

async fn search_page(
    state: &AppState,
    words: &str,
    ListingAddress {
        sort,
        filter,
        after,
    }: ListingAddress,
) -> Result<Page, AppError> {
    let sort = sort.map_or(SearchSort::Relevance, SearchSort::By);
    let mut db = state.db.read().await?;
    let view = super::search(&mut db, state, words, filter, sort, after.as_deref()).await?;
    drop(db);
    // Counted when the page is rendered: repeated within a minute, it is one miss.
    if view.found == Found::Nothing {
        super::remember_miss(state, &view.query);
    }
    let title = if view.query.is_empty() {
        t!("page title" => "Search").to_owned()
    } else {
        t!("“{words}”", words = view.query)
    };
    let meta = Meta {
        title,
        path: Some(cards::address("/search", &[("q", Some(&view.query))])),
        ..Meta::default()
    };
    let tags = listing_tags(view.listing.products.iter().chain(&view.suggestions));
    let page = store_page(state, meta, || views::search(view)).await?;
    Ok(page.showing(tags))
}
