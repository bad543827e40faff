//! How many SQL statements a page costs, counted by Postgres itself.
//!
//! The worker and the samplers of the same server use the same database. What they do can only be counted on top, so the
//! lowest of several counts is the page's own.

use std::str::FromStr;

use anyhow::ensure;
use http::StatusCode;
use serde::Serialize;
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{ConnectOptions, Connection};

use crate::client::{AS_BROWSERS, Client};
use crate::shop::{Buyer, MAX_LINES, Shop};

/// Counts per page; the first ones also fill what the server caches.
const COUNTS: usize = 6;

/// Reads the statistics of the site's database.
pub struct Database {
    url: String,
}

/// A page and its cost.
#[derive(Debug, Serialize)]
pub struct PageStatements {
    pub page: &'static str,
    pub statements: i64,
}

impl Database {
    /// Makes the extension that counts.
    ///
    /// # Errors
    /// When the database is away, or does not preload `pg_stat_statements`.
    pub async fn connect(url: &str) -> anyhow::Result<Self> {
        let database = Self {
            url: url.to_owned(),
        };
        let mut connection = database.open().await?;
        sqlx::query("create extension if not exists pg_stat_statements")
            .execute(&mut connection)
            .await?;
        connection.close().await?;
        Ok(database)
    }

    async fn open(&self) -> anyhow::Result<PgConnection> {
        Ok(PgConnectOptions::from_str(&self.url)?.connect().await?)
    }

    /// A million more pieces of everything, with the movements that explain them: no run may end because goods do.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn stock_up(&self) -> anyhow::Result<()> {
        let mut connection = self.open().await?;
        sqlx::query(
            "with more as (
                 update stock_levels set on_hand = on_hand + 1000000 returning variant_id, location_id)
             insert into stock_movements (variant_id, location_id, kind, on_hand_delta, cause_kind, cause_id, created_at)
             select variant_id, location_id, 'receive', 1000000, 'load', variant_id, now() from more",
        )
        .execute(&mut connection)
        .await?;
        connection.close().await?;
        Ok(())
    }
}

/// Counts every kind of page, as seen by a visitor whose server has the menu in its cache; a kept page costs nothing.
///
/// # Errors
/// When a page does not answer 200, or the statistics cannot be read.
pub async fn count(
    database: &Database,
    client: &mut Client,
    shop: &Shop,
) -> anyhow::Result<Vec<PageStatements>> {
    let mut one = Buyer::new(client).await?;
    one.add(&shop.variants[0]).await?;
    let one = one.cookie();
    let mut full = Buyer::new(client).await?;
    for variant in &shop.variants[..MAX_LINES] {
        full.add(variant).await?;
    }
    let full = full.cookie();
    let mut ordering = Buyer::new(client).await?;
    let (first, second) = &shop.pairs[0];
    ordering.add(first).await?;
    ordering.add(second).await?;
    let total = ordering.reach_review().await?;
    let reviewing = ordering.cookie();

    let category = format!("/c/{}", shop.categories[0]);
    let search = format!("/search?q={}", shop.terms[0]);
    let product = format!("/p/{}", shop.products[0]);
    let mut found = Vec::new();
    for (page, path, cookie) in [
        ("home", "/", ""),
        ("category", &category, ""),
        ("search", &search, ""),
        ("product", &product, ""),
        ("cart, 1 line", "/cart", &one),
        ("cart, 100 lines", "/cart", &full),
        ("checkout review", "/checkout?step=review", &reviewing),
    ] {
        let statements = lowest(database, client, path, cookie).await?;
        found.push(PageStatements { page, statements });
    }
    // The payment ends the review, so the order comes last.
    let order = Buyer::resume(client, &reviewing).pay(&total).await?;
    found.push(PageStatements {
        page: "order",
        statements: lowest(database, client, &order, "").await?,
    });
    // A kept page costs nothing, what is of one visitor always something.
    let own = found.iter().filter(|page| page.page.starts_with("cart"));
    ensure!(
        own.clone().all(|page| page.statements > 0),
        "Postgres has counted nothing"
    );
    Ok(found)
}

async fn lowest(
    database: &Database,
    client: &mut Client,
    path: &str,
    cookie: &str,
) -> anyhow::Result<i64> {
    let mut connection = database.open().await?;
    let mut lowest = i64::MAX;
    for _ in 0..COUNTS {
        sqlx::query(
            "select pg_stat_statements_reset(0, oid, 0) from pg_database where datname = current_database()",
        )
        .execute(&mut connection)
        .await?;
        client
            .page(path, AS_BROWSERS, cookie, StatusCode::OK)
            .await?;
        let calls: i64 = sqlx::query_scalar(
            r"select coalesce(sum(s.calls), 0)::bigint from pg_stat_statements s
              join pg_database d on d.oid = s.dbid
              where d.datname = current_database() and s.query not like '%pg_stat_statements%'
              and s.query !~* '^\s*(begin|start|commit|rollback|savepoint|release|set|reset|discard)\M'",
        )
        .fetch_one(&mut connection)
        .await?;
        lowest = lowest.min(calls);
    }
    connection.close().await?;
    Ok(lowest)
}
