//! Turns a panic in a handler into a 500.
//!
//! Sentry's panic hook has captured the event by then, on this request's hub, so [`super::errors`] can name it.

use std::any::Any;

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use tower_http::catch_panic::CatchPanicLayer;

/// The layer.
pub fn layer() -> CatchPanicLayer<fn(Box<dyn Any + Send>) -> Response> {
    CatchPanicLayer::custom(answer as fn(Box<dyn Any + Send>) -> Response)
}

/// The panic's message may quote data, so only the fact is logged here; Sentry has the scrubbed rest.
fn answer(_panic: Box<dyn Any + Send>) -> Response {
    tracing::error!(event_id = ?sentry::last_event_id(), "a handler panicked");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
