//! The doors of machines: `robots.txt`, sitemaps, the feed, pictures of cards.

use axum::{
    Router,
    body::Body,
    extract::{Path, State},
    http::{HeaderMap, HeaderName, header},
    response::{IntoResponse, Response},
    routing::get,
};

use super::{cards, feed, pictures, robots, sitemap};
use crate::{
    error::AppError,
    ssr::{AppState, rest::tagged},
};

const XML: &str = "application/xml; charset=utf-8";
/// Caches may answer by themselves for as long as nobody minds: availability is what changes most.
const AN_HOUR: &str = "public, max-age=3600";

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/robots.txt", get(robots_file))
        .route("/sitemap.xml", get(sitemap_index))
        .route("/sitemaps/{file}", get(sitemap_file))
        .route("/feeds/google.xml", get(google_feed))
        .route("/og/{kind}/{file}", get(card))
}

async fn robots_file(State(state): State<AppState>, headers: HeaderMap) -> Response {
    let text = robots(&state.settings).into_bytes();
    tagged(&headers, "text/plain; charset=utf-8", AN_HOUR, text)
}

async fn sitemap_index(
    State(state): State<AppState>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let index = sitemap::index(&state).await?;
    Ok(tagged(&headers, XML, AN_HOUR, index))
}

async fn sitemap_file(
    State(state): State<AppState>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let file = sitemap::File::parse(&name).ok_or(AppError::NotFound)?;
    let file = sitemap::file(&state, file).await?;
    Ok(tagged(&headers, XML, AN_HOUR, file))
}

async fn google_feed(State(state): State<AppState>) -> Response {
    match feed::feed(&state).await {
        Ok(parts) => {
            let headers = [
                (header::CONTENT_TYPE, XML),
                (header::CACHE_CONTROL, AN_HOUR),
            ];
            (headers, Body::from_stream(parts)).into_response()
        }
        Err(error) => ([(header::RETRY_AFTER, "60")], error).into_response(),
    }
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
