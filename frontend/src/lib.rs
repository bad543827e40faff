//! The browser's half: wakes the islands of a server-rendered page. Everything else lives in `app`.
extern crate app;

use words::Locale;

/// Called by the page's module script once the WASM is loaded.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    speak();
    leptos::mount::hydrate_islands();
}

/// The browser speaks as the page does, also to the server.
fn speak() {
    let root = leptos::prelude::document().document_element();
    let tag = root.and_then(|root| root.get_attribute("lang"));
    let locale = tag.as_deref().and_then(Locale::of_tag).unwrap_or_default();
    words::set_locale(locale);
    leptos::server_fn::client::set_server_url(app::address::prefix(locale).leak());
}
