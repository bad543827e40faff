//! The doors of machines: pictures of cards.

use axum::{
    Router,
    extract::{Path, State},
    http::{HeaderName, header},
    response::{IntoResponse, Response},
    routing::get,
};

use super::{cards, pictures};
use crate::{error::AppError, ssr::AppState};

pub fn routes() -> Router<AppState> {
    Router::new().route("/og/{kind}/{file}", get(card))
}

async fn card(
    State(state): State<AppState>,
    Path((kind, file)): Path<(String, String)>,
) -> Result<Response, AppError> {
    let (kind, slug, fingerprint) = cards::read_path(&kind, &file).ok_or(AppError::NotFound)?;
    let jpeg = pictures::picture(&state, kind, &slug, &fingerprint).await?;
    let headers = [
        (header::CONTENT_TYPE, "image/jpeg"),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        // It is made to be shown elsewhere.
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "cross-origin",
        ),
    ];
    Ok((headers, jpeg).into_response())
}
