//! The schema this release was built with, and how far a database is from it.
//!
//! Applied by `sokonova migrate`, the release step. A web process only looks (see [`crate::health`]). Migrations are
//! forward-only; a database that is ahead of this release is fine (the next release expanded it already).

use app::ssr::jobs;
use sqlx::migrate::Migrator;
use sqlx::{Connection, PgConnection, PgPool};

/// The files of `migrations/`, inside the binary.
pub static MIGRATIONS: Migrator = sqlx::migrate!("../migrations");

/// Applies what is missing, then the job queue's own tables.
///
/// # Errors
/// When Postgres is away, a statement fails, or waits longer than `lock_timeout` for a busy table (try again then).
pub async fn apply(url: &str) -> anyhow::Result<usize> {
    let mut connection = PgConnection::connect(url).await?;
    // A migration that queues behind a long transaction would stop everybody who comes after it.
    sqlx::query("set lock_timeout = '5s'")
        .execute(&mut connection)
        .await?;
    let before = applied(&mut connection).await?;
    // `no-transaction` migrations and a newer schema than ours are both normal during a rolling deploy.
    let mut migrator = Migrator::with_migrations(MIGRATIONS.iter().cloned().collect());
    migrator.set_ignore_missing(true);
    migrator.run(&mut connection).await?;
    let after = applied(&mut connection).await?;
    connection.close().await?;
    let pool = PgPool::connect(url).await?;
    jobs::migrate(&pool).await?;
    pool.close().await;
    Ok(after.len() - before.len())
}

/// How many of this release's migrations the database lacks.
///
/// # Errors
/// When Postgres does not answer.
pub async fn pending(pool: &PgPool) -> Result<usize, sqlx::Error> {
    let mut connection = pool.acquire().await?;
    let applied = applied(&mut connection).await?;
    Ok(MIGRATIONS
        .iter()
        .filter(|migration| !applied.contains(&migration.version))
        .count())
}

async fn applied(connection: &mut PgConnection) -> Result<Vec<i64>, sqlx::Error> {
    let exists: bool = sqlx::query_scalar("select to_regclass('_sqlx_migrations') is not null")
        .fetch_one(&mut *connection)
        .await?;
    if !exists {
        return Ok(Vec::new());
    }
    sqlx::query_scalar("select version from _sqlx_migrations where success order by version")
        .fetch_all(connection)
        .await
}
