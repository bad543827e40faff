//! Refuses host names that are not ours, so that nothing derived from `Host` can be poisoned (OWASP ASVS 5.0, 4.1).
//!
//! Only in production: development is reached under whatever name the machine has. Probes call the address itself.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{StatusCode, header};

use super::errors::Refusal;

/// The middleware. `own` is APP_URL's host, with its port when that is not the scheme's default.
pub async fn require_own(State(own): State<Arc<str>>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let host = request
        .uri()
        .authority()
        .map(|authority| authority.as_str())
        .or_else(|| request.headers().get(header::HOST)?.to_str().ok());
    if matches!(path, "/healthz" | "/readyz")
        || host.is_some_and(|host| host.eq_ignore_ascii_case(&own))
    {
        return next.run(request).await;
    }
    Refusal::answer(
        StatusCode::MISDIRECTED_REQUEST,
        "This host name is not served here.",
    )
}
