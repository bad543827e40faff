//! The kinds of entries on an order's timeline. Entries are only ever added.

use words::t;

text_enum! {
    /// What happened to a merchant's order.
    pub enum OrderEvent {
        Placed = "placed",
        PaymentAuthorized = "payment_authorized",
        PaymentCaptured = "payment_captured",
        PaymentFailed = "payment_failed",
        PaymentVoided = "payment_voided",
        Accepted = "accepted",
        Shipped = "shipped",
        Delivered = "delivered",
        Completed = "completed",
        Cancelled = "cancelled",
        ReturnRequested = "return_requested",
        Returned = "returned",
        Refunded = "refunded",
        AddressChanged = "address_changed",
        NoteAdded = "note_added",
        MailSent = "mail_sent",
    }
}

impl OrderEvent {
    /// The entry's heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Placed => t!("Order placed"),
            Self::PaymentAuthorized => t!("Payment authorized"),
            Self::PaymentCaptured => t!("Payment received"),
            Self::PaymentFailed => t!("Payment failed"),
            Self::PaymentVoided => t!("Payment voided"),
            Self::Accepted => t!("Accepted by the merchant"),
            Self::Shipped => t!("Shipped"),
            Self::Delivered => t!("Delivered"),
            Self::Completed => t!("Completed"),
            Self::Cancelled => t!("Cancelled"),
            Self::ReturnRequested => t!("Return requested"),
            Self::Returned => t!("Return received"),
            Self::Refunded => t!("Refunded"),
            Self::AddressChanged => t!("Address changed"),
            Self::NoteAdded => t!("Note added"),
            Self::MailSent => t!("E-mail sent"),
        }
    }
}
