//! Panics reach Sentry without personal data, metrics stay bounded, backlogs are measured.

use app::ssr::AppState;
use axum::Router;
use axum::routing::get;
use sentry::SentryFutureExt;
use server::telemetry::{metrics, sampler};
use sqlx::PgPool;

use crate::support::TestApp;
use crate::support::sentry_sink::SentrySink;

fn panicking() -> Router<AppState> {
    Router::new().route(
        "/test/panic/{order}",
        get(|| async {
            if true {
                panic!("the till is on fire")
            }
        }),
    )
}

#[sqlx::test(migrations = "../migrations")]
async fn a_panic_is_a_page_with_an_event_that_arrived(pool: PgPool) {
    let mut sink = SentrySink::start().await;
    let app = TestApp::builder(pool).routes(panicking()).build().await;
    let mut browser = app
        .browser()
        .with("authorization", "Bearer hunter2")
        .with("x-forwarded-for", "203.0.113.7");
    browser.cookies.insert("sid".into(), "hunter3".into());
    let answer = browser
        .get("/test/panic/tok3n?email=ann@example.com")
        .bind_hub(sink.hub.clone())
        .await;
    assert_eq!(answer.status, 500);
    assert!(answer.header("content-type").starts_with("text/html"));
    let id = answer.header("x-event-id").to_owned();
    assert!(answer.text().contains(&id), "the page names the event");
    assert!(!answer.text().contains("fire"), "the cause stays inside");

    let event = sink.event().await;
    assert_eq!(event["event_id"].as_str().unwrap(), id);
    assert_eq!(
        event["exception"]["values"][0]["value"],
        "the till is on fire"
    );
    assert_eq!(event["transaction"], "GET /test/panic/{order}");
    assert_eq!(event["tags"]["request_id"], answer.header("x-request-id"));
    assert!(event["release"].as_str().unwrap().starts_with("sokonova@"));
    let all = event.to_string();
    for secret in [
        "hunter2",
        "hunter3",
        "203.0.113.7",
        "ann@example.com",
        "tok3n",
    ] {
        assert!(!all.contains(secret), "{secret} was reported: {all}");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn an_internal_error_names_its_event_too(pool: PgPool) {
    let mut sink = SentrySink::start().await;
    let failing = Router::new().route(
        "/test/broken",
        get(|| async {
            Err::<(), _>(app::ssr::internal::internal(
                "test",
                &std::io::Error::other("disk on fire"),
            ))
        }),
    );
    let app = TestApp::builder(pool).routes(failing).build().await;
    let answer = app
        .program()
        .get("/test/broken")
        .bind_hub(sink.hub.clone())
        .await;
    assert_eq!(answer.status, 500);
    let event = sink.event().await;
    assert_eq!(event["event_id"], answer.header("x-event-id"));
    assert_eq!(event["event_id"], answer.json()["event_id"]);
    assert!(!answer.text().contains("fire"));
}

#[sqlx::test(migrations = "../migrations")]
async fn programs_get_a_problem_document(pool: PgPool) {
    let app = TestApp::builder(pool).routes(panicking()).build().await;
    let answer = app.program().get("/test/panic/1").await;
    assert_eq!(answer.status, 500);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let problem = answer.json();
    assert_eq!(problem["code"], "internal");
    assert_eq!(problem["event_id"], answer.header("x-event-id"));
    assert!(!answer.text().contains("fire"));
}

#[sqlx::test(migrations = "../migrations")]
async fn metrics_are_by_route_and_on_their_own_listener(pool: PgPool) {
    let app = TestApp::new(pool).await;
    for path in ["/healthz", "/made-up-1", "/made-up-2", "/pkg/plain.js"] {
        app.program().get(path).await;
    }
    assert_eq!(
        app.program().get("/metrics").await.status,
        404,
        "not on the public listener"
    );
    let text = crate::support::fetch(metrics::router(), "/metrics")
        .await
        .text();
    assert!(text.contains("axum_http_requests_total"), "{text}");
    assert!(
        text.contains("endpoint=\"/healthz\"")
            && text.contains("endpoint=\"/pkg/{*file}\"")
            && text.contains("endpoint=\"unmatched\""),
        "{text}"
    );
    assert!(
        !text.contains("made-up"),
        "addresses that strangers make up are no labels"
    );
    for name in [
        "sokonova_orders_placed_total",
        "sokonova_carts_created_total",
        "sokonova_stock_outs_total",
        "sokonova_cache_hits_total",
        "sokonova_cache_misses_total",
    ] {
        assert!(
            text.contains(&format!("# HELP {name}")) && text.contains(&format!("\n{name} ")),
            "{name}: {text}"
        );
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn backlogs_are_read_from_the_database(pool: PgPool) {
    let _app = TestApp::new(pool.clone()).await;
    sqlx::query("select graphile_worker.add_job('nothing', '{}'::json, run_at => now() - interval '90 seconds')").execute(&pool).await.unwrap();
    sampler::sample(&pool).await.unwrap();
    let text = metrics::recorder().render();
    let value = |name: &str| -> f64 {
        text.lines()
            .find_map(|line| line.strip_prefix(&format!("{name} ")))
            .unwrap_or_else(|| panic!("{name}: {text}"))
            .parse()
            .unwrap()
    };
    assert!(value("sokonova_job_queue_depth") >= 1.0);
    assert!(value("sokonova_job_queue_age_seconds") >= 89.0);
    assert_eq!(value("sokonova_hold_expiry_lag_seconds"), 0.0);
}
