//! The search page.

use axum::{
    Router,
    extract::{Query, State},
    response::Response,
    routing::get,
};
use serde::Deserialize;

use super::views;
use crate::{
    catalog::types::Sort,
    search::types::SearchSort,
    ssr::{
        AppState,
        render::{Meta, answer, store_page},
    },
};

pub fn routes() -> Router<AppState> {
    Router::new().route("/search", get(search))
}

#[derive(Debug, Default, Deserialize)]
struct SearchQuery {
    #[serde(default)]
    q: String,
    #[serde(default)]
    sort: Option<String>,
    #[serde(default)]
    after: Option<String>,
}

async fn search(State(state): State<AppState>, Query(query): Query<SearchQuery>) -> Response {
    answer(&state, async {
        let known = |value: &String| Sort::ALL.into_iter().find(|sort| sort.as_str() == *value);
        let sort = query
            .sort
            .as_ref()
            .and_then(known)
            .map_or(SearchSort::Relevance, SearchSort::By);
        let mut db = state.db.read().await?;
        let view = super::search(
            &mut db,
            &state.media,
            &query.q,
            sort,
            query.after.as_deref(),
        )
        .await?;
        drop(db);
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
