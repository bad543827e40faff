//! A merchant's page.

use axum::{
    Router,
    extract::{Path, Query, State},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};

use super::views;
use crate::{
    catalog::ssr::{SlugKind, pages::ListingQuery, resolve_slug},
    error::AppError,
    ssr::{
        AppState,
        render::{Meta, answer, store_page},
    },
};

pub fn routes() -> Router<AppState> {
    Router::new().route("/m/{slug}", get(merchant))
}

async fn merchant(
    State(state): State<AppState>,
    Path(slug): Path<String>,
    Query(query): Query<ListingQuery>,
) -> Response {
    answer(&state, async {
        let mut db = state.db.read().await?;
        let view = match super::merchant(&mut db, &state.media, &slug, query.after.as_deref()).await
        {
            Err(AppError::NotFound) => match resolve_slug(&mut db, SlugKind::Merchant, &slug)
                .await?
            {
                Some(now) => return Ok(Redirect::permanent(&format!("/m/{now}")).into_response()),
                None => return Err(AppError::NotFound),
            },
            other => other?,
        };
        drop(db);
        let meta = Meta {
            title: view.card.name.clone(),
            description: view.card.tagline.clone(),
            canonical: view.after.is_none().then(|| format!("/m/{slug}")),
            ..Meta::default()
        };
        store_page(&state, meta, || views::merchant(view)).await
    })
    .await
}
