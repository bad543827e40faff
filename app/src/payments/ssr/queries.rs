//! All SQL of payments.

use domain::{
    ids::{OrderGroupId, PaymentId, RefundId},
    money::Money,
    payment::AttemptState,
};
use sqlx::PgConnection;
use time::OffsetDateTime;
use uuid::Uuid;

use super::{LiveAttempt, Settled, provider::ProviderPayment};
use crate::{
    error::AppError,
    ssr::{internal::internal, money},
};

struct AttemptRow {
    id: Uuid,
    group_id: Uuid,
    currency: String,
    amount_minor: i64,
    provider_ref: Option<String>,
    redirect_url: Option<String>,
}

impl TryFrom<AttemptRow> for LiveAttempt {
    type Error = AppError;

    fn try_from(row: AttemptRow) -> Result<Self, AppError> {
        Ok(Self {
            id: PaymentId::from_uuid(row.id),
            order_group: OrderGroupId::from_uuid(row.group_id),
            amount: money(row.amount_minor, &row.currency)?,
            reference: row.provider_ref,
            redirect_url: row.redirect_url,
        })
    }
}

pub async fn live_attempt(
    db: &mut PgConnection,
    group: OrderGroupId,
) -> Result<Option<LiveAttempt>, AppError> {
    sqlx::query_as!(
        AttemptRow,
        "select id, group_id, currency, amount_minor, provider_ref, redirect_url from payments
         where group_id = $1 and state in ('created', 'redirected', 'unknown')",
        group.as_uuid()
    )
    .fetch_optional(db)
    .await?
    .map(LiveAttempt::try_from)
    .transpose()
}

pub async fn attempt(
    db: &mut PgConnection,
    payment: PaymentId,
) -> Result<Option<LiveAttempt>, AppError> {
    sqlx::query_as!(
        AttemptRow,
        "select id, group_id, currency, amount_minor, provider_ref, redirect_url from payments where id = $1",
        payment.as_uuid()
    )
    .fetch_optional(db)
    .await?
    .map(LiveAttempt::try_from)
    .transpose()
}

pub async fn insert_attempt(
    db: &mut PgConnection,
    id: PaymentId,
    group: OrderGroupId,
    provider: &str,
    amount: Money,
    now: OffsetDateTime,
    next_poll_at: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "insert into payments
             (id, group_id, attempt, provider, state, currency, amount_minor, created_at, updated_at, next_poll_at)
         select $1, $2, coalesce(max(attempt), 0) + 1, $3, 'created', $4, $5, $6, $6, $7
         from payments where group_id = $2",
        id.as_uuid(),
        group.as_uuid(),
        provider,
        amount.currency.code(),
        amount.minor,
        now,
        next_poll_at
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Does not undo later news that overtook the provider's answer.
pub async fn note_redirect(
    db: &mut PgConnection,
    id: PaymentId,
    made: &ProviderPayment,
    now: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "update payments set provider_ref = $2, redirect_url = $3, updated_at = $4,
             state = case when state = 'created' then 'redirected' else state end
         where id = $1",
        id.as_uuid(),
        made.reference,
        made.redirect_url,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Whether this event was handled before. One that was noted but not finished is handled again.
pub async fn note_event(
    db: &mut PgConnection,
    provider: &str,
    event_id: &str,
    payload: &serde_json::Value,
    now: OffsetDateTime,
) -> Result<bool, AppError> {
    let outcome = sqlx::query_scalar!(
        "insert into payment_events as e (provider, event_id, payload, received_at) values ($1, $2, $3, $4)
         on conflict (provider, event_id) do update set received_at = e.received_at returning outcome",
        provider,
        event_id,
        payload,
        now
    )
    .fetch_one(db)
    .await?;
    Ok(outcome.is_some())
}

pub async fn note_outcome(
    db: &mut PgConnection,
    provider: &str,
    event_id: &str,
    settled: Settled,
) -> Result<(), AppError> {
    let outcome = match settled {
        Settled::Placed | Settled::Ended | Settled::Refunding => "applied",
        Settled::Unchanged => "repeated",
        Settled::Refused => "refused",
    };
    sqlx::query!(
        "update payment_events set outcome = $3 where provider = $1 and event_id = $2",
        provider,
        event_id,
        outcome
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn group_of(
    db: &mut PgConnection,
    payment: PaymentId,
) -> Result<Option<OrderGroupId>, AppError> {
    let group = sqlx::query_scalar!(
        "select group_id from payments where id = $1",
        payment.as_uuid()
    )
    .fetch_optional(db)
    .await?;
    Ok(group.map(OrderGroupId::from_uuid))
}

/// An attempt, locked.
pub struct LockedAttempt {
    pub amount: Money,
    pub state: AttemptState,
}

pub async fn lock_attempt(
    db: &mut PgConnection,
    payment: PaymentId,
) -> Result<LockedAttempt, AppError> {
    let row = sqlx::query!(
        "select currency, amount_minor, state from payments where id = $1 for update",
        payment.as_uuid()
    )
    .fetch_one(db)
    .await?;
    let state = row
        .state
        .parse()
        .map_err(|error: domain::UnknownName| internal("payment state", &error))?;
    Ok(LockedAttempt {
        amount: money(row.amount_minor, &row.currency)?,
        state,
    })
}

pub async fn set_state(
    db: &mut PgConnection,
    payment: PaymentId,
    state: AttemptState,
    now: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "update payments set state = $2, updated_at = $3 where id = $1",
        payment.as_uuid(),
        state.as_str(),
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn set_captured(
    db: &mut PgConnection,
    payment: PaymentId,
    amount: Money,
    now: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "update payments set captured_minor = $2, next_poll_at = null, updated_at = $3
         where id = $1 and captured_minor = 0",
        payment.as_uuid(),
        amount.minor,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Counts the refund against what was captured; false when that would exceed it.
pub async fn claim_refund(
    db: &mut PgConnection,
    payment: PaymentId,
    amount: Money,
    now: OffsetDateTime,
) -> Result<bool, AppError> {
    let claimed = sqlx::query!(
        "update payments set refunded_minor = refunded_minor + $2, updated_at = $3
         where id = $1 and refunded_minor + $2 <= captured_minor and currency = $4",
        payment.as_uuid(),
        amount.minor,
        now,
        amount.currency.code()
    )
    .execute(db)
    .await?;
    Ok(claimed.rows_affected() == 1)
}

pub async fn insert_refund(
    db: &mut PgConnection,
    id: RefundId,
    payment: PaymentId,
    amount: Money,
    reason: &str,
    now: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "insert into refunds (id, payment_id, amount_minor, reason, state, created_at, updated_at)
         values ($1, $2, $3, $4, 'pending', $5, $5)",
        id.as_uuid(),
        payment.as_uuid(),
        amount.minor,
        reason,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A refund that has not been executed yet: the attempt it gives back from, and how much.
pub async fn pending_refund(
    db: &mut PgConnection,
    id: RefundId,
) -> Result<Option<(LiveAttempt, Money)>, AppError> {
    let row = sqlx::query!(
        "select p.id, p.group_id, p.currency, p.amount_minor, p.provider_ref, p.redirect_url,
             r.amount_minor as refund_minor
         from refunds r join payments p on p.id = r.payment_id where r.id = $1 and r.state = 'pending'",
        id.as_uuid()
    )
    .fetch_optional(db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let amount = money(row.refund_minor, &row.currency)?;
    let attempt = AttemptRow {
        id: row.id,
        group_id: row.group_id,
        currency: row.currency,
        amount_minor: row.amount_minor,
        provider_ref: row.provider_ref,
        redirect_url: row.redirect_url,
    };
    Ok(Some((attempt.try_into()?, amount)))
}

pub async fn finish_refund(
    db: &mut PgConnection,
    id: RefundId,
    reference: &str,
    now: OffsetDateTime,
) -> Result<(), AppError> {
    sqlx::query!(
        "update refunds set state = 'succeeded', provider_ref = $2, updated_at = $3 where id = $1",
        id.as_uuid(),
        reference,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Takes up to fifty overdue attempts and puts their next turn off, so that no other worker takes them too.
pub async fn claim_due(
    db: &mut PgConnection,
    now: OffsetDateTime,
    next: OffsetDateTime,
) -> Result<Vec<(LiveAttempt, OffsetDateTime)>, AppError> {
    let rows = sqlx::query!(
        "update payments set next_poll_at = $2 where id in (
             select id from payments where next_poll_at <= $1 and state in ('created', 'redirected', 'unknown')
             order by next_poll_at limit 50 for update skip locked)
         returning id, group_id, currency, amount_minor, provider_ref, redirect_url, created_at",
        now,
        next
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|row| {
            let attempt = AttemptRow {
                id: row.id,
                group_id: row.group_id,
                currency: row.currency,
                amount_minor: row.amount_minor,
                provider_ref: row.provider_ref,
                redirect_url: row.redirect_url,
            };
            Ok((attempt.try_into()?, row.created_at))
        })
        .collect()
}
