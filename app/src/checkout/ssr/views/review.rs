//! The last step: everything once more, and the button that says what it costs.

use leptos::prelude::*;
use ui::{Button, Emphasis, Glyph, Icon, Size, SummaryList};
use words::t;

use super::{address_lines, days, done, free_or, totals_rows};
use crate::{
    cart::types::CartMerchantView,
    checkout::types::{CheckoutView, ParcelView, Step},
};

pub fn step(view: &CheckoutView) -> impl IntoView + use<> {
    let parcels = view
        .parcels
        .iter()
        .map(|parcel| {
            let merchant = view
                .cart
                .merchants
                .iter()
                .find(|merchant| merchant.id == parcel.merchant);
            sent(parcel, merchant)
        })
        .collect_view();
    let parcels = view! { <ul class="grid gap-4">{parcels}</ul> }.into_any();
    let total = view.totals.total;
    view! {
        {done(t!("Deliver to"), t!("Change deliver to"), Step::Address, address_lines(view))}
        {done(t!("Sent by"), t!("Change sent by"), Step::Shipping, parcels)}
        <section class="border-t border-hairline py-5 lg:hidden" aria-label=t!("Total")>
            <SummaryList rows=totals_rows(&view.totals) />
        </section>
        <form method="post" action="/api/checkout/pay" class="lg:border-t lg:border-hairline lg:pt-6">
            <input type="hidden" name="idempotency_key" value=view.idempotency_key.clone() />
            <input type="hidden" name="expected_total" value=total.decimal_string() />
            <Button emphasis=Emphasis::Primary size=Size::Large full=true>
                {t!("Pay {amount}", amount = total.format())}
            </Button>
            <p class="muted mt-4 flex gap-2 text-sm">
                <Icon glyph=Glyph::Lock />
                <span>{t!("You pay on the page of the payment service.")} " " {accepted()}</span>
            </p>
        </form>
    }
}

/// That paying accepts the terms, with the link where the sentence has it.
fn accepted() -> impl IntoView {
    const LINK: char = '\0';
    let sentence = t!("By paying you accept the {terms}.", terms = LINK);
    let (before, after) = sentence.split_once(LINK).unwrap_or((&sentence, ""));
    view! {
        {before.to_owned()}
        <a class="link" href="/pages/terms">
            {t!("terms")}
        </a>
        {after.to_owned()}
    }
}

/// What comes in one parcel, how, and when.
fn sent(parcel: &ParcelView, merchant: Option<&CartMerchantView>) -> impl IntoView + use<> {
    let rate = parcel
        .rates
        .iter()
        .find(|rate| Some(&rate.code) == parcel.chosen.as_ref());
    let contents = merchant
        .map(|merchant| {
            let lines = merchant
                .lines
                .iter()
                .map(|line| format!("{} × {}", line.quantity, line.title));
            lines.collect::<Vec<_>>().join(", ")
        })
        .unwrap_or_default();
    let way = rate.map(|rate| {
        (
            t!("{way}, {days}", way = rate.name, days = days(rate.days)),
            free_or(rate.price),
        )
    });
    view! {
        <li>
            <p class="font-medium">{parcel.merchant_name.clone()}</p>
            <p class="muted text-sm">{contents}</p>
            {way
                .map(|(way, price)| {
                    view! {
                        <p class="mt-1 flex justify-between gap-4 text-sm">
                            <span>{way}</span>
                            <span class="tabular">{price}</span>
                        </p>
                    }
                })}
        </li>
    }
}
