//! Search over the catalogue, on Postgres: full text with typo tolerance by trigrams.

#[cfg(feature = "ssr")]
pub mod ssr;
pub mod types;
