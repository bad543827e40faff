//! What is bought together.

use sqlx::PgConnection;
use uuid::Uuid;

/// Counts one more order of every two of these products, in the order of their ids, so that two that count at once do not wait
/// for each other crosswise.
pub async fn count(db: &mut PgConnection, products: &[Uuid]) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into product_pairs (product_id, other_id, orders)
         select a.id, b.id, 1 from unnest($1::uuid[]) a (id) cross join unnest($1::uuid[]) b (id)
         join products p on p.id = a.id join products q on q.id = b.id
         where a.id <> b.id order by a.id, b.id
         on conflict (product_id, other_id) do update set orders = product_pairs.orders + 1",
        products
    )
    .execute(db)
    .await?;
    Ok(())
}

/// What was in most orders with this product.
pub async fn with(db: &mut PgConnection, product: Uuid, limit: i64) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "select other_id from product_pairs where product_id = $1 order by orders desc, other_id limit $2",
        product,
        limit
    )
    .fetch_all(db)
    .await
}
