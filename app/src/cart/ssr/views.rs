//! What the cart's page looks like.

use leptos::prelude::*;
use ui::{Notice, Tone};
use words::t;

use super::pages::CartNotice;
use crate::cart::{
    islands::{CartLines, EmptyCart},
    types::CartView,
};

pub fn cart(view: CartView, notice: Option<CartNotice>) -> impl IntoView {
    let empty = view.is_empty();
    view! {
        <div class="page pt-8 lg:pt-12">
            <h1>{t!("Your cart")}</h1>
            {notice.map(message)}
            <div class="mt-8">
                {if empty { view! { <EmptyCart /> }.into_any() } else { view! { <CartLines view /> }.into_any() }}
            </div>
        </div>
    }
}

fn message(notice: CartNotice) -> Option<impl IntoView> {
    let (tone, text) = match notice {
        CartNotice::Added => (Tone::Success, t!("It is in your cart.")),
        CartNotice::Limited => (
            Tone::Warning,
            t!("Fewer are left than you asked for, so the cart has as many as there are."),
        ),
        CartNotice::Short => (
            Tone::Warning,
            t!(
                "Not everything can be had in the quantity you want any more. Look at the marked items, then check out again."
            ),
        ),
        CartNotice::Expired => (
            Tone::Neutral,
            t!(
                "There is no checkout under way. Your cart is as you left it; check out when you are ready."
            ),
        ),
        CartNotice::Unknown => return None,
    };
    Some(view! {
        <Notice tone class="mt-6">
            <p>{text}</p>
        </Notice>
    })
}
