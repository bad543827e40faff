//! The frame around every page of the store: skip link, announcement, header, footer.
//!
//! All of it is plain data. What differs per visitor (the cart's count, the account) comes in as views, so that the rest
//! can be cached whole. Called by the store's layout.

mod footer;
mod header;

pub use footer::{
    Footer, FooterColumn, LanguageLink, LanguageMenu, MarketLink, MarketMenu, QuietFooter,
};
pub use header::{
    Announcement, Header, Logo, NavLink, QuietHeader, SearchForm, SkipLink, ToolLink,
};
