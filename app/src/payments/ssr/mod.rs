//! The payments' verbs: begin an attempt, hand the buyer over, settle what a provider reports, poll, give back.
//!
//! Locks are taken in one order everywhere: cart, order group, payment, holds, stock levels. None is held while a provider
//! is asked.

pub mod jobs;
pub mod pages;
pub mod provider;
mod queries;
pub mod test_provider;
mod views;

use std::sync::Arc;

use domain::{
    ids::{OrderGroupId, PaymentId, RefundId},
    money::Money,
    payment::{Applied, Attempt, AttemptState, ProviderOutcome, ProviderReport},
    policy::Actor,
};
use time::Duration;
use words::t;

use self::{
    provider::{NewPayment, Notice, PaymentProvider, ProviderError, ProviderPayment},
    test_provider::TestProvider,
};
use crate::{
    error::AppError,
    orders::ssr::{self as orders, Placement},
    ssr::{
        AppState, Clock, Cx, Db,
        internal::internal,
        settings::{PaymentSettings, Settings},
    },
};

/// An attempt nobody finishes is closed after this long.
pub const ATTEMPT_LIFETIME: Duration = Duration::minutes(30);
/// How soon the poller asks for the first time, and how long it waits between.
const POLL_INTERVAL: Duration = Duration::seconds(20);

/// An attempt under way.
#[derive(Debug, Clone)]
pub struct LiveAttempt {
    pub id: PaymentId,
    pub order_group: OrderGroupId,
    pub amount: Money,
    pub reference: Option<String>,
    pub redirect_url: Option<String>,
}

/// What settling a report came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// The order is placed.
    Placed,
    /// Nothing new.
    Unchanged,
    /// The attempt ended without money.
    Ended,
    /// Money came for what can no longer be delivered or was paid already; it goes back.
    Refunding,
    /// The report does not match the attempt; nothing was changed.
    Refused,
}

/// The attempt under way for a group, if any. Call with the group locked.
pub async fn live_attempt(
    cx: &mut Cx,
    group: OrderGroupId,
) -> Result<Option<LiveAttempt>, AppError> {
    queries::live_attempt(cx.db(), group).await
}

/// Writes down a new attempt. A unique index lets one be under way per group.
pub async fn begin_attempt(
    cx: &mut Cx,
    group: OrderGroupId,
    amount: Money,
) -> Result<LiveAttempt, AppError> {
    let id = PaymentId::from_uuid(cx.new_id());
    let provider = cx.state().payments.name();
    let now = cx.now;
    queries::insert_attempt(
        cx.db(),
        id,
        group,
        provider,
        amount,
        now,
        now + POLL_INTERVAL,
    )
    .await?;
    Ok(LiveAttempt {
        id,
        order_group: group,
        amount,
        reference: None,
        redirect_url: None,
    })
}

/// Makes the attempt known to the provider, outside of any transaction, and gives the address to pay at. May be repeated.
pub async fn hand_over(state: &AppState, attempt: &LiveAttempt) -> Result<String, AppError> {
    if let Some(url) = &attempt.redirect_url {
        return Ok(url.clone());
    }
    match make_known(state, attempt).await {
        Ok(made) => {
            let mut db = state.db.checkout().acquire().await?;
            queries::note_redirect(&mut db, attempt.id, &made, state.clock.now()).await?;
            Ok(made.redirect_url)
        }
        Err(ProviderError::Unknown(reason)) => {
            tracing::warn!(payment = %attempt.id, reason, "payment provider did not answer");
            Err(AppError::Unavailable)
        }
        Err(ProviderError::Refused(reason)) => {
            tracing::error!(payment = %attempt.id, reason, "payment provider refused a new payment");
            settle(state, &own_report(attempt, ProviderOutcome::Failed)).await?;
            Err(AppError::rule(
                "payment_refused",
                t!("The payment could not be started. Please try again."),
            ))
        }
    }
}

fn own_report(attempt: &LiveAttempt, outcome: ProviderOutcome) -> ProviderReport {
    ProviderReport {
        attempt: attempt.id,
        order_group: attempt.order_group,
        amount: attempt.amount,
        outcome,
    }
}

/// Notes a webhook once and settles what it says.
pub async fn receive(state: &AppState, notice: &Notice) -> Result<Settled, AppError> {
    let provider = state.payments.name();
    let payload = serde_json::to_value(notice.report)?;
    let mut db = state.db.checkout().acquire().await?;
    let handled = queries::note_event(
        &mut db,
        provider,
        &notice.event_id,
        &payload,
        state.clock.now(),
    )
    .await?;
    drop(db);
    if handled {
        return Ok(Settled::Unchanged);
    }
    let settled = settle(state, &notice.report).await?;
    let mut db = state.db.checkout().acquire().await?;
    queries::note_outcome(&mut db, provider, &notice.event_id, settled).await?;
    Ok(settled)
}

/// Applies what a provider reports, whoever brought the news: webhook, the buyer's return, or the poller. Idempotent.
pub async fn settle(state: &AppState, report: &ProviderReport) -> Result<Settled, AppError> {
    let mut cx = Cx::begin_checkout(state, Actor::System).await?;
    let settled = settle_in(&mut cx, report).await?;
    cx.commit().await?;
    Ok(settled)
}

async fn settle_in(cx: &mut Cx, report: &ProviderReport) -> Result<Settled, AppError> {
    let Some(group) = queries::group_of(cx.db(), report.attempt).await? else {
        return Ok(Settled::Refused);
    };
    let group = orders::lock(cx, group).await?;
    let row = queries::lock_attempt(cx.db(), report.attempt).await?;
    let attempt = Attempt {
        id: report.attempt,
        order_group: group.id,
        amount: row.amount,
    };
    let outcome = match domain::payment::verify(&attempt, report) {
        Ok(outcome) => outcome,
        Err(mismatch) => {
            let _ = internal("payment report", &mismatch);
            return Ok(Settled::Refused);
        }
    };
    let next = match row.state.apply(outcome) {
        Ok(Applied::Unchanged) => return Ok(Settled::Unchanged),
        Ok(Applied::Changed(next)) => next,
        // Paid after we had given the attempt up: the money is here, whatever we thought.
        Err(_) if outcome == ProviderOutcome::Succeeded => AttemptState::Succeeded,
        Err(contradiction) => {
            let _ = internal("payment report", &contradiction);
            return Ok(Settled::Refused);
        }
    };
    let now = cx.now;
    queries::set_state(cx.db(), report.attempt, next, now).await?;
    match next {
        AttemptState::Succeeded => captured(cx, &group, &attempt).await,
        AttemptState::Declined | AttemptState::Failed | AttemptState::Expired => {
            orders::payment_ended(cx, &group, next).await?;
            Ok(Settled::Ended)
        }
        AttemptState::Created | AttemptState::Redirected | AttemptState::Unknown => {
            Ok(Settled::Unchanged)
        }
    }
}

/// The money is ours: place the order, or give it back.
async fn captured(
    cx: &mut Cx,
    group: &orders::LockedGroup,
    attempt: &Attempt,
) -> Result<Settled, AppError> {
    let now = cx.now;
    queries::set_captured(cx.db(), attempt.id, attempt.amount, now).await?;
    match orders::place(cx, group, attempt).await? {
        Placement::Placed => Ok(Settled::Placed),
        Placement::SoldOut => {
            refund(cx, attempt.id, attempt.amount, "sold_out").await?;
            Ok(Settled::Refunding)
        }
        Placement::NotOpen => {
            refund(cx, attempt.id, attempt.amount, "paid_twice").await?;
            Ok(Settled::Refunding)
        }
    }
}

/// Notes a refund within what was captured, and enqueues its execution.
pub async fn refund(
    cx: &mut Cx,
    payment: PaymentId,
    amount: Money,
    reason: &str,
) -> Result<RefundId, AppError> {
    let id = RefundId::from_uuid(cx.new_id());
    let now = cx.now;
    if !queries::claim_refund(cx.db(), payment, amount, now).await? {
        return Err(AppError::conflict(
            "refund_exceeds_capture",
            t!("More was to be given back than was taken."),
        ));
    }
    queries::insert_refund(cx.db(), id, payment, amount, reason, now).await?;
    cx.enqueue(jobs::ExecuteRefund { refund: id }).await?;
    Ok(id)
}

/// Asks the provider how the attempt stands, and settles the answer.
pub async fn refresh(
    state: &AppState,
    payment: PaymentId,
) -> Result<(OrderGroupId, Settled), AppError> {
    let attempt = attempt(state, payment).await?;
    let Some(reference) = &attempt.reference else {
        return Ok((attempt.order_group, Settled::Unchanged));
    };
    let settled = match state.payments.report(reference).await {
        Ok(report) => settle(state, &report).await?,
        Err(error) => {
            tracing::warn!(%payment, %error, "payment provider did not tell");
            Settled::Unchanged
        }
    };
    Ok((attempt.order_group, settled))
}

/// Closes an attempt at the provider, so that nobody can pay it any more, and settles how it stood.
pub async fn cancel(state: &AppState, attempt: &LiveAttempt) -> Result<Settled, AppError> {
    let reference = reference(state, attempt).await.map_err(unavailable)?;
    let report = state
        .payments
        .cancel(&reference)
        .await
        .map_err(unavailable)?;
    settle(state, &report).await
}

/// The provider's name for an attempt. It may know the attempt although its answer was lost: asking again gives the same.
async fn reference(state: &AppState, attempt: &LiveAttempt) -> Result<String, ProviderError> {
    match &attempt.reference {
        Some(reference) => Ok(reference.clone()),
        None => Ok(make_known(state, attempt).await?.reference),
    }
}

async fn make_known(
    state: &AppState,
    attempt: &LiveAttempt,
) -> Result<ProviderPayment, ProviderError> {
    let payment = NewPayment {
        attempt: attempt.id,
        order_group: attempt.order_group,
        amount: attempt.amount,
        // The same whoever asks again, as its idempotency demands; the page it names leads on into the buyer's language.
        return_url: state
            .settings
            .absolute(&format!("/payments/{}/return", attempt.id)),
    };
    state.payments.create(&payment).await
}

fn unavailable(error: ProviderError) -> AppError {
    tracing::warn!(%error, "payment provider");
    AppError::Unavailable
}

/// An attempt as written down, whatever its state.
pub async fn attempt(state: &AppState, payment: PaymentId) -> Result<LiveAttempt, AppError> {
    let mut db = state.db.checkout().acquire().await?;
    queries::attempt(&mut db, payment)
        .await?
        .ok_or(AppError::NotFound)
}

/// Settles attempts whose news is overdue: asks for those under way, closes those past their lifetime. The worker calls it
/// every few seconds; several workers share the work.
pub async fn poll_due(state: &AppState) -> Result<usize, AppError> {
    let now = state.clock.now();
    let mut db = state.db.checkout().acquire().await?;
    let due = queries::claim_due(&mut db, now, now + POLL_INTERVAL).await?;
    drop(db);
    for (attempt, created_at) in &due {
        let outcome = if *created_at + ATTEMPT_LIFETIME <= now {
            cancel(state, attempt).await.map(|_| ())
        } else {
            refresh(state, attempt.id).await.map(|_| ())
        };
        if let Err(error) = outcome {
            tracing::warn!(payment = %attempt.id, %error, "polling a payment failed");
        }
    }
    Ok(due.len())
}

/// The provider the settings name.
pub fn provider(settings: &Settings, db: &Db, clock: &Clock) -> Arc<dyn PaymentProvider> {
    match &settings.payments {
        PaymentSettings::Test { secret } => Arc::new(TestProvider::new(
            db.primary().clone(),
            clock.clone(),
            secret.clone(),
            settings.app_url.as_str(),
        )),
    }
}
