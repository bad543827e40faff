//! The authorization table: every page, server function and API operation, and who may use it. A door without a row fails
//! the test, and so does a row without its door.

use std::collections::BTreeSet;

use leptos::server_fn::axum::server_fn_paths;
use sqlx::PgPool;
use walkdir::WalkDir;

use crate::support::TestApp;

/// Who may come through a door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Access {
    /// Anybody; shows nothing of anyone.
    Public,
    /// Acts on the visitor's own cart only: the one whose token the request carries. Nobody can name another cart.
    OwnCart,
    /// Whoever holds the order's unguessable token.
    OrderToken,
    /// Whoever holds the unguessable token in the mail to a question's merchant.
    QuestionToken,
    /// Whoever signs: a payment provider.
    Signature,
    /// The provider's opaque payment id; moves nothing but what the provider itself says.
    PaymentId,
    /// Whoever has the reference decides the test payment. Only where that provider is used, which production refuses
    /// unless it is told twice.
    TestProvider,
    /// Not mounted in production.
    Development,
}

use Access::{
    Development, OrderToken, OwnCart, PaymentId, Public, QuestionToken, Signature, TestProvider,
};

/// Method, path, who.
const TABLE: &[(&str, &str, Access)] = &[
    ("GET", "/", Public),
    ("GET", "/c/{slug}", Public),
    ("GET", "/live/products/{id}", Public),
    ("GET", "/p/{slug}", Public),
    ("GET", "/p/{slug}/reviews", Public),
    ("GET", "/p/{slug}/questions", Public),
    ("GET", "/p/{slug}/ask", Public),
    ("POST", "/p/{slug}/ask", Public),
    ("GET", "/questions/{token}", QuestionToken),
    ("POST", "/questions/{token}", QuestionToken),
    ("GET", "/recently-viewed", Public),
    ("GET", "/m/{slug}", Public),
    ("GET", "/search", Public),
    ("GET", "/search/suggest", Public),
    ("GET", "/pages/{slug}", Public),
    ("GET", "/offline", Public),
    ("GET", "/sw.js", Public),
    ("GET", "/robots.txt", Public),
    ("GET", "/sitemap.xml", Public),
    ("GET", "/sitemaps/{file}", Public),
    ("GET", "/feeds/google.xml", Public),
    ("GET", "/og/{kind}/{file}", Public),
    ("GET", "/cart", OwnCart),
    ("GET", "/checkout", OwnCart),
    ("GET", "/orders/{token}", OrderToken),
    ("GET", "/payments/{id}/return", PaymentId),
    ("POST", "/webhooks/{provider}", Signature),
    ("GET", "/test-provider/{reference}", TestProvider),
    ("POST", "/test-provider/{reference}", TestProvider),
    ("GET", "/dev/mailbox", Development),
    ("GET", "/dev/errors/{name}", Development),
    ("GET", "/dev/ui", Development),
    ("GET", "/dev/ui.css", Development),
    ("POST", "/api/cart/add", OwnCart),
    ("POST", "/api/cart/set", OwnCart),
    ("POST", "/api/cart/remove", OwnCart),
    ("GET", "/api/cart/show", OwnCart),
    ("POST", "/api/checkout/begin", OwnCart),
    ("POST", "/api/checkout/address", OwnCart),
    ("POST", "/api/checkout/shipping", OwnCart),
    ("POST", "/api/checkout/pay", OwnCart),
    ("POST", "/api/checkout/cancel-payment", OwnCart),
    ("GET", "/api/v1/products", Public),
    ("GET", "/api/v1/products/{slug}", Public),
    ("GET", "/api/v1/products/{slug}/questions", Public),
    ("POST", "/api/v1/products/{slug}/questions", Public),
    ("GET", "/api/v1/categories", Public),
    ("GET", "/api/v1/categories/{slug}", Public),
    ("GET", "/api/v1/merchants", Public),
    ("GET", "/api/v1/merchants/{slug}", Public),
    ("GET", "/api/v1/search", Public),
    ("GET", "/api/v1/search/suggest", Public),
    ("POST", "/api/v1/carts", Public),
    ("GET", "/api/v1/carts/current", OwnCart),
    ("POST", "/api/v1/carts/current/lines", OwnCart),
    ("PATCH", "/api/v1/carts/current/lines/{line}", OwnCart),
    ("DELETE", "/api/v1/carts/current/lines/{line}", OwnCart),
    ("POST", "/api/v1/carts/current/checkout", OwnCart),
    ("GET", "/api/v1/carts/current/checkout", OwnCart),
    ("PUT", "/api/v1/carts/current/checkout/address", OwnCart),
    ("PUT", "/api/v1/carts/current/checkout/shipping", OwnCart),
    ("DELETE", "/api/v1/carts/current/checkout/payment", OwnCart),
    ("POST", "/api/v1/orders", OwnCart),
    ("GET", "/api/v1/orders/{token}", OrderToken),
];

/// Every door there is: the API's from its description, server functions from their registry, pages from the sources, since
/// a router does not tell its routes.
fn doors() -> BTreeSet<(String, String)> {
    let mut doors = BTreeSet::new();
    for (path, method) in server_fn_paths() {
        doors.insert((method.to_string(), path.to_owned()));
    }
    let (_, openapi) = app::routes::api().split_for_parts();
    let description = serde_json::to_value(openapi).unwrap();
    for (path, operations) in description["paths"].as_object().unwrap() {
        for method in operations.as_object().unwrap().keys() {
            doors.insert((method.to_uppercase(), path.clone()));
        }
    }
    let sources = concat!(env!("CARGO_MANIFEST_DIR"), "/../app/src");
    for file in WalkDir::new(sources).into_iter().filter_map(Result::ok) {
        let is_test = file
            .path()
            .components()
            .any(|part| matches!(part.as_os_str().to_str(), Some("tests" | "tests.rs")));
        if !is_test
            && file
                .path()
                .extension()
                .is_some_and(|extension| extension == "rs")
        {
            doors.extend(routes_in(&std::fs::read_to_string(file.path()).unwrap()));
        }
    }
    // The one door of all server functions, which are listed each.
    doors.retain(|(_, path)| path != "/api/{*function}");
    doors
}

/// `.route("/path", get(a).post(b))` → `GET /path`, `POST /path`.
fn routes_in(source: &str) -> Vec<(String, String)> {
    let mut routes = Vec::new();
    for part in source.split(".route(").skip(1) {
        let Some(path) = part
            .trim_start()
            .strip_prefix('"')
            .and_then(|rest| rest.split('"').next())
        else {
            continue;
        };
        let handlers = part.split(".route(").next().unwrap_or(part);
        let handlers = handlers.split('\n').take(3).collect::<String>();
        for method in ["get", "post", "put", "patch", "delete", "any"] {
            let called = [
                format!(" {method}("),
                format!(".{method}("),
                format!("({method}("),
            ];
            if called.iter().any(|call| handlers.contains(call.as_str())) {
                routes.push((method.to_uppercase(), path.to_owned()));
            }
        }
    }
    routes
}

#[test]
fn every_door_has_its_row() {
    let doors = doors();
    let rows: BTreeSet<(String, String)> = TABLE
        .iter()
        .map(|(method, path, _)| ((*method).to_owned(), (*path).to_owned()))
        .collect();
    let without_row: Vec<_> = doors.difference(&rows).collect();
    let without_door: Vec<_> = rows.difference(&doors).collect();
    assert!(
        without_row.is_empty(),
        "no row in the authorization table: {without_row:?}"
    );
    assert!(
        without_door.is_empty(),
        "no such door any more: {without_door:?}"
    );
}

fn concrete(path: &str) -> String {
    path.replace("{line}", "01939a5e-0000-7000-8000-000000000001")
        .replace("{token}", "AAAAAAAAAAAAAAAAAAAAAAAAAAA")
        .replace("{id}", "01939a5e-0000-7000-8000-000000000001")
        .replace("{reference}", "test_unknown")
        .replace("{provider}", "test")
        .replace("{slug}", "no-such-thing")
}

/// A body that parses, so that what refuses is the missing right.
fn body(path: &str) -> serde_json::Value {
    match path {
        "/api/v1/carts/current/lines" => {
            serde_json::json!({ "variant_id": "01939a5e-0000-7000-8000-000000000001", "quantity": 1 })
        }
        "/api/v1/carts/current/lines/{line}" => serde_json::json!({ "quantity": 1 }),
        "/api/v1/carts/current/checkout/shipping" => serde_json::json!({ "rates": {} }),
        "/api/v1/orders" => serde_json::json!({ "expected_total": "1.00" }),
        _ => serde_json::json!({}),
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn api_without_the_token_is_refused(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let rows = TABLE
        .iter()
        .filter(|(_, path, access)| path.starts_with("/api/v1") && *access != Public);
    for (method, path, access) in rows {
        let method: http::Method = method.parse().unwrap();
        let json = body(path).to_string().into_bytes();
        let mut nobody = app.program().with("idempotency-key", "key");
        let without = nobody
            .request(
                method.clone(),
                &concrete(path),
                Some("application/json"),
                json.clone(),
            )
            .await;
        let mut stranger = nobody.with("cart-token", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        let guessed = stranger
            .request(
                method.clone(),
                &concrete(path),
                Some("application/json"),
                json,
            )
            .await;
        let expected = if *access == OrderToken {
            (404, 404)
        } else {
            (401, 404)
        };
        assert_eq!(
            (without.status, guessed.status),
            expected,
            "{method} {path}: {}",
            guessed.text()
        );
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn private_pages_show_a_stranger_nothing(pool: PgPool) {
    let app = TestApp::new(pool).await;
    for (method, path, access) in TABLE {
        let status = match access {
            OrderToken | QuestionToken | PaymentId if !path.starts_with("/api") => 404,
            _ => continue,
        };
        let form = Some("application/x-www-form-urlencoded");
        let sent = b"decision=publish&answer=Yes".to_vec();
        let asked: http::Method = method.parse().unwrap();
        let mut stranger = app.browser();
        let answer = stranger.request(asked, &concrete(path), form, sent).await;
        assert_eq!(answer.status, status, "{method} {path}");
    }
    let unsigned = app
        .program()
        .post_json("/webhooks/test", &serde_json::json!({}))
        .await;
    assert_eq!(unsigned.status, 400);
}

#[sqlx::test(migrations = "../migrations")]
async fn nothing_for_development_is_in_production(pool: PgPool) {
    let app = TestApp::builder(pool)
        .settings(|settings| settings.environment = app::ssr::settings::Environment::Production)
        .build()
        .await;
    for (method, path, _) in TABLE.iter().filter(|(_, _, access)| *access == Development) {
        let method: http::Method = method.parse().unwrap();
        let form = Some("application/x-www-form-urlencoded");
        let answer = app
            .browser()
            .request(method, &concrete(path), form, b"outcome=success".to_vec())
            .await;
        assert_eq!(answer.status, 404, "{path}");
    }
}
