//! Cards that were drawn, kept in this process. Drawing takes a core for a moment, so it is done off the async threads, one
//! at a time, and whoever would wait too long for their turn is sent away.

use std::{sync::Arc, time::Duration};

use axum::body::Bytes;
use moka::future::Cache;
use tokio::sync::Semaphore;
use words::locale;

use super::{
    cards::{Card, Kind},
    drawing::draw,
    queries,
};
use crate::{
    address::prefix,
    error::AppError,
    ssr::{AppState, internal::internal},
};

/// Bytes of drawn pictures kept, some three hundred.
const KEPT: u64 = 24 << 20;
/// So long a picture is waited for.
const TURN: Duration = Duration::from_secs(4);

/// The drawn pictures; cheap to clone.
#[derive(Clone)]
pub struct Pictures {
    drawn: Cache<String, Bytes>,
    pen: Arc<Semaphore>,
}

impl Default for Pictures {
    fn default() -> Self {
        let weigh = |_: &String, file: &Bytes| u32::try_from(file.len()).unwrap_or(u32::MAX);
        Self {
            drawn: Cache::builder().weigher(weigh).max_capacity(KEPT).build(),
            pen: Arc::new(Semaphore::new(1)),
        }
    }
}

/// The JPEG of the card with this slug and fingerprint. Those who want the same one wait for one drawing.
///
/// # Errors
/// [`AppError::NotFound`] unless the fingerprint is that of what the card shows now; [`AppError::Unavailable`] when too many
/// others are being drawn.
pub async fn picture(
    state: &AppState,
    kind: Kind,
    slug: &str,
    fingerprint: &str,
) -> Result<Bytes, AppError> {
    let pictures = &state.discovery.pictures;
    let key = format!("{} {kind:?} {slug} {fingerprint}", prefix(locale()));
    if let Some(drawn) = pictures.drawn.get(&key).await {
        metrics::counter!("sokonova_cache_hits_total", "cache" => "cards").increment(1);
        return Ok(drawn);
    }
    metrics::counter!("sokonova_cache_misses_total", "cache" => "cards").increment(1);
    let drawing = make(state, kind, slug, fingerprint);
    let drawn = pictures.drawn.try_get_with(key, drawing).await;
    drawn.map_err(|error: Arc<AppError>| (*error).clone())
}

async fn make(
    state: &AppState,
    kind: Kind,
    slug: &str,
    fingerprint: &str,
) -> Result<Bytes, AppError> {
    let card = card(state, kind, slug).await?.ok_or(AppError::NotFound)?;
    if card.fingerprint() != fingerprint {
        return Err(AppError::NotFound);
    }
    let pen = state.discovery.pictures.pen.clone();
    let turn = tokio::time::timeout(TURN, pen.acquire_owned()).await;
    let turn = turn
        .map_err(|_| AppError::Unavailable)?
        .map_err(|error| internal("waiting for a picture's turn", &error))?;
    let photo = match card.photo {
        Some(photo) => Some(state.media.get(photo.id, photo.width).await?),
        None => None,
    };
    let drawn = tokio::task::spawn_blocking(move || {
        // Kept until it is done, also when nobody waits for it any more.
        let _turn = turn;
        draw(&card, photo.as_deref())
    });
    let drawn = drawn
        .await
        .map_err(|error| internal("drawing a card", &error))?
        .map_err(|error| internal("drawing a card", &error))?;
    Ok(drawn.into())
}

/// The card as the page of today would name it, in the language of its address. One statement at most.
async fn card(state: &AppState, kind: Kind, slug: &str) -> Result<Option<Card>, AppError> {
    if kind == Kind::Shop {
        return Ok(Some(Card::shop()).filter(|card| card.slug == slug));
    }
    let mut db = state.db.read().await?;
    let found = match kind {
        Kind::Product => queries::product_card(&mut db, slug).await?,
        Kind::Category => queries::category_card(&mut db, slug).await?,
        Kind::Merchant => queries::merchant_card(&mut db, slug).await?,
        Kind::Shop => None,
    };
    Ok(found.map(|row| row.card(kind, slug, &state.media)))
}
