//! The catalogue on a real database: listings, products, slugs, stock, reviews, the REST API.

use std::collections::{BTreeMap, HashSet};

use app::{
    catalog::{
        facets::FacetFilter,
        ssr::{
            self, CategoryInput, Filter, Outcome, PictureInput, ProductInput, ProductState,
            ReviewInput, SlugKind, StockPolicy, Upserted, VariantInput,
            cursor::{Cursor, Order},
        },
        types::{Sort, StockView},
    },
    error::AppError,
    merchants::ssr::{MerchantInput, create_merchant},
    ssr::Cx,
};
use domain::{
    ids::{CategoryId, MerchantId},
    money::{Currency, Money},
    policy::Actor,
};
use sqlx::PgPool;
use time::Duration;

use crate::support::TestApp;

#[path = "tests/facets.rs"]
mod facets;
#[path = "tests/import.rs"]
mod import;
#[path = "tests/pictures.rs"]
mod pictures;
#[path = "tests/plenty.rs"]
mod plenty;
#[path = "tests/product_page.rs"]
mod product_page;
#[path = "tests/seed.rs"]
mod seed;

/// A transaction by the system.
pub async fn begin(app: &TestApp) -> Cx {
    Cx::begin(&app.state, Actor::System).await.unwrap()
}

/// A merchant in Germany.
pub async fn merchant(cx: &mut Cx, slug: &str) -> MerchantId {
    let input = MerchantInput {
        slug: slug.into(),
        name: format!("The {slug}"),
        tagline: String::new(),
        story_html: "<p>Story</p>".into(),
        city: "Bonn".into(),
        country: "DE".parse().unwrap(),
        founded: Some(1999),
        email: "hello@shop.example".into(),
        dispatch_days: (1, 3),
        logo: None,
        banner: None,
    };
    create_merchant(cx, input).await.unwrap()
}

pub async fn category(cx: &mut Cx, slug: &str, parent: Option<CategoryId>) -> CategoryId {
    let input = CategoryInput {
        parent,
        slug: slug.into(),
        name: slug.to_uppercase(),
        description: String::new(),
        position: 0,
        media: None,
        attributes: vec![("material".into(), "Material".into())],
    };
    ssr::create_category(cx, input).await.unwrap()
}

/// A product with one variant of this price in cents and no stock.
pub fn product(
    merchant: MerchantId,
    category: CategoryId,
    title: &str,
    price: i64,
) -> ProductInput {
    ProductInput {
        merchant,
        category: Some(category),
        handle: title.to_lowercase().replace(' ', "-"),
        slug: None,
        title: title.into(),
        subtitle: String::new(),
        description_html: format!("<p>{title}</p>"),
        vendor: "Kiln Works".into(),
        product_type: String::new(),
        state: ProductState::Active,
        tags: Vec::new(),
        attributes: BTreeMap::from([("material".into(), "Stoneware".into())]),
        currency: Currency::Eur,
        seo_title: String::new(),
        seo_description: String::new(),
        published_at: None,
        options: Vec::new(),
        pictures: Vec::new(),
        variants: vec![variant(price)],
    }
}

fn variant(price: i64) -> VariantInput {
    VariantInput {
        option_values: Vec::new(),
        sku: None,
        barcode: None,
        price: Money::new(price, Currency::Eur),
        compare_at: None,
        weight_grams: 300,
        requires_shipping: true,
        taxable: true,
        stock_policy: StockPolicy::Tracked,
        media: None,
    }
}

/// A shop with `count` products in a leaf category, many of them of one price and of one moment.
async fn shop(app: &TestApp, count: usize) -> (MerchantId, CategoryId, Vec<Upserted>) {
    let mut cx = begin(app).await;
    let merchant = merchant(&mut cx, "kiln-works").await;
    let department = category(&mut cx, "home", None).await;
    let leaf = category(&mut cx, "mugs", Some(department)).await;
    let mut products = Vec::new();
    for at in 0..count {
        let mut input = product(
            merchant,
            leaf,
            &format!("Mug {at}"),
            1_000 + i64::try_from(at % 4).unwrap() * 100,
        );
        input.published_at = Some(cx.now - Duration::days(i64::try_from(at % 5).unwrap()));
        products.push(ssr::upsert_product(&mut cx, input).await.unwrap());
    }
    cx.commit().await.unwrap();
    (merchant, leaf, products)
}

#[sqlx::test(migrations = "../migrations")]
async fn pages_show_every_product_exactly_once(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (merchant, leaf, products) = shop(&app, 23).await;
    let mut db = app.state.db.read().await.unwrap();
    let filters = [
        Filter::default(),
        Filter {
            category: Some(leaf),
            merchant: None,
        },
        Filter {
            category: None,
            merchant: Some(merchant),
        },
        Filter {
            category: Some(leaf),
            merchant: Some(merchant),
        },
    ];
    for filter in filters {
        for sort in Sort::ALL {
            let mut seen = Vec::new();
            let mut after = None;
            loop {
                let page = ssr::list(&mut db, &app.state, filter, sort, after, 4)
                    .await
                    .unwrap();
                assert!(!page.products.is_empty(), "no empty page at the end");
                seen.extend(page.products);
                let Some(next) = page.next else { break };
                let order = [Order::Newest, Order::PriceAscending, Order::PriceDescending];
                after = order
                    .into_iter()
                    .find_map(|order| Cursor::decode(&next, order));
                assert!(after.is_some());
            }
            let ids: HashSet<_> = seen.iter().map(|card| card.id).collect();
            assert_eq!(
                (seen.len(), ids.len()),
                (products.len(), products.len()),
                "{filter:?} {sort:?}"
            );
            let prices: Vec<i64> = seen.iter().map(|card| card.price.minor).collect();
            match sort {
                Sort::Newest => {
                    let at = products
                        .iter()
                        .position(|product| product.id == seen.last().unwrap().id);
                    assert_eq!(at.unwrap() % 5, 4, "the oldest is last");
                }
                Sort::PriceAscending => assert!(prices.is_sorted()),
                Sort::PriceDescending => assert!(prices.iter().rev().is_sorted()),
            }
        }
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn a_category_shows_what_is_below_it_and_forgives_a_bad_cursor(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (_, _, products) = shop(&app, 3).await;
    let mut db = app.state.db.read().await.unwrap();
    let home = ssr::category(
        &mut db,
        &app.state,
        "home",
        FacetFilter::default(),
        Sort::Newest,
        Some("not a cursor"),
    )
    .await
    .unwrap();
    assert_eq!((home.listing.products.len(), home.after), (3, None));
    assert_eq!(home.children[0].slug, "mugs");
    let mugs = ssr::category(
        &mut db,
        &app.state,
        "mugs",
        FacetFilter::default(),
        Sort::Newest,
        None,
    )
    .await
    .unwrap();
    assert_eq!(mugs.breadcrumbs[0].path, "/c/home");
    let other_order = Cursor {
        key: 0,
        id: products[0].id.as_uuid(),
    }
    .encode(Order::PriceAscending);
    let begun = ssr::category(
        &mut db,
        &app.state,
        "mugs",
        FacetFilter::default(),
        Sort::PriceDescending,
        Some(&other_order),
    )
    .await
    .unwrap();
    assert_eq!((begun.listing.products.len(), begun.after), (3, None));
    let none = ssr::category(
        &mut db,
        &app.state,
        "nothing",
        FacetFilter::default(),
        Sort::Newest,
        None,
    )
    .await;
    assert_eq!(none.unwrap_err(), AppError::NotFound);
}

#[sqlx::test(migrations = "../migrations")]
async fn slugs_are_unique_and_given_up_ones_lead_on(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (merchant, leaf, _) = shop(&app, 0).await;
    let mut cx = begin(&app).await;
    let mut first = product(merchant, leaf, "Blue Mug", 900);
    let one = ssr::upsert_product(&mut cx, first.clone()).await.unwrap();
    let mut second = product(merchant, leaf, "Blue Mug", 900);
    second.handle = "another".into();
    let two = ssr::upsert_product(&mut cx, second.clone()).await.unwrap();
    assert_eq!(
        (one.slug.as_str(), two.slug.as_str()),
        ("blue-mug", "blue-mug-2")
    );

    first.slug = Some("azure-mug".into());
    let moved = ssr::upsert_product(&mut cx, first.clone()).await.unwrap();
    assert_eq!(
        (moved.slug.as_str(), moved.outcome),
        ("azure-mug", Outcome::Updated)
    );
    assert_eq!(
        ssr::product(cx.db(), &app.state, "blue-mug")
            .await
            .unwrap_err(),
        AppError::NotFound
    );
    let leads = ssr::resolve_slug(cx.db(), SlugKind::Product, "blue-mug")
        .await
        .unwrap();
    assert_eq!(leads.as_deref(), Some("azure-mug"));
    let mut third = product(merchant, leaf, "Blue Mug", 900);
    third.handle = "third".into();
    let three = ssr::upsert_product(&mut cx, third).await.unwrap();
    assert_eq!(
        three.slug, "blue-mug-3",
        "a slug that leads somewhere is not given away"
    );

    second.slug = Some("azure-mug".into());
    let taken = ssr::upsert_product(&mut cx, second).await.unwrap_err();
    assert!(matches!(taken, AppError::Invalid { .. }));
    first.slug = Some("blue-mug".into());
    ssr::upsert_product(&mut cx, first).await.unwrap();
    assert_eq!(
        ssr::resolve_slug(cx.db(), SlugKind::Product, "blue-mug")
            .await
            .unwrap(),
        None
    );
    let back = ssr::resolve_slug(cx.db(), SlugKind::Product, "azure-mug")
        .await
        .unwrap();
    assert_eq!(back.as_deref(), Some("blue-mug"));
}

#[sqlx::test(migrations = "../migrations")]
async fn a_product_is_written_whole_and_only_where_it_differs(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (merchant, leaf, _) = shop(&app, 0).await;
    let mut cx = begin(&app).await;
    let mut input = product(merchant, leaf, "Linen Apron", 3_900);
    input.options = vec![ssr::OptionInput {
        name: "Size".into(),
        values: vec!["S".into(), "L".into()],
        swatches: Vec::new(),
    }];
    input.variants = ["S", "L"]
        .map(|size| VariantInput {
            option_values: vec![size.into()],
            sku: Some(size.into()),
            ..variant(3_900)
        })
        .to_vec();
    input.variants[1].price = Money::new(4_200, Currency::Eur);
    input.variants[0].compare_at = Some(Money::new(4_900, Currency::Eur));
    let made = ssr::upsert_product(&mut cx, input.clone()).await.unwrap();
    assert_eq!(made.outcome, Outcome::Created);
    let again = ssr::upsert_product(&mut cx, input.clone()).await.unwrap();
    assert_eq!((again.outcome, again.id), (Outcome::Unchanged, made.id));
    assert!(
        again
            .variants
            .iter()
            .all(|(_, outcome)| *outcome == Outcome::Unchanged)
    );

    // The values of two variants are exchanged, known by their SKUs; in one statement, so that they never collide.
    input.variants[0].option_values = vec!["L".into()];
    input.variants[1].option_values = vec!["S".into()];
    let swapped = ssr::upsert_product(&mut cx, input.clone()).await.unwrap();
    assert_eq!(
        swapped
            .variants
            .iter()
            .map(|(id, _)| *id)
            .collect::<Vec<_>>(),
        made.variants.iter().map(|(id, _)| *id).collect::<Vec<_>>()
    );
    let media = app.state.media.clone();
    let shown = ssr::product(cx.db(), &app.state, &made.slug).await.unwrap();
    assert_eq!(shown.variants[0].values, ["L"]);
    assert_eq!(
        shown.attributes,
        [("Material".to_owned(), "Stoneware".to_owned())]
    );
    let card = ssr::product_cards(cx.db(), &app.state, &[made.id.as_uuid()])
        .await
        .unwrap()
        .remove(0);
    assert_eq!((card.price.minor, card.price_varies), (3_900, true));
    assert_eq!(card.compare_at.map(|money| money.minor), Some(4_900));

    input.variants.remove(0);
    input.options[0].values.retain(|value| value == "S");
    ssr::upsert_product(&mut cx, input.clone()).await.unwrap();
    let shown = ssr::product(cx.db(), &app.state, &made.slug).await.unwrap();
    assert_eq!(shown.variants.len(), 1);
    let gone = ssr::variants_for_cart(cx.db(), &media, &[made.variants[0].0])
        .await
        .unwrap()
        .remove(0);
    assert!(!gone.sellable, "archived, not deleted");

    input.state = ProductState::Draft;
    ssr::upsert_product(&mut cx, input).await.unwrap();
    assert_eq!(
        ssr::product(cx.db(), &app.state, &made.slug)
            .await
            .unwrap_err(),
        AppError::NotFound
    );
    let page = ssr::category(
        cx.db(),
        &app.state,
        "mugs",
        FacetFilter::default(),
        Sort::Newest,
        None,
    )
    .await
    .unwrap();
    assert!(page.listing.products.is_empty());
}

#[sqlx::test(migrations = "../migrations")]
async fn wrong_products_are_refused_by_field(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (merchant, leaf, _) = shop(&app, 0).await;
    let mut cx = begin(&app).await;
    let good = product(merchant, leaf, "Cup", 900);
    let with = |change: fn(&mut ProductInput)| {
        let mut input = good.clone();
        change(&mut input);
        input
    };
    let wrong = [
        ("title", with(|input| input.title = " ".into())),
        ("title", with(|input| input.title = "x".repeat(256))),
        ("variants", with(|input| input.variants.clear())),
        (
            "variants",
            with(|input| input.variants.push(input.variants[0].clone())),
        ),
        (
            "variants",
            with(|input| input.variants[0].option_values.push("S".into())),
        ),
        (
            "price",
            with(|input| input.variants[0].price = Money::new(-1, Currency::Eur)),
        ),
        (
            "price",
            with(|input| input.variants[0].price = Money::new(1, Currency::Usd)),
        ),
        (
            "compare_at",
            with(|input| input.variants[0].compare_at = Some(input.variants[0].price)),
        ),
        ("slug", with(|input| input.slug = Some("No Slug".into()))),
    ];
    for (field, input) in wrong {
        match ssr::upsert_product(&mut cx, input).await {
            Err(AppError::Invalid { fields }) => {
                assert!(fields.get(field).is_some(), "{field}: {fields}")
            }
            other => panic!("{field}: {other:?}"),
        }
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn stock_changes_with_its_movements(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (merchant, _, products) = shop(&app, 1).await;
    let mut cx = begin(&app).await;
    let variant = products[0].variants[0].0;
    let location = ssr::default_location(&mut cx, merchant).await.unwrap();
    assert_eq!(
        ssr::default_location(&mut cx, merchant).await.unwrap(),
        location
    );
    let cause = ("import", products[0].id.as_uuid());
    for (on_hand, changed) in [(10, true), (10, false), (4, true), (9, true)] {
        assert_eq!(
            ssr::set_stock(&mut cx, variant, location, on_hand, cause)
                .await
                .unwrap(),
            changed
        );
    }
    let media = app.state.media.clone();
    let mut found = ssr::variants_for_cart(cx.db(), &media, &[variant])
        .await
        .unwrap();
    assert_eq!((found.remove(0).available, found.len()), (Some(9), 0));
    sqlx::query("update stock_levels set reserved = 2, allocated = 3")
        .execute(cx.db())
        .await
        .unwrap();
    let shown = ssr::product(cx.db(), &app.state, &products[0].slug)
        .await
        .unwrap();
    assert_eq!(shown.variants[0].stock, StockView::OnlyLeft(4));
    match ssr::set_stock(&mut cx, variant, location, 4, cause).await {
        Err(AppError::Rule { code, .. }) => assert_eq!(code, "stock_promised"),
        other => panic!("{other:?}"),
    }
    let sums: (i64, i64) = sqlx::query_as(
        "select (select sum(on_hand_delta) from stock_movements), (select sum(on_hand)::bigint from stock_levels)",
    )
    .fetch_one(cx.db())
    .await
    .unwrap();
    assert_eq!(sums, (9, 9));
}

#[sqlx::test(migrations = "../migrations")]
async fn reviews_add_up(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (_, _, products) = shop(&app, 1).await;
    let mut cx = begin(&app).await;
    let review = |rating| ReviewInput {
        author_name: "Ann".into(),
        rating,
        title: "Good".into(),
        body: "<script>".into(),
        verified: true,
        created_at: time::macros::datetime!(2026-11-01 12:00 UTC),
    };
    for rating in [5, 4, 4] {
        ssr::add_review(&mut cx, products[0].id, review(rating))
            .await
            .unwrap();
    }
    for rating in [0, 6] {
        assert!(matches!(
            ssr::add_review(&mut cx, products[0].id, review(rating)).await,
            Err(AppError::Invalid { .. })
        ));
    }
    let shown = ssr::product(cx.db(), &app.state, &products[0].slug)
        .await
        .unwrap();
    let rating = shown.rating.unwrap();
    assert_eq!(
        (rating.tenths, rating.count, shown.histogram),
        (43, 3, [0, 0, 0, 2, 1])
    );
    assert_eq!(
        (shown.reviews.len(), shown.reviews[0].date.as_str()),
        (3, "2026-11-01")
    );
}

#[test]
fn rich_text_is_cut_down() {
    let cases = [
        ("Plain & simple", "<p>Plain &amp; simple</p>"),
        ("<p>One</p><script>alert(1)</script>", "<p>One</p>"),
        (
            "<h1>Big</h1><b>bold</b> <i>it</i>",
            "<h3>Big</h3><strong>bold</strong> <em>it</em>",
        ),
        ("<img src=x onerror=alert(1)>", ""),
        ("<p onclick=alert(1) style=\"x\">a</p>", "<p>a</p>"),
        (
            "<a href=\"javascript:alert(1)\">a</a>",
            "<a rel=\"nofollow noopener\">a</a>",
        ),
        (
            "<a href=\"/cart\">a</a>",
            "<a rel=\"nofollow noopener\">a</a>",
        ),
        (
            "<a href=\"https://a.example\">a</a>",
            "<a href=\"https://a.example\" rel=\"nofollow noopener\">a</a>",
        ),
        ("<svg><style><img src=x onerror=alert(1)></style></svg>", ""),
        ("<iframe src=x>inside</iframe><p>x", "<p>x</p>"),
    ];
    for (html, clean) in cases {
        let once = ssr::sanitise(html);
        assert_eq!(once, clean, "{html}");
        assert_eq!(ssr::sanitise(&once), once, "twice is once");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn the_api_pages_by_link_and_answers_304(pool: PgPool) {
    let app = TestApp::new(pool).await;
    shop(&app, 7).await;
    let mut client = app.program();
    let mut path = "/api/v1/products?category=home&sort=price_ascending&limit=3".to_owned();
    let mut seen = HashSet::new();
    let mut pages = 0;
    loop {
        let answer = client.get(&path).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        pages += 1;
        for product in answer.json()["products"].as_array().unwrap() {
            assert!(seen.insert(product["slug"].as_str().unwrap().to_owned()));
            assert_eq!(product["price_from"]["currency"], "EUR");
        }
        let Some(link) = answer.headers.get("link") else {
            break;
        };
        path = link
            .to_str()
            .unwrap()
            .trim_start_matches('<')
            .split('>')
            .next()
            .unwrap()
            .to_owned();
    }
    assert_eq!((pages, seen.len()), (3, 7));

    let first = client.get("/api/v1/products/mug-0").await;
    let etag = first.headers["etag"].to_str().unwrap().to_owned();
    assert_eq!(first.json()["variants"][0]["price"]["amount"], "10.00");
    let mut knowing = app
        .program()
        .with("if-none-match", &format!("\"other\", {etag}"));
    let again = knowing.get("/api/v1/products/mug-0").await;
    assert_eq!((again.status, again.body.len()), (304, 0));

    for wrong in [
        "/api/v1/products?limit=0",
        "/api/v1/products?limit=101",
        "/api/v1/products?limit=1e3",
        "/api/v1/products?sort=best",
        "/api/v1/products?order=newest",
        "/api/v1/products?after=abc",
        "/api/v1/products?category=nothing",
        "/api/v1/products?merchant=nobody",
        "/api/v1/categories/mugs?after=abc",
        "/api/v1/merchants?after=abc",
    ] {
        let answer = client.get(wrong).await;
        assert_eq!(answer.status, 422, "{wrong}: {}", answer.text());
        assert_eq!(answer.headers["content-type"], "application/problem+json");
    }
    assert_eq!(client.get("/api/v1/products/nothing").await.status, 404);
    let tree = client.get("/api/v1/categories").await.json();
    assert_eq!(tree["categories"][0]["children"][0]["slug"], "mugs");
    let merchant = client.get("/api/v1/merchants/kiln-works").await.json();
    assert_eq!(
        (
            merchant["country"].as_str(),
            merchant["products"].as_array().unwrap().len()
        ),
        (Some("DE"), 7)
    );
    assert_eq!(
        client.get("/api/v1/merchants?limit=1").await.json()["merchants"][0]["slug"],
        "kiln-works"
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn a_paused_merchant_is_not_to_be_seen(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (_, _, products) = shop(&app, 2).await;
    sqlx::query("update merchants set state = 'paused'")
        .execute(app.pool())
        .await
        .unwrap();
    let mut db = app.state.db.read().await.unwrap();
    let media = &app.state.media;
    for sort in Sort::ALL {
        assert!(
            ssr::category(
                &mut db,
                &app.state,
                "mugs",
                FacetFilter::default(),
                sort,
                None
            )
            .await
            .unwrap()
            .listing
            .products
            .is_empty()
        );
    }
    assert_eq!(
        ssr::product(&mut db, &app.state, &products[0].slug)
            .await
            .unwrap_err(),
        AppError::NotFound
    );
    let variant = ssr::variants_for_cart(&mut db, media, &[products[0].variants[0].0])
        .await
        .unwrap()
        .remove(0);
    assert!(!variant.sellable);
    let found = app::search::ssr::search(
        &mut db,
        &app.state,
        "mug",
        FacetFilter::default(),
        Default::default(),
        None,
    )
    .await
    .unwrap();
    assert!(found.listing.products.is_empty() && found.suggestions.is_empty());
}

#[sqlx::test(migrations = "../migrations")]
async fn a_picture_belongs_to_the_variant_that_shows_it(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (merchant, leaf, _) = shop(&app, 0).await;
    let mut cx = begin(&app).await;
    let mut ids = Vec::new();
    for url in [
        "https://pictures.example/1.jpg",
        "https://pictures.example/2.jpg",
    ] {
        ids.push(ssr::pictures::from_url(&mut cx, url).await.unwrap().0);
    }
    let mut input = product(merchant, leaf, "Cup", 900);
    input.pictures = ids
        .iter()
        .map(|media| PictureInput {
            media: *media,
            alt: "A cup".into(),
        })
        .collect();
    input.variants[0].media = Some(ids[1]);
    let made = ssr::upsert_product(&mut cx, input).await.unwrap();
    let media = app.state.media.clone();
    let shown = ssr::product(cx.db(), &app.state, &made.slug).await.unwrap();
    assert_eq!(
        (shown.pictures.len(), shown.variants[0].picture),
        (2, Some(1))
    );
    assert!(shown.pictures[0].widths.is_empty(), "still to be fetched");
    let cart = ssr::variants_for_cart(cx.db(), &media, &[made.variants[0].0])
        .await
        .unwrap()
        .remove(0);
    assert_eq!(
        (cart.media_id, cart.variant_title.as_str()),
        (Some(ids[1]), "")
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn the_pages_below_a_product_lead_on_with_it(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (merchant, leaf, _) = shop(&app, 0).await;
    let mut cx = begin(&app).await;
    let mut mug = product(merchant, leaf, "Blue Mug", 900);
    ssr::upsert_product(&mut cx, mug.clone()).await.unwrap();
    mug.slug = Some("azure-mug".into());
    ssr::upsert_product(&mut cx, mug).await.unwrap();
    cx.commit().await.unwrap();
    let mut browser = app.browser();
    for page in ["", "/reviews", "/questions", "/ask"] {
        let answer = browser.get(&format!("/de/p/blue-mug{page}")).await;
        let led = format!("/de/p/azure-mug{page}");
        assert_eq!((answer.status, answer.location()), (308, led.as_str()));
        assert_eq!(browser.get(&led).await.status, 200);
        assert_eq!(browser.get(&format!("/p/no-mug{page}")).await.status, 404);
    }
}
