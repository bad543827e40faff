//! What every slice's tests share: the real router in process, on a database of the test's own.
//!
//! ```ignore
//! #[sqlx::test(migrations = "../migrations")]
//! async fn adding_works(pool: PgPool) {
//!     let app = TestApp::new(pool).await;
//!     let mut ann = app.browser();
//!     let answer = ann.post_form("/api/cart/add", &[("variant", &id), ("quantity", "1")]).await;
//!     assert_eq!(answer.status, 302);
//!     app.advance(Duration::minutes(16));
//!     app.run_jobs().await;
//! }
//! ```
//!
//! Time stands still until [`TestApp::advance`]; rate limits are off unless asked for; nothing sleeps.

mod app;
mod client;
pub mod market;
pub mod sentry_sink;
pub mod statements;

pub use app::{TestApp, TestAppBuilder, env, fresh_address};
pub use client::{Answer, Client};

/// One GET into any router.
pub async fn fetch(router: axum::Router, path: &str) -> Answer {
    let request = http::Request::get(path)
        .body(axum::body::Body::empty())
        .expect("a request");
    let origin = url::Url::parse("http://localhost").expect("a URL");
    Client::program(router, origin).send(request).await
}
