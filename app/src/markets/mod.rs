//! Markets: the shop in another currency, for other countries, at addresses of its own.
//!
//! Like the language, the market of a request is what its future carries ([`trading`]), since every price depends on it. Outside of
//! one, amounts are the shop's own.
//!
//! Invariant: what is stored of the catalogue is in the shop's own currency; what leaves for a page is in the market's. Stored
//! amounts of orders and payments are never converted.

#[cfg(feature = "ssr")]
pub mod ssr;

use std::{
    cell::RefCell,
    mem,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use domain::{
    country::CountryCode,
    market::Market,
    money::{Currency, Money, MoneyError},
};

/// What the catalogue is written in, and what is paid with where there is no market.
pub const OWN_CURRENCY: Currency = Currency::Eur;

thread_local! {
    static MARKET: RefCell<Option<Arc<Market>>> = const { RefCell::new(None) };
}

/// The market that is traded in; none in the shop's own.
#[must_use]
pub fn market() -> Option<Arc<Market>> {
    MARKET.with_borrow(Clone::clone)
}

/// What is paid with here.
#[must_use]
pub fn currency() -> Currency {
    MARKET.with_borrow(|market| {
        market
            .as_ref()
            .map_or(OWN_CURRENCY, |market| market.currency)
    })
}

/// Whether it is sold to a country from here.
#[must_use]
pub fn sells_to(country: CountryCode) -> bool {
    MARKET.with_borrow(|market| {
        market
            .as_ref()
            .is_none_or(|market| market.countries.contains(&country))
    })
}

/// An amount of the catalogue, as it is here.
///
/// # Errors
/// [`MoneyError::Overflow`] where the market's rate makes it too large.
pub fn converted(base: Money) -> Result<Money, MoneyError> {
    MARKET.with_borrow(|market| match market {
        Some(market) => market.price(base),
        None => Ok(base),
    })
}

/// Bounds of prices here as bounds of what is stored: both inclusive, in minor units.
#[must_use]
pub fn stored_bounds(min: Option<i64>, max: Option<i64>) -> (Option<i64>, Option<i64>) {
    MARKET.with_borrow(|market| match market {
        Some(market) => {
            let typed = |minor| Money::new(minor, market.currency);
            let from = |minor| market.base_from(typed(minor), OWN_CURRENCY);
            let up_to = |minor| market.base_up_to(typed(minor), OWN_CURRENCY);
            // A market whose numbers are none shows no prices either.
            (
                min.and_then(|minor| Some(from(minor).ok()?.minor)),
                max.and_then(|minor| Some(up_to(minor).ok()?.minor)),
            )
        }
        None => (min, max),
    })
}

/// `future`, which trades in this market whichever threads it runs on. What it spawns does not.
pub fn trading<F: Future>(market: Option<Arc<Market>>, future: F) -> Trading<F> {
    Trading {
        market,
        future: Box::pin(future),
    }
}

/// See [`trading`].
pub struct Trading<F> {
    market: Option<Arc<Market>>,
    future: Pin<Box<F>>,
}

impl<F: Future> Future for Trading<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        let _back = Back(MARKET.replace(self.market.clone()));
        self.future.as_mut().poll(context)
    }
}

/// Puts back what was traded in before, also when the work panics.
struct Back(Option<Arc<Market>>);

impl Drop for Back {
    fn drop(&mut self) {
        MARKET.set(mem::take(&mut self.0));
    }
}
