//! The cart in the header, with the number of things in it.
//!
//! Pages are the same for every visitor, so the number comes from a cookie the server leaves beside the cart's own and is
//! read here once the page is awake. Every island that changes the cart calls [`set_count`].

use leptos::{ev, prelude::*, wasm_bindgen::JsCast};
use ui::{Glyph, store::ToolLink};
use words::t;

use crate::address::here;

/// As `ssr::cookies::CART_COUNT`, which is not compiled for the browser.
const COOKIE: &str = "cart_count";

thread_local! {
    /// One number for all islands of the page.
    static COUNT: ArcRwSignal<u32> = ArcRwSignal::new(0);
}

/// The page's number. On the server a thread serves many visitors, so there it is a fresh one.
fn count() -> ArcRwSignal<u32> {
    if cfg!(target_arch = "wasm32") {
        COUNT.with(Clone::clone)
    } else {
        ArcRwSignal::new(0)
    }
}

/// Tells the header how many pieces the cart now has.
pub fn set_count(pieces: u32) {
    count().set(pieces);
}

/// What the server last said in the cookie; 0 when there is none.
fn remembered() -> u32 {
    let cookies = document()
        .dyn_into::<web_sys::HtmlDocument>()
        .ok()
        .and_then(|document| document.cookie().ok());
    cookies
        .unwrap_or_default()
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == COOKIE)
        .and_then(|(_, value)| value.parse().ok())
        .unwrap_or_default()
}

/// The link to the cart; it works without a script, only the number is then missing.
#[island]
pub fn CartBadge() -> impl IntoView {
    let pieces = count();
    // Runs in the browser only. The cart may change while nobody looks: a page comes back by the Back button, was rendered before
    // it was asked for, or lay behind another.
    Effect::new(|_| {
        set_count(remembered());
        let handles = [
            window_event_listener(ev::pageshow, |_| set_count(remembered())),
            window_event_listener(ev::visibilitychange, |_| set_count(remembered())),
        ];
        on_cleanup(move || handles.into_iter().for_each(|handle| handle.remove()));
    });
    move || view! { <ToolLink href=here("/cart") label=t!("Cart") glyph=Glyph::Cart count=pieces.get() /> }
}
