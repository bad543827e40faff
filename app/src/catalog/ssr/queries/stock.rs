//! Locations, counters and their movements.

use std::collections::HashMap;

use sqlx::PgConnection;
use time::OffsetDateTime;
use uuid::Uuid;

pub struct LevelRow {
    pub on_hand: i32,
    pub reserved: i32,
    pub allocated: i32,
}

/// The counters of a variant at a location, locked until the transaction ends; made with zeros when they are not there.
pub async fn locked_level(
    db: &mut PgConnection,
    variant: Uuid,
    location: Uuid,
) -> sqlx::Result<LevelRow> {
    sqlx::query!(
        "insert into stock_levels (variant_id, location_id) values ($1, $2) on conflict do nothing",
        variant,
        location
    )
    .execute(&mut *db)
    .await?;
    sqlx::query_as!(
        LevelRow,
        "select on_hand, reserved, allocated from stock_levels where variant_id = $1 and location_id = $2 for update",
        variant,
        location
    )
    .fetch_one(db)
    .await
}

/// Sets the counter and writes its movement in one statement.
pub async fn move_to(
    db: &mut PgConnection,
    variant: Uuid,
    location: Uuid,
    on_hand: i32,
    delta: i32,
    cause: (&str, Uuid),
    now: OffsetDateTime,
) -> sqlx::Result<()> {
    sqlx::query!(
        "with changed as (
             update stock_levels set on_hand = $3 where variant_id = $1 and location_id = $2
             returning variant_id, location_id
         )
         insert into stock_movements (variant_id, location_id, kind, on_hand_delta, cause_kind, cause_id, created_at)
         select variant_id, location_id, case when $4 > 0 then 'receive' else 'adjust' end, $4::int, $5, $6, $7 from changed",
        variant,
        location,
        on_hand,
        delta,
        cause.0,
        cause.1,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn first_location(db: &mut PgConnection, merchant: Uuid) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!(
        "select id from stock_locations where merchant_id = $1 order by created_at, id limit 1",
        merchant
    )
    .fetch_optional(db)
    .await
}

/// The id of the merchant's location of this name, which is `id` when it is new.
pub async fn put_location(
    db: &mut PgConnection,
    id: Uuid,
    merchant: Uuid,
    name: &str,
    country: &str,
    now: OffsetDateTime,
) -> sqlx::Result<Uuid> {
    sqlx::query_scalar!(
        "insert into stock_locations (id, merchant_id, name, country, created_at) values ($1, $2, $3, $4, $5)
         on conflict (merchant_id, name) do update set name = excluded.name
         returning id",
        id,
        merchant,
        name,
        country,
        now
    )
    .fetch_one(db)
    .await
}

/// What lies at a location of these variants; those without a counter are left out.
pub async fn on_hand(
    db: &mut PgConnection,
    variants: &[Uuid],
    location: Uuid,
) -> sqlx::Result<HashMap<Uuid, i64>> {
    let rows = sqlx::query!(
        "select variant_id, on_hand from stock_levels where variant_id = any($1) and location_id = $2",
        variants,
        location
    );
    Ok(rows
        .fetch_all(db)
        .await?
        .into_iter()
        .map(|row| (row.variant_id, i64::from(row.on_hand)))
        .collect())
}
