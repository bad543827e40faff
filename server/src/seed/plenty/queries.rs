//! All SQL of filling up, but for the rows themselves, which are copied.

use sqlx::{Connection, PgConnection, PgPool};
use time::OffsetDateTime;
use uuid::Uuid;

/// Every variant there is, on sale or not. Counts: not for a page.
pub async fn variants(db: &mut PgConnection) -> sqlx::Result<i64> {
    sqlx::query_scalar!(r#"select count(*) as "count!" from variants"#)
        .fetch_one(db)
        .await
}

/// Which of these products are there.
pub async fn known(db: &mut PgConnection, products: &[Uuid]) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!("select id from products where id = any($1)", products)
        .fetch_all(db)
        .await
}

/// For the transaction: lots take longer than a page may, and postings wait in memory until there are many.
pub async fn settle_in(db: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query!(
        "select set_config('statement_timeout', '0', true) as t, set_config('gin_pending_list_limit', '256MB', true) as g,
             set_config('synchronous_commit', 'off', true) as s"
    )
    .fetch_one(db)
    .await?;
    Ok(())
}

/// A merchant to be made like `model`.
pub struct NewShop<'a> {
    pub id: Uuid,
    pub location: Uuid,
    pub slug: &'a str,
    pub name: &'a str,
    pub model: Uuid,
}

/// A merchant with the place, the words, the zones and the rates of its model. Does nothing when it is there.
pub async fn insert_shop(
    db: &mut PgConnection,
    shop: &NewShop<'_>,
    now: OffsetDateTime,
) -> sqlx::Result<u64> {
    let done = sqlx::query!(
        r#"with shop as (
             insert into merchants (id, slug, name, tagline, story_html, city, country, founded, email, logo_media_id,
                 banner_media_id, dispatch_min_days, dispatch_max_days, created_at)
             select $1, $3, $4, tagline, story_html, city, country, founded, $3 || '@shops.example', logo_media_id,
                 banner_media_id, dispatch_min_days, dispatch_max_days, $6::timestamptz - interval '3 years'
             from merchants where id = $5
             on conflict (id) do nothing
             returning id, country
         ), place as (
             insert into stock_locations (id, merchant_id, name, country, created_at)
             select $2, id, 'Workshop', country, $6 from shop
         ), zones as (
             insert into shipping_zones (id, merchant_id, name, countries)
             select md5(z.id::text || shop.id)::uuid, shop.id, z.name, z.countries
             from shop join shipping_zones z on z.merchant_id = $5
         ), rates as (
             insert into shipping_rates (zone_id, code, name, position, price_minor, free_from_minor, min_days, max_days)
             select md5(z.id::text || shop.id)::uuid, r.code, r.name, r.position, r.price_minor, r.free_from_minor, r.min_days,
                 r.max_days
             from shop join shipping_zones z on z.merchant_id = $5 join shipping_rates r on r.zone_id = z.id
         )
         select count(*) as "count!" from shop"#,
        shop.id,
        shop.location,
        shop.slug,
        shop.name,
        shop.model,
        now
    )
    .fetch_one(db)
    .await?;
    Ok(u64::try_from(done.count).unwrap_or(0))
}

/// Tells the planner what there is now, and lets indexes be read without their table. Not within a transaction.
pub async fn vacuum(pool: &PgPool) -> sqlx::Result<()> {
    let mut db = pool.acquire().await?.detach();
    let outcome = async {
        sqlx::raw_sql("set statement_timeout = 0")
            .execute(&mut db)
            .await?;
        sqlx::raw_sql(
            "vacuum (analyze) merchants, products, product_facets, product_options, product_media, category_products, variants,
                 stock_levels, stock_movements, reviews, search_words, shipping_zones, shipping_rates, stock_locations",
        )
        .execute(&mut db)
        .await
    };
    let outcome = outcome.await;
    db.close().await?;
    outcome.map(|_| ())
}
