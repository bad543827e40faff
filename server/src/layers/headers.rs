//! Security headers on every answer: pages, errors, redirects, 304s and files alike.
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
const CROSS_ORIGIN_RESOURCE: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

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
    let document = is_document(response.headers());
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
        (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
        (CROSS_ORIGIN_RESOURCE, "same-origin"),
        (HeaderName::from_static("permissions-policy"), PERMISSIONS),
    ] {
        default(headers, name, HeaderValue::from_static(value));
    }
    if security.settings.is_https() {
        default(
            headers,
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=63072000; includeSubDomains"),
        );
    }
    response
}

fn is_document(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

fn default(headers: &mut HeaderMap, name: HeaderName, value: HeaderValue) {
    headers.entry(name).or_insert(value);
}
