//! A merchant's page.

use axum::{
    Router,
    extract::{Path, Query, State},
    http::HeaderMap,
    response::Response,
    routing::get,
};

use super::views;
use crate::{
    catalog::ssr::{
        SlugKind,
        pages::{ListingQuery, listing_tags, moved},
    },
    discovery::ssr::cards::Card,
    error::AppError,
    ssr::{
        AppState,
        pages::{Miss, Page, PageCache},
        render::{Meta, store_page},
    },
};

pub fn routes() -> Router<AppState> {
    Router::new().route("/m/{slug}", get(merchant))
}

async fn merchant(
    State(state): State<AppState>,
    Path(slug): Path<String>,
    Query(query): Query<ListingQuery>,
    headers: HeaderMap,
) -> Response {
    let key = match &query.after {
        Some(after) => format!("/m/{slug}?{after}"),
        None => format!("/m/{slug}"),
    };
    let page = {
        let state = state.clone();
        async move { merchant_page(&state, &slug, query.after.as_deref()).await }
    };
    PageCache::answer(&state, &headers, key, page).await
}

async fn merchant_page(state: &AppState, slug: &str, after: Option<&str>) -> Result<Page, Miss> {
    let mut db = state.db.read().await?;
    let view = match super::merchant(&mut db, state, slug, after).await {
        Err(AppError::NotFound) => {
            return Err(moved(&mut db, SlugKind::Merchant, "/m/", slug).await);
        }
        other => other?,
    };
    drop(db);
    let meta = Meta {
        title: view.card.name.clone(),
        description: view.card.tagline.clone(),
        canonical: view.after.is_none().then(|| format!("/m/{slug}")),
        card: Some(Card::merchant(&view.card)),
        ..Meta::default()
    };
    let tags = listing_tags(&view.listing.products);
    let page = store_page(state, meta, || views::merchant(view)).await?;
    Ok(page.showing(tags))
}
