//! Numbers as a language writes them. Source: CLDR 48, `numbers/symbols` of each language, with Latin digits (`latn`), which
//! shops write in Arabic too.

use std::fmt;

use crate::{Language, language};

impl Language {
    /// Between the whole and the fraction.
    #[must_use]
    pub const fn decimal_mark(self) -> char {
        match self {
            Self::English | Self::Swahili | Self::Arabic => '.',
            Self::German | Self::French => ',',
        }
    }

    /// Between groups of three digits.
    #[must_use]
    pub const fn group_mark(self) -> char {
        match self {
            Self::English | Self::Swahili | Self::Arabic => ',',
            Self::German => '.',
            Self::French => '\u{202f}',
        }
    }
}

/// `whole`, ASCII digits, in groups of three as the spoken language writes them: `1,234`, `1.234`.
#[must_use]
pub fn digits(whole: &str) -> String {
    let mark = language().group_mark();
    let mut grouped = String::with_capacity(whole.len() + whole.len() / 3);
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    grouped
}

/// A number of tenths with its decimal: 47 is `4.7`, or `4,7`.
#[must_use]
pub fn decimal(tenths: u32) -> String {
    format!(
        "{}{}{}",
        tenths / 10,
        language().decimal_mark(),
        tenths % 10
    )
}

/// How many, in a sentence that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count(u64);

impl Count {
    /// Of any whole number; one below zero counts as none, one above 2^64 as that.
    pub fn of<N: TryInto<u64> + PartialOrd + Default>(number: N) -> Self {
        let below = number < N::default();
        Self(match number.try_into() {
            Ok(number) => number,
            Err(_) if below => 0,
            Err(_) => u64::MAX,
        })
    }

    /// The form of the sentence in `language`.
    #[must_use]
    pub const fn form(self, language: Language) -> usize {
        language.plural_form(self.0)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&digits(&self.0.to_string()))
    }
}
