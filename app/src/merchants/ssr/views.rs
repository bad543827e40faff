//! What a merchant's page looks like.

use leptos::prelude::*;

use crate::merchants::types::MerchantView;

pub fn merchant(view: MerchantView) -> impl IntoView {
    view! { <h1>{view.card.name}</h1> }
}
