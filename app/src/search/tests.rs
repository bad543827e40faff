//! Search on a real database: stems, beginnings, typing errors, nothing at all.

use app::{
    catalog::{facets::FacetFilter, ssr, types::Sort},
    search::{
        ssr::search,
        types::{Found, SearchSort, SearchView},
    },
};
use sqlx::PgPool;

use crate::{
    catalog::{begin, category, merchant, product},
    support::TestApp,
};

async fn shop(pool: PgPool, titles: &[&str]) -> TestApp {
    let app = TestApp::new(pool).await;
    let mut cx = begin(&app).await;
    let merchant = merchant(&mut cx, "kiln-works").await;
    let home = category(&mut cx, "home", None).await;
    for (at, title) in titles.iter().enumerate() {
        let input = product(
            merchant,
            home,
            title,
            1_000 + i64::try_from(at % 3).unwrap(),
        );
        ssr::upsert_product(&mut cx, input).await.unwrap();
    }
    cx.commit().await.unwrap();
    app
}

async fn find(app: &TestApp, words: &str) -> SearchView {
    let mut db = app.state.db.read().await.unwrap();
    search(
        &mut db,
        &app.state.media,
        words,
        FacetFilter::default(),
        SearchSort::Relevance,
        None,
    )
    .await
    .unwrap()
}

fn titles(view: &SearchView) -> Vec<&str> {
    let mut titles: Vec<&str> = view
        .listing
        .products
        .iter()
        .map(|card| card.title.as_str())
        .collect();
    titles.sort_unstable();
    titles
}

#[sqlx::test(migrations = "../migrations")]
async fn words_match_by_stem_beginning_and_without_accents(pool: PgPool) {
    let app = shop(
        pool,
        &[
            "Café Cup",
            "Stoneware Teapot",
            "Walnut Chair",
            "Wool Blanket",
        ],
    )
    .await;
    for (words, expected) in [
        ("cups", vec!["Café Cup"]),
        ("cafe", vec!["Café Cup"]),
        ("CAFÉ cup", vec!["Café Cup"]),
        ("teap", vec!["Stoneware Teapot"]),
        ("walnut cha", vec!["Walnut Chair"]),
        ("blanket or chairs", vec!["Walnut Chair", "Wool Blanket"]),
        ("\"wool blanket\"", vec!["Wool Blanket"]),
    ] {
        let view = find(&app, words).await;
        assert_eq!(
            (titles(&view), view.found.clone()),
            (expected, Found::Exact),
            "{words}"
        );
    }
    let excluded = find(&app, "stoneware -teapot").await;
    assert!(
        !titles(&excluded).contains(&"Stoneware Teapot"),
        "{:?}",
        titles(&excluded)
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn typing_errors_are_forgiven(pool: PgPool) {
    let app = shop(
        pool,
        &["Stoneware Teapot", "Walnut Chair", "Over-Ear Headphones"],
    )
    .await;
    for (words, expected) in [
        ("teapto", "Stoneware Teapot"),
        ("hedphones", "Over-Ear Headphones"),
        ("wallnut", "Walnut Chair"),
    ] {
        let view = find(&app, words).await;
        assert!(matches!(view.found, Found::Corrected(_)), "{words}");
        assert_eq!(view.listing.products[0].title, expected, "{words}");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn nothing_found_leads_on(pool: PgPool) {
    let app = shop(pool, &["Teapot", "Chair"]).await;
    for words in [
        "xyzzy",
        "the",
        "",
        "   ",
        "-",
        "\"",
        "'",
        "\\",
        "a'b\\c",
        ":*",
        "½ ŉ",
        "%_",
        "); drop table products; --",
        "\u{0}",
    ] {
        let words = words.replace('\0', "");
        let view = find(&app, &words).await;
        assert!(view.listing.products.is_empty(), "{words}");
        assert_eq!(
            (view.suggestions.len(), view.departments.len()),
            (2, 1),
            "{words}"
        );
    }
    let long = find(&app, &"teapot ".repeat(100)).await;
    assert!(long.query.chars().count() <= 100);
    assert_eq!(titles(&long), ["Teapot"]);
}

#[sqlx::test(migrations = "../migrations")]
async fn every_order_shows_everything_once(pool: PgPool) {
    let names: Vec<String> = (0..60).map(|at| format!("Mug {at}")).collect();
    let app = shop(pool, &names.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let mut db = app.state.db.read().await.unwrap();
    let orders = [SearchSort::Relevance]
        .into_iter()
        .chain(Sort::ALL.map(SearchSort::By));
    for sort in orders {
        let mut seen = Vec::new();
        let mut after: Option<String> = None;
        loop {
            let view = search(
                &mut db,
                &app.state.media,
                "mug",
                FacetFilter::default(),
                sort,
                after.as_deref(),
            )
            .await
            .unwrap();
            assert_eq!(view.after, after);
            seen.extend(
                view.listing
                    .products
                    .into_iter()
                    .map(|card| (card.price.minor, card.title)),
            );
            after = view.listing.next;
            if after.is_none() {
                break;
            }
        }
        let prices: Vec<i64> = seen.iter().map(|(price, _)| *price).collect();
        match sort {
            SearchSort::By(Sort::PriceAscending) => assert!(prices.is_sorted()),
            SearchSort::By(Sort::PriceDescending) => assert!(prices.iter().rev().is_sorted()),
            _ => {}
        }
        let mut found: Vec<String> = seen.into_iter().map(|(_, title)| title).collect();
        found.sort_unstable();
        found.dedup();
        assert_eq!(found.len(), 60, "{sort:?}");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn the_api_searches(pool: PgPool) {
    let app = shop(pool, &["Teapot", "Chair"]).await;
    let mut client = app.program();
    let found = client.get("/api/v1/search?q=teapots").await.json();
    assert_eq!(
        (
            found["products"][0]["title"].as_str(),
            found["approximate"].as_bool()
        ),
        (Some("Teapot"), Some(false))
    );
    for wrong in [
        "/api/v1/search",
        "/api/v1/search?q=",
        "/api/v1/search?q=a&after=x",
        "/api/v1/search?q=a&page=2",
    ] {
        assert_eq!(client.get(wrong).await.status, 422, "{wrong}");
    }
}
