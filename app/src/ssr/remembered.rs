//! Pieces that many pages are made of, read once in half a minute per process, or when what they show has changed.
//!
//! A page is in five languages and every market, so whatever is kept of it whole is made many times from the same rows.

use std::{
    cell::Cell,
    collections::HashMap,
    hash::Hash,
    sync::Arc,
    time::{Duration, Instant},
};

use futures::future::BoxFuture;
use moka::{future::Cache, policy::EvictionPolicy};
use sqlx::PgConnection;

use super::{AppState, pages::Tag};
use crate::error::AppError;

/// A bound for what no tag tells.
const TTL: Duration = Duration::from_secs(30);

tokio::task_local! {
    /// When the oldest piece was read that this task was given.
    static OLDEST: Cell<Option<Instant>>;
    /// When this task asked for its market and its terms: what it makes with them is not newer.
    static BEGUN: Instant;
}

/// Has `work`, whose market and terms were asked for at this moment, read pieces that are no newer than these.
pub fn begun_at<F: Future>(moment: Instant, work: F) -> impl Future<Output = F::Output> {
    BEGUN.scope(moment, work)
}

/// Since when changes may be missing in what is read now.
pub fn since() -> Instant {
    BEGUN
        .try_with(Instant::clone)
        .unwrap_or_else(|_| Instant::now())
}

/// What `work` gives, and when the oldest piece it was given had been read.
pub async fn watched<T>(work: impl Future<Output = T>) -> (T, Option<Instant>) {
    let watched = async {
        let done = work.await;
        (done, OLDEST.with(Cell::get))
    };
    OLDEST.scope(Cell::new(None), watched).await
}

/// Pieces by name; cheap to clone.
#[derive(Clone)]
pub struct Remembered<K, V> {
    kept: Cache<K, Piece<V>>,
    /// In the metrics.
    name: &'static str,
    /// What a piece shows besides what is everywhere.
    shows: fn(&K, &V) -> Tag,
}

struct Piece<V> {
    /// Before it was read.
    since: Instant,
    /// Before the oldest of the pieces was read that it is made of.
    oldest: Instant,
    value: Arc<V>,
}

impl<V> Clone for Piece<V> {
    fn clone(&self) -> Self {
        Self {
            since: self.since,
            oldest: self.oldest,
            value: self.value.clone(),
        }
    }
}

impl<K: Clone + Eq + Hash + Send + Sync + 'static, V: Send + Sync + 'static> Remembered<K, V> {
    /// At most `most` of them; of 0 each is read whenever it is asked for.
    pub fn new(name: &'static str, most: u64, shows: fn(&K, &V) -> Tag) -> Self {
        Self::weighed(name, EvictionPolicy::tiny_lfu(), (most, |_| 1), shows)
    }

    /// As many as weigh `most` together. What does not fit any more goes by the policy: what is asked for least often (`tiny_lfu`,
    /// which may not take a large one at all), or what was asked for longest ago (`lru`).
    pub fn weighed(
        name: &'static str,
        policy: EvictionPolicy,
        (most, weigh): (u64, fn(&V) -> u32),
        shows: fn(&K, &V) -> Tag,
    ) -> Self {
        Self {
            kept: Cache::builder()
                .eviction_policy(policy)
                .weigher(move |_, piece: &Piece<V>| weigh(&piece.value))
                .max_capacity(most)
                .time_to_live(TTL)
                .build(),
            name,
            shows,
        }
    }

    /// What is remembered under `key`, or what `read` gives. Requests that find nothing wait for one of them to read.
    pub async fn get<F: Future<Output = Result<V, AppError>>>(
        &self,
        state: &AppState,
        key: K,
        read: impl Fn() -> F,
    ) -> Result<Arc<V>, AppError> {
        if let Some(value) = self.recall(state, &key).await {
            return Ok(value);
        }
        let piece = self.fill(&key, read()).await?;
        match self.if_current(state, &key, piece).await {
            Some(value) => Ok(value),
            None => {
                let piece = Self::piece(read()).await?;
                Ok(self.keep(key, piece).await)
            }
        }
    }

    /// As [`Remembered::get`], with a connection that is at hand.
    pub async fn get_with(
        &self,
        state: &AppState,
        db: &mut PgConnection,
        key: K,
        read: impl for<'a> Fn(
            &'a AppState,
            &'a mut PgConnection,
            &'a K,
        ) -> BoxFuture<'a, Result<V, AppError>>,
    ) -> Result<Arc<V>, AppError> {
        if let Some(value) = self.recall(state, &key).await {
            return Ok(value);
        }
        let piece = self.fill(&key, read(state, db, &key)).await?;
        match self.if_current(state, &key, piece).await {
            Some(value) => Ok(value),
            None => {
                let reading = read(state, db, &key);
                let piece = Self::piece(reading).await?;
                Ok(self.keep(key.clone(), piece).await)
            }
        }
    }

    /// Of many at once what is remembered, and the keys of what is not.
    pub async fn recall_all(&self, state: &AppState, keys: Vec<K>) -> (HashMap<K, Arc<V>>, Vec<K>) {
        let (mut found, mut missing) = (HashMap::with_capacity(keys.len()), Vec::new());
        for key in keys {
            match self.recall(state, &key).await {
                Some(value) => drop(found.insert(key, value)),
                None => missing.push(key),
            }
        }
        (found, missing)
    }

    /// What was read after the moment [`since`].
    pub async fn remember(&self, since: Instant, key: K, value: Arc<V>) {
        let piece = Piece {
            since,
            oldest: since,
            value,
        };
        self.kept.insert(key, piece).await;
    }

    async fn recall(&self, state: &AppState, key: &K) -> Option<Arc<V>> {
        let current = match self.kept.get(key).await {
            Some(piece) => self.if_current(state, key, piece).await,
            None => None,
        };
        let name = match current {
            Some(_) => "sokonova_cache_hits_total",
            None => "sokonova_cache_misses_total",
        };
        metrics::counter!(name, "cache" => self.name).increment(1);
        current
    }

    /// The piece, unless it was read, or somebody had begun to read it, before a change.
    async fn if_current(&self, state: &AppState, key: &K, piece: Piece<V>) -> Option<Arc<V>> {
        let tag = (self.shows)(key, &piece.value);
        if state.pages.is_current(tag, piece.since) {
            return Some(given(piece));
        }
        self.kept.invalidate(key).await;
        None
    }

    async fn fill(
        &self,
        key: &K,
        read: impl Future<Output = Result<V, AppError>>,
    ) -> Result<Piece<V>, AppError> {
        // Much of a stack, and seldom needed.
        let kept = Box::pin(self.kept.try_get_with(key.clone(), Self::piece(read)));
        kept.await.map_err(|error: Arc<AppError>| (*error).clone())
    }

    async fn piece(read: impl Future<Output = Result<V, AppError>>) -> Result<Piece<V>, AppError> {
        let since = since();
        let (value, oldest) = watched(read).await;
        Ok(Piece {
            since,
            oldest: oldest.map_or(since, |oldest| oldest.min(since)),
            value: Arc::new(value?),
        })
    }

    /// Keeps what this task has read itself: who joins another's reading may get what that one knew, such as a market of before.
    async fn keep(&self, key: K, piece: Piece<V>) -> Arc<V> {
        self.kept.insert(key, piece.clone()).await;
        given(piece)
    }
}

/// Notes for the page that is being made how old it is in part.
fn given<V>(piece: Piece<V>) -> Arc<V> {
    // Outside of a page nobody asks.
    let _ = OLDEST.try_with(|oldest| {
        let before = oldest.get();
        oldest.set(Some(
            before.map_or(piece.oldest, |before| before.min(piece.oldest)),
        ));
    });
    piece.value
}
