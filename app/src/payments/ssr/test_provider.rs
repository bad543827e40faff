//! The built-in test provider, the default without configuration: it redirects to its own page, where the outcome is
//! chosen, keeps its own books (`test_provider_*`, what a real provider has on its side), and sends signed webhooks over
//! real HTTP. Production refuses it unless ALLOW_TEST_PAYMENTS says so.

use async_trait::async_trait;
use axum::http::HeaderMap;
use domain::{
    ids::{OrderGroupId, PaymentId, RefundId},
    money::Money,
    payment::{ProviderOutcome, ProviderReport},
};
use serde::{Deserialize, Serialize};
use sqlx::PgPool;
use uuid::Uuid;

use super::provider::{
    BadNotice, NewPayment, Notice, PaymentProvider, ProviderError, ProviderPayment,
};
use crate::ssr::{Clock, secret};

/// The header with the webhook's signature: HMAC-SHA-256 of the body, hex.
pub const SIGNATURE: &str = "test-signature";

/// The provider.
pub struct TestProvider {
    db: PgPool,
    clock: Clock,
    secret: String,
    /// Where its own page is: the shop's address, no slash at the end.
    base_url: String,
}

/// What a webhook says.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NoticeBody {
    pub event_id: String,
    pub attempt: Uuid,
    pub order_group: Uuid,
    pub amount_minor: i64,
    pub currency: String,
    pub outcome: ProviderOutcome,
}

/// A payment in the test provider's books.
#[derive(Debug, Clone)]
pub struct BookedPayment {
    pub reference: String,
    pub attempt: Uuid,
    pub order_group: Uuid,
    pub amount: Money,
    pub return_url: String,
    pub state: String,
}

struct Row {
    reference: String,
    idempotency_key: String,
    order_group: Uuid,
    amount_minor: i64,
    currency: String,
    return_url: String,
    state: String,
}

impl TestProvider {
    pub fn new(db: PgPool, clock: Clock, secret: String, base_url: &str) -> Self {
        Self {
            db,
            clock,
            secret,
            base_url: base_url.trim_end_matches('/').to_owned(),
        }
    }

    /// The payment of that reference in the books.
    pub async fn find(&self, reference: &str) -> Result<Option<BookedPayment>, ProviderError> {
        let row = sqlx::query_as!(
            Row,
            "select ref as reference, idempotency_key, order_group, amount_minor, currency, return_url, state
             from test_provider_payments where ref = $1",
            reference
        )
        .fetch_optional(&self.db)
        .await
        .map_err(unknown)?;
        row.map(BookedPayment::try_from).transpose()
    }

    /// Moves an unpaid payment to `state`; one that is settled stays as it is. Gives how it stands.
    pub async fn decide(
        &self,
        reference: &str,
        state: &str,
    ) -> Result<BookedPayment, ProviderError> {
        sqlx::query!(
            "update test_provider_payments set state = $2, updated_at = $3
             where ref = $1 and state in ('open', 'requires_action', 'timed_out')",
            reference,
            state,
            self.clock.now()
        )
        .execute(&self.db)
        .await
        .map_err(unknown)?;
        self.find(reference)
            .await?
            .ok_or_else(|| ProviderError::Refused("no such payment".into()))
    }

    /// A signed webhook for how a payment stands: body and signature.
    pub fn notice(
        &self,
        payment: &BookedPayment,
        event_id: &str,
    ) -> Result<(Vec<u8>, String), ProviderError> {
        let body = NoticeBody {
            event_id: event_id.to_owned(),
            attempt: payment.attempt,
            order_group: payment.order_group,
            amount_minor: payment.amount.minor,
            currency: payment.amount.currency.code().to_owned(),
            outcome: outcome(&payment.state),
        };
        let bytes =
            serde_json::to_vec(&body).map_err(|error| ProviderError::Refused(error.to_string()))?;
        let signature = secret::sign(self.secret.as_bytes(), &bytes);
        Ok((bytes, signature))
    }
}

#[async_trait]
impl PaymentProvider for TestProvider {
    fn name(&self) -> &'static str {
        "test"
    }

    async fn create(&self, payment: &NewPayment) -> Result<ProviderPayment, ProviderError> {
        let reference = format!("test_{}", payment.attempt.as_uuid().simple());
        sqlx::query!(
            "insert into test_provider_payments
                 (ref, idempotency_key, order_group, amount_minor, currency, return_url, created_at, updated_at)
             values ($1, $2, $3, $4, $5, $6, $7, $7) on conflict (idempotency_key) do nothing",
            reference,
            payment.attempt.to_string(),
            payment.order_group.as_uuid(),
            payment.amount.minor,
            payment.amount.currency.code(),
            payment.return_url,
            self.clock.now()
        )
        .execute(&self.db)
        .await
        .map_err(unknown)?;
        let redirect_url = format!("{}/test-provider/{reference}", self.base_url);
        Ok(ProviderPayment {
            reference,
            redirect_url,
        })
    }

    async fn report(&self, reference: &str) -> Result<ProviderReport, ProviderError> {
        let payment = self
            .find(reference)
            .await?
            .ok_or_else(|| ProviderError::Refused("no such payment".into()))?;
        Ok(report(&payment))
    }

    async fn cancel(&self, reference: &str) -> Result<ProviderReport, ProviderError> {
        Ok(report(&self.decide(reference, "cancelled").await?))
    }

    async fn refund(
        &self,
        reference: &str,
        refund: RefundId,
        amount: Money,
    ) -> Result<String, ProviderError> {
        let key = refund.to_string();
        // One statement: the refund is noted once per key, and never beyond what was paid.
        let done = sqlx::query!(
            "with noted as (
                 insert into test_provider_refunds (idempotency_key, ref, amount_minor, created_at)
                 select $1, p.ref, $3, $4 from test_provider_payments p
                 where p.ref = $2 and p.state = 'succeeded' and p.refunded_minor + $3 <= p.amount_minor
                 on conflict (idempotency_key) do nothing returning ref)
             update test_provider_payments p set refunded_minor = refunded_minor + $3, updated_at = $4
             from noted where p.ref = noted.ref",
            key,
            reference,
            amount.minor,
            self.clock.now()
        )
        .execute(&self.db)
        .await
        .map_err(unknown)?;
        if done.rows_affected() == 0 {
            let before = sqlx::query_scalar!(
                "select ref from test_provider_refunds where idempotency_key = $1",
                key
            )
            .fetch_optional(&self.db)
            .await
            .map_err(unknown)?;
            if before.is_none() {
                return Err(ProviderError::Refused("nothing left to give back".into()));
            }
        }
        Ok(format!("refund_{}", refund.as_uuid().simple()))
    }

    fn read_notice(&self, headers: &HeaderMap, body: &[u8]) -> Result<Notice, BadNotice> {
        let signature = headers
            .get(SIGNATURE)
            .and_then(|value| value.to_str().ok())
            .ok_or(BadNotice("the signature is missing"))?;
        if !secret::verify(self.secret.as_bytes(), body, signature) {
            return Err(BadNotice("the signature is wrong"));
        }
        let body: NoticeBody =
            serde_json::from_slice(body).map_err(|_| BadNotice("the body does not parse"))?;
        let currency = body
            .currency
            .parse()
            .map_err(|_| BadNotice("the currency is unknown"))?;
        let report = ProviderReport {
            attempt: PaymentId::from_uuid(body.attempt),
            order_group: OrderGroupId::from_uuid(body.order_group),
            amount: Money::new(body.amount_minor, currency),
            outcome: body.outcome,
        };
        Ok(Notice {
            event_id: body.event_id,
            report,
        })
    }
}

impl TryFrom<Row> for BookedPayment {
    type Error = ProviderError;

    fn try_from(row: Row) -> Result<Self, ProviderError> {
        let refused = |error: &dyn std::fmt::Display| ProviderError::Refused(error.to_string());
        let currency = row
            .currency
            .parse()
            .map_err(|error: domain::UnknownName| refused(&error))?;
        Ok(Self {
            reference: row.reference,
            attempt: row
                .idempotency_key
                .parse()
                .map_err(|error: uuid::Error| refused(&error))?,
            order_group: row.order_group,
            amount: Money::new(row.amount_minor, currency),
            return_url: row.return_url,
            state: row.state,
        })
    }
}

fn report(payment: &BookedPayment) -> ProviderReport {
    ProviderReport {
        attempt: PaymentId::from_uuid(payment.attempt),
        order_group: OrderGroupId::from_uuid(payment.order_group),
        amount: payment.amount,
        outcome: outcome(&payment.state),
    }
}

fn outcome(state: &str) -> ProviderOutcome {
    match state {
        "succeeded" => ProviderOutcome::Succeeded,
        "declined" => ProviderOutcome::Declined,
        "cancelled" => ProviderOutcome::Expired,
        "timed_out" => ProviderOutcome::Unknown,
        _ => ProviderOutcome::Redirected,
    }
}

fn unknown(error: sqlx::Error) -> ProviderError {
    ProviderError::Unknown(error.to_string())
}
