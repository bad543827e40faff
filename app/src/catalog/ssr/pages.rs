//! The catalogue's pages: home, category, product.

use axum::{
    Router,
    extract::{Path, Query, RawQuery, State},
    http::HeaderMap,
    response::Response,
    routing::get,
};
use domain::ids::VariantId;
use serde::Deserialize;
use sqlx::PgConnection;
use words::t;

use super::{SlugKind, facets::pairs, recent::recently_viewed, views};
use crate::{
    catalog::{
        facets::FacetFilter,
        types::{ProductCardView, ProductView, Sort},
    },
    discovery::ssr::{cards::Card, structured},
    error::AppError,
    ssr::{
        AppState,
        pages::{Miss, Page, PageCache, Tag},
        render::{Meta, Ware, store_page},
    },
};

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/", get(home))
        .route("/c/{slug}", get(category))
        .route("/p/{slug}", get(product))
        .route("/p/{slug}/reviews", get(reviews))
        .route("/recently-viewed", get(recently_viewed))
}

async fn home(State(state): State<AppState>, headers: HeaderMap) -> Response {
    let page = {
        let state = state.clone();
        async move { Ok(home_page(&state).await?) }
    };
    PageCache::answer(&state, &headers, "/".to_owned(), page).await
}

async fn home_page(state: &AppState) -> Result<Page, AppError> {
    let mut db = state.db.read().await?;
    let view = super::home(&mut db, state).await?;
    drop(db);
    let meta = Meta {
        description: t!("A marketplace of independent makers: one storefront, many workshops.")
            .to_owned(),
        canonical: Some("/".to_owned()),
        json_ld: vec![structured::home(&state.settings)],
        ..Meta::default()
    };
    let tags: Vec<Tag> = listing_tags(view.new_arrivals.iter().chain(&view.on_sale));
    let page = store_page(state, meta, || views::home(view)).await?;
    Ok(page.showing(tags))
}

/// What a listing of these products shows.
pub fn listing_tags<'a>(products: impl IntoIterator<Item = &'a ProductCardView>) -> Vec<Tag> {
    let products = products.into_iter();
    let products = products.map(|product| Tag::Product(product.id.as_uuid()));
    products.chain([Tag::Listings]).collect()
}

/// The address of a listing: `?sort=…&after=…`.
#[derive(Debug, Default, Deserialize)]
pub struct ListingQuery {
    #[serde(default)]
    pub sort: String,
    #[serde(default)]
    pub after: Option<String>,
}

/// The address of a narrowed listing: filters, `sort` and `after`, whatever else it has.
pub struct ListingAddress {
    /// None when the address names no known one.
    pub sort: Option<Sort>,
    pub filter: FacetFilter,
    pub after: Option<String>,
}

impl ListingAddress {
    pub fn parse(query: Option<&str>) -> Self {
        let pairs = pairs(query);
        let last = |name: &str| {
            let mut found = pairs.iter().rev().filter(|(key, _)| key == name);
            found.next().map(|(_, value)| value.as_str())
        };
        let known = |value: &str| Sort::ALL.into_iter().find(|sort| sort.as_str() == value);
        Self {
            sort: last("sort").and_then(known),
            filter: FacetFilter::parse(&pairs),
            after: last("after").map(str::to_owned),
        }
    }

    /// What the page is kept under: addresses that differ in nothing it shows have one page.
    pub fn key(&self, place: &str) -> String {
        if self.sort.is_none() && self.after.is_none() && self.filter.is_empty() {
            return place.to_owned();
        }
        let (sort, after) = (self.sort.map(Sort::as_str), self.after.as_deref());
        format!("{place}?{sort:?}{after:?}{:?}", self.filter.pairs())
    }
}

async fn category(
    State(state): State<AppState>,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let query = ListingAddress::parse(query.as_deref());
    let key = query.key(&format!("/c/{slug}"));
    let page = {
        let state = state.clone();
        async move { category_page(&state, &slug, query).await }
    };
    PageCache::answer(&state, &headers, key, page).await
}

async fn category_page(
    state: &AppState,
    slug: &str,
    ListingAddress {
        sort,
        filter,
        after,
    }: ListingAddress,
) -> Result<Page, Miss> {
    let sort = sort.unwrap_or_default();
    let mut db = state.db.read().await?;
    let listed = super::category(&mut db, state, slug, filter, sort, after.as_deref());
    let view = match listed.await {
        Err(AppError::NotFound) => {
            return Err(moved(&mut db, SlugKind::Category, "/c/", slug).await);
        }
        other => other?,
    };
    drop(db);
    let meta = Meta {
        title: view.name.clone(),
        description: view.description.clone(),
        // Later pages, other orders and parts of the same goods are not pages of their own.
        canonical: (view.after.is_none() && sort == Sort::default() && view.filter.is_empty())
            .then(|| format!("/c/{slug}")),
        card: Some(Card::category(&view)),
        json_ld: vec![
            structured::breadcrumbs(&state.settings, &view.breadcrumbs, &view.name),
            structured::item_list(&state.settings, &view.listing.products),
        ],
        ..Meta::default()
    };
    let tags = listing_tags(&view.listing.products);
    let page = store_page(state, meta, || views::category(view)).await?;
    Ok(page.showing(tags))
}

/// Where what had this slug lives now, or that it is nowhere.
pub async fn moved(db: &mut PgConnection, kind: SlugKind, place: &str, slug: &str) -> Miss {
    match super::resolve_slug(db, kind, slug).await {
        Ok(Some(now)) => Miss::Moved(format!("{place}{now}")),
        Ok(None) => Miss::Error(AppError::NotFound),
        Err(error) => Miss::Error(error),
    }
}

/// As [`moved`], of a page below a product's: `/reviews`.
pub async fn moved_below(db: &mut PgConnection, slug: &str, page: &str) -> Miss {
    match moved(db, SlugKind::Product, "/p/", slug).await {
        Miss::Moved(path) => Miss::Moved(format!("{path}{page}")),
        miss => miss,
    }
}

/// The address of a product: `?variant=…` chooses one without JavaScript.
#[derive(Debug, Default, Deserialize)]
struct ProductQuery {
    #[serde(default)]
    variant: Option<String>,
}

async fn product(
    State(state): State<AppState>,
    Path(slug): Path<String>,
    Query(query): Query<ProductQuery>,
    headers: HeaderMap,
) -> Response {
    let wanted = query.variant.and_then(|id| id.parse::<VariantId>().ok());
    let key = match wanted {
        Some(variant) => format!("/p/{slug}?{variant}"),
        None => format!("/p/{slug}"),
    };
    let page = {
        let state = state.clone();
        async move { product_page(&state, &slug, wanted).await }
    };
    PageCache::answer(&state, &headers, key, page).await
}

async fn product_page(
    state: &AppState,
    slug: &str,
    wanted: Option<VariantId>,
) -> Result<Page, Miss> {
    let mut db = state.db.read().await?;
    let view = match super::product(&mut db, state, slug).await {
        Err(AppError::NotFound) => {
            return Err(moved(&mut db, SlugKind::Product, "/p/", slug).await);
        }
        other => other?,
    };
    drop(db);
    let meta = product_meta(state, &view, wanted);
    let today = state.clock.now().date();
    // What is related is a listing, but one that nobody notices growing.
    let related = view
        .related
        .iter()
        .chain(&view.together)
        .map(|card| card.id);
    let tags: Vec<Tag> = related
        .chain([view.id])
        .map(|product| Tag::Product(product.as_uuid()))
        .collect();
    let page = store_page(state, meta, || views::product(view, wanted, today)).await?;
    Ok(page.showing(tags))
}

/// The address of a product's reviews.
#[derive(Debug, Default, Deserialize)]
struct ReviewsQuery {
    #[serde(default)]
    stars: Option<String>,
    #[serde(default)]
    after: Option<String>,
}

async fn reviews(
    State(state): State<AppState>,
    Path(slug): Path<String>,
    Query(ReviewsQuery { stars, after }): Query<ReviewsQuery>,
    headers: HeaderMap,
) -> Response {
    // An edited address still shows a page.
    let stars = stars.and_then(|stars| stars.parse().ok());
    let stars = stars.filter(|stars| (1..=5).contains(stars));
    let key = match (&stars, &after) {
        (None, None) => format!("/p/{slug}/reviews"),
        narrowed => format!("/p/{slug}/reviews?{narrowed:?}"),
    };
    let page = {
        let state = state.clone();
        async move { reviews_page(&state, &slug, stars, after.as_deref()).await }
    };
    PageCache::answer(&state, &headers, key, page).await
}

async fn reviews_page(
    state: &AppState,
    slug: &str,
    stars: Option<u32>,
    after: Option<&str>,
) -> Result<Page, Miss> {
    let mut db = state.db.read().await?;
    let found = super::product_reviews(&mut db, state, slug, stars, after).await;
    let view = match found {
        Err(AppError::NotFound) => return Err(moved_below(&mut db, slug, "/reviews").await),
        other => other?,
    };
    drop(db);
    let meta = Meta {
        title: t!("Reviews of {product}", product = view.product.title),
        canonical: (stars.is_none() && !view.later).then(|| format!("/p/{slug}/reviews")),
        ..Meta::default()
    };
    let tag = Tag::Product(view.product.id.as_uuid());
    let page = store_page(state, meta, || views::reviews_page(view)).await?;
    Ok(page.showing([tag]))
}

fn product_meta(state: &AppState, view: &ProductView, wanted: Option<VariantId>) -> Meta {
    Meta {
        title: view.title.clone(),
        description: view.subtitle.clone(),
        // Every variant is shown by the one page of its product.
        canonical: Some(format!("/p/{}", view.slug)),
        card: Some(Card::product(view)),
        ware: view
            .selected(wanted)
            .and_then(|at| view.variants.get(at))
            .map(|variant| Ware {
                price: variant.price,
                available: !variant.stock.is_sold_out(),
                brand: view.merchant.name.clone(),
            }),
        json_ld: vec![
            structured::product(&state.settings, view),
            structured::breadcrumbs(&state.settings, &view.breadcrumbs, &view.title),
        ],
        ..Meta::default()
    }
}
