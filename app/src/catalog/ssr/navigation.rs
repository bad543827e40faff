//! The menu of every page.

use sqlx::PgConnection;
use words::term;

use super::queries;
use crate::{
    catalog::types::{CategoryLinkView, DepartmentView, NavigationView},
    error::AppError,
    ssr::{AppState, Media, remembered::Remembered},
};

/// The menu as it was last read; cheap to clone.
#[derive(Clone)]
pub struct NavigationCache(Remembered<(), NavigationView>);

impl Default for NavigationCache {
    fn default() -> Self {
        Self(Remembered::new("navigation", 1))
    }
}

/// The departments and their categories, in the spoken language.
pub async fn navigation(state: &AppState) -> Result<NavigationView, AppError> {
    let view = state.navigation.0.get(state, (), load(state)).await?;
    let mut view = (*view).clone();
    for department in &mut view.departments {
        department.name = term(&department.name);
        for (_, name) in &mut department.categories {
            *name = term(name);
        }
    }
    Ok(view)
}

async fn load(state: &AppState) -> Result<NavigationView, AppError> {
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
    Ok(NavigationView { departments })
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
            name: term(&row.name),
            description: term(&row.description),
            picture: row.picture.map(|picture| picture.0.view(media)),
        })
        .collect())
}
