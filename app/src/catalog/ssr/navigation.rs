//! The menu of every page, read once in half a minute per process, or when something on every page has changed.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use moka::future::Cache;
use sqlx::PgConnection;

use super::queries;
use crate::{
    catalog::types::{CategoryLinkView, DepartmentView, NavigationView},
    error::AppError,
    ssr::{AppState, Media, pages::Tag},
};

/// A bound for what no tag tells.
const TTL: Duration = Duration::from_secs(30);

/// The menu as it was last read; cheap to clone.
#[derive(Clone)]
pub struct NavigationCache(Cache<(), (Instant, Arc<NavigationView>)>);

impl Default for NavigationCache {
    fn default() -> Self {
        Self(Cache::builder().max_capacity(1).time_to_live(TTL).build())
    }
}

/// The departments and their categories. Requests that find the cache empty wait for one of them to fill it.
pub async fn navigation(state: &AppState) -> Result<NavigationView, AppError> {
    if let Some((since, view)) = state.navigation.0.get(&()).await
        && !state.pages.has_changed(Tag::Everything, since)
    {
        metrics::counter!("sokonova_cache_hits_total", "cache" => "navigation").increment(1);
        return Ok((*view).clone());
    }
    metrics::counter!("sokonova_cache_misses_total", "cache" => "navigation").increment(1);
    let since = Instant::now();
    let outdated = |(of, _): &(Instant, _)| state.pages.has_changed(Tag::Everything, *of);
    if state
        .navigation
        .0
        .get(&())
        .await
        .as_ref()
        .is_some_and(outdated)
    {
        state.navigation.0.invalidate(&()).await;
    }
    let reading = async { Ok::<_, AppError>((since, load(state).await?)) };
    let cached = state.navigation.0.try_get_with((), reading).await;
    cached
        .map(|(_, view)| (*view).clone())
        .map_err(|error: Arc<AppError>| (*error).clone())
}

async fn load(state: &AppState) -> Result<Arc<NavigationView>, AppError> {
    let mut db = state.db.read().await?;
    let mut departments: Vec<DepartmentView> = Vec::new();
    for row in queries::categories::tree(&mut db, 1).await? {
        match row.parent_slug {
            None => departments.push(DepartmentView {
                slug: row.slug,
                name: row.name,
                categories: Vec::new(),
            }),
            Some(parent) => {
                if let Some(department) = departments
                    .iter_mut()
                    .find(|department| department.slug == parent)
                {
                    department.categories.push((row.slug, row.name));
                }
            }
        }
    }
    Ok(Arc::new(NavigationView { departments }))
}

/// The departments as tiles. One statement.
pub async fn departments(
    db: &mut PgConnection,
    media: &Media,
) -> Result<Vec<CategoryLinkView>, AppError> {
    let rows = queries::categories::departments(db).await?;
    Ok(rows
        .into_iter()
        .map(|row| CategoryLinkView {
            slug: row.slug,
            name: row.name,
            description: row.description,
            picture: row.picture.map(|picture| picture.0.view(media)),
        })
        .collect())
}
