//! Webhooks and what they may and may not do.

use app::payments::ssr::{
    provider::Notice,
    receive, settle,
    test_provider::{SIGNATURE, TestProvider},
};
use domain::{
    ids::{OrderGroupId, PaymentId},
    money::{Currency, Money},
    payment::{ProviderOutcome, ProviderReport},
};
use futures::future::join_all;
use sqlx::PgPool;

use crate::support::{
    TestApp,
    market::{Buyer, Market, assert_invariants, decide, placed, reference},
};

/// An order that waits for its payment: its payment's address and what a truthful report of success says.
async fn waiting(app: &TestApp, market: &Market) -> (String, ProviderReport) {
    let mut ann = Buyer::new(app).await;
    ann.add(market.variants[0], 1).await;
    let total = ann.prepare().await;
    let order = ann.order("key", &total).await.json();
    let (id, group, minor): (uuid::Uuid, uuid::Uuid, i64) = sqlx::query_as(
        "select id, group_id, amount_minor from payments order by created_at desc, id desc limit 1",
    )
    .fetch_one(app.pool())
    .await
    .unwrap();
    let report = ProviderReport {
        attempt: PaymentId::from_uuid(id),
        order_group: OrderGroupId::from_uuid(group),
        amount: Money::new(minor, Currency::Eur),
        outcome: ProviderOutcome::Succeeded,
    };
    (order["payment_url"].as_str().unwrap().to_owned(), report)
}

async fn captures(app: &TestApp) -> i64 {
    sqlx::query_scalar("select count(*) from journal_entries where kind = 'capture'")
        .fetch_one(app.pool())
        .await
        .unwrap()
}

#[sqlx::test(migrations = "../migrations")]
async fn fifty_duplicate_webhooks_capture_once(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 5).await;
    let (_, report) = waiting(&app, &market).await;
    // Half of them repeat one event, half are events of their own that say the same.
    let notices: Vec<Notice> = (0..50)
        .map(|n| Notice {
            event_id: format!("event-{}", if n % 2 == 0 { 0 } else { n }),
            report,
        })
        .collect();
    let settled = join_all(notices.iter().map(|notice| receive(&app.state, notice))).await;
    for notice in settled
        .iter()
        .zip(&notices)
        .filter(|(settled, _)| settled.is_err())
        .map(|(_, notice)| notice)
    {
        // A provider sends again what was not acknowledged.
        receive(&app.state, notice).await.unwrap();
    }
    assert_eq!((placed(&app).await, captures(&app).await), (1, 1));
    assert_invariants(&app).await;
}

#[sqlx::test(migrations = "../migrations")]
async fn a_report_must_match_in_every_particular(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 5).await;
    let (_, report) = waiting(&app, &market).await;
    let wrong = [
        ProviderReport {
            amount: Money::new(1, Currency::Eur),
            ..report
        },
        ProviderReport {
            amount: Money::new(report.amount.minor, Currency::Usd),
            ..report
        },
        ProviderReport {
            order_group: OrderGroupId::from_uuid(uuid::Uuid::from_u128(7)),
            ..report
        },
        ProviderReport {
            attempt: PaymentId::from_uuid(uuid::Uuid::from_u128(7)),
            ..report
        },
    ];
    for report in wrong {
        settle(&app.state, &report).await.unwrap();
        assert_eq!(placed(&app).await, 0, "{report:?}");
    }
    settle(&app.state, &report).await.unwrap();
    assert_eq!(placed(&app).await, 1);
}

#[sqlx::test(migrations = "../migrations")]
async fn an_unsigned_webhook_is_nobody(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 5).await;
    let (url, _) = waiting(&app, &market).await;
    let provider = TestProvider::new(
        app.pool().clone(),
        app.state.clock.clone(),
        "another secret".into(),
        app.state.settings.app_url.as_str(),
    );
    let payment = provider
        .decide(&reference(&url), "succeeded")
        .await
        .unwrap();
    let (body, forged) = provider.notice(&payment, "event").unwrap();
    for signature in ["", "00", forged.as_str()] {
        let answer = app
            .program()
            .with(SIGNATURE, signature)
            .request(
                http::Method::POST,
                "/webhooks/test",
                Some("application/json"),
                body.clone(),
            )
            .await;
        assert_eq!(answer.status, 400, "{signature}");
    }
    assert_eq!(
        app.program()
            .post_json("/webhooks/stripe", &serde_json::json!({}))
            .await
            .status,
        404
    );
    assert_eq!(placed(&app).await, 0);
}

#[sqlx::test(migrations = "../migrations")]
async fn a_late_success_after_giving_up_is_honoured_or_given_back(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 5).await;
    let (url, report) = waiting(&app, &market).await;
    decide(&app, &url, "decline").await;
    // The provider changes its mind: the money is here, the goods are still held.
    settle(&app.state, &report).await.unwrap();
    assert_eq!((placed(&app).await, captures(&app).await), (1, 1));
    assert_invariants(&app).await;
}

#[sqlx::test(migrations = "../migrations")]
async fn a_silent_provider_is_asked(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 5).await;
    let (url, _) = waiting(&app, &market).await;
    let landed = decide(&app, &url, "timeout").await;
    assert!(
        landed.location().starts_with("/orders/"),
        "the order's page says that it waits: {}",
        landed.location()
    );
    assert_eq!(placed(&app).await, 0);
    // Nobody ever pays: the attempt is closed after its lifetime, and its goods are free in the end.
    app.advance(time::Duration::minutes(31));
    app::payments::ssr::poll_due(&app.state).await.unwrap();
    app.advance(time::Duration::minutes(31));
    app::ssr::upkeep::round(&app.state).await;
    let reserved: i64 = sqlx::query_scalar("select sum(reserved)::bigint from stock_levels")
        .fetch_one(app.pool())
        .await
        .unwrap();
    assert_eq!(reserved, 0);
    assert_invariants(&app).await;
}
