//! What the checkout looks like.

use leptos::prelude::*;

use crate::checkout::types::CheckoutView;

pub fn checkout(view: CheckoutView) -> impl IntoView {
    let _ = view;
    view! { <h1>"Checkout"</h1> }
}
