//! What search engines, price comparisons and sharing sites are told. Reads only; the slices' pages call
//! [`structured`] and [`cards`], machines come through [`pages`].

pub mod cards;
pub mod drawing;
pub mod feed;
pub mod pages;
mod pictures;
mod queries;
mod robots;
pub mod sitemap;
pub mod structured;
pub mod words;
mod xml;

pub use self::{pictures::Pictures, robots::robots};

/// What this slice keeps in each process; cheap to clone.
#[derive(Clone, Default)]
pub struct Discovery {
    pub(crate) pictures: Pictures,
    pub(crate) sitemaps: sitemap::Walked,
    pub(crate) feed: feed::Turn,
}
