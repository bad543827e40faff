//! The order's contents and sums, beside every step and on the order's page.

use domain::money::Money;
use leptos::prelude::*;
use ui::{Card, Disclosure, Image, Picture, Ratio, SummaryList, SummaryRow};
use words::{t, tn};

use crate::{
    cart::types::CartLineView,
    checkout::types::{CheckoutView, TotalsView},
};

/// On phones: folded, with the total in sight.
pub fn folded(view: &CheckoutView) -> impl IntoView + use<> {
    let summary = t!("Your order · {total}", total = view.totals.total.format());
    let body = body(view);
    view! { <Disclosure summary>{body}</Disclosure> }
}

/// On wide screens: a column of its own.
pub fn aside(view: &CheckoutView) -> impl IntoView + use<> {
    let body = body(view);
    view! { <Card title=t!("Your order")>{body}</Card> }
}

fn body(view: &CheckoutView) -> impl IntoView + use<> {
    let lines = view
        .cart
        .merchants
        .iter()
        .flat_map(|merchant| &merchant.lines)
        .map(line)
        .collect_view();
    view! {
        <ul class="mb-5 grid gap-4">{lines}</ul>
        <SummaryList rows=totals_rows(&view.totals) />
        <p class="mt-4 text-sm">
            <a class="link" href="/cart">{t!("Change the cart")}</a>
        </p>
    }
}

fn line(line: &CartLineView) -> impl IntoView + use<> {
    let image = line.picture.as_ref().and_then(|picture| picture.image());
    // The title beside it says what it is.
    let image = image.map(|image| Image {
        alt: String::new(),
        ..image
    });
    let detail = if line.variant_title.is_empty() {
        t!("Quantity {quantity}", quantity = line.quantity)
    } else {
        format!("{} × {}", line.quantity, line.variant_title)
    };
    view! {
        <li class="flex items-center gap-3 text-sm">
            <Picture image=image ratio=Ratio::Thumb sizes="48px" class="w-12" />
            <span class="min-w-0 flex-1 leading-snug">
                {line.title.clone()} <span class="muted block">{detail}</span>
            </span>
            <span class="tabular">{line.total.format()}</span>
        </li>
    }
}

/// The sums in rows, with the total last.
pub fn totals_rows(totals: &TotalsView) -> Vec<SummaryRow> {
    let mut rows = vec![SummaryRow::new(t!("Items"), totals.items.format())];
    rows.push(match totals.shipping {
        Some(shipping) => SummaryRow::new(t!("Shipping"), free_or(shipping)),
        None => SummaryRow::new(t!("Shipping"), t!("Not chosen yet")),
    });
    let taxed = !totals.tax.is_zero();
    if taxed && !totals.tax_inclusive {
        rows.push(SummaryRow::new(
            totals.tax_name.clone(),
            totals.tax.format(),
        ));
    }
    let name = if totals.shipping.is_some() {
        t!("Total")
    } else {
        t!("Total before shipping")
    };
    let total = SummaryRow::total(name, totals.total.format());
    rows.push(if taxed && totals.tax_inclusive {
        total.note(t!(
            "including {amount} {tax}",
            amount = totals.tax.format(),
            tax = totals.tax_name
        ))
    } else {
        total
    });
    rows
}

/// "Free", or the amount.
pub fn free_or(amount: Money) -> String {
    if amount.is_zero() {
        t!("Free").to_owned()
    } else {
        amount.format()
    }
}

/// How long a parcel takes: "2 to 4 working days".
pub fn days((least, most): (u32, u32)) -> String {
    match (least, most) {
        (least, most) if least == most => {
            tn!(most, "{count} working day", "{count} working days")
        }
        (least, most) => tn!(
            most,
            "{least} to {count} working day",
            "{least} to {count} working days",
            least
        ),
    }
}
