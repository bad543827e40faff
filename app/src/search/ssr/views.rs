//! What the search page looks like. Nothing found is never an empty page.

use leptos::prelude::*;
use ui::{Level, LinkChoices, Notice, Pagination, Ratio};

use crate::{
    catalog::{
        ssr::cards::{address, category_tile, product_grid, way},
        types::{CategoryLinkView, ProductCardView, Sort},
    },
    layouts::store::Whereabouts,
    search::types::{SearchSort, SearchView},
};

/// The pictures of the first row on a wide screen.
const EAGER: usize = 4;

pub fn search(view: SearchView) -> impl IntoView {
    provide_context(Whereabouts {
        query: view.query.clone(),
        ..Whereabouts::default()
    });
    let body = match (view.query.is_empty(), view.listing.products.is_empty()) {
        (true, _) => invitation(view).into_any(),
        (false, true) => nothing(view).into_any(),
        (false, false) => results(view).into_any(),
    };
    view! { <div class="page pt-6 lg:pt-10">{body}</div> }
}

fn results(view: SearchView) -> impl IntoView {
    let sort = value(view.sort);
    let link = |after: Option<&str>| {
        address(
            "/search",
            &[("q", Some(&view.query)), ("sort", sort), ("after", after)],
        )
    };
    let next = view.listing.next.as_deref().map(|next| link(Some(next)));
    let first = view.after.is_some().then(|| link(None));
    let note = view.approximate.then(|| {
        view! {
            <Notice class="mt-5 max-w-2xl">
                <p>"No exact match. These come closest; perhaps it is spelled differently."</p>
            </Notice>
        }
    });
    view! {
        <h1 class="search-title">{if view.approximate { "Similar to " } else { "Results for " }} <q>{view.query.clone()}</q></h1>
        {note}
        <h2 class="sr-only">"Products"</h2>
        // What was found by forgiving the spelling has one order: nearest first.
        <div class="listing-bar">{(!view.approximate).then(|| sorting(&view.query, view.sort))}</div>
        {product_grid(view.listing.products, EAGER)}
        <div class="mt-12">
            <Pagination first next />
        </div>
    }
}

const fn value(sort: SearchSort) -> Option<&'static str> {
    match sort {
        SearchSort::Relevance => None,
        SearchSort::By(sort) => Some(sort.as_str()),
    }
}

fn sorting(query: &str, current: SearchSort) -> impl IntoView + use<> {
    let ways = std::iter::once((SearchSort::Relevance, "Best match"))
        .chain(Sort::ALL.map(|sort| (SearchSort::By(sort), sort.label())));
    let choices = ways
        .map(|(sort, label)| {
            way(
                label,
                address("/search", &[("q", Some(query)), ("sort", value(sort))]),
                sort == current,
            )
        })
        .collect::<Vec<_>>();
    view! { <LinkChoices label="Sort by" choices /> }
}

fn nothing(view: SearchView) -> impl IntoView {
    view! {
        <h1 class="search-title">"Nothing for " <q>{view.query}</q></h1>
        <p class="lede mt-3 max-w-2xl">
            "Try fewer or plainer words, such as “mug” rather than “stoneware espresso mug”, or look around in the departments."
        </p>
        {elsewhere(view.departments, view.suggestions)}
    }
}

fn invitation(view: SearchView) -> impl IntoView {
    view! {
        <h1 class="search-title">"What are you looking for?"</h1>
        <p class="lede mt-3 max-w-2xl">
            "Type a thing, a material, a colour or a maker in the field above, or begin with a department."
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
                <h2>"Departments"</h2>
                <ul class="tile-strip">{tiles}</ul>
            </section>
        }
    });
    let products = (!suggestions.is_empty()).then(|| {
        view! {
            <section class="section">
                <div class="section-head"><h2>"Just in"</h2></div>
                {product_grid(suggestions, 0)}
            </section>
        }
    });
    view! {
        {tiles}
        {products}
    }
}
