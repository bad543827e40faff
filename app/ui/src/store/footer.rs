//! The footer: what the market is, columns of links, and how one pays and receives.

use leptos::prelude::*;
use words::t;

use crate::store::header::Logo;
use crate::text::OptionalText;

/// A titled list of links, each label and address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FooterColumn {
    pub title: String,
    pub links: Vec<(String, String)>,
}

/// The footer. `children` stand on the last line's right (country, currency).
#[component]
pub fn Footer(
    columns: Vec<FooterColumn>,
    /// One or two sentences on what the market is.
    #[prop(into)]
    about: String,
    /// "Visa, Mastercard, iDEAL. Delivery to 27 countries."
    #[prop(optional, into)]
    note: OptionalText,
    /// "© 2026 Sokonova".
    #[prop(into)]
    legal: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let columns = columns
        .into_iter()
        .map(|column| {
            let links = column
                .links
                .into_iter()
                .map(|(label, href)| view! { <li><a href=href>{label}</a></li> });
            let name = column.title.clone();
            view! {
                <nav aria-label=name>
                    <h2>{column.title}</h2>
                    <ul>{links.collect_view()}</ul>
                </nav>
            }
        })
        .collect_view();
    view! {
        <footer class="site-footer">
            <div class="page">
                <div class="site-footer-columns">
                    <div>
                        <Logo />
                        <p class="mt-4 muted">{about}</p>
                        {note.into_inner().map(|note| view! { <p class="mt-4 text-sm muted">{note}</p> })}
                    </div>
                    {columns}
                </div>
                <div class="site-footer-legal">
                    <p>{legal}</p>
                    {children.map(|children| children())}
                </div>
            </div>
        </footer>
    }
}

/// The page in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageLink {
    /// BCP 47.
    pub tag: &'static str,
    /// What its speakers call it.
    pub name: &'static str,
    pub href: String,
    pub current: bool,
}

/// The page in the other languages.
#[component]
pub fn LanguageMenu(languages: Vec<LanguageLink>) -> impl IntoView {
    let links = languages
        .into_iter()
        .map(|language| {
            let LanguageLink { tag, name, href, current } = language;
            view! {
                <li>
                    <a href=href lang=tag hreflang=tag dir="auto" aria-current=current.then_some("true")>{name}</a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="languages" aria-label=t!("Languages")>
            <ul>{links}</ul>
        </nav>
    }
}

/// The page in a market.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarketLink {
    /// "Switzerland".
    pub name: String,
    /// ISO 4217.
    pub currency: &'static str,
    pub href: String,
    pub current: bool,
}

/// The page in the other markets; nothing where there is only one.
#[component]
pub fn MarketMenu(markets: Vec<MarketLink>) -> impl IntoView {
    (markets.len() > 1).then(|| {
        let links = markets
            .into_iter()
            .map(|market| {
                let MarketLink { name, currency, href, current } = market;
                view! {
                    <li>
                        <a href=href aria-current=current.then_some("true")>{format!("{name} · {currency}")}</a>
                    </li>
                }
            })
            .collect_view();
        view! {
            <nav class="languages" aria-label=t!("Markets")>
                <ul>{links}</ul>
            </nav>
        }
    })
}

/// The footer of pages on which one thing is being done: a line of links, each label and address.
#[component]
pub fn QuietFooter(links: Vec<(String, String)>) -> impl IntoView {
    view! {
        <footer class="site-footer site-footer-quiet">
            <nav class="page" aria-label=t!("Before you pay")>
                <ul>
                    {links
                        .into_iter()
                        .map(|(label, href)| view! { <li><a href=href>{label}</a></li> })
                        .collect_view()}
                </ul>
            </nav>
        </footer>
    }
}
