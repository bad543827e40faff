//! The draft of an order group: what will be bought, frozen before the buyer is asked to pay.

use domain::{
    commission::CommissionRule,
    ids::{CartId, CheckoutId, OrderGroupId, OrderId, OrderLineId},
    money::Money,
    order::{GroupTotals, MerchantTotals},
    shipping::ShippingQuote,
    tax::TaxZone,
};
use uuid::Uuid;

use super::{LockedGroup, queries};
use crate::{
    cart::types::{CartMerchantView, CartView},
    error::AppError,
    ssr::{Cx, secret},
};

/// What a draft is made of; all of it was computed under the lock of the cart.
pub struct NewDraft<'a> {
    pub cart: CartId,
    pub checkout: CheckoutId,
    pub view: &'a CartView,
    pub address: &'a domain::address::Address,
    pub zone: &'a TaxZone,
    /// By merchant, in the cart's order.
    pub parts: Vec<DraftPart<'a>>,
    pub totals: &'a GroupTotals,
}

/// One merchant's part.
pub struct DraftPart<'a> {
    pub merchant: &'a CartMerchantView,
    pub shipping: &'a ShippingQuote,
    pub totals: &'a MerchantTotals,
}

/// The group of a cart, locked, if one was begun. The caller holds the cart's lock.
pub async fn draft_of_cart(cx: &mut Cx, cart: CartId) -> Result<Option<LockedGroup>, AppError> {
    let Some(id) = queries::group_of_cart(cx.db(), cart).await? else {
        return Ok(None);
    };
    queries::lock_group(cx.db(), id).await.map(Some)
}

/// Takes an unpaid draft's lines away, so that it can be written anew; attempts and events stay.
pub async fn discard_draft(cx: &mut Cx, group: OrderGroupId) -> Result<(), AppError> {
    queries::delete_draft_parts(cx.db(), group).await
}

/// Writes the draft, over `replacing` when the buyer came back with another cart. Gives the group and what is to be paid.
pub async fn write_draft(
    cx: &mut Cx,
    draft: &NewDraft<'_>,
    replacing: Option<OrderGroupId>,
) -> Result<(OrderGroupId, Money), AppError> {
    let now = cx.now;
    let group = match replacing {
        Some(group) => {
            discard_draft(cx, group).await?;
            queries::update_group(cx.db(), group, draft).await?;
            group
        }
        None => {
            let group = OrderGroupId::from_uuid(cx.new_id());
            let token = secret::random_token::<20>()?;
            queries::insert_group(cx.db(), group, &token, draft, now).await?;
            group
        }
    };
    for (at, part) in draft.parts.iter().enumerate() {
        write_part(cx, group, at, part).await?;
    }
    Ok((group, draft.totals.whole.total))
}

async fn write_part(
    cx: &mut Cx,
    group: OrderGroupId,
    at: usize,
    part: &DraftPart<'_>,
) -> Result<(), AppError> {
    let now = cx.now;
    let order = OrderId::from_uuid(cx.new_id());
    let percent_bp = queries::commission_bp(cx.db(), part.merchant.id).await?;
    let rule = CommissionRule {
        scope: domain::commission::CommissionScope::All,
        percent_bp: u32::try_from(percent_bp).unwrap_or(0),
        flat: None,
        floor: None,
        cap: None,
    };
    // On the goods, not on their delivery.
    let commission = domain::commission::fee(&rule, part.totals.totals.items)?;
    queries::insert_order(
        cx.db(),
        order,
        group,
        position(at),
        part,
        percent_bp,
        commission,
        now,
    )
    .await?;
    for (at, line) in part.merchant.lines.iter().enumerate() {
        let id = OrderLineId::from_uuid(cx.new_id());
        let snapshot = queries::snapshot(cx.db(), line.variant).await?;
        let tax = part
            .totals
            .taxes
            .lines
            .get(at)
            .ok_or(AppError::Internal { event_id: None })?;
        queries::insert_line(cx.db(), id, order, position(at), line, &snapshot, tax).await?;
    }
    Ok(())
}

fn position(at: usize) -> i32 {
    i32::try_from(at).unwrap_or(i32::MAX)
}

/// What a line copies from the catalogue beside what the cart shows.
pub struct Snapshot {
    pub product_id: Uuid,
    /// As the merchant wrote it, whatever language it is bought in.
    pub title: String,
    pub option_values: Vec<String>,
    pub sku: Option<String>,
    pub media_id: Option<Uuid>,
}
