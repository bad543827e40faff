//! What the heads of pages say: structured data, canonical addresses, Open Graph.

use app::{
    catalog::types::CrumbView,
    discovery::ssr::{
        structured,
        words::{plain, shortened},
    },
};
use serde_json::{Value, json};
use sqlx::PgPool;

use super::{canonical, fill, scarf, structured as documents, tags};
use crate::support::TestApp;

const HOST: &str = "http://localhost:3000";

/// The node of this type, in any document.
fn node<'a>(documents: &'a [Value], kind: &str) -> &'a Value {
    let graphs = documents
        .iter()
        .flat_map(|document| match document["@graph"].as_array() {
            Some(graph) => graph.iter().collect::<Vec<_>>(),
            None => vec![document],
        });
    graphs
        .into_iter()
        .find(|node| node["@type"] == kind)
        .unwrap_or_else(|| panic!("no {kind} in {documents:#?}"))
}

#[sqlx::test(migrations = "../migrations")]
async fn variants_are_told_as_a_group(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let sold = scarf(&app).await;
    let path = format!("/p/{}", sold.slug);
    let answer = app.browser().get(&path).await;
    let cells = answer.text().matches("fill=\"#e9d9c3\"").count();
    assert!(cells >= 9, "its pictures blur up: {cells}");
    let told = documents(&answer);
    let group = node(&told, "ProductGroup");
    assert_eq!(group["name"], "Scarf & <b>Shawl</b>");
    assert_eq!(group["description"], "Warm & softwool. Woven");
    assert_eq!(group["url"], format!("{HOST}{path}"));
    assert_eq!(group["productGroupID"], sold.product.to_string());
    assert_eq!(group["brand"]["name"], "The loom-house");
    assert_eq!(group["variesBy"], json!(["https://schema.org/color"]));
    assert_eq!(group["category"], "WEAR > SCARVES");
    assert_eq!(group["image"].as_array().unwrap().len(), 2);
    assert_eq!(group["aggregateRating"]["ratingValue"], "4.5");
    assert_eq!(group["aggregateRating"]["reviewCount"], 2);
    // The one without words is not told.
    assert_eq!(group["review"].as_array().unwrap().len(), 1);
    assert_eq!(group["review"][0]["reviewBody"], "Lovely </script> thing");
    assert!(group.get("offers").is_none(), "the variants have them");

    let [blue, red] = [0, 1].map(|at| &group["hasVariant"][at]);
    let address = |at: usize| format!("{HOST}{path}?variant={}", sold.variants[at]);
    assert_eq!(blue["name"], "Scarf & <b>Shawl</b>, Blue, Cedar");
    assert_eq!(
        (&blue["color"], &blue["sku"]),
        (&json!("Blue"), &json!("SC-1"))
    );
    assert_eq!(blue["gtin"], "4006381333931");
    assert_eq!(blue["additionalProperty"][0]["value"], "Cedar");
    assert_eq!(
        blue["image"],
        format!("{HOST}/media/{}-960.webp", sold.photos[1])
    );
    assert_eq!(
        blue["offers"],
        json!({
            "@type": "Offer", "url": address(0), "price": "40.00", "priceCurrency": "EUR",
            "availability": "https://schema.org/InStock", "itemCondition": "https://schema.org/NewCondition",
            "seller": { "@type": "Organization", "name": "The loom-house" },
            "priceSpecification": {
                "@type": "UnitPriceSpecification", "priceType": "https://schema.org/StrikethroughPrice",
                "price": "80.00", "priceCurrency": "EUR"
            },
            "shippingDetails": [{ "@id": "#delivery-1" }],
        })
    );
    assert_eq!(red["url"], address(1));
    assert_eq!(
        red["offers"]["availability"],
        "https://schema.org/OutOfStock"
    );
    assert_eq!(red["offers"]["price"], "60.50");
    assert!(
        red.get("sku").is_none() && red.get("gtin").is_none(),
        "a wrong number is no number"
    );
    // From €60 on it is sent free.
    assert_eq!(
        red["offers"]["shippingDetails"],
        json!([{ "@id": "#delivery-1-free" }])
    );
    let graph = told[0]["@graph"].as_array().unwrap();
    let shipping = |id: &str| graph.iter().find(|node| node["@id"] == id).unwrap();
    assert_eq!(shipping("#delivery-1")["shippingRate"]["value"], "4.90");
    assert_eq!(
        shipping("#delivery-1-free")["shippingRate"]["value"],
        "0.00"
    );
    assert_eq!(
        shipping("#delivery-1")["shippingDestination"]["addressCountry"],
        json!(["DE", "AT"])
    );

    let trail = node(&told, "BreadcrumbList");
    let steps = trail["itemListElement"].as_array().unwrap();
    let names: Vec<&str> = steps
        .iter()
        .map(|step| step["name"].as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        ["Sokonova", "WEAR", "SCARVES", "Scarf & <b>Shawl</b>"]
    );
    assert_eq!(steps[2]["item"], format!("{HOST}/c/scarves"));

    // What was told is on the page.
    let html = answer.text();
    for shown in ["€40.00", "€80.00", "4.5", "Warm &amp; "] {
        assert!(html.contains(shown), "{shown}");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn a_single_variant_is_told_as_a_product(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let slugs = fill(&app, 1).await;
    let answer = app.browser().get(&format!("/p/{}", slugs[0])).await;
    let told = documents(&answer);
    let product = node(&told, "Product");
    assert_eq!(product["offers"]["price"], "12.00");
    assert_eq!(
        product["offers"]["availability"],
        "https://schema.org/OutOfStock"
    );
    assert_eq!(product["offers"]["url"], format!("{HOST}/p/{}", slugs[0]));
    for absent in ["aggregateRating", "review", "image", "gtin", "hasVariant"] {
        assert!(product.get(absent).is_none(), "{absent}");
    }
    assert!(product["offers"].get("shippingDetails").is_none());
}

#[sqlx::test(migrations = "../migrations")]
async fn every_page_has_one_canonical_address_or_is_left_out(pool: PgPool) {
    let app = TestApp::builder(pool)
        .set("SEARCH_ENGINES", "on")
        .build()
        .await;
    let sold = scarf(&app).await;
    fill(&app, 25).await;
    let mut ann = app.browser();
    let product = format!("/p/{}", sold.slug);
    let of_variant = format!("{product}?variant={}", sold.variants[1]);
    let pages = [
        ("/", "/"),
        ("/c/mugs", "/c/mugs"),
        ("/c/mugs?utm_source=letter", "/c/mugs"),
        (product.as_str(), product.as_str()),
        (of_variant.as_str(), product.as_str()),
        ("/m/loom-house", "/m/loom-house"),
        ("/pages/about", "/pages/about"),
    ];
    for (path, own) in pages {
        let answer = ann.get(path).await;
        assert_eq!(canonical(&answer), [format!("{HOST}{own}")], "{path}");
        assert_eq!(tags(&answer)["robots"], "max-image-preview:large", "{path}");
        assert_eq!(tags(&answer)["og:url"], format!("{HOST}{own}"), "{path}");
    }
    let first = ann.get("/c/mugs").await.text();
    let next = first.split("/c/mugs?after=").nth(1).expect("a second page");
    let next = format!("/c/mugs?after={}", next.split('"').next().unwrap());
    for path in [
        next.as_str(),
        "/c/mugs?sort=price_ascending",
        "/c/mugs?merchant=kiln-works",
        "/search",
        "/search?q=mug",
        "/cart",
        "/p/nothing",
        "/orders/AAAA",
    ] {
        let answer = ann.get(path).await;
        assert_eq!(canonical(&answer), [""; 0], "{path}");
        assert_eq!(tags(&answer)["robots"], "noindex", "{path}");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn a_shared_product_shows_what_its_page_does(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let sold = scarf(&app).await;
    let path = format!("/p/{}", sold.slug);
    let told = tags(&app.browser().get(&path).await);
    let expected = [
        ("og:type", "product"),
        ("og:site_name", "Sokonova"),
        ("og:locale", "en_GB"),
        ("og:title", "Scarf & <b>Shawl</b>"),
        ("og:description", "From the hills"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        (
            "og:image:alt",
            "Scarf & <b>Shawl</b> from The loom-house, on Sokonova",
        ),
        ("twitter:card", "summary_large_image"),
        ("product:price:amount", "40.00"),
        ("product:price:currency", "EUR"),
        ("product:availability", "in stock"),
        ("product:brand", "The loom-house"),
    ];
    for (name, value) in expected {
        assert_eq!(told.get(name).map(String::as_str), Some(value), "{name}");
    }
    // Of the variant that is shown.
    let red = format!("{path}?variant={}", sold.variants[1]);
    let told = tags(&app.browser().get(&red).await);
    assert_eq!(told["product:price:amount"], "60.50");
    assert_eq!(told["product:availability"], "out of stock");
}

#[sqlx::test(migrations = "../migrations")]
async fn listings_and_the_shop_are_told(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let slugs = fill(&app, 3).await;
    let mut ann = app.browser();
    let told = documents(&ann.get("/c/mugs").await);
    let items = node(&told, "ItemList")["itemListElement"]
        .as_array()
        .unwrap()
        .clone();
    let mut listed: Vec<&str> = items
        .iter()
        .map(|item| item["url"].as_str().unwrap())
        .collect();
    listed.sort_unstable();
    let expected: Vec<String> = slugs
        .iter()
        .map(|slug| format!("{HOST}/p/{slug}"))
        .collect();
    assert_eq!(listed, expected);
    assert_eq!(
        node(&told, "BreadcrumbList")["itemListElement"][1]["name"],
        "MUGS"
    );
    let told = documents(&ann.get("/").await);
    assert_eq!(
        node(&told, "WebSite")["potentialAction"]["target"]["urlTemplate"],
        format!("{HOST}/search?q={{search_term_string}}")
    );
    assert_eq!(node(&told, "OnlineStore")["url"], format!("{HOST}/"));
}

#[sqlx::test(migrations = "../migrations")]
async fn a_trail_ends_with_the_page_itself(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let above = [CrumbView {
        name: "Home".into(),
        path: "/c/home".into(),
    }];
    let trail = structured::breadcrumbs(&app.state.settings, &above, "Mugs");
    assert_eq!(
        trail["itemListElement"],
        json!([
            { "@type": "ListItem", "position": 1, "name": "Sokonova", "item": format!("{HOST}/") },
            { "@type": "ListItem", "position": 2, "name": "Home", "item": format!("{HOST}/c/home") },
            { "@type": "ListItem", "position": 3, "name": "Mugs" },
        ])
    );
}

#[test]
fn rich_text_becomes_plain() {
    for (html, text) in [
        ("", ""),
        ("<p>One</p><p>Two<br>three</p>", "One Two three"),
        (
            "<p>a<strong>b</strong> &amp;lt; c&nbsp;d</p>",
            "ab &lt; c d",
        ),
        ("2 &lt; 3", "2 < 3"),
        ("<p>broken <a href=\"", "broken"),
    ] {
        assert_eq!(plain(html), text, "{html}");
    }
}

#[test]
fn long_words_are_cut_between() {
    assert_eq!(shortened("one two three", 13), "one two three");
    assert_eq!(shortened("one two, three", 12), "one two…");
    assert_eq!(shortened("ÄÖÜÄÖÜ", 4), "ÄÖÜ…");
}
