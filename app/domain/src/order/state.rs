//! The states of an order. Lifecycle moves by transitions; payment and fulfilment are derived from rows, and are only ever
//! cached in the same transaction that changes those rows.

use crate::money::{Money, MoneyError};
use serde::{Deserialize, Serialize};
use thiserror::Error;

text_enum! {
    /// The lifecycle of one merchant's order.
    pub enum OrderState {
        /// Being paid for; no number yet.
        Draft = "draft",
        /// The buyer has ordered.
        Placed = "placed",
        /// The merchant has agreed; a step not every merchant takes.
        Accepted = "accepted",
        /// Done.
        Completed = "completed",
        /// Called off.
        Cancelled = "cancelled",
    }
}

text_enum! {
    /// Where the money of an order is.
    pub enum PaymentState {
        Pending = "pending",
        Authorized = "authorized",
        Captured = "captured",
        PartiallyRefunded = "partially_refunded",
        Refunded = "refunded",
        Failed = "failed",
        Voided = "voided",
    }
}

text_enum! {
    /// Where the goods of an order are.
    pub enum FulfilmentState {
        Unfulfilled = "unfulfilled",
        Partial = "partial",
        Fulfilled = "fulfilled",
        Delivered = "delivered",
        Returned = "returned",
    }
}

text_enum! {
    /// The state of an order group.
    pub enum GroupState {
        /// At least one order is still a draft, or there is none.
        Draft = "draft",
        /// Ordered; no order is completed yet.
        Placed = "placed",
        /// Some orders are completed, others still open.
        PartiallyCompleted = "partially_completed",
        /// Every order that was not cancelled is completed.
        Completed = "completed",
        /// Every order is cancelled.
        Cancelled = "cancelled",
    }
}

/// A step that the order's state does not allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("an order that is {from} cannot be {to}")]
pub struct InvalidTransition {
    /// The state it is in.
    pub from: OrderState,
    /// The state it should have come to.
    pub to: OrderState,
}

impl OrderState {
    /// The payment has been taken care of and the order is the merchant's.
    pub fn place(self) -> Result<Self, InvalidTransition> {
        self.step(Self::Placed)
    }

    /// The merchant agrees.
    pub fn accept(self) -> Result<Self, InvalidTransition> {
        self.step(Self::Accepted)
    }

    /// Everything is done, with or without an explicit acceptance.
    pub fn complete(self) -> Result<Self, InvalidTransition> {
        self.step(Self::Completed)
    }

    /// Called off, by whoever may.
    pub fn cancel(self) -> Result<Self, InvalidTransition> {
        self.step(Self::Cancelled)
    }

    /// Whether no step leads on.
    pub const fn is_terminal(self) -> bool {
        match self {
            Self::Draft | Self::Placed | Self::Accepted => false,
            Self::Completed | Self::Cancelled => true,
        }
    }

    const fn leads_to(self) -> &'static [Self] {
        match self {
            Self::Draft => &[Self::Placed, Self::Cancelled],
            Self::Placed => &[Self::Accepted, Self::Completed, Self::Cancelled],
            Self::Accepted => &[Self::Completed, Self::Cancelled],
            Self::Completed | Self::Cancelled => &[],
        }
    }

    fn step(self, to: Self) -> Result<Self, InvalidTransition> {
        if self.leads_to().contains(&to) {
            Ok(to)
        } else {
            Err(InvalidTransition { from: self, to })
        }
    }
}

impl GroupState {
    /// The state of a group with these orders.
    pub fn of(orders: &[OrderState]) -> Self {
        let count = |wanted: OrderState| orders.iter().filter(|state| **state == wanted).count();
        let completed = count(OrderState::Completed);
        let cancelled = count(OrderState::Cancelled);
        if orders.is_empty() || count(OrderState::Draft) > 0 {
            Self::Draft
        } else if cancelled == orders.len() {
            Self::Cancelled
        } else if completed + cancelled == orders.len() {
            Self::Completed
        } else if completed > 0 {
            Self::PartiallyCompleted
        } else {
            Self::Placed
        }
    }
}

/// Rows that cannot all be true: more came back than went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum InconsistentRows {
    /// An overflow or a mix of currencies.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// More was refunded than captured.
    #[error("more was refunded than captured")]
    Refunds,
    /// More was cancelled than ordered, shipped than left, delivered than shipped, or returned than shipped.
    #[error("more pieces moved than there are")]
    Pieces,
}

/// The sums over the payment rows of an order (or group).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentSums {
    /// What the buyer has to pay.
    pub due: Money,
    /// Authorized and not voided, whether captured since or not.
    pub authorized: Money,
    /// Captured.
    pub captured: Money,
    /// Refunded, as a positive amount.
    pub refunded: Money,
    /// Attempts whose end is not known yet.
    pub open_attempts: u32,
    /// Attempts that were declined, failed or expired.
    pub failed_attempts: u32,
    /// Authorizations that were given back.
    pub voided: u32,
}

impl PaymentState {
    /// The state that follows from the rows. Less than what is due counts as pending; an order with nothing due is captured.
    pub fn of(sums: &PaymentSums) -> Result<Self, InconsistentRows> {
        let refunds = sums.refunded.compare(sums.captured)?;
        let all_captured = sums.captured.compare(sums.due)?.is_ge();
        let all_authorized = sums.authorized.compare(sums.due)?.is_ge();
        if refunds.is_gt() {
            return Err(InconsistentRows::Refunds);
        }
        Ok(if !sums.refunded.is_zero() {
            if refunds.is_eq() {
                Self::Refunded
            } else {
                Self::PartiallyRefunded
            }
        } else if all_captured {
            Self::Captured
        } else if all_authorized {
            Self::Authorized
        } else if sums.open_attempts > 0 || !sums.captured.is_zero() {
            Self::Pending
        } else if sums.voided > 0 {
            Self::Voided
        } else if sums.failed_attempts > 0 {
            Self::Failed
        } else {
            Self::Pending
        })
    }
}

/// Pieces over all lines of an order. Each count includes the later ones: what is delivered was shipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FulfilmentCounts {
    /// Ordered at placement.
    pub ordered: u32,
    /// Cancelled before they were shipped.
    pub cancelled: u32,
    /// Shipped.
    pub shipped: u32,
    /// Delivered.
    pub delivered: u32,
    /// Come back.
    pub returned: u32,
}

impl FulfilmentState {
    /// The state that follows from the counts. An order of which every piece was cancelled stays unfulfilled.
    pub fn of(counts: &FulfilmentCounts) -> Result<Self, InconsistentRows> {
        let left = counts
            .ordered
            .checked_sub(counts.cancelled)
            .ok_or(InconsistentRows::Pieces)?;
        let too_many = counts.shipped > left
            || counts.delivered > counts.shipped
            || counts.returned > counts.shipped;
        if too_many {
            return Err(InconsistentRows::Pieces);
        }
        Ok(if counts.shipped == 0 {
            Self::Unfulfilled
        } else if counts.returned == left {
            Self::Returned
        } else if counts.delivered == left {
            Self::Delivered
        } else if counts.shipped == left {
            Self::Fulfilled
        } else {
            Self::Partial
        })
    }
}

#[cfg(test)]
#[path = "state_tests.rs"]
mod tests;
