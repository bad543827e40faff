//! What the checkout page shows.

use domain::{
    address::{AddressForm, FieldErrors},
    ids::MerchantId,
    money::Money,
};
use serde::{Deserialize, Serialize};

use crate::cart::types::CartView;

/// The step the buyer is at; earlier ones can be gone back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    Address,
    Shipping,
    Review,
}

impl Step {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Shipping => "shipping",
            Self::Review => "review",
        }
    }

    pub fn parse(value: &str) -> Option<Self> {
        [Self::Address, Self::Shipping, Self::Review]
            .into_iter()
            .find(|step| step.as_str() == value)
    }
}

/// The whole checkout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckoutView {
    pub step: Step,
    /// The furthest step that what was entered so far allows.
    pub reached: Step,
    pub cart: CartView,
    pub address: AddressForm,
    /// Empty until the address was submitted.
    pub errors: FieldErrors,
    /// The validated address in lines, for the later steps.
    pub address_lines: Vec<String>,
    pub parcels: Vec<ParcelView>,
    pub totals: TotalsView,
    /// Minutes the goods are still held for this checkout.
    pub held_minutes: u32,
    /// What to say about the last attempt to pay.
    pub payment_notice: Option<PaymentNotice>,
    /// For the form's Idempotency-Key field: fresh per rendering.
    pub idempotency_key: String,
}

/// Why the buyer is back at the review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaymentNotice {
    Declined,
    /// The provider has not told yet; the order page will say.
    Pending,
    Failed,
    /// The total shown before is not the total now.
    TotalChanged,
}

/// What one merchant sends, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParcelView {
    pub merchant: MerchantId,
    pub merchant_name: String,
    pub subtotal: Money,
    /// Cheapest first; empty when the merchant does not send to the address.
    pub rates: Vec<RateView>,
    pub chosen: Option<String>,
}

/// The way of sending chosen for a merchant, as a form or script sends it. A list, because the form's encoding takes a key
/// that begins with a digit, as ids do, for a place in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateChoice {
    pub merchant: MerchantId,
    /// A [`RateView::code`].
    pub code: String,
}

/// A way of sending.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateView {
    pub code: String,
    pub name: String,
    pub price: Money,
    /// Working days until delivery.
    pub days: (u32, u32),
}

/// The sums. `tax` is within `total` when `tax_inclusive`, else added to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TotalsView {
    pub items: Money,
    /// `None` until every parcel has its way of sending.
    pub shipping: Option<Money>,
    pub tax: Money,
    pub tax_inclusive: bool,
    /// "VAT 19%".
    pub tax_name: String,
    pub total: Money,
}
