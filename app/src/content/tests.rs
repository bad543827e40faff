//! Pages of words and pages of errors; beside them, the page without a network and that of the design system.

use sqlx::PgPool;

use crate::support::TestApp;

#[path = "tests/design.rs"]
mod design;
#[path = "tests/offline.rs"]
mod offline;

#[sqlx::test(migrations = "../migrations")]
async fn every_static_page_is_there(pool: PgPool) {
    let app = TestApp::new(pool).await;
    for slug in ["about", "help", "shipping", "returns", "privacy", "terms"] {
        let page = app.browser().get(&format!("/pages/{slug}")).await;
        assert_eq!(page.status, 200, "{slug}");
        assert!(
            page.text().contains(&format!("/pages/{slug}\"")),
            "its own address is in it: {slug}"
        );
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn what_is_not_there_is_said_in_the_shops_own_page(pool: PgPool) {
    let app = TestApp::new(pool).await;
    for path in ["/pages/nothing", "/p/nothing", "/no/such/path"] {
        let page = app.browser().get(path).await;
        assert_eq!(page.status, 404, "{path}");
        let text = page.text();
        assert!(
            text.contains("action=\"/search\"") && text.contains("noindex"),
            "{path}: {text}"
        );
    }
}
