//! Suggestions under the header's search field: a combobox with a list (WAI-ARIA Authoring Practices 1.2, "Editable Combobox
//! With List Autocomplete").
//!
//! The field is the server's and works without this: Return searches. The island only listens, asks `/search/suggest`, and
//! builds the list, as text and attributes, so that nothing of an answer is ever read as markup.

use std::{cell::RefCell, time::Duration};

use leptos::{
    ev,
    prelude::*,
    wasm_bindgen::{JsCast, JsValue, closure::Closure},
};
use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, XmlHttpRequest, XmlHttpRequestResponseType,
    js_sys::{Array, encode_uri_component},
};
use words::t;

use crate::{
    address::here,
    browser::{closest, field, set, target},
};

/// The ids of the field, which the design system gives it, and of the list.
const FIELD: &str = "site-search";
const LIST: &str = "suggestions";
/// From the last key to the question.
const PAUSE: Duration = Duration::from_millis(150);
/// Fewer characters begin everything.
const MIN_LENGTH: usize = 2;

#[derive(Default)]
struct Typing {
    /// The question that waits for the next key.
    waiting: Option<TimeoutHandle>,
    /// The one that waits for its answer.
    asked: Option<XmlHttpRequest>,
}

thread_local! {
    static TYPING: RefCell<Typing> = RefCell::new(Typing::default());
}

/// Wakes the header's search field.
#[island]
pub fn SearchSuggestions() -> impl IntoView {
    // Runs in the browser only.
    Effect::new(|_| {
        let handles = [
            window_event_listener(ev::input, |event| {
                if let Some(field) = field_of(&event) {
                    wait(field);
                }
            }),
            window_event_listener(ev::keydown, |event| key(&event)),
            window_event_listener(ev::focusout, |event| {
                if field_of(&event).is_some() {
                    close();
                }
            }),
            // The field keeps the focus, and with it the list, until the click has come.
            window_event_listener(ev::mousedown, |event| {
                if option_of(&event).is_some() {
                    event.prevent_default();
                }
            }),
            window_event_listener(ev::click, |event| {
                if let Some(option) = option_of(&event) {
                    follow(&option);
                }
            }),
        ];
        on_cleanup(move || handles.into_iter().for_each(|handle| handle.remove()));
    });
}

fn field_of(event: &Event) -> Option<HtmlInputElement> {
    target(event)?
        .dyn_into::<HtmlInputElement>()
        .ok()
        .filter(|input| input.id() == FIELD)
}

fn option_of(event: &Event) -> Option<Element> {
    closest(event, &format!("#{LIST} [role=option]"))
}

fn list() -> Option<Element> {
    document().get_element_by_id(LIST)
}

/// Asks once nothing has been typed for a moment; the question before is dropped.
fn wait(field: HtmlInputElement) {
    TYPING.with_borrow_mut(|typing| {
        if let Some(waiting) = typing.waiting.take() {
            waiting.clear();
        }
        if let Some(asked) = typing.asked.take() {
            asked.set_onload(None);
            let _ = asked.abort();
        }
    });
    let words = field.value();
    if words.trim().chars().count() < MIN_LENGTH {
        close();
        return;
    }
    let waiting = set_timeout_with_handle(
        move || {
            // What cannot be asked is not suggested.
            let _ = ask(field, &words);
        },
        PAUSE,
    )
    .ok();
    TYPING.with_borrow_mut(|typing| typing.waiting = waiting);
}

fn ask(field: HtmlInputElement, words: &str) -> Option<()> {
    let request = XmlHttpRequest::new().ok()?;
    request
        .open(
            "GET",
            &here(&format!(
                "/search/suggest?q={}",
                String::from(encode_uri_component(words))
            )),
        )
        .ok()?;
    request.set_response_type(XmlHttpRequestResponseType::Json);
    let asked = request.clone();
    // An answer that does not come leaves the field as it is.
    let answered = Closure::once_into_js(move || {
        let found = asked
            .response()
            .ok()
            .and_then(|body| body.dyn_into::<Array>().ok());
        let found = found.filter(|found| asked.status() == Ok(200) && found.length() > 0);
        if found.and_then(|found| open(&field, &found)).is_none() {
            close();
        }
    });
    request.set_onload(Some(answered.unchecked_ref()));
    request.send().ok()?;
    TYPING.with_borrow_mut(|typing| typing.asked = Some(request));
    Some(())
}

fn text(value: &JsValue, key: &str) -> Option<String> {
    field(value, key)?.as_string()
}

fn append(parent: &Element, name: &str, class: &str) -> Option<Element> {
    let child = document().create_element(name).ok()?;
    child.set_class_name(class);
    parent.append_child(&child).ok()?;
    Some(child)
}

/// Shows the list under the field.
fn open(field: &HtmlInputElement, found: &Array) -> Option<()> {
    close();
    let list = append(&field.parent_element()?, "ul", "suggestions")?;
    set(
        &list,
        &[
            ("id", LIST),
            ("role", "listbox"),
            ("aria-label", t!("Suggestions")),
        ],
    );
    for (at, each) in found.iter().enumerate() {
        let option = append(&list, "li", "suggestion")?;
        let id = format!("suggestion-{at}");
        set(
            &option,
            &[
                ("id", &id),
                ("role", "option"),
                ("aria-selected", "false"),
                ("data-href", &text(&each, "href")?),
            ],
        );
        let picture = append(&option, "span", "suggestion-picture")?;
        if let Some(image) = text(&each, "image") {
            set(
                &append(&picture, "img", "")?,
                &[
                    ("src", &image),
                    ("alt", ""),
                    ("width", "40"),
                    ("height", "50"),
                ],
            );
        }
        append(&option, "span", "suggestion-label")?
            .set_text_content(text(&each, "label").as_deref());
        let kind = match text(&each, "kind")?.as_str() {
            "category" => t!("Category"),
            "merchant" => t!("Maker"),
            _ => "",
        };
        let note = text(&each, "note").unwrap_or_default();
        let parts: Vec<&str> = [kind, &note]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        append(&option, "span", "suggestion-note")?.set_text_content(Some(&parts.join(" · ")));
    }
    set(
        field,
        &[
            ("role", "combobox"),
            ("aria-autocomplete", "list"),
            ("aria-controls", LIST),
            ("aria-expanded", "true"),
        ],
    );
    Some(())
}

fn close() {
    if let Some(list) = list() {
        list.remove();
    }
    if let Some(field) = document()
        .get_element_by_id(FIELD)
        .filter(|field| field.has_attribute("aria-expanded"))
    {
        set(&field, &[("aria-expanded", "false")]);
        let _ = field.remove_attribute("aria-activedescendant");
    }
}

fn follow(option: &Element) {
    if let Some(href) = option.get_attribute("data-href") {
        let _ = window().location().assign(&href);
    }
}

fn key(event: &ev::KeyboardEvent) {
    let (Some(field), Some(list)) = (field_of(event), list()) else {
        return;
    };
    let options = list.children();
    let current = list.query_selector("[aria-selected=true]").ok().flatten();
    let at = (0..options.length()).find(|at| options.item(*at) == current && current.is_some());
    let last = options.length().saturating_sub(1);
    // After the last and before the first is the field itself.
    let next = match (event.key().as_str(), at) {
        ("ArrowDown", None) => Some(0),
        ("ArrowDown", Some(at)) => (at < last).then_some(at + 1),
        ("ArrowUp", None) => Some(last),
        ("ArrowUp", Some(at)) => at.checked_sub(1),
        ("Escape", _) => {
            event.prevent_default();
            return close();
        }
        ("Enter", Some(_)) => {
            event.prevent_default();
            if let Some(option) = &current {
                follow(option);
            }
            return;
        }
        _ => return,
    };
    event.prevent_default();
    if let Some(current) = current {
        set(&current, &[("aria-selected", "false")]);
    }
    match next.and_then(|next| options.item(next)) {
        Some(option) => {
            set(&option, &[("aria-selected", "true")]);
            set(&field, &[("aria-activedescendant", &option.id())]);
            if let Ok(option) = option.dyn_into::<HtmlElement>() {
                option.scroll_into_view_with_bool(false);
            }
        }
        None => drop(field.remove_attribute("aria-activedescendant")),
    }
}
