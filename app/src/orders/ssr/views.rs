//! What the order page looks like.

use leptos::prelude::*;

use crate::orders::types::OrderView;

pub fn order(view: OrderView) -> impl IntoView {
    let _ = view;
    view! { <h1>"Your order"</h1> }
}
