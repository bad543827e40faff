//! The kinds of entries on an order's timeline. Entries are only ever added.

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
    pub const fn title(self) -> &'static str {
        match self {
            Self::Placed => "Order placed",
            Self::PaymentAuthorized => "Payment authorized",
            Self::PaymentCaptured => "Payment received",
            Self::PaymentFailed => "Payment failed",
            Self::PaymentVoided => "Payment voided",
            Self::Accepted => "Accepted by the merchant",
            Self::Shipped => "Shipped",
            Self::Delivered => "Delivered",
            Self::Completed => "Completed",
            Self::Cancelled => "Cancelled",
            Self::ReturnRequested => "Return requested",
            Self::Returned => "Return received",
            Self::Refunded => "Refunded",
            Self::AddressChanged => "Address changed",
            Self::NoteAdded => "Note added",
            Self::MailSent => "E-mail sent",
        }
    }
}
