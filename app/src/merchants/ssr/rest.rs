//! `/api/v1/merchants`. These types are a contract: they change only by addition.

use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use words::t;

use crate::{
    catalog::ssr::{
        cursor::{Cursor, Order},
        rest::{Picture, ProductPage},
    },
    error::AppError,
    merchants::types::MerchantCardView,
    ssr::{
        AppState,
        problem::Problem,
        rest::{ApiQuery, PageQuery, invalid, json_page, page_size},
    },
};

/// Who sells here.
pub fn api() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list_merchants))
        .routes(routes!(get_merchant))
}

/// A merchant in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct MerchantSummary {
    pub slug: String,
    pub name: String,
    pub tagline: String,
    pub city: String,
    /// ISO 3166-1 alpha-2.
    #[schema(example = "DE")]
    pub country: String,
    pub banner: Option<Picture>,
    pub logo: Option<Picture>,
}

impl From<MerchantCardView> for MerchantSummary {
    fn from(card: MerchantCardView) -> Self {
        Self {
            slug: card.slug,
            name: card.name,
            tagline: card.tagline,
            city: card.city,
            country: card.country,
            banner: card.banner.map(Picture::from),
            logo: card.logo.map(Picture::from),
        }
    }
}

/// A page of merchants.
#[derive(Debug, Serialize, ToSchema)]
pub struct MerchantList {
    pub merchants: Vec<MerchantSummary>,
    /// For `after`; none on the last page.
    pub next: Option<String>,
}

/// A merchant with a page of its products.
#[derive(Debug, Serialize, ToSchema)]
pub struct Merchant {
    #[serde(flatten)]
    pub summary: MerchantSummary,
    /// Sanitised.
    pub story_html: String,
    /// Year.
    pub founded: Option<u32>,
    pub dispatch_min_days: u32,
    pub dispatch_max_days: u32,
    #[serde(flatten)]
    pub page: ProductPage,
}

/// How to page a merchant's products.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MerchantQuery {
    /// The `next` of the page before.
    pub after: Option<String>,
}

fn check(after: Option<&str>, order: Order) -> Result<(), AppError> {
    match after.map(|text| Cursor::decode(text, order)) {
        Some(None) => Err(invalid("after", t!("Use the `next` of a page before."))),
        _ => Ok(()),
    }
}

/// Merchants
///
/// By name.
#[utoipa::path(get, path = "/api/v1/merchants", tag = "merchants", params(PageQuery), responses(
    (status = 200, description = "A page of merchants", body = MerchantList),
    (status = 422, description = "A parameter is wrong", body = Problem, content_type = "application/problem+json"),
))]
async fn list_merchants(
    State(state): State<AppState>,
    headers: HeaderMap,
    ApiQuery(query): ApiQuery<PageQuery>,
) -> Result<Response, AppError> {
    let size = page_size(query.limit)?;
    check(query.after.as_deref(), Order::Name)?;
    let mut db = state.db.read().await?;
    let page = super::merchants(&mut db, &state.media, query.after.as_deref(), size).await?;
    let body = MerchantList {
        merchants: page
            .merchants
            .into_iter()
            .map(MerchantSummary::from)
            .collect(),
        next: page.next,
    };
    let parameters = [("limit", query.limit.map(|limit| limit.to_string()))];
    json_page(
        &headers,
        &body,
        "/api/v1/merchants",
        &parameters,
        body.next.as_deref(),
    )
}

/// A merchant
///
/// With its newest products.
#[utoipa::path(get, path = "/api/v1/merchants/{slug}", tag = "merchants", params(("slug" = String, Path), MerchantQuery), responses(
    (status = 200, description = "The merchant", body = Merchant),
    (status = 404, description = "There is none", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter is wrong", body = Problem, content_type = "application/problem+json"),
))]
async fn get_merchant(
    State(state): State<AppState>,
    headers: HeaderMap,
    Path(slug): Path<String>,
    ApiQuery(query): ApiQuery<MerchantQuery>,
) -> Result<Response, AppError> {
    check(query.after.as_deref(), Order::Newest)?;
    let mut db = state.db.read().await?;
    let view = super::merchant(&mut db, &state, &slug, query.after.as_deref()).await?;
    let path = format!("/api/v1/merchants/{}", view.card.slug);
    let body = Merchant {
        summary: view.card.into(),
        story_html: view.story_html,
        founded: view.founded,
        dispatch_min_days: view.dispatch_days.0,
        dispatch_max_days: view.dispatch_days.1,
        page: view.listing.into(),
    };
    json_page(&headers, &body, &path, &[], body.page.next.as_deref())
}
