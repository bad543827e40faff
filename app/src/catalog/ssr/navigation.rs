//! The menu of every page, and the markets, which are read with it.

use std::sync::{Arc, PoisonError, RwLock};

use domain::market::Market;
use words::term;

use super::queries;
use crate::{
    catalog::types::{DepartmentView, NavigationView},
    error::AppError,
    markets::ssr as markets,
    ssr::{AppState, pages::Tag, remembered::Remembered},
};

/// What every page needs.
#[derive(Clone, Debug, Default)]
pub struct Menu {
    navigation: NavigationView,
    /// Those that can be sold in, in the operator's order.
    pub markets: Vec<Arc<Market>>,
}

/// The menu as it was last read; cheap to clone.
#[derive(Clone)]
pub struct NavigationCache {
    kept: Remembered<(), Menu>,
    /// However old, for when the database is away: pages that are kept are shown then, and those of a market need it.
    last: Arc<RwLock<Option<Arc<Menu>>>>,
}

impl Default for NavigationCache {
    fn default() -> Self {
        Self {
            kept: Remembered::new("navigation", 1, |(), _| Tag::Everything),
            last: Arc::default(),
        }
    }
}

/// The menu; that of before where the database does not answer.
pub async fn menu(state: &AppState) -> Result<Arc<Menu>, AppError> {
    let NavigationCache { kept, last } = &state.navigation;
    // A pointer is written whole or not at all, so a panic elsewhere left nothing half done.
    match kept.get(state, (), || load(state)).await {
        Ok(menu) => {
            *last.write().unwrap_or_else(PoisonError::into_inner) = Some(menu.clone());
            Ok(menu)
        }
        Err(error) => {
            tracing::warn!(%error, "the menu and the markets of before are shown");
            let last = last.read().unwrap_or_else(PoisonError::into_inner).clone();
            last.ok_or(error)
        }
    }
}

/// The departments and their categories, in the spoken language.
pub async fn navigation(state: &AppState) -> Result<NavigationView, AppError> {
    let mut view = menu(state).await?.navigation.clone();
    for department in &mut view.departments {
        department.name = term(&department.name);
        for (_, name) in &mut department.categories {
            *name = term(name);
        }
    }
    Ok(view)
}

async fn load(state: &AppState) -> Result<Menu, AppError> {
    let mut db = state.db.read().await?;
    let mut departments: Vec<DepartmentView> = Vec::new();
    let (rows, markets) = queries::categories::menu(&mut db).await?;
    for row in rows {
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
    Ok(Menu {
        navigation: NavigationView { departments },
        markets: markets.into_iter().filter_map(markets::read).collect(),
    })
}
