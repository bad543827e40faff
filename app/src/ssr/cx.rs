//! A unit of work: one transaction, who acts, and when. Doors (server functions, REST handlers, commands, jobs) begin and
//! commit it; verbs only borrow it. Dropped without a commit, everything in it is undone.

use domain::policy::Actor;
use graphile_worker::{JobSpec, TaskHandler, WorkerUtils};
use sqlx::{PgConnection, PgPool, Postgres, Transaction};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::AppState;
use crate::error::AppError;

/// What a verb works with.
pub struct Cx {
    tx: Transaction<'static, Postgres>,
    pub actor: Actor,
    pub now: OffsetDateTime,
    state: AppState,
}

impl Cx {
    /// Begins a transaction on the primary.
    pub async fn begin(state: &AppState, actor: Actor) -> Result<Self, AppError> {
        Self::on(state.db.primary(), state, actor).await
    }

    /// Begins a transaction on the pool kept for checkouts.
    pub async fn begin_checkout(state: &AppState, actor: Actor) -> Result<Self, AppError> {
        Self::on(state.db.checkout(), state, actor).await
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that begins transactions"
    )]
    async fn on(pool: &PgPool, state: &AppState, actor: Actor) -> Result<Self, AppError> {
        Ok(Self {
            tx: pool.begin().await?,
            actor,
            now: state.clock.now(),
            state: state.clone(),
        })
    }

    /// The connection inside the transaction.
    pub fn db(&mut self) -> &mut PgConnection {
        &mut self.tx
    }

    pub fn state(&self) -> &AppState {
        &self.state
    }

    /// A new time-ordered id.
    pub fn new_id(&self) -> Uuid {
        new_id(self.now)
    }

    /// Adds a job that runs only if this transaction commits.
    pub async fn enqueue<J: TaskHandler>(&mut self, job: J) -> Result<(), AppError> {
        self.enqueue_with(job, JobSpec::default()).await
    }

    /// As [`Cx::enqueue`], to be run no sooner than `delay` from now.
    pub async fn enqueue_in<J: TaskHandler>(
        &mut self,
        job: J,
        delay: Duration,
    ) -> Result<(), AppError> {
        let at = self.now + delay;
        let run_at = chrono::DateTime::from_timestamp(at.unix_timestamp(), at.nanosecond());
        self.enqueue_with(
            job,
            JobSpec {
                run_at,
                ..JobSpec::default()
            },
        )
        .await
    }

    /// As [`Cx::enqueue`], with a key, a priority or a number of attempts.
    pub async fn enqueue_with<J: TaskHandler>(
        &mut self,
        job: J,
        spec: JobSpec,
    ) -> Result<(), AppError> {
        WorkerUtils::new(self.state.db.primary().clone(), super::jobs::SCHEMA)
            .with_executor(&mut self.tx)
            .add_job(job, spec)
            .await
            .map_err(|error| super::internal::internal("enqueue", &error))?;
        Ok(())
    }

    pub async fn commit(self) -> Result<(), AppError> {
        Ok(self.tx.commit().await?)
    }
}

/// A time-ordered id (UUID v7) of the moment `now`.
pub fn new_id(now: OffsetDateTime) -> Uuid {
    let seconds = u64::try_from(now.unix_timestamp()).unwrap_or(0);
    Uuid::new_v7(uuid::Timestamp::from_unix(
        uuid::NoContext,
        seconds,
        now.nanosecond(),
    ))
}
