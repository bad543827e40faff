//! Generated goods: whole, resumable, exact in number; and pages whose statements read no more of many goods than of a few.

use std::collections::BTreeMap;

use app::{
    catalog::{
        facets::FacetFilter,
        ssr,
        types::{CategoryView, ListingView, Sort},
    },
    search::{ssr as search, types::SearchSort},
    ssr::Cx,
};
use server::seed::{SeedReport, plenty};
use sqlx::{PgConnection, PgPool};

use super::facets::parse;
use crate::support::{TestApp, market::assert_invariants};

async fn number(app: &TestApp, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(app.pool()).await.unwrap()
}

/// The demo's rows and so many variants in all, without pictures.
async fn fill(app: &TestApp, variants: u32) -> SeedReport {
    let market = demo::catalogue::marketplace();
    server::seed::rows(&app.state, &market, &[]).await.unwrap();
    plenty::fill(&app.state, &market, &[], variants)
        .await
        .unwrap()
}

const VARIANTS: &str = "select count(*) from variants";

#[sqlx::test(migrations = "../migrations")]
async fn goods_are_made_until_there_are_enough(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let report = fill(&app, 3_000).await;
    assert!(
        report.products > 300 && report.merchants > 0 && report.reviews > 0,
        "{report:?}"
    );
    assert_eq!(number(&app, VARIANTS).await, 3_000);
    assert_eq!(
        fill(&app, 3_000).await,
        SeedReport::default(),
        "nothing is new"
    );
    fill(&app, 3_300).await;
    assert_eq!(number(&app, VARIANTS).await, 3_300, "to the variant");
    for (what, wrong) in [
        ("a product that is not in its category's listing",
         "select count(*) from products p where not exists (
             select from category_products k where (k.product_id, k.category_id, k.price_minor, k.published_at)
                 = (p.id, p.category_id, p.price_min_minor, p.published_at))"),
        ("facets that are not the product's",
         "select count(*) from products p left join product_facets f on f.product_id = p.id
          where (f.merchant_id, f.category_id, f.price_minor, f.in_stock, f.on_sale) is distinct from
             (p.merchant_id, p.category_id, p.price_min_minor, product_in_stock(p.id), p.compare_at_minor is not null)"),
        ("prices that are not the variants'",
         "select count(*) from products p join (select product_id, min(price_minor) as low, max(price_minor) as high from variants
             group by 1) v on v.product_id = p.id where (p.price_min_minor, p.price_max_minor) <> (v.low, v.high)"),
        ("ratings that are not the reviews'",
         "select count(*) from products p left join (select product_id, count(*) as n, sum(rating) as stars from reviews group by 1) r
             on r.product_id = p.id where (p.rating_count, p.rating_sum) <> (coalesce(r.n, 0), coalesce(r.stars, 0))"),
        ("a word of a title that nobody knows",
         "select count(*) from products p, regexp_split_to_table(fold(p.title), '[^a-z]+') w
          where length(w) > 2 and not exists (select from search_words s where s.word = w collate \"C\")"),
        ("a merchant that sends nowhere",
         "select count(*) from merchants m where not exists (
             select from shipping_zones z join shipping_rates r on r.zone_id = z.id where z.merchant_id = m.id)"),
    ] {
        assert_eq!(number(&app, wrong).await, 0, "{what}");
    }
    assert_invariants(&app).await;
}

#[sqlx::test(migrations = "../migrations")]
async fn what_an_interrupted_run_left_out_is_made(pool: PgPool) {
    let app = TestApp::new(pool).await;
    fill(&app, 3_000).await;
    let slugs = "select string_agg(slug, ' ' order by slug) from products";
    let all: String = sqlx::query_scalar(slugs)
        .fetch_one(app.pool())
        .await
        .unwrap();
    let lost = "delete from products where slug ~ '-[0-9]*7$'";
    assert!(
        sqlx::query(lost)
            .execute(app.pool())
            .await
            .unwrap()
            .rows_affected()
            > 5
    );
    let report = fill(&app, 3_000).await;
    assert!(report.products > 5 && report.merchants == 0, "{report:?}");
    let again: String = sqlx::query_scalar(slugs)
        .fetch_one(app.pool())
        .await
        .unwrap();
    assert_eq!(all, again);
}

#[sqlx::test(migrations = "../migrations")]
async fn fewer_than_there_are_is_an_error(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let too_few = plenty::check(&app.state, 100)
        .await
        .unwrap_err()
        .to_string();
    assert!(too_few.contains("The demo market alone has"), "{too_few}");
    fill(&app, 2_600).await;
    let too_few = plenty::check(&app.state, 2_599)
        .await
        .unwrap_err()
        .to_string();
    assert_eq!(
        too_few,
        "There are 2600 variants already, more than 2599; nothing was done."
    );
    plenty::check(&app.state, 2_600).await.unwrap();
    assert_eq!(number(&app, VARIANTS).await, 2_600);
}

#[sqlx::test(migrations = "../migrations")]
async fn every_page_shows_a_generated_product(pool: PgPool) {
    let app = TestApp::new(pool).await;
    fill(&app, 2_600).await;
    let (slug, title, shop, shelf, variant): (String, String, String, String, String) = sqlx::query_as(
        "select p.slug, p.title, m.slug, c.slug, v.id::text from products p join merchants m on m.id = p.merchant_id
         join categories c on c.id = p.category_id join variants v on v.product_id = p.id join stock_levels s on s.variant_id = v.id
         where p.slug ~ '-[0-9]+$' and s.on_hand > 5 order by p.published_at desc limit 1",
    )
    .fetch_one(app.pool())
    .await
    .unwrap();
    let mut ann = app.browser();
    let words = title.replace(' ', "+");
    for path in [
        format!("/p/{slug}"),
        format!("/c/{shelf}"),
        format!("/c/{shelf}?merchant={shop}"),
        format!("/m/{shop}"),
        format!("/search?q={words}"),
        format!("/search/suggest?q={words}"),
    ] {
        let answer = ann.get(&path).await;
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.text().contains(&title), "{title} on {path}");
    }
    let added = ann
        .post_form("/api/cart/add", &[("variant", &variant), ("quantity", "1")])
        .await;
    assert!(matches!(added.status, 302 | 303), "{}", added.status);
    assert!(ann.get("/cart").await.text().contains(&title));
}

/// Tables that grow with the catalogue.
const LARGE: [&str; 8] = [
    "products",
    "product_facets",
    "category_products",
    "variants",
    "stock_levels",
    "product_media",
    "product_options",
    "reviews",
];
/// Rows and index entries that the statements of a page may read of one such table: what is counted and walked, a few times over.
const MOST: i64 = 5_000;

/// Rows read by scans, rows fetched by indexes, and index entries, of the large tables and their indexes: those of this
/// transaction, and what its connection has not told Postgres yet of earlier ones.
async fn counters(db: &mut PgConnection) -> BTreeMap<String, i64> {
    let rows: Vec<(String, i64)> = sqlx::query_as(
        "select distinct o.relname::text, greatest(pg_stat_get_xact_tuples_returned(o.oid), pg_stat_get_xact_tuples_fetched(o.oid))
         from pg_class c left join pg_index i on i.indrelid = c.oid join pg_class o on o.oid in (c.oid, i.indexrelid)
         where c.relname = any($1)",
    )
    .bind(LARGE.map(str::to_owned).to_vec())
    .fetch_all(db)
    .await
    .unwrap();
    rows.into_iter().collect()
}

/// A transaction in which reading is counted.
struct Watched {
    cx: Cx,
    before: BTreeMap<String, i64>,
}

impl Watched {
    async fn begin(app: &TestApp) -> Self {
        let mut cx = super::begin(app).await;
        let before = counters(cx.db()).await;
        Self { cx, before }
    }

    fn db(&mut self) -> &mut PgConnection {
        self.cx.db()
    }

    /// The largest number, and of what it is.
    async fn most_read(mut self) -> (i64, String) {
        let after = counters(self.cx.db()).await;
        let read = after
            .into_iter()
            .map(|(name, count)| (count - self.before.get(&name).unwrap_or(&0), name));
        read.max().unwrap()
    }
}

async fn category(
    app: &TestApp,
    db: &mut PgConnection,
    filter: FacetFilter,
    sort: Sort,
    after: Option<&str>,
) -> CategoryView {
    ssr::category(db, &app.state, "kitchen", filter, sort, after)
        .await
        .unwrap()
}

/// Postgres counts what is read; so no plan is compared, and a table that is scanned cannot hide behind another name of it.
#[sqlx::test(migrations = "../migrations")]
async fn pages_read_no_more_of_many_goods_than_of_a_few(pool: PgPool) {
    let app = TestApp::new(pool).await;
    fill(&app, 20_000).await;
    let in_kitchen = "select count(*) from category_products k join categories c on c.id = k.category_id where c.slug = 'kitchen'";
    assert!(
        number(&app, in_kitchen).await > 3_000,
        "more than is counted"
    );
    let slug: String =
        sqlx::query_scalar("select slug from products where slug ~ '-5[0-9]*$' limit 1")
            .fetch_one(app.pool())
            .await
            .unwrap();
    let maker: String = sqlx::query_scalar(
        "select m.slug from products p join merchants m on m.id = p.merchant_id group by 1 order by count(*) limit 1",
    )
    .fetch_one(app.pool())
    .await
    .unwrap();
    let filters: [&[(&str, &str)]; 6] = [
        &[],
        &[("in_stock", "1")],
        &[("merchant", &maker)],
        &[("min", "30"), ("max", "31")],
        &[("on_sale", "1"), ("rating", "5")],
        &[("material", "Oak"), ("origin", "Japan")],
    ];
    let media = &app.state.media;
    let mut read = Vec::new();
    for filter in filters {
        for sort in Sort::ALL {
            let mut tx = Watched::begin(&app).await;
            let view = category(&app, tx.db(), parse(filter), sort, None).await;
            read.push((tx.most_read().await, format!("{filter:?} {sort:?}")));
            if let Some(next) = &view.listing.next {
                let mut tx = Watched::begin(&app).await;
                category(&app, tx.db(), parse(filter), sort, Some(next)).await;
                read.push((
                    tx.most_read().await,
                    format!("{filter:?} {sort:?}, second page"),
                ));
            }
        }
    }
    for words in [
        "mug",
        "workshop",
        "stoneware mug",
        "quiet harbour",
        "stonewear mug",
        "qqqqzzzz",
        "co",
    ] {
        for filter in filters {
            let mut tx = Watched::begin(&app).await;
            search::search(
                tx.db(),
                &app.state,
                words,
                parse(filter),
                SearchSort::Relevance,
                None,
            )
            .await
            .unwrap();
            read.push((tx.most_read().await, format!("{words} {filter:?}")));
        }
        let mut tx = Watched::begin(&app).await;
        search::suggest(tx.db(), media, words).await.unwrap();
        read.push((tx.most_read().await, format!("{words} …")));
    }
    let mut tx = Watched::begin(&app).await;
    ssr::product(tx.db(), &app.state, &slug).await.unwrap();
    read.push((tx.most_read().await, slug));
    let mut tx = Watched::begin(&app).await;
    ssr::home(tx.db(), &app.state).await.unwrap();
    read.push((tx.most_read().await, "home".to_owned()));
    let mut tx = Watched::begin(&app).await;
    app::merchants::ssr::merchant(tx.db(), &app.state, "nordhavn-risteri", None)
        .await
        .unwrap();
    read.push((tx.most_read().await, "merchant".to_owned()));
    assert!(read[0].0.0 > 1_000, "Postgres counts: {:?}", read[0]);
    read.sort_by(|a, b| b.cmp(a));
    assert!(read[0].0.0 <= MOST, "{:#?}", &read[..6]);
}

fn ids(listing: &ListingView) -> impl Iterator<Item = String> {
    let cards = listing.products.iter();
    cards.map(|card| card.id.as_uuid().to_string())
}

/// Every product that fits is on one page or another, in order, whether they are found by walking or by their terms; and the
/// number that is shown is the true one, or says that there are more.
#[sqlx::test(migrations = "../migrations")]
async fn a_large_category_is_narrowed_truly(pool: PgPool) {
    let app = TestApp::new(pool).await;
    fill(&app, 9_000).await;
    let maker: String = sqlx::query_scalar(
        "select m.slug from category_products k join categories c on c.id = k.category_id join products p on p.id = k.product_id
         join merchants m on m.id = p.merchant_id where c.slug = 'kitchen' group by 1 having count(*) between 2 and 60
         order by count(*) desc limit 1",
    )
    .fetch_one(app.pool())
    .await
    .unwrap();
    let cases: [(&[(&str, &str)], &str); 4] = [
        (
            &[("merchant", &maker)],
            "f.merchant_id = (select id from merchants where slug = $1)",
        ),
        (
            &[("min", "30"), ("max", "32")],
            "f.price_minor between 3000 and 3200 and $1 <> ''",
        ),
        (
            &[("on_sale", "1"), ("rating", "5")],
            "f.on_sale and f.rating_tenths >= 50 and $1 <> ''",
        ),
        (
            &[("in_stock", "1"), ("merchant", &maker)],
            "f.in_stock and f.merchant_id = (select id from merchants where slug = $1)",
        ),
    ];
    let mut db = app.pool().acquire().await.unwrap();
    for (filter, condition) in cases {
        let sql = format!(
            "select f.product_id::text from product_facets f join category_products k on k.product_id = f.product_id
             join categories c on c.id = k.category_id where c.slug = 'kitchen' and {condition} order by 1"
        );
        let truth: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
            .bind(&maker)
            .fetch_all(app.pool())
            .await
            .unwrap();
        for sort in Sort::ALL {
            let (mut found, mut after) = (Vec::new(), None);
            loop {
                let view = category(&app, &mut db, parse(filter), sort, after.as_deref()).await;
                let total = usize::try_from(view.facets.total).unwrap();
                assert!(
                    total == truth.len() || view.facets.capped && total < truth.len(),
                    "{filter:?}: {total}"
                );
                found.extend(ids(&view.listing));
                after = view.listing.next;
                if after.is_none() {
                    break;
                }
            }
            found.sort();
            assert_eq!(found, truth, "{filter:?} {sort:?}");
        }
    }
    let all = category(&app, &mut db, FacetFilter::default(), Sort::Newest, None).await;
    assert!(all.facets.capped && all.facets.count() == "1,000+ products");
    let page = app.browser().get("/c/kitchen").await.text();
    assert!(page.contains("1,000+ products"));
    let maker_facet = all
        .facets
        .facets
        .iter()
        .find(|facet| facet.key == "merchant")
        .unwrap();
    assert!(
        maker_facet.values.iter().all(|value| value.more),
        "numbers are of those that were counted"
    );
}

/// What fits a filter and matches is found, though a common word has more products than are looked at.
#[sqlx::test(migrations = "../migrations")]
async fn a_common_word_is_narrowed_truly(pool: PgPool) {
    let app = TestApp::new(pool).await;
    fill(&app, 20_000).await;
    let matching = "from product_facets f join merchants m on m.id = f.merchant_id where f.search @@ search_query('mug', 'en')";
    let makers = format!(
        "select m.slug {matching} group by 1 having count(*) between 2 and 60 order by 1 limit 3"
    );
    let makers: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(makers))
        .fetch_all(app.pool())
        .await
        .unwrap();
    assert_eq!(makers.len(), 3);
    let mut db = app.pool().acquire().await.unwrap();
    let everything = search::search(
        &mut db,
        &app.state,
        "mug",
        FacetFilter::default(),
        SearchSort::Relevance,
        None,
    )
    .await
    .unwrap();
    assert!(everything.facets.capped, "more match than are looked at");
    for maker in &makers {
        let sql = format!("select f.product_id::text {matching} and m.slug = $1 order by 1");
        let truth: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
            .bind(maker)
            .fetch_all(app.pool())
            .await
            .unwrap();
        for sort in [SearchSort::Relevance, SearchSort::By(Sort::PriceAscending)] {
            let (mut found, mut after) = (Vec::new(), None);
            loop {
                let filter = parse(&[("merchant", maker)]);
                let page = after.as_deref();
                let view = search::search(&mut db, &app.state, "mug", filter, sort, page)
                    .await
                    .unwrap();
                assert_eq!(usize::try_from(view.facets.total).unwrap(), truth.len());
                assert!(!view.facets.capped);
                found.extend(ids(&view.listing));
                after = view.listing.next;
                if after.is_none() {
                    break;
                }
            }
            found.sort();
            assert_eq!(found, truth, "{maker} {sort:?}");
        }
    }
}
