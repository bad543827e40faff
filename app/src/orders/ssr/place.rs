//! Placement: the one moment a draft becomes an order, after its money has come; and the end of drafts that come to nothing.

use domain::{
    ids::MerchantId,
    ledger::{OrderShare, OrderSplit, for_capture},
    money::Money,
    order::{OrderEvent, OrderState},
    payment::{Attempt, AttemptState},
};
use serde_json::json;
use uuid::Uuid;

use super::{LockedGroup, StoredState, jobs::CountPairs, mails, queries};
use crate::{
    catalog::ssr::bought_together,
    checkout::ssr::{self as checkout, holds},
    error::AppError,
    ssr::{Cx, internal::internal},
};

/// What placing came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placement {
    Placed,
    /// The goods are gone: the hold had run out and there are not enough left. The group is cancelled.
    SoldOut,
    /// Placed already by another payment, or cancelled.
    NotOpen,
}

/// Places a paid draft: allocates its stock, draws its number, books the money, closes the cart, writes the mails. The caller
/// has locked the group and commits.
pub async fn place(
    cx: &mut Cx,
    group: &LockedGroup,
    paid: &Attempt,
) -> Result<Placement, AppError> {
    if group.state != StoredState::Draft {
        return Ok(Placement::NotOpen);
    }
    let parts = queries::parts(cx.db(), group.id).await?;
    if parts
        .iter()
        .any(|part| part.total.currency != paid.amount.currency)
    {
        // As below: the draft has gone to another market since.
        return Ok(Placement::NotOpen);
    }
    let due = parts
        .iter()
        .try_fold(Money::zero(paid.amount.currency), |sum, part| {
            sum.checked_add(part.total)
        })?;
    if due != paid.amount {
        // An earlier attempt of a draft that was changed since; the buyer agreed to other goods.
        return Ok(Placement::NotOpen);
    }
    let wanted = queries::wanted(cx.db(), group.id).await?;
    if !holds::allocate(cx, group.checkout, group.id, &wanted).await? {
        cancel(cx, group, "sold_out").await?;
        Box::pin(mails::sold_out(cx, group.id)).await?;
        return Ok(Placement::SoldOut);
    }
    let now = cx.now;
    queries::set_placed(cx.db(), group.id, now).await?;
    for part in &parts {
        let state = part
            .state
            .place()
            .map_err(|error| internal("place", &error))?;
        queries::set_order_state(cx.db(), part.id, state, "captured").await?;
        queries::insert_event(
            cx.db(),
            group.id,
            Some(part.id),
            OrderEvent::Placed,
            &json!({}),
            now,
        )
        .await?;
    }
    let amount =
        json!({ "amount": paid.amount.decimal_string(), "currency": paid.amount.currency });
    queries::insert_event(
        cx.db(),
        group.id,
        None,
        OrderEvent::PaymentCaptured,
        &amount,
        now,
    )
    .await?;
    book(cx, paid, &parts).await?;
    checkout::finish(cx, group.checkout).await?;
    crate::cart::ssr::close(cx, group.cart).await?;
    // Boxed: what it holds across its awaits is much, and the way here is long.
    Box::pin(mails::confirm(cx, group.id)).await?;
    cx.enqueue(CountPairs {
        group: group.id.as_uuid(),
    })
    .await?;
    metrics::counter!("sokonova_orders_placed_total").increment(1);
    metrics::counter!("sokonova_revenue_minor_total", "currency" => paid.amount.currency.code())
        .increment(u64::try_from(paid.amount.minor).unwrap_or(0));
    Ok(Placement::Placed)
}

/// Counts what was bought together in a placed order, once however often it is asked to.
pub async fn count_pairs(cx: &mut Cx, group: Uuid) -> Result<(), AppError> {
    let now = cx.now;
    if !queries::claim_pairs(cx.db(), group, now).await? {
        return Ok(());
    }
    let products = queries::products(cx.db(), group).await?;
    bought_together(cx, &products).await
}

/// The journal entry of the capture; a unique cause makes it happen once.
async fn book(cx: &mut Cx, paid: &Attempt, parts: &[Part]) -> Result<(), AppError> {
    let zero = Money::zero(paid.amount.currency);
    let split = OrderSplit {
        captured: paid.amount,
        gift_cards: zero,
        provider_fee: zero,
        orders: parts
            .iter()
            .map(|part| OrderShare {
                merchant: part.merchant,
                total: part.total,
                platform_discount: zero,
                commission: part.commission,
                commission_vat: zero,
                withheld_vat: zero,
            })
            .collect(),
    };
    let entry = for_capture(&split).map_err(|error| internal("journal", &error))?;
    let id = cx.new_id();
    let now = cx.now;
    queries::insert_entry(cx.db(), id, "capture", paid.id.as_uuid(), &entry, now).await
}

/// A merchant's part of a draft, as stored.
pub struct Part {
    pub id: domain::ids::OrderId,
    pub merchant: MerchantId,
    pub state: OrderState,
    pub total: Money,
    pub commission: Money,
}

async fn cancel(cx: &mut Cx, group: &LockedGroup, reason: &str) -> Result<(), AppError> {
    let now = cx.now;
    for part in queries::parts(cx.db(), group.id).await? {
        let state = part
            .state
            .cancel()
            .map_err(|error| internal("cancel", &error))?;
        queries::set_order_state(cx.db(), part.id, state, "voided").await?;
    }
    queries::set_cancelled(cx.db(), group.id).await?;
    queries::insert_event(
        cx.db(),
        group.id,
        None,
        OrderEvent::Cancelled,
        &json!({ "reason": reason }),
        now,
    )
    .await?;
    holds::release(cx, group.checkout).await?;
    checkout::finish(cx, group.checkout).await?;
    crate::cart::ssr::close(cx, group.cart).await
}

/// An attempt ended without money: the buyer may try again, with the goods still held.
pub async fn payment_ended(
    cx: &mut Cx,
    group: &LockedGroup,
    how: AttemptState,
) -> Result<(), AppError> {
    if group.state != StoredState::Draft {
        return Ok(());
    }
    let now = cx.now;
    let data = json!({ "outcome": how });
    queries::insert_event(
        cx.db(),
        group.id,
        None,
        OrderEvent::PaymentFailed,
        &data,
        now,
    )
    .await?;
    checkout::reopen(cx, group.checkout).await
}
