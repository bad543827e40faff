//! How many of one variant a cart or order line asks for. Always between 1 and 99: no type further in has to check again.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use thiserror::Error;
use words::t;

/// A number of pieces, 1 to 99.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Quantity(u8);

/// Why a number or text is no quantity; the message is meant for the shopper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum QuantityError {
    /// Less than 1 or more than 99.
    #[error("{}", t!("Enter a quantity from 1 to 99"))]
    OutOfRange,
    /// Not a whole number at all.
    #[error("{}", t!("Enter the quantity as a whole number from 1 to 99"))]
    NotANumber,
}

impl Quantity {
    /// One piece.
    pub const ONE: Self = Self(1);
    /// The most that one line takes.
    pub const MAX: Self = Self(99);

    /// The number of pieces.
    pub const fn get(self) -> u32 {
        self.0 as u32
    }

    /// The sum of two lines merged into one, at most [`Quantity::MAX`].
    pub fn saturating_add(self, other: Self) -> Self {
        Self((self.0 + other.0).min(Self::MAX.0))
    }
}

impl TryFrom<i64> for Quantity {
    type Error = QuantityError;

    fn try_from(number: i64) -> Result<Self, QuantityError> {
        match u8::try_from(number) {
            Ok(pieces @ 1..=99) => Ok(Self(pieces)),
            Ok(_) | Err(_) => Err(QuantityError::OutOfRange),
        }
    }
}

impl From<Quantity> for i64 {
    fn from(quantity: Quantity) -> Self {
        i64::from(quantity.0)
    }
}

impl FromStr for Quantity {
    type Err = QuantityError;

    /// Plain digits, with spaces around them forgiven; signs and decimals are not numbers of pieces.
    fn from_str(text: &str) -> Result<Self, QuantityError> {
        let digits = text.trim();
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(QuantityError::NotANumber);
        }
        let number: i64 = digits.parse().map_err(|_| QuantityError::OutOfRange)?;
        Self::try_from(number)
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_1_to_99() {
        assert_eq!(Quantity::try_from(1), Ok(Quantity::ONE));
        assert_eq!(Quantity::try_from(99), Ok(Quantity::MAX));
        for bad in [0, -1, 100, 256, 257, i64::MAX, i64::MIN] {
            assert_eq!(
                Quantity::try_from(bad),
                Err(QuantityError::OutOfRange),
                "{bad}"
            );
        }
    }

    #[test]
    fn texts() {
        assert_eq!(" 12 ".parse::<Quantity>().unwrap().get(), 12);
        for bad in ["", " ", "+1", "-1", "1.0", "1e1", "٣", "two"] {
            assert_eq!(
                bad.parse::<Quantity>(),
                Err(QuantityError::NotANumber),
                "{bad}"
            );
        }
        for bad in ["0", "100", "99999999999999999999999"] {
            assert_eq!(
                bad.parse::<Quantity>(),
                Err(QuantityError::OutOfRange),
                "{bad}"
            );
        }
    }

    #[test]
    fn the_wire_is_validated() {
        assert_eq!(serde_json::from_str::<Quantity>("7").unwrap().get(), 7);
        assert!(serde_json::from_str::<Quantity>("0").is_err());
        assert_eq!(serde_json::to_string(&Quantity::MAX).unwrap(), "99");
    }

    #[test]
    fn merging_stops_at_the_maximum() {
        assert_eq!(Quantity::MAX.saturating_add(Quantity::MAX), Quantity::MAX);
        assert_eq!(Quantity::ONE.saturating_add(Quantity::ONE).get(), 2);
    }
}
