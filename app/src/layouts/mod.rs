//! The frames around pages, by audience.

pub mod store;
