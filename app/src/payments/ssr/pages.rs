//! Where payments touch the browser and the provider: the buyer's return, the webhook, and the test provider's own page.

use axum::{
    Form, Router,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use domain::{
    ids::{OrderGroupId, PaymentId},
    policy::Actor,
};
use serde::Deserialize;
use time::Duration;

use super::{
    Settled, jobs::DeliverTestNotice, provider::ProviderError, refresh,
    test_provider::TestProvider, views,
};
use crate::{
    error::AppError,
    orders::ssr::{self as orders, StoredState},
    ssr::{
        AppState, Cx, cookies,
        internal::internal,
        render::{Meta, answer, document},
        secret,
        settings::PaymentSettings,
    },
};

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/payments/{id}/return", get(returned))
        .route("/webhooks/{provider}", post(webhook))
}

/// The test provider's own page, where that provider is the one in use.
pub fn test_provider_routes() -> Router<AppState> {
    Router::new().route(
        "/test-provider/{reference}",
        get(test_page).post(test_decide),
    )
}

/// The buyer comes back: how it stands is asked at the provider, never read from the address.
async fn returned(State(state): State<AppState>, Path(id): Path<String>) -> Response {
    answer(&state, async {
        let payment: PaymentId = id.parse().map_err(|_| AppError::NotFound)?;
        let (group, settled) = refresh(&state, payment).await?;
        match settled {
            Settled::Ended => {
                Ok(Redirect::to("/checkout?step=review&notice=declined").into_response())
            }
            Settled::Placed | Settled::Refunding => to_order(&state, group, true).await,
            // Settled before by a webhook, or not settled yet.
            Settled::Unchanged | Settled::Refused => after_the_fact(&state, group).await,
        }
    })
    .await
}

async fn after_the_fact(state: &AppState, group: OrderGroupId) -> Result<Response, AppError> {
    let mut cx = Cx::begin_checkout(state, Actor::Guest).await?;
    let stored = orders::lock(&mut cx, group).await?.state;
    let live = super::live_attempt(&mut cx, group).await?.is_some();
    cx.commit().await?;
    match stored {
        StoredState::Draft if !live => {
            Ok(Redirect::to("/checkout?step=review&notice=declined").into_response())
        }
        StoredState::Draft => to_order(state, group, false).await,
        StoredState::Placed | StoredState::Cancelled => to_order(state, group, true).await,
    }
}

/// On to the order's page; a cart that was ordered is forgotten.
async fn to_order(
    state: &AppState,
    group: OrderGroupId,
    ordered: bool,
) -> Result<Response, AppError> {
    let mut response = Redirect::to(&orders::path_of_group(state, group).await?).into_response();
    if ordered {
        for cookie in cookies::forget_cart(&state.settings) {
            response
                .headers_mut()
                .append(axum::http::header::SET_COOKIE, cookie);
        }
    }
    Ok(response)
}

/// A provider's notice. 2xx means it was noted; anything else makes the provider try again.
async fn webhook(
    State(state): State<AppState>,
    Path(provider): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if provider != state.payments.name() {
        return AppError::NotFound.into_response();
    }
    let notice = match state.payments.read_notice(&headers, &body) {
        Ok(notice) => notice,
        Err(error) => {
            tracing::warn!(provider, %error, "refused a webhook");
            return (StatusCode::BAD_REQUEST, "not a valid notice").into_response();
        }
    };
    match super::receive(&state, &notice).await {
        Ok(_) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => error.into_response(),
    }
}

/// The test provider, where it is the one in use.
fn test_provider(state: &AppState) -> Result<TestProvider, AppError> {
    let settings = &state.settings;
    let PaymentSettings::Test { secret } = &settings.payments;
    Ok(TestProvider::new(
        state.db.primary().clone(),
        state.clock.clone(),
        secret.clone(),
        settings.app_url.as_str(),
    ))
}

async fn test_page(State(state): State<AppState>, Path(reference): Path<String>) -> Response {
    answer(&state, async {
        let payment = test_provider(&state)?
            .find(&reference)
            .await
            .map_err(provider_error)?;
        let payment = payment.ok_or(AppError::NotFound)?;
        let meta = Meta {
            title: "Test payment".to_owned(),
            private: true,
            ..Meta::default()
        };
        Ok(document(&state, meta, || views::test_payment(payment)).respond(&state))
    })
    .await
}

/// What the tester lets happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Outcome {
    Success,
    Decline,
    /// Asks for a second confirmation first.
    ThreeDSecure,
    /// Confirms or fails it.
    ConfirmThreeDSecure,
    FailThreeDSecure,
    /// The provider never says what became of it, until it is asked again later.
    Timeout,
    /// Paid, but the webhook comes half a minute later, and the buyer closes the window.
    LateWebhook,
    /// Paid, and the webhook comes three times.
    DuplicateWebhook,
}

#[derive(Debug, Deserialize)]
struct Decision {
    outcome: Outcome,
}

async fn test_decide(
    State(state): State<AppState>,
    Path(reference): Path<String>,
    Form(decision): Form<Decision>,
) -> Response {
    answer(&state, async {
        let provider = test_provider(&state)?;
        let (booked_as, notices): (&str, &[i64]) = match decision.outcome {
            Outcome::Success | Outcome::ConfirmThreeDSecure => ("succeeded", &[0]),
            Outcome::Decline | Outcome::FailThreeDSecure => ("declined", &[0]),
            Outcome::ThreeDSecure => ("requires_action", &[]),
            Outcome::Timeout => ("timed_out", &[]),
            Outcome::LateWebhook => ("succeeded", &[30]),
            Outcome::DuplicateWebhook => ("succeeded", &[0, 0, 2]),
        };
        let payment = provider
            .decide(&reference, booked_as)
            .await
            .map_err(provider_error)?;
        let event_id = secret::random_token::<16>()?;
        let (body, signature) = provider
            .notice(&payment, &event_id)
            .map_err(provider_error)?;
        let body = String::from_utf8(body).map_err(|error| internal("notice", &error))?;
        let mut cx = Cx::begin(&state, Actor::System).await?;
        for seconds in notices {
            let job = DeliverTestNotice {
                body: body.clone(),
                signature: signature.clone(),
            };
            cx.enqueue_in(job, Duration::seconds(*seconds)).await?;
        }
        cx.commit().await?;
        let to = match decision.outcome {
            Outcome::ThreeDSecure => format!("/test-provider/{reference}"),
            Outcome::LateWebhook => "/".to_owned(),
            _ => payment.return_url.clone(),
        };
        Ok(Redirect::to(&to).into_response())
    })
    .await
}

fn provider_error(error: ProviderError) -> AppError {
    match error {
        ProviderError::Unknown(_) => AppError::Unavailable,
        ProviderError::Refused(_) => AppError::NotFound,
    }
}
