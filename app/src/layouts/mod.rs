//! The frames around pages, by audience.

pub mod checkout;
pub mod store;
