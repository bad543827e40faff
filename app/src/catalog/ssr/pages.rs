//! The catalogue's pages: home, category, product.

use axum::{
    Router,
    extract::{Path, Query, RawQuery, State},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use domain::ids::VariantId;
use serde::Deserialize;
use serde_json::json;

use super::{SlugKind, facets::pairs, views};
use crate::{
    catalog::{
        facets::FacetFilter,
        types::{ProductView, Sort},
    },
    error::AppError,
    ssr::{
        AppState,
        render::{Meta, answer, store_page},
    },
};

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/", get(home))
        .route("/c/{slug}", get(category))
        .route("/p/{slug}", get(product))
}

async fn home(State(state): State<AppState>) -> Response {
    answer(&state, async {
        let mut db = state.db.read().await?;
        let view = super::home(&mut db, &state.media).await?;
        drop(db);
        let meta = Meta {
            description: "A marketplace of independent makers: one storefront, many workshops."
                .to_owned(),
            canonical: Some("/".to_owned()),
            ..Meta::default()
        };
        store_page(&state, meta, || views::home(view)).await
    })
    .await
}

/// The address of a listing: `?sort=…&after=…`.
#[derive(Debug, Default, Deserialize)]
pub struct ListingQuery {
    #[serde(default)]
    pub sort: String,
    #[serde(default)]
    pub after: Option<String>,
}

async fn category(
    State(state): State<AppState>,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    answer(&state, async {
        let pairs = pairs(query.as_deref());
        let last = |name: &str| {
            let mut found = pairs.iter().rev().filter(|(key, _)| key == name);
            found.next().map(|(_, value)| value.as_str())
        };
        let sort = Sort::parse(last("sort").unwrap_or_default());
        let filter = FacetFilter::parse(&pairs);
        let mut db = state.db.read().await?;
        let view = match super::category(&mut db, &state.media, &slug, filter, sort, last("after"))
            .await
        {
            Err(AppError::NotFound) => {
                match super::resolve_slug(&mut db, SlugKind::Category, &slug).await? {
                    Some(now) => {
                        return Ok(Redirect::permanent(&format!("/c/{now}")).into_response());
                    }
                    None => return Err(AppError::NotFound),
                }
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
            ..Meta::default()
        };
        store_page(&state, meta, || views::category(view)).await
    })
    .await
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
) -> Response {
    answer(&state, async {
        let mut db = state.db.read().await?;
        let view = match super::product(&mut db, &state.media, &slug).await {
            Err(AppError::NotFound) => match super::resolve_slug(&mut db, SlugKind::Product, &slug)
                .await?
            {
                Some(now) => return Ok(Redirect::permanent(&format!("/p/{now}")).into_response()),
                None => return Err(AppError::NotFound),
            },
            other => other?,
        };
        drop(db);
        let wanted = query.variant.and_then(|id| id.parse::<VariantId>().ok());
        let meta = product_meta(&state, &view);
        store_page(&state, meta, || views::product(view, wanted)).await
    })
    .await
}

fn product_meta(state: &AppState, view: &ProductView) -> Meta {
    let path = format!("/p/{}", view.slug);
    let address = state.settings.link(&path);
    let absolute = |src: String| {
        if src.starts_with('/') {
            state.settings.link(&src)
        } else {
            src
        }
    };
    let images: Vec<String> = view
        .pictures
        .iter()
        .filter_map(|picture| picture.src(960))
        .map(absolute)
        .collect();
    let prices = view.variants.iter().map(|variant| variant.price);
    let (low, high) = (
        prices.clone().min_by_key(|price| price.minor),
        prices.max_by_key(|price| price.minor),
    );
    let available = view
        .variants
        .iter()
        .any(|variant| !variant.stock.is_sold_out());
    let availability = if available {
        "https://schema.org/InStock"
    } else {
        "https://schema.org/OutOfStock"
    };
    let mut product = json!({
        "@context": "https://schema.org",
        "@type": "Product",
        "name": view.title,
        "description": view.subtitle,
        "image": images,
        "url": address,
        "brand": { "@type": "Brand", "name": view.merchant.name },
    });
    if let (Some(low), Some(high)) = (low, high) {
        product["offers"] = json!({
            "@type": "AggregateOffer",
            "lowPrice": low.decimal_string(),
            "highPrice": high.decimal_string(),
            "priceCurrency": low.currency.code(),
            "offerCount": view.variants.len(),
            "availability": availability,
        });
    }
    if let Some(rating) = view.rating {
        product["aggregateRating"] = json!({
            "@type": "AggregateRating",
            "ratingValue": format!("{}.{}", rating.tenths / 10, rating.tenths % 10),
            "reviewCount": rating.count,
        });
    }
    let crumbs: Vec<serde_json::Value> = view
        .breadcrumbs
        .iter()
        .enumerate()
        .map(|(at, crumb)| {
            json!({
                "@type": "ListItem",
                "position": at + 1,
                "name": crumb.name,
                "item": state.settings.link(&crumb.path),
            })
        })
        .collect();
    Meta {
        title: view.title.clone(),
        description: view.subtitle.clone(),
        canonical: Some(path),
        image: images.into_iter().next(),
        json_ld: vec![
            product,
            json!({ "@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": crumbs }),
        ],
        ..Meta::default()
    }
}
