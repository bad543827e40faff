//! Merchants as shoppers meet them: who they are, their story and their goods.

#[cfg(feature = "ssr")]
pub mod ssr;
pub mod types;
