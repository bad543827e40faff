//! The test provider's page: plainly not a bank's.

use leptos::prelude::*;

use super::test_provider::BookedPayment;

pub fn test_payment(payment: BookedPayment) -> impl IntoView {
    view! { <h1>{payment.amount.format()}</h1> }
}
