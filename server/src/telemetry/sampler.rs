//! Reads the numbers that live in Postgres every ten seconds and shows them as gauges.
//!
//! Both queries are about the queue's and the stock's backlog, not about any one row. A failed reading leaves the last
//! value: the outage itself shows elsewhere.

use std::time::Duration;

use sqlx::PgPool;
use tokio_util::sync::CancellationToken;

const EVERY: Duration = Duration::from_secs(10);

/// Runs until cancelled.
pub async fn run(pool: PgPool, stop: CancellationToken) {
    let mut ticks = tokio::time::interval(EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    while stop.run_until_cancelled(ticks.tick()).await.is_some() {
        if let Err(error) = sample(&pool).await {
            tracing::warn!(%error, "backlog could not be read");
        }
    }
}

/// One reading.
///
/// # Errors
/// When Postgres does not answer or lacks the tables.
pub async fn sample(pool: &PgPool) -> Result<(), sqlx::Error> {
    let (waiting, age): (i64, f64) = sqlx::query_as(
        "select count(*), coalesce(extract(epoch from now() - min(run_at)), 0)::float8
         from graphile_worker.jobs
         where locked_at is null and run_at <= now() and attempts < max_attempts",
    )
    .fetch_one(pool)
    .await?;
    let lag: f64 = sqlx::query_scalar(
        "select coalesce(extract(epoch from now() - min(expires_at)), 0)::float8
         from stock_holds
         where state = 'held' and expires_at < now()",
    )
    .fetch_one(pool)
    .await?;
    #[expect(
        clippy::cast_precision_loss,
        reason = "a gauge is a float; queues are far below 2^53"
    )]
    metrics::gauge!("sokonova_job_queue_depth").set(waiting as f64);
    metrics::gauge!("sokonova_job_queue_age_seconds").set(age);
    metrics::gauge!("sokonova_hold_expiry_lag_seconds").set(lag);
    Ok(())
}
