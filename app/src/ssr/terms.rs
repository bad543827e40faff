//! Translations of what many pages say and the shop's people wrote: names of categories, options and their values, attributes.
//! Few enough to be kept in memory, by language.

use std::collections::HashMap;

use words::{Language, Locale, Speech};

use super::{AppState, pages::Tag, remembered::Remembered};
use crate::error::AppError;

/// The terms as they were last read; cheap to clone.
#[derive(Clone)]
pub struct Terms(Remembered<Language, HashMap<String, String>>);

impl Default for Terms {
    fn default() -> Self {
        Self(Remembered::new(
            "terms",
            Language::ALL.len() as u64,
            |_, _| Tag::Everything,
        ))
    }
}

/// A language, and where it is spoken, with its terms; without them where the database does not answer, since a page in mixed
/// languages is better than none.
pub async fn speech(state: &AppState, locale: impl Into<Locale>) -> Speech {
    let Locale { language, region } = locale.into();
    let terms = match language {
        Language::English => None,
        _ => state
            .terms
            .0
            .get(state, language, || read(state, language))
            .await
            .inspect_err(|error| tracing::warn!(%error, "terms are not translated"))
            .ok(),
    };
    Speech {
        language,
        region,
        terms,
    }
}

async fn read(state: &AppState, language: Language) -> Result<HashMap<String, String>, AppError> {
    let mut db = state.db.read().await?;
    let rows = sqlx::query!(
        "select term, text from term_translations where language = $1",
        language.tag()
    )
    .fetch_all(&mut *db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.term, row.text)).collect())
}
