//! `robots.txt`, and sitemaps read with a real parser.

use std::collections::BTreeSet;

use app::discovery::ssr::{
    robots,
    sitemap::{File, STRIDE},
};
use roxmltree::Document;
use sqlx::PgPool;
use uuid::Uuid;

use super::{fill, scarf, tags};
use crate::support::{Client, TestApp, statements::statements_of};

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const HOST: &str = "http://localhost:3000";

/// The texts of all elements of this name.
fn texts(xml: &str, name: &str) -> Vec<String> {
    let document = Document::parse(xml).unwrap_or_else(|error| panic!("{error}: {xml}"));
    let found = document
        .descendants()
        .filter(|node| node.is_element() && node.tag_name().name() == name);
    found
        .map(|node| node.text().unwrap_or_default().to_owned())
        .collect()
}

/// Every address in every sitemap, as a crawler finds them.
async fn crawled(client: &mut Client) -> Vec<String> {
    let index = client.get("/sitemap.xml").await;
    assert_eq!(index.status, 200);
    let mut found = Vec::new();
    for file in texts(&index.text(), "loc") {
        let answer = client.get(file.strip_prefix(HOST).unwrap()).await;
        assert_eq!(answer.status, 200, "{file}");
        assert!(answer.header("content-type").starts_with("application/xml"));
        let xml = answer.text();
        let document = Document::parse(&xml).unwrap();
        assert_eq!(document.root_element().tag_name().name(), "urlset");
        let entries = document
            .descendants()
            .filter(|node| node.has_tag_name((NAMESPACE, "url")));
        let address = |entry: roxmltree::Node| {
            let loc = entry
                .children()
                .find(|node| node.has_tag_name((NAMESPACE, "loc")));
            loc.unwrap().text().unwrap().to_owned()
        };
        found.extend(entries.map(address));
    }
    found
}

#[sqlx::test(migrations = "../migrations")]
async fn robots_are_welcome_where_they_are_said_to_be(pool: PgPool) {
    let shy = TestApp::new(pool.clone()).await;
    let answer = shy.program().get("/robots.txt").await;
    assert_eq!(answer.text(), "User-agent: *\nDisallow: /\n");
    assert!(answer.header("content-type").starts_with("text/plain"));
    assert_eq!(tags(&shy.browser().get("/").await)["robots"], "noindex");
    let open = TestApp::builder(pool)
        .set("SEARCH_ENGINES", "on")
        .build()
        .await;
    let text = open.program().get("/robots.txt").await.text();
    assert!(
        text.ends_with(&format!("\nSitemap: {HOST}/sitemap.xml\n")),
        "{text}"
    );
    for closed in ["/api/", "/cart", "/checkout", "/orders/", "/search"] {
        assert!(
            text.contains(&format!("\nDisallow: {closed}\n")),
            "{closed}"
        );
    }
    assert_eq!(text, robots(&open.state.settings));
}

#[sqlx::test(migrations = "../migrations")]
async fn every_public_page_is_listed_once_and_answers(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let sold = scarf(&app).await;
    let slugs = fill(&app, 3).await;
    sqlx::query("update products set state = 'draft' where slug = $1")
        .bind(&slugs[0])
        .execute(app.pool())
        .await
        .unwrap();
    let mut client = app.browser();
    let found = crawled(&mut client).await;
    let unique: BTreeSet<&String> = found.iter().collect();
    assert_eq!(unique.len(), found.len(), "{found:?}");
    let has = |path: &str| unique.contains(&format!("{HOST}{path}"));
    for path in [
        "/",
        "/pages/returns",
        "/c/wear",
        "/c/scarves",
        "/m/loom-house",
        &format!("/p/{}", sold.slug),
        &format!("/p/{}", slugs[1]),
    ] {
        assert!(has(path), "{path} is not in {found:?}");
    }
    assert!(!has(&format!("/p/{}", slugs[0])), "a draft");
    for address in &found {
        let path = address.strip_prefix(HOST).unwrap();
        assert_eq!(client.get(path).await.status, 200, "{path}");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn products_have_pictures_and_a_date(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let sold = scarf(&app).await;
    let file = format!("/sitemaps/{}", File::Products(Uuid::nil()).name());
    let xml = app.program().get(&file).await.text();
    let document = Document::parse(&xml).unwrap();
    let images: Vec<&str> = document
        .descendants()
        .filter(|node| {
            node.has_tag_name(("http://www.google.com/schemas/sitemap-image/1.1", "loc"))
        })
        .filter_map(|node| node.text())
        .collect();
    assert_eq!(
        images,
        sold.photos.map(|id| format!("{HOST}/media/{id}-960.webp"))
    );
    assert_eq!(texts(&xml, "lastmod"), ["2026-11-20T12:00:00Z"]);
    // Of a merchant who pauses, nothing is listed.
    sqlx::query("update merchants set state = 'paused' where id = $1")
        .bind(sold.merchant.as_uuid())
        .execute(app.pool())
        .await
        .unwrap();
    assert_eq!(
        texts(&app.program().get(&file).await.text(), "loc"),
        [""; 0]
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn files_are_strides_of_one_index(pool: PgPool) {
    let app = TestApp::new(pool).await;
    fill(&app, 2).await;
    let stride = i32::try_from(STRIDE).unwrap();
    // Rows as of more than two files, straight into the table that is walked.
    sqlx::query(
        "insert into products (id, merchant_id, handle, slug, title, currency, published_at, created_at, updated_at)
         select gen_random_uuid(), m.id, 'bulk-' || n, 'bulk-' || n, 'Bulk', 'EUR', now(), now(), now()
         from merchants m, generate_series(1, $1) n",
    )
    .bind(stride * 2)
    .execute(app.pool())
    .await
    .unwrap();
    sqlx::query(
        "insert into product_facets (product_id, merchant_id, published_at, price_minor, rating_tenths, on_sale, in_stock, attributes)
         select id, merchant_id, now(), 100, 0, false, true, '{}' from products where handle like 'bulk-%'",
    )
    .execute(app.pool())
    .await
    .unwrap();
    let mut client = app.program();
    let index = client.get("/sitemap.xml").await.text();
    let files: Vec<String> = texts(&index, "loc")
        .into_iter()
        .filter(|file| file.contains("/products-"))
        .collect();
    assert_eq!(files.len(), 3 * 5, "each in every language");
    let (files, others): (Vec<String>, Vec<String>) = files
        .into_iter()
        .partition(|file| file.starts_with(&format!("{HOST}/sitemaps/")));
    assert_eq!(files.len(), 3);
    let german = others
        .iter()
        .find(|file| file.contains("/de/sitemaps/"))
        .unwrap();
    let german = client.get(german.strip_prefix(HOST).unwrap()).await.text();
    let is_german = |page: &String| page.starts_with(&format!("{HOST}/de/p/"));
    assert!(texts(&german, "loc").iter().all(is_german));
    let mut sizes = Vec::new();
    let mut all = BTreeSet::new();
    for file in &files {
        let path = file.strip_prefix(HOST).unwrap();
        let (answer, asked) = statements_of(client.get(path)).await;
        assert!(asked.len() <= 1, "{asked:#?}");
        let found = texts(&answer.text(), "loc");
        sizes.push(found.len());
        all.extend(found);
    }
    let stride = usize::try_from(stride).unwrap();
    assert_eq!(sizes, [stride, stride, 2]);
    assert_eq!(all.len(), stride * 2 + 2, "nothing is listed twice");
    // Kept for a while.
    let (_, asked) = statements_of(client.get("/sitemap.xml")).await;
    assert_eq!(asked.len(), 0, "{asked:#?}");
}

#[sqlx::test(migrations = "../migrations")]
async fn what_is_known_already_is_not_sent_again(pool: PgPool) {
    let app = TestApp::new(pool).await;
    fill(&app, 1).await;
    for path in ["/robots.txt", "/sitemap.xml", "/sitemaps/categories.xml"] {
        let first = app.program().get(path).await;
        assert_eq!(
            first.header("cache-control"),
            "public, max-age=3600",
            "{path}"
        );
        let tag = first.header("etag").to_owned();
        let again = app.program().with("if-none-match", &tag).get(path).await;
        assert_eq!((again.status, again.body.len()), (304, 0), "{path}");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn other_names_are_not_found(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let nil = Uuid::nil();
    for name in [
        "products.xml".into(),
        "products-1.xml".into(),
        format!("products-{nil}.xml"),
        format!("orders-{}.xml", nil.simple()),
        format!("PRODUCTS-{}.xml", nil.simple()),
        "pages.xml.gz".into(),
        "..%2f..%2fetc%2fpasswd".into(),
    ] {
        let path = format!("/sitemaps/{name}");
        assert_eq!(app.program().get(&path).await.status, 404, "{path}");
    }
}

#[test]
fn names_are_read_as_they_are_written() {
    let id = Uuid::from_u128(7);
    for file in [
        File::Pages,
        File::Categories,
        File::Merchants(id),
        File::Products(Uuid::nil()),
    ] {
        assert_eq!(File::parse(&file.name()), Some(file));
    }
}
