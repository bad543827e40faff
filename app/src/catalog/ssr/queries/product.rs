//! One product with all that its page shows.

use sqlx::{PgConnection, types::Json};
use time::OffsetDateTime;
use uuid::Uuid;
use words::language;

use super::PictureRow;

/// An option as one JSON array: name, values, swatches.
pub type OptionColumns = (String, Vec<String>, Vec<String>);

pub struct ProductRow {
    pub id: Uuid,
    pub category_id: Option<Uuid>,
    pub slug: String,
    pub title: String,
    pub subtitle: String,
    pub description_html: String,
    pub attributes: serde_json::Value,
    pub currency: String,
    pub rating_sum: i32,
    pub rating_count: i32,
    pub rating_histogram: Vec<i32>,
    pub pictures: Json<Vec<PictureRow>>,
    pub options: Json<Vec<OptionColumns>>,
    pub merchant_slug: String,
    pub merchant_name: String,
    pub merchant_tagline: String,
    pub merchant_city: String,
    pub merchant_country: String,
    pub merchant_logo: Option<Json<PictureRow>>,
    pub dispatch_min_days: i32,
    pub dispatch_max_days: i32,
    pub deliveries: Json<Vec<DeliveryColumns>>,
}

/// A rate as one JSON array: name and countries of its zone, price and the subtotal from which it is free in minor units, fewest
/// and most days.
pub type DeliveryColumns = (String, Vec<String>, i64, Option<i64>, u16, u16);

/// The product with this slug, where shoppers may see it, in the spoken language.
pub async fn by_slug(db: &mut PgConnection, slug: &str) -> sqlx::Result<Option<ProductRow>> {
    sqlx::query_as!(
        ProductRow,
        r#"select p.id, p.category_id, p.slug, coalesce(nullif(t.title, ''), p.title) as "title!",
               coalesce(nullif(t.subtitle, ''), p.subtitle) as "subtitle!",
               coalesce(nullif(t.description_html, ''), p.description_html) as "description_html!", p.attributes, p.currency,
               p.rating_sum, p.rating_count, p.rating_histogram,
               coalesce((select jsonb_agg(picture_of(d, g.alt) order by g.position)
                   from product_media g join media d on d.id = g.media_id where g.product_id = p.id), '[]')
                   as "pictures!: Json<Vec<PictureRow>>",
               coalesce((select jsonb_agg(jsonb_build_array(o.name, o."values", o.swatches) order by o.position)
                   from product_options o where o.product_id = p.id), '[]')
                   as "options!: Json<Vec<(String, Vec<String>, Vec<String>)>>",
               m.slug as merchant_slug, m.name as merchant_name, tagline_in(m, $2) as "merchant_tagline!", m.city as merchant_city,
               m.country as merchant_country,
               (select picture_of(d, m.name) from media d where d.id = m.logo_media_id)
                   as "merchant_logo: Json<PictureRow>",
               m.dispatch_min_days, m.dispatch_max_days,
               coalesce((select jsonb_agg(jsonb_build_array(z.name, z.countries, r.price_minor, r.free_from_minor,
                       r.min_days, r.max_days) order by cardinality(z.countries) = 0, cardinality(z.countries), z.name,
                       r.price_minor, r.max_days, r.code)
                   from shipping_zones z join shipping_rates r on r.zone_id = z.id where z.merchant_id = m.id), '[]')
                   as "deliveries!: Json<Vec<DeliveryColumns>>"
           from products p join merchants m on m.id = p.merchant_id
           left join product_translations t on t.product_id = p.id and t.language = $2
           where p.slug = $1 and p.state = 'active' and p.published_at is not null and m.state = 'active'"#,
        slug,
        language().tag()
    )
    .fetch_optional(db)
    .await
}

pub struct ReviewRow {
    pub id: Uuid,
    pub author_name: String,
    pub rating: i32,
    pub title: String,
    pub body: String,
    pub verified: bool,
    pub reply: Option<String>,
    pub created_at: OffsetDateTime,
}

/// The newest published reviews, of so many stars if that is asked, after that of this moment and id.
pub async fn reviews(
    db: &mut PgConnection,
    product: Uuid,
    stars: Option<i32>,
    after: Option<(OffsetDateTime, Uuid)>,
    limit: i64,
) -> sqlx::Result<Vec<ReviewRow>> {
    let (at, id) = after.unzip();
    sqlx::query_as!(
        ReviewRow,
        "select id, author_name, rating, title, body, verified, reply, created_at from reviews
         where product_id = $1 and state = 'published' and ($2::int is null or rating = $2)
             and ($3::timestamptz is null or (created_at, id) < ($3, $4))
         order by created_at desc, id desc limit $5",
        product,
        stars,
        at,
        id,
        limit
    )
    .fetch_all(db)
    .await
}

/// A product that shoppers may see: its id, and how many reviews gave one to five stars.
pub async fn rated(db: &mut PgConnection, slug: &str) -> sqlx::Result<Option<(Uuid, Vec<i32>)>> {
    let row = sqlx::query!(
        "select p.id, p.rating_histogram from products p join merchants m on m.id = p.merchant_id
         where p.slug = $1 and p.state = 'active' and p.published_at is not null and m.state = 'active'",
        slug
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| (row.id, row.rating_histogram)))
}

/// The slug now carried by what gave `slug` up.
pub async fn redirect(
    db: &mut PgConnection,
    kind: &str,
    slug: &str,
) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar!(
        r#"select coalesce(p.slug, m.slug, c.slug) as "slug!"
           from slug_redirects r
           left join products p on r.kind = 'product' and p.id = r.target_id
           left join merchants m on r.kind = 'merchant' and m.id = r.target_id
           left join categories c on r.kind = 'category' and c.id = r.target_id
           where r.kind = $1 and r.slug = $2 and coalesce(p.slug, m.slug, c.slug) is not null"#,
        kind,
        slug
    )
    .fetch_optional(db)
    .await
}

/// Leads `slug` to what carries another one now, or from its former target to this one.
pub async fn put_redirect(
    db: &mut PgConnection,
    kind: &str,
    slug: &str,
    target: Uuid,
    now: OffsetDateTime,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into slug_redirects (kind, slug, target_id, created_at) values ($1, $2, $3, $4)
         on conflict (kind, slug) do update set target_id = excluded.target_id, created_at = excluded.created_at",
        kind,
        slug,
        target,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A slug that is carried again leads nowhere else.
pub async fn delete_redirect(db: &mut PgConnection, kind: &str, slug: &str) -> sqlx::Result<()> {
    sqlx::query!(
        "delete from slug_redirects where kind = $1 and slug = $2",
        kind,
        slug
    )
    .execute(db)
    .await?;
    Ok(())
}
