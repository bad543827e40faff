//! The rules of the marketplace, as pure functions and types.
//!
//! No I/O, no async, no clock, no random numbers, no floating point: the same code runs on the server, where it is the
//! authority, and in the browser's islands, where it answers at once. Callers pass in ids, dates and rows, and write down
//! what comes back.

#[macro_use]
mod text_enum;

pub mod address;
mod address_lines;
pub mod cart;
pub mod choice;
pub mod commission;
pub mod country;
pub mod gtin;
pub mod ids;
pub mod ledger;
pub mod market;
pub mod money;
pub mod order;
pub mod payment;
pub mod policy;
mod postcode;
pub mod quantity;
pub mod question;
pub mod shipping;
pub mod slug;
pub mod stock;
pub mod tax;

pub use text_enum::UnknownName;
