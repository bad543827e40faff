//! Things one presses: buttons (as `<button>` or `<a>`), badges, removable chips.

use leptos::prelude::*;
use words::t;

use crate::icon::{Glyph, Icon};
use crate::text::{OptionalText, classes};

/// How much a button asks for attention. One `Primary` per view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Emphasis {
    Primary,
    #[default]
    Secondary,
    Quiet,
    Danger,
}

impl Emphasis {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button-primary",
            Self::Secondary => "button-secondary",
            Self::Quiet => "button-quiet",
            Self::Danger => "button-danger",
        }
    }
}

/// The height of a button: 36, 48 and 54 px in the store, less on the desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    Small,
    #[default]
    Medium,
    Large,
}

impl Size {
    const fn class(self) -> &'static str {
        match self {
            Self::Small => "button-small",
            Self::Medium => "",
            Self::Large => "button-large",
        }
    }
}

/// A button. With `href` it is a link that looks like one; otherwise `<button type=kind>`, `submit` unless told.
///
/// `opens` names the id of a [`Dialog`](crate::Dialog) or [`Drawer`](crate::Drawer) to open, `closes` one to close;
/// either makes it `type="button"`. `label` replaces the visible text for assistive technology.
#[component]
pub fn Button(
    #[prop(optional)] emphasis: Emphasis,
    #[prop(optional)] size: Size,
    #[prop(optional, into)] href: OptionalText,
    #[prop(default = "submit")] kind: &'static str,
    #[prop(optional, into)] name: OptionalText,
    #[prop(optional, into)] value: OptionalText,
    #[prop(optional, into)] form: OptionalText,
    #[prop(optional, into)] formaction: OptionalText,
    #[prop(optional, into)] opens: OptionalText,
    #[prop(optional, into)] closes: OptionalText,
    #[prop(optional, into)] label: OptionalText,
    #[prop(optional)] icon: Option<Glyph>,
    #[prop(optional)] full: bool,
    #[prop(optional)] busy: bool,
    #[prop(optional)] disabled: bool,
    #[prop(optional, into)] class: String,
    children: Children,
) -> impl IntoView {
    let class = classes(&[
        "button",
        emphasis.class(),
        size.class(),
        if full { "button-full" } else { "" },
        &class,
    ]);
    let label = label.into_inner();
    let content = view! {
        {icon.map(|glyph| view! { <Icon glyph /> })}
        {busy.then(|| view! { <Icon glyph=Glyph::Spinner /> })}
        {children()}
    };
    if let Some(href) = href.into_inner() {
        return view! { <a class=class href=href aria-label=label>{content}</a> }.into_any();
    }
    let action = closes.is_some().then_some("hide");
    let target = opens.into_inner().or(closes.into_inner());
    let kind = if target.is_some() { "button" } else { kind };
    view! {
        <button
            class=class
            type=kind
            name=name.into_inner()
            value=value.into_inner()
            form=form.into_inner()
            formaction=formaction.into_inner()
            popovertarget=target
            popovertargetaction=action
            aria-label=label
            aria-busy=busy.then_some("true")
            disabled=disabled
        >
            {content}
        </button>
    }
    .into_any()
}

/// A square button that shows only a glyph; `label` is its name.
#[component]
pub fn IconButton(
    #[prop(into)] label: String,
    glyph: Glyph,
    #[prop(default = Emphasis::Quiet)] emphasis: Emphasis,
    #[prop(optional)] size: Size,
    #[prop(optional, into)] href: OptionalText,
    #[prop(default = "submit")] kind: &'static str,
    #[prop(optional, into)] name: OptionalText,
    #[prop(optional, into)] value: OptionalText,
    #[prop(optional, into)] opens: OptionalText,
    #[prop(optional, into)] closes: OptionalText,
    #[prop(optional)] disabled: bool,
    #[prop(optional, into)] class: String,
) -> impl IntoView {
    let class = classes(&["button-icon", &class]);
    view! {
        <Button
            emphasis
            size
            href=href.into_inner()
            kind
            name=name.into_inner()
            value=value.into_inner()
            opens=opens.into_inner()
            closes=closes.into_inner()
            label=label
            disabled
            class=class
        >
            <Icon glyph />
        </Button>
    }
}

/// A link that stands alone, with an arrow: "See all 312".
#[component]
pub fn ArrowLink(#[prop(into)] href: String, children: Children) -> impl IntoView {
    view! {
        <a class="link link-arrow" href=href>
            {children()}
            <Icon glyph=Glyph::ArrowRight />
        </a>
    }
}

/// What a badge or a notice is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Neutral,
    /// The accent, filled: sale.
    Accent,
    /// White on a picture: new, last pieces.
    Inverse,
    /// The merchants' second tone.
    Merchant,
    Success,
    Warning,
    Danger,
}

/// A quiet label of one to three words beside the thing it describes.
#[component]
pub fn Badge(
    #[prop(optional)] tone: Tone,
    #[prop(optional)] icon: Option<Glyph>,
    children: Children,
) -> impl IntoView {
    let class = match tone {
        Tone::Neutral => "badge",
        Tone::Accent => "badge badge-accent",
        Tone::Inverse => "badge badge-inverse",
        Tone::Merchant => "badge badge-merchant",
        Tone::Success => "badge badge-success",
        Tone::Warning => "badge badge-warning",
        Tone::Danger => "badge badge-danger",
    };
    view! {
        <span class=class>
            {icon.map(|glyph| view! { <Icon glyph /> })}
            {children()}
        </span>
    }
}

/// An applied filter. Following the link removes it.
#[component]
pub fn Chip(
    /// The page without this filter.
    #[prop(into)]
    href: String,
    #[prop(into)] label: String,
    /// What the filter is about ("Colour"), shown before the label.
    #[prop(optional, into)]
    group: OptionalText,
) -> impl IntoView {
    view! {
        <a class="chip" href=href>
            <span class="sr-only">{format!("{} ", t!("Remove filter:"))}</span>
            {group.into_inner().map(|group| view! { <span class="chip-group">{group}</span> })}
            <span>{label}</span>
            <Icon glyph=Glyph::Close />
        </a>
    }
}
