//! Files: the built site, fonts and icons, and uploaded pictures when no bucket holds them. Also the 404 of everything else.
//!
//! Invariant: only names that change with their content are called immutable, and dotfiles do not exist.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use app::error::AppError;
use app::ssr::{AppState, render};
use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::{HeaderValue, Method, StatusCode, header};
use tower_http::services::ServeDir;

use crate::layers::headers::SANDBOX_POLICY;
use crate::layers::request::{Reads, RequestInfo};

const A_YEAR: &str = "public, max-age=31536000, immutable";
const A_DAY: &str = "public, max-age=86400";
/// Kept, but asked for again every time: answered with 304 while nothing changed.
const REVALIDATE: &str = "no-cache";

/// The site's files by their own routes (so that they have a label in metrics), and the fallback: a file such as
/// `/favicon.ico`, or the shop's "not found".
pub fn site(site_root: PathBuf) -> Router<AppState> {
    let files = ServeDir::new(site_root)
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip();
    let serve = move |State(state): State<AppState>, request: Request| {
        site_file(files.clone(), state, request)
    };
    Router::new()
        .route("/pkg/{*file}", get(serve.clone()))
        .route("/fonts/{*file}", get(serve.clone()))
        .fallback(serve)
}

/// Uploaded pictures. Their keys are generated and never reused.
pub fn media(directory: &Path) -> Router<AppState> {
    let files = ServeDir::new(directory).append_index_html_on_directories(false);
    Router::new().route(
        "/media/{*file}",
        get(move |request: Request| media_file(files.clone(), request)),
    )
}

async fn site_file(mut files: ServeDir, state: AppState, request: Request) -> Response {
    let wants_page = request
        .extensions()
        .get::<RequestInfo>()
        .is_some_and(|info| info.reads == Reads::Pages);
    let path = request.uri().path().to_owned();
    let readable = matches!(*request.method(), Method::GET | Method::HEAD) && !is_hidden(&path);
    let file = if readable {
        found(&mut files, request).await
    } else {
        None
    };
    let Some(mut response) = file else {
        return if wants_page {
            render::error_page(&state, &AppError::NotFound).await
        } else {
            AppError::NotFound.into_response()
        };
    };
    let policy = if path.starts_with("/fonts/") || has_content_hash(&path) {
        A_YEAR
    } else if path.starts_with("/pkg/") {
        REVALIDATE
    } else {
        A_DAY
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(policy));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    response
}

async fn media_file(mut files: ServeDir, request: Request) -> Response {
    let hidden = is_hidden(request.uri().path());
    // The store's root is the address after `/media`.
    let (mut parts, body) = request.into_parts();
    let below = parts
        .uri
        .path()
        .strip_prefix("/media")
        .unwrap_or_default()
        .to_owned();
    let Ok(uri) = below.parse() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    parts.uri = uri;
    let file = if hidden {
        None
    } else {
        found(&mut files, Request::from_parts(parts, body)).await
    };
    let Some(mut response) = file else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(A_YEAR));
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(SANDBOX_POLICY),
    );
    response
}

/// The file with its 200, 206, 304, 412 or 416; `None` when there is no such file.
async fn found(files: &mut ServeDir, request: Request) -> Option<Response> {
    let response = match files.try_call(request).await {
        Ok(response) => response,
        // Names that no file can have: a visitor's doing, not the disk's.
        Err(error) if error.kind() == ErrorKind::InvalidFilename => return None,
        Err(error) => {
            tracing::error!(%error, "a file cannot be read");
            return None;
        }
    };
    let absent = matches!(
        response.status(),
        StatusCode::NOT_FOUND | StatusCode::TEMPORARY_REDIRECT
    );
    (!absent).then(|| response.map(axum::body::Body::new))
}

/// A file or folder whose name begins with a dot, also when percent-encoded.
fn is_hidden(path: &str) -> bool {
    let path = path
        .replace("%2e", ".")
        .replace("%2E", ".")
        .replace("%2f", "/")
        .replace("%2F", "/");
    path.split('/').any(|segment| segment.starts_with('.'))
}

/// cargo-leptos names files `name.{hash}.{extension}`; without hashing there are only two parts.
fn has_content_hash(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    path.starts_with("/pkg/") && name.split('.').count() >= 3
}
