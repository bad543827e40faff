//! Variants as the cart and the checkout see them.

use domain::{
    ids::{MerchantId, ProductId, VariantId},
    money::Money,
};
use sqlx::PgConnection;
use words::term;

use super::queries;
use crate::{catalog::types::PictureView, error::AppError, markets::ssr::priced, ssr::Media};

/// What a cart must know of a variant, now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CartVariant {
    pub id: VariantId,
    pub product: ProductId,
    pub product_slug: String,
    pub title: String,
    /// "Sand / Large"; empty for a product without options.
    pub variant_title: String,
    pub sku: Option<String>,
    pub picture: Option<PictureView>,
    /// The id of the picture's file, which an order line keeps.
    pub media_id: Option<uuid::Uuid>,
    pub merchant: MerchantId,
    pub merchant_slug: String,
    pub merchant_name: String,
    pub price: Money,
    /// Pieces that no checkout and no order has, over all locations; `None` when stock does not limit sales.
    pub available: Option<u32>,
    /// Product, variant and merchant are all there to be bought from.
    pub sellable: bool,
    pub weight_grams: u32,
    pub requires_shipping: bool,
    pub taxable: bool,
}

/// These variants, in no particular order; unknown ids are left out. One statement.
pub async fn variants_for_cart(
    db: &mut PgConnection,
    media: &Media,
    ids: &[VariantId],
) -> Result<Vec<CartVariant>, AppError> {
    let ids: Vec<uuid::Uuid> = ids.iter().map(|id| id.as_uuid()).collect();
    let rows = queries::variants::for_cart(db, &ids).await?;
    rows.into_iter()
        .map(|row| {
            let media_id = row.picture.as_ref().map(|picture| picture.id);
            Ok(CartVariant {
                id: VariantId::from_uuid(row.id),
                product: ProductId::from_uuid(row.product_id),
                product_slug: row.product_slug,
                title: row.title,
                variant_title: variant_title(&row.option_values),
                sku: row.sku,
                picture: row.picture.map(|picture| picture.0.view(media)),
                media_id,
                merchant: MerchantId::from_uuid(row.merchant_id),
                merchant_slug: row.merchant_slug,
                merchant_name: row.merchant_name,
                price: priced(
                    (row.price_minor, None),
                    &row.currency,
                    row.listed_minor.map(|minor| (minor, None)),
                )?
                .price,
                available: row.available.map(pieces),
                sellable: row.sellable,
                weight_grams: pieces(i64::from(row.weight_grams)),
                requires_shipping: row.requires_shipping,
                taxable: row.taxable,
            })
        })
        .collect()
}

/// What a variant costs now, and how many of it there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    pub price: Money,
    /// As [`CartVariant::available`].
    pub available: Option<u32>,
}

/// The offer of a variant; none unless product, variant and merchant are all there to be bought from. One statement.
pub async fn offer(db: &mut PgConnection, variant: VariantId) -> Result<Option<Offer>, AppError> {
    let Some(row) = queries::variants::offer(db, variant.as_uuid()).await? else {
        return Ok(None);
    };
    let listed = row.listed_minor.map(|minor| (minor, None));
    Ok(Some(Offer {
        price: priced((row.price_minor, None), &row.currency, listed)?.price,
        available: row.available.map(pieces),
    }))
}

/// The values of a variant's options, in the spoken language: "Blue / Large".
pub fn variant_title(option_values: &[String]) -> String {
    let values: Vec<String> = option_values.iter().map(|value| term(value)).collect();
    values.join(" / ")
}

/// A count from the database, where it is never negative.
pub(super) fn pieces(count: i64) -> u32 {
    u32::try_from(count.max(0)).unwrap_or(u32::MAX)
}
