//! Orders: frozen at placement, and nobody's but their token's.

use sqlx::PgPool;

use crate::support::{
    TestApp,
    market::{Buyer, Market, assert_invariants, decide},
};

/// A placed order of both goods: its path in the API.
async fn placed(app: &TestApp, market: &Market) -> String {
    let mut ann = Buyer::new(app).await;
    ann.add(market.variants[0], 1).await;
    ann.add(market.variants[1], 1).await;
    let total = ann.prepare().await;
    let order = ann.order("key", &total).await.json();
    decide(app, order["payment_url"].as_str().unwrap(), "success").await;
    format!("/api/v1/orders/{}", order["token"].as_str().unwrap())
}

#[sqlx::test(migrations = "../migrations")]
async fn nothing_is_recomputed_after_placement(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 5).await;
    let path = placed(&app, &market).await;
    let before = app.program().get(&path).await.json();
    for change in [
        "update products set title = 'Another', slug = slug || '-2'",
        "update variants set price_minor = 1",
        "update merchants set name = 'Another'",
        "update tax_zones set standard_bp = 0",
        "update shipping_rates set price_minor = 1",
    ] {
        sqlx::query(change).execute(app.pool()).await.unwrap();
    }
    assert_eq!(app.program().get(&path).await.json(), before);
}

#[sqlx::test(migrations = "../migrations")]
async fn the_timeline_is_append_only(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 5).await;
    let path = placed(&app, &market).await;
    let events = app.program().get(&path).await.json()["events"].clone();
    assert_eq!(
        events.as_array().unwrap().len(),
        3,
        "two merchants and the payment: {events}"
    );
    for forbidden in [
        "update order_events set kind = 'refunded'",
        "delete from order_events",
        "update stock_movements set on_hand_delta = 9",
        "delete from journal_postings",
    ] {
        assert!(
            sqlx::query(forbidden).execute(app.pool()).await.is_err(),
            "{forbidden}"
        );
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn the_journal_splits_the_payment(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 5).await;
    placed(&app, &market).await;
    let mut postings: Vec<(String, i64)> =
        sqlx::query_as("select account, amount_minor from journal_postings")
            .fetch_all(app.pool())
            .await
            .unwrap();
    postings.sort();
    let sum = |account: &str| -> i64 {
        postings
            .iter()
            .filter(|(name, _)| name == account)
            .map(|(_, amount)| amount)
            .sum()
    };
    // 19.00 + 25.50 + 2 × 4.90; commission is a tenth of the goods, rounded half up per merchant.
    assert_eq!(sum("buyer_clearing"), 5430, "{postings:?}");
    assert_eq!(sum("commission_revenue"), -(190 + 255), "{postings:?}");
    assert_eq!(sum("seller_payable"), -(5430 - 445), "{postings:?}");
    assert_invariants(&app).await;
}

#[sqlx::test(migrations = "../migrations")]
async fn a_token_cannot_be_guessed_or_shortened(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 5).await;
    let path = placed(&app, &market).await;
    let token = path.rsplit('/').next().unwrap();
    assert!(token.len() >= 27, "160 bits: {token}");
    for guess in [&token[..26], "%00", "null", "SK-100001"] {
        assert_eq!(
            app.program()
                .get(&format!("/api/v1/orders/{guess}"))
                .await
                .status,
            404,
            "{guess}"
        );
        assert_eq!(
            app.browser().get(&format!("/orders/{guess}")).await.status,
            404,
            "{guess}"
        );
    }
}
