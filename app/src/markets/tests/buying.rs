//! Whole purchases in a market, and that no amount is ever taken for another.

use app::payments::ssr::poll_due;
use serde_json::json;
use sqlx::PgPool;
use time::Duration;

use super::{price_list, shown, swiss};
use crate::support::{
    Answer, TestApp,
    market::{Buyer, assert_invariants, decide, placed},
};

/// A buyer in Switzerland.
async fn heidi(app: &TestApp) -> Buyer {
    let mut buyer = Buyer::new(app).await;
    buyer.client = buyer.client.with("market", "ch");
    buyer
}

async fn address(buyer: &mut Buyer, country: &str) -> Answer {
    let address = json!({
        "email": "heidi@example.org", "name": "Heidi Example", "line1": "Dorfstr. 1", "city": "Maienfeld",
        "postcode": if country == "CH" { "7304" } else { "10115" }, "country": country
    });
    buyer
        .put("/api/v1/carts/current/checkout/address", &address)
        .await
}

/// Chooses the standard way of sending for every parcel; gives the total and its currency.
async fn ship(buyer: &mut Buyer, parcels: &serde_json::Value) -> (String, String) {
    let parcels = parcels.as_array().unwrap().iter();
    let rates: serde_json::Map<String, serde_json::Value> = parcels
        .map(|parcel| {
            let merchant = parcel["merchant_id"].as_str().unwrap();
            (merchant.to_owned(), json!("standard"))
        })
        .collect();
    let path = "/api/v1/carts/current/checkout/shipping";
    let answer = buyer.put(path, &json!({ "rates": rates })).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let total = answer.json()["totals"]["total"].clone();
    (
        total["amount"].as_str().unwrap().to_owned(),
        total["currency"].as_str().unwrap().to_owned(),
    )
}

/// From the cart to the total, to Switzerland.
async fn prepare(buyer: &mut Buyer) -> (String, String) {
    let begun = buyer.begin().await;
    assert_eq!(begun.status, 200, "{}", begun.text());
    let answer = address(buyer, "CH").await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    ship(buyer, &answer.json()["parcels"]).await
}

#[sqlx::test(migrations = "../migrations")]
async fn a_purchase_in_francs(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = swiss(&app, 5).await;
    let mut heidi = heidi(&app).await;
    heidi.add(market.variants[0], 2).await;
    let cart = heidi.add(market.variants[1], 1).await.json();
    assert_eq!(
        cart["subtotal"],
        json!({ "amount": "66.95", "currency": "CHF" })
    );
    // 42.00 + 24.95 and twice 4.90 × 0.95 × 1.03 = 4.80.
    assert_eq!(
        prepare(&mut heidi).await,
        ("76.55".to_owned(), "CHF".to_owned())
    );
    // As many euro as it is francs: a program that has forgotten its market.
    let mut program = heidi.client.clone().with("idempotency-key", "euro");
    let euro = json!({ "expected_total": "76.55", "currency": "EUR" });
    let refused = program.post_json("/api/v1/orders", &euro).await;
    assert_eq!(refused.status, 409, "{}", refused.text());
    assert_eq!(refused.json()["code"], "total_changed");
    let ordered = heidi.order("key", "76.55").await;
    assert_eq!(ordered.status, 201, "{}", ordered.text());
    let order = ordered.json();
    let landed = decide(&app, order["payment_url"].as_str().unwrap(), "success").await;
    assert!(
        landed.location().starts_with("/en-ch/orders/"),
        "{}",
        landed.location()
    );
    assert_invariants(&app).await;
    assert_eq!(placed(&app).await, 1);

    let path = format!("/orders/{}", order["token"].as_str().unwrap());
    let seen = app.program().get(&format!("/api/v1{path}")).await.json();
    let totals = &seen["totals"];
    assert_eq!(
        totals["total"],
        json!({ "amount": "76.55", "currency": "CHF" }),
        "whoever asks, in whichever market"
    );
    let parts = seen["parts"].as_array().unwrap().iter();
    let mut prices: Vec<&str> = parts
        .map(|part| part["lines"][0]["unit_price"]["amount"].as_str().unwrap())
        .collect();
    prices.sort_unstable();
    assert_eq!(prices, ["21.00", "24.95"]);
    let page = shown(&app.browser().get(landed.location()).await);
    assert!(page.contains("CHF 76.55") && !page.contains('€'));
    let (subject, text): (String, String) = sqlx::query_as(
        "select subject, text_body from mails where to_address = 'heidi@example.org'",
    )
    .fetch_one(app.pool())
    .await
    .unwrap();
    let text = text.replace('\u{a0}', " ");
    assert!(
        text.contains("CHF 76.55") && text.contains("/en-ch/orders/") && !text.contains('€'),
        "{subject}: {text}"
    );
    // Captured, owed and kept in francs alone.
    let currencies: Vec<String> = sqlx::query_scalar(
        "select distinct currency from journal_postings union select currency from payments
         union select currency from orders union select currency from order_groups",
    )
    .fetch_all(app.pool())
    .await
    .unwrap();
    assert_eq!(currencies, ["CHF"]);
}

#[sqlx::test(migrations = "../migrations")]
async fn a_cart_is_shown_in_the_market_of_the_page(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = swiss(&app, 5).await;
    let mut ann = Buyer::new(&app).await;
    let cart = ann.add(market.variants[0], 1).await.json();
    assert_eq!(cart["subtotal"]["currency"], "EUR");
    ann.client = ann.client.with("market", "ch");
    let cart = ann.client.get("/api/v1/carts/current").await.json();
    assert_eq!(cart["subtotal"]["amount"], "21.00");
    let line = &cart["merchants"][0]["lines"][0];
    assert_eq!(line["notices"], json!([]), "no price has changed");
    // Seen in francs now, so that a change of those is one.
    let path = format!(
        "/api/v1/carts/current/lines/{}",
        line["id"].as_str().unwrap()
    );
    let path = path.as_str();
    let set = ann
        .client
        .request(
            http::Method::PATCH,
            path,
            Some("application/json"),
            json!({ "quantity": 2 }).to_string().into_bytes(),
        )
        .await;
    assert_eq!(set.status, 200, "{}", set.text());
    price_list(&app, "ch,MUG,22.00,\n").await;
    let cart = ann.client.get("/api/v1/carts/current").await.json();
    assert_eq!(cart["subtotal"]["amount"], "44.00");
    let notices = cart["merchants"][0]["lines"][0]["notices"].clone();
    assert_eq!(notices.as_array().unwrap().len(), 1, "{notices}");
    let unknown = ann.client.clone().with("market", "zz");
    for answer in [
        unknown.clone().get("/api/v1/carts/current").await,
        unknown
            .with("market", "Schweiz")
            .get("/api/v1/products")
            .await,
    ] {
        assert_eq!(
            (answer.status, answer.json()["code"].as_str().unwrap()),
            (422, "unknown_market")
        );
        assert_eq!(answer.header("content-type"), "application/problem+json");
        assert!(!answer.header("x-content-type-options").is_empty());
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn a_market_sells_to_its_countries_only(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = swiss(&app, 5).await;
    let mut heidi = heidi(&app).await;
    heidi.add(market.variants[0], 1).await;
    heidi.begin().await;
    let refused = address(&mut heidi, "DE").await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert!(refused.text().contains("country") && refused.text().contains("Europe"));
    // Entered in the shop's own market, it is not taken over into this one.
    let mut own = Buyer {
        client: heidi.client.clone(),
    };
    own.client.headers.remove("market");
    let answer = address(&mut own, "DE").await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let (total, _) = ship(&mut own, &answer.json()["parcels"]).await;
    assert_eq!(total, "23.90");
    for total in ["23.90", "25.80"] {
        let refused = heidi.order(&format!("key-{total}"), total).await;
        assert_eq!(
            (refused.status, refused.json()["code"].as_str().unwrap()),
            (422, "checkout_incomplete")
        );
    }
    let mut browser = app.browser();
    let token = heidi.client.headers["cart-token"].to_str().unwrap();
    browser.cookies.insert("cart".into(), token.to_owned());
    let form = browser.get("/en-ch/checkout").await.text();
    assert!(form.contains("Liechtenstein") && !form.contains("value=\"FR\""));
}

#[sqlx::test(migrations = "../migrations")]
async fn who_orders_in_two_markets_at_once_pays_what_they_saw(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = swiss(&app, 5).await;
    for round in 0..4 {
        let mut heidi = heidi(&app).await;
        heidi.add(market.variants[0], 1).await;
        assert_eq!(prepare(&mut heidi).await.0, "25.80");
        let mut own = Buyer {
            client: heidi.client.clone(),
        };
        own.client.headers.remove("market");
        // Sent to Switzerland it is 19.00 and 4.90 in euro. The other's total is no total here.
        for (buyer, total) in [(&mut heidi, "23.90"), (&mut own, "25.80")] {
            let refused = buyer.order(&format!("wrong-{total}"), total).await;
            assert_eq!(refused.json()["code"], "total_changed");
        }
        let (francs, euro) = tokio::join!(heidi.order("a", "25.80"), own.order("b", "23.90"));
        let mut won = 0;
        for (answer, amount) in [(francs, (2580, "CHF")), (euro, (2390, "EUR"))] {
            if answer.status != 201 {
                assert_eq!(answer.json()["code"], "total_changed", "{}", answer.text());
                continue;
            }
            won += 1;
            let order = answer.json();
            let paid: (i64, String) = sqlx::query_as(
                "select p.amount_minor, p.currency from payments p join order_groups g on g.id = p.group_id
                 where g.access_token = $1",
            )
            .bind(order["token"].as_str().unwrap())
            .fetch_one(app.pool())
            .await
            .unwrap();
            assert_eq!(paid, (amount.0, amount.1.to_owned()), "round {round}");
            decide(&app, order["payment_url"].as_str().unwrap(), "success").await;
        }
        assert_eq!(won, 1, "round {round}");
        assert_invariants(&app).await;
    }
    assert_eq!(placed(&app).await, 4);
}

#[sqlx::test(migrations = "../migrations")]
async fn money_of_another_market_is_not_taken_for_the_order(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = swiss(&app, 5).await;
    let mut heidi = heidi(&app).await;
    heidi.add(market.variants[0], 1).await;
    prepare(&mut heidi).await;
    let francs = heidi.order("a", "25.80").await.json();
    // The attempt ends without word; the buyer goes on in euro.
    app.advance(Duration::minutes(31));
    poll_due(&app.state).await.unwrap();
    let mut own = Buyer {
        client: heidi.client.clone(),
    };
    own.client.headers.remove("market");
    let euro = own.order("b", "23.90").await;
    assert_eq!(euro.status, 201, "{}", euro.text());
    let euro = euro.json();
    assert_ne!(euro["payment_url"], francs["payment_url"]);
    let group: (String, i64) = sqlx::query_as("select currency, total_minor from order_groups")
        .fetch_one(app.pool())
        .await
        .unwrap();
    assert_eq!(group, ("EUR".to_owned(), 2390), "one draft, written anew");
    decide(&app, euro["payment_url"].as_str().unwrap(), "success").await;
    assert_eq!(placed(&app).await, 1);
    assert_invariants(&app).await;
}

#[sqlx::test(migrations = "../migrations")]
async fn late_money_of_another_market_goes_back(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = swiss(&app, 5).await;
    let mut heidi = heidi(&app).await;
    heidi.add(market.variants[0], 1).await;
    prepare(&mut heidi).await;
    let francs = heidi.order("a", "25.80").await.json();
    // Given up here, while the provider has not heard of it.
    for sql in [
        "update payments set state = 'expired'",
        "update checkouts set state = 'open'",
    ] {
        sqlx::query(sql).execute(app.pool()).await.unwrap();
    }
    let mut own = Buyer {
        client: heidi.client.clone(),
    };
    own.client.headers.remove("market");
    let euro = own.order("b", "23.90").await;
    assert_eq!(euro.status, 201, "{}", euro.text());
    decide(&app, francs["payment_url"].as_str().unwrap(), "success").await;
    assert_eq!(placed(&app).await, 0, "paid in francs for a draft in euro");
    app.run_jobs().await;
    let back: (i64, i64, String) = sqlx::query_as(
        "select captured_minor, refunded_minor, currency from payments where attempt = 1",
    )
    .fetch_one(app.pool())
    .await
    .unwrap();
    assert_eq!(back, (2580, 2580, "CHF".to_owned()));
    decide(
        &app,
        euro.json()["payment_url"].as_str().unwrap(),
        "success",
    )
    .await;
    assert_eq!(placed(&app).await, 1);
    assert_invariants(&app).await;
}
