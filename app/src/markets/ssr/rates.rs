//! What currencies are worth: the European Central Bank's euro foreign exchange reference rates, from a file, or what an operator
//! says.
//!
//! The file is `eurofxref-daily.xml` (or `-hist`, of which the newest day is taken): `Cube` elements with `currency` and `rate`, units
//! of the currency per euro, within one with the day. <https://www.ecb.europa.eu/stats/policy_and_exchange_rates/>

use std::io::BufRead;

use domain::{market::RATE_SCALE, money::Currency};
use quick_xml::{Reader, events::Event};
use time::{Date, OffsetDateTime, Time, format_description::well_known::Iso8601};

use super::{super::OWN_CURRENCY, queries};
use crate::{
    error::AppError,
    ssr::{Cx, pages::Tag, rest::invalid},
};

/// The rates of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rates {
    pub day: Date,
    /// Units per euro, × 10⁸.
    pub rates: Vec<(Currency, i64)>,
    /// Codes of currencies that are not sold in.
    pub unknown: Vec<String>,
}

/// Reads a file of reference rates.
///
/// # Errors
/// [`AppError::Invalid`] at `file` when it is none, or a rate is no positive number.
pub fn read_rates(file: impl BufRead) -> Result<Rates, AppError> {
    let wrong = |reason: String| invalid("file", reason);
    let mut reader = Reader::from_reader(file);
    let mut buffer = Vec::new();
    let mut days: Vec<Rates> = Vec::new();
    loop {
        let event = reader
            .read_event_into(&mut buffer)
            .map_err(|error| wrong(format!("This is no XML: {error}")))?;
        let element = match event {
            Event::Eof => break,
            Event::Start(element) | Event::Empty(element) => element,
            _ => continue,
        };
        if element.local_name().as_ref() != b"Cube" {
            continue;
        }
        let value = |name: &str| -> Result<Option<String>, AppError> {
            let attribute = element
                .try_get_attribute(name)
                .map_err(|error| wrong(format!("This is no XML: {error}")))?;
            Ok(attribute.map(|own| String::from_utf8_lossy(&own.value).into_owned()))
        };
        if let Some(text) = value("time")? {
            let day = Date::parse(&text, &Iso8601::DATE)
                .map_err(|_| wrong(format!("{text} is no day")))?;
            days.push(Rates {
                day,
                rates: Vec::new(),
                unknown: Vec::new(),
            });
        }
        if let (Some(code), Some(rate)) = (value("currency")?, value("rate")?) {
            let day = days
                .last_mut()
                .ok_or_else(|| wrong(format!("The rate of {code} is of no day")))?;
            match code.parse() {
                Ok(currency) => {
                    let rate = parse_rate(&rate)
                        .ok_or_else(|| wrong(format!("{rate} is no rate of {code}")))?;
                    day.rates.push((currency, rate));
                }
                Err(_) => day.unknown.push(code),
            }
        }
        buffer.clear();
    }
    days.into_iter()
        .max_by_key(|rates| rates.day)
        .filter(|rates| !rates.rates.is_empty())
        .ok_or_else(|| wrong("This is no file of the European Central Bank's rates".to_owned()))
}

/// A positive decimal number, × 10⁸; digits beyond the eighth are cut off.
pub fn parse_rate(text: &str) -> Option<i64> {
    let (whole, fraction) = text.trim().split_once('.').unwrap_or((text.trim(), "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) {
        return None;
    }
    let fraction: String = fraction.chars().chain("00000000".chars()).take(8).collect();
    let whole: i64 = whole.parse().ok()?;
    let rate = whole
        .checked_mul(RATE_SCALE)?
        .checked_add(fraction.parse().ok()?)?;
    (rate > 0).then_some(rate)
}

/// Takes in rates; how many are in now. Those of an older day than what is known change nothing.
///
/// # Errors
/// [`AppError::Invalid`] at `rates` for the shop's own currency, whose rate is one.
pub async fn set_rates(
    cx: &mut Cx,
    rates: &[(Currency, i64)],
    as_of: OffsetDateTime,
) -> Result<u64, AppError> {
    if rates.iter().any(|(currency, _)| *currency == OWN_CURRENCY) {
        return Err(invalid(
            "rates",
            format!("Rates are of other currencies than {OWN_CURRENCY}"),
        ));
    }
    let (codes, rates): (Vec<String>, Vec<i64>) = rates
        .iter()
        .map(|(currency, rate)| (currency.code().to_owned(), *rate))
        .unzip();
    let taken = queries::put_rates(cx.db(), &codes, &rates, as_of).await?;
    cx.touch(Tag::Everything);
    Ok(taken)
}

/// As [`set_rates`], of a file.
///
/// # Errors
/// As [`read_rates`].
pub async fn import_rates(cx: &mut Cx, file: impl BufRead) -> Result<(Rates, u64), AppError> {
    let read = read_rates(file)?;
    let as_of = read.day.with_time(Time::MIDNIGHT).assume_utc();
    let taken = set_rates(cx, &read.rates, as_of).await?;
    Ok((read, taken))
}
