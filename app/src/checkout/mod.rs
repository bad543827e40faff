//! Checkout: address, a shipping choice per merchant, review, payment; stock is held from entering it on.
//!
//! Invariants: what was typed is kept even when it is wrong; totals are computed here and only compared with what the client
//! expects; a cart becomes at most one order; no lock is held while a payment provider is asked.

pub mod server_fns;
#[cfg(feature = "ssr")]
pub mod ssr;
pub mod types;
