//! Header and footer, whole and in parts.

use leptos::prelude::*;
use ui::{
    Glyph,
    store::{
        Announcement, Footer, FooterColumn, Header, LanguageLink, LanguageMenu, Logo, MarketLink,
        MarketMenu, NavLink, QuietFooter, QuietHeader, SearchForm, SkipLink, ToolLink,
    },
};

use words::Language;

use super::{Side, once, specimen, wide};

pub fn specimens() -> Vec<AnyView> {
    vec![
        once("SkipLink", view! { <SkipLink /> }.into_any()),
        specimen("Logo", |_| {
            view! { <div class="flex items-center gap-6"><Logo /> <Logo small=true /></div> }
                .into_any()
        }),
        specimen("ToolLink", tools),
        specimen("SearchForm", searches),
        wide("Announcement", |_| {
            view! { <Announcement>"One line above the header. " <a href="#Announcement">"With a link"</a></Announcement> }
                .into_any()
        }),
        wide("Header", header),
        wide("QuietHeader", |_| {
            view! { <QuietHeader back="Back to the cart" href="#QuietHeader" /> }.into_any()
        }),
        wide("QuietFooter", |_| {
            let links = ["Delivery", "Returns", "Privacy"]
                .map(|label| (label.to_owned(), "#QuietFooter".to_owned()));
            view! { <QuietFooter links=links.into() /> }.into_any()
        }),
        wide("LanguageMenu", |_| {
            let link = |language: Language| LanguageLink {
                tag: language.tag(),
                name: language.name(),
                href: "#LanguageMenu".to_owned(),
                current: language == Language::German,
            };
            view! { <LanguageMenu languages=Language::ALL.map(link).into() /> }.into_any()
        }),
        wide("MarketMenu", |_| {
            let markets = [("Europe", "EUR"), ("Switzerland", "CHF"), ("Kenya", "KES")];
            let link = |(name, currency): (&str, &'static str)| MarketLink {
                name: name.to_owned(),
                currency,
                href: "#MarketMenu".to_owned(),
                current: currency == "CHF",
            };
            view! { <MarketMenu markets=markets.map(link).into() /> }.into_any()
        }),
        wide("Footer", footer),
    ]
}

fn tools(_: Side) -> AnyView {
    let counts = [0, 3, 120]
        .map(|count| view! { <ToolLink href="#ToolLink" label="Cart" glyph=Glyph::Cart count /> })
        .into_iter()
        .collect_view();
    view! { <div class="flex gap-3">{counts}</div> }.into_any()
}

fn searches(side: Side) -> AnyView {
    view! {
        <div class="grid gap-3">
            <SearchForm id=side.id("search-empty") attr:aria-label=side.id("empty search") />
            <SearchForm id=side.id("search-filled") query="stoneware mug" attr:aria-label=side.id("filled search") />
        </div>
    }
    .into_any()
}

fn header(side: Side) -> AnyView {
    let mut nav: Vec<NavLink> = ["Home", "Kitchen", "Table", "Wear"]
        .map(|name| NavLink::new(name, "#Header"))
        .into();
    if let Some(kitchen) = nav.get_mut(1) {
        kitchen.current = true;
    }
    nav.push(NavLink {
        accent: true,
        ..NavLink::new("Sale", "#Header")
    });
    nav.push(NavLink {
        end: true,
        ..NavLink::new("Meet the makers", "#Header")
    });
    let search = view! { <SearchForm id=side.id("header-search") attr:aria-label=side.id("header search") /> };
    let tools = view! { <ToolLink href="#Header" label="Cart" glyph=Glyph::Cart count=3 /> };
    view! { <Header nav search=Some(search.into_any()) tools=tools.into_any() /> }.into_any()
}

fn footer(_: Side) -> AnyView {
    let column = |title: &str, links: &[&str]| FooterColumn {
        title: title.to_owned(),
        links: links
            .iter()
            .map(|link| ((*link).to_owned(), "#Footer".to_owned()))
            .collect(),
    };
    let columns = vec![
        column("Shop", &["New arrivals", "Sale", "All departments"]),
        column("Help", &["Delivery", "Returns", "Contact"]),
    ];
    view! {
        <Footer
            columns
            about="A market hall of small makers."
            note="Delivered to 27 countries."
            legal="© Sokonova"
        >
            <p>"Prices in euro, including VAT"</p>
        </Footer>
    }
    .into_any()
}
