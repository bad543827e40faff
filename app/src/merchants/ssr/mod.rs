//! The merchants' verbs: who sells here, and a merchant's own page.

pub mod pages;
mod queries;
pub mod rest;
mod views;

use domain::{country::CountryCode, ids::MerchantId, slug::Slug};
use sqlx::PgConnection;
use uuid::Uuid;
use words::t;

use super::types::{MerchantCardView, MerchantView};
use crate::{
    catalog::{
        ssr::{
            Filter, PAGE_SIZE,
            cursor::{Cursor, Order},
            list, sanitise,
        },
        types::Sort,
    },
    error::AppError,
    ssr::{AppState, Cx, Media, pages::Tag, rest::invalid},
};

/// A page of merchants, and the opaque cursor of the next one.
#[derive(Clone, Debug)]
pub struct MerchantPage {
    pub merchants: Vec<MerchantCardView>,
    pub next: Option<String>,
}

/// A merchant to be made.
#[derive(Clone, Debug)]
pub struct MerchantInput {
    pub slug: String,
    pub name: String,
    pub tagline: String,
    pub story_html: String,
    pub city: String,
    pub country: CountryCode,
    pub founded: Option<i32>,
    pub email: String,
    /// Working days until dispatch, least and most.
    pub dispatch_days: (i32, i32),
    pub logo: Option<Uuid>,
    pub banner: Option<Uuid>,
}

/// Makes a merchant.
///
/// # Errors
/// [`AppError::Invalid`] by field: `slug`, `name`, `email`, `dispatch_days`.
pub async fn create_merchant(cx: &mut Cx, input: MerchantInput) -> Result<MerchantId, AppError> {
    let slug: Slug = input
        .slug
        .parse()
        .map_err(|error: domain::slug::InvalidSlug| invalid("slug", error.to_string()))?;
    if input.name.trim().is_empty() {
        return Err(invalid("name", t!("Enter a name")));
    }
    if !input.email.contains('@') {
        return Err(invalid(
            "email",
            t!("Enter a whole e-mail address, for example name@example.org"),
        ));
    }
    if !(0..=input.dispatch_days.1).contains(&input.dispatch_days.0) {
        return Err(invalid(
            "dispatch_days",
            t!("The least number of days is not above the most"),
        ));
    }
    if queries::id_of(cx.db(), slug.as_str()).await?.is_some() {
        return Err(invalid("slug", t!("Another merchant has this slug")));
    }
    let (id, now) = (cx.new_id(), cx.now);
    let story = sanitise(&input.story_html);
    queries::insert(cx.db(), id, slug.as_str(), &input, &story, now).await?;
    cx.touch(Tag::Everything);
    Ok(MerchantId::from_uuid(id))
}

/// The id of the merchant with this slug. One statement.
pub async fn id_of(db: &mut PgConnection, slug: &str) -> Result<Option<MerchantId>, AppError> {
    Ok(queries::id_of(db, slug).await?.map(MerchantId::from_uuid))
}

/// The country a merchant sends from. One statement.
pub async fn country(db: &mut PgConnection, merchant: MerchantId) -> Result<String, AppError> {
    queries::country(db, merchant.as_uuid())
        .await?
        .ok_or(AppError::NotFound)
}

/// The newest merchants. One statement.
pub async fn newest(
    db: &mut PgConnection,
    media: &Media,
    limit: i64,
) -> Result<Vec<MerchantCardView>, AppError> {
    let rows = queries::newest(db, limit).await?;
    Ok(rows.into_iter().map(|row| row.card(media)).collect())
}

/// A page of `size` merchants by name; a cursor that is none begins at the first page. One statement.
pub async fn merchants(
    db: &mut PgConnection,
    media: &Media,
    after: Option<&str>,
    size: u32,
) -> Result<MerchantPage, AppError> {
    let after = after
        .and_then(|text| Cursor::decode(text, Order::Name))
        .map(|cursor| cursor.id);
    let mut rows = queries::by_name(db, after, i64::from(size) + 1).await?;
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    let more = rows.len() > size;
    rows.truncate(size);
    // The name is read again from the row of the id: names are too long for a cursor.
    let next = rows.last().filter(|_| more).map(|last| {
        Cursor {
            key: 0,
            id: last.id,
        }
        .encode(Order::Name)
    });
    Ok(MerchantPage {
        merchants: rows.into_iter().map(|row| row.card(media)).collect(),
        next,
    })
}

/// A merchant's page with its newest products. Three statements.
///
/// # Errors
/// [`AppError::NotFound`] for a slug that no active merchant has.
pub async fn merchant(
    db: &mut PgConnection,
    state: &AppState,
    slug: &str,
    after: Option<&str>,
) -> Result<MerchantView, AppError> {
    let row = queries::by_slug(db, slug)
        .await?
        .ok_or(AppError::NotFound)?;
    let cursor = after.and_then(|text| Cursor::decode(text, Order::Newest));
    let filter = Filter {
        category: None,
        merchant: Some(MerchantId::from_uuid(row.card.id)),
    };
    let listing = list(db, state, filter, Sort::Newest, cursor, PAGE_SIZE).await?;
    Ok(MerchantView {
        story_html: sanitise(&row.story_html),
        founded: row.founded.and_then(|year| u32::try_from(year).ok()),
        dispatch_days: (
            row.dispatch_min_days.unsigned_abs(),
            row.dispatch_max_days.unsigned_abs(),
        ),
        after: cursor.map(|cursor| cursor.encode(Order::Newest)),
        listing,
        card: row.card.card(&state.media),
    })
}
