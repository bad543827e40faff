//! A product's pictures: thumbnails are links to pictures in a strip that scrolls. With a script they move the strip instead of
//! the page, and follow it when it is swiped; and the arrow keys lead through the large pictures.

use leptos::{
    ev,
    prelude::*,
    wasm_bindgen::{JsCast, closure::Closure},
};
use web_sys::{Element, HtmlElement};
use words::language;

use crate::browser::{by_id, closest, is_plain, toggle};

/// The id the design system gives the strip of pictures.
const STAGE: &str = "gallery";

/// Lets the thumbnails of the page's `Gallery` move the strip. Shows nothing itself: the pictures are the server's, and need not
/// be sent twice.
#[island]
pub fn GalleryControls() -> impl IntoView {
    // Runs in the browser only.
    Effect::new(|_| {
        let handles = [
            window_event_listener(ev::click, |event| follow(&event)),
            window_event_listener(ev::keydown, |event| leaf(&event)),
        ];
        on_cleanup(move || handles.into_iter().for_each(|handle| handle.remove()));
        if let Some(stage) = by_id(STAGE) {
            let scrolled = Closure::<dyn Fn()>::new(mark_current);
            // Fails only for options it is not given.
            let _ =
                stage.add_event_listener_with_callback("scroll", scrolled.as_ref().unchecked_ref());
            // The strip stays as long as the page.
            scrolled.forget();
        }
    });
}

/// A click on a thumbnail shows its picture; one beside a large picture its neighbour.
fn follow(event: &ev::MouseEvent) {
    if let Some(button) = closest(event, ".viewer-previous, .viewer-next") {
        event.prevent_default();
        turn(&button);
        return;
    }
    let link = closest(event, "a[href^='#picture-']").filter(|_| is_plain(event));
    let target = link
        .and_then(|link| link.get_attribute("href"))
        .and_then(|href| by_id(href.trim_start_matches('#')));
    if let Some(picture) = target {
        event.prevent_default();
        show_picture(&picture);
    }
}

/// The arrow keys lead from one large picture to the next.
fn leaf(event: &ev::KeyboardEvent) {
    let leftwards = language().direction() == "rtl";
    let way = match (event.key().as_str(), leftwards) {
        ("ArrowLeft", false) | ("ArrowRight", true) => ".viewer:popover-open .viewer-previous",
        ("ArrowRight", false) | ("ArrowLeft", true) => ".viewer:popover-open .viewer-next",
        _ => return,
    };
    let button = document().query_selector(way).ok().flatten();
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        button.click();
    }
}

/// Opens the large picture a button names, in place of the one it stands on: by itself a browser would open it on top.
fn turn(button: &Element) -> Option<()> {
    let shown: HtmlElement = button.closest(".viewer").ok()??.dyn_into().ok()?;
    let wanted = by_id(&button.get_attribute("popovertarget")?)?;
    shown.hide_popover().ok()?;
    wanted.show_popover().ok()
}

/// Brings a picture of the strip into view without moving the page.
pub fn show_picture(picture: &HtmlElement) {
    let first = by_id(STAGE).and_then(|stage| {
        Some((
            stage
                .first_element_child()?
                .dyn_into::<HtmlElement>()
                .ok()?,
            stage,
        ))
    });
    if let Some((first, stage)) = first {
        stage.set_scroll_left(picture.offset_left() - first.offset_left());
    }
}

/// Marks the thumbnail of the picture that is in view. Where text runs to the left, so does the strip, below zero.
fn mark_current() {
    let Some(stage) = by_id(STAGE) else { return };
    let Some(thumbs) = stage.previous_element_sibling() else {
        return;
    };
    let width = stage
        .first_element_child()
        .map_or(1, |picture| picture.client_width())
        .max(1);
    let current =
        u32::try_from((stage.scroll_left().abs() + width / 2) / width).unwrap_or_default();
    let thumbs = thumbs.children();
    for (at, link) in
        (0..thumbs.length()).filter_map(|at| Some((at, thumbs.item(at)?.first_element_child()?)))
    {
        toggle(&link, "aria-current", "true", at == current);
    }
}
