//! Ways through: breadcrumbs, pages of a list, disclosures.

use leptos::prelude::*;
use words::t;

use crate::action::Button;
use crate::icon::{Glyph, Icon};
use crate::text::{OptionalText, classes};

/// One step of [`Breadcrumbs`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    pub label: String,
    /// `None` for the page itself, which comes last.
    pub href: Option<String>,
}

impl Crumb {
    /// A step above the page.
    pub fn link(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            href: Some(href.into()),
        }
    }

    /// The page itself.
    pub fn here(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            href: None,
        }
    }
}

/// Where the page is in the store.
#[component]
pub fn Breadcrumbs(crumbs: Vec<Crumb>) -> impl IntoView {
    let items = crumbs
        .into_iter()
        .map(|crumb| match crumb.href {
            Some(href) => view! { <li><a href=href>{crumb.label}</a></li> }.into_any(),
            None => view! { <li><span aria-current="page">{crumb.label}</span></li> }.into_any(),
        })
        .collect_view();
    view! {
        <nav aria-label=t!("Breadcrumbs")>
            <ol class="breadcrumbs">{items}</ol>
        </nav>
    }
}

/// Pages of a list that is paged by cursor: `previous` or, where a cursor only leads on, `first`; and `next`. Draws nothing
/// when there is only one page.
#[component]
pub fn Pagination(
    #[prop(optional, into)] first: OptionalText,
    #[prop(optional, into)] previous: OptionalText,
    #[prop(optional, into)] next: OptionalText,
    /// "1–24 of 312".
    #[prop(optional, into)]
    note: OptionalText,
) -> impl IntoView {
    let only_page = !first.is_some() && !previous.is_some() && !next.is_some();
    let back = |href: String, label: &'static str, rel: Option<&'static str>| {
        view! { <Button href=href icon=Glyph::ArrowLeft attr:rel=rel>{label}</Button> }
    };
    (!only_page || note.is_some()).then(|| {
        view! {
            <nav class="pagination" aria-label=t!("Pages")>
                {note.into_inner().map(|note| view! { <p class="pagination-note">{note}</p> })}
                <div class="pagination-links">
                    {first.into_inner().map(|href| back(href, t!("First page"), None))}
                    {previous.into_inner().map(|href| back(href, t!("Previous"), Some("prev")))}
                    {next
                        .into_inner()
                        .map(|href| {
                            view! {
                                <Button href=href attr:rel="next">
                                    {t!("Next")}
                                    <Icon glyph=Glyph::ArrowRight />
                                </Button>
                            }
                        })}
                </div>
            </nav>
        }
    })
}

/// One of the ways to order or narrow a list, chosen by following it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkChoice {
    pub label: String,
    pub href: String,
    pub current: bool,
}

/// A few ways to show the same list ("Newest", "Price, low to high"), one of which is current. Scrolls on phones.
#[component]
pub fn LinkChoices(
    /// What is chosen: "Sort by".
    #[prop(into)]
    label: String,
    choices: Vec<LinkChoice>,
) -> impl IntoView {
    let name = label.clone();
    let items = choices
        .into_iter()
        .map(|choice| {
            view! {
                <li>
                    <a href=choice.href aria-current=choice.current.then_some("true")>
                        {choice.label}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="link-choices" aria-label=name>
            <span aria-hidden="true">{label}</span>
            <ul>{items}</ul>
        </nav>
    }
}

/// A heading that opens and closes what is under it: `<details>`. Those that share `group` are tabs: opening one closes
/// the others.
#[component]
pub fn Disclosure(
    #[prop(into)] summary: String,
    #[prop(optional)] open: bool,
    #[prop(optional, into)] group: OptionalText,
    /// For filters.
    #[prop(optional)]
    compact: bool,
    #[prop(optional, into)] class: String,
    children: Children,
) -> impl IntoView {
    let compact = if compact { "disclosure-compact" } else { "" };
    view! {
        <details class=classes(&["disclosure", compact, &class]) open=open name=group.into_inner()>
            <summary>
                <span>{summary}</span>
                <Icon glyph=Glyph::ChevronDown />
            </summary>
            <div class="disclosure-body">{children()}</div>
        </details>
    }
}
