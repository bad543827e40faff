//! All SQL of seeding. One statement per table: rows travel as JSON, so that arrays of differing lengths go in one parameter.
//! What is there is left alone.

use serde::Serialize;
use sqlx::PgConnection;
use time::OffsetDateTime;
use uuid::Uuid;

use super::{
    artwork::Picture,
    goods::{
        AttributeJson, CategoryJson, GalleryJson, OptionJson, ProductJson, QuestionJson,
        ReviewJson, VariantJson,
    },
    shops::{LocationJson, MerchantJson, RateJson, TaxJson, ZoneJson},
};

fn json<T: Serialize>(rows: &[T]) -> anyhow::Result<serde_json::Value> {
    Ok(serde_json::to_value(rows)?)
}

pub async fn has_products(db: &mut PgConnection) -> anyhow::Result<bool> {
    Ok(
        sqlx::query_scalar!(r#"select exists (select from products) as "exists!""#)
            .fetch_one(db)
            .await?,
    )
}

/// Whether a seed was interrupted while it drew: its pictures come from nowhere but here.
pub async fn owes_pictures(db: &mut PgConnection) -> anyhow::Result<bool> {
    let owed = sqlx::query_scalar!(
        r#"select exists (select from media where state = 'pending' and source_url is null) as "exists!""#
    );
    Ok(owed.fetch_one(db).await?)
}

pub async fn insert_media(
    db: &mut PgConnection,
    pictures: &[Picture],
    now: OffsetDateTime,
) -> anyhow::Result<()> {
    let ids: Vec<Uuid> = pictures.iter().map(|picture| picture.id).collect();
    let placeholders: Vec<String> = pictures
        .iter()
        .map(|picture| picture.placeholder.clone())
        .collect();
    sqlx::query!(
        "insert into media (id, placeholder, state, created_at)
         select r.id, r.placeholder, 'pending', $3 from unnest($1::uuid[], $2::text[]) as r (id, placeholder)
         on conflict (id) do nothing",
        &ids,
        &placeholders,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn mark_ready<'a>(
    db: &mut PgConnection,
    pictures: impl Iterator<Item = &'a Picture> + Clone,
) -> anyhow::Result<()> {
    let number = |value: u32| i32::try_from(value).unwrap_or(0);
    let ids: Vec<Uuid> = pictures.clone().map(|picture| picture.id).collect();
    // Comma-separated: arrays of arrays must all be of one length.
    let widths = pictures.clone().map(|picture| {
        picture
            .widths
            .iter()
            .map(u32::to_string)
            .collect::<Vec<_>>()
            .join(",")
    });
    let widths: Vec<String> = widths.collect();
    let width: Vec<i32> = pictures
        .clone()
        .map(|picture| number(picture.width()))
        .collect();
    let height: Vec<i32> = pictures
        .clone()
        .map(|picture| number(picture.height))
        .collect();
    let blur: Vec<String> = pictures.map(|picture| picture.blur.clone()).collect();
    sqlx::query!(
        "update media d set state = 'ready', error = null, widths = string_to_array(r.widths, ',')::int[], width = r.width,
             height = r.height, blur = r.blur
         from unnest($1::uuid[], $2::text[], $3::int[], $4::int[], $5::text[]) as r (id, widths, width, height, blur)
         where d.id = r.id
             and (d.state, d.widths, d.blur) is distinct from ('ready', string_to_array(r.widths, ',')::int[], r.blur)",
        &ids,
        &widths,
        &width,
        &height,
        &blur
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn insert_taxes(db: &mut PgConnection, rows: &[TaxJson]) -> anyhow::Result<()> {
    sqlx::query!(
        "insert into tax_zones (country, name, standard_bp, inclusive)
         select r.country, r.name, r.standard_bp, r.inclusive
         from jsonb_to_recordset($1) as r (country text, name text, standard_bp int, inclusive bool)
         on conflict do nothing",
        json(rows)?
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn insert_merchants(
    db: &mut PgConnection,
    rows: &[MerchantJson<'_>],
    now: OffsetDateTime,
) -> anyhow::Result<u64> {
    let done = sqlx::query!(
        "insert into merchants (id, slug, name, tagline, story_html, city, country, founded, email, logo_media_id,
             banner_media_id, dispatch_min_days, dispatch_max_days, created_at)
         select r.id, r.slug, r.name, r.tagline, r.story_html, r.city, r.country, r.founded, r.email, r.logo_media_id,
             r.banner_media_id, r.dispatch_min_days, r.dispatch_max_days, $2::timestamptz - make_interval(days => r.joined_days_ago)
         from jsonb_to_recordset($1) as r (id uuid, slug text, name text, tagline text, story_html text, city text,
             country text, founded int, email text, logo_media_id uuid, banner_media_id uuid, dispatch_min_days int,
             dispatch_max_days int, joined_days_ago int)
         on conflict (id) do nothing",
        json(rows)?,
        now
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}

pub async fn insert_locations(
    db: &mut PgConnection,
    rows: &[LocationJson<'_>],
    now: OffsetDateTime,
) -> anyhow::Result<()> {
    sqlx::query!(
        "insert into stock_locations (id, merchant_id, name, country, created_at)
         select r.id, r.merchant_id, 'Workshop', r.country, $2
         from jsonb_to_recordset($1) as r (id uuid, merchant_id uuid, country text)
         on conflict (id) do nothing",
        json(rows)?,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn insert_zones(db: &mut PgConnection, rows: &[ZoneJson]) -> anyhow::Result<()> {
    sqlx::query!(
        "insert into shipping_zones (id, merchant_id, name, countries)
         select r.id, r.merchant_id, r.name, r.countries
         from jsonb_to_recordset($1) as r (id uuid, merchant_id uuid, name text, countries text[])
         on conflict (id) do nothing",
        json(rows)?
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn insert_rates(db: &mut PgConnection, rows: &[RateJson]) -> anyhow::Result<()> {
    sqlx::query!(
        "insert into shipping_rates (zone_id, code, name, position, price_minor, free_from_minor, min_days, max_days)
         select r.zone_id, r.code, r.name, r.position, r.price_minor, r.free_from_minor, r.min_days, r.max_days
         from jsonb_to_recordset($1) as r (zone_id uuid, code text, name text, position int, price_minor bigint,
             free_from_minor bigint, min_days int, max_days int)
         on conflict (zone_id, code) do nothing",
        json(rows)?
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn insert_categories(
    db: &mut PgConnection,
    rows: &[CategoryJson],
) -> anyhow::Result<u64> {
    let done = sqlx::query!(
        "insert into categories (id, parent_id, slug, name, description, position, depth, media_id)
         select r.id, r.parent_id, r.slug, r.name, r.description, r.position, r.depth, r.media_id
         from jsonb_to_recordset($1) as r (id uuid, parent_id uuid, slug text, name text, description text, position int,
             depth int, media_id uuid)
         on conflict (id) do nothing",
        json(rows)?
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}

pub async fn insert_attributes(
    db: &mut PgConnection,
    rows: &[AttributeJson],
) -> anyhow::Result<()> {
    sqlx::query!(
        "insert into category_attributes (category_id, key, label, position)
         select r.category_id, r.key, r.label, r.position
         from jsonb_to_recordset($1) as r (category_id uuid, key text, label text, position int)
         on conflict (category_id, key) do nothing",
        json(rows)?
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn insert_products(
    db: &mut PgConnection,
    rows: &[ProductJson<'_>],
    now: OffsetDateTime,
) -> anyhow::Result<u64> {
    let done = sqlx::query!(
        "insert into products (id, merchant_id, category_id, handle, slug, title, subtitle, description_html, vendor,
             product_type, tags, attributes, currency, rating_sum, rating_count, rating_histogram, published_at, created_at,
             updated_at)
         select r.id, r.merchant_id, r.category_id, r.slug, r.slug, r.title, r.subtitle, r.description_html, r.vendor,
             r.product_type, r.tags, r.attributes, 'EUR', r.rating_sum, r.rating_count, r.rating_histogram, t.at, t.at, t.at
         from jsonb_to_recordset($1) as r (id uuid, merchant_id uuid, category_id uuid, slug text, title text, subtitle text,
             description_html text, vendor text, product_type text, tags text[], attributes jsonb, rating_sum int,
             rating_count int, rating_histogram int[], published_minutes_ago int)
         cross join lateral (select $2::timestamptz - make_interval(mins => r.published_minutes_ago) as at) t
         on conflict (id) do nothing",
        json(rows)?,
        now
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}

pub async fn insert_options(db: &mut PgConnection, rows: &[OptionJson<'_>]) -> anyhow::Result<()> {
    sqlx::query!(
        r#"insert into product_options (product_id, position, name, "values", swatches)
           select r.product_id, r.position, r.name, r."values", r.swatches
           from jsonb_to_recordset($1) as r (product_id uuid, position int, name text, "values" text[], swatches text[])
           on conflict (product_id, position) do nothing"#,
        json(rows)?
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Pictures follow the drawings: a changed one takes its place.
pub async fn put_gallery(db: &mut PgConnection, rows: &[GalleryJson]) -> anyhow::Result<()> {
    sqlx::query!(
        "insert into product_media as g (product_id, position, media_id, alt)
         select r.product_id, r.position, r.media_id, r.alt
         from jsonb_to_recordset($1) as r (product_id uuid, position int, media_id uuid, alt text)
         on conflict (product_id, position) do update set media_id = excluded.media_id, alt = excluded.alt
         where (g.media_id, g.alt) <> (excluded.media_id, excluded.alt)",
        json(rows)?
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Variants, their counters and the movements that say where the stock came from: all three only for what is new.
pub async fn insert_variants(
    db: &mut PgConnection,
    rows: &[VariantJson<'_>],
    now: OffsetDateTime,
) -> anyhow::Result<u64> {
    let rows = json(rows)?;
    let new = sqlx::query_scalar!(
        r#"with r as (
             select * from jsonb_to_recordset($1) as r (id uuid, product_id uuid, merchant_id uuid, position int,
                 option_values text[], sku text, barcode text, price_minor bigint, compare_at_minor bigint, weight_grams int,
                 media_id uuid, location_id uuid, stock int)
         ), new as (
             insert into variants (id, product_id, merchant_id, position, option_values, sku, barcode, price_minor,
                 compare_at_minor, weight_grams, media_id, created_at, updated_at)
             select id, product_id, merchant_id, position, option_values, sku, barcode, price_minor, compare_at_minor,
                 weight_grams, media_id, $2, $2 from r
             on conflict (id) do nothing
             returning id
         ), levels as (
             insert into stock_levels (variant_id, location_id, on_hand)
             select r.id, r.location_id, r.stock from r join new on new.id = r.id
         ), moved as (
             insert into stock_movements (variant_id, location_id, kind, on_hand_delta, cause_kind, cause_id, created_at)
             select r.id, r.location_id, 'receive', r.stock, 'seed', r.product_id, $2 from r join new on new.id = r.id
             where r.stock > 0
         )
         select count(*) as "count!" from new"#,
        rows,
        now
    )
    .fetch_one(&mut *db)
    .await?;
    sqlx::query!(
        "update variants v set media_id = r.media_id
         from jsonb_to_recordset($1) as r (id uuid, media_id uuid)
         where v.id = r.id and v.media_id is distinct from r.media_id",
        rows
    )
    .execute(db)
    .await?;
    Ok(u64::try_from(new).unwrap_or(0))
}

pub async fn insert_reviews(
    db: &mut PgConnection,
    rows: &[ReviewJson<'_>],
    now: OffsetDateTime,
) -> anyhow::Result<u64> {
    let done = sqlx::query!(
        "insert into reviews (id, product_id, author_name, rating, title, body, verified, reply, created_at)
         select r.id, r.product_id, r.author_name, r.rating, r.title, r.body, r.verified, r.reply,
             $2::timestamptz - make_interval(mins => r.minutes_ago)
         from jsonb_to_recordset($1) as r (id uuid, product_id uuid, author_name text, rating int, title text, body text,
             verified bool, reply text, minutes_ago int)
         on conflict (id) do nothing",
        json(rows)?,
        now
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}

/// Answered questions, which nobody holds a token of.
pub async fn insert_questions(
    db: &mut PgConnection,
    rows: &[QuestionJson<'_>],
    now: OffsetDateTime,
) -> anyhow::Result<()> {
    sqlx::query!(
        "insert into questions (id, product_id, author_name, body, state, answer, answered_at, request_hash, created_at)
         select r.id, r.product_id, r.author_name, r.body, 'published', r.answer,
             $2::timestamptz - make_interval(mins => r.answered_minutes_ago), sha256(convert_to(r.id::text, 'UTF8')),
             $2::timestamptz - make_interval(mins => r.asked_minutes_ago)
         from jsonb_to_recordset($1) as r (id uuid, product_id uuid, author_name text, body text, answer text,
             asked_minutes_ago int, answered_minutes_ago int)
         on conflict (id) do nothing",
        json(rows)?,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The cached price ranges of these products, as the catalogue's own verbs keep them.
pub async fn refresh_prices(db: &mut PgConnection, products: &[Uuid]) -> anyhow::Result<()> {
    sqlx::query!(
        "update products p set price_min_minor = v.lowest, price_max_minor = v.highest, compare_at_minor = v.compare_at
         from (
             select product_id, min(price_minor) as lowest, max(price_minor) as highest,
                 (array_agg(compare_at_minor order by price_minor, position))[1] as compare_at
             from variants where product_id = any($1) and state = 'active' group by product_id
         ) v
         where p.id = v.product_id and (p.price_min_minor, p.price_max_minor, p.compare_at_minor)
             is distinct from (v.lowest, v.highest, v.compare_at)",
        products
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Their rows in the listings of their category and of every one above.
pub async fn refresh_places(db: &mut PgConnection, products: &[Uuid]) -> anyhow::Result<()> {
    sqlx::query!(
        "with recursive up as (
             select p.id as product_id, c.id, c.parent_id from products p join categories c on c.id = p.category_id
             where p.id = any($1) and p.state = 'active' and p.published_at is not null
             union all
             select up.product_id, c.id, c.parent_id from up join categories c on c.id = up.parent_id
         )
         insert into category_products as k (category_id, product_id, published_at, price_minor)
         select up.id, p.id, p.published_at, p.price_min_minor from up join products p on p.id = up.product_id
         on conflict (category_id, product_id) do update
             set published_at = excluded.published_at, price_minor = excluded.price_minor
             where (k.published_at, k.price_minor) <> (excluded.published_at, excluded.price_minor)",
        products
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Their rows in `product_facets`, and their words among those that are known.
pub async fn refresh_index(db: &mut PgConnection, products: &[Uuid]) -> anyhow::Result<()> {
    sqlx::query!("select index_products($1)", products)
        .fetch_one(db)
        .await?;
    Ok(())
}
