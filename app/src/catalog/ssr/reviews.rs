//! Reviews: stars and words about a product.

use domain::ids::ProductId;
use time::OffsetDateTime;
use uuid::Uuid;
use words::t;

use super::queries;
use crate::{
    error::AppError,
    ssr::{Cx, pages::Tag, rest::invalid},
};

/// A review to publish.
#[derive(Clone, Debug)]
pub struct ReviewInput {
    pub author_name: String,
    /// 1 to 5.
    pub rating: u8,
    pub title: String,
    pub body: String,
    /// The author bought the product here.
    pub verified: bool,
    pub created_at: OffsetDateTime,
}

/// Publishes a review and counts it in the product's rating.
///
/// # Errors
/// [`AppError::Invalid`] for a rating that is not 1 to 5 or a missing name; [`AppError::NotFound`] for no such product.
pub async fn add_review(
    cx: &mut Cx,
    product: ProductId,
    input: ReviewInput,
) -> Result<Uuid, AppError> {
    if !(1..=5).contains(&input.rating) {
        return Err(invalid("rating", t!("Choose one to five stars")));
    }
    if input.author_name.trim().is_empty() {
        return Err(invalid("author_name", t!("Enter your name")));
    }
    let id = cx.new_id();
    // The product's row first: it is the lock that keeps sum, count and histogram together.
    if !queries::reviews::count(cx.db(), product.as_uuid(), input.rating.into()).await? {
        return Err(AppError::NotFound);
    }
    queries::reviews::insert(cx.db(), id, product.as_uuid(), &input).await?;
    queries::products::refresh_index(cx.db(), product.as_uuid()).await?;
    cx.touch(Tag::Product(product.as_uuid()));
    // Filters count products by their stars, and searches put first what many have rated.
    cx.touch(Tag::Listings);
    Ok(id)
}
