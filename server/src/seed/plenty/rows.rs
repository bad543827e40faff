//! A lot of generated goods as rows of every table they need.

use std::collections::HashMap;

use demo::catalogue::plenty::{Good, GoodVariant};
use sqlx::PgConnection;
use time::{Duration, OffsetDateTime, format_description::well_known::Rfc3339};
use uuid::Uuid;

use super::{
    super::artwork::Place,
    copy::Rows,
    {good_id, part_id, shop_id, shop_location},
};

/// Pictures of a good: the model's front, and the other side of its card.
const PICTURES: usize = 2;

/// Rows of one lot, by table.
#[derive(Default)]
pub struct Lot {
    pub ids: Vec<Uuid>,
    products: Rows,
    options: Rows,
    gallery: Rows,
    variants: Rows,
    levels: Rows,
    movements: Rows,
    reviews: Rows,
}

/// What of the demo a good refers to.
pub struct Known<'a> {
    pub places: &'a HashMap<Place, Uuid>,
    /// Names of categories by slug.
    pub shelves: &'a HashMap<&'static str, &'static str>,
    pub now: OffsetDateTime,
}

impl Lot {
    /// # Errors
    /// When a time or an attribute cannot be written, which those of our goods can.
    pub fn add(&mut self, good: &Good<'_>, vendor: &str, known: &Known<'_>) -> anyhow::Result<()> {
        let id = good_id(good.number);
        self.ids.push(id);
        let born = known.now - Duration::minutes(good.published_minutes_ago.into());
        self.add_product(id, good, vendor, known, &born.format(&Rfc3339)?)?;
        for (at, (name, values)) in (1_i32..).zip(&good.options) {
            let coloured = values.iter().any(|(_, swatch)| !swatch.is_empty());
            let swatches = values.iter().map(|(_, swatch)| *swatch);
            self.options
                .plain(id)
                .plain(at)
                .text(name)
                .array(values.iter().map(|(value, _)| *value))
                .array(swatches.take(if coloured { values.len() } else { 0 }))
                .end();
        }
        for at in 0..PICTURES {
            let place = Place::Gallery(good.model.slug.clone(), at);
            if let Some(media) = known.places.get(&place) {
                let alt = if at == 0 {
                    good.title.clone()
                } else {
                    format!("{}, in its setting", good.title)
                };
                self.gallery
                    .plain(id)
                    .plain(at + 1)
                    .plain(media)
                    .text(&alt)
                    .end();
            }
        }
        let now = known.now.format(&Rfc3339)?;
        for (at, variant) in (0..).zip(&good.variants) {
            self.add_variant(id, good, (at, variant), &now);
        }
        for (at, review) in (0..).zip(&good.reviews) {
            let minutes = (u32::from(review.days_ago) * 1_440).min(good.published_minutes_ago);
            let said = known.now - Duration::minutes(minutes.into());
            self.reviews
                .plain(part_id(b'r', good.number, at))
                .plain(id)
                .text(&review.author)
                .plain(review.rating)
                .text(&review.title)
                .text(&review.body)
                .plain(review.verified)
                .plain(said.format(&Rfc3339)?)
                .end();
        }
        Ok(())
    }

    fn add_product(
        &mut self,
        id: Uuid,
        good: &Good<'_>,
        vendor: &str,
        known: &Known<'_>,
        born: &str,
    ) -> anyhow::Result<()> {
        let mut histogram = [0_u32; 5];
        for review in &good.reviews {
            if let Some(count) = histogram.get_mut(usize::from(review.rating.saturating_sub(1))) {
                *count += 1;
            }
        }
        let stars = good.reviews.iter().map(|review| u32::from(review.rating));
        let attributes: HashMap<&str, &str> = good.attributes.iter().copied().collect();
        let price = |by: fn(i64, i64) -> i64| {
            let prices = good.variants.iter().map(|variant| variant.price_cents);
            prices.reduce(by).unwrap_or(0)
        };
        let kind = known.shelves.get(good.model.category).copied();
        let [one, two, three, four, five] = histogram;
        self.products
            .plain(id)
            .plain(shop_id(good.shop))
            .plain(super::super::id("category", good.model.category))
            .plain(&good.slug)
            .plain(&good.slug)
            .text(&good.title)
            .text(&good.subtitle)
            .text(&good.description_html)
            .text(vendor)
            .text(kind.unwrap_or(""))
            .array(good.model.tags.iter().map(String::as_str))
            .text(&serde_json::to_string(&attributes)?)
            .plain("EUR")
            .plain(price(i64::min))
            .plain(price(i64::max))
            .optional(
                good.variants
                    .first()
                    .and_then(|variant| variant.compare_at_cents),
            )
            .plain(stars.sum::<u32>())
            .plain(good.reviews.len())
            .plain(format_args!("{{{one},{two},{three},{four},{five}}}"))
            .plain(born)
            .plain(born)
            .plain(born)
            .end();
        Ok(())
    }

    fn add_variant(
        &mut self,
        product: Uuid,
        good: &Good<'_>,
        (at, variant): (u16, &GoodVariant),
        now: &str,
    ) {
        let id = part_id(b'v', good.number, at);
        let location = shop_location(good.shop);
        self.variants
            .plain(id)
            .plain(product)
            .plain(shop_id(good.shop))
            .plain(at + 1)
            .array(variant.option_values.iter().copied())
            .plain(format_args!("P{}-{}", good.number, at + 1))
            .plain(variant.price_cents)
            .optional(variant.compare_at_cents)
            .plain(variant.weight_grams)
            .plain(now)
            .plain(now)
            .end();
        self.levels
            .plain(id)
            .plain(location)
            .plain(variant.stock)
            .end();
        if variant.stock > 0 {
            self.movements
                .plain(id)
                .plain(location)
                .plain("receive")
                .plain(variant.stock)
                .plain("seed")
                .plain(product)
                .plain(now)
                .end();
        }
    }

    /// Sends every table's rows, what others refer to first. Answers how many variants and reviews were written.
    ///
    /// # Errors
    /// When the database refuses one.
    pub async fn send(self, db: &mut PgConnection) -> sqlx::Result<(u64, u64)> {
        let products = "products (id, merchant_id, category_id, handle, slug, title, subtitle, description_html, vendor, product_type,
            tags, attributes, currency, price_min_minor, price_max_minor, compare_at_minor, rating_sum, rating_count,
            rating_histogram, published_at, created_at, updated_at)";
        self.products.send(db, products).await?;
        let options = r#"product_options (product_id, position, name, "values", swatches)"#;
        self.options.send(db, options).await?;
        let gallery = "product_media (product_id, position, media_id, alt)";
        self.gallery.send(db, gallery).await?;
        let variants = "variants (id, product_id, merchant_id, position, option_values, sku, price_minor, compare_at_minor,
            weight_grams, created_at, updated_at)";
        let variants = self.variants.send(db, variants).await?;
        let levels = "stock_levels (variant_id, location_id, on_hand)";
        self.levels.send(db, levels).await?;
        let movements = "stock_movements (variant_id, location_id, kind, on_hand_delta, cause_kind, cause_id, created_at)";
        self.movements.send(db, movements).await?;
        let reviews =
            "reviews (id, product_id, author_name, rating, title, body, verified, created_at)";
        let reviews = self.reviews.send(db, reviews).await?;
        Ok((variants, reviews))
    }
}
