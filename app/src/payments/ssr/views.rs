//! The test provider's own page: a bank that is plainly none, outside of the shop's frame.

use leptos::prelude::*;
use ui::{Button, Emphasis, Notice, Size, SummaryList, SummaryRow, Tone};

use super::test_provider::BookedPayment;

/// An outcome the tester may choose: the form's value, the button's text, what will happen.
type Offer = (&'static str, &'static str, &'static str);

const SUCCESS: Offer = (
    "success",
    "Pay",
    "The money is taken and the shop is told at once.",
);
const OTHERS: [Offer; 5] = [
    (
        "decline",
        "Decline",
        "The bank says no; the buyer may try again.",
    ),
    (
        "three_d_secure",
        "Ask for confirmation",
        "A second step first, like 3-D Secure.",
    ),
    (
        "timeout",
        "Never answer",
        "The shop is left without word and has to ask again by itself.",
    ),
    (
        "late_webhook",
        "Pay, tell late",
        "Paid, but the window is closed and the shop hears of it half a minute later.",
    ),
    (
        "duplicate_webhook",
        "Pay, tell three times",
        "The shop must not take the order three times.",
    ),
];

/// The page for a payment, whatever its state.
pub fn test_payment(payment: BookedPayment) -> impl IntoView {
    let amount = payment.amount.format();
    let facts = vec![
        SummaryRow::new("To", "Sokonova"),
        SummaryRow::new("Reference", payment.reference.clone()),
        SummaryRow::total("Amount", amount.clone()),
    ];
    let action = format!("/test-provider/{}", payment.reference);
    let body = match payment.state.as_str() {
        "open" | "timed_out" => choice(action, &amount, payment.state == "timed_out").into_any(),
        "requires_action" => confirmation(action).into_any(),
        settled => outcome(settled, &payment.return_url).into_any(),
    };
    view! {
        <main id="main" class="page page-narrow py-6 lg:py-14">
            <div class="overflow-hidden rounded-lg border border-hairline bg-surface">
                <p class="flex flex-wrap items-center justify-between gap-x-4 bg-warning-soft px-5 py-3 text-sm text-warning sm:px-8">
                    <strong>"Test bank"</strong>
                    <span>"No real money moves here"</span>
                </p>
                <div class="px-5 py-7 sm:px-8">
                    <h1 class="font-sans text-2xl font-semibold">{format!("Pay {amount}")}</h1>
                    <p class="muted mt-2 text-sm">
                        "This page stands in for a payment service while the shop is being tried out. You choose what the bank answers."
                    </p>
                    <div class="my-7 wrap-anywhere">
                        <SummaryList rows=facts />
                    </div>
                    {body}
                </div>
            </div>
        </main>
    }
}

fn choice(action: String, amount: &str, timed_out: bool) -> impl IntoView + use<> {
    let pay = format!("{} {amount}", SUCCESS.1);
    view! {
        {timed_out
            .then(|| {
                view! {
                    <Notice tone=Tone::Warning class="mb-6">
                        <p>"The bank did not answer. The shop keeps asking; decide now what it will hear."</p>
                    </Notice>
                }
            })}
        <form method="post" action=action>
            <Button emphasis=Emphasis::Primary size=Size::Large full=true name="outcome" value=SUCCESS.0>
                {pay}
            </Button>
            <p class="muted mt-2 text-sm">{SUCCESS.2}</p>
            <h2 class="mt-9 font-sans text-base font-semibold">"Or let something else happen"</h2>
            <ul class="mt-3">{OTHERS.into_iter().map(offer).collect_view()}</ul>
        </form>
    }
}

fn offer((value, label, text): Offer) -> impl IntoView {
    let id = format!("{value}-text");
    view! {
        <li class="grid items-center gap-x-6 gap-y-2 border-t border-hairline py-3 sm:grid-cols-[13rem_1fr]">
            <Button full=true name="outcome" value=value attr:aria-describedby=id.clone()>
                {label}
            </Button>
            <p class="muted text-sm" id=id>
                {text}
            </p>
        </li>
    }
}

/// What a bank asks on top of the card: the step called 3-D Secure.
fn confirmation(action: String) -> impl IntoView {
    view! {
        <h2 class="font-sans text-base font-semibold">"Confirm that it is you"</h2>
        <p class="muted mt-2">"A real bank would now ask for a code or a fingerprint (3-D Secure)."</p>
        <form method="post" action=action class="mt-5 grid gap-3 sm:grid-cols-2">
            <Button emphasis=Emphasis::Primary size=Size::Large name="outcome" value="confirm_three_d_secure">
                "It is me"
            </Button>
            <Button size=Size::Large name="outcome" value="fail_three_d_secure">
                "Fail the check"
            </Button>
        </form>
    }
}

fn outcome(state: &str, return_url: &str) -> impl IntoView + use<> {
    let (tone, text) = match state {
        "succeeded" => (Tone::Success, "This payment has been made."),
        "declined" => (Tone::Warning, "This payment was declined."),
        _ => (Tone::Neutral, "This payment was called off by the shop."),
    };
    view! {
        <Notice tone>
            <p>{text}</p>
        </Notice>
        <div class="mt-6">
            <Button emphasis=Emphasis::Primary size=Size::Large full=true href=return_url>
                "Back to the shop"
            </Button>
        </div>
    }
}
