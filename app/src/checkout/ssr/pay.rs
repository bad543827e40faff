//! Placing an order in three phases: PREPARE (one transaction) writes the draft and the attempt to pay; PAY (no transaction)
//! makes it known to the provider; FINALIZE (`payments::settle`, its own transaction) places the order when the money has
//! come. Each can be repeated, and each can be the last that runs before a crash.

use domain::{ids::OrderGroupId, money::Money, policy::Actor};
use words::t;

use super::{Checkout, holds, queries, totals};
use crate::{
    cart::{
        ssr::{self as cart, CartToken},
        types::CartView,
    },
    error::AppError,
    markets::{OWN_CURRENCY, currency},
    orders::ssr::{self as orders, DraftPart, NewDraft, StoredState},
    payments::ssr::{self as payments, ATTEMPT_LIFETIME, LiveAttempt, Settled},
    ssr::{AppState, Cx, idempotency},
};

/// A buyer's word to order.
#[derive(Debug, Clone)]
pub struct PayRequest {
    /// 1 to 200 visible characters of the client's choice.
    pub idempotency_key: String,
    /// The total the buyer saw, as a decimal string.
    pub expected_total: String,
}

/// Where it goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paying {
    pub order_group: OrderGroupId,
    pub payment_url: String,
}

enum Prepared {
    Pay(LiveAttempt),
    /// Ordered before; the order's page says so.
    Placed(OrderGroupId),
}

/// Orders the cart of `token` and gives the address to pay at.
///
/// # Errors
/// `total_changed` when the total is not the expected one, `stock_short`, `checkout_incomplete`,
/// `idempotency_key_reused` (same key, another request).
pub async fn pay(
    state: &AppState,
    token: &CartToken,
    request: &PayRequest,
) -> Result<Paying, AppError> {
    let expected = Money::parse_decimal(&request.expected_total, currency()).map_err(|_| {
        AppError::rule(
            "malformed",
            t!("The total could not be read. Reload the page and try again."),
        )
    })?;
    match prepare(state, token, request, expected).await? {
        Prepared::Pay(attempt) => {
            let payment_url = payments::hand_over(state, &attempt).await?;
            Ok(Paying {
                order_group: attempt.order_group,
                payment_url,
            })
        }
        Prepared::Placed(group) => {
            let payment_url = state
                .settings
                .link(&orders::path_of_group(state, group).await?);
            Ok(Paying {
                order_group: group,
                payment_url,
            })
        }
    }
}

async fn prepare(
    state: &AppState,
    token: &CartToken,
    request: &PayRequest,
    expected: Money,
) -> Result<Prepared, AppError> {
    let mut cx = Cx::begin_checkout(state, Actor::Guest).await?;
    let prepared = match cart::lock(&mut cx, token).await {
        Ok(cart) => {
            let said = format!("{}:{}", cart.id, expected_text(expected));
            idempotency::claim(
                &mut cx,
                "pay",
                &cart.id.to_string(),
                &request.idempotency_key,
                said.as_bytes(),
            )
            .await?;
            prepare_in(&mut cx, &cart, expected).await?
        }
        // The cart was ordered already: a repeated request hears of the same order.
        Err(AppError::NotFound) => match cart::placed(&mut cx, token).await? {
            Some(cart) => match orders::draft_of_cart(&mut cx, cart).await? {
                Some(group) => Prepared::Placed(group.id),
                None => return Err(AppError::NotFound),
            },
            None => return Err(AppError::NotFound),
        },
        Err(error) => return Err(error),
    };
    cx.commit().await?;
    Ok(prepared)
}

async fn prepare_in(
    cx: &mut Cx,
    cart: &cart::OpenCart,
    expected: Money,
) -> Result<Prepared, AppError> {
    let draft = orders::draft_of_cart(cx, cart.id).await?;
    if let Some(group) = &draft {
        if group.state != StoredState::Draft {
            return Ok(Prepared::Placed(group.id));
        }
        // A payment is under way: the buyer goes on with it, whatever the key. Not with one of another market, or of before its
        // prices changed: they have not seen that amount here.
        if let Some(attempt) = payments::live_attempt(cx, group.id).await? {
            if attempt.amount != expected {
                return Err(total_changed());
            }
            return Ok(Prepared::Pay(attempt));
        }
    }
    let checkout = queries::lock(cx.db(), cart.id)
        .await?
        .ok_or_else(incomplete)?;
    let media = cx.state().media.clone();
    let view = cart::show_by_id(cx.db(), &media, cart.id).await?;
    let (group, amount) =
        write_draft(cx, &checkout, &view, expected, draft.map(|group| group.id)).await?;
    // The goods stay held for as long as the payment may take.
    let until = cx.now + ATTEMPT_LIFETIME + ATTEMPT_LIFETIME;
    holds::hold(cx, checkout.id, &view, until).await?;
    let now = cx.now;
    queries::set_state(cx.db(), checkout.id, "paying", now).await?;
    Ok(Prepared::Pay(
        payments::begin_attempt(cx, group, amount).await?,
    ))
}

fn incomplete() -> AppError {
    AppError::rule(
        "checkout_incomplete",
        t!("Please enter your address and choose how each parcel is sent."),
    )
}

/// What the buyer agreed to is not what would be paid.
pub fn total_changed() -> AppError {
    AppError::conflict(
        "total_changed",
        t!("The total has changed since you saw it. Please look again."),
    )
}

/// In the shop's own currency the amount alone, as it was before there were others.
fn expected_text(expected: Money) -> String {
    match expected.currency {
        OWN_CURRENCY => expected.decimal_string(),
        other => format!("{}:{other}", expected.decimal_string()),
    }
}

async fn write_draft(
    cx: &mut Cx,
    checkout: &Checkout,
    view: &CartView,
    expected: Money,
    replacing: Option<OrderGroupId>,
) -> Result<(OrderGroupId, Money), AppError> {
    if view.is_empty() {
        return Err(AppError::rule("cart_empty", t!("Your cart is empty.")));
    }
    let address = checkout.address().ok_or_else(incomplete)?;
    let sums = totals::complete(cx.db(), view, &address, &checkout.shipping)
        .await?
        .ok_or_else(incomplete)?;
    let total = sums.totals.whole.total;
    if total != expected {
        return Err(total_changed());
    }
    if total.is_zero() {
        return Err(AppError::rule(
            "nothing_to_pay",
            t!("There is nothing to pay in this order."),
        ));
    }
    let parts = view
        .merchants
        .iter()
        .zip(&sums.chosen)
        .zip(&sums.totals.merchants);
    let draft = NewDraft {
        cart: checkout.cart,
        checkout: checkout.id,
        view,
        address: &address,
        zone: &sums.zone,
        parts: parts
            .map(|((merchant, shipping), totals)| DraftPart {
                merchant,
                shipping,
                totals,
            })
            .collect(),
        totals: &sums.totals,
    };
    orders::write_draft(cx, &draft, replacing).await
}

/// What giving up a payment came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cancelled {
    /// The checkout is open again.
    Open,
    /// The money had come already; the order stands.
    PlacedMeanwhile(OrderGroupId),
}

/// Gives up the payment under way for a cart: closes it at the provider first, so that it cannot be paid any more.
pub async fn cancel_payment(state: &AppState, token: &CartToken) -> Result<Cancelled, AppError> {
    let mut cx = Cx::begin_checkout(state, Actor::Guest).await?;
    let cart = cart::lock(&mut cx, token).await?;
    let Some(group) = orders::draft_of_cart(&mut cx, cart.id).await? else {
        return Ok(Cancelled::Open);
    };
    if group.state != StoredState::Draft {
        return Ok(Cancelled::PlacedMeanwhile(group.id));
    }
    let attempt = payments::live_attempt(&mut cx, group.id).await?;
    cx.commit().await?;
    let Some(attempt) = attempt else {
        return Ok(Cancelled::Open);
    };
    match payments::cancel(state, &attempt).await? {
        Settled::Placed => Ok(Cancelled::PlacedMeanwhile(group.id)),
        Settled::Unchanged | Settled::Ended | Settled::Refunding | Settled::Refused => {
            Ok(Cancelled::Open)
        }
    }
}
