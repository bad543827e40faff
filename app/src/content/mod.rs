//! Pages that are mostly words: about, help, shipping, returns, privacy, terms; and the pages for errors.

#[cfg(feature = "ssr")]
pub mod ssr;
