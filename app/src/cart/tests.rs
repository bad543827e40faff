//! Carts: works, again, not yours; what changes after the goods were put in; what the page foretells.

use app::{
    cart::{
        basket::Change,
        ssr::{add_line, remove_line, set_quantity, show},
        types::CartView,
    },
    ssr::Cx,
};
use domain::{ids::CartLineId, policy::Actor, quantity::Quantity};
use serde_json::json;
use sqlx::PgPool;

use crate::support::{
    TestApp,
    market::{Buyer, Market, assert_invariants},
};

#[sqlx::test(migrations = "../migrations")]
async fn the_same_variant_is_one_line(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 10).await;
    let mut ann = Buyer::new(&app).await;
    ann.add(market.variants[0], 2).await;
    let cart = ann.add(market.variants[0], 3).await.json();
    assert_eq!(cart["merchants"][0]["lines"].as_array().unwrap().len(), 1);
    assert_eq!(cart["item_count"], 5);
    let more = ann.add(market.variants[0], 50).await.json();
    assert_eq!(more["item_count"], 10, "never more than are left");
}

#[sqlx::test(migrations = "../migrations")]
async fn fifty_clicks_at_once_are_one_line(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 40).await;
    let ann = Buyer::new(&app).await;
    let clicks = (0..50).map(|_| {
        let mut client = ann.client.clone();
        let line = json!({ "variant_id": market.variants[0], "quantity": 1 });
        async move {
            client
                .post_json("/api/v1/carts/current/lines", &line)
                .await
                .status
        }
    });
    let statuses = futures::future::join_all(clicks).await;
    assert!(
        statuses.iter().all(|status| [200, 503].contains(status)),
        "{statuses:?}"
    );
    let added = statuses.iter().filter(|status| **status == 200).count();
    let cart = ann.client.clone().get("/api/v1/carts/current").await.json();
    assert_eq!(cart["merchants"][0]["lines"].as_array().unwrap().len(), 1);
    assert_eq!(cart["item_count"], added.min(40));
}

#[sqlx::test(migrations = "../migrations")]
async fn a_changed_price_is_told_and_agreed_to(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 10).await;
    let mut ann = Buyer::new(&app).await;
    ann.add(market.variants[0], 1).await;
    sqlx::query("update variants set price_minor = 2100 where id = $1")
        .bind(market.variants[0].as_uuid())
        .execute(app.pool())
        .await
        .unwrap();
    let line =
        ann.client.get("/api/v1/carts/current").await.json()["merchants"][0]["lines"][0].clone();
    assert_eq!(line["notices"][0]["code"], "price_changed");
    assert_eq!(line["notices"][0]["from"]["amount"], "19.00");
    assert_eq!(line["unit_price"]["amount"], "21.00");
    assert_eq!(ann.begin().await.status, 200);
    let after = ann.client.get("/api/v1/carts/current").await.json();
    assert_eq!(after["merchants"][0]["lines"][0]["notices"], json!([]));
}

#[sqlx::test(migrations = "../migrations")]
async fn goods_taken_from_sale_block_the_checkout(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 10).await;
    let mut ann = Buyer::new(&app).await;
    ann.add(market.variants[0], 1).await;
    sqlx::query("update products set state = 'archived'")
        .execute(app.pool())
        .await
        .unwrap();
    let cart = ann.client.get("/api/v1/carts/current").await.json();
    assert_eq!(cart["blocked"], true);
    assert_eq!(ann.begin().await.json()["code"], "stock_short");
    assert_eq!(ann.add(market.variants[0], 1).await.status, 404);
    assert_invariants(&app).await;
}

#[sqlx::test(migrations = "../migrations")]
async fn the_badge_cookie_counts_and_the_token_is_hidden(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 10).await;
    let mut ann = app.browser();
    let variant = market.variants[0].to_string();
    let added = ann
        .post_form("/api/cart/add", &[("variant", &variant), ("quantity", "3")])
        .await;
    let cookies: Vec<&str> = added
        .headers
        .get_all("set-cookie")
        .iter()
        .map(|value| value.to_str().unwrap())
        .collect();
    assert!(
        cookies
            .iter()
            .any(|cookie| cookie.starts_with("cart_count=3;")),
        "{cookies:?}"
    );
    let token = cookies
        .iter()
        .find(|cookie| cookie.starts_with("cart="))
        .unwrap();
    assert!(
        token.contains("HttpOnly") && token.contains("SameSite=Lax"),
        "{token}"
    );
    let again = ann
        .post_form(
            "/api/cart/add",
            &[("variant", &variant), ("quantity", "99")],
        )
        .await;
    assert_eq!(again.location(), "/cart?notice=limited");
    let bad = ann
        .post_form("/api/cart/add", &[("variant", &variant), ("quantity", "0")])
        .await;
    assert_eq!(bad.status, 422);
}

#[sqlx::test(migrations = "../migrations")]
async fn the_page_foretells_what_the_server_answers(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 10).await;
    let media = app.state.media.clone();
    let mut cx = Cx::begin(&app.state, Actor::Guest).await.unwrap();
    let (token, _) = add_line(&mut cx, None, market.variants[0], Quantity::ONE)
        .await
        .unwrap();
    add_line(&mut cx, Some(&token), market.variants[1], Quantity::ONE)
        .await
        .unwrap();
    sqlx::query("update variants set price_minor = 2100 where id = $1")
        .bind(market.variants[0].as_uuid())
        .execute(cx.db())
        .await
        .unwrap();
    let mut before = show(cx.db(), &media, Some(&token)).await.unwrap();
    let line = |view: &CartView, at: usize| -> CartLineId { view.merchants[at].lines[0].id };
    let lines = [line(&before, 0), line(&before, 1)];
    let many = Quantity::try_from(7).unwrap();
    for change in [
        Change::Set(lines[1], many),
        Change::Set(lines[0], many),
        Change::Set(lines[0], Quantity::ONE),
        Change::Remove(lines[1]),
        Change::Remove(lines[0]),
    ] {
        let foretold = change.apply(&before);
        match change {
            Change::Set(line, quantity) => {
                set_quantity(&mut cx, &token, line, quantity).await.unwrap();
            }
            Change::Remove(line) => remove_line(&mut cx, &token, line).await.unwrap(),
        }
        let after = show(cx.db(), &media, Some(&token)).await.unwrap();
        assert_ne!(before, after, "{change:?}");
        assert_eq!(foretold, after, "{change:?}");
        before = after;
    }
    assert!(before.is_empty());
}
