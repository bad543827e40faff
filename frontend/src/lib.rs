//! The browser's half: wakes the islands of a server-rendered page. Everything else lives in `app`.
extern crate app;

/// Called by the page's module script once the WASM is loaded.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
