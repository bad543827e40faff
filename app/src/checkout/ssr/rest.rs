//! `/api/v1/carts/current/checkout` and the placing of orders. These types are a contract.

use std::collections::HashMap;

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use domain::{address::AddressForm, ids::MerchantId, policy::Actor};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;
use words::t;

use super::{
    Cancelled, PayRequest, Shown, begin, cancel_payment, choose_shipping, pay, save_address, show,
    total_changed,
};
use crate::{
    cart::ssr::{
        CartToken,
        rest::{Cart, token},
    },
    checkout::types::{CheckoutView, TotalsView},
    error::AppError,
    markets::currency,
    orders::ssr as orders,
    ssr::{
        AppState, Cx,
        problem::Problem,
        rest::{Amount, ApiJson, invalid, json_private},
    },
};

pub fn api() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(begin_checkout, get_checkout))
        .routes(routes!(put_address))
        .routes(routes!(put_shipping))
        .routes(routes!(delete_payment))
        .routes(routes!(place_order))
}

/// A checkout. Its goods are held while it is gone on with.
#[derive(Debug, Serialize, ToSchema)]
pub struct Checkout {
    /// The next thing to do: `address`, `shipping` or `review`.
    pub step: String,
    pub cart: Cart,
    pub address: CheckoutAddress,
    pub parcels: Vec<Parcel>,
    pub totals: Totals,
    /// Minutes the goods are still held.
    pub held_minutes: u32,
}

/// An address, as typed.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CheckoutAddress {
    pub email: String,
    pub name: String,
    pub company: String,
    pub line1: String,
    pub line2: String,
    pub city: String,
    pub postcode: String,
    pub region: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    pub phone: String,
}

/// What one merchant sends.
#[derive(Debug, Serialize, ToSchema)]
pub struct Parcel {
    pub merchant_id: Uuid,
    pub merchant_name: String,
    /// Cheapest first; empty when the merchant does not send to the address.
    pub rates: Vec<Rate>,
    pub chosen: Option<String>,
}

/// A way of sending.
#[derive(Debug, Serialize, ToSchema)]
pub struct Rate {
    pub code: String,
    pub name: String,
    pub price: Amount,
    /// Working days until delivery.
    pub min_days: u32,
    pub max_days: u32,
}

/// The sums. `tax` is within `total` when `tax_inclusive`.
#[derive(Debug, Serialize, ToSchema)]
pub struct Totals {
    pub items: Amount,
    /// Null until every parcel has its way of sending.
    pub shipping: Option<Amount>,
    pub tax: Amount,
    pub tax_inclusive: bool,
    pub total: Amount,
}

/// Rate codes by merchant id.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShippingChoice {
    #[schema(value_type = HashMap<String, String>)]
    pub rates: HashMap<MerchantId, String>,
}

/// The word to order.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewOrder {
    /// The total the buyer saw, `48.90`; another total is refused with `total_changed`.
    #[schema(example = "48.90")]
    pub expected_total: String,
    /// The currency of that total (ISO 4217). Where it is said and is not that of the market, the order is refused with
    /// `total_changed`: nobody pays as many euro as they saw francs.
    #[serde(default)]
    #[schema(example = "EUR")]
    pub currency: Option<String>,
}

/// An order that waits for its payment.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlacedOrder {
    /// Opens `/api/v1/orders/{token}` and the order's page.
    pub token: String,
    pub payment_url: String,
}

impl From<TotalsView> for Totals {
    fn from(view: TotalsView) -> Self {
        Self {
            items: view.items.into(),
            shipping: view.shipping.map(Amount::from),
            tax: view.tax.into(),
            tax_inclusive: view.tax_inclusive,
            total: view.total.into(),
        }
    }
}

impl From<AddressForm> for CheckoutAddress {
    fn from(form: AddressForm) -> Self {
        let AddressForm {
            email,
            name,
            company,
            line1,
            line2,
            city,
            postcode,
            region,
            country,
            phone,
        } = form;
        Self {
            email,
            name,
            company,
            line1,
            line2,
            city,
            postcode,
            region,
            country,
            phone,
        }
    }
}

impl From<CheckoutAddress> for AddressForm {
    fn from(address: CheckoutAddress) -> Self {
        let CheckoutAddress {
            email,
            name,
            company,
            line1,
            line2,
            city,
            postcode,
            region,
            country,
            phone,
        } = address;
        Self {
            email,
            name,
            company,
            line1,
            line2,
            city,
            postcode,
            region,
            country,
            phone,
        }
    }
}

impl From<CheckoutView> for Checkout {
    fn from(view: CheckoutView) -> Self {
        let parcels = view.parcels.into_iter().map(|parcel| Parcel {
            merchant_id: parcel.merchant.as_uuid(),
            merchant_name: parcel.merchant_name,
            rates: parcel
                .rates
                .into_iter()
                .map(|rate| Rate {
                    code: rate.code,
                    name: rate.name,
                    price: rate.price.into(),
                    min_days: rate.days.0,
                    max_days: rate.days.1,
                })
                .collect(),
            chosen: parcel.chosen,
        });
        Self {
            step: view.reached.as_str().to_owned(),
            cart: view.cart.into(),
            address: view.address.into(),
            parcels: parcels.collect(),
            totals: view.totals.into(),
            held_minutes: view.held_minutes,
        }
    }
}

/// The checkout as it is after the commit of `cx`.
async fn answer(cx: Cx, state: &AppState, token: &CartToken) -> Result<Response, AppError> {
    cx.commit().await?;
    present(state, token).await
}

async fn present(state: &AppState, token: &CartToken) -> Result<Response, AppError> {
    let mut db = state.db.checkout().acquire().await?;
    match show(&mut db, &state.media, token, None, state.clock.now()).await? {
        Shown::Open(view) => json_private(StatusCode::OK, &Checkout::from(*view)),
        Shown::Paying(_) => Err(AppError::conflict(
            "payment_under_way",
            t!("A payment is under way."),
        )),
        Shown::Nothing => Err(AppError::NotFound),
    }
}

/// Begins the checkout, or goes on with it, and holds its goods.
#[utoipa::path(post, path = "/api/v1/carts/current/checkout", tag = "checkout", params(("Cart-Token" = String, Header)),
    responses((status = 200, body = Checkout), (status = "default", body = Problem)))]
async fn begin_checkout(
    State(state): State<AppState>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let token = token(&headers)?;
    let mut cx = Cx::begin_checkout(&state, Actor::Guest).await?;
    begin(&mut cx, &token).await?;
    answer(cx, &state, &token).await
}

/// Shows the checkout.
#[utoipa::path(get, path = "/api/v1/carts/current/checkout", tag = "checkout", params(("Cart-Token" = String, Header)),
    responses((status = 200, body = Checkout), (status = "default", body = Problem)))]
async fn get_checkout(
    State(state): State<AppState>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    present(&state, &token(&headers)?).await
}

/// Sets the address; what is wrong is told by field, and kept as typed.
#[utoipa::path(put, path = "/api/v1/carts/current/checkout/address", tag = "checkout",
    params(("Cart-Token" = String, Header)), request_body = CheckoutAddress,
    responses((status = 200, body = Checkout), (status = "default", body = Problem)))]
async fn put_address(
    State(state): State<AppState>,
    headers: HeaderMap,
    ApiJson(address): ApiJson<CheckoutAddress>,
) -> Result<Response, AppError> {
    let token = token(&headers)?;
    let mut cx = Cx::begin_checkout(&state, Actor::Guest).await?;
    let fields = save_address(&mut cx, &token, &address.into()).await?;
    if fields.is_empty() {
        return answer(cx, &state, &token).await;
    }
    cx.commit().await?;
    Err(AppError::Invalid { fields })
}

/// Chooses how each merchant sends.
#[utoipa::path(put, path = "/api/v1/carts/current/checkout/shipping", tag = "checkout",
    params(("Cart-Token" = String, Header)), request_body = ShippingChoice,
    responses((status = 200, body = Checkout), (status = "default", body = Problem)))]
async fn put_shipping(
    State(state): State<AppState>,
    headers: HeaderMap,
    ApiJson(choice): ApiJson<ShippingChoice>,
) -> Result<Response, AppError> {
    let token = token(&headers)?;
    let mut cx = Cx::begin_checkout(&state, Actor::Guest).await?;
    choose_shipping(&mut cx, &token, &choice.rates).await?;
    answer(cx, &state, &token).await
}

/// Gives up the payment under way, so that the cart can be changed again.
#[utoipa::path(delete, path = "/api/v1/carts/current/checkout/payment", tag = "checkout",
    params(("Cart-Token" = String, Header)),
    responses((status = 200, body = Checkout), (status = "default", body = Problem)))]
async fn delete_payment(
    State(state): State<AppState>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let token = token(&headers)?;
    match cancel_payment(&state, &token).await? {
        Cancelled::Open => present(&state, &token).await,
        Cancelled::PlacedMeanwhile(_) => Err(AppError::conflict(
            "already_placed",
            t!("The order was placed already."),
        )),
    }
}

/// Orders the cart and gives the address to pay at. Repeated with the same key, it answers the same.
#[utoipa::path(post, path = "/api/v1/orders", tag = "orders",
    params(("Cart-Token" = String, Header), ("Idempotency-Key" = String, Header)), request_body = NewOrder,
    responses((status = 201, body = PlacedOrder), (status = "default", body = Problem)))]
async fn place_order(
    State(state): State<AppState>,
    headers: HeaderMap,
    ApiJson(order): ApiJson<NewOrder>,
) -> Result<Response, AppError> {
    let token = token(&headers)?;
    let key = headers
        .get("idempotency-key")
        .and_then(|value| value.to_str().ok());
    let key =
        key.ok_or_else(|| invalid("Idempotency-Key", t!("Send an Idempotency-Key header.")))?;
    if order.currency.is_some_and(|seen| seen != currency().code()) {
        return Err(total_changed());
    }
    let request = PayRequest {
        idempotency_key: key.to_owned(),
        expected_total: order.expected_total,
    };
    let paying = pay(&state, &token, &request).await?;
    let path = orders::path_of_group(&state, paying.order_group).await?;
    let token = path.rsplit('/').next().unwrap_or_default().to_owned();
    json_private(
        StatusCode::CREATED,
        &PlacedOrder {
            token,
            payment_url: paying.payment_url,
        },
    )
}
