//! Being found and shared: structured data, pictures for shared links, `robots.txt`, sitemaps, the product feed.
//! docs/DISCOVERY.md says what each is for and the rules they follow.
//!
//! Invariant: nothing here says what the shop's own pages do not.

#[cfg(feature = "ssr")]
pub mod ssr;
