//! The catalogue's islands: a product's pictures and its buying box.
//!
//! Both are whole pages without a script: thumbnails are links to pictures, option values are links to the page with that
//! variant chosen, and the form is posted to the cart. With one, nothing has to be loaded again.

use domain::{ids::VariantId, quantity::Quantity};
use leptos::{
    ev,
    prelude::*,
    wasm_bindgen::{JsCast, JsValue, closure::Closure},
};
use ui::{
    Button, Colourway, Emphasis, Fieldset, Glyph, Icon, OptionTile, OptionTiles, Price,
    QuantityStepper, Size,
};
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::types::{OptionView, StockView, VariantView, choose};
use crate::{
    cart::{badge, server_fns::AddToCart, types::AddedView},
    error::AppError,
};

/// The ids the design system gives the strip of pictures and the quantity.
const STAGE: &str = "gallery";
const QUANTITY: &str = "quantity";

/// Lets the thumbnails of the page's `Gallery` move the strip instead of the page, and follow it when it is swiped. Shows
/// nothing itself: the pictures are the server's, and need not be sent twice.
#[island]
pub fn GalleryControls() -> impl IntoView {
    // Runs in the browser only.
    Effect::new(|_| {
        let handle = window_event_listener(ev::click, |event| follow(&event));
        on_cleanup(move || handle.remove());
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

/// A click on a thumbnail shows its picture.
fn follow(event: &ev::MouseEvent) {
    let Some(link) = closest(event, "a[href^='#picture-']") else {
        return;
    };
    let target = link
        .get_attribute("href")
        .and_then(|href| by_id(href.trim_start_matches('#')));
    if let Some(picture) = target {
        event.prevent_default();
        show(&picture);
    }
}

fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

fn closest(event: &ev::MouseEvent, selector: &str) -> Option<Element> {
    event
        .target()?
        .dyn_into::<Element>()
        .ok()?
        .closest(selector)
        .ok()?
}

/// Brings a picture of the strip into view without moving the page.
fn show(picture: &HtmlElement) {
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

/// Marks the thumbnail of the picture that is in view.
fn mark_current() {
    let Some(stage) = by_id(STAGE) else { return };
    let Some(thumbs) = stage.previous_element_sibling() else {
        return;
    };
    let width = stage
        .first_element_child()
        .map_or(1, |picture| picture.client_width())
        .max(1);
    let current = u32::try_from((stage.scroll_left() + width / 2) / width).unwrap_or_default();
    let thumbs = thumbs.children();
    for (at, link) in
        (0..thumbs.length()).filter_map(|at| Some((at, thumbs.item(at)?.first_element_child()?)))
    {
        // Neither can fail: the attribute's name is a valid one.
        let _ = if at == current {
            link.set_attribute("aria-current", "true")
        } else {
            link.remove_attribute("aria-current")
        };
    }
}

/// Price, options, quantity and the button of a product.
#[island]
pub fn BuyBox(
    slug: String,
    title: String,
    options: Vec<OptionView>,
    /// Never empty.
    variants: Vec<VariantView>,
    selected: VariantId,
) -> impl IntoView {
    let start = variants
        .iter()
        .position(|variant| variant.id == selected)
        .unwrap_or_default();
    let chosen = RwSignal::new(start);
    let variants = StoredValue::new(variants);
    let current = move || variants.with_value(|all| all.get(chosen.get()).cloned());
    let add = ServerAction::<AddToCart>::new();

    Effect::new(move |_| {
        if let Some(Ok(added)) = add.value().get() {
            badge::set_count(added.item_count);
        }
    });
    let address = StoredValue::new(format!("/p/{slug}?variant="));
    // Takes what was chosen, not where that leads: a handler, once attached, outlives the choices it was drawn with.
    let pick = Callback::new(move |(option, value): (usize, String)| {
        let target = variants.with_value(|all| {
            let target = choose(all, all.get(chosen.get_untracked())?, option, &value)?;
            Some((
                all.iter().position(|variant| variant.id == target.id)?,
                target.id,
                target.picture,
            ))
        });
        let Some((at, id, picture)) = target else {
            return;
        };
        chosen.set(at);
        add.clear();
        remember(&address.with_value(|address| format!("{address}{id}")));
        if let Some(picture) = picture.and_then(|index| by_id(&format!("picture-{index}"))) {
            show(&picture);
        }
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let quantity = by_id(QUANTITY).and_then(|input| {
            input
                .dyn_into::<HtmlInputElement>()
                .ok()?
                .value()
                .parse()
                .ok()
        });
        let variant =
            variants.with_value(|all| all.get(chosen.get_untracked()).map(|variant| variant.id));
        if let (Some(variant), false) = (variant, add.pending().get_untracked()) {
            add.dispatch(AddToCart {
                variant,
                quantity: quantity.unwrap_or(Quantity::ONE),
            });
        }
    };
    view! {
        <form class="buy-box" method="post" action="/api/cart/add" on:submit=submit>
            <div class="buy-price" aria-live="polite">
                {move || current().map(|variant| view! { <Price amount=variant.price compare_at=variant.compare_at large=true badge=true note="incl. VAT" /> })}
                {move || current().map(|variant| stock(variant.stock))}
            </div>
            {move || {
                let choices = choices(&options, &variants.get_value(), chosen.get());
                choices.into_iter().enumerate().map(|(at, choice)| fieldset(at, choice, &address.get_value(), pick)).collect_view()
            }}
            <input type="hidden" name="variant" value=move || current().map(|variant| variant.id.to_string()) />
            <div class="buy-foot">
                <div class="buy-answer" role="status">
                    {move || add.value().get().and_then(Result::ok).map(|added| confirmation(&added))}
                </div>
                <div class="buy-answer" role="alert">
                    {move || add.value().get().and_then(Result::err).map(|error| failure(&error))}
                </div>
                <div class="buy-actions" on:click=|event| step(&event)>
                    <QuantityStepper id=QUANTITY what=title quantity=1 />
                    {move || button(current().is_none_or(|variant| variant.stock.is_sold_out()), add.pending().get())}
                </div>
            </div>
        </form>
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
fn step(event: &ev::MouseEvent) {
    let by = closest(event, "[data-step]").and_then(|button| button.get_attribute("data-step"));
    let Some(by) = by.and_then(|by| by.parse::<i64>().ok()) else {
        return;
    };
    let Some(input) = by_id(QUANTITY).and_then(|input| input.dyn_into::<HtmlInputElement>().ok())
    else {
        return;
    };
    let now = input.value().parse::<Quantity>().map_or(1, i64::from);
    if let Ok(quantity) = Quantity::try_from(now + by) {
        input.set_value(&quantity.to_string());
    }
}

/// An option with its values, as seen from the chosen variant.
struct Choices {
    name: String,
    chosen: String,
    values: Vec<ChoiceValue>,
}

struct ChoiceValue {
    value: String,
    swatch: Option<Colourway>,
    /// Where choosing it leads.
    target: VariantId,
    /// The other choices can be kept, and it can be bought.
    available: bool,
}

fn choices(options: &[OptionView], variants: &[VariantView], chosen: usize) -> Vec<Choices> {
    let Some(current) = variants.get(chosen) else {
        return Vec::new();
    };
    let value_of = |at: usize, option: &OptionView| {
        option
            .values
            .iter()
            .filter_map(|value| {
                let target = choose(variants, current, at, &value.value)?;
                let kept = (0..options.len()).all(|other| {
                    other == at || target.values.get(other) == current.values.get(other)
                });
                Some(ChoiceValue {
                    value: value.value.clone(),
                    swatch: value.swatch.as_deref().and_then(Colourway::from_name),
                    target: target.id,
                    available: kept && !target.stock.is_sold_out(),
                })
            })
            .collect()
    };
    options
        .iter()
        .enumerate()
        .map(|(at, option)| Choices {
            name: option.name.clone(),
            chosen: current.values.get(at).cloned().unwrap_or_default(),
            values: value_of(at, option),
        })
        .collect()
}

fn fieldset(
    at: usize,
    choice: Choices,
    address: &str,
    pick: Callback<(usize, String)>,
) -> impl IntoView + use<> {
    let name = choice.name.to_ascii_lowercase();
    let tiles = choice
        .values
        .into_iter()
        .map(|value| {
            let picked = value.value.clone();
            let selected = value.value == choice.chosen;
            view! {
                <OptionTile
                    name=name.clone()
                    href=format!("{address}{}", value.target)
                    value=value.value
                    swatch=value.swatch
                    selected
                    available=value.available
                    on:click=move |event: ev::MouseEvent| {
                        // A new tab is the visitor's own wish.
                        if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0) {
                            event.prevent_default();
                            pick.run((at, picked.clone()));
                        }
                    }
                />
            }
        })
        .collect_view();
    view! {
        <Fieldset legend=choice.name value=choice.chosen>
            <OptionTiles>{tiles}</OptionTiles>
        </Fieldset>
    }
}

fn stock(stock: StockView) -> impl IntoView {
    let (class, text) = match stock {
        StockView::InStock => ("buy-stock buy-stock-good", "In stock".to_owned()),
        StockView::OnlyLeft(1) => ("buy-stock buy-stock-low", "Only 1 left".to_owned()),
        StockView::OnlyLeft(left) => ("buy-stock buy-stock-low", format!("Only {left} left")),
        StockView::SoldOut => ("buy-stock buy-stock-none", "Sold out".to_owned()),
    };
    view! { <p class=class>{text}</p> }
}

fn button(sold_out: bool, busy: bool) -> impl IntoView {
    let label = match (sold_out, busy) {
        (true, _) => "Sold out",
        (false, true) => "Adding to cart",
        (false, false) => "Add to cart",
    };
    view! {
        <Button emphasis=Emphasis::Primary size=Size::Large class="buy-button" busy disabled=sold_out>
            {label}
        </Button>
    }
}

fn confirmation(added: &AddedView) -> impl IntoView + use<> {
    let text = if added.limited {
        "No more are left; your cart has all of them."
    } else {
        "Added to your cart."
    };
    view! {
        <p class="buy-added">
            <Icon glyph=Glyph::CheckCircle />
            <span>{text}</span>
            <a class="link" href="/cart">"View cart"</a>
        </p>
    }
}

fn failure(error: &AppError) -> impl IntoView + use<> {
    view! {
        <p class="buy-error">
            <Icon glyph=Glyph::Alert />
            <span>{error.to_string()}</span>
        </p>
    }
}
