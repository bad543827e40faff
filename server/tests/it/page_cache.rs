//! Kept pages: rendered once, with a nonce of their own each time; anew as soon as what they show has changed, here or in
//! another replica; never with a byte of one visitor in them.

use std::time::{Duration, Instant};

use app::{
    catalog::ssr::{
        ReviewInput, add_review, create_location, product_cards, set_stock, upsert_product,
    },
    ssr::{
        Cx,
        pages::Tag,
        remembered::{Remembered, begun_at, watched},
    },
};
use domain::{money::Money, policy::Actor};
use futures::future::join_all;
use sqlx::PgPool;

use crate::{
    catalog::{begin, category, merchant, product},
    support::{
        Answer, Client, TestApp, TestAppBuilder, env,
        market::{Buyer, Market},
        statements::statements_of,
    },
};

/// An application that keeps pages; the same `address` makes two of them replicas of one shop.
async fn replica(pool: PgPool, address: &str) -> TestApp {
    listening(TestApp::builder(pool), address).await
}

async fn listening(app: TestAppBuilder, address: &str) -> TestApp {
    let app = app
        .set("PAGE_CACHE_MB", "8")
        .set("PIECE_CACHE", "on")
        .set("APP_URL", address)
        .build()
        .await;
    let subscriber = server::redis::subscriber(&env("REDIS_URL")).unwrap();
    let before = Instant::now();
    app.state.pages.listen(subscriber);
    // It takes everything for changed once it hears.
    while app.state.pages.is_current(Tag::Everything, before) {
        assert!(
            before.elapsed() < Duration::from_secs(5),
            "Redis is not heard"
        );
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    app
}

fn address() -> String {
    format!("http://{}.localhost:3000", uuid::Uuid::new_v4().simple())
}

async fn shop(pool: PgPool) -> TestApp {
    replica(pool, &address()).await
}

fn nonce(answer: &Answer) -> String {
    let policy = answer.header("content-security-policy");
    let rest = policy.split("'nonce-").nth(1).unwrap();
    rest.split('\'').next().unwrap().to_owned()
}

/// The page without what differs by design.
async fn page(client: &mut Client, path: &str) -> String {
    let answer = client.get(path).await;
    assert_eq!(answer.status, 200, "{path}");
    let nonce = nonce(&answer);
    assert!(nonce.len() >= 22, "{nonce}");
    answer.text().replace(&nonce, "NONCE")
}

#[sqlx::test(migrations = "../migrations")]
async fn a_page_is_rendered_once_and_sent_with_its_own_nonce(pool: PgPool) {
    // By an application that keeps no pages and tells nobody.
    let market = Market::new(&TestApp::new(pool.clone()).await, 9).await;
    let app = shop(pool).await;
    let path = format!("/p/{}", market.slugs[0]);
    let mut ann = app.browser();
    let (first, cost) = statements_of(ann.get(&path)).await;
    assert!(!cost.is_empty());
    let (second, cost) = statements_of(ann.get(&path)).await;
    assert_eq!(cost, Vec::<String>::new());
    assert_ne!(nonce(&first), nonce(&second));
    assert_eq!(
        first.text().replace(&nonce(&first), ""),
        second.text().replace(&nonce(&second), "")
    );
    assert!(
        second
            .text()
            .contains(&format!("nonce=\"{}\"", nonce(&second)))
    );
    assert!(second.text().ends_with("</body></html>"));
    assert_eq!(second.header("cache-control"), "private, no-cache");
}

#[sqlx::test(migrations = "../migrations")]
async fn a_compressed_page_is_the_same_page(pool: PgPool) {
    let app = shop(pool).await;
    let market = Market::new(&app, 9).await;
    let path = format!("/p/{}", market.slugs[0]);
    let plain = page(&mut app.browser(), &path).await;
    for (accepts, compressed) in [
        ("gzip, deflate, br, zstd", true),
        ("br;q=1.0, *;q=0.1", true),
        ("gzip, br;q=0", false),
        ("identity", false),
    ] {
        let mut client = app.browser().with("accept-encoding", accepts);
        let answer = client.get(&path).await;
        let is_brotli = answer
            .headers
            .get("content-encoding")
            .is_some_and(|it| it == "br");
        assert_eq!(is_brotli, compressed, "{accepts}");
        assert!(
            answer.header("vary").contains("accept-encoding"),
            "{accepts}"
        );
        if compressed {
            let mut text = Vec::new();
            let mut body: &[u8] = &answer.body;
            brotli::BrotliDecompress(&mut body, &mut text).unwrap();
            let text = String::from_utf8(text).unwrap();
            assert_eq!(text.replace(&nonce(&answer), "NONCE"), plain);
            assert!(answer.body.len() < text.len() / 2);
        }
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn visitors_at_the_same_time_wait_for_one_rendering(pool: PgPool) {
    let app = shop(pool).await;
    let market = Market::new(&app, 9).await;
    let path = format!("/p/{}", market.slugs[0]);
    let visits = (0..40).map(|_| {
        let (mut client, path) = (app.browser(), path.clone());
        async move { client.get(&path).await.status }
    });
    let (statuses, cost) = statements_of(join_all(visits)).await;
    assert!(statuses.iter().all(|status| *status == 200), "{statuses:?}");
    assert!(cost.len() <= 8, "{cost:?}");
}

#[sqlx::test(migrations = "../migrations")]
async fn every_change_shows_on_every_page_at_once(pool: PgPool) {
    let app = shop(pool).await;
    let mut cx = begin(&app).await;
    let kiln = merchant(&mut cx, "kiln-works").await;
    let leaf = category(&mut cx, "mugs", None).await;
    let mut input = product(kiln, leaf, "Tidal Mug", 1_900);
    let made = upsert_product(&mut cx, input.clone()).await.unwrap();
    let variant = made.variants[0].0;
    let home = create_location(&mut cx, kiln, "Home", "DE").await.unwrap();
    set_stock(&mut cx, variant, home, 3, ("seed", made.id.as_uuid()))
        .await
        .unwrap();
    cx.commit().await.unwrap();
    let mut ann = app.browser();
    let paths = [
        "/",
        "/c/mugs",
        "/m/kiln-works",
        "/search?q=mug",
        "/p/tidal-mug",
    ];
    for path in paths {
        assert!(page(&mut ann, path).await.contains("€19.00"), "{path}");
    }

    input.variants[0].price = Money::new(2_300, input.currency);
    input.title = "Tidal Cup".into();
    let mut cx = begin(&app).await;
    upsert_product(&mut cx, input.clone()).await.unwrap();
    for path in paths {
        assert!(
            page(&mut ann, path).await.contains("€19.00"),
            "{path}: not committed yet"
        );
    }
    cx.commit().await.unwrap();
    for path in [
        "/",
        "/c/mugs",
        "/m/kiln-works",
        "/search?q=cup",
        "/p/tidal-mug",
    ] {
        let html = page(&mut ann, path).await;
        assert!(
            html.contains("€23.00") && html.contains("Tidal Cup"),
            "{path}"
        );
        assert!(!html.contains("€19.00"), "{path}");
    }
    assert!(!page(&mut ann, "/search?q=mug").await.contains("€19.00"));

    // A new product, in every list.
    let mut cx = begin(&app).await;
    let other = product(kiln, leaf, "Moon Mug", 4_200);
    upsert_product(&mut cx, other).await.unwrap();
    cx.commit().await.unwrap();
    for path in ["/", "/c/mugs", "/m/kiln-works", "/search?q=mug"] {
        assert!(page(&mut ann, path).await.contains("Moon Mug"), "{path}");
    }

    // Stock, by a merchant and by a checkout that holds it.
    let in_stock = ["/c/mugs?in_stock=1", "/search?q=tidal&in_stock=1"];
    for path in in_stock {
        assert!(page(&mut ann, path).await.contains("Tidal Cup"), "{path}");
    }
    assert!(page(&mut ann, "/p/tidal-mug").await.contains("Only 3 left"));
    let mut buyer = Buyer::new(&app).await;
    buyer.add(variant, 2).await;
    assert_eq!(buyer.begin().await.status, 200);
    assert!(page(&mut ann, "/p/tidal-mug").await.contains("Only 1 left"));
    let mut cx = begin(&app).await;
    set_stock(&mut cx, variant, home, 2, ("seed", made.id.as_uuid()))
        .await
        .unwrap();
    cx.commit().await.unwrap();
    for path in ["/p/tidal-mug", "/c/mugs", "/"] {
        assert!(page(&mut ann, path).await.contains("Sold out"), "{path}");
    }

    for path in in_stock {
        assert!(!page(&mut ann, path).await.contains("Tidal Cup"), "{path}");
    }

    // A review, and the menu.
    let rated = ["/c/mugs?rating=5", "/search?q=tidal&rating=5"];
    for path in rated {
        assert!(!page(&mut ann, path).await.contains("Tidal Cup"), "{path}");
    }
    let mut cx = begin(&app).await;
    let review = ReviewInput {
        author_name: "Ann".into(),
        rating: 5,
        title: "Holds heat".into(),
        body: "As it should.".into(),
        verified: true,
        created_at: cx.now,
    };
    add_review(&mut cx, made.id, review).await.unwrap();
    category(&mut cx, "lamps", None).await;
    cx.commit().await.unwrap();
    assert!(page(&mut ann, "/p/tidal-mug").await.contains("Holds heat"));
    for path in rated {
        assert!(page(&mut ann, path).await.contains("Tidal Cup"), "{path}");
    }
    for path in ["/", "/c/mugs", "/p/tidal-mug", "/pages/about"] {
        assert!(page(&mut ann, path).await.contains("/c/lamps"), "{path}");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn replicas_share_pages_and_hear_of_changes(pool: PgPool) {
    let market = Market::new(&TestApp::new(pool.clone()).await, 9).await;
    let address = address();
    let here = replica(pool.clone(), &address).await;
    let there = replica(pool, &address).await;
    let path = format!("/p/{}", market.slugs[0]);
    let (mut ann, mut bob) = (here.browser(), there.browser());
    let mine = page(&mut ann, &path).await;
    let (theirs, cost) = statements_of(page(&mut bob, &path)).await;
    assert_eq!((theirs, cost), (mine, Vec::new()), "taken from Redis");

    for left in [4, 3, 2] {
        let mut cx = Cx::begin(&here.state, Actor::System).await.unwrap();
        let location = app::catalog::ssr::default_location(&mut cx, market.merchants[0])
            .await
            .unwrap();
        let cause = ("seed", market.variants[0].as_uuid());
        set_stock(&mut cx, market.variants[0], location, left, cause)
            .await
            .unwrap();
        cx.commit().await.unwrap();
        let shown = format!("Only {left} left");
        assert!(page(&mut ann, &path).await.contains(&shown));
        let told = Instant::now();
        while !page(&mut bob, &path).await.contains(&shown) {
            assert!(
                told.elapsed() < Duration::from_secs(2),
                "{shown} is not heard of"
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn what_a_lagging_database_may_have_said_is_not_shared(pool: PgPool) {
    Market::new(&TestApp::new(pool.clone()).await, 9).await;
    let address = address();
    let read_from_elsewhere =
        || TestApp::builder(pool.clone()).set("DATABASE_READ_URL", &env("DATABASE_URL"));
    let here = listening(read_from_elsewhere(), &address).await;
    let there = listening(read_from_elsewhere(), &address).await;
    here.state.pages.changed_and_told(&[Tag::Listings]).await;
    // The list has just changed, and the database that pages are read from may not have known.
    let list = "/m/kilnworks";
    page(&mut here.browser(), list).await;
    let (_, cost) = statements_of(page(&mut there.browser(), list)).await;
    assert!(!cost.is_empty());
}

#[sqlx::test(migrations = "../migrations")]
async fn a_visitor_leaves_no_byte_in_what_others_see(pool: PgPool) {
    let app = shop(pool).await;
    let market = Market::new(&app, 50).await;
    let paths = ["/", "/m/kilnworks", "/search?q=mug", "/pages/about"];
    let product = format!("/p/{}", market.slugs[0]);
    let mut nobody = app.browser();
    // Each of them sees the page first once.
    let visitors = (0..3).map(|_| {
        let mut client = app.browser();
        let variant = market.variants[0].to_string();
        async move {
            let form = [("variant", variant.as_str()), ("quantity", "1")];
            assert_eq!(client.post_form("/api/cart/add", &form).await.status, 303);
            client
        }
    });
    let visitors = join_all(visitors).await;
    let mut seen = Vec::new();
    for round in 0..3 {
        for path in paths.into_iter().chain([product.as_str()]) {
            let visits = visitors.iter().map(|visitor| {
                let (mut visitor, mut nobody) = (visitor.clone(), nobody.clone());
                async move {
                    let theirs = page(&mut visitor, path).await;
                    let cart = visitor.get("/cart").await;
                    assert_eq!(cart.header("cache-control"), "no-store");
                    assert!(!theirs.contains(&visitor.cookies["cart"]));
                    (theirs, page(&mut nobody, path).await)
                }
            });
            for (theirs, anonymous) in join_all(visits).await {
                assert_eq!(theirs, anonymous, "round {round}: {path}");
            }
            seen.push(page(&mut nobody, path).await);
        }
    }
    assert_eq!(seen[..5], seen[10..]);
    let answer = nobody.get("/").await;
    assert!(answer.headers.get("set-cookie").is_none());
}

/// Ann and Bob, with a checkout each, and somebody without anything ask for everything at once, while what is shown changes.
#[sqlx::test(migrations = "../migrations")]
async fn under_load_everybody_sees_their_own_and_nothing_else(pool: PgPool) {
    const ROUNDS: usize = 40;
    let app = shop(pool).await;
    let market = Market::new(&app, 5_000).await;
    let mut visitors = Vec::new();
    for (at, mail) in ["ann@example.org", "bob@example.org"]
        .into_iter()
        .enumerate()
    {
        let mut client = app.browser();
        let variant = market.variants[at].to_string();
        let form = [("variant", variant.as_str()), ("quantity", "1")];
        assert_eq!(client.post_form("/api/cart/add", &form).await.status, 303);
        assert_eq!(
            client.post_form("/api/checkout/begin", &[]).await.status,
            303
        );
        let address = [
            ("address[email]", mail),
            ("address[name]", "A Buyer"),
            ("address[line1]", "Hauptstr. 1"),
            ("address[city]", "Berlin"),
            ("address[postcode]", "10115"),
            ("address[country]", "DE"),
        ];
        let answer = client.post_form("/api/checkout/address", &address).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        visitors.push((mail, client));
    }
    let secrets: Vec<String> = visitors
        .iter()
        .flat_map(|(mail, client)| [(*mail).to_owned(), client.cookies["cart"].clone()])
        .collect();
    let public = [
        "/".to_owned(),
        "/m/kilnworks".to_owned(),
        format!("/p/{}", market.slugs[0]),
    ];
    let foreign = |text: &str, own: &str| {
        secrets
            .iter()
            .any(|secret| secret != own && text.contains(secret.as_str()))
    };
    let looking = visitors.iter().flat_map(|(mail, client)| {
        public
            .iter()
            .map(String::as_str)
            .chain(["/cart", "/checkout?step=address"])
            .map(move |path| {
                let mut client = client.clone();
                async move {
                    for _ in 0..ROUNDS {
                        let answer = client.get(path).await;
                        assert_eq!(answer.status, 200, "{path}");
                        let (text, is_own) = (answer.text(), path.starts_with("/checkout"));
                        assert_eq!(text.contains(*mail), is_own, "{mail} on {path}");
                        assert!(!foreign(&text, if is_own { mail } else { "" }), "{path}");
                    }
                }
            })
    });
    let nobody = public.iter().map(|path| {
        let mut client = app.browser();
        async move {
            for _ in 0..ROUNDS {
                let text = client.get(path).await.text();
                assert!(!foreign(&text, ""), "{path}");
            }
        }
    });
    let changing = async {
        for _ in 0..ROUNDS {
            app.state.pages.changed(vec![Tag::Everything]);
            tokio::time::sleep(Duration::from_millis(3)).await;
        }
    };
    tokio::join!(join_all(looking), join_all(nobody), changing);
}

#[sqlx::test(migrations = "../migrations")]
async fn yesterdays_page_is_better_than_none(pool: PgPool) {
    let app = shop(pool).await;
    let market = Market::new(&app, 9).await;
    let path = format!("/p/{}", market.slugs[0]);
    let mut ann = app.browser();
    let before = page(&mut ann, &path).await;
    app.pool().close().await;
    app.state.pages.changed(vec![Tag::Everything]);
    assert_eq!(page(&mut ann, &path).await, before);
    assert_eq!(
        ann.get(&format!("/p/{}", market.slugs[1])).await.status,
        503
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn a_page_made_of_old_pieces_is_not_shared(pool: PgPool) {
    let address = address();
    let writer = replica(pool.clone(), &address).await;
    let mut cx = begin(&writer).await;
    let kiln = merchant(&mut cx, "kiln-works").await;
    let leaf = category(&mut cx, "mugs", None).await;
    let mut input = product(kiln, leaf, "Tidal Mug", 1_900);
    upsert_product(&mut cx, input.clone()).await.unwrap();
    cx.commit().await.unwrap();
    // One that never hears of changes, as all do for a moment.
    let behind = TestApp::builder(pool.clone())
        .set("PAGE_CACHE_MB", "8")
        .set("PIECE_CACHE", "on")
        .set("APP_URL", &address)
        .build()
        .await;
    assert!(page(&mut behind.browser(), "/").await.contains("Tidal Mug"));
    tokio::time::sleep(Duration::from_millis(10)).await;
    input.title = "Tidal Cup".into();
    let mut cx = begin(&writer).await;
    upsert_product(&mut cx, input).await.unwrap();
    cx.commit().await.unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(
        page(&mut behind.browser(), "/c/mugs")
            .await
            .contains("Tidal Mug"),
        "it remembers the card"
    );
    let fresh = replica(pool, &address).await;
    let seen = page(&mut fresh.browser(), "/c/mugs").await;
    assert!(seen.contains("Tidal Cup") && !seen.contains("Tidal Mug"));
}

#[sqlx::test(migrations = "../migrations")]
async fn what_is_made_with_a_market_of_before_is_not_remembered(pool: PgPool) {
    let app = shop(pool).await;
    let market = Market::new(&app, 9).await;
    let product: uuid::Uuid = sqlx::query_scalar("select id from products where slug = $1")
        .bind(&market.slugs[0])
        .fetch_one(app.pool())
        .await
        .unwrap();
    let mut db = app.state.db.read().await.unwrap();
    // A request that has asked for its market, and is not done when a rate changes.
    let begun = Instant::now();
    app.state.pages.changed(vec![Tag::Everything]);
    begun_at(begun, product_cards(&mut db, &app.state, &[product]))
        .await
        .unwrap();
    let mut costs = Vec::new();
    for _ in 0..2 {
        let (cards, cost) = statements_of(product_cards(&mut db, &app.state, &[product])).await;
        assert_eq!(cards.unwrap().len(), 1);
        costs.push(cost.len());
    }
    assert_eq!(costs, [1, 0]);
}

#[sqlx::test(migrations = "../migrations")]
async fn a_piece_is_as_old_as_the_oldest_it_is_made_of(pool: PgPool) {
    let app = shop(pool).await;
    let remembered = |name| Remembered::<u8, u8>::new(name, 8, |_, _| Tag::Listings);
    let (part, whole) = (remembered("part"), remembered("whole"));
    let read_part = || part.get(&app.state, 1, || async { Ok(1) });
    read_part().await.unwrap();
    let between = Instant::now();
    let read_whole = || {
        whole.get(&app.state, 1, || async {
            let part = read_part().await?;
            Ok(*part + 1)
        })
    };
    read_whole().await.unwrap();
    let (value, oldest) = watched(read_whole()).await;
    assert_eq!(*value.unwrap(), 2);
    assert!(oldest.unwrap() < between);
}

#[sqlx::test(migrations = "../migrations")]
async fn nobody_is_given_what_another_reads_with_the_market_of_before(pool: PgPool) {
    let app = shop(pool).await;
    let prices = Remembered::<u8, &str>::new("prices", 8, |_, _| Tag::Listings);
    let read = |price: &'static str| {
        let slowly = move || async move {
            tokio::time::sleep(Duration::from_millis(20)).await;
            Ok(price)
        };
        prices.get(&app.state, 1, slowly)
    };
    // The first has asked for its market when a rate changes; the second asks afterwards, and joins its reading.
    let begun = Instant::now();
    app.state.pages.changed(vec![Tag::Everything]);
    let (_, second) = tokio::join!(begun_at(begun, read("before")), read("after"));
    assert_eq!(*second.unwrap(), "after");
}

/// What a browser hears that listens for a moment.
async fn heard(app: &TestApp, product: uuid::Uuid, client: Client) -> String {
    let mut client = client;
    let path = format!("/live/products/{product}");
    let listening = async {
        let answer = client.get(&path).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("content-type"), "text/event-stream");
        answer.text()
    };
    let ending = async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        app.state.pages.news().end();
    };
    tokio::join!(listening, ending).0
}

#[sqlx::test(migrations = "../migrations")]
async fn news_of_a_product_come_while_one_listens_and_after_one_was_away(pool: PgPool) {
    let app = shop(pool).await;
    let product = uuid::Uuid::new_v4();
    assert!(
        !heard(&app, product, app.browser())
            .await
            .contains("event: changed")
    );
    let back = app.browser().with("last-event-id", "here");
    assert!(
        heard(&app, product, back)
            .await
            .contains("event: changed\ndata: now")
    );
    let changing = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        app.state.pages.changed(vec![Tag::Product(product)]);
    };
    let (text, ()) = tokio::join!(heard(&app, product, app.browser()), changing);
    assert!(text.contains("event: changed\ndata: now"), "{text}");
}
