//! Stock holds: pieces promised to a checkout for a while.
//!
//! Invariant: every change of a counter is one conditional statement that writes its movement too; keys are taken in sorted
//! order, so that two checkouts never wait for each other in a circle.

use std::collections::BTreeMap;

use domain::{
    cart::LineNotice,
    ids::{CheckoutId, LocationId, OrderGroupId, VariantId},
    stock::{Allocation, Shortage, Shortages, allocate as choose_locations},
};
use time::OffsetDateTime;
use words::t;

use super::queries;
use crate::{
    cart::types::CartView,
    error::AppError,
    ssr::{AppState, Cx},
};
use domain::policy::Actor;

/// How often the choice of locations is made anew when other checkouts were quicker.
const ATTEMPTS: usize = 5;

/// Holds exactly what the cart asks for until `expires_at`. What is held already is kept when it is the same.
///
/// # Errors
/// `stock_short` with every shortage; nothing is held then that was not before the transaction.
pub async fn hold(
    cx: &mut Cx,
    checkout: CheckoutId,
    cart: &CartView,
    expires_at: OffsetDateTime,
) -> Result<(), AppError> {
    if cart.blocked {
        return Err(short(cart, &shortages(cart)));
    }
    let wanted = wanted(cart);
    let held = queries::held(cx.db(), checkout).await?;
    let mut sums: BTreeMap<VariantId, u32> = BTreeMap::new();
    for hold in &held {
        *sums.entry(hold.variant).or_default() += hold.quantity;
    }
    if sums == wanted {
        return queries::extend(cx.db(), checkout, expires_at).await;
    }
    release(cx, checkout).await?;
    match reserve(cx, checkout, &wanted, expires_at).await? {
        Ok(()) => Ok(()),
        Err(shortages) => Err(short(cart, &shortages)),
    }
}

/// Pieces by variant, over all lines, where stock limits sales.
fn wanted(cart: &CartView) -> BTreeMap<VariantId, u32> {
    let mut wanted = BTreeMap::new();
    for line in cart.merchants.iter().flat_map(|merchant| &merchant.lines) {
        if line.input.available.is_some() {
            *wanted.entry(line.variant).or_default() += line.quantity.get();
        }
    }
    wanted
}

/// What the cart's own notices say is missing: goods sold out, or taken from sale.
fn shortages(cart: &CartView) -> Shortages {
    let lines = cart.merchants.iter().flat_map(|merchant| &merchant.lines);
    let free = |notices: &[LineNotice]| {
        notices.iter().find_map(|notice| match notice {
            LineNotice::SoldOut => Some(0),
            LineNotice::OnlyLeft(left) => Some(*left),
            LineNotice::PriceChanged { .. } => None,
        })
    };
    Shortages(
        lines
            .filter_map(|line| {
                let free = free(&line.notices)?;
                Some(Shortage {
                    variant: line.variant,
                    wanted: line.quantity.get(),
                    free,
                })
            })
            .collect(),
    )
}

/// One sentence per shortage, all at once.
fn short(cart: &CartView, shortages: &Shortages) -> AppError {
    let sentences: Vec<String> = shortages
        .0
        .iter()
        .map(|shortage| {
            let lines = cart.merchants.iter().flat_map(|merchant| &merchant.lines);
            let title = lines
                .into_iter()
                .find(|line| line.variant == shortage.variant)
                .map_or(t!("An article"), |line| line.title.as_str());
            match shortage.free {
                0 => t!("{title} has sold out.", title),
                left => t!("Only {left} of {title} are left.", left, title),
            }
        })
        .collect();
    metrics::counter!("sokonova_stock_outs_total").increment(1);
    AppError::rule("stock_short", sentences.join(" "))
}

async fn reserve(
    cx: &mut Cx,
    checkout: CheckoutId,
    wanted: &BTreeMap<VariantId, u32>,
    expires_at: OffsetDateTime,
) -> Result<Result<(), Shortages>, AppError> {
    // What was chosen so far is undone by releasing, should a later key fail.
    for _ in 0..ATTEMPTS {
        let chosen = match chosen_locations(cx, wanted).await? {
            Ok(chosen) => chosen,
            Err(shortages) => return Ok(Err(shortages)),
        };
        let mut complete = true;
        for allocation in &chosen {
            let id = cx.new_id();
            let now = cx.now;
            if !queries::reserve(cx.db(), id, checkout, allocation, expires_at, now).await? {
                complete = false;
                break;
            }
            cx.touch_stock(allocation.variant);
        }
        if complete {
            return Ok(Ok(()));
        }
        release(cx, checkout).await?;
    }
    Err(AppError::Unavailable)
}

/// Where each piece comes from, in sorted order of keys.
async fn chosen_locations(
    cx: &mut Cx,
    wanted: &BTreeMap<VariantId, u32>,
) -> Result<Result<Vec<Allocation>, Shortages>, AppError> {
    let variants: Vec<VariantId> = wanted.keys().copied().collect();
    let rows = queries::levels(cx.db(), &variants).await?;
    let locations: Vec<LocationId> = rows.iter().map(|(_, location, _)| *location).collect();
    let levels = rows
        .iter()
        .map(|(variant, location, level)| ((*variant, *location), *level))
        .collect();
    Ok(
        choose_locations(wanted, &levels, &locations).map(|mut chosen| {
            chosen.sort_by_key(|allocation| (allocation.variant, allocation.location));
            chosen
        }),
    )
}

/// Gives back everything a checkout holds.
pub async fn release(cx: &mut Cx, checkout: CheckoutId) -> Result<(), AppError> {
    for hold in queries::held(cx.db(), checkout).await? {
        let now = cx.now;
        queries::release(cx.db(), &hold, checkout, now).await?;
        cx.touch_stock(hold.variant);
    }
    Ok(())
}

/// Holds on until `expires_at`.
pub async fn extend(
    cx: &mut Cx,
    checkout: CheckoutId,
    expires_at: OffsetDateTime,
) -> Result<(), AppError> {
    queries::extend(cx.db(), checkout, expires_at).await
}

/// Turns what a checkout holds into the allocation of its order. What is no longer held is taken from free stock; false, and
/// nothing changed that matters, when there is not enough of it.
pub async fn allocate(
    cx: &mut Cx,
    checkout: CheckoutId,
    group: OrderGroupId,
    wanted: &[(VariantId, u32)],
) -> Result<bool, AppError> {
    let mut wanted: BTreeMap<VariantId, u32> = wanted.iter().copied().collect();
    let held = queries::held(cx.db(), checkout).await?;
    let mut sums: BTreeMap<VariantId, u32> = BTreeMap::new();
    for hold in &held {
        *sums.entry(hold.variant).or_default() += hold.quantity;
    }
    wanted.retain(|_, quantity| *quantity > 0);
    if sums != wanted {
        release(cx, checkout).await?;
        let expires_at = cx.now;
        if reserve(cx, checkout, &wanted, expires_at).await?.is_err() {
            return Ok(false);
        }
    }
    for hold in queries::held(cx.db(), checkout).await? {
        let now = cx.now;
        queries::allocate(cx.db(), &hold, group, now).await?;
    }
    Ok(true)
}

/// Gives back what checkouts hold that nobody went on with. Several workers share the work; gives how many checkouts.
pub async fn reap(state: &AppState) -> Result<usize, AppError> {
    let mut reaped = 0;
    loop {
        let mut cx = Cx::begin(state, Actor::System).await?;
        let now = cx.now;
        let Some(checkout) = queries::lock_expired(cx.db(), now).await? else {
            return Ok(reaped);
        };
        release(&mut cx, checkout).await?;
        queries::set_expired(cx.db(), checkout, now).await?;
        cx.commit().await?;
        reaped += 1;
    }
}
