//! The page for when there is no network, and the service worker that keeps it.
//!
//! Invariants: the worker keeps the offline page in every language, its stylesheet and its fonts, and nothing else: no page that was visited, no
//! picture, nothing of anybody's. Its version is a digest of what it keeps, so a new build replaces it and nothing stale
//! stays. Where `OFFLINE_PAGE` is off, pages do not register it, and `/sw.js` is a worker that takes itself away: browsers
//! which have one from before ask for it again.

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::Response,
    routing::get,
};
use leptos::prelude::*;
use ui::{
    Button, Emphasis,
    store::{QuietHeader, SkipLink},
};
use words::{Language, say, t};

use crate::{
    address::in_locale,
    shell::fonts,
    ssr::{
        AppState,
        pages::Page,
        render::{Meta, document},
        rest::tagged,
        secret::sha256,
    },
};

const WORKER: &str = include_str!("worker.js");
const FAREWELL: &str = include_str!("farewell.js");
/// What the worker may do: fetch from where it comes from. <https://www.w3.org/TR/CSP3/#fetch-integration>
const POLICY: &str = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/offline", get(offline))
        .route("/sw.js", get(worker))
}

async fn offline(State(state): State<AppState>) -> Response {
    page(&state).respond(&state)
}

async fn worker(State(state): State<AppState>, headers: HeaderMap) -> Response {
    let script = if state.settings.offline_page {
        script(&state)
    } else {
        FAREWELL.to_owned()
    };
    // Asked for anew whenever a browser looks for a newer one.
    let mut response = tagged(
        &headers,
        "text/javascript; charset=utf-8",
        "no-cache",
        script.into_bytes(),
    );
    response.headers_mut().insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(POLICY),
    );
    response
}

/// The worker, after a line with what it keeps and under which version.
fn script(state: &AppState) -> String {
    let said = Language::ALL.map(|language| say(language, || page(state).html));
    let digest = hex::encode(sha256(said.concat().as_bytes()));
    let version: String = digest.chars().take(16).collect();
    let pages = Language::ALL.map(|language| in_locale(language, "/offline"));
    let mut files = vec![state.assets.stylesheet.clone()];
    for font in Language::ALL.into_iter().flat_map(fonts) {
        let font = format!("/fonts/{font}.woff2");
        if !files.contains(&font) {
            files.push(font);
        }
    }
    let kept = serde_json::json!({ "version": version, "pages": pages, "files": files });
    format!("const KEPT = {kept};\n{WORKER}")
}

/// The page; it must not depend on the database, nor on anything the worker does not keep.
fn page(state: &AppState) -> Page {
    let meta = Meta {
        title: t!("No connection").to_owned(),
        ..Meta::default()
    };
    document(state, meta, || {
        view! {
            <SkipLink />
            <QuietHeader back=t!("Your cart") href="/cart" />
            <main id="main" tabindex="-1">
                <div class="page page-narrow py-12 lg:py-20">
                    <p class="eyebrow">{t!("No connection")}</p>
                    <h1 class="mt-2">{t!("You are offline")}</h1>
                    <p class="lede mt-4">
                        {t!("The market cannot be reached from here just now. Your cart is kept with us and waits for you.")}
                    </p>
                    <div class="mt-8 flex flex-wrap gap-3">
                        // No address of its own: the page that was asked for, once more.
                        <a class="button button-primary" href="">{t!("Try again")}</a>
                        <Button emphasis=Emphasis::Quiet href="/">{t!("Go to the front")}</Button>
                    </div>
                </div>
            </main>
        }
    })
}
