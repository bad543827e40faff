//! All SQL of being found: what cards show, what sitemaps list, what the feed tells.

use serde::Deserialize;
use sqlx::{PgConnection, types::Json};
use time::OffsetDateTime;
use uuid::Uuid;
use words::{language, term};

use super::cards::{Card, Kind, Photo};
use crate::{catalog::ssr::PictureRow, markets, ssr::Media};

pub struct CardRow {
    over: String,
    title: String,
    under: String,
    picture: Option<Json<PictureRow>>,
}

impl CardRow {
    pub fn card(self, kind: Kind, slug: &str, media: &Media) -> Card {
        let picture = self.picture.map(|picture| picture.0.view(media));
        // What a category is called is a term; products' and merchants' words come translated.
        let said = |written: String| match kind {
            Kind::Category => term(&written),
            _ => written,
        };
        Card {
            kind,
            slug: slug.to_owned(),
            over: self.over,
            title: said(self.title),
            under: said(self.under),
            photo: picture.as_ref().and_then(Photo::of),
        }
    }
}

pub async fn product_card(db: &mut PgConnection, slug: &str) -> sqlx::Result<Option<CardRow>> {
    sqlx::query_as!(
        CardRow,
        r#"select m.name as over, coalesce(nullif(t.title, ''), p.title) as "title!",
               coalesce(nullif(t.subtitle, ''), p.subtitle) as "under!",
               (select picture_of(d, '') from product_media g join media d on d.id = g.media_id
                where g.product_id = p.id order by g.position limit 1) as "picture: Json<PictureRow>"
           from products p join merchants m on m.id = p.merchant_id
           left join product_translations t on t.product_id = p.id and t.language = $2
           where p.slug = $1 and p.state = 'active' and p.published_at is not null and m.state = 'active'"#,
        slug,
        language().tag()
    )
    .fetch_optional(db)
    .await
}

pub async fn category_card(db: &mut PgConnection, slug: &str) -> sqlx::Result<Option<CardRow>> {
    sqlx::query_as!(
        CardRow,
        r#"select '' as "over!", c.name as title, c.description as under,
               (select picture_of(d, '') from media d where d.id = c.media_id) as "picture: Json<PictureRow>"
           from categories c where c.slug = $1"#,
        slug
    )
    .fetch_optional(db)
    .await
}

pub async fn merchant_card(db: &mut PgConnection, slug: &str) -> sqlx::Result<Option<CardRow>> {
    sqlx::query_as!(
        CardRow,
        r#"select m.city as over, m.name as title, tagline_in(m, $2) as "under!",
               (select picture_of(d, '') from media d where d.id = coalesce(m.banner_media_id, m.logo_media_id))
                   as "picture: Json<PictureRow>"
           from merchants m where m.slug = $1 and m.state = 'active'"#,
        slug,
        language().tag()
    )
    .fetch_optional(db)
    .await
}

/// The last of the `count` products after this one, shown or not; none when there are no more. Reads that many entries of
/// one index.
pub async fn last_product(
    db: &mut PgConnection,
    after: Uuid,
    count: i64,
) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!(
        "select product_id from (
             select product_id from product_facets where product_id > $1 order by product_id limit $2
         ) chunk order by product_id desc limit 1",
        after,
        count
    )
    .fetch_optional(db)
    .await
}

/// As [`last_product`], of merchants.
pub async fn last_merchant(
    db: &mut PgConnection,
    after: Uuid,
    count: i64,
) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!(
        "select id from (select id from merchants where id > $1 order by id limit $2) chunk order by id desc limit 1",
        after,
        count
    )
    .fetch_optional(db)
    .await
}

pub struct ProductPlaceRow {
    pub slug: String,
    pub updated_at: OffsetDateTime,
    pub pictures: Json<Vec<PictureRow>>,
}

/// Of the `count` products after this one, those that shoppers see.
pub async fn products_after(
    db: &mut PgConnection,
    after: Uuid,
    count: i64,
) -> sqlx::Result<Vec<ProductPlaceRow>> {
    sqlx::query_as!(
        ProductPlaceRow,
        r#"select p.slug, p.updated_at,
               coalesce((select jsonb_agg(picture_of(d, '') order by g.position)
                   from product_media g join media d on d.id = g.media_id where g.product_id = p.id), '[]')
                   as "pictures!: Json<Vec<PictureRow>>"
           from (select product_id from product_facets where product_id > $1 order by product_id limit $2) f
           join products p on p.id = f.product_id join merchants m on m.id = p.merchant_id
           where p.state = 'active' and p.published_at is not null and m.state = 'active'
           order by p.id"#,
        after,
        count
    )
    .fetch_all(db)
    .await
}

/// Slugs of the `count` merchants after this one, those that sell.
pub async fn merchants_after(
    db: &mut PgConnection,
    after: Uuid,
    count: i64,
) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        r#"select m.slug as "slug!"
           from (select id, slug, state from merchants where id > $1 order by id limit $2) m
           where m.state = 'active' order by m.id"#,
        after,
        count
    )
    .fetch_all(db)
    .await
}

/// The slugs of the first `count` categories, departments first.
pub async fn categories(db: &mut PgConnection, count: i64) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        "select slug from categories order by depth, position, slug limit $1",
        count
    )
    .fetch_all(db)
    .await
}

pub struct CategoryPathRow {
    pub id: Uuid,
    pub path: String,
}

/// Every category as `Home > Tableware > Mugs`.
pub async fn category_paths(db: &mut PgConnection) -> sqlx::Result<Vec<CategoryPathRow>> {
    sqlx::query_as!(
        CategoryPathRow,
        r#"with recursive down as (
               select id, name as path from categories where parent_id is null
               union all
               select c.id, down.path || ' > ' || c.name from categories c join down on c.parent_id = down.id
           )
           select id as "id!", path as "path!" from down"#
    )
    .fetch_all(db)
    .await
}

pub struct FeedRow {
    pub id: Uuid,
    pub slug: String,
    pub title: String,
    pub subtitle: String,
    pub description_html: String,
    pub category_id: Option<Uuid>,
    pub currency: String,
    pub merchant_slug: String,
    pub merchant_name: String,
    pub dispatch_min_days: i32,
    pub dispatch_max_days: i32,
    pub options: Vec<String>,
    pub pictures: Json<Vec<PictureRow>>,
    pub variants: Json<Vec<FeedVariant>>,
}

#[derive(Deserialize)]
pub struct FeedVariant {
    pub id: Uuid,
    pub sku: Option<String>,
    pub barcode: Option<String>,
    pub option_values: Vec<String>,
    pub price_minor: i64,
    pub compare_at_minor: Option<i64>,
    /// By the market's price list: price and what it cost before.
    pub listed: Option<(i64, Option<i64>)>,
    pub media_id: Option<Uuid>,
    pub weight_grams: i32,
    pub in_stock: bool,
}

/// Of the `count` products after this one, those that shoppers see, with their active variants.
pub async fn feed_after(
    db: &mut PgConnection,
    after: Uuid,
    count: i64,
) -> sqlx::Result<Vec<FeedRow>> {
    sqlx::query_as!(
        FeedRow,
        r#"select p.id, p.slug, coalesce(nullif(t.title, ''), p.title) as "title!",
               coalesce(nullif(t.subtitle, ''), p.subtitle) as "subtitle!",
               coalesce(nullif(t.description_html, ''), p.description_html) as "description_html!", p.category_id, p.currency,
               m.slug as merchant_slug, m.name as merchant_name, m.dispatch_min_days, m.dispatch_max_days,
               array(select o.name from product_options o where o.product_id = p.id order by o.position) as "options!",
               coalesce((select jsonb_agg(picture_of(d, '') order by g.position)
                   from product_media g join media d on d.id = g.media_id where g.product_id = p.id), '[]')
                   as "pictures!: Json<Vec<PictureRow>>",
               coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'sku', v.sku, 'barcode', v.barcode,
                       'option_values', v.option_values, 'price_minor', v.price_minor,
                       'compare_at_minor', v.compare_at_minor, 'listed', (
                           select jsonb_build_array(l.price_minor, l.compare_at_minor) from market_prices l
                           where l.variant_id = v.id and l.market = $4 and l.currency = $5), 'media_id', v.media_id, 'weight_grams', v.weight_grams,
                       'in_stock', v.stock_policy = 'unlimited' or coalesce((select sum(s.on_hand - s.reserved - s.allocated)
                           from stock_levels s where s.variant_id = v.id), 0) > 0) order by v.position, v.id)
                   from variants v where v.product_id = p.id and v.state = 'active'), '[]')
                   as "variants!: Json<Vec<FeedVariant>>"
           from (select product_id from product_facets where product_id > $1 order by product_id limit $2) f
           join products p on p.id = f.product_id join merchants m on m.id = p.merchant_id
           left join product_translations t on t.product_id = p.id and t.language = $3
           where p.state = 'active' and p.published_at is not null and m.state = 'active'
           order by p.id"#,
        after,
        count,
        language().tag(),
        markets::ssr::code(),
        markets::currency().code()
    )
    .fetch_all(db)
    .await
}
