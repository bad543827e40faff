//! What the search page looks like.

use leptos::prelude::*;

use crate::search::types::SearchView;

pub fn search(view: SearchView) -> impl IntoView {
    view! { <h1>{view.query}</h1> }
}
