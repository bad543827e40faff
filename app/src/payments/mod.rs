//! Payments: attempts at a provider, their webhooks, and the built-in test provider with its own page.
//!
//! Invariants: an order group is captured at most once; every report of a provider is checked in amount, currency and order
//! and applied by one function, whether it came by webhook, by the buyer's return or by polling.

#[cfg(feature = "ssr")]
pub mod ssr;
