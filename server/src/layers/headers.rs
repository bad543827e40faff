//! Security headers on every answer: pages, errors, redirects, 304s and files alike. Fonts, pictures and styles go without those that mean
//! something in documents alone.
//!
//! Invariant: a response that sets one of these headers itself (a page with its own nonce, the sandbox of `/media`) keeps
//! its own. The nonce in [`RequestInfo`] is that of the error pages this crate writes.

use std::sync::Arc;

use app::ssr::render::page_policy;
use app::ssr::settings::Settings;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderMap, HeaderName, HeaderValue, header};

use super::request::RequestInfo;

/// For answers that are not documents: nothing in them may run or load anything.
pub const NO_CONTENT_POLICY: &str =
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
/// For uploaded files, should a browser open one as a document.
pub const SANDBOX_POLICY: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";
/// For the API's documentation, whose scripts are files of ours; its style attributes cannot carry a nonce.
pub const API_DOCS_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
     connect-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(self), \
     geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(self), publickey-credentials-get=(self), \
     usb=(), xr-spatial-tracking=()";
/// What pages are made of: what else is said to documents would be a good part of a small file's bytes.
const PARTS: [&[u8]; 3] = [b"font/", b"image/", b"text/css"];
const CROSS_ORIGIN_RESOURCE: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const CROSS_ORIGIN_OPENER: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");

/// What of the policy depends on the settings.
#[derive(Debug, Clone)]
pub struct SecurityHeaders {
    settings: Arc<Settings>,
}

impl SecurityHeaders {
    /// HSTS is sent only when APP_URL is https.
    pub fn new(settings: &Arc<Settings>) -> Self {
        Self {
            settings: settings.clone(),
        }
    }
}

/// The middleware.
pub async fn add(
    State(security): State<SecurityHeaders>,
    request: Request,
    next: Next,
) -> Response {
    let nonce = request
        .extensions()
        .get::<RequestInfo>()
        .map(|info| info.nonce.clone());
    let mut response = next.run(request).await;
    let document = has_kind(response.headers(), &[b"text/html"]);
    let headers = response.headers_mut();
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        let policy = match nonce {
            Some(nonce) if document => {
                HeaderValue::try_from(page_policy(&security.settings, &nonce)).ok()
            }
            _ => None,
        };
        let policy = policy.unwrap_or(HeaderValue::from_static(NO_CONTENT_POLICY));
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    // Nothing is kept by caches unless it says so itself.
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (CROSS_ORIGIN_RESOURCE, "same-origin"),
    ] {
        default(headers, name, value);
    }
    if !has_kind(headers, &PARTS) {
        for (name, value) in [
            (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
            (CROSS_ORIGIN_OPENER, "same-origin"),
            (PERMISSIONS_POLICY, PERMISSIONS),
        ] {
            default(headers, name, value);
        }
    }
    if security.settings.is_https() {
        default(
            headers,
            header::STRICT_TRANSPORT_SECURITY,
            "max-age=63072000; includeSubDomains",
        );
    }
    response
}

/// Its content type begins with one of these.
fn has_kind(headers: &HeaderMap, kinds: &[&[u8]]) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kinds.iter().any(|it| kind.as_bytes().starts_with(it)))
}

fn default(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers
        .entry(name)
        .or_insert(HeaderValue::from_static(value));
}
