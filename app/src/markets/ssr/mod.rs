//! The markets' verbs: which there are, what things cost in them.

mod price_list;
mod queries;
mod rates;
mod setting;

use std::sync::Arc;

use domain::{
    market::{Market, RATE_SCALE},
    money::Money,
};
use sqlx::PgConnection;
use words::{Locale, t};

pub use self::{
    price_list::{PriceListReport, export_prices, import_prices},
    queries::MarketColumns,
    rates::{Rates, import_rates, parse_rate, read_rates, set_rates},
    setting::{MarketInput, StoredMarket, set_market},
};
use super::{OWN_CURRENCY, converted};
use crate::{
    catalog::ssr::menu,
    error::AppError,
    ssr::{AppState, money},
};

/// Every market that can be sold in, in the operator's order. Read with the menu of every page.
pub async fn all(state: &AppState) -> Result<Vec<Arc<Market>>, AppError> {
    Ok(menu(state).await?.markets.clone())
}

/// Every market as it is stored, also those that nothing can be sold in yet.
pub async fn stored(db: &mut PgConnection) -> Result<Vec<StoredMarket>, AppError> {
    Ok(queries::stored(db).await?)
}

/// The market of an address; none for the shop's own.
///
/// # Errors
/// [`AppError::NotFound`] where there is no such market.
pub async fn of(state: &AppState, locale: Locale) -> Result<Option<Arc<Market>>, AppError> {
    let Some(code) = locale.region else {
        return Ok(None);
    };
    let mut markets = all(state).await?.into_iter();
    let found = markets.find(|market| market.code == code.as_str());
    found.map(Some).ok_or(AppError::NotFound)
}

/// A market from its row. None, and a warning, where the row says what no market can be.
pub fn read(row: MarketColumns) -> Option<Arc<Market>> {
    let (code, name, currency, countries, rate_e8, adjust_bp, rounding_minor) = row;
    let Ok(currency) = currency.parse() else {
        tracing::warn!(code, currency, "the market's currency is not known");
        return None;
    };
    // The shop's own currency needs no rate; any other is not sold in until it has one.
    let rate_e8 = match rate_e8 {
        _ if currency == OWN_CURRENCY => RATE_SCALE,
        Some(rate) => rate,
        None => {
            tracing::warn!(code, %currency, "the market's currency has no rate");
            return None;
        }
    };
    Some(Arc::new(Market {
        code,
        name,
        currency,
        countries: countries
            .iter()
            .filter_map(|own| own.parse().ok())
            .collect(),
        rate_e8,
        adjust_bp,
        rounding_minor,
    }))
}

/// An amount of the catalogue, from a row's two columns, as it is here.
pub fn price(minor: i64, currency: &str) -> Result<Money, AppError> {
    Ok(converted(money(minor, currency)?)?)
}

/// What something costs here, and what it is said to have cost before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Priced {
    pub price: Money,
    /// More than the price.
    pub compare_at: Option<Money>,
}

/// What a variant costs here: what the market's price list says of it, else its own price converted.
pub fn priced(
    (base, compare_at): (i64, Option<i64>),
    currency: &str,
    listed: Option<(i64, Option<i64>)>,
) -> Result<Priced, AppError> {
    if let (Some(market), Some((price, compare_at))) = (super::market(), listed) {
        let here = |minor| Money::new(minor, market.currency);
        return Ok(Priced {
            price: here(price),
            compare_at: compare_at.map(here),
        });
    }
    let price = self::price(base, currency)?;
    let compare_at = compare_at
        .map(|minor| self::price(minor, currency))
        .transpose()?
        // Rounding may have made them the same.
        .filter(|before| before.minor > price.minor);
    Ok(Priced { price, compare_at })
}

/// What the shop's own market is called.
pub fn own_name() -> &'static str {
    t!("market" => "Europe")
}

/// The code a price list is joined by; none outside of markets.
pub fn code() -> Option<String> {
    super::market().map(|market| market.code.clone())
}
