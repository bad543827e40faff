//! What has to be done from time to time, beside jobs: give expired holds back, ask after silent payments, forget what is
//! old. Every worker runs it; each step takes its rows with `skip locked`, so several share the work.

use std::time::Duration;

use super::AppState;
use crate::{checkout, error::AppError, payments, questions};

/// Between rounds. An abandoned hold is free again this soon after its time.
const ROUND: Duration = Duration::from_secs(5);

/// Rounds until `stop` is done.
pub async fn run(state: &AppState, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    loop {
        round(state).await;
        tokio::select! {
            () = &mut stop => return,
            () = tokio::time::sleep(ROUND) => {}
        }
    }
}

/// One round. A step that fails is logged and keeps no other from its turn.
pub async fn round(state: &AppState) {
    let steps = [
        ("holds", checkout::ssr::holds::reap(state).await.map(|_| ())),
        ("payments", payments::ssr::poll_due(state).await.map(|_| ())),
        ("questions", questions::ssr::forget(state).await),
        ("old rows", forget(state).await),
    ];
    for (step, outcome) in steps {
        if let Err(error) = outcome {
            tracing::warn!(step, %error, "upkeep");
        }
    }
}

/// Idempotency keys are kept for a week, mails for a month, carts nobody touched for three.
async fn forget(state: &AppState) -> Result<(), AppError> {
    let now = state.clock.now();
    let mut db = state.db.read_primary().await?;
    sqlx::query!(
        "delete from idempotency_keys where created_at < $1",
        now - time::Duration::days(7)
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "delete from mails where id in (select id from mails where created_at < $1 order by created_at limit 500)",
        now - time::Duration::days(30)
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "delete from carts where id in (
             select c.id from carts c where c.state = 'open' and c.updated_at < $1
             and not exists (select from order_groups g where g.cart_id = c.id)
             and not exists (select from checkouts k join stock_holds h on h.checkout_id = k.id and h.state = 'held'
                             where k.cart_id = c.id)
             limit 500)",
        now - time::Duration::days(90)
    )
    .execute(&mut *db)
    .await?;
    Ok(())
}
