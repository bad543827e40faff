//! Import: whole, again, faulty, tried only.

use std::io::Cursor;

use app::{
    catalog::ssr::{
        self,
        import::{ImportReport, Severity, import},
    },
    error::AppError,
};
use sqlx::PgPool;

use super::{begin, merchant};
use crate::support::TestApp;

const SHOP: &str = include_str!("../../../../server/tests/fixtures/shop.csv");
const FAULTY: &str = include_str!("../../../../server/tests/fixtures/faulty.csv");

async fn app(pool: PgPool) -> TestApp {
    let app = TestApp::new(pool).await;
    let mut cx = begin(&app).await;
    merchant(&mut cx, "kiln-works").await;
    cx.commit().await.unwrap();
    app
}

async fn run(app: &TestApp, csv: &str) -> ImportReport {
    import(&app.state, Cursor::new(csv.to_owned()), "kiln-works", false)
        .await
        .unwrap()
}

async fn number(app: &TestApp, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(app.pool()).await.unwrap()
}

/// Line, column and severity of each problem.
fn problems(report: &ImportReport) -> Vec<(u64, &str, Severity)> {
    report
        .problems
        .iter()
        .map(|problem| (problem.line, problem.column.as_str(), problem.severity))
        .collect()
}

#[sqlx::test(migrations = "../migrations")]
async fn a_file_goes_in_whole(pool: PgPool) {
    let app = app(pool).await;
    let report = run(&app, SHOP).await;
    assert_eq!(
        problems(&report),
        [
            (4, "Variant Compare At Price", Severity::Warning),
            (4, "Variant Inventory Qty", Severity::Warning)
        ],
        "{report}"
    );
    assert_eq!(
        (
            report.rows,
            report.products_created,
            report.variants_created
        ),
        (6, 3, 5)
    );
    assert_eq!((report.stock_changes, report.images_pending), (4, 5));
    assert!(report.columns_ignored.contains(&"Cost per item".to_owned()));

    let mut db = app.state.db.read().await.unwrap();
    let media = &app.state.media;
    let apron = ssr::product(&mut db, &app.state, "linen-apron")
        .await
        .unwrap();
    assert_eq!(
        apron.description_html,
        "<p>Washed <strong>linen</strong>,\ncut long.</p>"
    );
    let options: Vec<(&str, usize)> = apron
        .options
        .iter()
        .map(|option| (option.name.as_str(), option.values.len()))
        .collect();
    assert_eq!(options, [("Colour", 2), ("Size", 2)]);
    let alts: Vec<&str> = apron
        .pictures
        .iter()
        .map(|picture| picture.alt.as_str())
        .collect();
    assert_eq!(
        alts,
        [
            "An apron on a hook",
            "Linen Apron",
            "Linen Apron",
            "Linen Apron"
        ]
    );
    assert_eq!(
        apron.variants[0].picture,
        Some(3),
        "a variant's own picture is among the product's"
    );
    let prices: Vec<(i64, Option<i64>)> = apron
        .variants
        .iter()
        .map(|variant| {
            (
                variant.price.minor,
                variant.compare_at.map(|money| money.minor),
            )
        })
        .collect();
    assert_eq!(prices, [(3_900, Some(4_900)), (4_200, None), (3_900, None)]);
    let ids: Vec<_> = apron.variants.iter().map(|variant| variant.id).collect();
    let mut cart = ssr::variants_for_cart(&mut db, media, &ids).await.unwrap();
    cart.sort_by_key(|variant| ids.iter().position(|id| *id == variant.id));
    let stock: Vec<Option<u32>> = cart.iter().map(|variant| variant.available).collect();
    assert_eq!(stock, [Some(4), Some(0), None], "`continue` sells on");
    assert_eq!(
        (cart[1].weight_grams, cart[1].variant_title.as_str()),
        (331, "Sand / L")
    );

    let cup = ssr::product(&mut db, &app.state, "clay-cup").await.unwrap();
    assert_eq!(
        (cup.options.len(), cup.description_html.as_str()),
        (0, "<p>A cup.</p>")
    );
    let cup = ssr::variants_for_cart(&mut db, media, &[cup.variants[0].id])
        .await
        .unwrap()
        .remove(0);
    assert_eq!(
        (cup.available, cup.taxable),
        (None, false),
        "without a tracker nothing is counted"
    );
    assert_eq!(number(&app, "select on_hand::bigint from stock_levels s join variants v on v.id = s.variant_id join products p on p.id = v.product_id where p.handle = 'clay-cup'").await, 6);
    assert_eq!(
        ssr::product(&mut db, &app.state, "secret-stool")
            .await
            .unwrap_err(),
        AppError::NotFound
    );
    assert_eq!(
        number(&app, "select count(*) from media where state = 'pending'").await,
        5
    );
    assert_eq!(
        number(&app, "select count(*) from stock_levels s where on_hand <> (select sum(on_hand_delta) from stock_movements m where m.variant_id = s.variant_id)").await,
        0
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn the_same_file_again_changes_nothing(pool: PgPool) {
    let app = app(pool).await;
    run(&app, SHOP).await;
    const STATE: &str = "select hashtextextended(jsonb_build_array(
        (select jsonb_agg(to_jsonb(p) order by p.id) from products p), (select jsonb_agg(to_jsonb(v) order by v.id) from variants v),
        (select jsonb_agg(to_jsonb(m) order by m.id) from media m), (select jsonb_agg(to_jsonb(s) order by s.id) from stock_movements s),
        (select jsonb_agg(to_jsonb(g) order by g.product_id, g.position) from product_media g))::text, 0)";
    let before = number(&app, STATE).await;
    app.advance(time::Duration::hours(1));
    let again = run(&app, SHOP).await;
    assert_eq!(
        (
            again.products_unchanged,
            again.products_updated,
            again.products_created
        ),
        (3, 0, 0)
    );
    assert_eq!(
        (
            again.variants_unchanged,
            again.variants_updated,
            again.stock_changes,
            again.images_pending
        ),
        (5, 0, 0, 0)
    );
    assert_eq!(number(&app, STATE).await, before);
}

#[sqlx::test(migrations = "../migrations")]
async fn line_ends_and_byte_order_marks_make_no_difference(pool: PgPool) {
    let app = app(pool).await;
    let windows = format!("\u{feff}{}", FAULTY.replace('\n', "\r\n"));
    let first = run(&app, &windows).await;
    let lines: Vec<u64> = first.problems.iter().map(|problem| problem.line).collect();
    let unix = run(&app, FAULTY.trim_end()).await;
    assert_eq!(
        lines,
        unix.problems
            .iter()
            .map(|problem| problem.line)
            .collect::<Vec<_>>()
    );
    assert_eq!(
        (first.products_created, unix.products_unchanged),
        (2, 2),
        "{unix}"
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn wrong_rows_are_named_and_the_rest_goes_in(pool: PgPool) {
    use Severity::{Error, Warning};
    let app = app(pool).await;
    let report = run(&app, FAULTY).await;
    assert_eq!(
        problems(&report),
        [
            (6, "Variant Price", Error),
            (7, "Handle", Error),
            (9, "Variant Grams", Error),
            (11, "Option1 Value", Error),
            (12, "Variant Inventory Qty", Error),
            (12, "Title", Error),
            (13, "Variant SKU", Error),
            (14, "Image Src", Warning),
        ],
        "{report}"
    );
    assert_eq!((report.products_created, report.products_refused), (2, 5));
    assert_eq!(number(&app, "select count(*) from products").await, 2);
    assert!(
        report
            .to_string()
            .contains("line 6: error: Variant Price: "),
        "{report}"
    );
    assert_eq!(report.problems[0].value, "12,50");
}

#[sqlx::test(migrations = "../migrations")]
async fn a_dry_run_says_the_same_and_writes_nothing(pool: PgPool) {
    let app = app(pool).await;
    for csv in [SHOP, FAULTY] {
        let tried = import(&app.state, Cursor::new(csv), "kiln-works", true)
            .await
            .unwrap();
        assert_eq!(number(&app, "select count(*) from products").await, 0);
        assert_eq!(
            number(&app, "select count(*) from graphile_worker.jobs").await,
            0
        );
        let mut done = run(&app, csv).await;
        done.dry_run = true;
        assert_eq!(tried, done);
        sqlx::query("truncate products, stock_levels, media cascade")
            .execute(app.pool())
            .await
            .unwrap();
        sqlx::query("delete from graphile_worker._private_jobs")
            .execute(app.pool())
            .await
            .unwrap();
        let merchants = number(&app, "select count(*) from merchants").await;
        if merchants == 0 {
            let mut cx = begin(&app).await;
            merchant(&mut cx, "kiln-works").await;
            cx.commit().await.unwrap();
        }
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn a_blank_cell_deletes_nothing(pool: PgPool) {
    let app = app(pool).await;
    run(&app, SHOP).await;
    let report = run(&app, "Handle,Title,Vendor,Option1 Value,Option2 Value,Variant SKU,Variant Price,Variant Compare At Price,Image Src\nlinen-apron,,,Sand,S,APR-S,45.00,,\n").await;
    assert_eq!(
        (
            report.products_updated,
            report.variants_updated,
            report.problems.len()
        ),
        (1, 1, 0),
        "{report}"
    );
    let mut db = app.state.db.read().await.unwrap();
    let apron = ssr::product(&mut db, &app.state, "linen-apron")
        .await
        .unwrap();
    assert_eq!(
        (
            apron.title.as_str(),
            apron.variants.len(),
            apron.pictures.len()
        ),
        ("Linen Apron", 3, 4)
    );
    assert_eq!(
        apron.variants[0].compare_at.map(|money| money.minor),
        Some(4_900)
    );
    assert_eq!(apron.variants[0].price.minor, 4_500);
}

#[sqlx::test(migrations = "../migrations")]
async fn rows_of_a_handle_may_come_apart(pool: PgPool) {
    let app = app(pool).await;
    let csv = "Handle,Title,Option1 Name,Option1 Value,Variant Price\n\
        a,First,Size,S,1\nb,Second,Title,Default Title,2\na,,,M,3\n";
    let report = run(&app, csv).await;
    assert_eq!(
        (
            report.products_created,
            report.products_updated,
            report.variants_created
        ),
        (2, 1, 3),
        "{report}"
    );
    let again = run(&app, csv).await;
    assert_eq!(
        (again.products_unchanged, again.variants_unchanged),
        (3, 3),
        "{again}"
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn a_file_of_another_kind_is_refused_at_once(pool: PgPool) {
    let app = app(pool).await;
    for (csv, named) in [
        ("Name,Price\nCup,3\n", "Handle and no column Title"),
        ("Handle,Price\ncup,3\n", "no column Title"),
        ("", "no column Handle"),
        ("Handle,Title,Title\n", "there twice"),
    ] {
        match import(&app.state, Cursor::new(csv), "kiln-works", false).await {
            Err(AppError::Invalid { fields }) => {
                assert!(fields.to_string().contains(named), "{fields}")
            }
            other => panic!("{csv}: {other:?}"),
        }
    }
    assert!(matches!(
        import(&app.state, Cursor::new(SHOP), "nobody", false).await,
        Err(AppError::Invalid { .. })
    ));
    let latin = [b"Handle,Title,Variant Price\ncafe,Caf\xe9,3\nbowl,Bowl,4\n".as_slice()].concat();
    let report = import(&app.state, Cursor::new(latin), "kiln-works", false)
        .await
        .unwrap();
    assert_eq!(
        (report.products_created, problems(&report)),
        (1, vec![(2, "Handle", Severity::Error)])
    );
    assert_eq!(
        (report.products_refused, report.errors),
        (0, 1),
        "a row is an error without a product"
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn stock_that_is_promised_is_not_taken_away(pool: PgPool) {
    let app = app(pool).await;
    run(&app, SHOP).await;
    sqlx::query("update stock_levels set reserved = 3 where on_hand = 4")
        .execute(app.pool())
        .await
        .unwrap();
    let report = run(&app, &SHOP.replace("shopify,4,deny", "shopify,1,deny")).await;
    assert_eq!(report.products_refused, 0);
    let promised = report
        .problems
        .iter()
        .find(|problem| problem.value == "1")
        .unwrap();
    assert_eq!((promised.line, promised.severity), (2, Severity::Warning));
}
