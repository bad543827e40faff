//! Pages of words, error pages, the page for no connection; and for development, the mailbox and the design system.

pub mod design;
pub mod mailbox;
pub mod offline;
pub mod pages;
mod views;
mod words;

pub use views::{error_title, error_view};
pub use words::WORDS;
