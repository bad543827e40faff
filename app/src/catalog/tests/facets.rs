//! Facets: what an address says, what is counted, and what stays when stock and reviews change.

use app::catalog::{
    facets::{FacetFilter, FacetsView},
    ssr::{self, ReviewInput, Upserted, add_review, default_location, set_stock, upsert_product},
    types::{CategoryView, Sort},
};
use sqlx::PgPool;

use super::{begin, category, merchant, product};
use crate::support::TestApp;

pub(super) fn parse(query: &[(&str, &str)]) -> FacetFilter {
    let pairs: Vec<_> = query
        .iter()
        .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
        .collect();
    FacetFilter::parse(&pairs)
}

#[test]
fn an_address_is_read_and_written_again() {
    let query = [
        ("merchant", "b"),
        ("merchant", "a"),
        ("min", "10"),
        ("max", "50.50"),
        ("in_stock", "1"),
        ("rating", "4"),
        ("material", "Oak"),
        ("material", "Stoneware"),
    ];
    let filter = parse(&query);
    let pairs = filter.pairs();
    let pairs: Vec<_> = pairs
        .iter()
        .map(|(key, value)| (key.as_str(), value.as_str()))
        .collect();
    assert_eq!(pairs, query);
}

#[test]
fn what_is_not_understood_is_left_out() {
    let long = "x".repeat(101);
    let wrong = parse(&[
        ("q", "mug"),
        ("sort", "newest"),
        ("after", "x"),
        ("min", "-1"),
        ("max", "1e3"),
        ("rating", "9"),
        ("in_stock", "yes"),
        ("merchant", ""),
        ("merchant", &long),
        ("Bad Key", "x"),
        ("'; drop", "x"),
        ("material", "a\0b"),
    ]);
    assert!(wrong.is_empty(), "{wrong:?}");
    assert_eq!((parse(&[("min", "9"), ("max", "3")]).min), Some(300));
    let many: Vec<(String, String)> = (0..500)
        .map(|at| (format!("k{at}"), "v".to_owned()))
        .collect();
    assert_eq!(FacetFilter::parse(&many).attributes.len(), 8);
}

#[test]
fn counts_are_read_easily() {
    let view = |total, capped| {
        FacetsView {
            total,
            capped,
            ..FacetsView::default()
        }
        .count()
    };
    assert_eq!(view(1, false), "1 product");
    assert_eq!(view(1_234, false), "1,234 products");
    assert_eq!(view(20_000, true), "20,000+ products");
}

/// Two makers with mugs and plates: title, maker, category, material, price, stock.
const GOODS: [(&str, usize, usize, &str, i64, u32); 5] = [
    ("Blue mug", 0, 0, "Stoneware", 1_000, 3),
    ("Green mug", 0, 0, "Porcelain", 2_000, 0),
    ("Red mug", 1, 0, "Stoneware", 3_000, 3),
    ("Blue plate", 1, 1, "Porcelain", 4_000, 3),
    ("Oak board", 1, 1, "Oak", 5_000, 3),
];

async fn shop(pool: PgPool) -> (TestApp, Vec<Upserted>) {
    let app = TestApp::new(pool).await;
    let mut cx = begin(&app).await;
    let makers = [
        merchant(&mut cx, "ann").await,
        merchant(&mut cx, "bob").await,
    ];
    let home = category(&mut cx, "home", None).await;
    let leaves = [
        category(&mut cx, "mugs", Some(home)).await,
        category(&mut cx, "plates", Some(home)).await,
    ];
    let mut made = Vec::new();
    for (title, maker, leaf, material, price, stock) in GOODS {
        let mut input = product(makers[maker], leaves[leaf], title, price);
        input.attributes = [("material".to_owned(), material.to_owned())].into();
        let one = upsert_product(&mut cx, input).await.unwrap();
        let location = default_location(&mut cx, makers[maker]).await.unwrap();
        let cause = ("seed", one.id.as_uuid());
        set_stock(&mut cx, one.variants[0].0, location, stock, cause)
            .await
            .unwrap();
        made.push(one);
    }
    cx.commit().await.unwrap();
    (app, made)
}

async fn home(app: &TestApp, query: &[(&str, &str)]) -> CategoryView {
    let mut db = app.state.db.read().await.unwrap();
    let filter = parse(query);
    ssr::category(
        &mut db,
        &app.state,
        "home",
        filter,
        Sort::PriceAscending,
        None,
    )
    .await
    .unwrap()
}

/// "value: count" of a facet, nothing where it is not shown.
fn counts(view: &CategoryView, key: &str) -> Vec<String> {
    let facet = view.facets.facets.iter().find(|facet| facet.key == key);
    let mut counts: Vec<String> = facet
        .map(|facet| {
            facet
                .values
                .iter()
                .map(|value| format!("{}: {}", value.value, value.count))
                .collect()
        })
        .unwrap_or_default();
    counts.sort();
    counts
}

fn titles(view: &CategoryView) -> Vec<&str> {
    view.listing
        .products
        .iter()
        .map(|card| card.title.as_str())
        .collect()
}

#[sqlx::test(migrations = "../migrations")]
async fn a_facet_counts_by_the_other_filters_and_not_its_own(pool: PgPool) {
    let (app, _) = shop(pool).await;
    let all = home(&app, &[]).await;
    assert_eq!((all.facets.total, all.facets.capped), (5, false));
    assert_eq!(counts(&all, "category"), ["mugs: 3", "plates: 2"]);
    assert_eq!(counts(&all, "merchant"), ["ann: 2", "bob: 3"]);
    assert_eq!(
        counts(&all, "material"),
        ["Oak: 1", "Porcelain: 2", "Stoneware: 2"]
    );
    assert_eq!(counts(&all, "in_stock"), ["1: 4"]);
    assert_eq!(counts(&all, "on_sale"), [""; 0]);
    assert_eq!(counts(&all, "rating"), [""; 0]);
    assert_eq!(
        all.facets.prices.map(|(low, high)| (low.minor, high.minor)),
        Some((1_000, 5_000))
    );

    let ann = home(&app, &[("merchant", "ann")]).await;
    assert_eq!(titles(&ann), ["Blue mug", "Green mug"]);
    assert_eq!(counts(&ann, "merchant"), ["ann: 2", "bob: 3"]);
    assert_eq!(counts(&ann, "material"), ["Porcelain: 1", "Stoneware: 1"]);
    assert_eq!(
        ann.facets.prices.map(|(low, high)| (low.minor, high.minor)),
        Some((1_000, 2_000))
    );

    let both = home(
        &app,
        &[
            ("material", "Stoneware"),
            ("material", "Oak"),
            ("min", "20"),
        ],
    )
    .await;
    assert_eq!(titles(&both), ["Red mug", "Oak board"]);
    assert_eq!(
        counts(&both, "material"),
        ["Oak: 1", "Porcelain: 2", "Stoneware: 1"]
    );
    assert_eq!(both.facets.applied.len(), 3);
    assert_eq!(
        titles(&home(&app, &[("category", "plates"), ("in_stock", "1")]).await),
        ["Blue plate", "Oak board"]
    );
    let none = home(&app, &[("category", "plates"), ("material", "Stoneware")]).await;
    assert_eq!((titles(&none).len(), none.facets.total), (0, 0));
    assert_eq!(counts(&none, "category"), ["mugs: 2", "plates: 0"]);
}

#[sqlx::test(migrations = "../migrations")]
async fn stock_and_reviews_move_a_product_between_facets(pool: PgPool) {
    let (app, made) = shop(pool).await;
    let mut cx = begin(&app).await;
    let location: uuid::Uuid =
        sqlx::query_scalar("select location_id from stock_levels where variant_id = $1")
            .bind(made[0].variants[0].0.as_uuid())
            .fetch_one(cx.db())
            .await
            .unwrap();
    let location = domain::ids::LocationId::from_uuid(location);
    set_stock(
        &mut cx,
        made[0].variants[0].0,
        location,
        0,
        ("seed", made[0].id.as_uuid()),
    )
    .await
    .unwrap();
    for rating in [5, 4] {
        let review = ReviewInput {
            author_name: "Ann".into(),
            rating,
            title: String::new(),
            body: String::new(),
            verified: true,
            created_at: cx.now,
        };
        add_review(&mut cx, made[3].id, review).await.unwrap();
    }
    cx.commit().await.unwrap();
    let stocked = home(&app, &[("in_stock", "1")]).await;
    assert_eq!(titles(&stocked), ["Red mug", "Blue plate", "Oak board"]);
    let rated = home(&app, &[("rating", "4")]).await;
    assert_eq!(titles(&rated), ["Blue plate"]);
    assert_eq!(counts(&home(&app, &[]).await, "rating"), ["3: 1", "4: 1"]);
    for (column, truth) in [
        ("in_stock", "product_in_stock(p.id)"),
        ("price_minor", "p.price_min_minor"),
        ("on_sale", "(p.compare_at_minor is not null)"),
    ] {
        let sql = format!(
            "select count(*) from products p join product_facets f on f.product_id = p.id where f.{column} <> {truth}"
        );
        let wrong: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
            .fetch_one(app.pool())
            .await
            .unwrap();
        assert_eq!(wrong, 0, "{column}");
    }
}

/// The last of one variant and the last of another go at the same moment: what is then sold out is known to be.
#[sqlx::test(migrations = "../migrations")]
async fn two_who_take_the_last_leave_nothing_in_stock(pool: PgPool) {
    let (app, made) = shop(pool).await;
    let product = made[0].id.as_uuid();
    let variant = uuid::Uuid::from_u128(7);
    sqlx::query(
        "with copy as (
             insert into variants (id, product_id, merchant_id, position, option_values, price_minor, created_at, updated_at)
             select $2, product_id, merchant_id, 2, '{Other}', price_minor, now(), now() from variants where product_id = $1
             returning id, merchant_id
         ) insert into stock_levels (variant_id, location_id, on_hand)
         select c.id, l.id, 1 from copy c join stock_locations l on l.merchant_id = c.merchant_id",
    )
    .bind(product)
    .bind(variant)
    .execute(app.pool())
    .await
    .unwrap();
    let take = "update stock_levels set on_hand = 0 where variant_id = $1";
    let mut one = begin(&app).await;
    sqlx::query(take)
        .bind(made[0].variants[0].0.as_uuid())
        .execute(one.db())
        .await
        .unwrap();
    // Waits for the first one, which holds the product's row.
    let pool = app.pool().clone();
    let other = tokio::spawn(async move { sqlx::query(take).bind(variant).execute(&pool).await });
    let waiting = "select exists (select from pg_stat_activity
        where wait_event_type = 'Lock' and datname = current_database())";
    while !sqlx::query_scalar::<_, bool>(waiting)
        .fetch_one(app.pool())
        .await
        .unwrap()
    {
        tokio::task::yield_now().await;
    }
    one.commit().await.unwrap();
    other.await.unwrap().unwrap();
    let stocked = home(&app, &[("in_stock", "1")]).await;
    assert_eq!(titles(&stocked), ["Red mug", "Blue plate", "Oak board"]);
}

#[sqlx::test(migrations = "../migrations")]
async fn a_filtered_listing_is_paged_by_links_that_keep_its_filters(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let mut cx = begin(&app).await;
    let maker = merchant(&mut cx, "ann").await;
    let home = category(&mut cx, "home", None).await;
    for at in 0..80 {
        let mut input = product(maker, home, &format!("Bowl {at}"), 1_000 + at % 7);
        let material = if at % 2 == 0 { "Oak" } else { "Ash" };
        input.attributes = [("material".to_owned(), material.to_owned())].into();
        upsert_product(&mut cx, input).await.unwrap();
    }
    cx.commit().await.unwrap();
    let mut ann = app.browser();
    let filter = parse(&[("material", "Oak")]);
    let mut db = app.state.db.read().await.unwrap();
    for sort in Sort::ALL {
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let view = ssr::category(
                &mut db,
                &app.state,
                "home",
                filter.clone(),
                sort,
                after.as_deref(),
            )
            .await
            .unwrap();
            assert_eq!(view.facets.total, 40);
            seen.extend(view.listing.products.into_iter().map(|card| card.title));
            after = view.listing.next;
            if after.is_none() {
                break;
            }
        }
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 40, "{sort:?}");
    }
    let page = ann
        .get("/c/home?material=Oak&sort=price_ascending")
        .await
        .text();
    assert!(
        page.contains("href=\"/c/home?sort=price_ascending&amp;material=Oak&amp;after="),
        "{page}"
    );
    assert!(
        page.contains("href=\"/c/home?sort=price_ascending\""),
        "the chip takes the filter away"
    );
    for odd in [
        "material=%00",
        "material=%ff%fe",
        "min=abc&max=-3",
        "rating=99",
        "merchant='%3b--",
        "after=x&sort=y",
        "utm_source=x",
        "category=%F0%9F%92%A9&%3D=%26",
        "min=99999999999999999999",
        "a=1&b=2&c=3&d=4&e=5&f=6&g=7&h=8&i=9&j=10",
    ] {
        for path in ["/c/home", "/search"] {
            assert_eq!(
                ann.get(&format!("{path}?q=bowl&{odd}")).await.status,
                200,
                "{path} {odd}"
            );
        }
    }
    // What is no attribute narrows nothing.
    assert!(
        ann.get("/c/home?utm_source=mail")
            .await
            .text()
            .contains("80 products")
    );
}
