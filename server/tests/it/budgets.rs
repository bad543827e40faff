//! What a page may cost: SQL statements of a whole request, through every layer, whatever the number of rows.
//!
//! Times are measured by `cargo xtask bench`, never asserted.

use app::catalog::ssr::{OptionInput, StockPolicy, set_stock, upsert_product};
use domain::ids::{CategoryId, MerchantId, VariantId};
use sqlx::PgPool;

use crate::catalog::{begin, category, merchant, product};
use crate::support::market::{Buyer, Market};
use crate::support::statements::statements_of;
use crate::support::{Client, TestApp};

/// The statements of a second visit: the first has filled the menu's cache.
async fn cost(client: &mut Client, path: &str) -> Vec<String> {
    assert_eq!(client.get(path).await.status, 200, "{path}");
    let (answer, found) = statements_of(client.get(path)).await;
    assert_eq!(answer.status, 200, "{path}");
    assert!(!found.is_empty(), "{path}: nothing was counted");
    found
}

/// At most `budget`; a failure lists what was asked.
async fn assert_within(budget: usize, client: &mut Client, path: &str) -> usize {
    let found = cost(client, path).await;
    assert!(
        found.len() <= budget,
        "{path} costs {} statements, {budget} are allowed: {found:#?}",
        found.len()
    );
    found.len()
}

/// `count` products in one category.
async fn fill(app: &TestApp, merchant: MerchantId, category: CategoryId, count: usize) {
    let mut cx = begin(app).await;
    for at in 0..count {
        let input = product(merchant, category, &format!("Bowl {count} {at}"), 1_200);
        upsert_product(&mut cx, input).await.unwrap();
    }
    cx.commit().await.unwrap();
}

/// A product with `count` variants of which there are plenty.
async fn product_with_variants(
    app: &TestApp,
    merchant: MerchantId,
    category: CategoryId,
    count: usize,
) -> (String, Vec<VariantId>) {
    let mut cx = begin(app).await;
    let mut input = product(merchant, category, &format!("Yarn in {count} colours"), 900);
    let values: Vec<String> = (0..count).map(|at| format!("Colour {at}")).collect();
    let plain = input.variants.remove(0);
    assert_eq!(plain.stock_policy, StockPolicy::Tracked);
    for value in &values {
        let mut variant = plain.clone();
        variant.option_values = vec![value.clone()];
        input.variants.push(variant);
    }
    input.options = vec![OptionInput {
        name: "Colour".into(),
        values,
        swatches: Vec::new(),
    }];
    let made = upsert_product(&mut cx, input).await.unwrap();
    let location = app::catalog::ssr::default_location(&mut cx, merchant)
        .await
        .unwrap();
    for (variant, _) in &made.variants {
        let cause = ("seed", made.id.as_uuid());
        set_stock(&mut cx, *variant, location, 90, cause)
            .await
            .unwrap();
    }
    cx.commit().await.unwrap();
    let variants = made.variants.into_iter().map(|(id, _)| id).collect();
    (made.slug, variants)
}

/// A merchant and a category below a department.
async fn place(app: &TestApp) -> (MerchantId, CategoryId) {
    let mut cx = begin(app).await;
    let merchant = merchant(&mut cx, "spinnery").await;
    let department = category(&mut cx, "wool", None).await;
    let leaf = category(&mut cx, "yarns", Some(department)).await;
    cx.commit().await.unwrap();
    (merchant, leaf)
}

#[sqlx::test(migrations = "../migrations")]
async fn listings_and_search_cost_three_statements_however_long(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (merchant, leaf) = place(&app).await;
    let mut ann = app.browser();
    let paths = [
        "/c/yarns",
        "/c/wool",
        "/c/wool?category=yarns&merchant=spinnery&min=1&max=90&material=Clay&sort=price_ascending",
        "/m/spinnery",
        "/search?q=bowl",
        "/search?q=bowl&category=wool&merchant=spinnery&max=90&sort=newest",
        "/search?q=bowll",
    ];
    fill(&app, merchant, leaf, 1).await;
    let mut short = Vec::new();
    for path in paths {
        short.push(assert_within(3, &mut ann, path).await);
    }
    fill(&app, merchant, leaf, 30).await;
    for (path, before) in paths.into_iter().zip(short) {
        assert_eq!(assert_within(3, &mut ann, path).await, before, "{path}");
    }
    // Nothing found: also what else there is to see.
    assert_within(3, &mut ann, "/search?q=zzzzzzzz").await;
    assert_within(3, &mut ann, "/c/wool?merchant=nobody").await;
    assert_within(2, &mut ann, "/search/suggest?q=bow").await;
    assert_within(6, &mut ann, "/").await;
}

#[sqlx::test(migrations = "../migrations")]
async fn the_menu_costs_one_statement_in_half_a_minute(pool: PgPool) {
    let app = TestApp::new(pool).await;
    place(&app).await;
    let mut ann = app.browser();
    let (answer, cold) = statements_of(ann.get("/c/yarns")).await;
    assert_eq!(answer.status, 200);
    assert_eq!(cold.len(), cost(&mut ann, "/c/yarns").await.len() + 1);
}

#[sqlx::test(migrations = "../migrations")]
async fn a_product_costs_eight_statements_however_many_variants(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (merchant, leaf) = place(&app).await;
    fill(&app, merchant, leaf, 12).await;
    let mut ann = app.browser();
    let (one, _) = product_with_variants(&app, merchant, leaf, 1).await;
    let (many, _) = product_with_variants(&app, merchant, leaf, 50).await;
    let cost_of_one = assert_within(8, &mut ann, &format!("/p/{one}")).await;
    let cost_of_many = assert_within(8, &mut ann, &format!("/p/{many}")).await;
    assert_eq!(cost_of_one, cost_of_many);
}

#[sqlx::test(migrations = "../migrations")]
async fn a_cart_costs_twelve_statements_however_full(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (merchant, leaf) = place(&app).await;
    let (_, variants) = product_with_variants(&app, merchant, leaf, 50).await;
    let mut costs = Vec::new();
    for lines in [1, 50] {
        let mut buyer = Buyer::new(&app).await;
        for variant in &variants[..lines] {
            let added = buyer.add(*variant, 1).await;
            assert_eq!(added.status, 200, "{}", added.text());
        }
        let mut ann = browser_with_cart_of(&app, &buyer);
        costs.push(assert_within(12, &mut ann, "/cart").await);
        let page = ann.get("/cart").await.text();
        assert!(page.contains(&format!("Colour {}", lines - 1)));
    }
    assert_eq!(costs[0], costs[1]);
}

#[sqlx::test(migrations = "../migrations")]
async fn a_review_costs_twelve_statements_however_many_merchants(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 9).await;
    let mut costs = Vec::new();
    for merchants in [1, 2] {
        let mut buyer = Buyer::new(&app).await;
        for variant in &market.variants[..merchants] {
            assert_eq!(buyer.add(*variant, 1).await.status, 200);
        }
        buyer.prepare().await;
        let mut ann = browser_with_cart_of(&app, &buyer);
        costs.push(assert_within(12, &mut ann, "/checkout?step=review").await);
    }
    assert_eq!(costs[0], costs[1]);
}

/// The same cart, seen through pages: its token is a header for programs and a cookie for browsers.
fn browser_with_cart_of(app: &TestApp, buyer: &Buyer) -> Client {
    let token = buyer.client.headers["cart-token"].to_str().unwrap();
    let mut browser = app.browser();
    browser.cookies.insert("cart".into(), token.to_owned());
    browser
}
