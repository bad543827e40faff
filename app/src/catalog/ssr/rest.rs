//! `/api/v1`: products and categories. These types are a contract: they change only by addition.

use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;
use words::t;

use super::{Filter, cursor::Cursor, list, queries};
use crate::{
    catalog::{
        facets::FacetFilter,
        types::{
            CategoryLinkView, ListingView, PictureView, ProductCardView, ProductView, RatingView,
            Sort, StockView, VariantView,
        },
    },
    error::AppError,
    ssr::{
        AppState,
        problem::Problem,
        rest::{Amount, ApiQuery, invalid, json, json_page, page_size},
    },
};

/// The public catalogue.
pub fn api() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list_products))
        .routes(routes!(get_product))
        .routes(routes!(list_categories))
        .routes(routes!(get_category))
}

/// The order of a listing.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ApiSort {
    #[default]
    Newest,
    PriceAscending,
    PriceDescending,
}

impl From<ApiSort> for Sort {
    fn from(sort: ApiSort) -> Self {
        match sort {
            ApiSort::Newest => Self::Newest,
            ApiSort::PriceAscending => Self::PriceAscending,
            ApiSort::PriceDescending => Self::PriceDescending,
        }
    }
}

/// A picture.
#[derive(Debug, Serialize, ToSchema)]
pub struct Picture {
    pub alt: String,
    /// Of the largest file, in pixels.
    pub width: u32,
    pub height: u32,
    /// Dominant colour, `#rrggbb`.
    pub placeholder: String,
    /// WebP files, narrow to wide; none while the picture is being fetched.
    pub files: Vec<PictureFile>,
}

/// One size of a picture.
#[derive(Debug, Serialize, ToSchema)]
pub struct PictureFile {
    /// Pixels.
    pub width: u32,
    /// Relative to this host where it is not absolute.
    pub url: String,
}

impl From<PictureView> for Picture {
    fn from(view: PictureView) -> Self {
        let file = |width: &u32| PictureFile {
            width: *width,
            url: format!("{}-{width}.webp", view.base),
        };
        let files = view.widths.iter().map(file).collect();
        Self {
            files,
            alt: view.alt,
            width: view.width,
            height: view.height,
            placeholder: view.placeholder,
        }
    }
}

/// Stars.
#[derive(Debug, Serialize, ToSchema)]
pub struct Rating {
    /// 1.0 to 5.0, one decimal.
    #[schema(example = "4.3")]
    pub average: String,
    pub count: u32,
}

impl From<RatingView> for Rating {
    fn from(view: RatingView) -> Self {
        Self {
            average: format!("{}.{}", view.tenths / 10, view.tenths % 10),
            count: view.count,
        }
    }
}

/// Who sells a product.
#[derive(Debug, Serialize, ToSchema)]
pub struct MerchantRef {
    pub slug: String,
    pub name: String,
}

/// A product in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProductSummary {
    pub id: Uuid,
    pub slug: String,
    pub title: String,
    pub merchant: MerchantRef,
    /// Of the cheapest variant.
    pub price_from: Amount,
    /// Some variants cost more.
    pub price_varies: bool,
    pub compare_at: Option<Amount>,
    pub rating: Option<Rating>,
    pub picture: Option<Picture>,
    /// At least one variant can be bought.
    pub available: bool,
}

impl From<ProductCardView> for ProductSummary {
    fn from(card: ProductCardView) -> Self {
        Self {
            id: card.id.as_uuid(),
            slug: card.slug,
            title: card.title,
            merchant: MerchantRef {
                slug: card.merchant_slug,
                name: card.merchant_name,
            },
            price_from: card.price.into(),
            price_varies: card.price_varies,
            compare_at: card.compare_at.map(Amount::from),
            rating: card.rating.map(Rating::from),
            picture: card.picture.map(Picture::from),
            available: card.available,
        }
    }
}

/// A page of products.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProductPage {
    pub products: Vec<ProductSummary>,
    /// For `after`; none on the last page.
    pub next: Option<String>,
}

impl From<ListingView> for ProductPage {
    fn from(listing: ListingView) -> Self {
        Self {
            products: listing
                .products
                .into_iter()
                .map(ProductSummary::from)
                .collect(),
            next: listing.next,
        }
    }
}

/// An option and its values.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProductOption {
    pub name: String,
    pub values: Vec<String>,
}

/// What is bought.
#[derive(Debug, Serialize, ToSchema)]
pub struct Variant {
    pub id: Uuid,
    pub sku: Option<String>,
    /// One value per option of the product.
    pub option_values: Vec<String>,
    pub price: Amount,
    pub compare_at: Option<Amount>,
    pub availability: Availability,
    /// How many are left, where only a few are.
    pub left: Option<u32>,
    /// Place of its picture among the product's.
    pub picture: Option<usize>,
}

/// Whether a variant can be bought.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Availability {
    InStock,
    LowStock,
    SoldOut,
}

impl From<VariantView> for Variant {
    fn from(view: VariantView) -> Self {
        let (availability, left) = match view.stock {
            StockView::InStock => (Availability::InStock, None),
            StockView::OnlyLeft(left) => (Availability::LowStock, Some(left)),
            StockView::SoldOut => (Availability::SoldOut, None),
        };
        Self {
            id: view.id.as_uuid(),
            sku: view.sku,
            option_values: view.values,
            price: view.price.into(),
            compare_at: view.compare_at.map(Amount::from),
            availability,
            left,
            picture: view.picture,
        }
    }
}

/// A fact about a product.
#[derive(Debug, Serialize, ToSchema)]
pub struct Attribute {
    pub label: String,
    pub value: String,
}

/// A product.
#[derive(Debug, Serialize, ToSchema)]
pub struct Product {
    pub id: Uuid,
    pub slug: String,
    pub title: String,
    pub subtitle: String,
    /// Sanitised.
    pub description_html: String,
    pub merchant: MerchantRef,
    pub pictures: Vec<Picture>,
    pub options: Vec<ProductOption>,
    pub variants: Vec<Variant>,
    pub attributes: Vec<Attribute>,
    pub rating: Option<Rating>,
}

impl From<ProductView> for Product {
    fn from(view: ProductView) -> Self {
        let option = |option: crate::catalog::types::OptionView| ProductOption {
            name: option.name,
            values: option.values.into_iter().map(|value| value.value).collect(),
        };
        Self {
            id: view.id.as_uuid(),
            slug: view.slug,
            title: view.title,
            subtitle: view.subtitle,
            description_html: view.description_html,
            merchant: MerchantRef {
                slug: view.merchant.slug,
                name: view.merchant.name,
            },
            pictures: view.pictures.into_iter().map(Picture::from).collect(),
            options: view.options.into_iter().map(option).collect(),
            variants: view.variants.into_iter().map(Variant::from).collect(),
            attributes: view
                .attributes
                .into_iter()
                .map(|(label, value)| Attribute { label, value })
                .collect(),
            rating: view.rating.map(Rating::from),
        }
    }
}

/// A category without what is below it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CategoryRef {
    pub slug: String,
    pub name: String,
    pub description: String,
}

impl From<CategoryLinkView> for CategoryRef {
    fn from(view: CategoryLinkView) -> Self {
        Self {
            slug: view.slug,
            name: view.name,
            description: view.description,
        }
    }
}

/// A category in the tree.
#[derive(Debug, Serialize, ToSchema)]
pub struct CategoryNode {
    pub slug: String,
    pub name: String,
    pub description: String,
    #[schema(no_recursion)]
    pub children: Vec<CategoryNode>,
}

/// The category tree.
#[derive(Debug, Serialize, ToSchema)]
pub struct CategoryTree {
    pub categories: Vec<CategoryNode>,
}

/// A category, its children and its newest products.
#[derive(Debug, Serialize, ToSchema)]
pub struct Category {
    pub slug: String,
    pub name: String,
    pub description: String,
    pub children: Vec<CategoryRef>,
    #[serde(flatten)]
    pub page: ProductPage,
}

/// How to narrow, order and page a list of products.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ProductsQuery {
    /// A category's slug: its products and those of all below it.
    pub category: Option<String>,
    /// A merchant's slug.
    pub merchant: Option<String>,
    #[param(inline)]
    pub sort: Option<ApiSort>,
    /// Items on a page, 1 to 100; 24 by default.
    pub limit: Option<u32>,
    /// The `next` of the page before, in the same order.
    pub after: Option<String>,
}

/// How to order and page a category.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CategoryQuery {
    #[param(inline)]
    pub sort: Option<ApiSort>,
    /// The `next` of the page before, in the same order.
    pub after: Option<String>,
}

impl ApiSort {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Newest => Sort::Newest.as_str(),
            Self::PriceAscending => Sort::PriceAscending.as_str(),
            Self::PriceDescending => Sort::PriceDescending.as_str(),
        }
    }
}

/// The cursor in `after`.
///
/// # Errors
/// [`AppError::Invalid`] when it is none of this order: an API client must not silently begin again.
fn cursor(after: Option<&str>, sort: Sort) -> Result<Option<Cursor>, AppError> {
    let decode = |text| {
        Cursor::decode(text, sort.order())
            .ok_or_else(|| invalid("after", t!("Use the `next` of a page in the same order.")))
    };
    after.map(decode).transpose()
}

/// Products
///
/// Newest first unless asked otherwise.
#[utoipa::path(get, path = "/api/v1/products", tag = "catalog", params(ProductsQuery), responses(
    (status = 200, description = "A page of products", body = ProductPage),
    (status = 422, description = "A parameter is wrong", body = Problem, content_type = "application/problem+json"),
))]
async fn list_products(
    State(state): State<AppState>,
    headers: HeaderMap,
    ApiQuery(query): ApiQuery<ProductsQuery>,
) -> Result<Response, AppError> {
    let sort: Sort = query.sort.unwrap_or_default().into();
    let size = page_size(query.limit)?;
    let after = cursor(query.after.as_deref(), sort)?;
    let mut db = state.db.read().await?;
    let category = match &query.category {
        Some(slug) => {
            let found = queries::categories::id_of(&mut db, slug).await?;
            Some(
                found
                    .ok_or_else(|| invalid("category", t!("There is no category of this slug.")))?
                    .into(),
            )
        }
        None => None,
    };
    let merchant = match &query.merchant {
        Some(slug) => {
            let found = crate::merchants::ssr::id_of(&mut db, slug).await?;
            Some(
                found
                    .ok_or_else(|| invalid("merchant", t!("There is no merchant of this slug.")))?,
            )
        }
        None => None,
    };
    let listing = list(
        &mut db,
        &state,
        Filter { category, merchant },
        sort,
        after,
        size,
    )
    .await?;
    let page = ProductPage::from(listing);
    let parameters = [
        ("category", query.category),
        ("merchant", query.merchant),
        ("sort", query.sort.map(|sort| sort.as_str().to_owned())),
        ("limit", query.limit.map(|limit| limit.to_string())),
    ];
    json_page(
        &headers,
        &page,
        "/api/v1/products",
        &parameters,
        page.next.as_deref(),
    )
}

/// A product
///
/// With its options and variants. A slug that was given up is not found; `/products` lists the present ones.
#[utoipa::path(get, path = "/api/v1/products/{slug}", tag = "catalog", params(("slug" = String, Path)), responses(
    (status = 200, description = "The product", body = Product),
    (status = 404, description = "There is none", body = Problem, content_type = "application/problem+json"),
))]
async fn get_product(
    State(state): State<AppState>,
    headers: HeaderMap,
    Path(slug): Path<String>,
) -> Result<Response, AppError> {
    let mut db = state.db.read().await?;
    json(
        &headers,
        &Product::from(super::product(&mut db, &state, &slug).await?),
    )
}

/// The category tree
#[utoipa::path(get, path = "/api/v1/categories", tag = "catalog", responses(
    (status = 200, description = "All categories", body = CategoryTree),
))]
async fn list_categories(
    State(state): State<AppState>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let mut db = state.db.read().await?;
    let mut rows = queries::categories::tree(&mut db, i32::MAX).await?;
    // Deepest last: each row is hung onto its parent from the end of the list.
    let mut nodes: Vec<(Option<String>, CategoryNode)> = rows
        .drain(..)
        .map(|row| {
            let node = CategoryNode {
                slug: row.slug,
                name: row.name,
                description: row.description,
                children: Vec::new(),
            };
            (row.parent_slug, node)
        })
        .collect();
    let mut roots = Vec::new();
    while let Some((parent, node)) = nodes.pop() {
        let children = match parent {
            None => &mut roots,
            Some(parent) => match nodes
                .iter_mut()
                .find(|(_, candidate)| candidate.slug == parent)
            {
                Some((_, parent)) => &mut parent.children,
                None => continue,
            },
        };
        children.insert(0, node);
    }
    json(&headers, &CategoryTree { categories: roots })
}

/// A category
///
/// With its children and a page of the products in and below it.
#[utoipa::path(get, path = "/api/v1/categories/{slug}", tag = "catalog", params(("slug" = String, Path), CategoryQuery), responses(
    (status = 200, description = "The category", body = Category),
    (status = 404, description = "There is none", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "A parameter is wrong", body = Problem, content_type = "application/problem+json"),
))]
async fn get_category(
    State(state): State<AppState>,
    headers: HeaderMap,
    Path(slug): Path<String>,
    ApiQuery(query): ApiQuery<CategoryQuery>,
) -> Result<Response, AppError> {
    let sort: Sort = query.sort.unwrap_or_default().into();
    cursor(query.after.as_deref(), sort)?;
    let mut db = state.db.read().await?;
    let view = super::category(
        &mut db,
        &state,
        &slug,
        FacetFilter::default(),
        sort,
        query.after.as_deref(),
    )
    .await?;
    let path = format!("/api/v1/categories/{}", view.slug);
    let body = Category {
        slug: view.slug,
        name: view.name,
        description: view.description,
        children: view.children.into_iter().map(CategoryRef::from).collect(),
        page: view.listing.into(),
    };
    let parameters = [("sort", query.sort.map(|sort| sort.as_str().to_owned()))];
    json_page(
        &headers,
        &body,
        &path,
        &parameters,
        body.page.next.as_deref(),
    )
}
