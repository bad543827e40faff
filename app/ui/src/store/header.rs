//! The header: logo, search, the visitor's tools, departments. On phones the departments are a `<details>`, so that the
//! menu opens without a script, and search takes the full width.

use leptos::prelude::*;
use words::t;

use crate::icon::{Glyph, Icon};
use crate::text::{OptionalText, classes};

/// First stop of the Tab key: jumps over the header to `#main`.
#[component]
pub fn SkipLink() -> impl IntoView {
    view! { <a class="skip-link" href="#main">{t!("Skip to content")}</a> }
}

/// One line above the header.
#[component]
pub fn Announcement(children: Children) -> impl IntoView {
    view! { <aside class="announcement" aria-label=t!("Announcement")><p>{children()}</p></aside> }
}

/// The mark (a dome over a bowl: an awning over a basket, together an S) and the name. Not a link by itself.
#[component]
pub fn Logo(#[prop(optional)] small: bool) -> impl IntoView {
    view! {
        <span class=if small { "logo logo-small" } else { "logo" }>
            <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
                <path class="logo-dome" d="M1 15.25a10.5 10.5 0 0 1 21 0z" />
                <path class="logo-bowl" d="M10 16.75a10.5 10.5 0 0 0 21 0z" />
            </svg>
            "Sokonova"
        </span>
    }
}

/// A link of the department navigation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct NavLink {
    pub label: String,
    pub href: String,
    /// The page is in here.
    pub current: bool,
    /// Shown in the accent: the sale.
    pub accent: bool,
    /// Stands at the right end of the bar: "Merchants".
    pub end: bool,
}

impl NavLink {
    /// A plain link.
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            href: href.into(),
            ..Self::default()
        }
    }
}

/// `GET /search?q=`.
#[component]
pub fn SearchForm(
    #[prop(optional, into)] query: OptionalText,
    #[prop(default = t!("Search for mugs, lamps, soap").into(), into)] placeholder: String,
    /// Another one than the header's, where a page has a second search form.
    #[prop(default = "site-search".into(), into)]
    id: String,
) -> impl IntoView {
    view! {
        <form class="search-form" action="/search" method="get" role="search">
            <input
                class="control"
                type="search"
                id=id
                name="q"
                value=query.into_inner()
                placeholder=placeholder
                aria-label=t!("Search the market")
                autocomplete="off"
                enterkeyhint="search"
                maxlength="200"
            />
            <button type="submit" aria-label=t!("verb" => "Search")>
                <Icon glyph=Glyph::Search />
            </button>
        </form>
    }
}

/// A tool of the header: the account, the wish list, the cart. A `count` above 0 is shown as a badge.
#[component]
pub fn ToolLink(
    #[prop(into)] href: String,
    #[prop(into)] label: String,
    glyph: Glyph,
    #[prop(optional)] count: u32,
) -> impl IntoView {
    let name = if count > 0 {
        t!("{label}, {count}", label, count)
    } else {
        label
    };
    let shown = if count > 99 {
        "99+".to_owned()
    } else {
        count.to_string()
    };
    view! {
        <a class="tool" href=href aria-label=name>
            <Icon glyph />
            {(count > 0).then(|| view! { <span class="tool-count" aria-hidden="true">{shown}</span> })}
        </a>
    }
}

fn nav_items(links: Vec<NavLink>, menu: bool) -> impl IntoView {
    links
        .into_iter()
        .map(|link| {
            let accent = if link.accent { "site-nav-sale" } else { "" };
            view! {
                <li class=(link.end && !menu).then_some("site-nav-end")>
                    <a class=classes(&[accent]) href=link.href aria-current=link.current.then_some("page")>
                        {link.label}
                        {menu.then(|| view! { <Icon glyph=Glyph::ChevronRight /> })}
                    </a>
                </li>
            }
        })
        .collect_view()
}

/// The header. `tools` are [`ToolLink`]s or islands; `search` replaces the plain [`SearchForm`] (by an island with
/// suggestions).
#[component]
pub fn Header(
    nav: Vec<NavLink>,
    #[prop(optional, into)] query: OptionalText,
    #[prop(default = None)] search: Option<AnyView>,
    tools: AnyView,
) -> impl IntoView {
    let search =
        search.unwrap_or_else(|| view! { <SearchForm query=query.into_inner() /> }.into_any());
    view! {
        <header class="site-header">
            <div class="page site-header-bar">
                <details class="menu site-header-menu">
                    <summary aria-label=t!("Menu")>
                        <Icon glyph=Glyph::Menu />
                        <Icon glyph=Glyph::Close />
                    </summary>
                    <nav class="menu-panel" aria-label=t!("Menu")>
                        <ul>{nav_items(nav.clone(), true)}</ul>
                    </nav>
                </details>
                <a class="site-header-logo" href="/" aria-label=t!("Sokonova, home")>
                    <Logo />
                </a>
                <div class="site-header-search">{search}</div>
                <div class="site-header-tools">{tools}</div>
            </div>
            <nav class="page site-nav" aria-label=t!("Departments")>
                <ul>{nav_items(nav, false)}</ul>
            </nav>
        </header>
    }
}

/// The header of pages on which one thing is being done: the market's name and one way back.
#[component]
pub fn QuietHeader(
    /// "Back to the cart".
    #[prop(into)]
    back: String,
    #[prop(into)] href: String,
) -> impl IntoView {
    view! {
        <header class="site-header site-header-quiet">
            <div class="page site-header-bar">
                <a class="site-header-logo" href="/" aria-label=t!("Sokonova, home")>
                    <Logo />
                </a>
                <a class="site-header-back" href=href>
                    <Icon glyph=Glyph::ChevronLeft />
                    {back}
                </a>
            </div>
        </header>
    }
}
