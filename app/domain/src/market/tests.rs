//! Prices of a market: examples, and what holds for all of them.

use super::*;
use proptest::prelude::*;

fn market(currency: Currency, rate_e8: i64, adjust_bp: i32, rounding_minor: i64) -> Market {
    Market {
        code: "ch".into(),
        name: "Switzerland".into(),
        currency,
        countries: vec!["CH".parse().unwrap()],
        rate_e8,
        adjust_bp,
        rounding_minor,
    }
}

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::Eur)
}

fn priced(market: &Market, minor: i64) -> i64 {
    market.price(eur(minor)).unwrap().minor
}

#[test]
fn prices_are_converted_adjusted_and_rounded() {
    // 19.00 × 0.95 × 1.03 = 18.5915, to five centimes.
    let swiss = market(Currency::Chf, 95_000_000, 300, 5);
    assert_eq!(priced(&swiss, 1_900), 1_860);
    assert_eq!(priced(&swiss, 0), 0);
    assert_eq!(priced(&swiss, 1), 5, "never less than a step");
    // A half goes up: 0.50 × 1.05 = 0.525.
    assert_eq!(priced(&market(Currency::Chf, 105_000_000, 0, 5), 50), 55);
    // No decimals: 12.34 × 162.5 = 2005.25.
    assert_eq!(
        priced(&market(Currency::Jpy, 16_250_000_000, 0, 1), 1_234),
        2_005
    );
    // Three of them: 12.34 × 0.35 = 4.319.
    assert_eq!(
        priced(&market(Currency::Kwd, 35_000_000, 0, 1), 1_234),
        4_319
    );
    // 19.00 × 151.23 = 2873.37, to whole shillings.
    assert_eq!(
        priced(&market(Currency::Kes, 15_123_000_000, 0, 100), 1_900),
        287_300
    );
}

#[test]
fn what_cannot_be_said_is_an_error() {
    let kes = market(Currency::Kes, 15_123_000_000, 0, 100);
    for (market, base) in [
        (&kes, i64::MAX),
        (&kes, -1),
        (&market(Currency::Chf, 0, 0, 1), 1),
        (&market(Currency::Chf, 1, -10_000, 1), 1),
        (&market(Currency::Chf, 1, 0, 0), 1),
        (
            &market(Currency::Chf, i64::MAX, i32::MAX, i64::MAX),
            i64::MAX,
        ),
    ] {
        assert_eq!(
            market.price(eur(base)),
            Err(MoneyError::Overflow),
            "{market:?}"
        );
    }
}

fn any_market() -> impl Strategy<Value = Market> {
    (
        prop::sample::select(vec![
            Currency::Chf,
            Currency::Jpy,
            Currency::Kwd,
            Currency::Kes,
        ]),
        1_000_i64..10_000_000_000_000,
        -9_000_i32..30_000,
        1_i64..1_000,
    )
        .prop_map(|(currency, rate, adjust, step)| market(currency, rate, adjust, step))
}

proptest! {
    #[test]
    fn a_dearer_thing_is_never_cheaper(market in any_market(), a in 0_i64..1_000_000_000, b in 0_i64..1_000_000_000) {
        let (low, high) = (a.min(b), a.max(b));
        prop_assert!(priced(&market, low) <= priced(&market, high));
    }

    #[test]
    fn a_price_is_nothing_exactly_when_its_base_is(market in any_market(), base in 0_i64..1_000_000_000) {
        let price = priced(&market, base);
        prop_assert_eq!(price == 0, base == 0);
        prop_assert_eq!(price % market.rounding_minor, 0);
    }

    #[test]
    fn bounds_take_in_what_costs_as_much_and_nothing_else(
        market in any_market(), typed in 0_i64..1_000_000_000, base in 0_i64..1_000_000_000
    ) {
        let bound = Money::new(typed, market.currency);
        let from = market.base_from(bound, Currency::Eur).unwrap().minor;
        let up_to = market.base_up_to(bound, Currency::Eur).unwrap().minor;
        let price = priced(&market, base);
        prop_assert_eq!(base >= from, price >= typed);
        prop_assert_eq!(base <= up_to, price <= typed);
    }
}
