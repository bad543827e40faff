//! What the cart's page looks like.

use leptos::prelude::*;

use super::pages::CartNotice;
use crate::cart::types::CartView;

pub fn cart(view: CartView, notice: Option<CartNotice>) -> impl IntoView {
    let _ = (view, notice);
    view! { <h1>"Your cart"</h1> }
}
