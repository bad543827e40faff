//! From the cart to the order: works, again, not yours; races and crashes.

use app::{
    cart::ssr::CartToken,
    checkout::ssr::{PayRequest, pay},
    payments::ssr::poll_due,
    ssr::upkeep,
};
use futures::future::join_all;
use serde_json::json;
use sqlx::PgPool;
use time::Duration;

use crate::support::{
    TestApp,
    market::{Buyer, Market, assert_invariants, decide, placed},
    statements::dies_after,
};

#[sqlx::test(migrations = "../migrations")]
async fn a_purchase_of_two_merchants(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 5).await;
    let mut ann = Buyer::new(&app).await;
    ann.add(market.variants[0], 2).await;
    let cart = ann.add(market.variants[1], 1).await.json();
    assert_eq!(cart["merchants"].as_array().unwrap().len(), 2);
    assert_eq!(cart["subtotal"]["amount"], "63.50");
    let total = ann.prepare().await;
    assert_eq!(total, "73.30", "63.50 and twice 4.90");

    let ordered = ann.order("key-1", &total).await;
    assert_eq!(ordered.status, 201, "{}", ordered.text());
    let order = ordered.json();
    let landed = decide(&app, order["payment_url"].as_str().unwrap(), "success").await;
    let page = format!("/orders/{}", order["token"].as_str().unwrap());
    assert_eq!(landed.location(), page);

    let shown = app.program().get(&format!("/api/v1{page}")).await.json();
    assert_eq!(shown["status"], "confirmed");
    assert!(shown["number"].as_str().unwrap().starts_with("SK-"));
    assert_eq!(shown["parts"].as_array().unwrap().len(), 2);
    assert_eq!(shown["totals"]["total"]["amount"], "73.30");
    // 19 % within 73.30, rounded per line and per parcel: 607 + 407 + 78 + 78.
    assert_eq!(shown["totals"]["tax"]["amount"], "11.70");
    assert_invariants(&app).await;

    let mails: Vec<(String, String)> =
        sqlx::query_as("select to_address, subject from mails order by to_address")
            .fetch_all(app.pool())
            .await
            .unwrap();
    let to: Vec<&str> = mails.iter().map(|(to, _)| to.as_str()).collect();
    assert_eq!(
        to,
        [
            "ann@example.org",
            "hello@kilnworks.example",
            "hello@loomhouse.example"
        ]
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn ordering_again_is_the_same_order(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 5).await;
    let mut ann = Buyer::new(&app).await;
    ann.add(market.variants[0], 1).await;
    let total = ann.prepare().await;
    let first = ann.order("key", &total).await.json();
    let again = ann.order("key", &total).await.json();
    assert_eq!(first, again);
    let other_key = ann.order("another", &total).await.json();
    assert_eq!(
        first, other_key,
        "a payment is under way: the buyer goes on with it"
    );
    let reused = ann.order("key", "1.00").await;
    assert_eq!(
        (reused.status, reused.json()["code"].as_str().unwrap()),
        (409, "idempotency_key_reused")
    );

    decide(&app, first["payment_url"].as_str().unwrap(), "success").await;
    let after = ann.order("key", &total).await;
    assert_eq!(
        after.json()["token"],
        first["token"],
        "the cart was ordered: the same order is answered"
    );
    assert_eq!(placed(&app).await, 1);
    assert_invariants(&app).await;
}

#[sqlx::test(migrations = "../migrations")]
async fn a_total_the_buyer_did_not_see_is_refused(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 5).await;
    let mut ann = Buyer::new(&app).await;
    ann.add(market.variants[0], 1).await;
    let total = ann.prepare().await;
    sqlx::query("update variants set price_minor = 2100")
        .execute(app.pool())
        .await
        .unwrap();
    let refused = ann.order("key", &total).await;
    assert_eq!(
        (refused.status, refused.json()["code"].as_str().unwrap()),
        (409, "total_changed")
    );
    for bad in ["", "1e3", "-5.00", "NaN", "99999999999999999999.00", "23.8"] {
        let refused = ann.order("key-2", bad).await;
        assert!(
            [409, 422].contains(&refused.status),
            "{bad}: {}",
            refused.text()
        );
    }
    let drafts: i64 = sqlx::query_scalar("select count(*) from order_groups")
        .fetch_one(app.pool())
        .await
        .unwrap();
    assert_eq!(drafts, 0, "nothing is half-written");
}

#[sqlx::test(migrations = "../migrations")]
async fn bounds_of_quantities(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 1000).await;
    let mut ann = Buyer::new(&app).await;
    for bad in [
        json!(0),
        json!(-1),
        json!(100),
        json!(2_147_483_648_u64),
        json!(1.5),
        json!("1"),
        json!(1e300),
    ] {
        let line = json!({ "variant_id": market.variants[0], "quantity": bad });
        let refused = ann
            .client
            .post_json("/api/v1/carts/current/lines", &line)
            .await;
        assert_eq!(refused.status, 422, "{bad}: {}", refused.text());
    }
    let extra = json!({ "variant_id": market.variants[0], "quantity": 1, "price": 1 });
    assert_eq!(
        ann.client
            .post_json("/api/v1/carts/current/lines", &extra)
            .await
            .status,
        422
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn nobody_elses_cart(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 5).await;
    let mut ann = Buyer::new(&app).await;
    let mut bob = Buyer::new(&app).await;
    let cart = ann.add(market.variants[0], 1).await.json();
    bob.add(market.variants[1], 1).await;
    let line = cart["merchants"][0]["lines"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = format!("/api/v1/carts/current/lines/{line}");
    let body = json!({ "quantity": 3 }).to_string().into_bytes();
    let refused = bob
        .client
        .request(http::Method::PATCH, &path, Some("application/json"), body)
        .await;
    assert_eq!(refused.status, 404);
    bob.client
        .request(http::Method::DELETE, &path, None, Vec::new())
        .await;
    let still = ann.client.get("/api/v1/carts/current").await.json();
    assert_eq!(still["item_count"], 1);
    assert_eq!(app.program().get("/api/v1/carts/current").await.status, 401);
    let mut stranger = app
        .program()
        .with("cart-token", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    assert_eq!(stranger.get("/api/v1/carts/current").await.status, 404);
}

#[sqlx::test(migrations = "../migrations")]
async fn two_hundred_buyers_of_the_last_piece(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 1).await;
    let mut buyers = Vec::new();
    for _ in 0..200 {
        let mut buyer = Buyer::new(&app).await;
        assert_eq!(buyer.add(market.variants[0], 1).await.status, 200);
        buyers.push(buyer);
    }
    let mut answers = join_all(buyers.iter_mut().map(|buyer| buyer.begin())).await;
    // "Try again" is a clean answer too, where so many want the same row at once; who is told so tries again.
    for (buyer, answer) in buyers.iter_mut().zip(&mut answers) {
        while answer.status == 503 {
            *answer = buyer.begin().await;
        }
    }
    let (won, lost): (Vec<_>, Vec<_>) = buyers
        .iter_mut()
        .zip(answers)
        .partition(|(_, answer)| answer.status == 200);
    assert_eq!((won.len(), lost.len()), (1, 199));
    for (_, answer) in &lost {
        assert_eq!(
            (answer.status, answer.json()["code"].as_str().unwrap()),
            (422, "stock_short")
        );
    }
    assert_invariants(&app).await;
    for (buyer, _) in won {
        let total = buyer.prepare().await;
        let order = buyer.order("key", &total).await.json();
        decide(&app, order["payment_url"].as_str().unwrap(), "success").await;
    }
    assert_eq!(placed(&app).await, 1);
    assert_invariants(&app).await;
}

#[sqlx::test(migrations = "../migrations")]
async fn all_shortages_are_told_at_once(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 3).await;
    let mut ann = Buyer::new(&app).await;
    ann.add(market.variants[0], 3).await;
    ann.add(market.variants[1], 2).await;
    let mut bob = Buyer::new(&app).await;
    bob.add(market.variants[0], 2).await;
    bob.add(market.variants[1], 2).await;
    assert_eq!(bob.begin().await.status, 200);
    let short = ann.begin().await;
    assert_eq!(short.status, 422);
    let title = short.json()["title"].as_str().unwrap().to_owned();
    assert!(
        title.contains("Only 1 of Tidal Mug") && title.contains("Only 1 of Dune Rug"),
        "{title}"
    );
    assert_invariants(&app).await;
}

#[sqlx::test(migrations = "../migrations")]
async fn a_hold_runs_out_and_is_free_again(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 1).await;
    let mut ann = Buyer::new(&app).await;
    ann.add(market.variants[0], 1).await;
    assert_eq!(ann.begin().await.status, 200);
    let mut bob = Buyer::new(&app).await;
    let refused = bob.add(market.variants[0], 1).await;
    assert_eq!(refused.json()["code"], "sold_out");
    app.advance(Duration::minutes(31));
    upkeep::round(&app.state).await;
    assert_eq!(bob.add(market.variants[0], 1).await.status, 200);
    assert_eq!(bob.begin().await.status, 200);
    assert_eq!(
        ann.begin().await.status,
        422,
        "the first buyer came back too late"
    );
    assert_invariants(&app).await;
}

#[sqlx::test(migrations = "../migrations")]
async fn a_payment_that_comes_after_the_goods_are_gone_goes_back(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 1).await;
    let mut ann = Buyer::new(&app).await;
    ann.add(market.variants[0], 1).await;
    let total = ann.prepare().await;
    let order = ann.order("key", &total).await.json();
    // The hold is lost, and another buyer takes the piece.
    let checkout: uuid::Uuid = sqlx::query_scalar("select id from checkouts")
        .fetch_one(app.pool())
        .await
        .unwrap();
    sqlx::query("update checkouts set state = 'open', expires_at = '2026-01-01'")
        .execute(app.pool())
        .await
        .unwrap();
    upkeep::round(&app.state).await;
    sqlx::query("update checkouts set state = 'paying' where id = $1")
        .bind(checkout)
        .execute(app.pool())
        .await
        .unwrap();
    let mut bob = Buyer::new(&app).await;
    bob.add(market.variants[0], 1).await;
    let total = bob.prepare().await;
    let other = bob.order("key", &total).await.json();
    decide(&app, other["payment_url"].as_str().unwrap(), "success").await;

    decide(&app, order["payment_url"].as_str().unwrap(), "success").await;
    let shown = app
        .program()
        .get(&format!(
            "/api/v1/orders/{}",
            order["token"].as_str().unwrap()
        ))
        .await
        .json();
    assert_eq!(shown["status"], "cancelled");
    // The refund is executed at the provider by a job.
    app.run_jobs().await;
    let given: i64 =
        sqlx::query_scalar("select sum(amount_minor)::bigint from test_provider_refunds")
            .fetch_one(app.pool())
            .await
            .unwrap();
    assert_eq!(given, 2390);
    assert_eq!(placed(&app).await, 1);
    assert_invariants(&app).await;
}

#[sqlx::test(migrations = "../migrations")]
async fn a_declined_payment_can_be_tried_again(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 1).await;
    let mut ann = Buyer::new(&app).await;
    ann.add(market.variants[0], 1).await;
    let total = ann.prepare().await;
    let first = ann.order("key", &total).await.json();
    let landed = decide(&app, first["payment_url"].as_str().unwrap(), "decline").await;
    assert_eq!(landed.location(), "/checkout?step=review&notice=declined");
    let second = ann.order("key-2", &total).await.json();
    assert_eq!(second["token"], first["token"], "one cart, one order");
    assert_ne!(second["payment_url"], first["payment_url"]);
    decide(&app, second["payment_url"].as_str().unwrap(), "success").await;
    assert_eq!(placed(&app).await, 1);
    assert_invariants(&app).await;
}

#[sqlx::test(migrations = "../migrations")]
async fn the_cart_stands_still_while_it_is_paid(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 5).await;
    let mut ann = Buyer::new(&app).await;
    ann.add(market.variants[0], 1).await;
    let total = ann.prepare().await;
    let order = ann.order("key", &total).await.json();
    let refused = ann.add(market.variants[1], 1).await;
    assert_eq!(refused.json()["code"], "payment_under_way");
    let cancelled = ann
        .client
        .request(
            http::Method::DELETE,
            "/api/v1/carts/current/checkout/payment",
            None,
            Vec::new(),
        )
        .await;
    assert_eq!(cancelled.status, 200, "{}", cancelled.text());
    assert_eq!(ann.add(market.variants[1], 1).await.status, 200);
    // The cancelled payment cannot be paid any more.
    decide(&app, order["payment_url"].as_str().unwrap(), "success").await;
    assert_eq!(placed(&app).await, 0);
    let total = ann.prepare().await;
    let order = ann.order("key-2", &total).await.json();
    decide(&app, order["payment_url"].as_str().unwrap(), "success").await;
    assert_eq!(placed(&app).await, 1);
    assert_invariants(&app).await;
}

/// Lets the poller go round until `expected` orders are placed. The first rounds may still find rows locked by a
/// connection that is being cleaned up.
async fn poll_until_placed(app: &TestApp, expected: usize) {
    let expected = i64::try_from(expected).unwrap();
    for _ in 0..20 {
        if placed(app).await == expected {
            return;
        }
        app.advance(Duration::seconds(20));
        poll_due(&app.state).await.unwrap();
    }
    assert_eq!(placed(app).await, expected);
}

#[sqlx::test(migrations = "../migrations")]
async fn a_crash_at_any_step_of_ordering_loses_nothing(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 1000).await;
    let mut steps = 0;
    loop {
        let mut ann = Buyer::new(&app).await;
        ann.add(market.variants[0], 1).await;
        ann.add(market.variants[1], 1).await;
        let total = ann.prepare().await;
        let token = CartToken::from(
            ann.client.headers["cart-token"]
                .to_str()
                .unwrap()
                .to_owned(),
        );
        let request = PayRequest {
            idempotency_key: format!("key-{steps}"),
            expected_total: total.clone(),
        };
        let through = dies_after(steps, pay(&app.state, &token, &request)).await;
        // The buyer tries again, and the order is the only one.
        let order = ann.order(&request.idempotency_key, &total).await;
        assert_eq!(
            order.status,
            201,
            "after a crash at step {steps}: {}",
            order.text()
        );
        decide(
            &app,
            order.json()["payment_url"].as_str().unwrap(),
            "success",
        )
        .await;
        poll_until_placed(&app, steps + 1).await;
        assert_invariants(&app).await;
        if through {
            break;
        }
        steps += 1;
    }
    assert!(steps > 10, "each statement was the last one once: {steps}");
}

#[sqlx::test(migrations = "../migrations")]
async fn a_crash_at_any_step_of_settling_is_made_good_by_the_poller(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 1000).await;
    let mut steps = 0;
    loop {
        let mut ann = Buyer::new(&app).await;
        ann.add(market.variants[0], 1).await;
        let total = ann.prepare().await;
        let order = ann.order("key", &total).await.json();
        let url = order["payment_url"].as_str().unwrap().to_owned();
        sqlx::query("update test_provider_payments set state = 'succeeded' where ref = $1")
            .bind(crate::support::market::reference(&url))
            .execute(app.pool())
            .await
            .unwrap();
        let payment: uuid::Uuid =
            sqlx::query_scalar("select id from payments order by created_at desc, id desc limit 1")
                .fetch_one(app.pool())
                .await
                .unwrap();
        let payment = domain::ids::PaymentId::from_uuid(payment);
        let through = dies_after(steps, app::payments::ssr::refresh(&app.state, payment)).await;
        poll_until_placed(&app, steps + 1).await;
        assert_invariants(&app).await;
        if through {
            break;
        }
        steps += 1;
    }
    assert!(steps > 10, "each statement was the last one once: {steps}");
}
