//! Security headers on every kind of answer, request ids, CORS.

use axum::Router;
use axum::response::{Html, Redirect};
use axum::routing::get;
use http::Method;
use sqlx::PgPool;

use crate::support::{Answer, TestApp};

fn assert_secure(answer: &Answer, what: &str) {
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(answer.header(name), value, "{name} on {what}");
    }
    let policy = answer.header("content-security-policy");
    assert!(
        policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
        "{what}: {policy}"
    );
    let scripts = policy
        .split("script-src")
        .nth(1)
        .unwrap_or_default()
        .split(';')
        .next()
        .unwrap_or_default();
    assert!(
        !scripts.contains("unsafe-inline") && !scripts.contains("'unsafe-eval'"),
        "{what}: {policy}"
    );
    assert!(
        !answer.header("cache-control").is_empty(),
        "cache-control on {what}"
    );
    assert_eq!(
        answer.header("x-request-id").len(),
        32,
        "x-request-id on {what}"
    );
    // What a page is made of has no use for these, and a page waits for it.
    let kind = answer.header("content-type");
    let part = kind == "text/css" || kind.starts_with("image/");
    for name in [
        "referrer-policy",
        "cross-origin-opener-policy",
        "permissions-policy",
    ] {
        assert_eq!(answer.header(name).is_empty(), part, "{name} on {what}");
    }
}

fn extra() -> Router<app::ssr::AppState> {
    Router::new()
        .route("/test/redirect", get(|| async { Redirect::to("/") }))
        .route(
            "/test/panic",
            get(|| async {
                if true {
                    panic!("on purpose")
                }
            }),
        )
        .route(
            "/test/html",
            get(|| async { Html("<!DOCTYPE html><html lang=en><title>x</title>") }),
        )
}

#[sqlx::test(migrations = "../migrations")]
async fn every_answer_carries_them(pool: PgPool) {
    let app = TestApp::builder(pool).routes(extra()).build().await;
    let mut browser = app.browser();
    for (path, status) in [
        ("/", 200),
        ("/healthz", 200),
        ("/no/such/page", 404),
        ("/test/redirect", 303),
        ("/test/panic", 500),
        ("/test/html", 200),
        ("/pkg/sokonova.a1b2c3.css", 200),
        ("/pkg/none.css", 404),
        ("/favicon.ico", 200),
        ("/media/0190-640.webp", 200),
        ("/api/docs/", 200),
        ("/api/docs", 303),
        ("/api/v1/openapi.json", 200),
        ("/api/v1/no-such", 404),
    ] {
        let answer = browser.get(path).await;
        assert_eq!(answer.status, status, "{path}: {}", answer.text());
        assert_secure(&answer, path);
    }
    let refused = app
        .browser()
        .with("origin", "https://evil.test")
        .with("sec-fetch-site", "cross-site")
        .post_form("/", &[])
        .await;
    assert_eq!(refused.status, 403);
    assert_secure(&refused, "a refused form");
}

#[sqlx::test(migrations = "../migrations")]
async fn not_modified_carries_them(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let first = app.browser().get("/favicon.ico").await;
    let again = app
        .browser()
        .with("if-modified-since", first.header("last-modified"))
        .get("/favicon.ico")
        .await;
    assert_eq!(again.status, 304);
    assert_secure(&again, "304");
}

#[sqlx::test(migrations = "../migrations")]
async fn hsts_only_over_https(pool: PgPool) {
    let plain = TestApp::new(pool.clone()).await;
    assert_eq!(
        plain
            .browser()
            .get("/healthz")
            .await
            .header("strict-transport-security"),
        ""
    );
    let secure = TestApp::builder(pool)
        .set("APP_URL", "https://shop.test")
        .build()
        .await;
    let answer = secure.browser().get("/healthz").await;
    assert!(
        answer
            .header("strict-transport-security")
            .starts_with("max-age=63072000")
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn a_document_and_its_policy_share_a_fresh_nonce(pool: PgPool) {
    let app = TestApp::builder(pool).routes(extra()).build().await;
    let mut nonces = Vec::new();
    for _ in 0..2 {
        let page = app.browser().get("/test/panic").await;
        let policy = page.header("content-security-policy").to_owned();
        let nonce = policy
            .split("'nonce-")
            .nth(1)
            .and_then(|rest| rest.split('\'').next())
            .unwrap()
            .to_owned();
        assert!(
            page.text().contains(&format!("nonce=\"{nonce}\"")),
            "{}",
            page.text()
        );
        nonces.push(nonce);
    }
    assert_ne!(nonces[0], nonces[1]);
}

#[sqlx::test(migrations = "../migrations")]
async fn api_documentation_has_no_inline_script(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let page = app.browser().get("/api/docs/").await.text();
    assert!(page.contains("swagger-initializer.js"), "{page}");
    for script in page.split("<script").skip(1) {
        let body = script
            .split_once('>')
            .unwrap()
            .1
            .split("</script>")
            .next()
            .unwrap();
        assert_eq!(
            body.trim(),
            "",
            "an inline script would be refused by the policy"
        );
    }
    assert!(
        !page.contains("<style"),
        "an inline style sheet would need a nonce"
    );
    let initializer = app.browser().get("/api/docs/swagger-initializer.js").await;
    assert_eq!(initializer.status, 200);
    assert!(initializer.text().contains("/api/v1/openapi.json"));
    let description = app.program().get("/api/v1/openapi.json").await.json();
    assert!(description["openapi"].as_str().unwrap().starts_with("3."));
}

#[sqlx::test(migrations = "../migrations")]
async fn request_ids_are_believed_from_proxies_only(pool: PgPool) {
    let app = TestApp::builder(pool)
        .set("TRUSTED_PROXIES", "10.0.0.0/8")
        .build()
        .await;
    let id_for = async |peer: &str, id: &str| {
        app.program()
            .from(peer.parse().unwrap())
            .with("x-request-id", id)
            .get("/healthz")
            .await
            .header("x-request-id")
            .to_owned()
    };
    assert_eq!(id_for("10.1.2.3", "edge-42").await, "edge-42");
    assert_ne!(id_for("203.0.113.9", "edge-42").await, "edge-42");
    assert_ne!(id_for("10.1.2.3", "not <ok>").await, "not <ok>");
}

#[sqlx::test(migrations = "../migrations")]
async fn other_front_ends_reach_the_api_only_by_the_list(pool: PgPool) {
    let app = TestApp::builder(pool)
        .set("CORS_ALLOWED_ORIGINS", "https://pos.test")
        .build()
        .await;
    let preflight = async |origin: &str, path: &str| {
        let mut client = app
            .program()
            .with("origin", origin)
            .with("access-control-request-method", "GET");
        client
            .request(Method::OPTIONS, path, None, Vec::new())
            .await
            .header("access-control-allow-origin")
            .to_owned()
    };
    let api = app.program().get("/api/v1/openapi.json").await.json();
    let path = api["paths"]
        .as_object()
        .and_then(|paths| paths.keys().find(|path| !path.contains('{')))
        .expect("the API has a plain path")
        .clone();
    assert_eq!(
        preflight("https://pos.test", &path).await,
        "https://pos.test"
    );
    assert_eq!(preflight("https://evil.test", &path).await, "");
    assert_eq!(
        preflight("https://pos.test", "/").await,
        "",
        "pages are for our own site"
    );
}
