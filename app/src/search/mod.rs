//! Search over the catalogue, on Postgres: full text, synonyms, typing errors forgiven word by word, suggestions.

pub mod islands;
#[cfg(feature = "ssr")]
pub mod ssr;
pub mod types;
