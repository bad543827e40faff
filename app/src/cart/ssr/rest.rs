//! `/api/v1/carts`: the cart of whoever sends its token in `Cart-Token`. These types are a contract.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use domain::{
    cart::LineNotice,
    ids::{CartLineId, VariantId},
    policy::Actor,
    quantity::Quantity,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;
use words::t;

use super::{CartToken, add_line, create, remove_line, set_quantity, show};
use crate::{
    cart::types::{CartLineView, CartView},
    error::AppError,
    ssr::{
        AppState, Cx,
        problem::Problem,
        rest::{Amount, ApiJson, invalid, json_private},
    },
};

/// The header that carries a cart's token.
pub const CART_TOKEN: &str = "cart-token";

pub fn api() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(create_cart))
        .routes(routes!(get_cart))
        .routes(routes!(add_cart_line))
        .routes(routes!(set_cart_line, remove_cart_line))
}

/// A cart.
#[derive(Debug, Serialize, ToSchema)]
pub struct Cart {
    pub merchants: Vec<CartMerchant>,
    pub subtotal: Amount,
    /// Pieces, all lines together.
    pub item_count: u32,
    /// Some line must be changed before the cart can be checked out.
    pub blocked: bool,
}

/// A new cart with the token that opens it. The token is shown this once.
#[derive(Debug, Serialize, ToSchema)]
pub struct CreatedCart {
    pub token: String,
    pub cart: Cart,
}

/// The lines of one merchant.
#[derive(Debug, Serialize, ToSchema)]
pub struct CartMerchant {
    pub id: Uuid,
    pub slug: String,
    pub name: String,
    pub lines: Vec<CartLine>,
    pub subtotal: Amount,
}

/// A line of a cart.
#[derive(Debug, Serialize, ToSchema)]
pub struct CartLine {
    pub id: Uuid,
    pub variant_id: Uuid,
    pub product_slug: String,
    pub title: String,
    /// "Sand / Large"; empty for a product without options.
    pub variant_title: String,
    pub quantity: u32,
    pub unit_price: Amount,
    pub total: Amount,
    pub notices: Vec<Notice>,
}

/// What has changed about a line.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Notice {
    PriceChanged { from: Amount, to: Amount },
    OnlyLeft { left: u32 },
    SoldOut,
}

/// What to put in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLine {
    pub variant_id: Uuid,
    /// 1 to 99.
    #[schema(value_type = u32, minimum = 1, maximum = 99)]
    pub quantity: Quantity,
}

/// How many instead.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewQuantity {
    /// 1 to 99.
    #[schema(value_type = u32, minimum = 1, maximum = 99)]
    pub quantity: Quantity,
}

impl From<LineNotice> for Notice {
    fn from(notice: LineNotice) -> Self {
        match notice {
            LineNotice::PriceChanged { from, to } => Self::PriceChanged {
                from: from.into(),
                to: to.into(),
            },
            LineNotice::OnlyLeft(left) => Self::OnlyLeft { left },
            LineNotice::SoldOut => Self::SoldOut,
        }
    }
}

impl From<CartLineView> for CartLine {
    fn from(line: CartLineView) -> Self {
        Self {
            id: line.id.as_uuid(),
            variant_id: line.variant.as_uuid(),
            product_slug: line.product_slug,
            title: line.title,
            variant_title: line.variant_title,
            quantity: line.quantity.get(),
            unit_price: line.unit_price.into(),
            total: line.total.into(),
            notices: line.notices.into_iter().map(Notice::from).collect(),
        }
    }
}

impl From<CartView> for Cart {
    fn from(view: CartView) -> Self {
        let merchants = view.merchants.into_iter().map(|merchant| CartMerchant {
            id: merchant.id.as_uuid(),
            slug: merchant.slug,
            name: merchant.name,
            lines: merchant.lines.into_iter().map(CartLine::from).collect(),
            subtotal: merchant.subtotal.into(),
        });
        Self {
            merchants: merchants.collect(),
            subtotal: view.subtotal.into(),
            item_count: view.item_count,
            blocked: view.blocked,
        }
    }
}

/// The token a request carries.
///
/// # Errors
/// `unauthenticated` without one.
pub fn token(headers: &HeaderMap) -> Result<CartToken, AppError> {
    let value = headers
        .get(CART_TOKEN)
        .and_then(|value| value.to_str().ok());
    value
        .map(|value| CartToken::from(value.to_owned()))
        .ok_or(AppError::Unauthenticated)
}

/// Makes an empty cart.
#[utoipa::path(post, path = "/api/v1/carts", tag = "carts",
    responses((status = 201, body = CreatedCart), (status = "default", body = Problem)))]
async fn create_cart(State(state): State<AppState>) -> Result<Response, AppError> {
    let mut cx = Cx::begin(&state, Actor::Guest).await?;
    let token = create(&mut cx).await?;
    let view = show(cx.db(), &state.media, Some(&token)).await?;
    cx.commit().await?;
    json_private(
        StatusCode::CREATED,
        &CreatedCart {
            token: token.as_str().to_owned(),
            cart: view.into(),
        },
    )
}

/// Shows a cart. One that is unknown or was ordered is 404.
#[utoipa::path(get, path = "/api/v1/carts/current", tag = "carts", params(("Cart-Token" = String, Header)),
    responses((status = 200, body = Cart), (status = "default", body = Problem)))]
async fn get_cart(State(state): State<AppState>, headers: HeaderMap) -> Result<Response, AppError> {
    let token = token(&headers)?;
    let mut db = state.db.read_primary().await?;
    if !super::is_open(&mut db, &token).await? {
        return Err(AppError::NotFound);
    }
    let view = show(&mut db, &state.media, Some(&token)).await?;
    json_private(StatusCode::OK, &Cart::from(view))
}

/// Puts a variant in; never more than are left.
#[utoipa::path(post, path = "/api/v1/carts/current/lines", tag = "carts", params(("Cart-Token" = String, Header)),
    request_body = NewLine, responses((status = 200, body = Cart), (status = "default", body = Problem)))]
async fn add_cart_line(
    State(state): State<AppState>,
    headers: HeaderMap,
    ApiJson(line): ApiJson<NewLine>,
) -> Result<Response, AppError> {
    let token = token(&headers)?;
    let mut cx = Cx::begin(&state, Actor::Guest).await?;
    // An API client keeps its token: an unknown one is an error here, not a reason for a new cart.
    super::lock(&mut cx, &token).await?;
    let variant = VariantId::from_uuid(line.variant_id);
    add_line(&mut cx, Some(&token), variant, line.quantity).await?;
    let view = show(cx.db(), &state.media, Some(&token)).await?;
    cx.commit().await?;
    json_private(StatusCode::OK, &Cart::from(view))
}

fn line_id(line: &str) -> Result<CartLineId, AppError> {
    line.parse()
        .map_err(|_| invalid("line", t!("This is not the id of a line.")))
}

/// Changes the quantity of a line.
#[utoipa::path(patch, path = "/api/v1/carts/current/lines/{line}", tag = "carts",
    params(("Cart-Token" = String, Header), ("line" = Uuid, Path)), request_body = NewQuantity,
    responses((status = 200, body = Cart), (status = "default", body = Problem)))]
async fn set_cart_line(
    State(state): State<AppState>,
    Path(line): Path<String>,
    headers: HeaderMap,
    ApiJson(change): ApiJson<NewQuantity>,
) -> Result<Response, AppError> {
    let (token, line) = (token(&headers)?, line_id(&line)?);
    let mut cx = Cx::begin(&state, Actor::Guest).await?;
    set_quantity(&mut cx, &token, line, change.quantity).await?;
    let view = show(cx.db(), &state.media, Some(&token)).await?;
    cx.commit().await?;
    json_private(StatusCode::OK, &Cart::from(view))
}

/// Takes a line out; may be repeated.
#[utoipa::path(delete, path = "/api/v1/carts/current/lines/{line}", tag = "carts",
    params(("Cart-Token" = String, Header), ("line" = Uuid, Path)),
    responses((status = 200, body = Cart), (status = "default", body = Problem)))]
async fn remove_cart_line(
    State(state): State<AppState>,
    Path(line): Path<String>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let (token, line) = (token(&headers)?, line_id(&line)?);
    let mut cx = Cx::begin(&state, Actor::Guest).await?;
    remove_line(&mut cx, &token, line).await?;
    let view = show(cx.db(), &state.media, Some(&token)).await?;
    cx.commit().await?;
    json_private(StatusCode::OK, &Cart::from(view))
}
