//! All SQL of the checkout and of stock holds.

use std::collections::HashMap;

use domain::{
    address::AddressForm,
    country::CountryCode,
    ids::{CartId, CheckoutId, LocationId, MerchantId, OrderGroupId, VariantId},
    money::Money,
    shipping::{ShippingRate, ShippingZone},
    stock::{Allocation, StockLevel},
    tax::TaxZone,
};
use sqlx::PgConnection;
use time::OffsetDateTime;
use uuid::Uuid;

use super::Checkout;
use crate::{
    cart::ssr::CartToken,
    error::AppError,
    markets::{OWN_CURRENCY, converted},
    ssr::secret,
};

struct CheckoutRow {
    id: Uuid,
    cart_id: Uuid,
    state: String,
    address_form: serde_json::Value,
    address_submitted: bool,
    shipping: serde_json::Value,
    expires_at: OffsetDateTime,
}

impl TryFrom<CheckoutRow> for Checkout {
    type Error = AppError;

    fn try_from(row: CheckoutRow) -> Result<Self, AppError> {
        Ok(Self {
            id: CheckoutId::from_uuid(row.id),
            cart: CartId::from_uuid(row.cart_id),
            paying: row.state == "paying",
            // A form that was never saved is an empty object.
            address_form: serde_json::from_value::<AddressForm>(row.address_form)
                .unwrap_or_default(),
            address_submitted: row.address_submitted,
            shipping: serde_json::from_value::<HashMap<MerchantId, String>>(row.shipping)?,
            expires_at: row.expires_at,
        })
    }
}

/// Opens the checkout of a cart, or the one that had run out again. Gives its id.
pub async fn open(
    db: &mut PgConnection,
    id: CheckoutId,
    cart: CartId,
    now: OffsetDateTime,
    expires_at: OffsetDateTime,
) -> Result<CheckoutId, AppError> {
    let id = sqlx::query_scalar!(
        "insert into checkouts (id, cart_id, expires_at, created_at, updated_at) values ($1, $2, $3, $4, $4)
         on conflict (cart_id) do update set state = 'open', expires_at = excluded.expires_at,
             updated_at = excluded.updated_at
         returning id",
        id.as_uuid(),
        cart.as_uuid(),
        expires_at,
        now
    )
    .fetch_one(db)
    .await?;
    Ok(CheckoutId::from_uuid(id))
}

/// The checkout of a cart that can be gone on with; the lock lasts as long as the transaction.
pub async fn lock(db: &mut PgConnection, cart: CartId) -> Result<Option<Checkout>, AppError> {
    sqlx::query_as!(
        CheckoutRow,
        "select id, cart_id, state, address_form, address_submitted, shipping, expires_at from checkouts
         where cart_id = $1 and state in ('open', 'paying', 'expired') for update",
        cart.as_uuid()
    )
    .fetch_optional(db)
    .await?
    .map(Checkout::try_from)
    .transpose()
}

pub async fn by_token(
    db: &mut PgConnection,
    token: &CartToken,
) -> Result<Option<Checkout>, AppError> {
    sqlx::query_as!(
        CheckoutRow,
        "select k.id, k.cart_id, k.state, k.address_form, k.address_submitted, k.shipping, k.expires_at
         from checkouts k join carts c on c.id = k.cart_id
         where c.token_hash = $1 and c.state = 'open' and k.state in ('open', 'paying')",
        secret::sha256(token.as_str().as_bytes())
    )
    .fetch_optional(db)
    .await?
    .map(Checkout::try_from)
    .transpose()
}

pub async fn touch(
    db: &mut PgConnection,
    id: CheckoutId,
    now: OffsetDateTime,
    expires_at: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "update checkouts set expires_at = $2, updated_at = $3,
             state = case when state = 'expired' then 'open' else state end
         where id = $1",
        id.as_uuid(),
        expires_at,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn save_address(
    db: &mut PgConnection,
    id: CheckoutId,
    form: &AddressForm,
    now: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "update checkouts set address_form = $2, address_submitted = true, updated_at = $3 where id = $1",
        id.as_uuid(),
        serde_json::to_value(form)?,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn save_shipping(
    db: &mut PgConnection,
    id: CheckoutId,
    shipping: &HashMap<MerchantId, String>,
    now: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "update checkouts set shipping = $2, updated_at = $3 where id = $1",
        id.as_uuid(),
        serde_json::to_value(shipping)?,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn set_state(
    db: &mut PgConnection,
    id: CheckoutId,
    state: &str,
    now: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "update checkouts set state = $2, updated_at = $3 where id = $1 and state <> 'placed'",
        id.as_uuid(),
        state,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn set_expired(
    db: &mut PgConnection,
    id: CheckoutId,
    now: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "update checkouts set state = 'expired', updated_at = $2 where id = $1 and state = 'open'",
        id.as_uuid(),
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn group_of(
    db: &mut PgConnection,
    id: CheckoutId,
) -> Result<Option<OrderGroupId>, AppError> {
    let group = sqlx::query_scalar!(
        "select id from order_groups where checkout_id = $1",
        id.as_uuid()
    )
    .fetch_optional(db)
    .await?;
    Ok(group.map(OrderGroupId::from_uuid))
}

/// Locks one checkout in progress whose time is over; those that pay are left to the payment's own deadline.
pub async fn lock_expired(
    db: &mut PgConnection,
    now: OffsetDateTime,
) -> Result<Option<CheckoutId>, AppError> {
    let id = sqlx::query_scalar!(
        "select id from checkouts where state = 'open' and expires_at <= $1
         order by expires_at limit 1 for update skip locked",
        now
    )
    .fetch_optional(db)
    .await?;
    Ok(id.map(CheckoutId::from_uuid))
}

pub async fn tax_zone(
    db: &mut PgConnection,
    country: CountryCode,
) -> Result<Option<TaxZone>, AppError> {
    let row = sqlx::query!(
        "select name, standard_bp, inclusive from tax_zones where country = $1",
        country.as_str()
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| TaxZone {
        country,
        name: row.name,
        standard_bp: u32::try_from(row.standard_bp).unwrap_or(0),
        inclusive: row.inclusive,
    }))
}

/// The shipping zones of these merchants with their rates, in the market's currency.
pub async fn zones(
    db: &mut PgConnection,
    merchants: &[MerchantId],
) -> Result<HashMap<MerchantId, Vec<ShippingZone>>, AppError> {
    let ids: Vec<Uuid> = merchants
        .iter()
        .map(|merchant| merchant.as_uuid())
        .collect();
    let rows = sqlx::query!(
        "select z.id as zone_id, z.merchant_id, z.countries, r.code, r.name, r.price_minor, r.free_from_minor,
             r.min_days, r.max_days
         from shipping_zones z join shipping_rates r on r.zone_id = z.id
         where z.merchant_id = any($1) order by z.merchant_id, z.id, r.position",
        &ids
    )
    .fetch_all(db)
    .await?;
    let mut zones: HashMap<MerchantId, Vec<ShippingZone>> = HashMap::new();
    let mut last = None;
    let here = |minor| converted(Money::new(minor, OWN_CURRENCY));
    for row in rows {
        let days = |days: i32| u16::try_from(days).unwrap_or(0);
        let rate = ShippingRate {
            code: row.code,
            name: row.name,
            price: here(row.price_minor)?,
            free_from: row.free_from_minor.map(here).transpose()?,
            min_days: days(row.min_days),
            max_days: days(row.max_days),
        };
        let of_merchant = zones
            .entry(MerchantId::from_uuid(row.merchant_id))
            .or_default();
        match of_merchant.last_mut().filter(|_| last == Some(row.zone_id)) {
            Some(zone) => zone.rates.push(rate),
            None => {
                // Codes that are no countries would match no address anyway.
                let countries = row
                    .countries
                    .iter()
                    .filter_map(|code| code.parse().ok())
                    .collect();
                of_merchant.push(ShippingZone {
                    countries,
                    rates: vec![rate],
                });
            }
        }
        last = Some(row.zone_id);
    }
    Ok(zones)
}

/// A hold in force.
pub struct Hold {
    id: Uuid,
    pub variant: VariantId,
    pub quantity: u32,
}

/// What a checkout holds, in the order in which keys are locked.
pub async fn held(db: &mut PgConnection, checkout: CheckoutId) -> Result<Vec<Hold>, AppError> {
    let rows = sqlx::query!(
        "select id, variant_id, quantity from stock_holds
         where checkout_id = $1 and state = 'held' order by variant_id, location_id for update",
        checkout.as_uuid()
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Hold {
            id: row.id,
            variant: VariantId::from_uuid(row.variant_id),
            quantity: u32::try_from(row.quantity).unwrap_or(0),
        })
        .collect())
}

pub async fn extend(
    db: &mut PgConnection,
    checkout: CheckoutId,
    until: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "update stock_holds set expires_at = $2 where checkout_id = $1 and state = 'held'",
        checkout.as_uuid(),
        until
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The counters of these variants, locations in the order they were opened in.
pub async fn levels(
    db: &mut PgConnection,
    variants: &[VariantId],
) -> Result<Vec<(VariantId, LocationId, StockLevel)>, AppError> {
    let ids: Vec<Uuid> = variants.iter().map(|variant| variant.as_uuid()).collect();
    let rows = sqlx::query!(
        "select s.variant_id, s.location_id, s.on_hand, s.reserved, s.allocated
         from stock_levels s join stock_locations l on l.id = s.location_id
         where s.variant_id = any($1) order by l.created_at, l.id",
        &ids
    )
    .fetch_all(db)
    .await?;
    let count = |count: i32| u32::try_from(count).unwrap_or(0);
    Ok(rows
        .into_iter()
        .map(|row| {
            let level = StockLevel {
                on_hand: count(row.on_hand),
                reserved: count(row.reserved),
                allocated: count(row.allocated),
            };
            (
                VariantId::from_uuid(row.variant_id),
                LocationId::from_uuid(row.location_id),
                level,
            )
        })
        .collect())
}

/// Reserves free pieces, notes the movement and the hold, in one conditional statement; false when not enough are free.
pub async fn reserve(
    db: &mut PgConnection,
    id: Uuid,
    checkout: CheckoutId,
    allocation: &Allocation,
    expires_at: OffsetDateTime,
    now: OffsetDateTime,
) -> Result<bool, AppError> {
    let done = sqlx::query!(
        "with taken as (
             update stock_levels set reserved = reserved + $5
             where variant_id = $3 and location_id = $4 and on_hand - reserved - allocated >= $5
             returning variant_id, location_id),
         moved as (
             insert into stock_movements (variant_id, location_id, kind, reserved_delta, cause_kind, cause_id, created_at)
             select variant_id, location_id, 'reserve', $5, 'checkout', $2, $7 from taken)
         insert into stock_holds (id, checkout_id, variant_id, location_id, quantity, expires_at, created_at)
         select $1, $2, variant_id, location_id, $5, $6, $7 from taken",
        id,
        checkout.as_uuid(),
        allocation.variant.as_uuid(),
        allocation.location.as_uuid(),
        i32::try_from(allocation.quantity).unwrap_or(i32::MAX),
        expires_at,
        now
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Gives a hold back, once.
pub async fn release(
    db: &mut PgConnection,
    hold: &Hold,
    checkout: CheckoutId,
    now: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "with ended as (
             update stock_holds set state = 'released' where id = $1 and state = 'held'
             returning variant_id, location_id, quantity),
         moved as (
             insert into stock_movements (variant_id, location_id, kind, reserved_delta, cause_kind, cause_id, created_at)
             select variant_id, location_id, 'release', -quantity, 'checkout', $2, $3 from ended)
         update stock_levels s set reserved = s.reserved - e.quantity from ended e
         where s.variant_id = e.variant_id and s.location_id = e.location_id",
        hold.id,
        checkout.as_uuid(),
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Turns a hold into an allocation, once.
pub async fn allocate(
    db: &mut PgConnection,
    hold: &Hold,
    group: OrderGroupId,
    now: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "with ended as (
             update stock_holds set state = 'allocated' where id = $1 and state = 'held'
             returning variant_id, location_id, quantity),
         moved as (
             insert into stock_movements
                 (variant_id, location_id, kind, reserved_delta, allocated_delta, cause_kind, cause_id, created_at)
             select variant_id, location_id, 'allocate', -quantity, quantity, 'order', $2, $3 from ended)
         update stock_levels s set reserved = s.reserved - e.quantity, allocated = s.allocated + e.quantity from ended e
         where s.variant_id = e.variant_id and s.location_id = e.location_id",
        hold.id,
        group.as_uuid(),
        now
    )
    .execute(db)
    .await?;
    Ok(())
}
