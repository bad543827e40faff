//! Which language a request is answered in: pages say it in their address (`/de/p/mug`), programs in `Accept-Language`.
//!
//! Invariant: behind this layer nobody sees a language in a path, and no redirect leaves without it.

use app::address::{in_language, split};
use app::ssr::{AppState, terms::speech};
use axum::extract::Request;
use axum::extract::State;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use http::{HeaderMap, HeaderValue, Uri, header};
use words::{Language, speaking};

const API: &str = "/api/v1/";

/// The middleware.
pub async fn speak(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let (language, rest) = match split(path) {
        // English has no prefix, so that each page has one address.
        Some((Language::English, rest)) => {
            return Redirect::permanent(&with_query(rest, request.uri())).into_response();
        }
        Some((language, rest)) => (language, Some(with_query(rest, request.uri()))),
        None if path.starts_with(API) => (accepted(request.headers()), None),
        None => (Language::English, None),
    };
    let is_api = rest.is_none() && path.starts_with(API);
    if let Some(Ok(uri)) = rest.map(|rest| rest.parse::<Uri>()) {
        *request.uri_mut() = uri;
    }
    let speech = speech(&state, language).await;
    let mut response = speaking(speech, next.run(request)).await;
    let headers = response.headers_mut();
    if is_api {
        headers.append(header::VARY, HeaderValue::from_static("accept-language"));
    } else if let Some(location) = led(language, headers) {
        headers.insert(header::LOCATION, location);
    }
    response
}

fn with_query(path: &str, uri: &Uri) -> String {
    // Two slashes would lead to another host.
    let path = format!("/{}", path.trim_start_matches('/'));
    match uri.query() {
        Some(query) => format!("{path}?{query}"),
        None => path,
    }
}

/// Where a redirect leads, in the language.
fn led(language: Language, headers: &HeaderMap) -> Option<HeaderValue> {
    let location = headers.get(header::LOCATION)?.to_str().ok()?;
    HeaderValue::try_from(in_language(language, location)).ok()
}

/// The language a program would rather read, of those there are (RFC 9110, 12.5.4); English when it does not say.
fn accepted(headers: &HeaderMap) -> Language {
    let wanted = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let mut best = (Language::English, 0.0);
    for choice in wanted.split(',') {
        let (tag, weight) = choice.split_once(';').unwrap_or((choice, ""));
        let weight = match weight.trim().strip_prefix("q=") {
            Some(weight) => weight.parse().unwrap_or(0.0),
            None => 1.0,
        };
        if let Some(language) = Language::of_tag(tag.trim()).filter(|_| weight > best.1) {
            best = (language, weight);
        }
    }
    best.0
}
