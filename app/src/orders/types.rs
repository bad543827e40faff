//! What the order page shows.

use domain::money::Money;
use serde::{Deserialize, Serialize};

use crate::{catalog::types::PictureView, checkout::types::TotalsView};

/// How far a group of orders is, in the buyer's terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// The payment is not settled yet.
    AwaitingPayment,
    /// Paid; the merchants have been told.
    Confirmed,
    /// It came to nothing; whatever was paid goes back.
    Cancelled,
}

/// An order group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderView {
    pub token: String,
    /// "SK-100001"; none while payment is outstanding.
    pub number: Option<String>,
    pub progress: Progress,
    pub email: String,
    pub address_lines: Vec<String>,
    pub parts: Vec<OrderPartView>,
    pub totals: TotalsView,
    pub timeline: Vec<EventView>,
    /// ISO 8601.
    pub placed_at: Option<String>,
    /// Where an unfinished payment goes on.
    pub payment_url: Option<String>,
}

/// One merchant's order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderPartView {
    pub merchant_name: String,
    pub merchant_slug: String,
    /// Plain words: "Paid, being prepared".
    pub status: String,
    pub lines: Vec<OrderLineView>,
    pub items: Money,
    pub shipping: Money,
    pub shipping_name: String,
    /// Working days.
    pub shipping_days: (u32, u32),
    pub total: Money,
}

/// One line, as bought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLineView {
    pub product_slug: String,
    pub title: String,
    pub variant_title: String,
    pub picture: Option<PictureView>,
    pub quantity: u32,
    pub unit_price: Money,
    pub total: Money,
}

/// An entry of the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventView {
    /// A sentence: "Payment of €48.90 received".
    pub text: String,
    /// ISO 8601.
    pub at: String,
}
