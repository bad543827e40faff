//! Narrowing, ordering and paging a listing without loading the page again.
//!
//! The page works without this: filters are a GET form, everything else links. The island asks for the same addresses, and puts
//! the parts of the answer where the old ones were. Whatever goes wrong ends in an ordinary navigation.

use std::cell::RefCell;

use leptos::{
    ev,
    prelude::*,
    wasm_bindgen::{JsCast, JsValue, closure::Closure},
};
use web_sys::{
    Document, Element, Event, FormData, HtmlAnchorElement, HtmlElement, HtmlFormElement,
    UrlSearchParams, XmlHttpRequest, XmlHttpRequestResponseType,
};

use crate::browser::{all, closest, is_plain};

const LISTING: &str = "listing";
const FORM: &str = "filters-form";
/// What is replaced. The sheet around the form stays, so that it stays open.
const PARTS: [&str; 4] = [
    "#listing > .listing-bar",
    "#filters-form",
    "#filters > .overlay-foot",
    "#listing > .listing-results",
];
/// What the listing around them says of itself.
const OWN: [&str; 2] = ["class", "data-count"];
/// Parameters that are sent with nothing in them by a form, and mean nothing then.
const OPTIONAL: [&str; 3] = ["min", "max", "rating"];

thread_local! {
    /// The question that has not been answered yet.
    static ASKED: RefCell<Option<XmlHttpRequest>> = const { RefCell::new(None) };
}

/// Why a page is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cause {
    /// A filter: the visitor stays where they are.
    Filter,
    /// A link to another part or order of the list.
    Link,
    /// Back or forward: the address has already changed.
    History,
}

/// Keeps the page while its listing changes, and says how much is found.
#[island]
pub fn ListingControls() -> impl IntoView {
    let found = RwSignal::new(String::new());
    // Runs in the browser only.
    Effect::new(move |_| {
        // Without a script filters need a button; with one they do not.
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-listing", "live");
        }
        let handles = [
            window_event_listener(ev::change, move |event| {
                changed(&event, found);
            }),
            window_event_listener(ev::submit, move |event| {
                if changed(&event, found) {
                    event.prevent_default();
                    close_sheet();
                }
            }),
            window_event_listener(ev::click, move |event| {
                if let Some(address) = followed(&event) {
                    event.prevent_default();
                    close_sheet();
                    ask(address, Cause::Link, found);
                }
            }),
            window_event_listener(ev::popstate, move |_| {
                if let Ok(address) = window().location().href() {
                    ask(address, Cause::History, found);
                }
            }),
        ];
        on_cleanup(move || handles.into_iter().for_each(|handle| handle.remove()));
    });
    view! { <p class="sr-only" role="status">{move || found.get()}</p> }
}

/// Asks for what the form of filters says, when the event is about it.
fn changed(event: &Event, found: RwSignal<String>) -> bool {
    let form = closest(event, &format!("#{FORM}"));
    let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) else {
        return false;
    };
    let Some(address) = address_of(&form) else {
        return false;
    };
    ask(address, Cause::Filter, found);
    true
}

fn address_of(form: &HtmlFormElement) -> Option<String> {
    let data = FormData::new_with_form(form).ok()?;
    let query = UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    for name in OPTIONAL {
        if query.get(name).is_some_and(|value| value.trim().is_empty()) {
            query.delete(name);
        }
    }
    let query = String::from(query.to_string());
    let path = window().location().pathname().ok()?;
    Some(if query.is_empty() {
        path
    } else {
        format!("{path}?{query}")
    })
}

/// The address of a link inside the listing that leads to this page in another form.
fn followed(event: &ev::MouseEvent) -> Option<String> {
    let link = closest(event, &format!("#{LISTING} a[href]")).filter(|_| is_plain(event))?;
    let link = link.dyn_into::<HtmlAnchorElement>().ok()?;
    let here = window().location();
    (link.pathname() == here.pathname().ok()?
        && link.host() == here.host().ok()?
        && link.hash().is_empty())
    .then(|| link.href())
}

/// Loads a page and shows its listing. A question that is still open is dropped.
fn ask(address: String, cause: Cause, found: RwSignal<String>) {
    if let Some(older) = ASKED.take() {
        older.set_onloadend(None);
        let _ = older.abort();
    }
    if send(&address, cause, found).is_none() {
        leave_for(&address, cause);
    }
}

fn send(address: &str, cause: Cause, found: RwSignal<String>) -> Option<()> {
    let request = XmlHttpRequest::new().ok()?;
    request.open("GET", address).ok()?;
    request.set_response_type(XmlHttpRequestResponseType::Document);
    let (asked, wanted) = (request.clone(), address.to_owned());
    let answered = Closure::once_into_js(move || {
        ASKED.set(None);
        let page = asked.response_xml().ok().flatten();
        let ready = asked.status() == Ok(200);
        match page.filter(|_| ready).and_then(|page| show(&page, cause)) {
            Some(count) => {
                found.set(count);
                if cause != Cause::History {
                    let history = window().history();
                    let _ = history.map(|history| {
                        history.push_state_with_url(&JsValue::NULL, "", Some(&wanted))
                    });
                }
            }
            None => leave_for(&wanted, cause),
        }
    });
    request.set_onloadend(Some(answered.unchecked_ref()));
    request.send().ok()?;
    busy(true);
    ASKED.set(Some(request));
    Some(())
}

/// The ordinary way.
fn leave_for(address: &str, cause: Cause) {
    let location = window().location();
    // Neither has anything to answer: the page is left.
    let _ = if cause == Cause::History {
        location.reload()
    } else {
        location.assign(address)
    };
}

fn busy(busy: bool) {
    if let Some(listing) = document().get_element_by_id(LISTING) {
        let _ = listing.set_attribute("aria-busy", if busy { "true" } else { "false" });
    }
}

/// Puts the page's listing in place of ours. Answers how much is found; nothing when the pages do not fit together.
fn show(page: &Document, cause: Cause) -> Option<String> {
    let ours = document();
    let fresh = page.get_element_by_id(LISTING)?;
    let old = ours.get_element_by_id(LISTING)?;
    let focus = ours.active_element().map(|element| element.id());
    let count = fresh.get_attribute("data-count")?;
    let open = opened(&old);
    let pairs: Vec<(Element, Element)> = PARTS
        .iter()
        .filter_map(|part| {
            Some((
                ours.query_selector(part).ok()??,
                page.query_selector(part).ok()??,
            ))
        })
        .collect();
    if pairs.len() == PARTS.len() {
        for (old, fresh) in pairs {
            old.replace_with_with_node_1(&fresh).ok()?;
        }
        for name in OWN {
            let value = fresh.get_attribute(name).unwrap_or_default();
            old.set_attribute(name, &value).ok()?;
        }
        busy(false);
    } else {
        old.replace_with_with_node_1(&fresh).ok()?;
    }
    for id in open {
        if let Some(details) = ours.get_element_by_id(&id) {
            let _ = details.set_attribute("open", "");
        }
    }
    let same = focus
        .filter(|id| !id.is_empty())
        .and_then(|id| ours.get_element_by_id(&id));
    let listing = ours.get_element_by_id(LISTING)?;
    // What had the focus has it again; a link that is gone hands it to the list.
    let to = match (cause, same) {
        (Cause::Filter, Some(same)) => same,
        (Cause::Filter | Cause::Link | Cause::History, _) => listing.clone(),
    };
    if let Ok(to) = to.dyn_into::<HtmlElement>() {
        let _ = to.focus();
    }
    if cause == Cause::Link {
        listing.scroll_into_view();
    }
    Some(count)
}

/// The ids of what the visitor has opened.
fn opened(listing: &Element) -> Vec<String> {
    all(listing, "details[open][id]")
        .iter()
        .map(Element::id)
        .collect()
}

/// Closes the sheet of filters where it is open over the list.
fn close_sheet() {
    let open = document()
        .query_selector("#filters:popover-open .overlay-head button")
        .ok()
        .flatten();
    if let Some(close) = open.and_then(|close| close.dyn_into::<HtmlElement>().ok()) {
        close.click();
    }
}
