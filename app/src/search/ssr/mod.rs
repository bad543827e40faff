//! Searching the catalogue.
//!
//! Words are matched by stem, the last one also by its beginning; what matches no word is forgiven its spelling; what matches
//! nothing at all is answered with departments and new things, never with an empty page.

pub mod pages;
mod queries;
pub mod rest;
mod views;

use sqlx::PgConnection;
use uuid::Uuid;

use super::types::{SearchSort, SearchView};
use crate::{
    catalog::{
        ssr::{
            PAGE_SIZE,
            cursor::{Cursor, Order},
            departments, newest, product_cards,
        },
        types::{ListingView, Sort},
    },
    error::AppError,
    ssr::Media,
};
use queries::{FoundRow, Tier};

/// The most characters of a search.
const MAX_QUERY: usize = 100;
/// New things shown when nothing was found.
const SUGGESTIONS: u32 = 8;

/// The kind of cursor that continues an order.
pub(super) fn order(sort: SearchSort) -> Order {
    match sort {
        SearchSort::Relevance => Order::Relevance,
        SearchSort::By(Sort::Newest) => Order::Newest,
        SearchSort::By(Sort::PriceAscending) => Order::PriceAscending,
        SearchSort::By(Sort::PriceDescending) => Order::PriceDescending,
    }
}

/// A page of what matches `query`; a cursor of another order begins at the first page. At most three statements.
pub async fn search(
    db: &mut PgConnection,
    media: &Media,
    query: &str,
    sort: SearchSort,
    after: Option<&str>,
) -> Result<SearchView, AppError> {
    search_page(db, media, query, sort, after, PAGE_SIZE).await
}

/// As [`search`], with `size` products on the page.
pub(super) async fn search_page(
    db: &mut PgConnection,
    media: &Media,
    query: &str,
    sort: SearchSort,
    after: Option<&str>,
    size: u32,
) -> Result<SearchView, AppError> {
    let words: String = query
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .take(MAX_QUERY)
        .collect();
    let cursor = after.and_then(|text| Cursor::decode(text, order(sort)));
    let mut view = SearchView {
        query: words.trim().to_owned(),
        sort,
        after: cursor.map(|cursor| cursor.encode(order(sort))),
        listing: ListingView {
            products: Vec::new(),
            next: None,
        },
        approximate: false,
        departments: Vec::new(),
        suggestions: Vec::new(),
    };
    if view.query.is_empty() {
        view.departments = departments(db, media).await?;
        view.suggestions = newest(db, media, SUGGESTIONS).await?;
        return Ok(view);
    }
    let mut found = queries::find(
        db,
        &view.query,
        sort,
        cursor,
        i64::from(size) + 1,
        i64::from(SUGGESTIONS),
    )
    .await?;
    let tier = found.first().map(|row| row.tier);
    let page = usize::try_from(size).unwrap_or(usize::MAX);
    if tier == Some(Tier::Exact) && found.len() > page {
        found.truncate(page);
        view.listing.next = found
            .last()
            .map(|last| cursor_of(sort, last).encode(order(sort)));
    }
    found.truncate(page);
    let ids: Vec<Uuid> = found.iter().map(|row| row.id).collect();
    let products = product_cards(db, media, &ids).await?;
    match tier {
        Some(Tier::Exact) => view.listing.products = products,
        Some(Tier::Similar) => {
            view.listing.products = products;
            view.approximate = true;
        }
        Some(Tier::Newest) => view.suggestions = products,
        None => {}
    }
    if view.listing.products.is_empty() {
        view.departments = departments(db, media).await?;
    }
    Ok(view)
}

fn cursor_of(sort: SearchSort, row: &FoundRow) -> Cursor {
    match sort {
        // The bits of a positive f32 as an integer: exact, and in the same order.
        SearchSort::Relevance => Cursor {
            key: i64::from(row.rank.to_bits()),
            id: row.id,
        },
        SearchSort::By(Sort::Newest) => Cursor::of_time(row.published_at, row.id),
        SearchSort::By(Sort::PriceAscending | Sort::PriceDescending) => Cursor {
            key: row.price_minor,
            id: row.id,
        },
    }
}
