//! Dialogs and drawers that need no script: `<dialog popover>`. A [`Button`](crate::Button) with `opens="the-id"` shows
//! one; Escape, a click outside or its close button hides it. A script may call `showModal()` instead.

use leptos::prelude::*;
use words::t;

use crate::action::IconButton;
use crate::icon::Glyph;
use crate::text::classes;

fn head(id: &str, title: String) -> impl IntoView + use<> {
    let title_id = format!("{id}-title");
    view! {
        <div class="overlay-head">
            <h2 id=title_id>{title}</h2>
            <IconButton label=t!("Close") glyph=Glyph::Close closes=id />
        </div>
    }
}

/// A question or a small form in the middle of the page (at the bottom edge on phones). `foot` holds the buttons.
#[component]
pub fn Dialog(
    #[prop(into)] id: String,
    #[prop(into)] title: String,
    #[prop(default = None)] foot: Option<AnyView>,
    children: Children,
) -> impl IntoView {
    let labelled = format!("{id}-title");
    view! {
        <dialog class="dialog" id=id.clone() popover="auto" aria-labelledby=labelled>
            {head(&id, title)}
            <div class="overlay-body">{children()}</div>
            {foot.map(|foot| view! { <div class="overlay-foot">{foot}</div> })}
        </dialog>
    }
}

/// A panel at the page's edge: the cart, the filters on phones.
#[component]
pub fn Drawer(
    #[prop(into)] id: String,
    #[prop(into)] title: String,
    /// At the start edge instead of the end.
    #[prop(optional)]
    start: bool,
    /// A plain column from 1024 px on; head and foot are then not shown.
    #[prop(optional)]
    inline: bool,
    #[prop(default = None)] foot: Option<AnyView>,
    children: Children,
) -> impl IntoView {
    let labelled = format!("{id}-title");
    let class = classes(&[
        "drawer",
        if start { "drawer-start" } else { "" },
        if inline { "drawer-inline" } else { "" },
    ]);
    view! {
        <dialog class=class id=id.clone() popover="auto" aria-labelledby=labelled>
            {head(&id, title)}
            <div class="overlay-body">{children()}</div>
            {foot.map(|foot| view! { <div class="overlay-foot">{foot}</div> })}
        </dialog>
    }
}
