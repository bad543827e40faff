//! Which language a request is answered in, and which market it buys in: pages say both in their address (`/de-ch/p/mug`), programs in
//! `Accept-Language` and `Market`.
//!
//! Invariant: behind this layer nobody sees a language or a market in a path, and no redirect leaves without them.

use std::time::Instant;

use app::address::{in_locale, split};
use app::error::AppError;
use app::markets::{self, trading};
use app::ssr::{AppState, remembered::begun_at, terms::speech};
use axum::extract::Request;
use axum::extract::State;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use http::{HeaderMap, HeaderName, HeaderValue, Uri, header};
use words::{Language, Locale, Region, speaking, t};

const API: &str = "/api/v1/";
/// The header by which programs choose a market.
pub const MARKET: HeaderName = HeaderName::from_static("market");

/// The middleware.
pub async fn speak(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_api = path.starts_with(API);
    let begun = Instant::now();
    let (wanted, rest) = match split(path) {
        // The shop's own pages in English have no prefix, so that each page has one address.
        Some((locale, rest)) if locale == Locale::from(Language::English) => {
            let elsewhere = Elsewhere(with_query(rest, request.uri()));
            request.extensions_mut().insert(elsewhere);
            (Ok(locale), None)
        }
        Some((locale, rest)) => (Ok(locale), Some(with_query(rest, request.uri()))),
        None if is_api => (chosen(request.headers()), None),
        None => (Ok(Locale::default()), None),
    };
    let mut locale = wanted.as_ref().copied().unwrap_or_default();
    let found = match wanted {
        Ok(locale) => markets::ssr::of(&state, locale).await,
        Err(error) => Err(error),
    };
    let rest = rest.and_then(|rest| with_path(request.uri(), &rest));
    let market = match found {
        Ok(market) => {
            if let Some(uri) = rest {
                *request.uri_mut() = uri;
            }
            market
        }
        Err(error) => {
            locale.region = None;
            // A page of no market is none there is, as its path says: no route has it. Whatever else is wrong is said further in.
            let refused = match error {
                AppError::NotFound if is_api => Some(unknown()),
                AppError::NotFound => None,
                error => Some(error),
            };
            if let Some(error) = refused {
                request.extensions_mut().insert(Refused(error));
            }
            None
        }
    };
    let speech = speech(&state, locale).await;
    let answering = trading(market, speaking(speech, next.run(request)));
    let mut response = begun_at(begun, answering).await;
    let headers = response.headers_mut();
    if is_api {
        headers.append(header::VARY, HeaderValue::from_static("accept-language"));
        headers.append(header::VARY, HeaderValue::from_static("market"));
    } else if let Some(location) = led(locale, headers) {
        headers.insert(header::LOCATION, location);
    }
    response
}

/// Why a request cannot be answered where it was made.
#[derive(Clone)]
struct Refused(AppError);

/// Where a page really is.
#[derive(Clone)]
struct Elsewhere(String);

/// Answers what [`speak`] has found wrong or elsewhere, where answers get their headers and errors their pages.
pub async fn refuse(request: Request, next: Next) -> Response {
    if let Some(Elsewhere(path)) = request.extensions().get() {
        return Redirect::permanent(path).into_response();
    }
    match request.extensions().get::<Refused>() {
        Some(Refused(error)) => error.clone().into_response(),
        None => next.run(request).await,
    }
}

/// The address with another path; a host in it stays.
fn with_path(uri: &Uri, path_and_query: &str) -> Option<Uri> {
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(path_and_query.parse().ok()?);
    Uri::from_parts(parts).ok()
}

fn with_query(path: &str, uri: &Uri) -> String {
    // Two slashes would lead to another host.
    let path = format!("/{}", path.trim_start_matches(['/', '\\']));
    match uri.query() {
        Some(query) => format!("{path}?{query}"),
        None => path,
    }
}

/// Where a redirect leads, in the language and the market.
fn led(locale: Locale, headers: &HeaderMap) -> Option<HeaderValue> {
    let location = headers.get(header::LOCATION)?.to_str().ok()?;
    HeaderValue::try_from(in_locale(locale, location)).ok()
}

/// What a program asks for: its language, and the market where it says one.
fn chosen(headers: &HeaderMap) -> Result<Locale, AppError> {
    let language = accepted(headers);
    let region = match headers.get(MARKET) {
        None => None,
        Some(code) => {
            let code = code.to_str().unwrap_or_default().to_ascii_lowercase();
            Some(Region::of(code.trim()).ok_or(AppError::NotFound)?)
        }
    };
    Ok(Locale { language, region })
}

fn unknown() -> AppError {
    AppError::rule(
        "unknown_market",
        t!("There is no such market. Leave the header Market out for the shop's own."),
    )
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
