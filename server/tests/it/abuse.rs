//! Refusals: forged requests, oversized bodies, too many requests, foreign hosts.

use app::ssr::AppState;
use axum::Router;
use axum::routing::{get, post};
use http::{Method, Request};
use sqlx::PgPool;

use crate::support::{Answer, TestApp, fresh_address};

fn extra() -> Router<AppState> {
    Router::new()
        .route(
            "/test/change",
            post(|body: String| async move { body.len().to_string() }),
        )
        .route("/webhooks/test", post(|| async { "ok" }))
        .route("/test/slow", get(std::future::pending::<()>))
}

async fn app(pool: PgPool) -> TestApp {
    TestApp::builder(pool).routes(extra()).build().await
}

async fn post_with(app: &TestApp, path: &str, headers: &[(&'static str, &str)]) -> Answer {
    let mut client = app.program();
    for (name, value) in headers {
        client = client.with(name, value);
    }
    client
        .request(Method::POST, path, Some("text/plain"), b"x".to_vec())
        .await
}

#[sqlx::test(migrations = "../migrations")]
async fn forms_of_other_sites_are_refused(pool: PgPool) {
    let app = app(pool).await;
    for headers in [
        &[("sec-fetch-site", "cross-site")][..],
        &[("sec-fetch-site", "same-site")],
        &[("origin", "https://evil.test")],
        &[("origin", "null")],
        // A browser that sends a cookie also says where it comes from.
        &[("cookie", "sid=abc")],
        &[("cookie", "cart=abc")],
    ] {
        let answer = post_with(&app, "/test/change", headers).await;
        assert_eq!(answer.status, 403, "{headers:?}");
        assert_eq!(answer.header("content-type"), "application/problem+json");
        assert_eq!(answer.json()["status"], 403);
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn our_own_forms_and_cookieless_programs_pass(pool: PgPool) {
    let app = app(pool).await;
    for headers in [
        &[][..],
        &[("sec-fetch-site", "same-origin"), ("cookie", "sid=abc")],
        &[("origin", "http://localhost:3000"), ("cookie", "sid=abc")],
    ] {
        assert_eq!(
            post_with(&app, "/test/change", headers).await.status,
            200,
            "{headers:?}"
        );
    }
    let webhook = post_with(
        &app,
        "/webhooks/test",
        &[("origin", "https://psp.test"), ("cookie", "x=y")],
    )
    .await;
    assert_eq!(webhook.status, 200, "webhooks are signed instead");
}

#[sqlx::test(migrations = "../migrations")]
async fn bodies_over_two_megabytes_are_refused(pool: PgPool) {
    let app = app(pool).await;
    let send = async |bytes: usize| {
        app.browser()
            .request(
                Method::POST,
                "/test/change",
                Some("text/plain"),
                vec![b'a'; bytes],
            )
            .await
    };
    assert_eq!(send(1_900_000).await.status, 200);
    let refused = send(2 * 1024 * 1024 + 1).await;
    assert_eq!(refused.status, 413);
    assert!(refused.header("content-type").starts_with("text/html"));
    assert!(refused.text().contains("Too large"));
}

#[sqlx::test(migrations = "../migrations")]
async fn a_body_without_a_length_is_cut_off_too(pool: PgPool) {
    let app = app(pool).await;
    let chunks =
        futures::stream::iter((0..40).map(|_| Ok::<_, std::io::Error>(vec![b'a'; 64 * 1024])));
    let request = Request::post("/test/change")
        .header("host", "localhost:3000")
        .header("sec-fetch-site", "same-origin")
        .body(axum::body::Body::from_stream(chunks))
        .unwrap();
    assert_eq!(app.browser().send(request).await.status, 413);
}

#[sqlx::test(migrations = "../migrations")]
async fn too_many_requests_wait_and_then_pass(pool: PgPool) {
    // 60 a minute: bursts of 20, one more every second.
    let app = TestApp::builder(pool)
        .set("RATE_LIMIT", "on")
        .set("RATE_LIMIT_BROWSE", "60")
        .build()
        .await;
    let (noisy, calm) = (fresh_address(), fresh_address());
    let mut client = app.browser().from(noisy);
    for _ in 0..20 {
        let answer = client.get("/no/such/page").await;
        assert_eq!(answer.status, 404);
        assert_eq!(answer.header("ratelimit-limit"), "20");
    }
    let refused = client.get("/no/such/page").await;
    assert_eq!(refused.status, 429);
    assert!(refused.header("content-type").starts_with("text/html"));
    assert_eq!(refused.header("ratelimit-remaining"), "0");
    let wait: u64 = refused.header("retry-after").parse().unwrap();
    assert!((1..=2).contains(&wait), "{wait}");
    assert_eq!(
        app.browser().from(calm).get("/no/such/page").await.status,
        404,
        "others are not affected"
    );
    assert_eq!(
        client.get("/healthz").await.status,
        200,
        "probes are not counted"
    );
    assert_eq!(
        app.program()
            .from(noisy)
            .get("/api/v1/no-such")
            .await
            .status,
        404,
        "another class has its own allowance"
    );
    // What the header promised, by Redis' own clock.
    tokio::time::sleep(std::time::Duration::from_secs(wait)).await;
    assert_eq!(client.get("/no/such/page").await.status, 404);
}

#[sqlx::test(migrations = "../migrations")]
async fn the_api_is_told_in_a_problem_document(pool: PgPool) {
    let app = TestApp::builder(pool)
        .set("RATE_LIMIT", "on")
        .set("RATE_LIMIT_API", "1")
        .build()
        .await;
    let mut client = app.program().from(fresh_address());
    assert_eq!(client.get("/api/v1/no-such").await.status, 404);
    let refused = client.get("/api/v1/no-such").await;
    assert_eq!(refused.status, 429);
    assert_eq!(refused.header("content-type"), "application/problem+json");
    assert_eq!(refused.json()["code"], "too_many_requests");
}

#[sqlx::test(migrations = "../migrations")]
async fn nobody_chooses_the_address_they_are_counted_under(pool: PgPool) {
    let app = TestApp::builder(pool)
        .set("RATE_LIMIT", "on")
        .set("RATE_LIMIT_BROWSE", "1")
        .set("TRUSTED_PROXIES", "10.0.0.0/8")
        .build()
        .await;
    let from = async |peer: std::net::IpAddr, forwarded: String| {
        app.browser()
            .from(peer)
            .with("x-forwarded-for", &forwarded)
            .get("/no/such/page")
            .await
            .status
    };
    let (attacker, proxy) = (fresh_address(), "10.0.0.1".parse().unwrap());
    // Straight from the internet: the header is ignored.
    assert_eq!(from(attacker, fresh_address().to_string()).await, 404);
    assert_eq!(from(attacker, fresh_address().to_string()).await, 429);
    // Through our proxies: what the attacker wrote stands left of what the proxies saw.
    let victim = fresh_address();
    assert_eq!(
        from(proxy, format!("{}, {victim}, 10.0.0.7", fresh_address())).await,
        404
    );
    assert_eq!(
        from(proxy, format!("{}, {victim}, 10.0.0.7", fresh_address())).await,
        429
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn a_request_that_hangs_is_given_up(pool: PgPool) {
    let app = TestApp::builder(pool)
        .routes(extra())
        .http(|http| http.request_timeout = std::time::Duration::from_millis(50))
        .build()
        .await;
    let answer = app.browser().get("/test/slow").await;
    assert_eq!(answer.status, 503);
    assert_eq!(answer.header("retry-after"), "5");
    assert!(answer.text().contains("try again"));
}

#[sqlx::test(migrations = "../migrations")]
async fn foreign_hosts_are_refused_in_production(pool: PgPool) {
    let app = TestApp::builder(pool)
        .settings(|settings| settings.environment = app::ssr::settings::Environment::Production)
        .build()
        .await;
    assert_eq!(app.browser().get("/no/such/page").await.status, 404);
    assert_eq!(
        app.browser()
            .with("host", "evil.test")
            .get("/no/such/page")
            .await
            .status,
        421
    );
    assert_eq!(
        app.browser()
            .with("host", "10.2.3.4:3000")
            .get("/healthz")
            .await
            .status,
        200,
        "probes call the address"
    );
}
