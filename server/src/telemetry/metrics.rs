//! Prometheus: HTTP metrics by route, and the business numbers that slices count.
//!
//! Served on a listener of its own (METRICS_ADDR), never on the public one. Labels are routes as written in the router, so
//! their number is bounded whatever strangers ask for.

use std::sync::OnceLock;

use axum::Router;
use axum::routing::get;
use axum_prometheus::{EndpointLabel, PrometheusMetricLayer, PrometheusMetricLayerBuilder};
use metrics::{Unit, describe_counter, describe_gauge};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

use crate::layers::trace::UNMATCHED;

/// From a cached page to the request timeout, in seconds.
const BUCKETS: [f64; 12] = [
    0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 1.5, 3.0, 10.0,
];

static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();

/// Installs the process-wide recorder the first time; later calls (tests) get the same one.
pub fn recorder() -> &'static PrometheusHandle {
    HANDLE.get_or_init(|| {
        let handle = PrometheusBuilder::new()
            .set_buckets_for_metric(Matcher::Suffix("_seconds".into()), &BUCKETS)
            .expect("the bucket list is not empty")
            .install_recorder()
            .expect("no other recorder is installed in this program");
        describe();
        handle
    })
}

/// Counts and times every request, labelled by route.
pub fn layer() -> PrometheusMetricLayer<'static> {
    recorder();
    PrometheusMetricLayerBuilder::new()
        .with_endpoint_label_type(EndpointLabel::MatchedPathWithFallbackFn(|_| {
            UNMATCHED.to_owned()
        }))
        .build()
}

/// `/metrics`, for the internal listener.
pub fn router() -> Router {
    let handle = recorder();
    Router::new().route("/metrics", get(move || async { handle.render() }))
}

/// What the business numbers mean. Counters exist from the start, at zero, so that a rate can be taken of them.
fn describe() {
    for (name, help) in [
        ("sokonova_orders_placed_total", "Orders placed."),
        ("sokonova_carts_created_total", "Carts created."),
        (
            "sokonova_stock_outs_total",
            "Times a buyer wanted more than was in stock.",
        ),
        ("sokonova_cache_hits_total", "Reads answered by a cache."),
        (
            "sokonova_pages_total",
            "Public pages, by how they came about: hit, stale, outdated, miss, shared.",
        ),
        (
            "sokonova_cache_misses_total",
            "Reads a cache could not answer.",
        ),
        (
            "sokonova_rate_limit_errors_total",
            "Requests let through uncounted, or refused, because Redis did not answer.",
        ),
    ] {
        describe_counter!(name, Unit::Count, help);
        metrics::counter!(name).increment(0);
    }
    describe_counter!(
        "sokonova_revenue_minor_total",
        Unit::Count,
        "Value of placed orders in minor units, by currency."
    );
    describe_counter!(
        "sokonova_rate_limited_total",
        Unit::Count,
        "Requests refused with 429, by class."
    );
    describe_gauge!(
        "sokonova_job_queue_depth",
        Unit::Count,
        "Jobs that could run now and wait."
    );
    describe_gauge!(
        "sokonova_job_queue_age_seconds",
        Unit::Seconds,
        "How long the oldest of them has waited."
    );
    describe_gauge!(
        "sokonova_hold_expiry_lag_seconds",
        Unit::Seconds,
        "How long the oldest expired stock hold has not been released."
    );
}
