//! A unit of work: one transaction, who acts, and when. Doors (server functions, REST handlers, commands, jobs) begin and
//! commit it; verbs only borrow it. Dropped without a commit, everything in it is undone.

use std::collections::BTreeSet;

use domain::{ids::VariantId, policy::Actor};
use graphile_worker::{JobSpec, TaskHandler, WorkerUtils};
use sqlx::{PgConnection, PgPool, Postgres, Transaction};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::{AppState, pages::Tag};
use crate::error::AppError;

/// What a verb works with.
pub struct Cx {
    tx: Transaction<'static, Postgres>,
    pub actor: Actor,
    pub now: OffsetDateTime,
    state: AppState,
    touched: Vec<Tag>,
    touched_variants: BTreeSet<Uuid>,
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
            touched: Vec::new(),
            touched_variants: BTreeSet::new(),
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

    /// Pages that show this are rendered anew once the transaction is committed.
    pub fn touch(&mut self, tag: Tag) {
        if !self.touched.contains(&tag) {
            self.touched.push(tag);
        }
    }

    /// How much there is of this variant has changed.
    pub fn touch_stock(&mut self, variant: VariantId) {
        self.touched_variants.insert(variant.as_uuid());
    }

    pub async fn commit(mut self) -> Result<(), AppError> {
        if !self.touched_variants.is_empty() {
            let variants: Vec<Uuid> = std::mem::take(&mut self.touched_variants)
                .into_iter()
                .collect();
            for stocked in products_of(&mut self.tx, &variants).await? {
                self.touch(Tag::Product(stocked.product_id));
                if stocked.turned {
                    self.touch(Tag::Listings);
                }
            }
        }
        self.tx.commit().await?;
        self.state.pages.changed(self.touched);
        Ok(())
    }
}

struct Stocked {
    product_id: Uuid,
    /// This transaction sold it out, or brought it back.
    turned: bool,
}

/// The products of these variants. A row of `product_facets` that only stock has touched was written because it turned.
async fn products_of(db: &mut PgConnection, variants: &[Uuid]) -> sqlx::Result<Vec<Stocked>> {
    sqlx::query_as!(
        Stocked,
        r#"select distinct v.product_id, coalesce(f.xmin = pg_current_xact_id()::xid, false) as "turned!"
           from variants v left join product_facets f on f.product_id = v.product_id
           where v.id = any($1)"#,
        variants
    )
    .fetch_all(db)
    .await
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
