//! Every page is valid HTML, has one heading of the first level, no inline style, and the headers of its kind.

use html5ever::{ParseOpts, parse_document, tendril::TendrilSink, tree_builder::TreeBuilderOpts};
use markup5ever_rcdom::RcDom;
use sqlx::PgPool;

use crate::support::{
    Answer, TestApp,
    market::{Buyer, Market, decide},
};

/// What a parser that follows the standard has to repair.
fn parse_errors(html: &str) -> Vec<String> {
    let tree_builder = TreeBuilderOpts {
        exact_errors: true,
        ..TreeBuilderOpts::default()
    };
    let options = ParseOpts {
        tree_builder,
        ..ParseOpts::default()
    };
    let dom = parse_document(RcDom::default(), options).one(html);
    let mut errors: Vec<String> = dom
        .errors
        .borrow()
        .iter()
        .map(ToString::to_string)
        .collect();
    errors.dedup();
    errors
}

fn check(path: &str, answer: &Answer, status: u16) {
    let html = answer.text();
    assert_eq!(answer.status, status, "{path}: {html}");
    assert!(
        answer.header("content-type").starts_with("text/html"),
        "{path}"
    );
    let context = html
        .find("<!>")
        .map(|at| html[at.saturating_sub(80)..at + 20].to_owned());
    assert_eq!(
        parse_errors(&html),
        Vec::<String>::new(),
        "{path} {context:?}"
    );
    assert_eq!(
        html.matches("<h1").count(),
        1,
        "{path} has one main heading"
    );
    assert!(
        !html.contains(" style=\""),
        "{path} has an inline style, which its policy forbids"
    );
    assert!(html.contains("<html lang=\"en\""), "{path}");
    assert!(html.contains("<title>"), "{path}");
    let policy = answer.header("content-security-policy");
    let nonce = policy
        .split("'nonce-")
        .nth(1)
        .and_then(|rest| rest.split('\'').next())
        .unwrap_or_default();
    assert!(nonce.len() >= 22, "{path}: {policy}");
    // What waits in a template gets the nonce when it is put into the page, and structured data is not executed.
    let (before, waits) = html
        .split_once("<template id=\"wake\">")
        .unwrap_or((&html, "</template>"));
    let (waits, after) = waits.split_once("</template>").unwrap();
    let scripts = [before, after].map(|part| {
        part.matches("<script").count()
            - part.matches("<script type=\"application/ld+json\"").count()
    });
    assert_eq!(
        html.matches(&format!("nonce=\"{nonce}\"")).count(),
        scripts.iter().sum::<usize>(),
        "{path}: every script has the nonce"
    );
    assert!(!waits.contains("nonce"), "{path}: one page for every nonce");
}

#[sqlx::test(migrations = "../migrations")]
async fn public_pages(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 3).await;
    let mut ann = app.browser();
    for slug in &market.slugs {
        let path = format!("/p/{slug}");
        check(&path, &ann.get(&path).await, 200);
    }
    for path in [
        "/",
        "/m/kilnworks",
        "/search",
        "/search?q=mug",
        "/search?q=zzzzqq",
        "/cart",
        "/pages/about",
        "/dev/mailbox",
    ] {
        check(path, &ann.get(path).await, 200);
    }
    for path in [
        "/nowhere",
        "/p/nothing",
        "/c/nothing",
        "/m/nobody",
        "/pages/none",
        "/orders/AAAA",
    ] {
        check(path, &ann.get(path).await, 404);
    }
    assert_ne!(
        ann.get("/").await.header("content-security-policy"),
        ann.get("/").await.header("content-security-policy"),
        "a nonce is used once"
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn the_pages_of_a_purchase_by_plain_forms(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 3).await;
    let mut ann = app.browser();
    for variant in &market.variants {
        let id = variant.to_string();
        let added = ann
            .post_form("/api/cart/add", &[("variant", &id), ("quantity", "2")])
            .await;
        assert_eq!(
            (added.status, added.location()),
            (303, "/cart?notice=added")
        );
    }
    let cart = ann.get("/cart").await;
    check("/cart", &cart, 200);
    assert_eq!(cart.header("cache-control"), "no-store");
    assert_eq!(
        ann.post_form("/api/checkout/begin", &[]).await.location(),
        "/checkout"
    );
    check("/checkout", &ann.get("/checkout").await, 200);

    // What is wrong is said next to its field, and what was typed stays, markup and all.
    let hostile = "</textarea><script>alert(1)</script>\"'><b>";
    let typed = [
        ("address[name]", hostile),
        ("address[email]", "ann@nowhere"),
        ("address[country]", "DE"),
    ];
    assert_eq!(
        ann.post_form("/api/checkout/address", &typed)
            .await
            .location(),
        "/checkout?step=address"
    );
    let wrong = ann.get("/checkout?step=address").await;
    check("/checkout with errors", &wrong, 200);
    assert!(
        !wrong.text().contains("<script>alert"),
        "typed markup is shown as text"
    );
    assert!(
        wrong.text().contains("ann@nowhere"),
        "typed values are kept"
    );

    let address = [
        ("address[email]", "ann@example.org"),
        ("address[name]", "Ann Example"),
        ("address[line1]", "Hauptstr. 1"),
        ("address[city]", "Berlin"),
        ("address[postcode]", "10115"),
        ("address[country]", "DE"),
    ];
    assert_eq!(
        ann.post_form("/api/checkout/address", &address)
            .await
            .location(),
        "/checkout?step=shipping"
    );
    check(
        "/checkout?step=shipping",
        &ann.get("/checkout?step=shipping").await,
        200,
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn the_pages_of_an_order(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 3).await;
    let mut ann = Buyer::new(&app).await;
    ann.add(market.variants[0], 1).await;
    ann.add(market.variants[1], 1).await;
    let total = ann.prepare().await;
    let order = ann.order("key", &total).await.json();
    let path = format!("/orders/{}", order["token"].as_str().unwrap());
    let mut browser = app.browser();
    check("an order that waits", &browser.get(&path).await, 200);
    let payment = order["payment_url"]
        .as_str()
        .unwrap()
        .replace("http://localhost:3000", "");
    check("the test provider", &browser.get(&payment).await, 200);
    decide(&app, order["payment_url"].as_str().unwrap(), "success").await;
    let placed = browser.get(&path).await;
    check("a placed order", &placed, 200);
    assert_eq!(placed.header("cache-control"), "no-store");
    assert_eq!(
        placed.header("referrer-policy"),
        "no-referrer",
        "the token is in the address"
    );
}
