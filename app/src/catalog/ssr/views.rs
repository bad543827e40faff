//! What the catalogue's pages look like.

use leptos::prelude::*;

use domain::ids::VariantId;

use crate::catalog::types::{CategoryView, HomeView, ProductView};

pub fn home(view: HomeView) -> impl IntoView {
    let _ = view;
    view! { <h1>"Sokonova"</h1> }
}

pub fn category(view: CategoryView) -> impl IntoView {
    view! { <h1>{view.name}</h1> }
}

/// `wanted`: the variant the address asks for.
pub fn product(view: ProductView, wanted: Option<VariantId>) -> impl IntoView {
    let _ = wanted;
    view! { <h1>{view.title}</h1> }
}
