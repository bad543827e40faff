//! Orders: what was bought, frozen at placement; one order per merchant in a group, with its timeline.
//!
//! Invariants: nothing here is recomputed after placement; the group's number comes from its sequence at placement only;
//! events are append-only; the page is reached by an unguessable token alone.

#[cfg(feature = "ssr")]
pub mod ssr;
pub mod types;
