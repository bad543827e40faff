//! `/api/v1/orders/{token}`: an order, for whoever has its token. These types are a contract.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::show;
use crate::{
    checkout::ssr::rest::Totals,
    error::AppError,
    orders::types::{OrderPartView, OrderView, Progress},
    ssr::{
        AppState,
        problem::Problem,
        rest::{Amount, json_private},
    },
};

pub fn api() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(get_order))
}

/// What was bought at once, from one or several merchants.
#[derive(Debug, Serialize, ToSchema)]
pub struct Order {
    /// `SK-100001`; null while the payment is outstanding.
    pub number: Option<String>,
    /// `awaiting_payment`, `confirmed` or `cancelled`.
    #[schema(value_type = String)]
    pub status: Progress,
    pub email: String,
    pub parts: Vec<OrderPart>,
    pub totals: Totals,
    pub events: Vec<Event>,
    /// RFC 3339.
    pub placed_at: Option<String>,
}

/// One merchant's part.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrderPart {
    pub merchant: String,
    pub merchant_slug: String,
    pub status: String,
    pub lines: Vec<OrderLine>,
    pub items: Amount,
    pub shipping: Amount,
    pub shipping_name: String,
    pub total: Amount,
}

/// A line, as bought.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrderLine {
    pub product_slug: String,
    pub title: String,
    pub variant_title: String,
    pub quantity: u32,
    pub unit_price: Amount,
    pub total: Amount,
}

/// An entry of the timeline.
#[derive(Debug, Serialize, ToSchema)]
pub struct Event {
    pub text: String,
    /// RFC 3339.
    pub at: String,
}

impl From<OrderPartView> for OrderPart {
    fn from(part: OrderPartView) -> Self {
        let lines = part.lines.into_iter().map(|line| OrderLine {
            product_slug: line.product_slug,
            title: line.title,
            variant_title: line.variant_title,
            quantity: line.quantity,
            unit_price: line.unit_price.into(),
            total: line.total.into(),
        });
        Self {
            merchant: part.merchant_name,
            merchant_slug: part.merchant_slug,
            status: part.status,
            lines: lines.collect(),
            items: part.items.into(),
            shipping: part.shipping.into(),
            shipping_name: part.shipping_name,
            total: part.total.into(),
        }
    }
}

impl From<OrderView> for Order {
    fn from(view: OrderView) -> Self {
        Self {
            number: view.number,
            status: view.progress,
            email: view.email,
            parts: view.parts.into_iter().map(OrderPart::from).collect(),
            totals: view.totals.into(),
            events: view
                .timeline
                .into_iter()
                .map(|event| Event {
                    text: event.text,
                    at: event.at,
                })
                .collect(),
            placed_at: view.placed_at,
        }
    }
}

/// Shows an order.
#[utoipa::path(get, path = "/api/v1/orders/{token}", tag = "orders", params(("token" = String, Path)),
    responses((status = 200, body = Order), (status = "default", body = Problem)))]
async fn get_order(
    State(state): State<AppState>,
    Path(token): Path<String>,
) -> Result<Response, AppError> {
    let mut db = state.db.read_primary().await?;
    let view = show(&mut db, &state.media, &token).await?;
    json_private(StatusCode::OK, &Order::from(view))
}
