//! One span per request and one line when it ends: id, trace, route, method, status, duration.
//!
//! Invariant: nothing personal. The route's pattern is logged, not the path asked for (it may hold an order token),
//! no query string, no address, no header.

use std::time::Duration;

use axum::extract::{MatchedPath, Request};
use axum::response::Response;
use opentelemetry::propagation::TextMapPropagator;
use opentelemetry::trace::TraceContextExt;
use opentelemetry_sdk::propagation::TraceContextPropagator;
use tower_http::classify::{ServerErrorsAsFailures, SharedClassifier};
use tower_http::trace::{MakeSpan, OnResponse, TraceLayer};
use tracing::Span;
use tracing_opentelemetry::OpenTelemetrySpanExt;

use super::request::RequestInfo;

/// What stands for the route when none matched, in logs and in metrics: a bounded set of labels whatever is asked for.
pub const UNMATCHED: &str = "unmatched";

/// The layer; failures are logged by whoever knows their cause, so this one only tells the status.
pub fn layer()
-> TraceLayer<SharedClassifier<ServerErrorsAsFailures>, RequestSpan, (), LogEnd, (), (), ()> {
    TraceLayer::new_for_http()
        .make_span_with(RequestSpan)
        .on_request(())
        .on_response(LogEnd)
        .on_body_chunk(())
        .on_eos(())
        .on_failure(())
}

/// Opens the span, under the caller's trace when [`super::request`] let a `traceparent` through.
#[derive(Debug, Clone, Copy)]
pub struct RequestSpan;

impl<B> MakeSpan<B> for RequestSpan {
    fn make_span(&mut self, request: &http::Request<B>) -> Span {
        let route = request
            .extensions()
            .get::<MatchedPath>()
            .map_or(UNMATCHED, MatchedPath::as_str);
        let id = request
            .extensions()
            .get::<RequestInfo>()
            .map(|info| info.id.clone())
            .unwrap_or_default();
        let span = tracing::info_span!(
            "request",
            otel.name = format!("{} {route}", request.method()),
            otel.kind = "server",
            request_id = %id,
            trace_id = tracing::field::Empty,
            http.method = %request.method(),
            http.route = route,
        );
        let parent = TraceContextPropagator::new().extract(&HeaderReader(request.headers()));
        let remote = parent.span().span_context().trace_id();
        // Fails only when no exporter is configured; the remote trace id is still worth logging then.
        let exported = span.set_parent(parent).is_ok();
        let own = span.context().span().span_context().trace_id();
        let trace = if exported && own != opentelemetry::TraceId::INVALID {
            own
        } else {
            remote
        };
        if trace != opentelemetry::TraceId::INVALID {
            span.record("trace_id", tracing::field::display(trace));
        }
        span
    }
}

/// Writes the one line. A slow or failed request stands out by level.
#[derive(Debug, Clone, Copy)]
pub struct LogEnd;

impl<B> OnResponse<B> for LogEnd {
    fn on_response(self, response: &http::Response<B>, latency: Duration, span: &Span) {
        let status = response.status();
        let duration_ms = u64::try_from(latency.as_millis()).unwrap_or(u64::MAX);
        // For the trace: the line below says it itself.
        span.set_attribute("http.status", i64::from(status.as_u16()));
        if status.is_server_error() {
            tracing::warn!(status = status.as_u16(), duration_ms, "request failed");
        } else {
            tracing::info!(status = status.as_u16(), duration_ms, "request served");
        }
    }
}

struct HeaderReader<'a>(&'a http::HeaderMap);

impl opentelemetry::propagation::Extractor for HeaderReader<'_> {
    fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key)?.to_str().ok()
    }

    fn keys(&self) -> Vec<&str> {
        self.0.keys().map(http::HeaderName::as_str).collect()
    }
}

/// Gives Sentry's events the same name as the log's request, and the route as the transaction.
pub async fn tag_sentry(request: Request, next: axum::middleware::Next) -> Response {
    let id = request
        .extensions()
        .get::<RequestInfo>()
        .map(|info| info.id.clone())
        .unwrap_or_default();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or(UNMATCHED, MatchedPath::as_str)
        .to_owned();
    sentry::configure_scope(|scope| {
        scope.set_tag("request_id", id);
        scope.set_transaction(Some(&format!("{} {route}", request.method())));
    });
    next.run(request).await
}
