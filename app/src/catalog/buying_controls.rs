//! Choosing a variant and putting it in the cart without loading the page again.
//!
//! The buying box is the server's and works without this. The island puts what the server wrote for another variant where that
//! of the last one was, and says in the box what became of a press of the button.

use std::cell::Cell;

use domain::{
    choice::{Choice, choose},
    quantity::Quantity,
};
use leptos::{
    ev,
    prelude::*,
    wasm_bindgen::{JsCast, JsValue, closure::Closure},
};
use web_sys::{
    Element, Event, FormData, HtmlFormElement, HtmlInputElement, HtmlTemplateElement,
    UrlSearchParams, XmlHttpRequest, XmlHttpRequestResponseType,
};

use super::{gallery_controls::show_picture, live};
use crate::{
    browser::{all, by_id, closest, field, first, is_plain, target, toggle},
    cart::badge,
};

/// The ids of the form and of its quantity.
pub const BUY_BOX: &str = "buy-box";
pub const QUANTITY: &str = "quantity";
/// What waits for each variant, in the merchant's order.
pub const VARIANTS: &str = "template[data-variant]";

thread_local! {
    /// The button was pressed, and there is no answer yet.
    static ADDING: Cell<bool> = const { Cell::new(false) };
}

/// Lets the buying box change in place. Shows nothing itself.
#[island]
pub fn BuyingControls() -> impl IntoView {
    // Runs in the browser only.
    Effect::new(|_| {
        let handles = [
            window_event_listener(ev::click, |event| {
                clicked(&event);
            }),
            window_event_listener(ev::submit, |event| {
                if let Some(form) = target(&event).filter(|target| target.id() == BUY_BOX) {
                    event.prevent_default();
                    add(form);
                }
            }),
        ];
        on_cleanup(move || handles.into_iter().for_each(|handle| handle.remove()));
        live::follow();
    });
}

fn clicked(event: &ev::MouseEvent) -> Option<()> {
    let form = closest(event, &format!("#{BUY_BOX}"))?;
    if let Some(tile) = closest(event, "a.option-tile").filter(|_| is_plain(event)) {
        pick(&form, &tile.get_attribute("href")?)?;
        event.prevent_default();
    }
    step(event)
}

/// Shows the variant of an address. Nothing is changed when the box does not have it.
fn pick(form: &Element, href: &str) -> Option<()> {
    let variants = all(form, VARIANTS);
    let at = position(&variants, |id| href.ends_with(id))?;
    show(form, &variants, at)?;
    say(form, None, None);
    remember(href);
    let picture = variants.get(at)?.get_attribute("data-picture");
    if let Some(picture) = picture.and_then(|at| by_id(&format!("picture-{at}"))) {
        show_picture(&picture);
    }
    Some(())
}

fn position(variants: &[Element], is: impl Fn(&str) -> bool) -> Option<usize> {
    variants.iter().position(|variant| {
        variant
            .get_attribute("data-variant")
            .is_some_and(|id| is(&id))
    })
}

/// The number of the variant the form would send.
pub fn chosen(form: &Element) -> Option<usize> {
    let id = first(form, "input[name=variant]")?.get_attribute("value")?;
    position(&all(form, VARIANTS), |own| own == id)
}

/// Whether the button was pressed and there is no answer yet.
pub fn is_adding() -> bool {
    ADDING.get()
}

/// Shows what waits for one of the variants.
pub fn show(form: &Element, variants: &[Element], at: usize) -> Option<()> {
    let variant = variants.get(at)?;
    put(&first(form, ".buy-price")?, variant)?;
    let id = variant.get_attribute("data-variant")?;
    first(form, "input[name=variant]")?
        .set_attribute("value", &id)
        .ok()?;
    let sold_out = variant.has_attribute("data-sold-out");
    toggle(&first(form, ".buy-button")?, "disabled", "", sold_out);
    mark(form, variants, at);
    Some(())
}

/// Puts what a template holds where something else was.
fn put(place: &Element, template: &Element) -> Option<()> {
    let content = template.dyn_ref::<HtmlTemplateElement>()?.content();
    let content = content.clone_node_with_deep(true).ok()?;
    place.replace_children_with_node_1(&content);
    Some(())
}

/// Marks every tile as seen from the variant that is chosen now.
fn mark(form: &Element, variants: &[Element], current: usize) {
    let numbers: Vec<Vec<usize>> = variants
        .iter()
        .map(|variant| {
            let values = variant.get_attribute("data-values").unwrap_or_default();
            values
                .split(' ')
                .filter_map(|number| number.parse().ok())
                .collect()
        })
        .collect();
    for (option, fieldset) in all(form, "fieldset").iter().enumerate() {
        for tile in all(fieldset, "[data-number]") {
            let number = tile
                .get_attribute("data-number")
                .and_then(|number| number.parse().ok());
            let choice = number.and_then(|number| choose(&numbers, current, option, number));
            if let Some((choice, variant)) =
                choice.and_then(|choice| Some((choice, variants.get(choice.variant)?)))
            {
                mark_tile(fieldset, &tile, choice, variant);
            }
        }
    }
}

fn mark_tile(fieldset: &Element, tile: &Element, choice: Choice, variant: &Element) {
    toggle(tile, "aria-current", "true", choice.chosen);
    let gone = !choice.keeps_others || variant.has_attribute("data-sold-out");
    // A class that is no class is the only thing refused.
    let _ = tile
        .class_list()
        .toggle_with_force("option-tile-gone", gone);
    if let Some(note) = first(tile, ".sr-only") {
        toggle(&note, "hidden", "", !gone);
    }
    if let (Some(href), Some(id)) = (
        tile.get_attribute("href"),
        variant.get_attribute("data-variant"),
    ) && let Some((page, _)) = href.split_once('=')
    {
        toggle(tile, "href", &format!("{page}={id}"), true);
    }
    if let (true, Some(legend), Some(value)) = (
        choice.chosen,
        first(fieldset, ".legend-value > span"),
        first(tile, ".option-value"),
    ) {
        legend.set_text_content(value.text_content().as_deref());
    }
}

/// Puts the chosen variant in the address, so that a reload or a shared link shows it.
fn remember(address: &str) {
    if let Ok(history) = window().history() {
        // A browser refuses only under a flood of calls; the choice itself is made already.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(address));
    }
}

/// Plus and minus beside the quantity, within what the input allows.
fn step(event: &Event) -> Option<()> {
    let by: i64 = closest(event, "[data-step]")?
        .get_attribute("data-step")?
        .parse()
        .ok()?;
    let input: HtmlInputElement = by_id(QUANTITY)?.dyn_into().ok()?;
    let now = input.value().parse::<Quantity>().map_or(1, i64::from);
    if let Ok(quantity) = Quantity::try_from(now + by) {
        input.set_value(&quantity.to_string());
    }
    Some(())
}

/// Sends the form. One press is one request: pressing again while there is no answer does nothing.
fn add(form: Element) {
    if ADDING.replace(true) {
        return;
    }
    busy(&form, true);
    say(&form, None, None);
    if send(&form).is_none() {
        answered(&form, None);
    }
}

fn send(form: &Element) -> Option<()> {
    let form: &HtmlFormElement = form.dyn_ref()?;
    let data = FormData::new_with_form(form).ok()?;
    let data = UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    let request = XmlHttpRequest::new().ok()?;
    request.open("POST", &form.action()).ok()?;
    // The answer in words: see `ssr::form`.
    request
        .set_request_header("Accept", "application/json, application/problem+json")
        .ok()?;
    request.set_response_type(XmlHttpRequestResponseType::Json);
    let (asked, shown) = (request.clone(), form.clone());
    let done = Closure::once_into_js(move || answered(&shown, Some(&asked)));
    request.set_onloadend(Some(done.unchecked_ref()));
    request
        .set_request_header("Content-Type", "application/x-www-form-urlencoded")
        .ok()?;
    request
        .send_with_opt_str(Some(&String::from(data.to_string())))
        .ok()
}

/// Says what became of it; no request means that it could not be sent.
fn answered(form: &Element, request: Option<&XmlHttpRequest>) {
    ADDING.set(false);
    busy(form, false);
    let answer = request.and_then(|request| request.response().ok());
    let answer = answer.unwrap_or(JsValue::NULL);
    let count = field(&answer, "item_count").and_then(|count| count.as_f64());
    if let Some(count) = count {
        // A count of things in a cart is a whole number, and small.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a count"
        )]
        badge::set_count(count as u32);
        let limited = field(&answer, "limited").is_some_and(|limited| limited.is_truthy());
        say(form, Some(if limited { "limited" } else { "added" }), None);
    } else {
        let words = field(&answer, "title").and_then(|title| title.as_string());
        say(form, Some("refused"), words.as_deref());
    }
}

/// Shows one of the box's answers, or none. `words` take the place of its own.
fn say(form: &Element, answer: Option<&str>, words: Option<&str>) {
    for place in all(form, ".buy-answer") {
        place.set_text_content(None);
    }
    let Some(answer) = answer else { return };
    let role = if answer == "refused" {
        "alert"
    } else {
        "status"
    };
    let (Some(place), Some(template)) = (
        first(form, &format!(".buy-answer[role={role}]")),
        first(form, &format!("template[data-answer={answer}]")),
    ) else {
        return;
    };
    put(&place, &template);
    if let (Some(words), Some(own)) = (words, first(&place, "p > span")) {
        own.set_text_content(Some(words));
    }
}

fn busy(form: &Element, busy: bool) {
    if let Some(button) = first(form, ".buy-button") {
        toggle(&button, "aria-busy", "true", busy);
    }
}
