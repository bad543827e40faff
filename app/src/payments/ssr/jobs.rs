//! Jobs of payments: giving money back, and the test provider's webhooks.

use domain::ids::RefundId;
use graphile_worker::{IntoTaskHandlerResult, TaskHandler, WorkerContext, WorkerOptions};
use serde::{Deserialize, Serialize};

use super::{provider::ProviderError, queries, test_provider::SIGNATURE};
use crate::{
    error::AppError,
    ssr::{AppState, internal::internal_message, jobs},
};

pub fn register(options: WorkerOptions) -> WorkerOptions {
    options
        .define_job::<ExecuteRefund>()
        .define_job::<DeliverTestNotice>()
}

/// Gives money back at the provider. The refund's id is the provider's idempotency key.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ExecuteRefund {
    pub refund: RefundId,
}

impl TaskHandler for ExecuteRefund {
    const IDENTIFIER: &'static str = "execute_refund";

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let state = jobs::state(&context)?;
        execute_refund(&state, self.refund).await
    }
}

async fn execute_refund(state: &AppState, refund: RefundId) -> Result<(), AppError> {
    let mut db = state.db.read_primary().await?;
    let Some((attempt, amount)) = queries::pending_refund(&mut db, refund).await? else {
        return Ok(());
    };
    drop(db);
    let given = async {
        let reference = super::reference(state, &attempt).await?;
        state.payments.refund(&reference, refund, amount).await
    };
    let given = match given.await {
        Ok(given) => given,
        // The queue tries again, later and later.
        Err(ProviderError::Unknown(_)) => return Err(AppError::Unavailable),
        Err(ProviderError::Refused(reason)) => {
            return Err(internal_message("refund refused", &reason));
        }
    };
    let mut db = state.db.read_primary().await?;
    queries::finish_refund(&mut db, refund, &given, state.clock.now()).await
}

/// A webhook of the test provider, already signed: sent to our own address over HTTP, as a real provider would.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DeliverTestNotice {
    pub body: String,
    pub signature: String,
}

impl TaskHandler for DeliverTestNotice {
    const IDENTIFIER: &'static str = "deliver_test_notice";

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let state = jobs::state(&context).map_err(|error| error.to_string())?;
        let sent = reqwest::Client::new()
            .post(state.settings.link("/webhooks/test"))
            .timeout(std::time::Duration::from_secs(5))
            .header(SIGNATURE, &self.signature)
            .header("content-type", "application/json")
            .body(self.body)
            .send()
            .await;
        match sent {
            Ok(response) if response.status().is_success() => Ok(()),
            Ok(response) => Err(format!("the webhook was answered {}", response.status())),
            Err(error) => Err(error.to_string()),
        }
    }
}
