//! The number a buyer reads out on the phone.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use thiserror::Error;

/// The number of an order group, from the database's own sequence, written `SK-100234`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OrderNumber(i64);

/// Not a number of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("an order number looks like SK-100234")]
pub struct InvalidOrderNumber;

const PREFIX: &str = "SK-";

impl OrderNumber {
    /// The number as stored.
    pub const fn get(self) -> i64 {
        self.0
    }
}

impl TryFrom<i64> for OrderNumber {
    type Error = InvalidOrderNumber;

    /// From the sequence, which starts above zero.
    fn try_from(number: i64) -> Result<Self, InvalidOrderNumber> {
        if number > 0 {
            Ok(Self(number))
        } else {
            Err(InvalidOrderNumber)
        }
    }
}

impl FromStr for OrderNumber {
    type Err = InvalidOrderNumber;

    fn from_str(text: &str) -> Result<Self, InvalidOrderNumber> {
        let digits = text.strip_prefix(PREFIX).ok_or(InvalidOrderNumber)?;
        let canonical =
            digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
        if !canonical {
            return Err(InvalidOrderNumber);
        }
        Self::try_from(digits.parse::<i64>().map_err(|_| InvalidOrderNumber)?)
    }
}

impl fmt::Display for OrderNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}", self.0)
    }
}

impl TryFrom<String> for OrderNumber {
    type Error = InvalidOrderNumber;

    fn try_from(text: String) -> Result<Self, InvalidOrderNumber> {
        text.parse()
    }
}

impl From<OrderNumber> for String {
    fn from(number: OrderNumber) -> Self {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_spelling_only() {
        let number = OrderNumber::try_from(100_234).unwrap();
        assert_eq!(number.to_string(), "SK-100234");
        assert_eq!("SK-100234".parse(), Ok(number));
        for bad in [
            "",
            "SK-",
            "100234",
            "sk-1",
            "SK-01",
            "SK-0",
            "SK--1",
            "SK-+1",
            "SK-99999999999999999999",
        ] {
            assert!(bad.parse::<OrderNumber>().is_err(), "{bad}");
        }
        assert!(OrderNumber::try_from(0).is_err());
    }
}
