//! Which ways of delivery a merchant offers to a country, and what they cost for a subtotal. Called at checkout.

use crate::{
    country::CountryCode,
    money::{Money, MoneyError},
};
use serde::{Deserialize, Serialize};
use time::{Date, Duration};

/// One way of delivery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShippingRate {
    /// Stable within its zone, `standard`.
    pub code: String,
    /// As the shopper reads it.
    pub name: String,
    /// What it costs for one merchant's order.
    pub price: Money,
    /// The subtotal from which it is free.
    pub free_from: Option<Money>,
    /// Fewest calendar days from placing the order to delivery.
    pub min_days: u16,
    /// Most calendar days from placing the order to delivery.
    pub max_days: u16,
}

/// The countries that share a set of rates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShippingZone {
    /// Empty means every country that no other zone names.
    pub countries: Vec<CountryCode>,
    /// In any order.
    pub rates: Vec<ShippingRate>,
}

/// A way of delivery with the price that holds for this order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShippingQuote {
    /// The rate's code.
    pub code: String,
    /// The rate's name.
    pub name: String,
    /// What this order pays: zero from the rate's `free_from` on.
    pub price: Money,
    /// Fewest calendar days to delivery.
    pub min_days: u16,
    /// Most calendar days to delivery.
    pub max_days: u16,
}

/// The days between which a delivery is expected, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveryWindow {
    /// The first day.
    pub earliest: Date,
    /// The last day.
    pub latest: Date,
}

impl ShippingQuote {
    /// The window of an order placed on `placed`.
    pub fn window(&self, placed: Date) -> DeliveryWindow {
        let after = |days: u16| placed.saturating_add(Duration::days(i64::from(days)));
        DeliveryWindow {
            earliest: after(self.min_days),
            latest: after(self.max_days.max(self.min_days)),
        }
    }
}

impl ShippingRate {
    /// What this rate costs for a merchant's subtotal (after discounts, before shipping and tax).
    pub fn quote(&self, subtotal: Money) -> Result<ShippingQuote, MoneyError> {
        let free = match self.free_from {
            Some(threshold) => subtotal.compare(threshold)?.is_ge(),
            None => false,
        };
        Ok(ShippingQuote {
            code: self.code.clone(),
            name: self.name.clone(),
            price: if free {
                Money::zero(self.price.currency)
            } else {
                self.price
            },
            min_days: self.min_days,
            max_days: self.max_days,
        })
    }
}

/// The rates for `country`: those of the first zone that names it, else of the first zone without countries. Cheapest
/// first, then fastest, then by code. Rates in another currency than the subtotal's do not apply. Empty: not delivered there.
///
/// # Errors
/// A rate whose `free_from` is in another currency than its price.
pub fn applicable_rates(
    zones: &[ShippingZone],
    country: CountryCode,
    subtotal: Money,
) -> Result<Vec<ShippingQuote>, MoneyError> {
    let zone = zones
        .iter()
        .find(|zone| zone.countries.contains(&country))
        .or_else(|| zones.iter().find(|zone| zone.countries.is_empty()));
    let mut quotes = zone
        .iter()
        .flat_map(|zone| &zone.rates)
        .filter(|rate| rate.price.currency == subtotal.currency)
        .map(|rate| rate.quote(subtotal))
        .collect::<Result<Vec<_>, _>>()?;
    quotes.sort_by(|a, b| {
        (a.price.minor, a.max_days, a.min_days, &a.code).cmp(&(
            b.price.minor,
            b.max_days,
            b.min_days,
            &b.code,
        ))
    });
    Ok(quotes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;
    use time::Month;

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::Eur)
    }

    fn rate(code: &str, minor: i64, free_from: Option<i64>, days: (u16, u16)) -> ShippingRate {
        ShippingRate {
            code: code.to_owned(),
            name: code.to_uppercase(),
            price: eur(minor),
            free_from: free_from.map(eur),
            min_days: days.0,
            max_days: days.1,
        }
    }

    fn zones() -> Vec<ShippingZone> {
        vec![
            ShippingZone {
                countries: vec!["DE".parse().unwrap()],
                rates: vec![
                    rate("express", 990, None, (1, 2)),
                    rate("standard", 490, Some(5000), (2, 4)),
                ],
            },
            ShippingZone {
                countries: vec![],
                rates: vec![rate("world", 1990, None, (7, 21))],
            },
        ]
    }

    fn codes(country: &str, subtotal: i64) -> Vec<(String, i64)> {
        applicable_rates(&zones(), country.parse().unwrap(), eur(subtotal))
            .unwrap()
            .into_iter()
            .map(|quote| (quote.code, quote.price.minor))
            .collect()
    }

    #[test]
    fn cheapest_first_and_free_from_the_threshold() {
        let pair = |code: &str, minor| (code.to_owned(), minor);
        assert_eq!(
            codes("DE", 4999),
            [pair("standard", 490), pair("express", 990)]
        );
        assert_eq!(
            codes("DE", 5000),
            [pair("standard", 0), pair("express", 990)]
        );
        assert_eq!(codes("KE", 5000), [pair("world", 1990)]);
    }

    #[test]
    fn nowhere_without_a_zone_or_a_rate_in_the_currency() {
        let germany = "DE".parse().unwrap();
        assert_eq!(
            applicable_rates(&zones()[..1], "FR".parse().unwrap(), eur(1)),
            Ok(vec![])
        );
        let dollars = Money::new(1, Currency::Usd);
        assert_eq!(applicable_rates(&zones(), germany, dollars), Ok(vec![]));
    }

    #[test]
    fn windows_count_calendar_days() {
        let quote = rate("standard", 0, None, (2, 4)).quote(eur(1)).unwrap();
        let placed = Date::from_calendar_date(2026, Month::February, 27).unwrap();
        let window = quote.window(placed);
        assert_eq!(
            window.earliest,
            Date::from_calendar_date(2026, Month::March, 1).unwrap()
        );
        assert_eq!(
            window.latest,
            Date::from_calendar_date(2026, Month::March, 3).unwrap()
        );
        assert_eq!(quote.window(Date::MAX).latest, Date::MAX);
    }
}
