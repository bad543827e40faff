//! What things cost in a market beside the shop's own: by the rate of its currency, an adjustment and a rounding step.
//!
//! Invariant: a dearer thing is never cheaper in a market, and what costs something costs something in every market.

#[cfg(test)]
mod tests;

use crate::{
    country::CountryCode,
    money::{Currency, Money, MoneyError},
};

/// Rates are units of a currency per euro, times this.
pub const RATE_SCALE: i64 = 100_000_000;
/// 100 % in basis points.
const FULL_BP: i128 = 10_000;

/// A market beside the shop's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Market {
    /// Two lower-case letters, as in its addresses: `ch`.
    pub code: String,
    /// As the operator calls it.
    pub name: String,
    pub currency: Currency,
    /// Where it sells to.
    pub countries: Vec<CountryCode>,
    /// Units of its currency per unit of the shop's, times [`RATE_SCALE`]; positive.
    pub rate_e8: i64,
    /// What is added to the converted price, in basis points; above −10 000.
    pub adjust_bp: i32,
    /// Prices are multiples of this many minor units; positive.
    pub rounding_minor: i64,
}

impl Market {
    /// What `base` is in this market: at its rate, adjusted, to the nearest multiple of the rounding step, a half up. Never less
    /// than one step, unless `base` is nothing.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`] when the amount does not fit, is below zero, or the market's numbers are none.
    pub fn price(&self, base: Money) -> Result<Money, MoneyError> {
        if base.is_zero() {
            return Ok(Money::zero(self.currency));
        }
        let (numerator, denominator) = self.ratio(base.currency)?;
        let product = amount(base)?
            .checked_mul(numerator)
            .ok_or(MoneyError::Overflow)?;
        let step = i128::from(self.rounding_minor);
        let whole = denominator.checked_mul(step).ok_or(MoneyError::Overflow)?;
        let steps = product / whole + i128::from(product % whole >= (whole + 1) / 2);
        self.of(steps.max(1).checked_mul(step))
    }

    /// The least amount of `currency`, the shop's own, that costs at least `price` here; what nothing costs, more than anything.
    ///
    /// # Errors
    /// As [`Market::price`].
    pub fn base_from(&self, price: Money, currency: Currency) -> Result<Money, MoneyError> {
        // Prices only rise with the base, so the place where they reach `price` can be halved in on.
        let (mut low, mut high) = (0, i64::MAX);
        while low < high {
            let middle = low + (high - low) / 2;
            let reached = match self.price(Money::new(middle, currency)) {
                Ok(here) => here.minor >= amount(price).map(|_| price.minor)?,
                Err(MoneyError::Overflow) => true,
                Err(error) => return Err(error),
            };
            if reached {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Ok(Money::new(low, currency))
    }

    /// The greatest amount of `currency` that costs at most `price` here.
    ///
    /// # Errors
    /// As [`Market::price`].
    pub fn base_up_to(&self, price: Money, currency: Currency) -> Result<Money, MoneyError> {
        let more = Money::new(price.minor.saturating_add(1), price.currency);
        let above = self.base_from(more, currency)?;
        Ok(Money::new(above.minor.saturating_sub(1).max(0), currency))
    }

    /// Minor units here per minor unit of `base`, as a fraction.
    fn ratio(&self, base: Currency) -> Result<(i128, i128), MoneyError> {
        let adjusted = FULL_BP + i128::from(self.adjust_bp);
        if self.rate_e8 <= 0 || adjusted <= 0 || self.rounding_minor <= 0 {
            return Err(MoneyError::Overflow);
        }
        let scale = |currency: Currency| 10_i128.pow(currency.exponent());
        let numerator = i128::from(self.rate_e8) * adjusted * scale(self.currency);
        Ok((numerator, i128::from(RATE_SCALE) * FULL_BP * scale(base)))
    }

    fn of(&self, minor: Option<i128>) -> Result<Money, MoneyError> {
        let minor = minor.and_then(|minor| i64::try_from(minor).ok());
        let minor = minor.ok_or(MoneyError::Overflow)?;
        Ok(Money::new(minor, self.currency))
    }
}

fn amount(money: Money) -> Result<i128, MoneyError> {
    if money.is_negative() {
        return Err(MoneyError::Overflow);
    }
    Ok(i128::from(money.minor))
}
