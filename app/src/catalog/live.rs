//! Keeps the buying box true while its page is being looked at: when the server tells of a change, the page is asked for once
//! more, and what waits in its box takes the place of what waits in ours.

use std::{cell::RefCell, time::Duration};

use leptos::{
    ev,
    prelude::*,
    wasm_bindgen::{JsCast, closure::Closure},
};
use web_sys::{
    Document, Element, EventSource, VisibilityState, XmlHttpRequest, XmlHttpRequestResponseType,
    js_sys::Math,
};

use super::buying_controls::{BUY_BOX, VARIANTS, chosen, is_adding, show};
use crate::browser::{all, by_id};

/// Not everybody at once.
const SPREAD_MILLISECONDS: f64 = 400.0;

thread_local! {
    static LISTENING: RefCell<Option<EventSource>> = const { RefCell::new(None) };
}

/// Listens while the page is in sight.
pub fn follow() {
    listen();
    let handle = window_event_listener(ev::visibilitychange, |_| {
        if in_sight() && LISTENING.with_borrow(Option::is_none) {
            // What was told meanwhile was not heard.
            refresh();
        }
        listen();
    });
    on_cleanup(move || handle.remove());
}

/// Neither behind another page nor only rendered in advance.
fn in_sight() -> bool {
    document().visibility_state() == VisibilityState::Visible
}

fn listen() {
    if !in_sight() {
        if let Some(source) = LISTENING.take() {
            source.close();
        }
        return;
    }
    if LISTENING.with_borrow(Option::is_some) {
        return;
    }
    let source = by_id(BUY_BOX)
        .and_then(|form| form.get_attribute("data-live"))
        .and_then(|address| EventSource::new(&address).ok());
    if let Some(source) = &source {
        let changed = Closure::<dyn Fn()>::new(|| {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "between 0 and a few hundred"
            )]
            let wait = (Math::random() * SPREAD_MILLISECONDS) as u64;
            set_timeout(refresh, Duration::from_millis(wait));
        });
        // Fails only for options it is not given.
        let _ =
            source.add_event_listener_with_callback("changed", changed.as_ref().unchecked_ref());
        changed.forget();
    }
    LISTENING.set(source);
}

/// Asks for the page as it is now. Whatever goes wrong leaves ours as it is: the server decides when something is bought.
fn refresh() {
    let request = XmlHttpRequest::new().ok();
    let (Some(request), Ok(address)) = (request, window().location().href()) else {
        return;
    };
    if request.open("GET", &address).is_err() {
        return;
    }
    request.set_response_type(XmlHttpRequestResponseType::Document);
    let asked = request.clone();
    let answered = Closure::once_into_js(move || {
        if asked.status() == Ok(200)
            && let Ok(Some(page)) = asked.response_xml()
        {
            renew(&page);
        }
    });
    request.set_onload(Some(answered.unchecked_ref()));
    let _ = request.send();
}

/// What `page` says of every variant, shown for the one that is chosen.
fn renew(page: &Document) -> Option<()> {
    if is_adding() {
        return None;
    }
    let ours: Element = by_id(BUY_BOX)?.into();
    let theirs = page.get_element_by_id(BUY_BOX)?;
    if choices(&ours) != choices(&theirs) {
        // There are other options than before.
        return ours.replace_with_with_node_1(&theirs).ok();
    }
    for (old, new) in all(&ours, VARIANTS).iter().zip(all(&theirs, VARIANTS)) {
        old.replace_with_with_node_1(&new).ok()?;
    }
    let at = chosen(&ours)?;
    show(&ours, &all(&ours, VARIANTS), at)
}

/// What there is to choose: the variants, and the options' tiles.
fn choices(form: &Element) -> (Vec<Option<String>>, usize) {
    let variants = all(form, VARIANTS)
        .iter()
        .map(|variant| variant.get_attribute("data-variant"))
        .collect();
    (variants, all(form, "[data-number]").len())
}
