//! Amounts of money: whole minor units and a currency. Every sum is checked, every division keeps the total.
//!
//! Called by everything that has a price. The exponents are those of ISO 4217, list one, as published on 1 January 2026.

mod currency;
#[cfg(test)]
mod tests;

pub use currency::Currency;

use crate::quantity::Quantity;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use thiserror::Error;
use words::{Language, t, tn};

/// An amount in minor units (cents for EUR, yen for JPY, fils for KWD). May be negative, as in refunds and ledger lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// The amount in the currency's minor unit.
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

/// A sum that cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum MoneyError {
    /// The result does not fit 64 bits of minor units.
    #[error("the amount is too large")]
    Overflow,
    /// Two currencies met in one sum.
    #[error("{left} and {right} cannot be combined")]
    CurrencyMismatch {
        /// The first amount's currency.
        left: Currency,
        /// The other amount's currency.
        right: Currency,
    },
}

/// Why a text is no amount; the message is meant for the person who typed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum ParseMoneyError {
    /// Nothing was entered.
    #[error("{}", t!("Enter an amount"))]
    Empty,
    /// A minus or plus where only a plain amount is allowed.
    #[error("{}", t!("Enter the amount without a sign"))]
    Sign,
    /// Anything but digits and one dot, or a dot with no digit on one side.
    #[error("{}", t!("Enter the amount in digits, for example 12 or 12.30"))]
    Malformed,
    /// More decimals than the currency has.
    #[error(
        "{}",
        tn!(
            *.allowed,
            "{currency} amounts have at most {count} decimal",
            "{currency} amounts have at most {count} decimals",
            currency = .currency
        )
    )]
    TooPrecise {
        /// The currency.
        currency: Currency,
        /// Its number of decimals.
        allowed: u32,
    },
    /// More than 18 digits.
    #[error("{}", t!("The amount is too large"))]
    TooLong,
}

/// How a fraction of a minor unit is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// To the nearest unit; a half goes away from zero, so that a refund mirrors its charge.
    HalfUp,
    /// Towards zero.
    Down,
}

/// 100 % in basis points.
pub const FULL_BP: i64 = 10_000;

const MAX_DIGITS: usize = 18;

impl Money {
    /// `minor` units of `currency`.
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Nothing, in `currency`.
    pub const fn zero(currency: Currency) -> Self {
        Self::new(0, currency)
    }

    /// Whether the amount is exactly zero.
    pub const fn is_zero(self) -> bool {
        self.minor == 0
    }

    /// Whether the amount is below zero.
    pub const fn is_negative(self) -> bool {
        self.minor < 0
    }

    /// `self + other`.
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        self.with(self.minor.checked_add(other.minor))
    }

    /// `self - other`.
    pub fn checked_sub(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        self.with(self.minor.checked_sub(other.minor))
    }

    /// `self × factor`.
    pub fn checked_mul(self, factor: i64) -> Result<Self, MoneyError> {
        self.with(self.minor.checked_mul(factor))
    }

    /// `-self`.
    pub fn checked_neg(self) -> Result<Self, MoneyError> {
        self.with(self.minor.checked_neg())
    }

    /// The total of a line: unit price × quantity.
    pub fn times(self, quantity: Quantity) -> Result<Self, MoneyError> {
        self.checked_mul(i64::from(quantity))
    }

    /// The sum of `amounts`, all of which must be in `currency`; zero when there are none.
    pub fn sum(
        currency: Currency,
        amounts: impl IntoIterator<Item = Self>,
    ) -> Result<Self, MoneyError> {
        amounts
            .into_iter()
            .try_fold(Self::zero(currency), Self::checked_add)
    }

    /// Orders two amounts of one currency.
    pub fn compare(self, other: Self) -> Result<Ordering, MoneyError> {
        self.same_currency(other)?;
        Ok(self.minor.cmp(&other.minor))
    }

    /// `basis_points` / 10 000 of the amount, rounded once.
    pub fn percent_bp(self, basis_points: i64, rounding: Rounding) -> Result<Self, MoneyError> {
        self.ratio(basis_points, FULL_BP, rounding)
    }

    /// `self × numerator / denominator`, rounded once. `denominator` must be positive.
    pub(crate) fn ratio(
        self,
        numerator: i64,
        denominator: i64,
        rounding: Rounding,
    ) -> Result<Self, MoneyError> {
        debug_assert!(denominator > 0, "a ratio of something positive");
        let denominator = i128::from(denominator);
        let product = i128::from(self.minor) * i128::from(numerator);
        let quotient = match rounding {
            Rounding::Down => product / denominator,
            Rounding::HalfUp => {
                let (whole, rest) = (product.abs() / denominator, product.abs() % denominator);
                let up = i128::from(2 * rest >= denominator);
                product.signum() * (whole + up)
            }
        };
        self.with(i64::try_from(quotient).ok())
    }

    /// Divides the amount in proportion to `weights` by the largest-remainder method: the parts sum to the amount exactly,
    /// no part is further than one unit from its exact share, and equal remainders are served in order of position.
    ///
    /// All-zero weights count as equal. No weights give no parts.
    pub fn split(&self, weights: &[u64]) -> Vec<Self> {
        let all_zero = weights.iter().all(|weight| *weight == 0);
        let weight_of = |weight: &u64| if all_zero { 1 } else { u128::from(*weight) };
        let total: u128 = weights.iter().map(weight_of).sum();
        let whole = u128::from(self.minor.unsigned_abs());
        // At most 2^63 × (2^64 - 1), which fits.
        let shares: Vec<(u128, u128)> = weights
            .iter()
            .map(|weight| {
                let product = whole * weight_of(weight);
                (product / total, product % total)
            })
            .collect();
        let mut parts: Vec<u128> = shares.iter().map(|(quotient, _)| *quotient).collect();
        let left_over = whole.saturating_sub(parts.iter().sum());
        let mut by_remainder: Vec<usize> = (0..shares.len()).collect();
        by_remainder.sort_by_key(|position| std::cmp::Reverse(shares[*position].1));
        for position in by_remainder
            .into_iter()
            .take(usize::try_from(left_over).unwrap_or(usize::MAX))
        {
            parts[position] += 1;
        }
        parts.into_iter().map(|part| self.part(part)).collect()
    }

    /// A part of this amount, with its sign and currency.
    fn part(&self, magnitude: u128) -> Self {
        let signed = i128::try_from(magnitude).expect("a part is at most 2^63")
            * i128::from(self.minor.signum());
        let minor = i64::try_from(signed).expect("a part is no larger than the whole");
        Self::new(minor, self.currency)
    }

    /// The amount in major units with all decimals of its currency: `12.30`, `-0.05`, `1500` (JPY), `1.250` (KWD).
    pub fn decimal_string(self) -> String {
        let (sign, whole, fraction) = self.pieces();
        format!("{sign}{whole}{fraction}")
    }

    /// The amount as the spoken language writes it: `€1,234.50`, `1.234,50 €`, `-€0.05`, `CHF 12.30` (with no-break spaces).
    /// Source: CLDR 48, `numbers/currencyFormats-numberSystem-latn/standard`.
    pub fn format(self) -> String {
        let language = words::language();
        let (sign, whole, fraction) = self.pieces();
        let fraction = fraction.replace('.', language.decimal_mark().encode_utf8(&mut [0; 4]));
        let number = format!("{}{fraction}", words::digits(&whole));
        let symbol = self.currency.symbol();
        let unit = symbol.unwrap_or(self.currency.code());
        match language {
            Language::English if symbol.is_some() => format!("{sign}{unit}{number}"),
            Language::English | Language::Swahili => format!("{sign}{unit}\u{a0}{number}"),
            Language::German | Language::French => format!("{sign}{number}\u{a0}{unit}"),
            // Marks of direction: the amount reads from the right, its sign stands at the number's left.
            Language::Arabic if sign.is_empty() => format!("\u{200f}{number}\u{a0}{unit}"),
            Language::Arabic => format!("\u{200f}\u{200e}{sign}{number}\u{a0}{unit}"),
        }
    }

    /// Sign, whole digits, and the decimals with their dot.
    fn pieces(self) -> (&'static str, String, String) {
        let sign = if self.minor < 0 { "-" } else { "" };
        let scale = 10_u64.pow(self.currency.exponent());
        let magnitude = self.minor.unsigned_abs();
        let whole = (magnitude / scale).to_string();
        let fraction = match self.currency.exponent() {
            0 => String::new(),
            decimals => format!(".{:0width$}", magnitude % scale, width = decimals as usize),
        };
        (sign, whole, fraction)
    }

    /// Reads an unsigned amount in major units: `12`, `12.3` and `12.30` are all 1230 cents.
    pub fn parse_decimal(text: &str, currency: Currency) -> Result<Self, ParseMoneyError> {
        if text.is_empty() {
            return Err(ParseMoneyError::Empty);
        }
        if text.starts_with(['-', '+']) {
            return Err(ParseMoneyError::Sign);
        }
        let (whole, fraction) = match text.split_once('.') {
            Some((_, "")) => return Err(ParseMoneyError::Malformed),
            Some(both) => both,
            None => (text, ""),
        };
        let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !is_digits(whole) || !is_digits(fraction) {
            return Err(ParseMoneyError::Malformed);
        }
        let allowed = currency.exponent();
        if fraction.len() > allowed as usize {
            return Err(ParseMoneyError::TooPrecise { currency, allowed });
        }
        let digits = format!("{whole}{fraction:0<width$}", width = allowed as usize);
        if digits.len() > MAX_DIGITS {
            return Err(ParseMoneyError::TooLong);
        }
        let minor = digits.parse().map_err(|_| ParseMoneyError::TooLong)?;
        Ok(Self::new(minor, currency))
    }

    /// As [`Money::parse_decimal`], with one leading minus allowed.
    pub fn parse_signed_decimal(text: &str, currency: Currency) -> Result<Self, ParseMoneyError> {
        match text.strip_prefix('-') {
            None => Self::parse_decimal(text, currency),
            Some(magnitude) => {
                let Self { minor, currency } = Self::parse_decimal(magnitude, currency)?;
                Ok(Self::new(-minor, currency))
            }
        }
    }

    fn same_currency(self, other: Self) -> Result<(), MoneyError> {
        if self.currency == other.currency {
            return Ok(());
        }
        Err(MoneyError::CurrencyMismatch {
            left: self.currency,
            right: other.currency,
        })
    }

    fn with(self, minor: Option<i64>) -> Result<Self, MoneyError> {
        minor
            .map(|minor| Self::new(minor, self.currency))
            .ok_or(MoneyError::Overflow)
    }
}
