//! What the search page looks like. Nothing found is never an empty page.

use leptos::prelude::*;
use ui::{Level, Notice, Ratio};
use words::t;

use crate::{
    catalog::{
        ssr::{
            cards::{address, category_tile, product_grid},
            filters::{FilteredListing, filtered_listing},
        },
        types::{CategoryLinkView, ProductCardView, Sort},
    },
    layouts::store::Whereabouts,
    search::types::{Found, SearchSort, SearchView},
};

pub fn search(view: SearchView) -> impl IntoView {
    provide_context(Whereabouts {
        query: view.query.clone(),
        ..Whereabouts::default()
    });
    let body = match (view.query.is_empty(), view.found == Found::Nothing) {
        (true, _) => invitation(view).into_any(),
        (false, true) => nothing(view).into_any(),
        (false, false) => results(view).into_any(),
    };
    view! { <div class="page pt-6 lg:pt-10">{body}</div> }
}

fn results(view: SearchView) -> impl IntoView {
    let link = |words: &str| address("/search", &[("q", Some(words))]);
    let (heading, note) = match &view.found {
        Found::Exact | Found::Nothing => (t!("Results for"), None),
        Found::Corrected(words) => {
            let href = link(words);
            let words = words.clone();
            let text = view! { <p>{format!("{} ", t!("Nothing is spelled like that. Did you mean"))} <a class="link" href=href>{words}</a> {t!("after “Did you mean …”" => "?")}</p> };
            (t!("Similar to"), Some(text.into_any()))
        }
        Found::Partial => {
            let text = view! { <p>{t!("No exact match. These have some of the words.")}</p> };
            (t!("Similar to"), Some(text.into_any()))
        }
    };
    let note = note.map(|text| view! { <Notice class="mt-5 max-w-2xl">{text}</Notice> });
    let ways = std::iter::once((SearchSort::Relevance, t!("Best match")))
        .chain(Sort::ALL.map(|sort| (SearchSort::By(sort), sort.label())));
    let orders = ways
        .map(|(sort, label)| (label, value(sort), sort == view.sort))
        .collect();
    let sort = value(view.sort).map(|sort| ("sort".to_owned(), sort.to_owned()));
    let base = std::iter::once(("q".to_owned(), view.query.clone()))
        .chain(sort)
        .collect();
    view! {
        <h1 class="search-title">{format!("{heading} ")} <q>{view.query}</q></h1>
        {note}
        {filtered_listing(FilteredListing {
            path: "/search".to_owned(),
            base,
            filter: view.filter,
            facets: view.facets,
            orders,
            listing: view.listing,
            first_page: view.after.is_none(),
        })}
    }
}

const fn value(sort: SearchSort) -> Option<&'static str> {
    match sort {
        SearchSort::Relevance => None,
        SearchSort::By(sort) => Some(sort.as_str()),
    }
}

fn nothing(view: SearchView) -> impl IntoView {
    view! {
        <h1 class="search-title">{format!("{} ", t!("Nothing for"))} <q>{view.query}</q></h1>
        <p class="lede mt-3 max-w-2xl">
            {t!("Try fewer or plainer words, such as “mug” rather than “stoneware espresso mug”, or look around in the departments.")}
        </p>
        {elsewhere(view.departments, view.suggestions)}
    }
}

fn invitation(view: SearchView) -> impl IntoView {
    view! {
        <h1 class="search-title">{t!("What are you looking for?")}</h1>
        <p class="lede mt-3 max-w-2xl">
            {t!("Type a thing, a material, a colour or a maker in the field above, or begin with a department.")}
        </p>
        {elsewhere(view.departments, view.suggestions)}
    }
}

fn elsewhere(
    departments: Vec<CategoryLinkView>,
    suggestions: Vec<ProductCardView>,
) -> impl IntoView {
    let tiles = (!departments.is_empty()).then(|| {
        let tiles = departments
            .into_iter()
            .map(|department| view! { <li>{category_tile(department, Ratio::Square, Level::Three)}</li> })
            .collect_view();
        view! {
            <section class="pt-10">
                <h2>{t!("Departments")}</h2>
                <ul class="tile-strip">{tiles}</ul>
            </section>
        }
    });
    let products = (!suggestions.is_empty()).then(|| {
        view! {
            <section class="section">
                <div class="section-head"><h2>{t!("Just in")}</h2></div>
                {product_grid(suggestions, 0)}
            </section>
        }
    });
    view! {
        {tiles}
        {products}
    }
}
