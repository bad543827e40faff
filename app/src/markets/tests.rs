//! Markets: pages in another currency at addresses of their own, price lists and rates.

use app::{
    markets::ssr::{
        MarketInput, PriceListReport, export_prices, import_prices, import_rates, set_market,
        set_rates,
    },
    ssr::Cx,
};
use domain::{money::Currency, policy::Actor};
use sqlx::PgPool;

#[path = "tests/buying.rs"]
mod buying;

use crate::support::{Answer, TestApp, market::Market, statements::statements_of};

async fn rate(app: &TestApp, per_euro_e8: i64) {
    let mut cx = Cx::begin(&app.state, Actor::System).await.unwrap();
    let now = cx.now;
    set_rates(&mut cx, &[(Currency::Chf, per_euro_e8)], now)
        .await
        .unwrap();
    cx.commit().await.unwrap();
}

async fn price_list(app: &TestApp, rows: &str) -> PriceListReport {
    let mut cx = Cx::begin(&app.state, Actor::System).await.unwrap();
    let file = format!("Market,SKU,Price,Compare-at price\n{rows}");
    let report = import_prices(&mut cx, file.as_bytes()).await.unwrap();
    cx.commit().await.unwrap();
    report
}

/// A mug of €19.00 and a rug of €25.50; in Switzerland, a euro being 0.95 francs, 3 % dearer and to five centimes, but for the
/// mug, of which there is a price of 21 francs.
async fn swiss(app: &TestApp, stock: u32) -> Market {
    let market = Market::new(app, stock).await;
    let mut cx = Cx::begin(&app.state, Actor::System).await.unwrap();
    let input = MarketInput {
        name: Some("Switzerland".into()),
        currency: Some(Currency::Chf),
        countries: Some(vec!["CH".parse().unwrap(), "LI".parse().unwrap()]),
        adjust_bp: Some(300),
        rounding: Some("0.05".into()),
    };
    set_market(&mut cx, "ch".parse().unwrap(), input)
        .await
        .unwrap();
    sqlx::query("insert into tax_zones (country, name, standard_bp, inclusive) values ('CH', 'VAT', 810, true)")
        .execute(cx.db())
        .await
        .unwrap();
    sqlx::query("update shipping_zones set countries = '{DE,CH}'")
        .execute(cx.db())
        .await
        .unwrap();
    sqlx::query("update variants set sku = case when price_minor = 1900 then 'MUG' else 'RUG' end")
        .execute(cx.db())
        .await
        .unwrap();
    cx.commit().await.unwrap();
    rate(app, 95_000_000).await;
    let report = price_list(app, "ch,MUG,21.00,24.00\n").await;
    assert_eq!((report.taken, report.left_out.count), (1, 0), "{report:?}");
    market
}

/// As shown, with plain spaces.
fn shown(answer: &Answer) -> String {
    answer.text().replace(['\u{a0}', '\u{202f}'], " ")
}

#[sqlx::test(migrations = "../migrations")]
async fn a_market_has_pages_of_its_own(pool: PgPool) {
    let app = TestApp::builder(pool)
        .set("SEARCH_ENGINES", "on")
        .build()
        .await;
    swiss(&app, 5).await;
    let mut browser = app.browser();
    let german = browser.get("/de-ch/p/tidal-mug").await;
    assert_eq!(german.status, 200);
    let html = shown(&german);
    for said in [
        "<html lang=\"de-CH\"",
        "21,00 CHF",
        "24,00 CHF",
        "\"priceCurrency\":\"CHF\"",
        "property=\"product:price:currency\" content=\"CHF\"",
        "property=\"og:locale\" content=\"de_CH\"",
        "rel=\"canonical\" href=\"http://localhost:3000/de-ch/p/tidal-mug\"",
        "hreflang=\"de-CH\" href=\"http://localhost:3000/de-ch/p/tidal-mug\"",
        "hreflang=\"en-CH\" href=\"http://localhost:3000/en-ch/p/tidal-mug\"",
        "hreflang=\"de\" href=\"http://localhost:3000/de/p/tidal-mug\"",
        "hreflang=\"x-default\" href=\"http://localhost:3000/p/tidal-mug\"",
        "href=\"/de-ch/cart\"",
        "action=\"/de-ch/api/cart/add\"",
    ] {
        assert!(html.contains(said), "{said}");
    }
    assert!(
        !html.contains('€') && !html.contains("EUR\""),
        "no euro but in the menu of markets"
    );
    assert!(!html.contains("MwSt."), "no tax of another country");

    // Cards: the price list's, and the others converted: 25.50 × 0.95 × 1.03 = 24.95.
    let home = shown(&browser.get("/en-ch/").await);
    assert!(home.contains("CHF 21.00") && home.contains("CHF 24.95"));
    assert!(home.contains("Prices in CHF") && !home.contains("including VAT"));
    assert!(home.contains("Europe · EUR") && home.contains("Switzerland · CHF"));
    assert!(
        home.contains("href=\"http://localhost:3000/\""),
        "the way back"
    );
    let own = shown(&browser.get("/").await);
    assert!(own.contains("€19.00") && own.contains("€25.50") && !own.contains("CHF 2"));
    assert!(own.contains("Prices in euro, including VAT"));

    // Prices typed there are prices of there: the mug's own is below this bound, of what it is narrowed by.
    let narrowed = shown(&browser.get("/en-ch/search?q=rug&min=24.95&max=24.95").await);
    assert!(narrowed.contains("Dune Rug") && narrowed.contains("CHF 24.95"));
    assert!(!shown(&browser.get("/en-ch/search?q=rug&max=24.94").await).contains("/p/dune-rug"));

    for unknown in ["/de-at/p/tidal-mug", "/en-zz", "/de-CH/p/tidal-mug"] {
        assert_eq!(browser.get(unknown).await.status, 404, "{unknown}");
    }
    let gone = browser.get("/de-at/p/tidal-mug").await.text();
    assert!(gone.contains("lang=\"de\""), "in its language");
    let index = browser.get("/sitemap.xml").await.text();
    assert!(index.contains("/de-ch/sitemaps/pages.xml") && index.contains("/en-ch/sitemaps/"));
    let pages = browser.get("/de-ch/sitemaps/pages.xml").await.text();
    assert!(
        pages.contains("<loc>http://localhost:3000/de-ch</loc>"),
        "{pages}"
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn the_cache_keeps_markets_apart_and_hears_of_their_changes(pool: PgPool) {
    let app = TestApp::builder(pool)
        .set("PAGE_CACHE_MB", "16")
        .build()
        .await;
    swiss(&app, 5).await;
    let mut browser = app.browser();
    let places = [
        ("/p/dune-rug", "€25.50"),
        ("/en-ch/p/dune-rug", "CHF 24.95"),
        ("/de/p/dune-rug", "25,50 €"),
        ("/de-ch/p/dune-rug", "24,95 CHF"),
    ];
    for _ in 0..3 {
        for (path, price) in places {
            let html = shown(&browser.get(path).await);
            for (_, other) in places {
                assert_eq!(html.contains(other), other == price, "{path} and {other}");
            }
        }
    }
    let (_, asked) = statements_of(browser.get("/en-ch/p/dune-rug")).await;
    assert_eq!(asked.len(), 0, "{asked:#?}");
    // 25.50 × 1.03.
    rate(&app, 100_000_000).await;
    assert!(shown(&browser.get("/en-ch/p/dune-rug").await).contains("CHF 26.25"));
    price_list(&app, "ch,RUG,30.00,\n").await;
    assert!(shown(&browser.get("/en-ch/p/dune-rug").await).contains("CHF 30.00"));
    price_list(&app, "ch,RUG,,\n").await;
    assert!(shown(&browser.get("/en-ch/p/dune-rug").await).contains("CHF 26.25"));
    assert!(shown(&browser.get("/p/dune-rug").await).contains("€25.50"));
}

#[sqlx::test(migrations = "../migrations")]
async fn pages_of_a_market_cost_no_statement_more(pool: PgPool) {
    let app = TestApp::new(pool).await;
    swiss(&app, 5).await;
    let mut browser = app.browser();
    for path in [
        "/",
        "/p/tidal-mug",
        "/m/kilnworks",
        "/search?q=mug",
        "/cart",
    ] {
        let mut costs = Vec::new();
        for prefix in ["", "/en-ch"] {
            let path = format!("{prefix}{path}");
            browser.get(&path).await;
            let (answer, asked) = statements_of(browser.get(&path)).await;
            assert_eq!(answer.status, 200, "{path}");
            costs.push(asked.len());
        }
        assert_eq!(costs[0], costs[1], "{path}");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn price_lists_go_out_and_in_again(pool: PgPool) {
    let app = TestApp::new(pool).await;
    swiss(&app, 5).await;
    let report = price_list(
        &app,
        "ch,MUG,20,\nch,SPOON,1.00,\nat,MUG,1.00,\nch,RUG,12.345,\nch,RUG,10.00,9.00\nch,RUG,,5.00\nch,RUG,31.5,\n",
    )
    .await;
    assert_eq!((report.taken, report.left_out.count), (2, 5), "{report:?}");
    let told: Vec<u64> = report
        .left_out
        .problems
        .iter()
        .map(|(line, _)| *line)
        .collect();
    assert_eq!(told, [3, 4, 5, 6, 7]);
    assert!(report.left_out.problems[0].1.contains("SPOON"));
    let mut db = app.state.db.read().await.unwrap();
    let mut out = Vec::new();
    export_prices(&mut db, Some("ch"), &mut out).await.unwrap();
    let out = String::from_utf8(out).unwrap();
    assert_eq!(
        out,
        "Market,SKU,Price,Compare-at price\nch,MUG,20.00,\nch,RUG,31.50,\n"
    );
    drop(db);
    let rows = out.split_once('\n').unwrap().1;
    assert_eq!(price_list(&app, rows).await.taken, 2);
    // The list is in francs.
    let mut cx = Cx::begin(&app.state, Actor::System).await.unwrap();
    let input = MarketInput {
        currency: Some(Currency::Gbp),
        ..MarketInput::default()
    };
    let refused = set_market(&mut cx, "ch".parse().unwrap(), input).await;
    assert!(refused.is_err());
}

#[sqlx::test(migrations = "../migrations")]
async fn rates_are_read_from_the_central_banks_file(pool: PgPool) {
    let app = TestApp::new(pool).await;
    swiss(&app, 5).await;
    let file = |day: &str, rate: &str| {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
             <gesmes:Envelope xmlns:gesmes=\"http://www.gesmes.org/xml/2002-08-01\"
                 xmlns=\"http://www.ecb.int/vocabulary/2002-08-01/eurofxref\">
             <gesmes:subject>Reference rates</gesmes:subject>
             <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
             <Cube><Cube time='{day}'><Cube currency='USD' rate='1.1640'/><Cube currency='CHF' rate='{rate}'/>
             <Cube currency='XYZ' rate='3'/></Cube></Cube></gesmes:Envelope>"
        )
    };
    let import = async |file: String| {
        let mut cx = Cx::begin(&app.state, Actor::System).await.unwrap();
        let outcome = import_rates(&mut cx, file.as_bytes()).await;
        cx.commit().await.unwrap();
        outcome
    };
    let rates = async || -> Vec<(String, i64)> {
        sqlx::query_as("select currency, per_euro_e8 from currency_rates order by currency")
            .fetch_all(app.pool())
            .await
            .unwrap()
    };
    let (read, taken) = import(file("2026-11-21", "0.9312")).await.unwrap();
    assert_eq!((read.unknown, taken), (vec!["XYZ".to_owned()], 2));
    let now = [
        ("CHF".to_owned(), 93_120_000),
        ("USD".to_owned(), 116_400_000),
    ];
    assert_eq!(rates().await, now);
    // The file of the day before, once more.
    let (_, taken) = import(file("2026-11-20", "0.9000")).await.unwrap();
    assert_eq!(taken, 0);
    for wrong in ["0", "-1", "", "1e9", "NaN", "1.", "99999999999999"] {
        assert!(import(file("2026-11-22", wrong)).await.is_err(), "{wrong}");
    }
    for wrong in ["", "rates", "<Cube currency='CHF' rate='1'/>", "<a><b></a>"] {
        assert!(import(wrong.to_owned()).await.is_err(), "{wrong}");
    }
    assert_eq!(rates().await, now);
}

#[sqlx::test(migrations = "../migrations")]
async fn a_price_is_never_read_in_another_currency(pool: PgPool) {
    let app = TestApp::new(pool).await;
    swiss(&app, 5).await;
    let mut browser = app.browser();
    assert!(shown(&browser.get("/en-ch/p/tidal-mug").await).contains("CHF 21.00"));
    // As a process sees it that remembers the market from before it changed its currency.
    sqlx::query("update market_prices set currency = 'KES'")
        .execute(app.pool())
        .await
        .unwrap();
    // 19.00 × 0.95 × 1.03 = 18.59, to the next 0.05.
    let page = shown(&browser.get("/en-ch/p/tidal-mug").await);
    assert!(page.contains("CHF 18.60") && !page.contains("CHF 21.00"));
    assert!(shown(&browser.get("/en-ch/").await).contains("CHF 18.60"));
}
