//! Languages: pages speak that of their address and lead to others of it, content is shown translated where it is, each language
//! has pages of its own in the cache, and mails speak what their readers do.

use app::catalog::ssr::{TranslationsReport, export_translations, import_translations};
use domain::policy::Actor;
use sqlx::PgPool;
use words::Language;

use crate::support::{
    TestApp,
    market::{Buyer, Market, decide},
    statements::statements_of,
};

const HEADER: &str =
    "Type,Identification,Field,Locale,Market,Status,Default content,Translated content\n";

async fn import(app: &TestApp, rows: &str) -> TranslationsReport {
    let file = format!("{HEADER}{rows}");
    import_translations(&app.state, Actor::System, file.as_bytes())
        .await
        .unwrap()
}

/// The mug in German and Arabic.
async fn translated(app: &TestApp) -> Market {
    let market = Market::new(app, 5).await;
    let report = import(
        app,
        "PRODUCT,tidal-mug,title,de,,,Tidal Mug,Gezeitenbecher\n\
         PRODUCT,tidal-mug,body_html,de,,,<p>Good.</p>,<p>Gut.</p><script>alert(1)</script>\n\
         PRODUCT,tidal-mug,title,ar,,,Tidal Mug,كوب المد\n\
         MERCHANT,kilnworks,tagline,de,,,Made by hand,Von Hand gemacht\n\
         TERM,,text,de,,,Standard,Standardversand\n",
    )
    .await;
    assert_eq!((report.taken, report.left_out.count), (5, 0), "{report:?}");
    market
}

/// Paths that a page links to or sends forms to.
fn led_to(html: &str) -> Vec<String> {
    let body = html.split_once("<body>").expect("a body").1;
    // What waits there becomes a part of the head.
    let body = body
        .split("<template id=\"wake\">")
        .next()
        .unwrap_or_default();
    [" href=\"/", " action=\"/"]
        .into_iter()
        .flat_map(|attribute| body.split(attribute).skip(1))
        .map(|rest| format!("/{}", rest.split('"').next().unwrap_or_default()))
        .collect()
}

#[sqlx::test(migrations = "../migrations")]
async fn a_page_speaks_the_language_of_its_address(pool: PgPool) {
    let app = TestApp::new(pool).await;
    translated(&app).await;
    let mut browser = app.browser();
    let page = browser.get("/de/p/tidal-mug").await;
    assert_eq!(page.status, 200);
    let html = page.text();
    assert!(html.contains("<html lang=\"de\" dir=\"ltr\">"));
    for said in [
        "Gezeitenbecher",
        "<p>Gut.</p>",
        "In den Warenkorb",
        "19,00\u{a0}€",
        "Von Hand gemacht",
    ] {
        assert!(html.contains(said), "{said}");
    }
    assert!(!html.contains("alert(1)") && !html.contains("Add to cart"));
    let paths = led_to(&html);
    assert!(paths.len() > 10);
    let stray: Vec<&String> = paths
        .iter()
        .filter(|path| {
            !path.starts_with("/de") && !path.starts_with("/media/") && !path.starts_with("/pkg/")
        })
        .collect();
    assert_eq!(stray, Vec::<&String>::new(), "links that lose the language");

    let arabic = browser.get("/ar/p/tidal-mug").await.text();
    assert!(arabic.contains("<html lang=\"ar\" dir=\"rtl\">") && arabic.contains("كوب المد"));
    // Nobody has said it in French.
    let french = browser.get("/fr/p/tidal-mug").await.text();
    assert!(french.contains("lang=\"fr\"") && french.contains("Tidal Mug"));
}

#[sqlx::test(migrations = "../migrations")]
async fn pages_name_each_other_in_every_language(pool: PgPool) {
    let app = TestApp::builder(pool)
        .set("SEARCH_ENGINES", "on")
        .build()
        .await;
    translated(&app).await;
    let mut browser = app.browser();
    let alternates = |html: &str| -> Vec<String> {
        html.split("<link rel=\"alternate\" ")
            .skip(1)
            .filter_map(|rest| rest.split('>').next())
            .map(str::to_owned)
            .collect()
    };
    let english = browser.get("/p/tidal-mug").await.text();
    let german = browser.get("/de/p/tidal-mug").await.text();
    assert_eq!(alternates(&english).len(), 6);
    assert_eq!(
        alternates(&english),
        alternates(&german),
        "the same set on each of them"
    );
    assert!(english.contains("hreflang=\"x-default\" href=\"http://localhost:3000/p/tidal-mug\""));
    assert!(
        german.contains("<link rel=\"canonical\" href=\"http://localhost:3000/de/p/tidal-mug\">")
    );
    assert!(
        german.contains("\"url\":\"http://localhost:3000/de/p/tidal-mug"),
        "JSON-LD"
    );
    // Not of what is no page of its own.
    assert!(alternates(&browser.get("/de/search?q=mug").await.text()).is_empty());
}

#[sqlx::test(migrations = "../migrations")]
async fn the_way_back_is_in_the_language_too(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = translated(&app).await;
    let mut browser = app.browser();
    let variant = market.variants[0].to_string();
    let fields = [("variant", variant.as_str()), ("quantity", "1")];
    let added = browser.post_form("/de/api/cart/add", &fields).await;
    assert_eq!(
        (added.status, added.location()),
        (303, "/de/cart?notice=added"),
        "{}",
        added.text()
    );
    let cart = browser.get("/de/cart").await.text();
    assert!(cart.contains("Gezeitenbecher"));
    // What is refused is refused in German.
    let refused = browser
        .post_form(
            "/de/api/cart/add",
            &[("variant", variant.as_str()), ("quantity", "0")],
        )
        .await;
    assert!(
        refused.text().contains("<html lang=\"de\""),
        "{}",
        refused.text()
    );
    // English has one address.
    let english = browser.get("/en/p/tidal-mug?variant=1").await;
    assert_eq!(
        (english.status, english.location()),
        (308, "/p/tidal-mug?variant=1")
    );
    let elsewhere = browser.get("/en//evil.example/").await;
    assert_eq!(
        (elsewhere.status, elsewhere.location()),
        (308, "/evil.example/")
    );
    assert_eq!(browser.get("/nl/p/tidal-mug").await.status, 404);
    assert_eq!(browser.get("/de").await.status, 200);
    // What is the same in every language has no address in one.
    for alike in [
        "/de/healthz",
        "/de/api/v1/products",
        "/de/sw.js",
        "/en/readyz",
    ] {
        assert_eq!(browser.get(alike).await.status, 404, "{alike}");
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn each_language_has_its_own_pages_in_the_cache(pool: PgPool) {
    let app = TestApp::builder(pool)
        .set("PAGE_CACHE_MB", "8")
        .build()
        .await;
    translated(&app).await;
    let mut browser = app.browser();
    for _ in 0..2 {
        assert!(
            browser
                .get("/p/tidal-mug")
                .await
                .text()
                .contains("Add to cart")
        );
        assert!(
            browser
                .get("/de/p/tidal-mug")
                .await
                .text()
                .contains("In den Warenkorb")
        );
    }
    let (_, asked) = statements_of(browser.get("/de/p/tidal-mug")).await;
    assert_eq!(asked.len(), 0, "{asked:#?}");
    // A new translation is seen at once.
    import(&app, "PRODUCT,tidal-mug,title,de,,,Tidal Mug,Tidenbecher\n").await;
    assert!(
        browser
            .get("/de/p/tidal-mug")
            .await
            .text()
            .contains("Tidenbecher")
    );
    assert!(
        browser
            .get("/p/tidal-mug")
            .await
            .text()
            .contains("Tidal Mug")
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn things_are_found_by_their_names_in_every_language(pool: PgPool) {
    let app = TestApp::new(pool).await;
    translated(&app).await;
    let mut browser = app.browser();
    // Also another form of the word, its beginning, and misspelt.
    for words in [
        "Gezeitenbecher",
        "gezeitenbechern",
        "gezeit",
        "Gezeitenbehcer",
    ] {
        let found = browser.get(&format!("/de/search?q={words}")).await.text();
        assert!(found.contains("/de/p/tidal-mug"), "{words}");
    }
    let suggested = browser.get("/de/search/suggest?q=gezei").await.json();
    assert_eq!(suggested[0]["label"], "Gezeitenbecher");
    assert_eq!(suggested[0]["href"], "/de/p/tidal-mug");
    // English words still find it.
    assert!(
        browser
            .get("/de/search?q=mug")
            .await
            .text()
            .contains("Gezeitenbecher")
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn mails_speak_what_their_readers_do(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = translated(&app).await;
    let mut buyer = Buyer::new(&app).await;
    buyer.client = buyer.client.with("accept-language", "de-AT, en;q=0.5");
    buyer.add(market.variants[0], 1).await;
    let total = buyer.prepare().await;
    let ordered = buyer.order("k", &total).await;
    assert_eq!(ordered.status, 201, "{}", ordered.text());
    let vary = ordered.headers.get_all("vary").iter();
    assert!(vary.into_iter().any(|value| value == "accept-language"));
    let url = ordered.json()["payment_url"].as_str().unwrap().to_owned();
    let landed = decide(&app, &url, "success").await;
    assert!(
        landed.location().starts_with("/de/orders/"),
        "{}",
        landed.location()
    );
    let page = app.browser().get(landed.location()).await.text();
    assert!(page.contains("<html lang=\"de\"") && page.contains("Gezeitenbecher"));
    let mails: Vec<(String, String)> =
        sqlx::query_as("select to_address, text_body from mails order by to_address")
            .fetch_all(app.pool())
            .await
            .unwrap();
    let to = |address: &str| {
        let mut own = mails.iter().filter(|(to, _)| to == address);
        own.next().expect("a mail").1.clone()
    };
    let confirmation = to("ann@example.org");
    for said in [
        "Gezeitenbecher",
        "19,00\u{a0}€",
        "Standardversand",
        "http://localhost:3000/de/orders/",
    ] {
        assert!(confirmation.contains(said), "{said}: {confirmation}");
    }
    let notice = to("hello@kilnworks.example");
    assert!(
        notice.contains("Tidal Mug") && notice.contains("€19.00"),
        "{notice}"
    );
    // Whoever opens the order in another language reads what its merchant wrote.
    let path = confirmation
        .split("http://localhost:3000/de")
        .nth(1)
        .unwrap();
    let path = path.lines().next().unwrap();
    assert!(app.browser().get(path).await.text().contains("Tidal Mug"));
}

#[sqlx::test(migrations = "../migrations")]
async fn programs_say_what_they_read(pool: PgPool) {
    let app = TestApp::new(pool).await;
    translated(&app).await;
    let mut german = app
        .program()
        .with("accept-language", "nl, de;q=0.8, en;q=0.2");
    let product = german.get("/api/v1/products/tidal-mug").await;
    assert_eq!(product.json()["title"], "Gezeitenbecher");
    assert_eq!(
        app.program().get("/api/v1/products/tidal-mug").await.json()["title"],
        "Tidal Mug"
    );
    let lost = german.get("/api/v1/products/nothing").await;
    assert_eq!(lost.json()["code"], "not_found");
    assert_ne!(lost.json()["title"], "We could not find that.");
}

#[sqlx::test(migrations = "../migrations")]
async fn a_file_of_translations_comes_back_as_it_went(pool: PgPool) {
    let app = TestApp::new(pool).await;
    translated(&app).await;
    let mut file = Vec::new();
    let mut db = app.state.db.read().await.unwrap();
    export_translations(&mut db, Language::German, &mut file)
        .await
        .unwrap();
    drop(db);
    let file = String::from_utf8(file).unwrap();
    assert!(
        file.contains("PRODUCT,tidal-mug,title,de,,,Tidal Mug,Gezeitenbecher\n"),
        "{file}"
    );
    assert!(file.contains("PRODUCT,dune-rug,title,de,,,Dune Rug,\n"));
    let again = import(&app, file.strip_prefix(HEADER).unwrap()).await;
    assert_eq!((again.taken, again.left_out.count), (4, 0), "{again:?}");

    let wrong = import(
        &app,
        "PRODUCT,no-such,title,de,,,X,Y\nPRODUCT,tidal-mug,price,de,,,X,Y\nPRODUCT,tidal-mug,title,nl,,,X,Y\n\
         PAGE,x,title,de,,,X,Y\nPRODUCT,tidal-mug,title,de,,,X,\n",
    )
    .await;
    assert_eq!(
        (wrong.taken, wrong.blank, wrong.left_out.count),
        (0, 1, 4),
        "{wrong:?}"
    );
    let lines: Vec<u64> = wrong
        .left_out
        .problems
        .iter()
        .map(|(line, _)| *line)
        .collect();
    assert_eq!(lines, [2, 3, 4, 5]);

    // What the tables would refuse, or nobody could see, ends nothing: the row after it is taken.
    let unfit = import(
        &app,
        &format!(
            "TERM,,text,de,,,{},X\nPRODUCT,tidal-mug,title,de,,,X,a\0b\n\
             PRODUCT,tidal-mug,body_html,de,,,X,<script>x</script>\nPRODUCT,tidal-mug,title,de,,,X,Gezeitenbecher\n",
            "x".repeat(501)
        ),
    )
    .await;
    assert_eq!(unfit.taken, 1, "{unfit:?}");
    let reasons: Vec<&str> = unfit
        .left_out
        .problems
        .iter()
        .map(|(_, reason)| reason.as_str())
        .collect();
    assert_eq!(
        reasons,
        [
            "a term has 1 to 500 characters",
            "nothing is left of it that can be shown",
            "nothing is left of it that can be shown"
        ]
    );
    let other = "a,b\n1,2\n".as_bytes();
    let refused = import_translations(&app.state, Actor::System, other).await;
    assert!(refused.is_err());
}

#[sqlx::test(migrations = "../migrations")]
async fn a_title_is_no_formula_of_a_spreadsheet(pool: PgPool) {
    let app = TestApp::new(pool).await;
    translated(&app).await;
    let formula = "=HYPERLINK(1)";
    import(
        &app,
        &format!("PRODUCT,tidal-mug,title,de,,,Tidal Mug,{formula}\n"),
    )
    .await;
    let mut file = Vec::new();
    let mut db = app.state.db.read().await.unwrap();
    export_translations(&mut db, Language::German, &mut file)
        .await
        .unwrap();
    drop(db);
    let file = String::from_utf8(file).unwrap();
    assert!(file.contains(",Tidal Mug,'=HYPERLINK(1)\n"), "{file}");
    import(&app, file.strip_prefix(HEADER).unwrap()).await;
    let mut german = app.program().with("accept-language", "de");
    let product = german.get("/api/v1/products/tidal-mug").await.json();
    assert_eq!(
        product["title"], formula,
        "the quote is the file's, not the title's"
    );
}

/// Rows are taken in five hundred at a time.
#[sqlx::test(migrations = "../migrations")]
async fn all_rows_of_a_long_file_are_taken_in(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let rows: String = (0..1_201)
        .map(|at| format!("TERM,,text,de,,,Term {at},Wort {at}\n"))
        .collect();
    let report = import(&app, &rows).await;
    assert_eq!((report.taken, report.left_out.count), (1_201, 0));
    let kept: i64 =
        sqlx::query_scalar("select count(*) from term_translations where term like 'Term %'")
            .fetch_one(app.pool())
            .await
            .unwrap();
    assert_eq!(kept, 1_201);
}
