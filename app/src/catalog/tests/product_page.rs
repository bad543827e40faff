//! What a product's page shows beside the product: reviews by stars, delivery, what is bought together, what was looked at.

use std::time::Duration;

use app::{
    catalog::ssr::{self, ReviewInput},
    orders::ssr::count_pairs,
    ssr::{
        Cx,
        pages::{News, Tag},
    },
};
use domain::policy::Actor;
use futures::StreamExt;
use sqlx::PgPool;
use time::macros::datetime;
use uuid::Uuid;

use super::{begin, shop};
use crate::support::{
    TestApp,
    market::{Buyer, Market, decide},
};

/// Ann buys both goods of the market in one order. Answers the order group's id.
async fn order(app: &TestApp, market: &Market) -> Uuid {
    let mut ann = Buyer::new(app).await;
    ann.add(market.variants[0], 1).await;
    ann.add(market.variants[1], 2).await;
    let total = ann.prepare().await;
    let order = ann.order("key", &total).await.json();
    decide(app, order["payment_url"].as_str().unwrap(), "success").await;
    sqlx::query_scalar("select id from order_groups where access_token = $1")
        .bind(order["token"].as_str().unwrap())
        .fetch_one(app.pool())
        .await
        .unwrap()
}

async fn pairs(app: &TestApp) -> Vec<i32> {
    sqlx::query_scalar("select orders from product_pairs order by 1")
        .fetch_all(app.pool())
        .await
        .unwrap()
}

#[sqlx::test(migrations = "../migrations")]
async fn what_is_bought_together_is_counted_once_per_order_and_shown(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 9).await;
    let mut ann = app.browser();
    let path = format!("/p/{}", market.slugs[0]);
    assert!(
        !ann.get(&path)
            .await
            .text()
            .contains("Often bought together")
    );
    let group = order(&app, &market).await;
    app.run_jobs().await;
    assert_eq!(pairs(&app).await, [1, 1]);
    // A job may run twice, and twice at once.
    let again = || async {
        let mut cx = Cx::begin(&app.state, Actor::System).await.unwrap();
        count_pairs(&mut cx, group).await.unwrap();
        cx.commit().await.unwrap();
    };
    futures::future::join_all((0..8).map(|_| again())).await;
    assert_eq!(pairs(&app).await, [1, 1]);
    let groups = [order(&app, &market).await, order(&app, &market).await];
    app.run_jobs().await;
    assert_ne!(groups[0], groups[1]);
    assert_eq!(pairs(&app).await, [3, 3]);
    let page = ann.get(&path).await.text();
    let part = page
        .split("Often bought together")
        .nth(1)
        .expect("the heading");
    let part = part.split("</section>").next().unwrap();
    assert!(part.contains(&format!("/p/{}", market.slugs[1])), "{part}");
    assert!(!part.contains(&path), "{part}");
}

#[sqlx::test(migrations = "../migrations")]
async fn an_order_that_is_not_placed_counts_nothing(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 9).await;
    let mut ann = Buyer::new(&app).await;
    ann.add(market.variants[0], 1).await;
    ann.add(market.variants[1], 1).await;
    let total = ann.prepare().await;
    ann.order("key", &total).await;
    let group: Uuid = sqlx::query_scalar("select id from order_groups")
        .fetch_one(app.pool())
        .await
        .unwrap();
    let mut cx = begin(&app).await;
    count_pairs(&mut cx, group).await.unwrap();
    cx.commit().await.unwrap();
    assert_eq!(pairs(&app).await, [0; 0]);
}

#[sqlx::test(migrations = "../migrations")]
async fn reviews_are_read_by_stars_and_page_by_page(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (_, _, products) = shop(&app, 1).await;
    let mut cx = begin(&app).await;
    for at in 0..31_u8 {
        let review = ReviewInput {
            author_name: format!("Reader {at}"),
            rating: if at % 10 == 0 { 2 } else { 5 },
            title: String::new(),
            body: format!("Words {at}."),
            verified: false,
            // Several at the same moment: the id decides between them.
            created_at: datetime!(2026-11-01 12:00 UTC) + time::Duration::hours(i64::from(at / 4)),
        };
        ssr::add_review(&mut cx, products[0].id, review)
            .await
            .unwrap();
    }
    cx.commit().await.unwrap();
    let mut ann = app.browser();
    let path = format!("/p/{}/reviews", products[0].slug);
    let product = ann.get(&format!("/p/{}", products[0].slug)).await.text();
    assert!(product.contains("All 31 reviews") && product.contains(&format!("{path}?stars=5")));
    let words = |page: &str| page.matches("Words ").count();
    let first = ann.get(&path).await.text();
    assert_eq!(words(&first), 24);
    let next = first
        .split("after=")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let second = ann.get(&format!("{path}?after={next}")).await.text();
    assert_eq!(words(&second), 7);
    for at in 0..31 {
        let text = format!("Words {at}.");
        let pages = [&first, &second]
            .into_iter()
            .filter(|page| page.contains(&text));
        assert_eq!(pages.count(), 1, "{text}");
    }
    let few = ann.get(&format!("{path}?stars=2")).await.text();
    assert_eq!(words(&few), 4);
    assert!(few.contains("Words 20.") && !few.contains("Words 21."));
    assert_eq!(words(&ann.get(&format!("{path}?stars=3")).await.text()), 0);
    // Edited addresses show everything.
    for odd in ["?stars=6", "?stars=-1", "?stars=x", "?after=x"] {
        assert_eq!(
            words(&ann.get(&format!("{path}{odd}")).await.text()),
            24,
            "{odd}"
        );
    }
    assert_eq!(ann.get("/p/no-such-thing/reviews").await.status, 404);
}

#[sqlx::test(migrations = "../migrations")]
async fn what_was_looked_at_is_shown_in_its_order_as_far_as_it_is_for_sale(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (_, _, products) = shop(&app, 3).await;
    let mut ann = app.browser();
    let address = |ids: &[String]| format!("/recently-viewed?ids={}", ids.join(","));
    let ids: Vec<String> = products
        .iter()
        .rev()
        .map(|made| made.id.to_string())
        .collect();
    let answer = ann.get(&address(&ids)).await;
    let part = answer.text();
    let places: Vec<usize> = products
        .iter()
        .rev()
        .map(|made| part.find(&format!("/p/{}\"", made.slug)).expect("its card"))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    sqlx::query("update products set state = 'archived' where id = $1")
        .bind(products[0].id.as_uuid())
        .execute(app.pool())
        .await
        .unwrap();
    assert!(
        !ann.get(&address(&ids))
            .await
            .text()
            .contains(&products[0].slug)
    );
    for odd in [
        "",
        "x",
        "%3Cscript%3E,,",
        "00000000-0000-0000-0000-000000000000",
    ] {
        let answer = ann.get(&address(&[odd.to_owned()])).await;
        assert_eq!(answer.status, 200);
        assert!(!answer.text().contains("Recently viewed"), "{odd}");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn says_when_it_comes_and_what_that_costs(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 9).await;
    let mut ann = app.browser();
    let page = ann.get(&format!("/p/{}", market.slugs[0])).await.text();
    let rate: (i64, i32, i32) = sqlx::query_as(
        "select r.price_minor, r.min_days, r.max_days from shipping_rates r join shipping_zones z on z.id = r.zone_id
         join products p on p.merchant_id = z.merchant_id where p.slug = $1 order by r.price_minor limit 1",
    )
    .bind(&market.slugs[0])
    .fetch_one(app.pool())
    .await
    .unwrap();
    let today = app.state.clock.now().date();
    let last = today + time::Duration::days(rate.2.into());
    let month: String = last.month().to_string().chars().take(3).collect();
    let text = format!("{} {month}", last.day());
    assert!(
        page.contains("In Germany ") && page.contains(&text),
        "{text}"
    );
    // What is not sent does not come.
    sqlx::query("update variants set requires_shipping = false")
        .execute(app.pool())
        .await
        .unwrap();
    let page = ann.get(&format!("/p/{}", market.slugs[0])).await.text();
    assert!(!page.contains("In Germany ") && !page.contains("Sent from"));
}

#[tokio::test]
async fn news_come_to_those_who_listen_at_the_most_once_a_second() {
    let news = News::default();
    let (one, other) = (
        Tag::Product(Uuid::from_u128(1)),
        Tag::Product(Uuid::from_u128(2)),
    );
    let mut listener = Box::pin(news.about(one).unwrap());
    news.tell(&[other]);
    news.tell(&[other, one]);
    assert_eq!(listener.next().await, Some(()));
    let began = tokio::time::Instant::now();
    for _ in 0..1_000 {
        news.tell(&[one]);
    }
    assert_eq!(listener.next().await, Some(()));
    assert!(began.elapsed() > Duration::from_millis(900));
    // All thousand were said with one; nothing follows until it is let go.
    let nothing = tokio::time::timeout(Duration::from_secs(2), listener.next()).await;
    assert!(nothing.is_err());
    news.end();
    assert_eq!(listener.next().await, None);
}

#[tokio::test]
async fn not_too_many_listen_at_once() {
    let news = News::default();
    let tag = Tag::Product(Uuid::from_u128(1));
    let listeners: Vec<_> = std::iter::from_fn(|| news.about(tag)).collect();
    assert_eq!(listeners.len(), 5_000);
    assert!(news.about(tag).is_none());
    drop(listeners);
    assert!(news.about(tag).is_some(), "there is room again");
}
