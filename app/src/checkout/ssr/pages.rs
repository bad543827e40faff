//! The checkout's page.

use axum::{
    Router,
    extract::{Query, State},
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use serde::Deserialize;
use words::t;

use super::{Shown, show, views};
use crate::{
    cart::ssr::CartToken,
    checkout::types::{PaymentNotice, Step},
    orders,
    ssr::{
        AppState, cookies,
        render::{Meta, answer, checkout_page},
    },
};

pub fn routes() -> Router<AppState> {
    Router::new().route("/checkout", get(checkout))
}

#[derive(Debug, Default, Deserialize)]
struct CheckoutQuery {
    #[serde(default)]
    step: String,
    #[serde(default)]
    notice: String,
}

async fn checkout(
    State(state): State<AppState>,
    headers: HeaderMap,
    Query(query): Query<CheckoutQuery>,
) -> Response {
    answer(&state, async {
        let Some(token) = cookies::cart_token(&state.settings, &headers).map(CartToken::from)
        else {
            return Ok(Redirect::to("/cart").into_response());
        };
        let mut db = state.db.checkout().acquire().await?;
        let step = Step::parse(&query.step);
        let shown = show(&mut db, &state.media, &token, step, state.clock.now()).await?;
        drop(db);
        match shown {
            Shown::Open(mut view) => {
                view.payment_notice = notice(&query.notice);
                let meta = Meta {
                    title: t!("Checkout").to_owned(),
                    private: true,
                    ..Meta::default()
                };
                Ok(checkout_page(&state, meta, || views::checkout(*view)).respond(&state))
            }
            Shown::Paying(group) => {
                Ok(Redirect::to(&orders::ssr::path_of_group(&state, group).await?).into_response())
            }
            Shown::Nothing => Ok(Redirect::to("/cart?notice=expired").into_response()),
        }
    })
    .await
}

fn notice(value: &str) -> Option<PaymentNotice> {
    match value {
        "declined" => Some(PaymentNotice::Declined),
        "pending" => Some(PaymentNotice::Pending),
        "failed" => Some(PaymentNotice::Failed),
        "total_changed" => Some(PaymentNotice::TotalChanged),
        _ => None,
    }
}
