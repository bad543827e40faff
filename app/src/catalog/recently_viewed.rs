//! What the visitor looked at before, at the end of a product's page. The list is kept in the browser and nowhere else; the
//! server is asked for what is shown of it.

use leptos::{
    ev,
    prelude::*,
    wasm_bindgen::{JsCast, closure::Closure},
};
use web_sys::{Storage, VisibilityState, XmlHttpRequest, XmlHttpRequestResponseType};

use crate::{address::here, browser::by_id};

/// So many are remembered and shown.
pub const MOST: usize = 8;
/// The id of the place it is shown in, and of what is put there.
pub const PLACE: &str = "recently-viewed";
const KEY: &str = "recently_viewed";

/// Shows what was looked at before the product that the place names, and remembers that one. Without properties: what reads
/// them would be a third of all the WASM.
#[island]
pub fn RecentlyViewed() -> impl IntoView {
    // Runs in the browser only.
    Effect::new(move |_| {
        let product = by_id(PLACE).and_then(|place| place.get_attribute("data-product"));
        let Some(product) = product.filter(|product| !seen(product)) else {
            return;
        };
        // Rendered in advance, or opened behind another page: not looked at yet.
        let handle = window_event_listener(ev::visibilitychange, move |_| {
            seen(&product);
        });
        on_cleanup(move || handle.remove());
    });
}

/// Whether the page is looked at; if so, it is remembered, once.
fn seen(product: &str) -> bool {
    if document().visibility_state() != VisibilityState::Visible {
        return false;
    }
    // A browser may refuse to keep anything: then there is nothing to show either.
    let Some(storage) = window().local_storage().ok().flatten() else {
        return true;
    };
    let before = remembered(&storage, product);
    if !before.is_empty() {
        ask(&before.join(","));
    }
    let now: Vec<&str> = std::iter::once(product)
        .chain(before.iter().map(String::as_str))
        .take(MOST + 1)
        .collect();
    let _ = storage.set_item(KEY, &now.join(","));
    true
}

/// What was looked at before, the latest first, without the product itself.
fn remembered(storage: &Storage, product: &str) -> Vec<String> {
    let kept = storage.get_item(KEY).ok().flatten().unwrap_or_default();
    kept.split(',')
        .filter(|id| !id.is_empty() && *id != product)
        .take(MOST)
        .map(str::to_owned)
        .collect()
}

/// Asks for what is to be shown and puts it in its place. Without an answer nothing is shown.
fn ask(ids: &str) -> Option<()> {
    let request = XmlHttpRequest::new().ok()?;
    request
        .open("GET", &here(&format!("/recently-viewed?ids={ids}")))
        .ok()?;
    request.set_response_type(XmlHttpRequestResponseType::Document);
    let asked = request.clone();
    let answered = Closure::once_into_js(move || {
        let page = asked.response_xml().ok().flatten();
        let part = page.and_then(|page| page.get_element_by_id(PLACE));
        if let (Some(place), Some(part)) = (by_id(PLACE), part) {
            let _ = place.replace_with_with_node_1(&part);
        }
    });
    request.set_onload(Some(answered.unchecked_ref()));
    request.send().ok()
}
