//! Controls that are ticked rather than typed: checkboxes, radio cards, option tiles, the quantity stepper.

use leptos::prelude::*;
use words::t;

use crate::colourway::{Colourway, Swatch};
use crate::field::{described_by, error_message};
use crate::icon::{Glyph, Icon};
use crate::text::OptionalText;

/// A tick box with its label. The label is `children`, so that it may contain links.
#[component]
pub fn Checkbox(
    #[prop(into)] name: String,
    /// Needed when several boxes share a name; otherwise the name.
    #[prop(optional, into)]
    id: OptionalText,
    #[prop(default = "true".into(), into)] value: String,
    #[prop(optional)] checked: bool,
    #[prop(optional)] required: bool,
    #[prop(optional)] disabled: bool,
    #[prop(optional, into)] hint: OptionalText,
    #[prop(optional, into)] error: OptionalText,
    /// How many results a filter has.
    #[prop(optional)]
    count: Option<u64>,
    /// There may be more than `count`.
    #[prop(optional)]
    more: bool,
    children: Children,
) -> impl IntoView {
    let id = id.into_inner().unwrap_or_else(|| name.clone());
    let described = described_by(&id, hint.is_some(), error.is_some());
    let message = error_message(&id, &error);
    let hint_id = format!("{id}-hint");
    view! {
        <div class="checkbox">
            <input
                class="tick"
                type="checkbox"
                id=id.clone()
                name=name
                value=value
                checked=checked
                required=required
                disabled=disabled
                aria-describedby=described
                aria-invalid=error.is_some().then_some("true")
            />
            <label for=id>
                {children()}
                {count.map(|count| view! { <span class="checkbox-count">" (" {count} {more.then_some("+")} ")"</span> })}
            </label>
            {hint.into_inner().map(|hint| view! { <p class="field-hint" id=hint_id>{hint}</p> })}
            {message}
        </div>
    }
}

/// A group of related controls under one legend. `value` repeats the current choice beside the legend.
#[component]
pub fn Fieldset(
    #[prop(into)] legend: String,
    #[prop(optional, into)] value: OptionalText,
    #[prop(optional)] hide_legend: bool,
    /// Id of the group, for [`ErrorSummary`](crate::ErrorSummary).
    #[prop(optional, into)]
    id: OptionalText,
    #[prop(optional, into)] error: OptionalText,
    children: Children,
) -> impl IntoView {
    let id = id.into_inner();
    let described = id
        .as_deref()
        .and_then(|id| described_by(id, false, error.is_some()));
    let message = id.as_deref().and_then(|id| error_message(id, &error));
    view! {
        <fieldset class="fieldset" id=id aria-describedby=described>
            <legend class:sr-only=hide_legend>
                {legend}
                {value.into_inner().map(|value| view! { <span class="legend-value">" · " <span>{value}</span></span> })}
            </legend>
            {children()}
            {message}
        </fieldset>
    }
}

/// Wraps [`RadioCard`]s into one control with shared edges.
#[component]
pub fn RadioCards(children: Children) -> impl IntoView {
    view! { <div class="radio-cards">{children()}</div> }
}

/// One of several ways to go on (delivery, payment): title, a line of detail, and a price or note on the right.
#[component]
pub fn RadioCard(
    #[prop(into)] name: String,
    #[prop(into)] value: String,
    #[prop(into)] title: String,
    #[prop(optional, into)] detail: OptionalText,
    #[prop(optional, into)] aside: OptionalText,
    #[prop(optional)] checked: bool,
    #[prop(optional)] required: bool,
    #[prop(optional)] disabled: bool,
) -> impl IntoView {
    let id = format!("{name}-{value}");
    let target = id.clone();
    view! {
        <label class="radio-card" for=target>
            <input
                class="tick"
                type="radio"
                id=id
                name=name
                value=value
                checked=checked
                required=required
                disabled=disabled
            />
            <span>
                <span class="radio-card-title">{title}</span>
                {detail.into_inner().map(|detail| view! { <span class="radio-card-detail">{detail}</span> })}
            </span>
            {aside.into_inner().map(|aside| view! { <span class="radio-card-aside">{aside}</span> })}
        </label>
    }
}

/// One value of a product option (a size, a colour). With `href` it is a link to the page with that value chosen, which
/// works without JavaScript; otherwise a radio button. `available = false` strikes it through but lets it be chosen.
#[component]
pub fn OptionTile(
    #[prop(into)] name: String,
    #[prop(into)] value: String,
    #[prop(optional, into)] href: OptionalText,
    #[prop(default = None, into)] swatch: Option<Colourway>,
    #[prop(optional)] selected: bool,
    #[prop(default = true)] available: bool,
    /// Of the value among its option's, for an island.
    #[prop(default = None, into)]
    number: Option<usize>,
) -> impl IntoView {
    let class = if available {
        "option-tile"
    } else {
        "option-tile option-tile-gone"
    };
    let content = view! {
        {swatch.map(|way| view! { <Swatch way /> })}
        <span class="option-value">{value.clone()}</span>
        <span class="sr-only" hidden=available>
            {format!(" {}", t!("(sold out)"))}
        </span>
    };
    match href.into_inner() {
        Some(href) => view! {
            <a class=class href=href aria-current=selected.then_some("true") data-number=number.map(|number| number.to_string())>
                {content}
            </a>
        }
        .into_any(),
        None => view! {
            <label class=class>
                <input type="radio" name=name value=value checked=selected />
                {content}
            </label>
        }
        .into_any(),
    }
}

/// Wraps [`OptionTile`]s into a row that breaks.
#[component]
pub fn OptionTiles(children: Children) -> impl IntoView {
    view! { <div class="option-tiles">{children()}</div> }
}

/// How the plus and minus of a [`QuantityStepper`] work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum StepperButtons {
    /// `type="button"` with `data-step="-1"` or `"1"`, for an island to listen to. Hidden where scripts do not run.
    #[default]
    Scripted,
    /// Submit buttons of the form with this id, which is not the one around the input: each sends the field once, as the
    /// quantity it leads to (an absolute number, so that a repeated request changes nothing). What is typed is sent by the
    /// form around the stepper, with Return or, where scripts do not run, a button beside it.
    Submit(String),
}

/// A quantity with minus and plus. `what` names the product for assistive technology.
#[component]
pub fn QuantityStepper(
    #[prop(into)] id: String,
    #[prop(into)] what: String,
    quantity: u32,
    #[prop(default = 1)] min: u32,
    #[prop(default = 99)] max: u32,
    #[prop(default = "quantity")] name: &'static str,
    #[prop(optional)] buttons: StepperButtons,
) -> impl IntoView {
    let form = match buttons {
        StepperButtons::Submit(form) => Some(form),
        StepperButtons::Scripted => None,
    };
    let submits = form.is_some();
    let step = |by: i8, target: u32, blocked: bool, label: String, glyph: Glyph| {
        view! {
            <button
                class="stepper-button"
                type=if submits { "submit" } else { "button" }
                form=form.clone()
                name=submits.then_some(name)
                value=submits.then(|| target.to_string())
                data-step=(!submits).then(|| by.to_string())
                disabled=blocked
                aria-label=label
            >
                <Icon glyph />
            </button>
        }
    };
    let less = step(
        -1,
        quantity.saturating_sub(1),
        quantity <= min,
        t!("One less: {what}", what),
        Glyph::Minus,
    );
    let more = step(
        1,
        quantity.saturating_add(1),
        quantity >= max,
        t!("One more: {what}", what),
        Glyph::Plus,
    );
    let class = if submits {
        "stepper"
    } else {
        "stepper stepper-scripted"
    };
    view! {
        <div class="stepper-field">
            <div class=class>
                {less}
                <input
                    class="stepper-input"
                    id=id
                    name=name
                    type="number"
                    inputmode="numeric"
                    value=quantity.to_string()
                    // Once typed in, an input no longer follows its attribute.
                    prop:value=quantity.to_string()
                    min=min.to_string()
                    max=max.to_string()
                    required=true
                    autocomplete="off"
                    aria-label=t!("Quantity: {what}", what)
                />
                {more}
            </div>
            {submits
                .then(|| {
                    view! {
                        <button class="stepper-update link" type="submit" aria-label=t!("Update quantity: {what}", what)>
                            {t!("Update")}
                        </button>
                    }
                })}
        </div>
    }
}
