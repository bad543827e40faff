//! What goes on when Redis or Postgres is away.

use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::{get, post};
use sqlx::PgPool;
use tower_sessions::Session;

use crate::support::{TestApp, env};

/// Nothing listens on the discard port here.
const CLOSED: &str = "redis://127.0.0.1:9/0";

fn session_routes() -> Router<app::ssr::AppState> {
    Router::new()
        .route(
            "/test/remember",
            post(|session: Session| async move {
                session
                    .insert("user", 7)
                    .await
                    .map_err(|_| http::StatusCode::SERVICE_UNAVAILABLE)
            }),
        )
        .route(
            "/test/recall",
            get(|session: Session| async move {
                session
                    .get::<i32>("user")
                    .await
                    .ok()
                    .flatten()
                    .unwrap_or_default()
                    .to_string()
            }),
        )
        .route(
            "/test/forget",
            post(|session: Session| async move {
                session
                    .flush()
                    .await
                    .map_err(|_| http::StatusCode::SERVICE_UNAVAILABLE)
            }),
        )
        .route("/api/accounts/test", post(|| async { "signed in" }))
}

#[sqlx::test(migrations = "../migrations")]
async fn without_redis_pages_are_served_at_once(pool: PgPool) {
    let app = TestApp::builder(pool)
        .set("REDIS_URL", CLOSED)
        .set("RATE_LIMIT", "on")
        .routes(session_routes())
        .build()
        .await;
    let mut browser = app.browser();
    browser
        .cookies
        .insert("sid".into(), "AAAAAAAAAAAAAAAAAAAAAA".into());
    let begun = Instant::now();
    for path in ["/", "/no/such/page", "/readyz", "/pkg/plain.js"] {
        let answer = browser.get(path).await;
        assert!(
            answer.status == 200 || answer.status == 404,
            "{path}: {}",
            answer.status
        );
    }
    assert!(
        begun.elapsed() < Duration::from_secs(2),
        "{:?}",
        begun.elapsed()
    );
    assert_eq!(
        browser.cookies.len(),
        1,
        "nobody is signed out because the store is away"
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn without_redis_secrets_cannot_be_tried(pool: PgPool) {
    let app = TestApp::builder(pool)
        .set("REDIS_URL", CLOSED)
        .set("RATE_LIMIT", "on")
        .routes(session_routes())
        .build()
        .await;
    let answer = app.browser().post_form("/api/accounts/test", &[]).await;
    assert_eq!(answer.status, 503);
    assert!(!answer.header("retry-after").is_empty());
}

#[sqlx::test(migrations = "../migrations")]
async fn sessions_are_made_only_when_used(pool: PgPool) {
    let app = TestApp::builder(pool)
        .routes(session_routes())
        .build()
        .await;
    let mut browser = app.browser();
    browser.get("/").await;
    assert!(
        !browser.cookies.contains_key("sid"),
        "looking around leaves no session"
    );
    let answer = browser.post_form("/test/remember", &[]).await;
    let cookie = answer.header("set-cookie").to_owned();
    assert!(
        cookie.contains("HttpOnly")
            && cookie.contains("SameSite=Lax")
            && !cookie.contains("Secure"),
        "{cookie}"
    );
    assert_eq!(browser.get("/test/recall").await.text(), "7");
    assert_eq!(browser.post_form("/test/forget", &[]).await.status, 200);
    assert!(!browser.cookies.contains_key("sid"));
    assert_eq!(browser.get("/test/recall").await.text(), "0");
}

#[sqlx::test(migrations = "../migrations")]
async fn over_https_the_session_cookie_is_bound_to_the_host(pool: PgPool) {
    let app = TestApp::builder(pool)
        .set("APP_URL", "https://shop.test")
        .routes(session_routes())
        .build()
        .await;
    let mut browser = app.browser();
    let answer = browser.post_form("/test/remember", &[]).await;
    let cookie = answer.header("set-cookie");
    assert!(
        cookie.starts_with("__Host-sid=")
            && cookie.contains("Secure")
            && cookie.contains("Path=/")
            && !cookie.contains("Domain"),
        "{cookie}"
    );
    let forgotten = browser.post_form("/test/forget", &[]).await;
    assert!(
        forgotten.header("set-cookie").contains("Secure"),
        "or the browser keeps the cookie"
    );
    assert!(browser.cookies.is_empty());
}

#[sqlx::test(migrations = "../migrations")]
async fn a_session_that_cannot_be_kept_is_an_outage(pool: PgPool) {
    let app = TestApp::builder(pool)
        .set("REDIS_URL", CLOSED)
        .routes(session_routes())
        .build()
        .await;
    let answer = app.browser().post_form("/test/remember", &[]).await;
    assert_eq!(answer.status, 503);
    assert!(!answer.header("retry-after").is_empty());
    assert_eq!(answer.header("set-cookie"), "");
}

#[sqlx::test(migrations = "../migrations")]
async fn signing_out_twice_at_once_is_no_error(pool: PgPool) {
    let app = TestApp::builder(pool)
        .routes(session_routes())
        .build()
        .await;
    let mut browser = app.browser();
    browser.post_form("/test/remember", &[]).await;
    let (mut one, mut other) = (browser.clone(), browser.clone());
    let (one, other) = tokio::join!(
        one.post_form("/test/forget", &[]),
        other.post_form("/test/forget", &[])
    );
    assert_eq!((one.status, other.status), (200, 200));
    assert_eq!(
        browser.get("/test/recall").await.text(),
        "0",
        "the old cookie opens nothing"
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn readiness_follows_the_database_and_liveness_does_not(pool: PgPool) {
    let app = TestApp::new(pool.clone()).await;
    assert_eq!(app.program().get("/readyz").await.status, 200);
    let newest: i64 = sqlx::query_scalar("delete from _sqlx_migrations where version = (select max(version) from _sqlx_migrations) returning version")
        .fetch_one(&pool)
        .await
        .unwrap();
    let behind = app.program().get("/readyz").await;
    assert_eq!(
        (behind.status, behind.json()["status"].as_str()),
        (503, Some("migrations are pending")),
        "without {newest}"
    );
    pool.close().await;
    assert_eq!(app.program().get("/readyz").await.status, 503);
    assert_eq!(app.program().get("/healthz").await.status, 200);
}

#[sqlx::test(migrations = "../migrations")]
async fn readiness_ends_with_the_shutdown(pool: PgPool) {
    let app = TestApp::new(pool).await;
    assert_eq!(app.program().get("/readyz").await.status, 200);
    app.draining.begin();
    let answer = app.program().get("/readyz").await;
    assert_eq!(
        (answer.status, answer.json()["status"].as_str()),
        (503, Some("draining"))
    );
    assert_eq!(
        app.browser().get("/favicon.ico").await.status,
        200,
        "requests are still served"
    );
}

#[tokio::test]
async fn doctor_tells_what_is_wrong_and_what_to_do() {
    let environment = [
        ("DATABASE_URL", "postgres://a:b@127.0.0.1:9/x"),
        ("REDIS_URL", &env("REDIS_URL")),
        ("MEDIA_DIR", "/tmp/sokonova-doctor"),
        ("LEPTOS_SITE_ROOT", "/nonexistent"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let config = server::config::Config::load(environment.into(), None).unwrap();
    let checks = server::doctor::examine(&config).await.unwrap();
    let passed = |name: &str| {
        checks
            .iter()
            .find(|check| check.name == name)
            .unwrap()
            .passed()
    };
    assert!(passed("Redis") && passed("Media") && passed("Replica"));
    assert!(!passed("Postgres") && !passed("Migrations") && !passed("Site"));
    let report: Vec<String> = checks.iter().map(ToString::to_string).collect();
    assert!(
        report
            .iter()
            .any(|line| line.starts_with("FAIL  Postgres") && line.contains("DATABASE_URL")),
        "{report:#?}"
    );
    std::fs::remove_dir_all("/tmp/sokonova-doctor").unwrap();
}
