//! The checkout's server functions; each also takes a plain form.

use domain::address::AddressForm;
use leptos::server;

use super::types::RateChoice;
use crate::error::AppError;

/// Begins the checkout of the visitor's cart, or goes on with it, and holds its goods.
#[server(endpoint = "checkout/begin")]
pub async fn begin_checkout() -> Result<(), AppError> {
    super::ssr::doors::begin().await
}

/// Keeps the address as typed; a valid one leads on to shipping.
#[server(endpoint = "checkout/address")]
pub async fn save_address(address: AddressForm) -> Result<(), AppError> {
    super::ssr::doors::save_address(address).await
}

/// Chooses how each merchant sends.
#[server(endpoint = "checkout/shipping")]
pub async fn choose_shipping(#[server(default)] rates: Vec<RateChoice>) -> Result<(), AppError> {
    super::ssr::doors::choose_shipping(
        rates
            .into_iter()
            .map(|choice| (choice.merchant, choice.code))
            .collect(),
    )
    .await
}

/// Orders and goes on to pay. `expected_total` is the total the buyer saw ("48.90"); repeated with the same key, it answers
/// the same. Gives the address to pay at.
#[server(endpoint = "checkout/pay")]
pub async fn pay(idempotency_key: String, expected_total: String) -> Result<String, AppError> {
    super::ssr::doors::pay(idempotency_key, expected_total).await
}

/// Gives up the payment under way, so that the cart can be changed again.
#[server(endpoint = "checkout/cancel-payment")]
pub async fn cancel_payment() -> Result<(), AppError> {
    super::ssr::doors::cancel_payment().await
}
