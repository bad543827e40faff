//! The pools. Stock, carts, coupons and money are always read from the primary; pages that may lag a little use the reader.

use sqlx::{PgPool, Postgres, pool::PoolConnection};

use crate::error::AppError;

/// Connections to Postgres.
#[derive(Clone, Debug)]
pub struct Db {
    primary: PgPool,
    /// A small pool of its own, so that a rush of browsers cannot keep a buyer from paying.
    checkout: PgPool,
    reader: PgPool,
}

impl Db {
    /// `reader` may be a replica or the primary again.
    pub fn new(primary: PgPool, checkout: PgPool, reader: PgPool) -> Self {
        Self {
            primary,
            checkout,
            reader,
        }
    }

    /// One pool for everything, as in tests and tools.
    pub fn single(pool: PgPool) -> Self {
        Self {
            primary: pool.clone(),
            checkout: pool.clone(),
            reader: pool,
        }
    }

    pub fn primary(&self) -> &PgPool {
        &self.primary
    }

    pub fn checkout(&self) -> &PgPool {
        &self.checkout
    }

    /// A connection for a page that may be a moment behind.
    pub async fn read(&self) -> Result<PoolConnection<Postgres>, AppError> {
        Ok(self.reader.acquire().await?)
    }

    /// A connection that sees every committed write.
    pub async fn read_primary(&self) -> Result<PoolConnection<Postgres>, AppError> {
        Ok(self.primary.acquire().await?)
    }
}
