//! Questions about a product: a shopper asks on its page, the merchant answers by a link in a mail, the answer is shown.
//!
//! Invariants: nothing a shopper wrote is shown before its merchant has answered it; whoever holds the token of that mail may
//! answer, nobody else, and only the token's hash is kept; at most [`ssr::MOST_PENDING`] questions about a product wait for an
//! answer; what is sent twice makes one question; the asker's address is deleted when they are told of the answer, or after
//! [`ssr::EMAIL_DAYS`] days.
//!
//! The forms post to pages of their own, not to server functions: what was typed wrongly is shown again with what is wrong, and
//! there is no place where it could be kept meanwhile.

#[cfg(feature = "ssr")]
pub mod ssr;
pub mod types;
