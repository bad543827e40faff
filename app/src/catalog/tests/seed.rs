//! The demo's rows: whole, again, and true to the catalogue's invariants. Its pictures have tests of their own.

use app::catalog::ssr;
use sqlx::PgPool;

use crate::support::TestApp;

async fn number(app: &TestApp, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(app.pool()).await.unwrap()
}

#[sqlx::test(migrations = "../migrations")]
async fn the_demo_is_seeded_once(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = demo::catalogue::marketplace();
    let report = server::seed::rows(&app.state, &market, &[]).await.unwrap();
    let count = |length: usize| u64::try_from(length).unwrap();
    assert_eq!(
        (report.merchants, report.products),
        (count(market.merchants.len()), count(market.products.len()))
    );
    assert_eq!(report.categories, count(market.categories.len()));
    assert_eq!(
        report.variants,
        count(
            market
                .products
                .iter()
                .map(|product| product.variants.len())
                .sum()
        )
    );
    assert_eq!(
        report.reviews,
        count(
            market
                .products
                .iter()
                .map(|product| product.reviews.len())
                .sum()
        )
    );

    for (what, sql) in [
        (
            "stock without movements",
            "select count(*) from stock_levels s where s.on_hand <> coalesce((select sum(on_hand_delta) from stock_movements m where m.variant_id = s.variant_id), 0)",
        ),
        (
            "variants without a counter",
            "select count(*) from variants v where not exists (select from stock_levels s where s.variant_id = v.id)",
        ),
        (
            "wrong ratings",
            "select count(*) from products p where (rating_count, rating_sum) <> (select count(*), coalesce(sum(rating), 0) from reviews r where r.product_id = p.id)",
        ),
        (
            "wrong histograms",
            "select count(*) from products p where rating_count <> (select sum(n) from unnest(rating_histogram) n)",
        ),
        (
            "wrong prices",
            "select count(*) from products p where price_min_minor <> (select min(price_minor) from variants v where v.product_id = p.id)",
        ),
        (
            "products nobody finds",
            "select count(*) from products p where (select count(*) from category_products k where k.product_id = p.id) <> (select depth + 1 from categories c where c.id = p.category_id)",
        ),
        (
            "things from the future",
            "select count(*) from products where published_at > '2026-11-20 12:00Z'",
        ),
        (
            "reviews before their product",
            "select count(*) from reviews r join products p on p.id = r.product_id where r.created_at < p.published_at",
        ),
        (
            "questions before their product, or answered before they were asked",
            "select count(*) from questions q join products p on p.id = q.product_id where q.created_at < p.published_at or q.answered_at < q.created_at or q.answered_at > '2026-11-20 12:00Z'",
        ),
        (
            "merchants who send nowhere",
            "select count(*) from merchants m where (select count(*) from shipping_zones z join shipping_rates r on r.zone_id = z.id where z.merchant_id = m.id) <> 6",
        ),
    ] {
        assert_eq!(number(&app, sql).await, 0, "{what}");
    }
    assert_eq!(number(&app, "select count(*) from tax_zones").await, 33);
    let asked = market
        .products
        .iter()
        .map(|product| product.questions.len())
        .sum();
    assert_eq!(
        number(
            &app,
            "select count(*) from questions where state = 'published'"
        )
        .await,
        i64::try_from(count(asked)).unwrap()
    );

    app.advance(time::Duration::days(1));
    let again = server::seed::rows(&app.state, &market, &[]).await.unwrap();
    assert_eq!(again, server::seed::SeedReport::default(), "nothing is new");

    let mut db = app.state.db.read().await.unwrap();
    let shown = ssr::product(&mut db, &app.state, &market.products[0].handle)
        .await
        .unwrap();
    assert_eq!(shown.title, market.products[0].title);
    assert!(!shown.breadcrumbs.is_empty());
    let skipped = server::seed::seed(&app.state, true).await.unwrap();
    assert!(skipped.skipped);
}
