//! What the application asks of a payment provider. The built-in test provider implements it, and so will real ones.

use async_trait::async_trait;
use axum::http::HeaderMap;
use domain::{
    ids::{OrderGroupId, PaymentId, RefundId},
    money::Money,
    payment::ProviderReport,
};

/// A payment to be made at the provider's page.
#[derive(Debug, Clone)]
pub struct NewPayment {
    /// Also the provider's idempotency key: asked twice, it answers the same payment.
    pub attempt: PaymentId,
    pub order_group: OrderGroupId,
    pub amount: Money,
    /// Absolute address the buyer comes back to.
    pub return_url: String,
}

/// A payment the provider knows.
#[derive(Debug, Clone)]
pub struct ProviderPayment {
    /// The provider's own name for it.
    pub reference: String,
    /// Where the buyer pays.
    pub redirect_url: String,
}

/// A notice from the provider whose signature was checked.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Unique per notice; a repeated one has the same.
    pub event_id: String,
    pub report: ProviderReport,
}

/// The provider did not answer as hoped.
#[derive(Debug, thiserror::Error)]
pub enum ProviderError {
    /// No answer, or one that says to try later: what happened is unknown.
    #[error("the payment provider did not answer: {0}")]
    Unknown(String),
    /// It refused for good.
    #[error("the payment provider refused: {0}")]
    Refused(String),
}

/// A notice that is not the provider's, or cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("not a valid notice of the payment provider: {0}")]
pub struct BadNotice(pub &'static str);

/// A payment provider. Every call may be repeated: the ids passed in are idempotency keys.
#[async_trait]
pub trait PaymentProvider: Send + Sync {
    /// Its name in rows and in the address of its webhook.
    fn name(&self) -> &'static str;

    /// Makes a payment and tells where the buyer pays it.
    async fn create(&self, payment: &NewPayment) -> Result<ProviderPayment, ProviderError>;

    /// How a payment stands.
    async fn report(&self, reference: &str) -> Result<ProviderReport, ProviderError>;

    /// Closes an unpaid payment, so that it cannot be paid any more, and tells how it stands after that.
    async fn cancel(&self, reference: &str) -> Result<ProviderReport, ProviderError>;

    /// Gives `amount` back.
    async fn refund(
        &self,
        reference: &str,
        refund: RefundId,
        amount: Money,
    ) -> Result<String, ProviderError>;

    /// Checks the signature of a webhook and reads it.
    fn read_notice(&self, headers: &HeaderMap, body: &[u8]) -> Result<Notice, BadNotice>;
}
