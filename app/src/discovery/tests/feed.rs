//! The product feed, read with a real parser.

use std::{collections::BTreeMap, io::Read};

use app::discovery::ssr::feed;
use futures::StreamExt;
use roxmltree::Document;
use sqlx::PgPool;

use super::{fill, scarf};
use crate::support::{TestApp, statements::statements_of};

const HOST: &str = "http://localhost:3000";
const G: &str = "http://base.google.com/ns/1.0";

/// Items by id: their elements' names with all their texts.
fn items(xml: &str) -> BTreeMap<String, BTreeMap<String, Vec<String>>> {
    let document = Document::parse(xml).unwrap_or_else(|error| panic!("{error}: {xml}"));
    let items = document
        .descendants()
        .filter(|node| node.has_tag_name("item"));
    let mut found = BTreeMap::new();
    for item in items {
        let mut elements: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for element in item.children().filter(|node| node.is_element()) {
            assert_eq!(element.tag_name().namespace(), Some(G));
            let texts = elements
                .entry(element.tag_name().name().to_owned())
                .or_default();
            texts.push(element.text().unwrap_or_default().to_owned());
        }
        let id = elements["id"][0].clone();
        assert!(
            found.insert(id.clone(), elements).is_none(),
            "{id} is there twice"
        );
    }
    found
}

#[sqlx::test(migrations = "../migrations")]
async fn a_variant_is_told_as_its_page_shows_it(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let sold = scarf(&app).await;
    let answer = app.program().get("/feeds/google.xml").await;
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.header("content-type"),
        "application/xml; charset=utf-8"
    );
    assert_eq!(answer.header("cache-control"), "public, max-age=3600");
    let items = items(&answer.text());
    assert_eq!(items.len(), 2);
    let [blue, red] = [0, 1].map(|at| &items[&sold.variants[at].to_string()]);
    let page = format!("{HOST}/p/{}", sold.slug);
    let [front, back] = sold.photos.map(|id| format!("{HOST}/media/{id}-960.webp"));
    let expected = [
        ("title", "Scarf & <b>Shawl</b>, Blue, Cedar".to_owned()),
        ("description", "Warm & softwool. Woven".into()),
        ("item_group_id", sold.product.to_string()),
        ("link", format!("{page}?variant={}", sold.variants[0])),
        ("canonical_link", page),
        ("image_link", back),
        ("additional_image_link", front.clone()),
        ("availability", "in_stock".into()),
        ("price", "80.00 EUR".into()),
        ("sale_price", "40.00 EUR".into()),
        ("condition", "new".into()),
        ("brand", "The loom-house".into()),
        ("gtin", "4006381333931".into()),
        ("mpn", "SC-1".into()),
        ("product_type", "WEAR > SCARVES".into()),
        ("color", "Blue".into()),
        ("shipping_label", "loom-house".into()),
        ("shipping_weight", "300 g".into()),
        ("min_handling_time", "1".into()),
        ("max_handling_time", "3".into()),
    ];
    for (name, value) in expected {
        assert_eq!(blue.get(name), Some(&vec![value]), "{name}");
    }
    assert!(!blue.contains_key("identifier_exists"));
    assert_eq!(red["price"], ["60.50 EUR"]);
    assert_eq!(red["availability"], ["out_of_stock"]);
    assert_eq!(red["identifier_exists"], ["no"]);
    assert_eq!(red["image_link"], [front]);
    for absent in ["sale_price", "gtin", "mpn"] {
        assert!(!red.contains_key(absent), "{absent}");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn what_is_not_for_sale_is_not_in_it(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let slugs = fill(&app, 3).await;
    sqlx::query("update products set state = 'archived' where slug = $1")
        .bind(&slugs[0])
        .execute(app.pool())
        .await
        .unwrap();
    // What XML cannot hold.
    sqlx::query("update products set title = E'Mug \\x01 ]]> & \\uFFFE' where slug = $1")
        .bind(&slugs[1])
        .execute(app.pool())
        .await
        .unwrap();
    let items = items(&app.program().get("/feeds/google.xml").await.text());
    assert_eq!(items.len(), 2);
    let titles: Vec<&str> = items
        .values()
        .map(|item| item["title"][0].as_str())
        .collect();
    assert!(titles.contains(&"Mug  ]]> & "), "{titles:?}");
    let single = items.values().next().unwrap();
    assert!(!single.contains_key("item_group_id"));
}

#[sqlx::test(migrations = "../migrations")]
async fn it_is_read_in_pages(pool: PgPool) {
    let app = TestApp::new(pool).await;
    fill(&app, 1).await;
    sqlx::query(
        "with made as (
             insert into products (id, merchant_id, handle, slug, title, currency, published_at, created_at, updated_at)
             select gen_random_uuid(), m.id, 'bulk-' || n, 'bulk-' || n, 'Bulk', 'EUR', now(), now(), now()
             from merchants m, generate_series(1, 1200) n returning id, merchant_id
         ), faceted as (
             insert into product_facets (product_id, merchant_id, published_at, price_minor, rating_tenths, on_sale, in_stock, attributes)
             select id, merchant_id, now(), 100, 0, false, true, '{}' from made
         )
         insert into variants (id, product_id, merchant_id, position, price_minor, created_at, updated_at)
         select gen_random_uuid(), id, merchant_id, 0, 100, now(), now() from made",
    )
    .execute(app.pool())
    .await
    .unwrap();
    let (answer, _) = statements_of(app.program().get("/feeds/google.xml")).await;
    assert_eq!(items(&answer.text()).len(), 1201);
    let parts: Vec<_> = feed::feed(&app.state).await.unwrap().collect().await;
    assert_eq!(parts.len(), 5, "the beginning, three pages, the end");
}

#[sqlx::test(migrations = "../migrations")]
async fn it_is_whole_when_it_is_compressed(pool: PgPool) {
    let app = TestApp::new(pool).await;
    fill(&app, 2).await;
    let mut packed = app.program().with("accept-encoding", "br");
    let answer = packed.get("/feeds/google.xml").await;
    assert_eq!(answer.header("content-encoding"), "br");
    let mut xml = String::new();
    brotli::Decompressor::new(answer.body.as_slice(), 4096)
        .read_to_string(&mut xml)
        .unwrap();
    assert_eq!(items(&xml).len(), 2);
}

#[sqlx::test(migrations = "../migrations")]
async fn only_so_many_are_sent_at_once(pool: PgPool) {
    let app = TestApp::new(pool).await;
    fill(&app, 1).await;
    let held = [
        feed::feed(&app.state).await.unwrap(),
        feed::feed(&app.state).await.unwrap(),
    ];
    let refused = app.program().get("/feeds/google.xml").await;
    assert_eq!((refused.status, refused.header("retry-after")), (503, "60"));
    // Readers that go away give their turn back.
    drop(held);
    let mut answers = 0;
    while app.program().get("/feeds/google.xml").await.status != 200 {
        answers += 1;
        assert!(answers < 1000, "the turns did not come back");
        tokio::task::yield_now().await;
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn a_feed_that_breaks_is_cut_off(pool: PgPool) {
    let app = TestApp::new(pool).await;
    fill(&app, 1).await;
    sqlx::query("update products set currency = 'XXX'")
        .execute(app.pool())
        .await
        .unwrap();
    let mut parts = Box::pin(feed::feed(&app.state).await.unwrap());
    let mut text = Vec::new();
    let mut failed = false;
    while let Some(part) = parts.next().await {
        match part {
            Ok(bytes) => text.extend_from_slice(&bytes),
            Err(_) => failed = true,
        }
    }
    assert!(failed);
    assert!(!String::from_utf8(text).unwrap().contains("</rss>"));
}
