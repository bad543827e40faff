//! What the checkout looks like: one step at a time, the order's sums always beside it.

mod address;
mod review;
mod shipping;
mod summary;

use leptos::prelude::*;
use ui::{Glyph, Icon, Notice, Step as Station, Steps, Tone};
use words::{t, tn};

pub use summary::{days, free_or, totals_rows};

use crate::checkout::types::{CheckoutView, PaymentNotice, Step};

/// The checkout at its step.
pub fn checkout(view: CheckoutView) -> impl IntoView {
    let title = match view.step {
        Step::Address => t!("Where should it go?"),
        Step::Shipping => t!("How should it be sent?"),
        Step::Review => t!("Review and pay"),
    };
    let step = match view.step {
        Step::Address => address::step(&view).into_any(),
        Step::Shipping => shipping::step(&view).into_any(),
        Step::Review => review::step(&view).into_any(),
    };
    view! {
        <div class="page pt-6 lg:pt-10">
            <div class="grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-6 lg:grid-cols-[minmax(0,36rem)_22rem] lg:justify-center xl:gap-x-24">
                <div class="lg:col-span-2">
                    <Steps steps=stations(&view) current=position(view.step) />
                </div>
                <div class="lg:hidden">{summary::folded(&view)}</div>
                <div>
                    <h1 class="text-3xl">{title}</h1>
                    {view.payment_notice.map(payment_notice)}
                    <div class="mt-6">{step}</div>
                    {held(view.held_minutes)}
                </div>
                <div class="max-lg:hidden lg:sticky lg:top-6 lg:self-start">{summary::aside(&view)}</div>
            </div>
        </div>
    }
}

/// Steps that are done lead back to themselves.
fn stations(view: &CheckoutView) -> Vec<Station> {
    let steps = [
        (Step::Address, t!("Address")),
        (Step::Shipping, t!("Shipping")),
        (Step::Review, t!("Review and pay")),
    ];
    let link = |(step, label): (Step, &str)| {
        if step <= view.reached {
            Station::link(label, address_of(step))
        } else {
            Station::new(label)
        }
    };
    steps.map(link).into()
}

fn position(step: Step) -> usize {
    match step {
        Step::Address => 0,
        Step::Shipping => 1,
        Step::Review => 2,
    }
}

fn address_of(step: Step) -> String {
    format!("/checkout?step={}", step.as_str())
}

/// A heading of what was entered before, and the way back to it, which `change` names in full.
fn done(title: &'static str, change: &'static str, step: Step, body: AnyView) -> impl IntoView {
    view! {
        <section class="border-t border-hairline py-5">
            <div class="flex items-baseline justify-between gap-4">
                <h2 class="text-lg">{title}</h2>
                <a class="link text-sm" href=address_of(step) aria-label=change>
                    {t!("Change")}
                </a>
            </div>
            <div class="mt-2">{body}</div>
        </section>
    }
}

/// The address in lines.
fn address_lines(view: &CheckoutView) -> AnyView {
    let lines = view
        .address_lines
        .iter()
        .map(|line| view! { <span class="block">{line.clone()}</span> })
        .collect_view();
    view! {
        <address class="not-italic">{lines}</address>
        <p class="muted mt-1 wrap-anywhere">{view.address.email.clone()}</p>
    }
    .into_any()
}

fn held(minutes: u32) -> impl IntoView {
    let text = match minutes {
        0 => t!(
            "We no longer hold these items for you. Going on holds them again, if they are still there."
        )
        .to_owned(),
        minutes => tn!(
            minutes,
            "We hold these items for you for another minute.",
            "We hold these items for you for another {count} minutes."
        ),
    };
    view! {
        <p class="muted mt-5 flex gap-2 text-sm">
            <Icon glyph=Glyph::Clock />
            <span>{text}</span>
        </p>
    }
}

fn payment_notice(notice: PaymentNotice) -> impl IntoView {
    let (tone, title, text) = match notice {
        PaymentNotice::Declined => (
            Tone::Danger,
            t!("The payment was declined"),
            t!("Nothing was charged. Try again, or use another way to pay."),
        ),
        PaymentNotice::Pending => (
            Tone::Warning,
            t!("The payment service does not answer"),
            t!("Try again in a moment. Whatever happens, you pay once."),
        ),
        PaymentNotice::Failed => (
            Tone::Danger,
            t!("The payment could not be started"),
            t!("Nothing was charged. Please try again."),
        ),
        PaymentNotice::TotalChanged => (
            Tone::Warning,
            t!("The total has changed"),
            t!(
                "A price or the cost of shipping is not what you saw before. Look at the new total before you pay."
            ),
        ),
    };
    view! {
        <Notice tone title class="mt-5">
            <p>{text}</p>
        </Notice>
    }
}
