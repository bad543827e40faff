//! Pages of words, error pages, and the development mailbox.

pub mod mailbox;
pub mod pages;
mod views;
mod words;

pub use views::{error_title, error_view};
pub use words::WORDS;
