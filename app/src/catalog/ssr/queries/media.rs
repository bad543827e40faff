//! Pictures and where they come from.

use sqlx::{PgConnection, types::Json};
use time::OffsetDateTime;
use uuid::Uuid;

use super::PictureRow;

/// A picture by itself, once it is there.
pub async fn picture(db: &mut PgConnection, id: Uuid) -> sqlx::Result<Option<Json<PictureRow>>> {
    let found = sqlx::query_scalar!(
        r#"select picture_of(d, '') as "picture!: Json<PictureRow>" from media d where d.id = $1 and d.state = 'ready'"#,
        id
    );
    found.fetch_optional(db).await
}

/// A row for a picture still to be fetched; false when one of this address is there.
pub async fn insert_pending(
    db: &mut PgConnection,
    id: Uuid,
    url: &str,
    now: OffsetDateTime,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "insert into media (id, source_url, state, created_at) values ($1, $2, 'pending', $3)
         on conflict (source_url) where source_url is not null do nothing",
        id,
        url,
        now
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

pub async fn by_source(db: &mut PgConnection, url: &str) -> sqlx::Result<Uuid> {
    sqlx::query_scalar!("select id from media where source_url = $1", url)
        .fetch_one(db)
        .await
}

/// Where a pending picture is to be had; none when it is not pending.
pub async fn pending(db: &mut PgConnection, id: Uuid) -> sqlx::Result<Option<String>> {
    let found = sqlx::query_scalar!(
        "select source_url from media where id = $1 and state = 'pending'",
        id
    );
    Ok(found.fetch_optional(db).await?.flatten())
}

/// Gives the products that show it.
pub async fn ready(
    db: &mut PgConnection,
    id: Uuid,
    widths: &[i32],
    (width, height): (i32, i32),
    (placeholder, blur): (&str, &str),
) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "with done as (
             update media set state = 'ready', error = null, widths = $2, width = $3, height = $4, placeholder = $5, blur = $6
             where id = $1 returning id
         )
         select distinct g.product_id from product_media g join done d on d.id = g.media_id",
        id,
        widths,
        width,
        height,
        placeholder,
        blur
    )
    .fetch_all(db)
    .await
}

pub async fn failed(
    db: &mut PgConnection,
    id: Uuid,
    message: &str,
    last: bool,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update media set error = $2, state = case when $3 then 'failed' else state end where id = $1 and state = 'pending'",
        id,
        message,
        last
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The addresses of these pictures, of those that came from one.
pub async fn sources(db: &mut PgConnection, ids: &[Uuid]) -> sqlx::Result<Vec<(Uuid, String)>> {
    let rows = sqlx::query!(
        r#"select id, source_url as "source_url!" from media where id = any($1) and source_url is not null"#,
        ids
    );
    Ok(rows
        .fetch_all(db)
        .await?
        .into_iter()
        .map(|row| (row.id, row.source_url))
        .collect())
}
