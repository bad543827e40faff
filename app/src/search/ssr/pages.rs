//! The search page.

use axum::{
    Router,
    extract::{RawQuery, State},
    http::HeaderMap,
    response::Response,
    routing::get,
};
use serde::Serialize;

use super::views;
use crate::{
    catalog::{facets::FacetFilter, ssr::facets::pairs, types::Sort},
    error::AppError,
    search::types::{Found, SearchSort, SuggestionKind, SuggestionView},
    ssr::{
        AppState,
        render::{Meta, answer, store_page},
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
    let words = pairs(query.as_deref())
        .into_iter()
        .find(|(key, _)| key == "q");
    let mut db = state.db.read().await?;
    let words = words.map(|(_, words)| words).unwrap_or_default();
    let found = super::suggest(&mut db, &state.media, &words).await?;
    drop(db);
    let suggestion = |view: SuggestionView| Suggestion {
        href: view.href(),
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

async fn search(State(state): State<AppState>, RawQuery(query): RawQuery) -> Response {
    answer(&state, async {
        let pairs = pairs(query.as_deref());
        let last = |name: &str| {
            let mut found = pairs.iter().rev().filter(|(key, _)| key == name);
            found.next().map(|(_, value)| value.as_str())
        };
        let known = |value: &str| Sort::ALL.into_iter().find(|sort| sort.as_str() == value);
        let sort = last("sort")
            .and_then(known)
            .map_or(SearchSort::Relevance, SearchSort::By);
        let filter = FacetFilter::parse(&pairs);
        let mut db = state.db.read().await?;
        let words = last("q").unwrap_or_default();
        let view = super::search(&mut db, &state.media, words, filter, sort, last("after")).await?;
        drop(db);
        if view.found == Found::Nothing {
            super::remember_miss(&state, &view.query);
        }
        let title = if view.query.is_empty() {
            "Search".to_owned()
        } else {
            format!("“{}”", view.query)
        };
        store_page(
            &state,
            Meta {
                title,
                ..Meta::default()
            },
            || views::search(view),
        )
        .await
    })
    .await
}
