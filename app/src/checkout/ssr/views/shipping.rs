//! The second step: how each merchant sends their parcel.

use leptos::prelude::*;
use ui::{Button, Emphasis, Fieldset, Notice, RadioCard, RadioCards, Size, Tone};
use words::t;

use super::{address_lines, days, done, free_or};
use crate::checkout::types::{CheckoutView, ParcelView, Step};

pub fn step(view: &CheckoutView) -> impl IntoView + use<> {
    let undelivered = view.parcels.iter().any(|parcel| parcel.rates.is_empty());
    let count = view.parcels.len();
    let parcels = view
        .parcels
        .iter()
        .enumerate()
        .map(|(at, parcel)| choice(parcel, at, count))
        .collect_view();
    view! {
        {done(t!("Deliver to"), t!("Change deliver to"), Step::Address, address_lines(view))}
        <form method="post" action="/api/checkout/shipping" class="grid gap-7 border-t border-hairline pt-6">
            {parcels}
            {if undelivered {
                view! {
                    <div class="flex flex-wrap gap-3">
                        <Button href="/cart">{t!("Back to the cart")}</Button>
                        <Button href="/checkout?step=address">{t!("Use another address")}</Button>
                    </div>
                }
                    .into_any()
            } else {
                view! {
                    <Button emphasis=Emphasis::Primary size=Size::Large full=true>
                        {t!("Continue to review")}
                    </Button>
                }
                    .into_any()
            }}
        </form>
    }
}

fn choice(parcel: &ParcelView, at: usize, count: usize) -> AnyView {
    let legend = parcel.merchant_name.clone();
    let place = (count > 1).then(|| t!("parcel {number} of {all}", number = at + 1, all = count));
    let name = format!("rates[{at}][code]");
    if parcel.rates.is_empty() {
        let title = t!("{merchant} does not deliver there", merchant = legend);
        return view! {
            <Notice tone=Tone::Warning title>
                <p>{t!("Use another address, or take what they sell out of your cart.")}</p>
            </Notice>
        }
        .into_any();
    }
    // Cheapest first: without a choice, that one.
    let chosen = parcel
        .chosen
        .clone()
        .or_else(|| parcel.rates.first().map(|rate| rate.code.clone()));
    let cards = parcel
        .rates
        .iter()
        .map(|rate| {
            view! {
                <RadioCard
                    name=name.clone()
                    value=rate.code.clone()
                    title=rate.name.clone()
                    detail=days(rate.days)
                    aside=free_or(rate.price)
                    checked={chosen.as_ref() == Some(&rate.code)}
                    required=true
                />
            }
        })
        .collect_view();
    let merchant = (
        format!("rates[{at}][merchant]"),
        parcel.merchant.to_string(),
    );
    view! {
        <Fieldset legend value=place>
            <input type="hidden" name=merchant.0 value=merchant.1 />
            <RadioCards>{cards}</RadioCards>
        </Fieldset>
    }
    .into_any()
}
