//! Form controls: a label above, a hint and an error beside the control they are about.
//!
//! Ids: a control's id is `id`, or its `name` when not given; its hint is `{id}-hint`, its error `{id}-error`, and
//! `aria-describedby` names those that exist. [`ErrorSummary`](crate::ErrorSummary) links to the same id.

use leptos::prelude::*;
use words::t;

use crate::icon::{Glyph, Icon};
use crate::text::{OptionalText, classes, escape_html};

/// The ids that describe a control, for `aria-describedby`.
pub(crate) fn described_by(id: &str, hint: bool, error: bool) -> Option<String> {
    match (hint, error) {
        (false, false) => None,
        (true, false) => Some(format!("{id}-hint")),
        (false, true) => Some(format!("{id}-error")),
        (true, true) => Some(format!("{id}-hint {id}-error")),
    }
}

/// The message under a control, with an icon so that colour is not the only sign.
pub(crate) fn error_message(id: &str, error: &OptionalText) -> Option<impl IntoView + use<>> {
    let message = error.as_deref()?.to_owned();
    let id = format!("{id}-error");
    Some(view! {
        <p class="field-error" id=id>
            <Icon glyph=Glyph::Alert />
            <span>
                <span class="sr-only">{format!("{} ", t!("Error:"))}</span>
                {message}
            </span>
        </p>
    })
}

/// Label, hint and error around a control of one's own, which must carry `id`, `aria-describedby` and `aria-invalid`.
/// The controls below draw their own.
#[component]
pub fn Field(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: OptionalText,
    #[prop(optional, into)] error: OptionalText,
    /// Adds "(optional)" to the label. Required fields are not marked: most are.
    #[prop(optional)]
    optional: bool,
    /// Keeps the label for assistive technology only.
    #[prop(optional)]
    hide_label: bool,
    #[prop(optional, into)] class: String,
    children: Children,
) -> impl IntoView {
    let label_class = if hide_label { "sr-only" } else { "field-label" };
    let hint_id = format!("{id}-hint");
    let message = error_message(&id, &error);
    view! {
        <div class=classes(&["field", &class])>
            <label class=label_class for=id>
                {label}
                {optional.then(|| view! { <span class="field-optional">{format!(" {}", t!("(optional)"))}</span> })}
            </label>
            {hint.into_inner().map(|hint| view! { <p class="field-hint" id=hint_id>{hint}</p> })}
            {children()}
            {message}
        </div>
    }
}

/// A one-line text field. `kind` is the input's type: `text`, `email`, `password`, `tel`, `number`, `date`, `search` …
#[component]
pub fn TextInput(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] id: OptionalText,
    #[prop(default = "text")] kind: &'static str,
    #[prop(optional, into)] value: OptionalText,
    #[prop(optional, into)] hint: OptionalText,
    #[prop(optional, into)] error: OptionalText,
    /// A token of the HTML standard's autofill list, e.g. `email`, `shipping postal-code`, `cc-number`.
    #[prop(optional, into)]
    autocomplete: OptionalText,
    #[prop(optional, into)] inputmode: OptionalText,
    #[prop(optional, into)] placeholder: OptionalText,
    #[prop(optional, into)] pattern: OptionalText,
    #[prop(optional, into)] min: OptionalText,
    #[prop(optional, into)] max: OptionalText,
    #[prop(optional, into)] step: OptionalText,
    #[prop(optional)] maxlength: Option<u32>,
    /// Short text or a currency sign inside the control, before or after the value.
    #[prop(optional, into)]
    prefix: OptionalText,
    #[prop(optional, into)] suffix: OptionalText,
    #[prop(optional)] required: bool,
    #[prop(optional)] optional: bool,
    #[prop(optional)] hide_label: bool,
    #[prop(optional)] readonly: bool,
    #[prop(optional)] disabled: bool,
    #[prop(optional, into)] class: String,
) -> impl IntoView {
    let id = id.into_inner().unwrap_or_else(|| name.clone());
    let described = described_by(&id, hint.is_some(), error.is_some());
    let input = view! {
        <input
            class="control"
            id=id.clone()
            name=name
            type=kind
            value=value.into_inner()
            autocomplete=autocomplete.into_inner()
            inputmode=inputmode.into_inner()
            placeholder=placeholder.into_inner()
            pattern=pattern.into_inner()
            min=min.into_inner()
            max=max.into_inner()
            step=step.into_inner()
            maxlength=maxlength.map(|length| length.to_string())
            required=required
            readonly=readonly
            disabled=disabled
            aria-describedby=described
            aria-invalid=error.is_some().then_some("true")
        />
    };
    let affixed = prefix.is_some() || suffix.is_some();
    let affix = |text: OptionalText| {
        text.into_inner()
            .map(|text| view! { <span class="control-affix">{text}</span> })
    };
    let control = if affixed {
        view! { <div class="control-wrap">{affix(prefix)} {input} {affix(suffix)}</div> }.into_any()
    } else {
        input.into_any()
    };
    view! {
        <Field id label hint=hint.into_inner() error=error.into_inner() optional hide_label class>
            {control}
        </Field>
    }
}

/// One entry of a [`Select`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub disabled: bool,
}

impl Choice {
    /// A choice that can be made.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            disabled: false,
        }
    }
}

/// A list to choose one entry from. `value` is the chosen entry's value; `prompt` a first, empty entry.
#[component]
pub fn Select(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    choices: Vec<Choice>,
    #[prop(optional, into)] id: OptionalText,
    #[prop(optional, into)] value: OptionalText,
    #[prop(optional, into)] prompt: OptionalText,
    #[prop(optional, into)] hint: OptionalText,
    #[prop(optional, into)] error: OptionalText,
    #[prop(optional, into)] autocomplete: OptionalText,
    #[prop(optional)] required: bool,
    #[prop(optional)] optional: bool,
    #[prop(optional)] hide_label: bool,
    #[prop(optional)] disabled: bool,
    #[prop(optional, into)] class: String,
) -> impl IntoView {
    let id = id.into_inner().unwrap_or_else(|| name.clone());
    let described = described_by(&id, hint.is_some(), error.is_some());
    let invalid = error.is_some().then_some("true");
    let options = choices
        .into_iter()
        .map(|choice| {
            let selected = value.as_deref() == Some(choice.value.as_str());
            view! { <option value=choice.value selected=selected disabled=choice.disabled>{choice.label}</option> }
        })
        .collect_view();
    view! {
        <Field id=id.clone() label hint=hint.into_inner() error=error.into_inner() optional hide_label class>
            <div class="select-wrap">
                <select
                    class="control"
                    id=id
                    name=name
                    autocomplete=autocomplete.into_inner()
                    required=required
                    disabled=disabled
                    aria-describedby=described
                    aria-invalid=invalid
                >
                    {prompt.into_inner().map(|prompt| view! { <option value="">{prompt}</option> })}
                    {options}
                </select>
                <Icon glyph=Glyph::ChevronDown />
            </div>
        </Field>
    }
}

/// A text field of several lines. The one place a `<textarea>` may be written: server rendering does not escape its
/// children, so the value is escaped here. A value that starts with a line feed gets a second one, because the parser
/// drops the first (HTML standard, section 13.1.2.5).
#[component]
pub fn TextArea(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] id: OptionalText,
    #[prop(optional, into)] value: OptionalText,
    #[prop(optional, into)] hint: OptionalText,
    #[prop(optional, into)] error: OptionalText,
    #[prop(optional, into)] placeholder: OptionalText,
    #[prop(default = 4)] rows: u32,
    #[prop(optional)] maxlength: Option<u32>,
    #[prop(optional)] required: bool,
    #[prop(optional)] optional: bool,
    #[prop(optional)] hide_label: bool,
    #[prop(optional, into)] class: String,
) -> impl IntoView {
    let id = id.into_inner().unwrap_or_else(|| name.clone());
    let described = described_by(&id, hint.is_some(), error.is_some());
    let invalid = error.is_some().then_some("true");
    let value = value.into_inner().unwrap_or_default();
    let content = if value.starts_with('\n') {
        format!("\n{}", escape_html(&value))
    } else {
        escape_html(&value)
    };
    view! {
        <Field id=id.clone() label hint=hint.into_inner() error=error.into_inner() optional hide_label class>
            <textarea
                class="control"
                id=id
                name=name
                rows=rows.to_string()
                maxlength=maxlength.map(|length| length.to_string())
                placeholder=placeholder.into_inner()
                required=required
                aria-describedby=described
                aria-invalid=invalid
                inner_html=content
            ></textarea>
        </Field>
    }
}
