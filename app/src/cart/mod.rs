//! The cart: what a visitor means to buy, grouped by merchant, with what has changed since they put it in.
//!
//! Invariants: one line per variant, quantities 1 to 99, at most 100 lines; totals come from `domain::cart` on both sides;
//! whoever holds the token holds the cart; a placed cart never changes again.

pub mod badge;
pub mod basket;
pub mod islands;
pub mod server_fns;
#[cfg(feature = "ssr")]
pub mod ssr;
pub mod types;
