//! Sales tax and VAT per line. Called by the order totals at checkout; after placement its results are copied, never redone.
//!
//! The line total (after discounts) is the authority. Where prices include tax, the tax is extracted and the gross stays;
//! where they do not, it is added. Each line is rounded once, half up; sums are sums of rounded lines.

mod rates;

pub use rates::{StandardRate, standard_rate, standard_rates};

use crate::{
    country::CountryCode,
    money::{FULL_BP, Money, MoneyError, Rounding},
};
use serde::{Deserialize, Serialize};

/// How one country is taxed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaxZone {
    /// The country of delivery.
    pub country: CountryCode,
    /// What the tax is called, `VAT`.
    pub name: String,
    /// The standard rate in basis points: 1900 is 19 %.
    pub standard_bp: u32,
    /// Whether prices include the tax.
    pub inclusive: bool,
}

/// The tax on one amount: `net + tax = gross`, always.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaxLine {
    /// What the tax is called.
    pub name: String,
    /// The rate in basis points.
    pub rate_bp: u32,
    /// Before tax.
    pub net: Money,
    /// The tax.
    pub tax: Money,
    /// With tax.
    pub gross: Money,
}

/// The taxes of one merchant's order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taxes {
    /// One per item line, in the order given.
    pub lines: Vec<TaxLine>,
    /// On shipping, at the standard rate.
    pub shipping: TaxLine,
    /// The sum of all taxes above.
    pub tax: Money,
    /// Whether the prices included it.
    pub inclusive: bool,
}

impl TaxZone {
    /// The tax on `amount`, which is gross where the zone is inclusive and net elsewhere.
    ///
    /// Inclusive: `amount × bp / (10 000 + bp)`; exclusive: `amount × bp / 10 000`. Rounded half up.
    pub fn tax_on(&self, amount: Money) -> Result<TaxLine, MoneyError> {
        let rate = i64::from(self.standard_bp);
        let (net, tax, gross) = if self.inclusive {
            let tax = amount.ratio(rate, FULL_BP + rate, Rounding::HalfUp)?;
            (amount.checked_sub(tax)?, tax, amount)
        } else {
            let tax = amount.percent_bp(rate, Rounding::HalfUp)?;
            (amount, tax, amount.checked_add(tax)?)
        };
        Ok(TaxLine {
            name: self.name.clone(),
            rate_bp: self.standard_bp,
            net,
            tax,
            gross,
        })
    }

    /// The taxes of an order with these line totals (after discounts) and this price of shipping.
    pub fn taxes(&self, lines: &[Money], shipping: Money) -> Result<Taxes, MoneyError> {
        let shipping = self.tax_on(shipping)?;
        let lines = lines
            .iter()
            .map(|amount| self.tax_on(*amount))
            .collect::<Result<Vec<_>, _>>()?;
        let all = lines.iter().chain([&shipping]).map(|line| line.tax);
        let tax = Money::sum(shipping.tax.currency, all)?;
        Ok(Taxes {
            lines,
            shipping,
            tax,
            inclusive: self.inclusive,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;
    use proptest::prelude::*;

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::Eur)
    }

    fn zone(standard_bp: u32, inclusive: bool) -> TaxZone {
        TaxZone {
            country: "DE".parse().unwrap(),
            name: "VAT".to_owned(),
            standard_bp,
            inclusive,
        }
    }

    #[test]
    fn hand_computed() {
        // (rate, inclusive, amount, tax)
        let cases = [
            (1900, true, 11_900, 1_900),
            (1900, true, 1_999, 319), // 319.168…
            (1900, true, 100, 16),    // 15.966…
            (2550, true, 1_000, 203), // 203.187…
            (2000, true, 3, 1),       // 0.5: half up
            (2700, true, 127, 27),
            (810, true, 10_810, 810),
            (1900, false, 10_000, 1_900),
            (1900, false, 1_999, 380), // 379.81
            (2500, false, 2, 1),       // 0.5: half up
            (2500, false, 1, 0),       // 0.25
            (0, true, 999, 0),
            (0, false, 999, 0),
        ];
        for (rate, inclusive, amount, tax) in cases {
            let line = zone(rate, inclusive).tax_on(eur(amount)).unwrap();
            assert_eq!(
                line.tax.minor, tax,
                "{rate} bp of {amount}, inclusive {inclusive}"
            );
            let charged = if inclusive { amount } else { amount + tax };
            assert_eq!(line.gross.minor, charged);
        }
    }

    #[test]
    fn an_order_sums_its_rounded_lines_and_taxes_shipping() {
        let taxes = zone(1900, true)
            .taxes(&[eur(100), eur(100), eur(100)], eur(490))
            .unwrap();
        // 16 + 16 + 16 + 78 (78.235…), not 126.13… rounded at once.
        assert_eq!(taxes.shipping.tax, eur(78));
        assert_eq!(taxes.tax, eur(126));
        let none = zone(1900, false).taxes(&[], eur(0)).unwrap();
        assert_eq!(none.tax, eur(0));
    }

    proptest! {
        #[test]
        fn bounds(minor in 0..1_000_000_000_000_i64, rate in 0..=5_000_u32) {
            let inclusive = zone(rate, true).tax_on(eur(minor)).unwrap();
            let exclusive = zone(rate, false).tax_on(eur(minor)).unwrap();
            for line in [&inclusive, &exclusive] {
                prop_assert_eq!(line.net.minor + line.tax.minor, line.gross.minor);
                prop_assert!(line.tax.minor >= 0 && line.net.minor >= 0);
            }
            prop_assert_eq!(inclusive.gross.minor, minor);
            prop_assert_eq!(exclusive.net.minor, minor);
            prop_assert!(inclusive.tax.minor <= exclusive.tax.minor);
            // Adding tax and extracting it again finds the same tax.
            let again = zone(rate, true).tax_on(exclusive.gross).unwrap();
            prop_assert_eq!(again.tax, exclusive.tax);
        }
    }
}
