//! Variants with what decides whether they can be bought.

use sqlx::{PgConnection, types::Json};
use uuid::Uuid;
use words::language;

use super::PictureRow;
use crate::markets::{currency, ssr as markets};

pub struct CartVariantRow {
    pub id: Uuid,
    pub product_id: Uuid,
    pub product_slug: String,
    pub title: String,
    pub option_values: Vec<String>,
    pub sku: Option<String>,
    pub picture: Option<Json<PictureRow>>,
    pub merchant_id: Uuid,
    pub merchant_slug: String,
    pub merchant_name: String,
    pub price_minor: i64,
    /// By the market's price list.
    pub listed_minor: Option<i64>,
    pub currency: String,
    pub available: Option<i64>,
    pub sellable: bool,
    pub weight_grams: i32,
    pub requires_shipping: bool,
    pub taxable: bool,
}

pub async fn for_cart(db: &mut PgConnection, ids: &[Uuid]) -> sqlx::Result<Vec<CartVariantRow>> {
    sqlx::query_as!(
        CartVariantRow,
        r#"select v.id, v.product_id, p.slug as product_slug, title_in(p, $2) as "title!", v.option_values, v.sku,
               (select picture_of(d, p.title) from media d where d.id = coalesce(v.media_id,
                   (select g.media_id from product_media g where g.product_id = p.id order by g.position limit 1))
               ) as "picture: Json<PictureRow>",
               v.merchant_id, m.slug as merchant_slug, m.name as merchant_name, v.price_minor,
               l.price_minor as "listed_minor?", p.currency,
               case when v.stock_policy = 'tracked' then coalesce(
                   (select sum(s.on_hand - s.reserved - s.allocated) from stock_levels s where s.variant_id = v.id), 0)
               end as available,
               (v.state = 'active' and p.state = 'active' and p.published_at is not null and m.state = 'active')
                   as "sellable!",
               v.weight_grams, v.requires_shipping, v.taxable
           from variants v
           join products p on p.id = v.product_id
           join merchants m on m.id = v.merchant_id
           left join market_prices l on l.variant_id = v.id and l.market = $3 and l.currency = $4
           where v.id = any($1)"#,
        ids,
        language().tag(),
        markets::code(),
        currency().code()
    )
    .fetch_all(db)
    .await
}

pub struct OfferRow {
    pub price_minor: i64,
    /// By the market's price list.
    pub listed_minor: Option<i64>,
    pub currency: String,
    pub available: Option<i64>,
}

/// What a variant that can be bought is offered at.
pub async fn offer(db: &mut PgConnection, variant: Uuid) -> sqlx::Result<Option<OfferRow>> {
    sqlx::query_as!(
        OfferRow,
        r#"select v.price_minor, l.price_minor as "listed_minor?", p.currency,
               case when v.stock_policy = 'tracked' then coalesce(
                   (select sum(s.on_hand - s.reserved - s.allocated) from stock_levels s where s.variant_id = v.id), 0)
               end as available
           from variants v
           join products p on p.id = v.product_id
           join merchants m on m.id = v.merchant_id
           left join market_prices l on l.variant_id = v.id and l.market = $2 and l.currency = $3
           where v.id = $1 and v.state = 'active' and p.state = 'active' and p.published_at is not null
               and m.state = 'active'"#,
        variant,
        markets::code(),
        currency().code()
    )
    .fetch_optional(db)
    .await
}

pub struct ShopVariantRow {
    pub id: Uuid,
    pub sku: Option<String>,
    pub option_values: Vec<String>,
    pub price_minor: i64,
    pub compare_at_minor: Option<i64>,
    /// By the market's price list.
    pub listed_minor: Option<i64>,
    pub listed_compare_at_minor: Option<i64>,
    pub media_id: Option<Uuid>,
    pub available: Option<i64>,
    pub barcode: Option<String>,
    pub requires_shipping: bool,
}

/// A product's active variants in the merchant's order.
pub async fn of_product(db: &mut PgConnection, product: Uuid) -> sqlx::Result<Vec<ShopVariantRow>> {
    sqlx::query_as!(
        ShopVariantRow,
        r#"select v.id, v.sku, v.option_values, v.price_minor, v.compare_at_minor, l.price_minor as "listed_minor?",
             l.compare_at_minor as listed_compare_at_minor, v.media_id,
             case when v.stock_policy = 'tracked' then coalesce(
                 (select sum(s.on_hand - s.reserved - s.allocated) from stock_levels s where s.variant_id = v.id), 0)
             end as available, v.barcode, v.requires_shipping
         from variants v left join market_prices l on l.variant_id = v.id and l.market = $2 and l.currency = $3
         where v.product_id = $1 and v.state = 'active'
         order by v.position, v.id"#,
        product,
        markets::code(),
        currency().code()
    )
    .fetch_all(db)
    .await
}
