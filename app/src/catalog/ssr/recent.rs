//! The part of a page that shows what a visitor looked at before. What that was only the browser knows: it asks by id.

use axum::{
    extract::{Query, State},
    http::{HeaderValue, header},
    response::{Html, IntoResponse, Response},
};
use serde::Deserialize;
use uuid::Uuid;

use super::{product_cards, views};
use crate::{
    catalog::recently_viewed::MOST,
    error::AppError,
    ssr::{AppState, render},
};

#[derive(Debug, Deserialize)]
pub struct RecentQuery {
    /// Products' ids with commas between them; what is none is left out.
    #[serde(default)]
    ids: String,
}

/// A piece of a page, for an island to put in its place; empty when none of the products is to be seen any more.
pub async fn recently_viewed(
    State(state): State<AppState>,
    Query(query): Query<RecentQuery>,
) -> Result<Response, AppError> {
    let ids = query.ids.split(',').filter_map(|id| id.parse().ok());
    let ids: Vec<Uuid> = ids.take(MOST).collect();
    let mut db = state.db.read().await?;
    let cards = product_cards(&mut db, &state, &ids).await?;
    drop(db);
    let mut response = Html(render::fragment(|| views::recently_viewed(cards))).into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, max-age=60"),
    );
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    Ok(response)
}
