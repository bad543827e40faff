//! Files: caching, compression, and what must not be reachable.

use sqlx::PgPool;

use crate::support::TestApp;

#[sqlx::test(migrations = "../migrations")]
async fn only_hashed_names_are_kept_for_ever(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let cache = async |path: &str| {
        app.browser()
            .get(path)
            .await
            .header("cache-control")
            .to_owned()
    };
    assert_eq!(
        cache("/pkg/sokonova.a1b2c3.css").await,
        "public, max-age=31536000, immutable"
    );
    assert_eq!(cache("/pkg/plain.js").await, "no-cache");
    assert_eq!(
        cache("/fonts/inter-1.woff2").await,
        "public, max-age=31536000, immutable"
    );
    assert_eq!(cache("/favicon.ico").await, "public, max-age=86400");
    assert_eq!(
        cache("/media/0190-640.webp").await,
        "public, max-age=31536000, immutable"
    );
    let missing = cache("/pkg/sokonova.ffffff.css").await;
    assert!(
        !missing.contains("immutable"),
        "a 404 during a deploy must not stick: {missing}"
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn the_precompressed_file_is_sent(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let answer = app
        .browser()
        .with("accept-encoding", "gzip")
        .get("/pkg/sokonova.a1b2c3.css")
        .await;
    assert_eq!(answer.header("content-encoding"), "gzip");
    assert_eq!(
        answer.text(),
        "not really compressed",
        "as it lies on disk, not compressed again"
    );
    assert!(answer.header("content-type").starts_with("text/css"));
    assert!(
        answer
            .headers
            .get_all("vary")
            .iter()
            .any(|vary| vary == "accept-encoding")
    );
    assert_eq!(
        app.browser().get("/pkg/sokonova.a1b2c3.css").await.text(),
        "body{color:black}"
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn ranges_and_uploaded_pictures(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let part = app
        .browser()
        .with("range", "bytes=0-3")
        .get("/media/0190-640.webp")
        .await;
    assert_eq!((part.status, part.text().as_str()), (206, "pict"));
    assert!(part.header("content-security-policy").contains("sandbox"));
    assert_eq!(part.header("x-content-type-options"), "nosniff");
}

#[sqlx::test(migrations = "../migrations")]
async fn hidden_and_foreign_files_do_not_exist(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let endless = format!("/media/{}.webp", "a".repeat(300));
    for path in [
        endless.as_str(),
        "/.env",
        "/%2eenv",
        "/pkg/../.env",
        "/pkg/..%2f.env",
        "/media/..%2fsite/.env",
        "/media/%2e%2e/site/favicon.ico",
        "/pkg/",
        "/media/",
    ] {
        let answer = app.browser().get(path).await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.text().contains("SECRET_KEY"), "{path}");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn what_is_not_there_is_said_in_the_clients_language(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let page = app.browser().get("/no/such/page").await;
    assert_eq!(page.status, 404);
    assert!(page.header("content-type").starts_with("text/html"));
    let problem = app.program().get("/api/v1/no-such").await;
    assert_eq!(problem.status, 404);
    assert_eq!(problem.header("content-type"), "application/problem+json");
    assert_eq!(problem.json()["code"], "not_found");
    let program_elsewhere = app
        .program()
        .post_json("/no/such/page", &serde_json::json!({}))
        .await;
    assert_eq!(program_elsewhere.status, 404);
}
