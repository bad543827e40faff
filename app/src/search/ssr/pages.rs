//! The search page.

use axum::{
    Router,
    extract::{Query, State},
    http::HeaderMap,
    response::Response,
    routing::get,
};
use serde::Deserialize;

use super::views;
use crate::{
    catalog::{ssr::pages::listing_tags, types::Sort},
    error::AppError,
    search::types::SearchSort,
    ssr::{
        AppState,
        pages::{Page, PageCache},
        render::{Meta, store_page},
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

async fn search(
    State(state): State<AppState>,
    Query(query): Query<SearchQuery>,
    headers: HeaderMap,
) -> Response {
    let known = |value: &String| Sort::ALL.into_iter().find(|sort| sort.as_str() == *value);
    let sort = query
        .sort
        .as_ref()
        .and_then(known)
        .map_or(SearchSort::Relevance, SearchSort::By);
    let key = format!(
        "/search?{sort:?}&{}&{}",
        query.after.as_deref().unwrap_or(""),
        query.q
    );
    let page = {
        let state = state.clone();
        async move { Ok(search_page(&state, &query, sort).await?) }
    };
    PageCache::answer(&state, &headers, key, page).await
}

async fn search_page(
    state: &AppState,
    query: &SearchQuery,
    sort: SearchSort,
) -> Result<Page, AppError> {
    let mut db = state.db.read().await?;
    let after = query.after.as_deref();
    let view = super::search(&mut db, &state.media, &query.q, sort, after).await?;
    drop(db);
    let title = if view.query.is_empty() {
        "Search".to_owned()
    } else {
        format!("“{}”", view.query)
    };
    let meta = Meta {
        title,
        ..Meta::default()
    };
    let tags = listing_tags(view.listing.products.iter().chain(&view.suggestions));
    let page = store_page(state, meta, || views::search(view)).await?;
    Ok(page.showing(tags))
}
