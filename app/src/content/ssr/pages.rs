//! The static pages.

use axum::{
    Router,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
    routing::get,
};

use super::words;
use crate::{
    error::AppError,
    ssr::{
        AppState,
        pages::{Page, PageCache},
        render::{Meta, store_page},
    },
};

pub fn routes() -> Router<AppState> {
    Router::new().route("/pages/{slug}", get(page))
}

async fn page(
    State(state): State<AppState>,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Response {
    let key = format!("/pages/{slug}");
    let page = {
        let state = state.clone();
        async move { Ok(static_page(&state, &slug).await?) }
    };
    PageCache::answer(&state, &headers, key, page).await
}

async fn static_page(state: &AppState, slug: &str) -> Result<Page, AppError> {
    let page = words::static_page(slug).ok_or(AppError::NotFound)?;
    let meta = Meta {
        title: page.title.to_owned(),
        description: page.description.to_owned(),
        canonical: Some(format!("/pages/{slug}")),
        ..Meta::default()
    };
    store_page(state, meta, || words::words(page)).await
}
