//! What search engines, price comparisons and sharing sites are told. Reads only; the slices' pages call
//! [`structured`] and [`cards`], machines come through [`pages`].

pub mod cards;
pub mod drawing;
pub mod pages;
mod pictures;
mod queries;
pub mod structured;
pub mod words;

pub use self::pictures::Pictures;

/// What this slice keeps in each process; cheap to clone.
#[derive(Clone, Default)]
pub struct Discovery {
    pub(crate) pictures: Pictures,
}
