//! The static pages.

use axum::{
    Router,
    extract::{Path, State},
    response::Response,
    routing::get,
};

use super::words;
use crate::{
    error::AppError,
    ssr::{
        AppState,
        render::{Meta, answer, store_page},
    },
};

pub fn routes() -> Router<AppState> {
    Router::new().route("/pages/{slug}", get(page))
}

async fn page(State(state): State<AppState>, Path(slug): Path<String>) -> Response {
    answer(&state, async {
        let page = words::static_page(&slug).ok_or(AppError::NotFound)?;
        let meta = Meta {
            title: page.title.to_owned(),
            description: page.description.to_owned(),
            canonical: Some(format!("/pages/{slug}")),
            ..Meta::default()
        };
        store_page(&state, meta, || words::words(page)).await
    })
    .await
}
