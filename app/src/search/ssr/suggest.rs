//! What the beginning of a search may become, in one statement.

use sqlx::PgConnection;
use words::term;

use super::{
    queries::{self, Kind},
    tidied,
};
use crate::{
    error::AppError,
    search::types::{SuggestionKind, SuggestionView},
    ssr::Media,
};

/// Products, and categories and merchants each, that are suggested at most.
const LIMITS: (i64, i64) = (6, 3);
/// Fewer characters begin everything.
const MIN_LENGTH: usize = 2;

/// Products, categories and merchants whose words begin like what is being typed. One statement, none for a single character.
pub async fn suggest(
    db: &mut PgConnection,
    media: &Media,
    words: &str,
) -> Result<Vec<SuggestionView>, AppError> {
    let words = tidied(words);
    if words.chars().count() < MIN_LENGTH {
        return Ok(Vec::new());
    }
    let rows = queries::suggest(db, &words, LIMITS).await?;
    let view = |row: queries::SuggestionRow| SuggestionView {
        kind: match row.kind {
            Kind::Product => SuggestionKind::Product,
            Kind::Category => SuggestionKind::Category,
            Kind::Merchant => SuggestionKind::Merchant,
        },
        slug: row.slug,
        label: row.label,
        note: match row.kind {
            // The department it belongs to.
            Kind::Category => term(&row.note),
            Kind::Product | Kind::Merchant => row.note,
        },
        picture: row.picture.map(|picture| picture.0.view(media)),
    };
    Ok(rows.into_iter().map(view).collect())
}
