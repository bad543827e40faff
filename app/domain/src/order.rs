//! Orders: their totals, their states and their numbers.
//!
//! A buyer places an order *group*; it has one order per merchant. Lifecycle, payment and fulfilment are three dimensions of
//! a merchant's order. Lifecycle moves by transitions; the other two are derived from rows; a group's state is derived from
//! its orders.

mod events;
mod number;
mod state;
mod totals;

pub use events::OrderEvent;
pub use number::{InvalidOrderNumber, OrderNumber};
pub use state::{
    FulfilmentCounts, FulfilmentState, GroupState, InconsistentRows, InvalidTransition, OrderState,
    PaymentState, PaymentSums,
};
pub use totals::{
    GroupTotals, MerchantOrder, MerchantTotals, OrderLineAmount, OrderTotals, TotalsError,
    group_totals,
};
