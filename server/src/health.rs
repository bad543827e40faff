//! `/healthz` and `/readyz`: is the process alive, and should it get requests?
//!
//! Liveness depends on nothing, so that no outage of Postgres makes an orchestrator kill healthy processes. Readiness
//! needs Postgres with this release's migrations; it does not need Redis, without which people can still shop.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use app::ssr::AppState;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use http::{HeaderValue, StatusCode, header};

use crate::migrations;

/// A check that takes longer is a failed one: the balancer must learn of it within 3 s.
const CHECK_TIMEOUT: Duration = Duration::from_secs(2);

/// Set once, at the start of a shutdown.
#[derive(Debug, Clone, Default)]
pub struct Draining(Arc<AtomicBool>);

impl Draining {
    /// From now on `/readyz` says 503.
    pub fn begin(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Whether a shutdown has begun.
    pub fn has_begun(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// The two routes.
pub fn router(draining: Draining) -> Router<AppState> {
    Router::new()
        .route("/healthz", get(|| async { answer(StatusCode::OK, "ok") }))
        .route(
            "/readyz",
            get(move |State(state): State<AppState>| ready(state, draining.clone())),
        )
}

async fn ready(state: AppState, draining: Draining) -> Response {
    if draining.has_begun() {
        return answer(StatusCode::SERVICE_UNAVAILABLE, "draining");
    }
    match tokio::time::timeout(CHECK_TIMEOUT, migrations::pending(state.db.primary())).await {
        Ok(Ok(0)) => answer(StatusCode::OK, "ready"),
        Ok(Ok(_)) => answer(StatusCode::SERVICE_UNAVAILABLE, "migrations are pending"),
        Ok(Err(_)) | Err(_) => answer(StatusCode::SERVICE_UNAVAILABLE, "database unavailable"),
    }
}

fn answer(status: StatusCode, text: &'static str) -> Response {
    let no_store = [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    (
        status,
        no_store,
        Json(serde_json::json!({ "status": text })),
    )
        .into_response()
}
