//! Refuses requests that another site made the browser send.
//!
//! tower-http compares Fetch-Metadata and Origin with our host. It lets a request with neither header pass, as programs
//! send; we let that pass only without cookies, because a browser that attaches cookies also says where it comes from.
//! `/webhooks/*` is signed by the payment provider instead. `/api/v1` gets a layer of its own, with the origins that
//! CORS allows.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::{Method, StatusCode, Uri, header};
use tower_http::csrf::{ConfigError, CsrfLayer, ProtectionError};
use words::t;

use super::errors::Refusal;

fn detail() -> &'static str {
    t!("This form was sent from another site. Please open the page again and repeat it there.")
}

/// How a refusal is answered.
pub type Refuse = fn(ProtectionError) -> Response;

/// For pages and server functions: only `own` (scheme, host and port of APP_URL) may post.
///
/// # Errors
/// When `own` is no origin as a browser would send it.
pub fn layer(own: &str) -> Result<CsrfLayer<Refuse>, ConfigError> {
    Ok(CsrfLayer::new()
        .add_trusted_origin(own)?
        .with_insecure_bypass(|_: &Method, uri: &Uri| has_own_protection(uri.path()))
        .with_rejection_response(refuse as Refuse))
}

/// For `/api/v1`: `own` and the `allowed` origins of other front ends.
///
/// # Errors
/// As [`layer`].
pub fn api_layer(own: &str, allowed: &[String]) -> Result<CsrfLayer<Refuse>, ConfigError> {
    let mut layer = CsrfLayer::new().add_trusted_origin(own)?;
    for origin in allowed {
        layer = layer.add_trusted_origin(origin)?;
    }
    Ok(layer.with_rejection_response(refuse as Refuse))
}

/// Refuses unsafe requests that carry a cookie but do not say where they come from.
pub async fn require_provenance(request: Request, next: Next) -> Response {
    let headers = request.headers();
    let says_where = headers.contains_key("sec-fetch-site") || headers.contains_key(header::ORIGIN);
    let unsafe_method = !matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    if unsafe_method
        && !says_where
        && headers.contains_key(header::COOKIE)
        && !request.uri().path().starts_with("/webhooks/")
    {
        return Refusal::answer(StatusCode::FORBIDDEN, detail());
    }
    next.run(request).await
}

fn has_own_protection(path: &str) -> bool {
    path.starts_with("/webhooks/") || path.starts_with("/api/v1/")
}

fn refuse(_error: ProtectionError) -> Response {
    Refusal::answer(StatusCode::FORBIDDEN, detail())
}
