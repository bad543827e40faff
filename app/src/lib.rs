//! The product, in vertical slices. Each slice has its verbs and SQL under `ssr`, the types that cross the wire in `types`,
//! and its islands; `ssr` at the top is the plumbing they share.
//!
//! Architecture invariant: nothing outside an `ssr` directory names sqlx, axum or tokio.

#[cfg(all(feature = "ssr", feature = "hydrate"))]
compile_error!(
    "`ssr` and `hydrate` exclude each other: build the server and the browser's part apart"
);

pub mod address;
pub mod browser;
pub mod cart;
pub mod catalog;
pub mod checkout;
pub mod content;
pub mod discovery;
pub mod error;
pub mod markets;
pub mod merchants;
pub mod orders;
pub mod payments;
pub mod questions;
pub mod search;

#[cfg(feature = "ssr")]
pub mod layouts;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod ssr;
