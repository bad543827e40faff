//! The orders' verbs: write a draft, place it, end it, show it.

mod draft;
pub mod jobs;
mod mails;
pub mod pages;
mod place;
mod queries;
pub mod rest;
mod show;
mod views;

pub use draft::{DraftPart, NewDraft, discard_draft, draft_of_cart, write_draft};
pub use place::{Placement, count_pairs, payment_ended, place};
pub use show::{address_lines, path_of_group, show};

use domain::ids::{CartId, CheckoutId, OrderGroupId};

use crate::{error::AppError, ssr::Cx};

/// The lifecycle of a group as stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoredState {
    Draft,
    Placed,
    Cancelled,
}

/// A group whose cart and row are locked for the rest of the transaction.
#[derive(Debug, Clone)]
pub struct LockedGroup {
    pub id: OrderGroupId,
    pub cart: CartId,
    pub checkout: CheckoutId,
    pub state: StoredState,
}

/// Locks a group, after its cart: the order in which everything locks.
pub async fn lock(cx: &mut Cx, group: OrderGroupId) -> Result<LockedGroup, AppError> {
    queries::lock_cart_of(cx.db(), group).await?;
    queries::lock_group(cx.db(), group).await
}
