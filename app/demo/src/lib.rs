//! The demo market hall: what a fresh installation shows before any merchant arrives.
//!
//! [`pictures`] draws product illustrations as pure functions of a seed; the server's seeding job
//! calls it and stores the results like any merchant's upload.

pub mod catalogue;
pub mod pictures;
pub mod relevance;
