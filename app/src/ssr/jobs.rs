//! The job queue: graphile_worker in the same database, so that a job is enqueued by the transaction that needs it.
//!
//! A job is a shallow struct: it opens a [`Cx`](super::Cx), calls one verb, and commits. Delivery is at least once; verbs are
//! idempotent. A dead worker's jobs are taken over by the sweeper.

use std::time::Duration;

use graphile_worker::{Worker, WorkerContext, WorkerOptions, WorkerUtils};
use sqlx::PgPool;

use super::AppState;
use crate::error::AppError;

/// The queue's schema in the database.
pub const SCHEMA: &str = "graphile_worker";

/// Creates or upgrades the queue's tables; part of `sokonova migrate`.
pub async fn migrate(pool: &PgPool) -> Result<(), AppError> {
    WorkerUtils::new(pool.clone(), SCHEMA)
        .migrate()
        .await
        .map_err(|error| super::internal::internal("job queue migration", &error))
}

/// A worker with every job of the application, ready to `run` or, in tests, to `run_once`. Asked to stop, it lets running
/// jobs finish for `grace`.
pub async fn worker(
    state: AppState,
    concurrency: usize,
    grace: Duration,
) -> Result<Worker, AppError> {
    let options = WorkerOptions::default()
        .pg_pool(state.db.primary().clone())
        .schema(SCHEMA)
        .concurrency(concurrency)
        .poll_interval(Duration::from_secs(2))
        .heartbeat_interval(Duration::from_secs(10))
        .sweep_interval(Duration::from_secs(20))
        .sweep_threshold(Duration::from_secs(45))
        .recovery_delay(Duration::from_secs(1))
        .listen_os_shutdown_signals(false)
        .shutdown_grace_period(grace)
        .add_extension(state);
    let options = crate::catalog::ssr::jobs::register(options);
    let options = crate::orders::ssr::jobs::register(options);
    let options = crate::payments::ssr::jobs::register(options);
    let options = super::mail::register(options);
    options
        .init()
        .await
        .map_err(|error| super::internal::internal("worker start", &error))
}

/// The application's state inside a job.
pub fn state(context: &WorkerContext) -> Result<AppState, AppError> {
    context.get_ext::<AppState>().cloned().ok_or_else(|| {
        super::internal::internal_message("job", "worker was started without its state")
    })
}
