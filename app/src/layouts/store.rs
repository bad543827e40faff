//! The storefront's frame: skip link, header with menu and search, cart badge, footer. The same for every visitor.

use leptos::prelude::*;
use ui::rating_shapes;
use ui::store::{
    Announcement, Footer, FooterColumn, Header, LanguageLink, LanguageMenu, MarketLink, MarketMenu,
    NavLink, SkipLink,
};
use words::t;

use crate::{
    cart::badge::CartBadge,
    catalog::types::{DepartmentView, NavigationView},
    markets::market,
    search::islands::SearchSuggestions,
    ssr::fragments::fragment,
};

/// Where in the store a page is. A page's view, which is made before the frame, leaves it in the context.
#[derive(Clone, Debug, Default)]
pub struct Whereabouts {
    /// What was searched for, shown again in the search field.
    pub query: String,
    /// The path of the department the page belongs to.
    pub department: String,
}

/// Where else the page is to be found.
#[derive(Clone, Debug, Default)]
pub struct Places {
    pub languages: Vec<LanguageLink>,
    pub markets: Vec<MarketLink>,
}

/// What prices are in. The tax in those of a market is said at its checkout: it is not every country's.
fn prices() -> String {
    match market() {
        None => t!("Prices in euro, including VAT").to_owned(),
        Some(market) => t!("Prices in {currency}", currency = market.currency),
    }
}

/// Puts `body` in the frame.
pub fn store_layout(navigation: NavigationView, places: Places, body: AnyView) -> impl IntoView {
    let here = use_context::<Whereabouts>().unwrap_or_default();
    let nav = navigation
        .departments
        .iter()
        .map(|department| {
            let href = format!("/c/{}", department.slug);
            NavLink {
                current: href == here.department,
                ..NavLink::new(department.name.clone(), href)
            }
        })
        .collect::<Vec<_>>();
    let top = fragment("top", &(&nav, &here.query), || {
        top(nav.clone(), here.query.clone())
    });
    view! {
        {top}
        <main id="main" tabindex="-1">{body}</main>
        <Footer
            columns=columns(navigation.departments)
            about=t!("A market hall of small makers. Every shop is run by the people who make what it sells.")
            legal="© Sokonova"
        >
            <p>{prices()}</p>
            <MarketMenu markets=places.markets />
            <LanguageMenu languages=places.languages />
        </Footer>
    }
}

/// What is above a page.
fn top(nav: Vec<NavLink>, query: String) -> impl IntoView {
    view! {
        {rating_shapes()}
        <SkipLink />
        <Announcement>
            {t!("One cart, one payment, as many workshops as you like.")} " " <a href="/pages/shipping">{t!("How delivery works")}</a>
        </Announcement>
        <SearchSuggestions />
        <Header nav query tools=view! { <CartBadge /> }.into_any() />
    }
}

fn columns(departments: Vec<DepartmentView>) -> Vec<FooterColumn> {
    let column = |title: &str, links: &[(&str, &str)]| FooterColumn {
        title: title.to_owned(),
        links: links
            .iter()
            .map(|(label, slug)| ((*label).to_owned(), format!("/pages/{slug}")))
            .collect(),
    };
    let mut columns = vec![
        column(
            t!("Help"),
            &[
                (t!("Help"), "help"),
                (t!("Delivery"), "shipping"),
                (t!("Returns"), "returns"),
            ],
        ),
        column(
            "Sokonova",
            &[
                (t!("About us"), "about"),
                (t!("Privacy"), "privacy"),
                (t!("Terms"), "terms"),
            ],
        ),
    ];
    if !departments.is_empty() {
        let links: Vec<_> = departments
            .into_iter()
            .map(|department| (department.name, format!("/c/{}", department.slug)))
            .collect();
        columns.insert(
            0,
            FooterColumn {
                title: t!("heading" => "Shop").to_owned(),
                links,
            },
        );
    }
    columns
}
