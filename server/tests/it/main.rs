//! The integration tests: one binary, real Postgres and Redis, the real router in process.
//!
//! Run with `.run/env` sourced (see `cargo xtask services`), so that DATABASE_URL and REDIS_URL are known.
#![expect(
    clippy::unwrap_used,
    reason = "a failed test should stop where it fails"
)]

mod support;

mod abuse;
mod authorization;
mod budgets;
mod config;
mod headers;
mod languages;
mod mail;
mod media;
mod openapi;
mod outages;
mod page_cache;
mod pages;
mod shutdown;
mod statics;
mod telemetry;

#[path = "../../../app/src/checkout/tests.rs"]
mod checkout;

#[path = "../../../app/src/payments/tests.rs"]
mod payments;

#[path = "../../../app/src/catalog/tests.rs"]
mod catalog;

#[path = "../../../app/src/markets/tests.rs"]
mod markets;

#[path = "../../../app/src/merchants/tests.rs"]
mod merchants;

#[path = "../../../app/src/search/tests.rs"]
mod search;

#[path = "../../../app/src/cart/tests.rs"]
mod cart;

#[path = "../../../app/src/content/tests.rs"]
mod content;

#[path = "../../../app/src/discovery/tests.rs"]
mod discovery;

#[path = "../../../app/src/orders/tests.rs"]
mod orders;

#[path = "../../../app/src/questions/tests.rs"]
mod questions;
