//! Pages: a handler loads its data, then renders a view of it to one string, synchronously.
//!
//! Islands make client-side routing unnecessary, so pages need no Leptos router: the status, headers and redirects are
//! decided before the first byte, and a page can be cached whole. Every page carries a CSP with a fresh nonce.

use std::sync::Arc;

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use domain::{
    market::Market,
    money::{Currency, Money},
};
use leptos::prelude::*;
use memchr::memmem;
use ui::store::{LanguageLink, MarketLink};
use words::{Language, Locale, Region, language, locale, term};

use super::{
    AppState,
    pages::Page,
    settings::{MediaSettings, Settings},
    waking,
};
use crate::{
    address::{here, in_language, in_locale, prefix},
    discovery::ssr::cards::Card,
    error::AppError,
    layouts::{self, store::Places},
    markets::{self, OWN_CURRENCY},
    shell::Shell,
};

/// What the head of a page says.
#[derive(Clone, Debug, Default)]
pub struct Meta {
    pub title: String,
    pub description: String,
    /// The path (with the query that matters) of the page's own address; relative pages without one are not indexed.
    pub canonical: Option<String>,
    /// The path of a page that has none, for those who would rather read it in another language.
    pub path: Option<String>,
    /// The markets that it is in beside the shop's own.
    pub regions: Vec<Region>,
    /// What the picture shows where the page is shared; the shop's own unless said otherwise.
    pub card: Option<Card>,
    /// The page sells this.
    pub ware: Option<Ware>,
    /// schema.org data, one JSON document each.
    pub json_ld: Vec<serde_json::Value>,
    /// The page shows something of one visitor: never stored by caches, its address never passed on.
    pub private: bool,
    pub status: StatusCode,
}

/// What sharing sites are told of something for sale: what its page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ware {
    pub price: Money,
    pub available: bool,
    pub brand: String,
}

/// Renders `body` inside the storefront's layout.
pub async fn store_page<V: IntoView + 'static>(
    state: &AppState,
    meta: Meta,
    body: impl FnOnce() -> V,
) -> Result<Page, AppError> {
    let navigation = crate::catalog::ssr::navigation(state).await?;
    let markets = markets::ssr::all(state).await?;
    let places = places(state, &meta, &markets);
    let regions = markets.iter().filter_map(|market| Region::of(&market.code));
    let meta = Meta {
        regions: regions.collect(),
        ..meta
    };
    Ok(document(state, meta, || {
        layouts::store::store_layout(navigation, places, body().into_any())
    }))
}

/// The page in every language and in every market; the home page where the page itself is none that can be asked for again.
fn places(state: &AppState, meta: &Meta, markets: &[Arc<Market>]) -> Places {
    let path = meta.canonical.as_ref().or(meta.path.as_ref());
    let path = path.map_or("/", String::as_str);
    let language_link = |own: Language| LanguageLink {
        tag: own.tag(),
        name: own.name(),
        // With its host, so that it keeps the language it leads to.
        href: state.settings.absolute(&in_language(own, path)),
        current: own == language(),
    };
    let Locale { language, region } = locale();
    let market_link = |code: Option<Region>, name: String, currency: Currency| MarketLink {
        name,
        currency: currency.code(),
        href: state.settings.absolute(&in_locale(
            Locale {
                language,
                region: code,
            },
            path,
        )),
        current: code == region,
    };
    let own = market_link(None, markets::ssr::own_name().to_owned(), OWN_CURRENCY);
    let others = markets.iter().filter_map(|market| {
        let code = Region::of(&market.code)?;
        Some(market_link(Some(code), term(&market.name), market.currency))
    });
    Places {
        languages: Language::ALL.map(language_link).into(),
        markets: [own].into_iter().chain(others).collect(),
    }
}

/// Renders `body` inside the checkout's layout.
pub fn checkout_page<V: IntoView + 'static>(
    state: &AppState,
    meta: Meta,
    body: impl FnOnce() -> V,
) -> Page {
    document(state, meta, || {
        layouts::checkout::checkout_layout(body().into_any())
    })
}

/// Renders a whole document.
pub fn document<V: IntoView>(state: &AppState, meta: Meta, body: impl FnOnce() -> V) -> Page {
    let body = fragment(|| {
        provide_context(state.fragments.clone());
        body()
    });
    let shell = Shell { state, meta: &meta };
    let mut html = shell.render(&body);
    let waits = waking::template(state, &body, meta.private);
    html.push_str(waits.as_deref().unwrap_or_default());
    Page {
        status: meta.status,
        locale: locale(),
        private: meta.private,
        html,
        wakes: waits.is_some(),
        tags: Vec::new(),
    }
}

/// Renders a view without a document around it.
pub fn fragment<V: IntoView>(body: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(None);
    let html = owner.with(|| without_markers(&body().into_view().to_html()));
    owner.unset_with_forced_cleanup();
    links_in_language(html)
}

/// Links and forms of a page lead to pages in its language. Views write them without it, and none can be forgotten.
fn links_in_language(html: String) -> String {
    if prefix(locale()).is_empty() {
        return html;
    }
    let mut led = String::with_capacity(html.len() + html.len() / 16);
    let mut rest = html.as_str();
    while let Some(at) = rest.find("=\"/") {
        let (before, after) = rest.split_at(at + 2);
        led.push_str(before);
        let (path, after) = after.split_at(after.find('"').unwrap_or(after.len()));
        if [" href=\"", " action=\"", " formaction=\""]
            .iter()
            .any(|attribute| before.ends_with(attribute))
        {
            led.push_str(&here(path));
        } else {
            led.push_str(path);
        }
        rest = after;
    }
    led.push_str(rest);
    led
}

/// Leptos marks places with `<!>` so that a browser's code finds its way around. Outside of islands nobody looks for them;
/// inside they become the comment that a browser makes of them anyway, but which is valid HTML.
fn without_markers(html: &str) -> String {
    const OPEN: &str = "<leptos-island";
    const CLOSE: &str = "</leptos-island>";
    let mut settled = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = memmem::find(rest.as_bytes(), OPEN.as_bytes()) {
        let (before, from) = rest.split_at(start);
        marked(&mut settled, before, "");
        let end = memmem::find(from.as_bytes(), CLOSE.as_bytes());
        let (island, after) = from.split_at(end.map_or(from.len(), |end| end + CLOSE.len()));
        marked(&mut settled, island, "<!---->");
        rest = after;
    }
    marked(&mut settled, rest, "");
    settled
}

/// Adds `part` with `mark` for each of Leptos' marks.
fn marked(settled: &mut String, part: &str, mark: &str) {
    const LEPTOS: &str = "<!>";
    let mut from = 0;
    for at in memmem::find_iter(part.as_bytes(), LEPTOS) {
        settled.push_str(&part[from..at]);
        settled.push_str(mark);
        from = at + LEPTOS.len();
    }
    settled.push_str(&part[from..]);
}

/// The strict policy of every page: only scripts with the nonce run, and what they load. The eval is WebAssembly's.
pub fn page_policy(settings: &Settings, nonce: &str) -> String {
    let media = match &settings.media {
        MediaSettings::S3 { public_url, .. } => public_url.origin().ascii_serialization(),
        MediaSettings::Directory(_) => String::new(),
    };
    let upgrade = if settings.is_https() {
        "; upgrade-insecure-requests"
    } else {
        ""
    };
    format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; \
         style-src 'self' 'nonce-{nonce}'; img-src 'self' data: {media}; font-src 'self'; connect-src 'self'; \
         manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'{upgrade}"
    )
}

/// The page for an error: what happened and what to do, in the layout of the shop, with the right status.
pub async fn error_page(state: &AppState, error: &AppError) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let meta = Meta {
        title: crate::content::ssr::error_title(error).to_owned(),
        private: true,
        status,
        ..Meta::default()
    };
    // The layout's navigation is a nicety: an error page must come out even when the database does not answer.
    let navigation = crate::catalog::ssr::navigation(state)
        .await
        .unwrap_or_default();
    let shown = error.clone();
    let markets = markets::ssr::all(state).await.unwrap_or_default();
    let places = places(state, &meta, &markets);
    let page = document(state, meta, || {
        layouts::store::store_layout(
            navigation,
            places,
            crate::content::ssr::error_view(&shown).into_any(),
        )
    });
    let mut response = page.respond(state);
    if let AppError::TooManyRequests {
        retry_after_seconds,
    } = error
    {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(*retry_after_seconds));
    }
    if matches!(error, AppError::Unavailable) {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(2));
    }
    response
}

/// Whether the client wants a page (a browser) rather than data.
pub fn wants_html(headers: &HeaderMap) -> bool {
    accepts(headers, "text/html")
}

/// Whether the client names this type among those it accepts.
pub fn accepts(headers: &HeaderMap, kind: &str) -> bool {
    headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|accept| accept.contains(kind))
}

/// What a page handler answers: its result, or the page for its error.
pub async fn answer(
    state: &AppState,
    page: impl Future<Output = Result<Response, AppError>>,
) -> Response {
    match page.await {
        Ok(response) => response,
        Err(error) => error_page(state, &error).await,
    }
}
