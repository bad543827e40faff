//! Worked examples and properties of [`Money`].

use super::*;
use proptest::prelude::*;

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::Eur)
}

fn any_currency() -> impl Strategy<Value = Currency> {
    proptest::sample::select(Currency::ALL)
}

#[test]
fn decimals_follow_the_exponent() {
    assert_eq!(eur(1230).decimal_string(), "12.30");
    assert_eq!(eur(-5).decimal_string(), "-0.05");
    assert_eq!(Money::new(1500, Currency::Jpy).decimal_string(), "1500");
    assert_eq!(Money::new(1250, Currency::Kwd).decimal_string(), "1.250");
    assert_eq!(
        eur(i64::MIN).decimal_string(),
        "-92233720368547758.08",
        "no overflow at the edge"
    );
}

#[test]
fn formats_for_reading() {
    assert_eq!(eur(1230).format(), "€12.30");
    assert_eq!(eur(123_456_789).format(), "€1,234,567.89");
    assert_eq!(eur(-99_999).format(), "-€999.99");
    assert_eq!(Money::new(1230, Currency::Chf).format(), "CHF\u{a0}12.30");
    assert_eq!(Money::new(1500, Currency::Jpy).format(), "¥1,500");
}

#[test]
fn parses_what_people_type() {
    for (text, minor) in [
        ("12.30", 1230),
        ("12.3", 1230),
        ("12", 1200),
        ("0", 0),
        ("0.01", 1),
        ("007", 700),
    ] {
        assert_eq!(
            Money::parse_decimal(text, Currency::Eur),
            Ok(eur(minor)),
            "{text}"
        );
    }
    assert_eq!(
        Money::parse_signed_decimal("-1.5", Currency::Eur),
        Ok(eur(-150))
    );
}

#[test]
fn refuses_the_rest() {
    let parse = |text| Money::parse_decimal(text, Currency::Eur).unwrap_err();
    assert_eq!(parse(""), ParseMoneyError::Empty);
    for text in ["-1", "+1", "-"] {
        assert_eq!(parse(text), ParseMoneyError::Sign, "{text}");
    }
    for text in [
        "1e3", "12,30", ".5", "5.", ".", "1.2.3", " 1", "1 ", "€1", "0x10", "NaN", "١",
    ] {
        assert_eq!(parse(text), ParseMoneyError::Malformed, "{text}");
    }
    assert!(matches!(
        parse("1.005"),
        ParseMoneyError::TooPrecise { allowed: 2, .. }
    ));
    assert!(matches!(
        Money::parse_decimal("1.5", Currency::Jpy),
        Err(ParseMoneyError::TooPrecise { allowed: 0, .. })
    ));
    assert!(
        Money::parse_decimal("9999999999999999.99", Currency::Eur).is_ok(),
        "18 digits"
    );
    assert_eq!(
        parse("99999999999999999.99"),
        ParseMoneyError::TooLong,
        "19 digits"
    );
    assert!(Money::parse_signed_decimal("--1", Currency::Eur).is_err());
}

#[test]
fn sums_are_checked() {
    assert_eq!(eur(i64::MAX).checked_add(eur(1)), Err(MoneyError::Overflow));
    assert_eq!(eur(i64::MIN).checked_neg(), Err(MoneyError::Overflow));
    assert!(matches!(
        eur(1).checked_add(Money::new(1, Currency::Usd)),
        Err(MoneyError::CurrencyMismatch {
            left: Currency::Eur,
            right: Currency::Usd
        })
    ));
    assert_eq!(eur(250).times(Quantity::try_from(3).unwrap()), Ok(eur(750)));
    assert_eq!(Money::sum(Currency::Eur, []), Ok(eur(0)));
}

#[test]
fn percentages_round_half_away_from_zero() {
    // 2.5 % of 0.20 and of 0.60 are exactly half cents: 0.5 and 1.5.
    assert_eq!(eur(20).percent_bp(250, Rounding::HalfUp), Ok(eur(1)));
    assert_eq!(eur(60).percent_bp(250, Rounding::HalfUp), Ok(eur(2)));
    assert_eq!(eur(-20).percent_bp(250, Rounding::HalfUp), Ok(eur(-1)));
    assert_eq!(eur(60).percent_bp(250, Rounding::Down), Ok(eur(1)));
    assert_eq!(
        eur(i64::MAX).percent_bp(20_000, Rounding::Down),
        Err(MoneyError::Overflow)
    );
}

#[test]
fn percentages_of_the_extremes_do_not_panic() {
    for minor in [i64::MIN, -1, 0, 1, i64::MAX] {
        for bp in [i64::MIN, i64::MAX] {
            for rounding in [Rounding::HalfUp, Rounding::Down] {
                let result = eur(minor).percent_bp(bp, rounding);
                assert_eq!(result.is_ok(), minor.unsigned_abs() <= 1, "{minor} {bp}");
            }
        }
    }
    assert_eq!(
        eur(i64::MIN).percent_bp(10_000, Rounding::HalfUp),
        Ok(eur(i64::MIN))
    );
}

#[test]
fn splits_by_largest_remainder() {
    let minors = |money: Money, weights: &[u64]| -> Vec<i64> {
        money.split(weights).iter().map(|part| part.minor).collect()
    };
    assert_eq!(minors(eur(100), &[1, 1, 1]), [34, 33, 33]);
    assert_eq!(minors(eur(-100), &[1, 1, 1]), [-34, -33, -33]);
    assert_eq!(minors(eur(101), &[1, 1, 1]), [34, 34, 33]);
    // Exact shares 14.28…, 28.57…, 57.14…: the middle one has the largest remainder.
    assert_eq!(minors(eur(100), &[1, 2, 4]), [14, 29, 57]);
    assert_eq!(minors(eur(5), &[0, 3]), [0, 5]);
    assert_eq!(minors(eur(3), &[0, 0]), [2, 1]);
    assert_eq!(minors(eur(3), &[]), [0; 0]);
    assert_eq!(minors(eur(i64::MIN), &[u64::MAX]), [i64::MIN]);
}

#[test]
fn the_wire_is_minor_units_and_a_code() {
    let json = serde_json::to_string(&eur(1230)).unwrap();
    assert_eq!(json, r#"{"minor":1230,"currency":"EUR"}"#);
    assert_eq!(serde_json::from_str::<Money>(&json).unwrap(), eur(1230));
    assert!("eur".parse::<Currency>().is_err());
}

proptest! {
    #[test]
    fn split_keeps_the_sum_and_stays_near(minor: i64, weights in prop::collection::vec(1..=u64::MAX, 1..12)) {
        let parts = eur(minor).split(&weights);
        prop_assert_eq!(parts.len(), weights.len());
        let sum: i128 = parts.iter().map(|part| i128::from(part.minor)).sum();
        prop_assert_eq!(sum, i128::from(minor));
        let total: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
        for (part, weight) in parts.iter().zip(&weights) {
            let floor = u128::from(minor.unsigned_abs()) * u128::from(*weight) / total;
            let actual = u128::from(part.minor.unsigned_abs());
            prop_assert!(actual == floor || actual == floor + 1);
        }
    }

    #[test]
    fn split_keeps_the_sum_with_some_weights_zero(minor: i64, weights in prop::collection::vec(0..3_u64, 1..12)) {
        let parts = eur(minor).split(&weights);
        prop_assert_eq!(parts.iter().map(|part| i128::from(part.minor)).sum::<i128>(), i128::from(minor));
        let any_weight = weights.iter().any(|weight| *weight > 0);
        for (part, _) in parts.iter().zip(&weights).filter(|(_, weight)| any_weight && **weight == 0) {
            prop_assert!(part.is_zero(), "no weight, no part");
        }
    }

    #[test]
    fn text_round_trips(minor in -999_999_999_999_999_999_i64..=999_999_999_999_999_999, currency in any_currency()) {
        let money = Money::new(minor, currency);
        prop_assert_eq!(Money::parse_signed_decimal(&money.decimal_string(), currency), Ok(money));
    }

    #[test]
    fn parsing_never_panics(text in "\\PC{0,30}", currency in any_currency()) {
        if let Ok(money) = Money::parse_decimal(&text, currency) {
            prop_assert!(!money.is_negative());
        }
    }

    #[test]
    fn half_up_is_within_half_a_unit(minor in -1_000_000_000_000_i64..1_000_000_000_000, bp in 0_i64..=20_000) {
        let rounded = eur(minor).percent_bp(bp, Rounding::HalfUp).unwrap().minor;
        let error = i128::from(minor) * i128::from(bp) - i128::from(rounded) * 10_000;
        prop_assert!(error.abs() <= 5_000);
    }
}

#[test]
fn amounts_are_written_as_the_spoken_language_writes_them() {
    let amount = Money::new(-123_450, Currency::Eur);
    let written = Language::ALL.map(|language| words::say(language, || amount.format()));
    assert_eq!(
        written,
        [
            "-€1,234.50",
            "-1.234,50\u{a0}€",
            "-1\u{202f}234,50\u{a0}€",
            "-€\u{a0}1,234.50",
            "\u{200f}\u{200e}-1,234.50\u{a0}€",
        ]
    );
    let francs = Money::new(1230, Currency::Chf);
    assert_eq!(
        words::say(Language::German, || francs.format()),
        "12,30\u{a0}CHF"
    );
}
