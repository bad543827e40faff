//! Stock on hand: what a merchant counts or receives. Holds and allocations are the checkout's.
//!
//! Invariant: a counter changes only together with the movement that says why, in one statement.

use domain::ids::{LocationId, MerchantId, VariantId};
use uuid::Uuid;
use words::{t, tn};

use super::queries;
use crate::{error::AppError, ssr::Cx};

/// The name of the location a merchant starts with.
const DEFAULT_LOCATION: &str = "Workshop";

/// A place where a merchant's stock lies; the one of that name when it is there already.
pub async fn create_location(
    cx: &mut Cx,
    merchant: MerchantId,
    name: &str,
    country: &str,
) -> Result<LocationId, AppError> {
    let (id, now) = (cx.new_id(), cx.now);
    Ok(LocationId::from_uuid(
        queries::stock::put_location(cx.db(), id, merchant.as_uuid(), name, country, now).await?,
    ))
}

/// The merchant's first location; made in the merchant's country when there is none.
pub async fn default_location(cx: &mut Cx, merchant: MerchantId) -> Result<LocationId, AppError> {
    if let Some(id) = queries::stock::first_location(cx.db(), merchant.as_uuid()).await? {
        return Ok(LocationId::from_uuid(id));
    }
    let country = crate::merchants::ssr::country(cx.db(), merchant).await?;
    create_location(cx, merchant, DEFAULT_LOCATION, &country).await
}

/// Sets what lies at a location to `on_hand` pieces and writes the movement, named by its cause (`("import", product id)`).
/// Answers whether anything changed.
///
/// # Errors
/// [`AppError::Rule`] `stock_promised` when more is promised to checkouts and orders than `on_hand`.
pub async fn set_stock(
    cx: &mut Cx,
    variant: VariantId,
    location: LocationId,
    on_hand: u32,
    cause: (&str, Uuid),
) -> Result<bool, AppError> {
    let on_hand = i32::try_from(on_hand).map_err(|_| {
        AppError::rule(
            "stock_too_large",
            t!("That is more stock than can be counted."),
        )
    })?;
    let id = variant;
    let (variant, location, now) = (variant.as_uuid(), location.as_uuid(), cx.now);
    let level = queries::stock::locked_level(cx.db(), variant, location).await?;
    if level.on_hand == on_hand {
        return Ok(false);
    }
    let promised = level.reserved + level.allocated;
    if promised > on_hand {
        let message = tn!(
            promised,
            "{count} piece is promised to orders and checkouts; stock cannot be set to {on_hand}.",
            "{count} pieces are promised to orders and checkouts; stock cannot be set to {on_hand}.",
            on_hand
        );
        return Err(AppError::rule("stock_promised", message));
    }
    queries::stock::move_to(
        cx.db(),
        variant,
        location,
        on_hand,
        on_hand - level.on_hand,
        cause,
        now,
    )
    .await?;
    cx.touch_stock(id);
    Ok(true)
}
