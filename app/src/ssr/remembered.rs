//! What nearly every page needs and hardly ever changes, read once in half a minute per process, or when something on every page
//! has changed.

use std::{
    hash::Hash,
    sync::Arc,
    time::{Duration, Instant},
};

use moka::future::Cache;

use super::{AppState, pages::Tag};
use crate::error::AppError;

/// A bound for what no tag tells.
const TTL: Duration = Duration::from_secs(30);

/// Such things by name; cheap to clone.
#[derive(Clone)]
pub struct Remembered<K, V> {
    kept: Cache<K, (Instant, Arc<V>)>,
    /// In the metrics.
    name: &'static str,
}

impl<K: Clone + Eq + Hash + Send + Sync + 'static, V: Send + Sync + 'static> Remembered<K, V> {
    /// At most `most` of them.
    pub fn new(name: &'static str, most: u64) -> Self {
        Self {
            kept: Cache::builder()
                .max_capacity(most)
                .time_to_live(TTL)
                .build(),
            name,
        }
    }

    /// What is remembered under `key`, or what `read` gives. Requests that find nothing wait for one of them to read.
    pub async fn get<F: Future<Output = Result<V, AppError>>>(
        &self,
        state: &AppState,
        key: K,
        read: impl Fn() -> F,
    ) -> Result<Arc<V>, AppError> {
        let is_current = |since| !state.pages.has_changed(Tag::Everything, since);
        if let Some((since, value)) = self.kept.get(&key).await {
            if is_current(since) {
                metrics::counter!("sokonova_cache_hits_total", "cache" => self.name).increment(1);
                return Ok(value);
            }
            self.kept.invalidate(&key).await;
        }
        metrics::counter!("sokonova_cache_misses_total", "cache" => self.name).increment(1);
        let (since, value) = self.read(&key, &read).await?;
        if is_current(since) {
            return Ok(value);
        }
        // Somebody else's reading had begun before the change, or it came meanwhile.
        self.kept.invalidate(&key).await;
        Ok(self.read(&key, &read).await?.1)
    }

    async fn read<F: Future<Output = Result<V, AppError>>>(
        &self,
        key: &K,
        read: impl Fn() -> F,
    ) -> Result<(Instant, Arc<V>), AppError> {
        let reading = async {
            let since = Instant::now();
            Ok::<_, AppError>((since, Arc::new(read().await?)))
        };
        let kept = self.kept.try_get_with(key.clone(), reading).await;
        kept.map_err(|error: Arc<AppError>| (*error).clone())
    }
}
