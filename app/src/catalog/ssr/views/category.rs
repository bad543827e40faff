//! A category: where it is, what it holds, its products page by page.

use leptos::prelude::*;
use ui::{Breadcrumbs, Button, Crumb, EmptyState, Glyph, Level, Ratio};
use words::t;

use crate::{
    catalog::{
        ssr::{
            cards::category_tile,
            filters::{FilteredListing, filtered_listing},
        },
        types::{CategoryLinkView, CategoryView, CrumbView, Sort},
    },
    layouts::store::Whereabouts,
};

pub fn category(view: CategoryView) -> impl IntoView {
    let path = format!("/c/{}", view.slug);
    let department = view
        .breadcrumbs
        .first()
        .map_or_else(|| path.clone(), |crumb| crumb.path.clone());
    provide_context(Whereabouts {
        department,
        ..Whereabouts::default()
    });
    let first_page = view.after.is_none();
    view! {
        <div class="page pt-4 lg:pt-6">
            <Breadcrumbs crumbs=trail(view.breadcrumbs, Some(view.name.clone())) />
            <div class="mt-4 max-w-3xl lg:mt-6">
                <h1>{view.name}</h1>
                {(first_page && !view.description.is_empty())
                    .then(|| view! { <p class="lede mt-3">{view.description}</p> })}
            </div>
            {first_page.then(|| children(view.children))}
            {if view.listing.products.is_empty() && view.filter.is_empty() {
                nothing_here(first_page, &path).into_any()
            } else {
                let usual = view.sort == Sort::default();
                let sort = (!usual).then(|| ("sort".to_owned(), view.sort.as_str().to_owned()));
                let orders = Sort::ALL.map(|sort| {
                    let value = (sort != Sort::default()).then_some(sort.as_str());
                    (sort.label(), value, sort == view.sort)
                });
                filtered_listing(FilteredListing {
                    path,
                    base: sort.into_iter().collect(),
                    filter: view.filter,
                    facets: view.facets,
                    orders: orders.into(),
                    listing: view.listing,
                    first_page,
                })
                .into_any()
            }}
        </div>
    }
}

/// From the market's door down to the page itself, where its name does not follow at once anyway. Not "Home": a department may have that name.
pub fn trail(above: Vec<CrumbView>, here: Option<String>) -> Vec<Crumb> {
    let above = above
        .into_iter()
        .map(|crumb| Crumb::link(crumb.name, crumb.path));
    std::iter::once(Crumb::link("Sokonova", "/"))
        .chain(above)
        .chain(here.map(Crumb::here))
        .collect()
}

fn children(children: Vec<CategoryLinkView>) -> Option<impl IntoView> {
    (!children.is_empty()).then(|| {
        let tiles = children
            .into_iter()
            .map(|child| view! { <li>{category_tile(child, Ratio::Square, Level::Two)}</li> })
            .collect_view();
        view! { <ul class="tile-strip" aria-label=t!("Categories")>{tiles}</ul> }
    })
}

fn nothing_here(first_page: bool, path: &str) -> impl IntoView {
    let (title, text, label, href) = if first_page {
        (
            t!("Nothing here yet"),
            t!("No maker has put anything in this category so far. New pieces arrive every week."),
            t!("See what is new"),
            "/#new".to_owned(),
        )
    } else {
        (
            t!("That was everything"),
            t!("There are no more products after this page."),
            t!("Back to the first page"),
            path.to_owned(),
        )
    };
    view! {
        <EmptyState glyph=Glyph::Box title text>
            <Button href=href>{label}</Button>
        </EmptyState>
    }
}
