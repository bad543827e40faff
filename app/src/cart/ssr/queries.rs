//! All SQL of the cart.

use domain::{
    ids::{CartId, CartLineId, VariantId},
    money::{Currency, Money},
    quantity::Quantity,
};
use sqlx::PgConnection;
use time::OffsetDateTime;
use uuid::Uuid;

use super::{NewCart, OpenCart};
use crate::{error::AppError, ssr::internal::internal};

struct LineRow {
    id: Uuid,
    variant_id: Uuid,
    quantity: i32,
    quoted_price_minor: i64,
    quoted_currency: String,
    held: i32,
}

/// A line as stored.
pub struct Line {
    pub id: CartLineId,
    pub variant: VariantId,
    pub quantity: Quantity,
    pub quoted_price_minor: i64,
    pub quoted_currency: String,
    /// Pieces of it that the cart's own checkout holds: free for this cart, though for no other.
    pub held: u32,
}

impl TryFrom<LineRow> for Line {
    type Error = AppError;

    fn try_from(row: LineRow) -> Result<Self, AppError> {
        Ok(Self {
            id: CartLineId::from_uuid(row.id),
            variant: VariantId::from_uuid(row.variant_id),
            quantity: quantity(row.quantity)?,
            quoted_price_minor: row.quoted_price_minor,
            quoted_currency: row.quoted_currency,
            held: u32::try_from(row.held).unwrap_or(0),
        })
    }
}

fn quantity(stored: i32) -> Result<Quantity, AppError> {
    Quantity::try_from(i64::from(stored)).map_err(|error| internal("quantity in a row", &error))
}

fn stored(quantity: Quantity) -> i32 {
    i32::try_from(quantity.get()).unwrap_or(i32::MAX)
}

pub async fn lock_open(
    db: &mut PgConnection,
    token_hash: &[u8],
) -> Result<Option<OpenCart>, AppError> {
    let row = sqlx::query!(
        r#"select c.id, exists(select from checkouts k where k.cart_id = c.id and k.state = 'paying') as "paying!"
           from carts c where c.token_hash = $1 and c.state = 'open' for update of c"#,
        token_hash
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| OpenCart {
        id: CartId::from_uuid(row.id),
        paying: row.paying,
    }))
}

pub async fn is_open(db: &mut PgConnection, token_hash: &[u8]) -> Result<bool, AppError> {
    let found = sqlx::query_scalar!(
        "select id from carts where token_hash = $1 and state = 'open'",
        token_hash
    )
    .fetch_optional(db)
    .await?;
    Ok(found.is_some())
}

pub async fn placed(db: &mut PgConnection, token_hash: &[u8]) -> Result<Option<CartId>, AppError> {
    let id = sqlx::query_scalar!(
        "select id from carts where token_hash = $1 and state = 'placed'",
        token_hash
    )
    .fetch_optional(db)
    .await?;
    Ok(id.map(CartId::from_uuid))
}

/// Pieces of a variant that the cart's own checkout holds.
pub async fn held(
    db: &mut PgConnection,
    cart: CartId,
    variant: VariantId,
) -> Result<u32, AppError> {
    let held = sqlx::query_scalar!(
        r#"select coalesce(sum(h.quantity), 0)::int as "held!" from stock_holds h
           join checkouts k on k.id = h.checkout_id
           where k.cart_id = $1 and h.variant_id = $2 and h.state = 'held'"#,
        cart.as_uuid(),
        variant.as_uuid()
    )
    .fetch_one(db)
    .await?;
    Ok(u32::try_from(held).unwrap_or(0))
}

pub async fn insert_cart(
    db: &mut PgConnection,
    id: CartId,
    token_hash: &[u8],
    currency: Currency,
    now: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "insert into carts (id, token_hash, currency, created_at, updated_at) values ($1, $2, $3, $4, $4)",
        id.as_uuid(),
        token_hash,
        currency.code(),
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn lines_by_token(
    db: &mut PgConnection,
    token_hash: &[u8],
) -> Result<Vec<Line>, AppError> {
    let rows = sqlx::query_as!(
        LineRow,
        r#"select l.id, l.variant_id, l.quantity, l.quoted_price_minor, l.quoted_currency,
               coalesce((select sum(h.quantity) from stock_holds h join checkouts k on k.id = h.checkout_id
                         where k.cart_id = l.cart_id and h.variant_id = l.variant_id and h.state = 'held'), 0)::int as "held!"
           from cart_lines l join carts c on c.id = l.cart_id
           where c.token_hash = $1 and c.state = 'open' order by l.created_at, l.id"#,
        token_hash
    )
    .fetch_all(db)
    .await?;
    rows.into_iter().map(Line::try_from).collect()
}

pub async fn lines_by_id(db: &mut PgConnection, cart: CartId) -> Result<Vec<Line>, AppError> {
    let rows = sqlx::query_as!(
        LineRow,
        r#"select l.id, l.variant_id, l.quantity, l.quoted_price_minor, l.quoted_currency,
               coalesce((select sum(h.quantity) from stock_holds h join checkouts k on k.id = h.checkout_id
                         where k.cart_id = l.cart_id and h.variant_id = l.variant_id and h.state = 'held'), 0)::int as "held!"
           from cart_lines l where l.cart_id = $1 order by l.created_at, l.id"#,
        cart.as_uuid()
    )
    .fetch_all(db)
    .await?;
    rows.into_iter().map(Line::try_from).collect()
}

/// What a cart has of a variant, before more is added.
pub struct Standing {
    pub quantity: Option<Quantity>,
    /// Pieces that the cart's own checkout holds.
    pub held: u32,
    /// Lines of the whole cart: at most a hundred rows of one index.
    pub lines: i64,
}

pub async fn standing(
    db: &mut PgConnection,
    cart: CartId,
    variant: VariantId,
) -> Result<Standing, AppError> {
    let row = sqlx::query!(
        r#"select (select quantity from cart_lines where cart_id = $1 and variant_id = $2) as quantity,
               coalesce((select sum(h.quantity) from stock_holds h join checkouts k on k.id = h.checkout_id
                         where k.cart_id = $1 and h.variant_id = $2 and h.state = 'held'), 0)::int as "held!",
               (select count(*) from cart_lines where cart_id = $1) as "lines!""#,
        cart.as_uuid(),
        variant.as_uuid()
    )
    .fetch_one(db)
    .await?;
    Ok(Standing {
        quantity: row.quantity.map(quantity).transpose()?,
        held: u32::try_from(row.held).unwrap_or(0),
        lines: row.lines,
    })
}

pub async fn variant_of_line(
    db: &mut PgConnection,
    cart: CartId,
    line: CartLineId,
) -> Result<Option<VariantId>, AppError> {
    let found = sqlx::query_scalar!(
        "select variant_id from cart_lines where cart_id = $1 and id = $2",
        cart.as_uuid(),
        line.as_uuid()
    )
    .fetch_optional(db)
    .await?;
    Ok(found.map(VariantId::from_uuid))
}

pub async fn insert_cart_with_line(
    db: &mut PgConnection,
    token_hash: &[u8],
    cart: &NewCart,
    now: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "with cart as (
             insert into carts (id, token_hash, currency, created_at, updated_at) values ($1, $2, $3, $4, $4))
         insert into cart_lines (id, cart_id, variant_id, quantity, quoted_price_minor, quoted_currency, created_at)
         values ($5, $1, $6, $7, $8, $9, $4)",
        cart.id.as_uuid(),
        token_hash,
        cart.currency.code(),
        now,
        cart.line.as_uuid(),
        cart.variant.as_uuid(),
        stored(cart.quantity),
        cart.price.minor,
        cart.price.currency.code()
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn put_line(
    db: &mut PgConnection,
    cart: CartId,
    line: CartLineId,
    variant: VariantId,
    quantity: Quantity,
    price: Money,
    now: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "with touched as (update carts set updated_at = $6 where id = $2)
         insert into cart_lines (id, cart_id, variant_id, quantity, quoted_price_minor, quoted_currency, created_at)
         values ($1, $2, $3, $4, $5, $7, $6)
         on conflict (cart_id, variant_id) do update
         set quantity = excluded.quantity, quoted_price_minor = excluded.quoted_price_minor,
             quoted_currency = excluded.quoted_currency",
        line.as_uuid(),
        cart.as_uuid(),
        variant.as_uuid(),
        stored(quantity),
        price.minor,
        now,
        price.currency.code()
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn delete_line(
    db: &mut PgConnection,
    cart: CartId,
    line: CartLineId,
    now: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "with touched as (update carts set updated_at = $3 where id = $1)
         delete from cart_lines where cart_id = $1 and id = $2",
        cart.as_uuid(),
        line.as_uuid(),
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Notes these prices, in minor units by line, as seen.
pub async fn requote(
    db: &mut PgConnection,
    cart: CartId,
    lines: &[Uuid],
    prices: &[i64],
    currency: Currency,
) -> Result<(), AppError> {
    sqlx::query!(
        "update cart_lines l set quoted_price_minor = n.price_minor, quoted_currency = $4
         from unnest($2::uuid[], $3::bigint[]) n (id, price_minor)
         where l.id = n.id and l.cart_id = $1 and (l.quoted_price_minor, l.quoted_currency) <> (n.price_minor, $4)",
        cart.as_uuid(),
        lines,
        prices,
        currency.code()
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn close(
    db: &mut PgConnection,
    cart: CartId,
    now: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "update carts set state = 'placed', updated_at = $2 where id = $1",
        cart.as_uuid(),
        now
    )
    .execute(db)
    .await?;
    Ok(())
}
