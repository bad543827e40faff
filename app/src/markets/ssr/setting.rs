//! What an operator says of a market.

use domain::{
    country::CountryCode,
    money::{Currency, Money},
};
use words::Region;

use super::queries;
use crate::{
    error::AppError,
    ssr::{Cx, pages::Tag, rest::invalid},
};

/// What is to be as it says; what is none stays as it is, and has to be said of a new market (adjustment and rounding need not).
#[derive(Clone, Debug, Default)]
pub struct MarketInput {
    pub name: Option<String>,
    pub currency: Option<Currency>,
    pub countries: Option<Vec<CountryCode>>,
    /// In basis points.
    pub adjust_bp: Option<i32>,
    /// In major units of the currency, `0.05`.
    pub rounding: Option<String>,
}

/// A market as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredMarket {
    pub code: String,
    pub name: String,
    pub currency: String,
    pub countries: Vec<String>,
    pub adjust_bp: i32,
    pub rounding_minor: i64,
    /// Units of its currency per euro, × 10⁸. Without one nothing is sold there.
    pub rate_e8: Option<i64>,
    /// Entries of its price list.
    pub listed: i64,
}

/// Makes a market, or changes one.
///
/// # Errors
/// [`AppError::Invalid`] at what is missing or no such thing (a code that is no country's); the rule `price_list` when the currency of a market with a price list
/// would change.
pub async fn set_market(
    cx: &mut Cx,
    code: Region,
    input: MarketInput,
) -> Result<StoredMarket, AppError> {
    let country = code.as_str().to_ascii_uppercase();
    if country.parse::<CountryCode>().is_err() {
        return Err(invalid("code", format!("{country} is not a country code")));
    }
    // Two operators at once: the second sees what the first has set.
    queries::lock(cx.db()).await?;
    let mut stored = queries::stored(cx.db()).await?.into_iter();
    let old = stored.find(|market| market.code == code.as_str());
    let missing = |field: &str| invalid(field, format!("A new market needs its {field}"));
    let currency = match (input.currency, &old) {
        (Some(currency), _) => currency,
        (None, Some(old)) => old
            .currency
            .parse()
            .map_err(|_| invalid("currency", "The stored currency is not known"))?,
        (None, None) => return Err(missing("currency")),
    };
    if let Some(old) = &old
        && old.currency != currency.code()
        && old.listed > 0
    {
        return Err(AppError::rule(
            "price_list",
            format!(
                "The price list of {code} is in {}. Take its entries out first (blank prices), then change the currency.",
                old.currency
            ),
        ));
    }
    let rounding_minor = match (input.rounding, &old) {
        (Some(text), _) => {
            let step = Money::parse_decimal(&text, currency)
                .map_err(|error| invalid("rounding", error.to_string()))?;
            if step.is_zero() {
                return Err(invalid("rounding", "The rounding step must be more than 0"));
            }
            step.minor
        }
        (None, Some(old)) if old.currency == currency.code() => old.rounding_minor,
        _ => 1,
    };
    let countries = input
        .countries
        .map(|countries| countries.iter().map(|own| own.as_str().into()).collect());
    let old = old.as_ref();
    let market = StoredMarket {
        code: code.to_string(),
        name: input
            .name
            .or(old.map(|old| old.name.clone()))
            .ok_or_else(|| missing("name"))?,
        currency: currency.code().to_owned(),
        countries: countries
            .or(old.map(|old| old.countries.clone()))
            .ok_or_else(|| missing("countries"))?,
        adjust_bp: input
            .adjust_bp
            .or(old.map(|old| old.adjust_bp))
            .unwrap_or(0),
        rounding_minor,
        rate_e8: queries::rate(cx.db(), currency).await?,
        listed: old.map_or(0, |old| old.listed),
    };
    if market.name.is_empty() || market.name.chars().count() > 100 {
        return Err(invalid("name", "A name has 1 to 100 characters"));
    }
    if market.countries.is_empty() {
        return Err(invalid("countries", "A market sells to a country at least"));
    }
    if market.adjust_bp <= -10_000 {
        return Err(invalid("adjust", "Prices cannot be lowered by 100 %"));
    }
    queries::put(cx.db(), &market).await?;
    cx.touch(Tag::Everything);
    Ok(market)
}
