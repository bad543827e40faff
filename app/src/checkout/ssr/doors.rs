//! From a server function to a verb of the checkout: whose cart, one unit of work, where to go next.

use std::collections::HashMap;

use domain::{address::AddressForm, ids::MerchantId, policy::Actor};

use super::{PayRequest, begin as begin_verb, pay as pay_verb, save_address as save_verb};
use crate::{
    cart::ssr::{CartToken, doors::visitor},
    checkout::types::Step,
    error::AppError,
    orders,
    ssr::{AppState, Cx, form},
};

fn holder() -> Result<(AppState, CartToken), AppError> {
    let (state, token) = visitor()?;
    Ok((state, token.ok_or(AppError::NotFound)?))
}

pub async fn begin() -> Result<(), AppError> {
    let (state, token) = visitor()?;
    let Some(token) = token else {
        return stay(AppError::NotFound, "/cart");
    };
    let mut cx = Cx::begin_checkout(&state, Actor::Guest).await?;
    match begin_verb(&mut cx, &token).await {
        Ok(()) => {
            cx.commit().await?;
            form::redirect("/checkout");
            Ok(())
        }
        // The cart page says itself what is short; a form goes back to it.
        Err(AppError::Rule { code, message }) => {
            stay(AppError::Rule { code, message }, "/cart?notice=short")
        }
        Err(AppError::NotFound) => stay(AppError::NotFound, "/cart"),
        Err(error) => Err(error),
    }
}

/// A form is sent to `path`, where the trouble is shown; a script gets the error.
fn stay(error: AppError, path: &str) -> Result<(), AppError> {
    if form::is_plain() {
        form::redirect(path);
        return Ok(());
    }
    Err(error)
}

/// Where there is no checkout any more (ordered in another window, or run out), the cart says so.
const NONE: &str = "/cart?notice=expired";

fn stay_if_none(result: Result<(), AppError>) -> Result<(), AppError> {
    match result {
        Err(AppError::NotFound) => stay(AppError::NotFound, NONE),
        other => other,
    }
}

pub async fn save_address(address: AddressForm) -> Result<(), AppError> {
    stay_if_none(keep_address(address).await)
}

async fn keep_address(address: AddressForm) -> Result<(), AppError> {
    let (state, token) = holder()?;
    let mut cx = Cx::begin_checkout(&state, Actor::Guest).await?;
    let errors = save_verb(&mut cx, &token, &address).await?;
    // What was typed is kept, right or wrong.
    cx.commit().await?;
    if errors.is_empty() {
        form::redirect("/checkout?step=shipping");
        Ok(())
    } else {
        stay(
            AppError::Invalid { fields: errors },
            "/checkout?step=address",
        )
    }
}

pub async fn choose_shipping(rates: HashMap<MerchantId, String>) -> Result<(), AppError> {
    stay_if_none(keep_shipping(rates).await)
}

async fn keep_shipping(rates: HashMap<MerchantId, String>) -> Result<(), AppError> {
    let (state, token) = holder()?;
    let mut cx = Cx::begin_checkout(&state, Actor::Guest).await?;
    let reached = super::choose_shipping(&mut cx, &token, &rates).await?;
    cx.commit().await?;
    form::redirect(if reached >= Step::Review {
        "/checkout?step=review"
    } else {
        "/checkout?step=shipping"
    });
    Ok(())
}

pub async fn pay(idempotency_key: String, expected_total: String) -> Result<String, AppError> {
    match hand_over(PayRequest {
        idempotency_key,
        expected_total,
    })
    .await
    {
        Ok(payment_url) => {
            form::redirect(&payment_url);
            Ok(payment_url)
        }
        Err(error) => {
            let back = match &error {
                AppError::NotFound => NONE,
                AppError::Conflict { code, .. } if code == "total_changed" => {
                    "/checkout?step=review&notice=total_changed"
                }
                AppError::Rule { code, .. } if code == "stock_short" => "/cart?notice=short",
                AppError::Rule { code, .. } if code == "payment_refused" => {
                    "/checkout?step=review&notice=failed"
                }
                AppError::Rule { code, .. } if code == "checkout_incomplete" => "/checkout",
                AppError::Unavailable => "/checkout?step=review&notice=pending",
                _ => return Err(error),
            };
            stay(error, back).map(|()| back.to_owned())
        }
    }
}

async fn hand_over(request: PayRequest) -> Result<String, AppError> {
    let (state, token) = holder()?;
    Ok(pay_verb(&state, &token, &request).await?.payment_url)
}

pub async fn cancel_payment() -> Result<(), AppError> {
    stay_if_none(give_up_payment().await)
}

async fn give_up_payment() -> Result<(), AppError> {
    let (state, token) = holder()?;
    let outcome = super::cancel_payment(&state, &token).await?;
    match outcome {
        super::Cancelled::Open => form::redirect("/checkout?step=review"),
        super::Cancelled::PlacedMeanwhile(group) => {
            form::redirect(&orders::ssr::path_of_group(&state, group).await?);
        }
    }
    Ok(())
}
