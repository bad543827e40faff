//! Reviews and the sums of their stars.

use sqlx::PgConnection;
use uuid::Uuid;

use crate::catalog::ssr::ReviewInput;

/// Counts one more review of `rating` stars; false when there is no such product.
pub async fn count(db: &mut PgConnection, product: Uuid, rating: i32) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update products set rating_sum = rating_sum + $2, rating_count = rating_count + 1,
             rating_histogram[$2] = rating_histogram[$2] + 1
         where id = $1",
        product,
        rating
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

pub async fn insert(
    db: &mut PgConnection,
    id: Uuid,
    product: Uuid,
    input: &ReviewInput,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into reviews (id, product_id, author_name, rating, title, body, verified, state, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, 'published', $8)",
        id,
        product,
        input.author_name.trim(),
        i32::from(input.rating),
        input.title.trim(),
        input.body.trim(),
        input.verified,
        input.created_at
    )
    .execute(db)
    .await?;
    Ok(())
}
