//! What the islands share: finding elements, reading events and answers. Runs in the browser only.

use leptos::{ev, prelude::document, wasm_bindgen::JsCast, wasm_bindgen::JsValue};
use web_sys::{Element, Event, HtmlElement, js_sys::Reflect};

/// The element an event happened to.
pub fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The nearest element around an event's target that matches.
pub fn closest(event: &Event, selector: &str) -> Option<Element> {
    target(event)?.closest(selector).ok()?
}

pub fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The first element inside `root` that matches.
pub fn first(root: &Element, selector: &str) -> Option<Element> {
    root.query_selector(selector).ok()?
}

/// Every element inside `root` that matches, in the order of the document.
pub fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into().ok())
        .collect()
}

/// A click that leads somewhere in this tab; any other is the visitor's own wish.
pub fn is_plain(event: &ev::MouseEvent) -> bool {
    !(event.default_prevented()
        || event.ctrl_key()
        || event.meta_key()
        || event.shift_key()
        || event.button() != 0)
}

/// Sets attributes.
pub fn set(element: &Element, attributes: &[(&str, &str)]) {
    for (name, value) in attributes {
        // Fails only for names that are none.
        let _ = element.set_attribute(name, value);
    }
}

/// Sets or removes an attribute.
pub fn toggle(element: &Element, name: &str, value: &str, on: bool) {
    // Neither fails for a name that is one.
    let _ = if on {
        element.set_attribute(name, value)
    } else {
        element.remove_attribute(name)
    };
}

/// A value of a JSON object.
pub fn field(object: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(object, &key.into()).ok()
}
