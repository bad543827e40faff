//! `/api/v1/search`. These types are a contract: they change only by addition.

use axum::{extract::State, http::HeaderMap, response::Response};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use words::t;

use super::{order, search_page};
use crate::{
    catalog::{
        facets::FacetFilter,
        ssr::{
            cursor::Cursor,
            facets::Counted,
            rest::{Picture, ProductSummary},
        },
        types::Sort,
    },
    error::AppError,
    search::types::{Found, SearchSort, SuggestionKind},
    ssr::{
        AppState,
        problem::Problem,
        rest::{ApiQuery, invalid, json, json_page, page_size},
    },
};

/// Searching the catalogue.
pub fn api() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(search_products))
        .routes(routes!(suggest))
}

/// The order of results.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ApiSearchSort {
    #[default]
    Relevance,
    Newest,
    PriceAscending,
    PriceDescending,
}

impl ApiSearchSort {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Newest => "newest",
            Self::PriceAscending => "price_ascending",
            Self::PriceDescending => "price_descending",
        }
    }
}

impl From<ApiSearchSort> for SearchSort {
    fn from(sort: ApiSearchSort) -> Self {
        match sort {
            ApiSearchSort::Relevance => Self::Relevance,
            ApiSearchSort::Newest => Self::By(Sort::Newest),
            ApiSearchSort::PriceAscending => Self::By(Sort::PriceAscending),
            ApiSearchSort::PriceDescending => Self::By(Sort::PriceDescending),
        }
    }
}

/// What to search for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SearchQuery {
    /// Words; "quoted phrases", `or` and -exclusions are understood. At most 100 characters count.
    pub q: String,
    #[param(inline)]
    pub sort: Option<ApiSearchSort>,
    /// Items on a page, 1 to 100; 24 by default.
    pub limit: Option<u32>,
    /// The `next` of the page before, in the same order.
    pub after: Option<String>,
}

/// A page of results.
#[derive(Debug, Serialize, ToSchema)]
pub struct SearchPage {
    /// What was searched for, with spaces tidied.
    pub query: String,
    pub products: Vec<ProductSummary>,
    /// Not all words matched as they are: the spelling was forgiven, or some of the words are enough.
    pub approximate: bool,
    /// For `after`; none on the last page.
    pub next: Option<String>,
}

/// Search
#[utoipa::path(get, path = "/api/v1/search", tag = "catalog", params(SearchQuery), responses(
    (status = 200, description = "A page of results", body = SearchPage),
    (status = 422, description = "A parameter is wrong", body = Problem, content_type = "application/problem+json"),
))]
async fn search_products(
    State(state): State<AppState>,
    headers: HeaderMap,
    ApiQuery(query): ApiQuery<SearchQuery>,
) -> Result<Response, AppError> {
    let sort: SearchSort = query.sort.unwrap_or_default().into();
    let size = page_size(query.limit)?;
    if query.q.trim().is_empty() {
        return Err(invalid("q", t!("Say what to search for.")));
    }
    if query
        .after
        .as_deref()
        .is_some_and(|text| Cursor::decode(text, order(sort)).is_none())
    {
        return Err(invalid(
            "after",
            t!("Use the `next` of a page in the same order."),
        ));
    }
    let mut db = state.db.read().await?;
    let view = search_page(
        &mut db,
        &state,
        &query.q,
        FacetFilter::default(),
        Counted::Nothing,
        (sort, query.after.as_deref(), size),
    )
    .await?;
    let body = SearchPage {
        query: view.query,
        products: view
            .listing
            .products
            .into_iter()
            .map(ProductSummary::from)
            .collect(),
        approximate: view.found != Found::Exact,
        next: view.listing.next,
    };
    let parameters = [
        ("q", Some(query.q)),
        ("sort", query.sort.map(|sort| sort.as_str().to_owned())),
        ("limit", query.limit.map(|limit| limit.to_string())),
    ];
    json_page(
        &headers,
        &body,
        "/api/v1/search",
        &parameters,
        body.next.as_deref(),
    )
}

/// What somebody begins to type.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SuggestQuery {
    /// The beginning of a search, two characters at least. At most 100 count.
    pub q: String,
}

/// What it may become: a few of each, best first.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct Suggestions {
    pub products: Vec<SuggestedProduct>,
    pub categories: Vec<SuggestedName>,
    pub merchants: Vec<SuggestedName>,
}

/// A product that is suggested.
#[derive(Debug, Serialize, ToSchema)]
pub struct SuggestedProduct {
    pub slug: String,
    pub title: String,
    /// Its merchant's name.
    pub merchant: String,
    pub picture: Option<Picture>,
}

/// A category or merchant that is suggested.
#[derive(Debug, Serialize, ToSchema)]
pub struct SuggestedName {
    pub slug: String,
    pub name: String,
}

/// Suggestions while typing
#[utoipa::path(get, path = "/api/v1/search/suggest", tag = "catalog", params(SuggestQuery), responses(
    (status = 200, description = "Products, categories and merchants; none for a beginning that is too short", body = Suggestions),
    (status = 422, description = "A parameter is wrong", body = Problem, content_type = "application/problem+json"),
))]
async fn suggest(
    State(state): State<AppState>,
    headers: HeaderMap,
    ApiQuery(query): ApiQuery<SuggestQuery>,
) -> Result<Response, AppError> {
    let mut db = state.db.read().await?;
    let mut body = Suggestions::default();
    for view in super::suggest(&mut db, &state.media, &query.q).await? {
        let (slug, name) = (view.slug, view.label);
        match view.kind {
            SuggestionKind::Product => body.products.push(SuggestedProduct {
                slug,
                title: name,
                merchant: view.note,
                picture: view.picture.map(Picture::from),
            }),
            SuggestionKind::Category => body.categories.push(SuggestedName { slug, name }),
            SuggestionKind::Merchant => body.merchants.push(SuggestedName { slug, name }),
        }
    }
    json(&headers, &body)
}
