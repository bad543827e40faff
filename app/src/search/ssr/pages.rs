//! The search page.

use axum::{
    Router,
    extract::{RawQuery, State},
    response::Response,
    routing::get,
};

use super::views;
use crate::{
    catalog::{facets::FacetFilter, ssr::facets::pairs, types::Sort},
    search::types::{Found, SearchSort},
    ssr::{
        AppState,
        render::{Meta, answer, store_page},
    },
};

pub fn routes() -> Router<AppState> {
    Router::new().route("/search", get(search))
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
