//! Writing whole products, and reading them back in the form they are written in.

use std::collections::BTreeMap;

use domain::{
    ids::{CategoryId, MerchantId},
    money::Money,
};
use serde::Serialize;
use sqlx::{PgConnection, types::Json};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{
    catalog::ssr::{
        OptionInput, PictureInput, ProductInput, ProductState, StockPolicy, VariantInput,
    },
    error::AppError,
    ssr::money,
};

/// A product as it is stored.
pub struct Stored {
    pub id: Uuid,
    pub slug: String,
    /// With the active variants only.
    pub input: ProductInput,
    /// With the archived ones.
    pub variants: Vec<StoredVariant>,
}

pub struct StoredVariant {
    pub id: Uuid,
    pub active: bool,
    pub input: VariantInput,
}

struct StoredRow {
    id: Uuid,
    category_id: Option<Uuid>,
    slug: String,
    title: String,
    subtitle: String,
    description_html: String,
    vendor: String,
    product_type: String,
    state: String,
    tags: Vec<String>,
    attributes: Json<BTreeMap<String, String>>,
    currency: String,
    seo_title: String,
    seo_description: String,
    published_at: Option<OffsetDateTime>,
    options: Json<Vec<super::product::OptionColumns>>,
    pictures: Json<Vec<(Uuid, String)>>,
}

struct StoredVariantRow {
    id: Uuid,
    option_values: Vec<String>,
    sku: Option<String>,
    barcode: Option<String>,
    price_minor: i64,
    compare_at_minor: Option<i64>,
    weight_grams: i32,
    requires_shipping: bool,
    taxable: bool,
    stock_policy: String,
    media_id: Option<Uuid>,
    state: String,
}

/// The merchant's product of this handle; its row is locked until the transaction ends.
pub async fn stored(
    db: &mut PgConnection,
    merchant: MerchantId,
    handle: &str,
) -> Result<Option<Stored>, AppError> {
    let row = sqlx::query_as!(
        StoredRow,
        r#"select p.id, p.category_id, p.slug, p.title, p.subtitle, p.description_html, p.vendor, p.product_type, p.state,
               p.tags, p.attributes as "attributes: Json<BTreeMap<String, String>>", p.currency, p.seo_title,
               p.seo_description, p.published_at,
               coalesce((select jsonb_agg(jsonb_build_array(o.name, o."values", o.swatches) order by o.position)
                   from product_options o where o.product_id = p.id), '[]')
                   as "options!: Json<Vec<(String, Vec<String>, Vec<String>)>>",
               coalesce((select jsonb_agg(jsonb_build_array(g.media_id, g.alt) order by g.position)
                   from product_media g where g.product_id = p.id), '[]') as "pictures!: Json<Vec<(Uuid, String)>>"
           from products p where p.merchant_id = $1 and p.handle = $2 for update of p"#,
        merchant.as_uuid(),
        handle
    )
    .fetch_optional(&mut *db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let variants = sqlx::query_as!(
        StoredVariantRow,
        "select id, option_values, sku, barcode, price_minor, compare_at_minor, weight_grams, requires_shipping, taxable,
             stock_policy, media_id, state
         from variants where product_id = $1 order by position, id",
        row.id
    )
    .fetch_all(db)
    .await?;
    let variants: Vec<StoredVariant> = variants
        .into_iter()
        .map(|variant| stored_variant(variant, &row.currency))
        .collect::<Result<_, _>>()?;
    let active = variants
        .iter()
        .filter(|variant| variant.active)
        .map(|variant| variant.input.clone())
        .collect();
    Ok(Some(Stored {
        id: row.id,
        slug: row.slug.clone(),
        input: input_of(row, merchant, handle, active)?,
        variants,
    }))
}

fn stored_variant(row: StoredVariantRow, currency: &str) -> Result<StoredVariant, AppError> {
    Ok(StoredVariant {
        id: row.id,
        active: row.state == "active",
        input: VariantInput {
            option_values: row.option_values,
            sku: row.sku,
            barcode: row.barcode,
            price: money(row.price_minor, currency)?,
            compare_at: row
                .compare_at_minor
                .map(|minor| money(minor, currency))
                .transpose()?,
            weight_grams: u32::try_from(row.weight_grams).unwrap_or(0),
            requires_shipping: row.requires_shipping,
            taxable: row.taxable,
            stock_policy: if row.stock_policy == "unlimited" {
                StockPolicy::Unlimited
            } else {
                StockPolicy::Tracked
            },
            media: row.media_id,
        },
    })
}

fn input_of(
    row: StoredRow,
    merchant: MerchantId,
    handle: &str,
    variants: Vec<VariantInput>,
) -> Result<ProductInput, AppError> {
    Ok(ProductInput {
        merchant,
        category: row.category_id.map(CategoryId::from_uuid),
        handle: handle.to_owned(),
        slug: Some(row.slug),
        title: row.title,
        subtitle: row.subtitle,
        description_html: row.description_html,
        vendor: row.vendor,
        product_type: row.product_type,
        state: match row.state.as_str() {
            "active" => ProductState::Active,
            "archived" => ProductState::Archived,
            _ => ProductState::Draft,
        },
        tags: row.tags,
        attributes: row.attributes.0,
        currency: money(0, &row.currency)?.currency,
        seo_title: row.seo_title,
        seo_description: row.seo_description,
        published_at: row.published_at,
        options: row
            .options
            .0
            .into_iter()
            .map(|(name, values, swatches)| OptionInput {
                name,
                values,
                swatches,
            })
            .collect(),
        pictures: row
            .pictures
            .0
            .into_iter()
            .map(|(media, alt)| PictureInput { media, alt })
            .collect(),
        variants,
    })
}

pub async fn insert(
    db: &mut PgConnection,
    id: Uuid,
    slug: &str,
    input: &ProductInput,
    now: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "insert into products (id, merchant_id, category_id, handle, slug, title, subtitle, description_html, vendor,
             product_type, state, tags, attributes, currency, seo_title, seo_description, published_at, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $18)",
        id,
        input.merchant.as_uuid(),
        input.category.map(CategoryId::as_uuid),
        input.handle,
        slug,
        input.title,
        input.subtitle,
        input.description_html,
        input.vendor,
        input.product_type,
        input.state.as_str(),
        &input.tags,
        serde_json::to_value(&input.attributes)?,
        input.currency.code(),
        input.seo_title,
        input.seo_description,
        input.published_at,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn update(
    db: &mut PgConnection,
    id: Uuid,
    slug: &str,
    input: &ProductInput,
    now: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "update products set category_id = $2, slug = $3, title = $4, subtitle = $5, description_html = $6, vendor = $7,
             product_type = $8, state = $9, tags = $10, attributes = $11, currency = $12, seo_title = $13,
             seo_description = $14, published_at = $15, updated_at = $16
         where id = $1",
        id,
        input.category.map(CategoryId::as_uuid),
        slug,
        input.title,
        input.subtitle,
        input.description_html,
        input.vendor,
        input.product_type,
        input.state.as_str(),
        &input.tags,
        serde_json::to_value(&input.attributes)?,
        input.currency.code(),
        input.seo_title,
        input.seo_description,
        input.published_at,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn replace_options(
    db: &mut PgConnection,
    product: Uuid,
    options: &[OptionInput],
) -> Result<(), AppError> {
    sqlx::query!("delete from product_options where product_id = $1", product)
        .execute(&mut *db)
        .await?;
    sqlx::query!(
        r#"insert into product_options (product_id, position, name, "values", swatches)
           select $1, o.place::int, o.name, o."values", o.swatches
           from rows from (jsonb_to_recordset($2) as (name text, "values" text[], swatches text[])) with ordinality
               as o (name, "values", swatches, place)"#,
        product,
        serde_json::to_value(options)?
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn replace_pictures(
    db: &mut PgConnection,
    product: Uuid,
    pictures: &[PictureInput],
) -> sqlx::Result<()> {
    sqlx::query!("delete from product_media where product_id = $1", product)
        .execute(&mut *db)
        .await?;
    let media: Vec<Uuid> = pictures.iter().map(|picture| picture.media).collect();
    let alts: Vec<String> = pictures.iter().map(|picture| picture.alt.clone()).collect();
    sqlx::query!(
        "insert into product_media (product_id, position, media_id, alt)
         select $1, g.place::int, g.media_id, g.alt
         from unnest($2::uuid[], $3::text[]) with ordinality as g (media_id, alt, place)",
        product,
        &media,
        &alts
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Takes off sale what is not among `kept`.
pub async fn archive_others(
    db: &mut PgConnection,
    product: Uuid,
    kept: &[Uuid],
    now: OffsetDateTime,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update variants set state = 'archived', updated_at = $3
         where product_id = $1 and state = 'active' and id <> all($2)",
        product,
        kept,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A variant as the statement below reads it.
#[derive(Serialize)]
struct VariantJson<'a> {
    id: Uuid,
    option_values: &'a [String],
    sku: Option<&'a str>,
    barcode: Option<&'a str>,
    price_minor: i64,
    compare_at_minor: Option<i64>,
    weight_grams: i32,
    requires_shipping: bool,
    taxable: bool,
    stock_policy: &'static str,
    media_id: Option<Uuid>,
}

/// Writes all variants in one statement, and only those that differ; `ids` in the order of the input's variants.
pub async fn put_variants(
    db: &mut PgConnection,
    product: Uuid,
    input: &ProductInput,
    ids: &[Uuid],
    now: OffsetDateTime,
) -> Result<(), AppError> {
    let rows: Vec<VariantJson<'_>> = input
        .variants
        .iter()
        .zip(ids)
        .map(|(variant, id)| variant_json(variant, *id))
        .collect();
    sqlx::query!(
        "insert into variants as v (id, product_id, merchant_id, position, option_values, sku, barcode, price_minor,
             compare_at_minor, weight_grams, requires_shipping, taxable, stock_policy, media_id, state, created_at, updated_at)
         select n.id, $1, $2, n.place::int, n.option_values, n.sku, n.barcode, n.price_minor, n.compare_at_minor,
             n.weight_grams, n.requires_shipping, n.taxable, n.stock_policy, n.media_id, 'active', $4, $4
         from rows from (jsonb_to_recordset($3) as (id uuid, option_values text[], sku text, barcode text,
             price_minor bigint, compare_at_minor bigint, weight_grams int, requires_shipping bool, taxable bool,
             stock_policy text, media_id uuid)) with ordinality
             as n (id, option_values, sku, barcode, price_minor, compare_at_minor, weight_grams, requires_shipping, taxable,
                 stock_policy, media_id, place)
         on conflict (id) do update set position = excluded.position, option_values = excluded.option_values,
             sku = excluded.sku, barcode = excluded.barcode, price_minor = excluded.price_minor,
             compare_at_minor = excluded.compare_at_minor, weight_grams = excluded.weight_grams,
             requires_shipping = excluded.requires_shipping, taxable = excluded.taxable,
             stock_policy = excluded.stock_policy, media_id = excluded.media_id, state = 'active', updated_at = $4
         where (v.position, v.option_values, v.sku, v.barcode, v.price_minor, v.compare_at_minor, v.weight_grams,
                 v.requires_shipping, v.taxable, v.stock_policy, v.media_id, v.state)
             is distinct from (excluded.position, excluded.option_values, excluded.sku, excluded.barcode,
                 excluded.price_minor, excluded.compare_at_minor, excluded.weight_grams, excluded.requires_shipping,
                 excluded.taxable, excluded.stock_policy, excluded.media_id, 'active')",
        product,
        input.merchant.as_uuid(),
        serde_json::to_value(&rows)?,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

fn variant_json(variant: &VariantInput, id: Uuid) -> VariantJson<'_> {
    VariantJson {
        id,
        option_values: &variant.option_values,
        sku: variant.sku.as_deref(),
        barcode: variant.barcode.as_deref(),
        price_minor: variant.price.minor,
        compare_at_minor: variant.compare_at.map(|Money { minor, .. }| minor),
        weight_grams: i32::try_from(variant.weight_grams).unwrap_or(i32::MAX),
        requires_shipping: variant.requires_shipping,
        taxable: variant.taxable,
        stock_policy: variant.stock_policy.as_str(),
        media_id: variant.media,
    }
}

/// The cached price range, and the compare-at price of the cheapest variant.
pub async fn refresh_prices(db: &mut PgConnection, product: Uuid) -> sqlx::Result<()> {
    sqlx::query!(
        "update products p set price_min_minor = v.lowest, price_max_minor = v.highest, compare_at_minor = v.compare_at
         from (
             select coalesce(min(price_minor), 0) as lowest, coalesce(max(price_minor), 0) as highest,
                 (array_agg(compare_at_minor order by price_minor, position))[1] as compare_at
             from variants where product_id = $1 and state = 'active'
         ) v
         where p.id = $1",
        product
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The product's rows in the listings of its category and of every category above; none while it is not to be seen.
pub async fn refresh_places(db: &mut PgConnection, product: Uuid) -> sqlx::Result<()> {
    sqlx::query!(
        "with recursive up as (
             select c.id, c.parent_id from categories c join products p on p.category_id = c.id
             where p.id = $1 and p.state = 'active' and p.published_at is not null
             union all
             select c.id, c.parent_id from categories c join up on c.id = up.parent_id
         ), gone as (
             delete from category_products where product_id = $1 and category_id not in (select id from up)
         )
         insert into category_products (category_id, product_id, published_at, price_minor)
         select up.id, p.id, p.published_at, p.price_min_minor from up, products p where p.id = $1
         on conflict (category_id, product_id) do update
             set published_at = excluded.published_at, price_minor = excluded.price_minor",
        product
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The product's row in `product_facets`, and its words among those that are known.
pub async fn refresh_index(db: &mut PgConnection, product: Uuid) -> sqlx::Result<()> {
    sqlx::query!("select index_products(array[$1::uuid])", product)
        .fetch_one(db)
        .await?;
    Ok(())
}

/// One writer at a time may look for a free slug of this beginning.
pub async fn lock_slugs(db: &mut PgConnection, base: &str) -> sqlx::Result<()> {
    sqlx::query!(
        "select pg_advisory_xact_lock(hashtextextended('product slug ' || $1, 0))",
        base
    )
    .fetch_one(db)
    .await?;
    Ok(())
}

pub async fn slug_owner(db: &mut PgConnection, slug: &str) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!("select id from products where slug = $1", slug)
        .fetch_optional(db)
        .await
}

/// Slugs and given-up slugs that are `base` or begin with it and a hyphen.
pub async fn slugs_like(db: &mut PgConnection, base: &str) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        // '.' is the byte after '-'.
        r#"select slug as "slug!" from products where slug = $1 or (slug > $1 || '-' and slug < $1 || '.')
           union
           select slug from slug_redirects
           where kind = 'product' and (slug = $1 or (slug > $1 || '-' and slug < $1 || '.'))"#,
        base
    )
    .fetch_all(db)
    .await
}

pub struct UsedSku {
    pub sku: String,
    pub handle: String,
}

/// A SKU that another product of the merchant has.
pub async fn foreign_sku(
    db: &mut PgConnection,
    merchant: Uuid,
    product: Uuid,
    skus: &[String],
) -> sqlx::Result<Option<UsedSku>> {
    sqlx::query_as!(
        UsedSku,
        r#"select v.sku as "sku!", p.handle from variants v join products p on p.id = v.product_id
           where v.merchant_id = $1 and v.product_id <> $2 and v.sku = any($3) order by v.sku limit 1"#,
        merchant,
        product,
        skus
    )
    .fetch_optional(db)
    .await
}

/// Where a dry run goes back to when a product is refused.
pub async fn savepoint(db: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query("savepoint product").execute(db).await?;
    Ok(())
}

pub async fn rollback_to_savepoint(db: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query("rollback to savepoint product")
        .execute(db)
        .await?;
    Ok(())
}
