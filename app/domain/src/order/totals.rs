//! What an order and a group of orders cost.
//!
//! Invariant: `total = items + shipping + (tax, unless prices include it) − discounts`, and a group's totals are the sums
//! of its merchants' totals. Computed at checkout and written down at placement; never redone after.

use crate::{
    ids::MerchantId,
    money::{Currency, Money, MoneyError},
    tax::{TaxZone, Taxes},
};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A line's total and what is taken off it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLineAmount {
    /// Unit price × quantity.
    pub total: Money,
    /// Line discounts plus the line's share of order discounts (by [`Money::split`]); zero to `total`.
    pub discount: Money,
}

/// What one merchant sells in the group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MerchantOrder {
    /// The merchant.
    pub merchant: MerchantId,
    /// The lines.
    pub lines: Vec<OrderLineAmount>,
    /// The price of the chosen delivery.
    pub shipping: Money,
}

/// The totals of an order or of a group. All amounts are in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderTotals {
    /// The lines before discounts.
    pub items: Money,
    /// The price of delivery.
    pub shipping: Money,
    /// The tax on discounted lines and delivery.
    pub tax: Money,
    /// Whether `tax` is already within the other amounts.
    pub tax_inclusive: bool,
    /// What is taken off, as a positive amount.
    pub discounts: Money,
    /// What the buyer pays.
    pub total: Money,
}

/// One merchant's totals and the taxes behind them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MerchantTotals {
    /// The merchant.
    pub merchant: MerchantId,
    /// The totals of the merchant's order.
    pub totals: OrderTotals,
    /// Tax by line (in the order given) and on delivery.
    pub taxes: Taxes,
}

/// The totals of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupTotals {
    /// By merchant, in the order given.
    pub merchants: Vec<MerchantTotals>,
    /// The whole: the sums over the merchants.
    pub whole: OrderTotals,
}

/// Totals that cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TotalsError {
    /// An overflow or a mix of currencies.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// A discount below zero or above its line's total.
    #[error("a discount must be between zero and its line's total")]
    Discount,
    /// A line or a delivery with a price below zero.
    #[error("a price must not be below zero")]
    NegativePrice,
    /// A sum of orders of which some include tax and others do not.
    #[error("orders with and without tax in their prices cannot be summed")]
    MixedTax,
    /// Stored totals whose parts do not make the total.
    #[error("the parts do not make the total")]
    Inconsistent,
}

impl OrderTotals {
    /// Nothing.
    pub const fn zero(currency: Currency, tax_inclusive: bool) -> Self {
        let zero = Money::zero(currency);
        Self {
            items: zero,
            shipping: zero,
            tax: zero,
            tax_inclusive,
            discounts: zero,
            total: zero,
        }
    }

    /// Makes the total of its parts.
    pub fn new(
        items: Money,
        shipping: Money,
        tax: Money,
        tax_inclusive: bool,
        discounts: Money,
    ) -> Result<Self, MoneyError> {
        // Added either way, so that a tax in another currency is refused even where it is included.
        let with_tax = items.checked_add(shipping)?.checked_add(tax)?;
        let before_discounts = if tax_inclusive {
            with_tax.checked_sub(tax)?
        } else {
            with_tax
        };
        Ok(Self {
            items,
            shipping,
            tax,
            tax_inclusive,
            discounts,
            total: before_discounts.checked_sub(discounts)?,
        })
    }

    /// Proves the invariant of totals that were read from somewhere.
    pub fn verify(&self) -> Result<(), TotalsError> {
        let parts = (
            self.items,
            self.shipping,
            self.tax,
            self.tax_inclusive,
            self.discounts,
        );
        let made = Self::new(parts.0, parts.1, parts.2, parts.3, parts.4)?;
        if made == *self {
            Ok(())
        } else {
            Err(TotalsError::Inconsistent)
        }
    }

    /// The sum of two orders' totals.
    pub fn checked_add(&self, other: &Self) -> Result<Self, TotalsError> {
        if self.tax_inclusive != other.tax_inclusive {
            return Err(TotalsError::MixedTax);
        }
        Ok(Self {
            items: self.items.checked_add(other.items)?,
            shipping: self.shipping.checked_add(other.shipping)?,
            tax: self.tax.checked_add(other.tax)?,
            tax_inclusive: self.tax_inclusive,
            discounts: self.discounts.checked_add(other.discounts)?,
            total: self.total.checked_add(other.total)?,
        })
    }
}

/// The totals of a group in `currency`, delivered to `zone`.
pub fn group_totals(
    currency: Currency,
    zone: &TaxZone,
    orders: &[MerchantOrder],
) -> Result<GroupTotals, TotalsError> {
    let merchants = orders
        .iter()
        .map(|order| merchant_totals(currency, zone, order))
        .collect::<Result<Vec<_>, _>>()?;
    let whole = merchants.iter().try_fold(
        OrderTotals::zero(currency, zone.inclusive),
        |sum, merchant| sum.checked_add(&merchant.totals),
    )?;
    Ok(GroupTotals { merchants, whole })
}

fn merchant_totals(
    currency: Currency,
    zone: &TaxZone,
    order: &MerchantOrder,
) -> Result<MerchantTotals, TotalsError> {
    if order.shipping.is_negative() {
        return Err(TotalsError::NegativePrice);
    }
    let discounted = order
        .lines
        .iter()
        .map(discounted)
        .collect::<Result<Vec<_>, _>>()?;
    let items = Money::sum(currency, order.lines.iter().map(|line| line.total))?;
    let discounts = Money::sum(currency, order.lines.iter().map(|line| line.discount))?;
    let taxes = zone.taxes(&discounted, order.shipping)?;
    let totals = OrderTotals::new(items, order.shipping, taxes.tax, zone.inclusive, discounts)?;
    Ok(MerchantTotals {
        merchant: order.merchant,
        totals,
        taxes,
    })
}

fn discounted(line: &OrderLineAmount) -> Result<Money, TotalsError> {
    if line.total.is_negative() {
        return Err(TotalsError::NegativePrice);
    }
    let rest = line.total.checked_sub(line.discount)?;
    if line.discount.is_negative() || rest.is_negative() {
        return Err(TotalsError::Discount);
    }
    Ok(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

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

    fn order(merchant: u128, lines: &[(i64, i64)], shipping: i64) -> MerchantOrder {
        let lines = lines.iter().map(|(total, discount)| OrderLineAmount {
            total: eur(*total),
            discount: eur(*discount),
        });
        MerchantOrder {
            merchant: MerchantId::from_uuid(Uuid::from_u128(merchant)),
            lines: lines.collect(),
            shipping: eur(shipping),
        }
    }

    #[test]
    fn hand_computed_inclusive_and_exclusive() {
        let orders = [
            order(1, &[(11_900, 0), (2_000, 500)], 490),
            order(2, &[(1_000, 0)], 0),
        ];
        let with = group_totals(Currency::Eur, &zone(1900, true), &orders).unwrap();
        // 1900 + 239 (239.49…) + 78 (78.23…); 160 (159.66…)
        assert_eq!(with.merchants[0].totals.tax, eur(2217));
        assert_eq!(with.merchants[1].totals.tax, eur(160));
        assert_eq!(with.whole.total, eur(11_900 + 2_000 + 490 - 500 + 1_000));

        let without = group_totals(Currency::Eur, &zone(1900, false), &orders).unwrap();
        // 2261 + 285 + 93 (93.1); 190
        assert_eq!(without.merchants[0].totals.tax, eur(2639));
        assert_eq!(without.whole.total, eur(14_890 + 2639 + 190));
    }

    #[test]
    fn impossible_orders_are_refused() {
        let total = |order| group_totals(Currency::Eur, &zone(1900, true), &[order]);
        assert_eq!(
            total(order(1, &[(100, 101)], 0)),
            Err(TotalsError::Discount)
        );
        assert_eq!(total(order(1, &[(100, -1)], 0)), Err(TotalsError::Discount));
        assert_eq!(
            total(order(1, &[(-100, 0)], 0)),
            Err(TotalsError::NegativePrice)
        );
        assert_eq!(total(order(1, &[], -1)), Err(TotalsError::NegativePrice));
        let other = group_totals(Currency::Usd, &zone(1900, true), &[order(1, &[(1, 0)], 0)]);
        assert!(matches!(
            other,
            Err(TotalsError::Money(MoneyError::CurrencyMismatch { .. }))
        ));
    }

    #[test]
    fn tampered_totals_do_not_verify() {
        let mut totals = OrderTotals::new(eur(100), eur(10), eur(5), false, eur(1)).unwrap();
        assert_eq!(totals.verify(), Ok(()));
        totals.total = eur(1);
        assert_eq!(totals.verify(), Err(TotalsError::Inconsistent));
    }

    fn any_order() -> impl Strategy<Value = MerchantOrder> {
        let line = (0..10_000_000_i64, 0..=100_i64)
            .prop_map(|(total, percent)| (total, total * percent / 100));
        (
            any::<u128>(),
            prop::collection::vec(line, 0..8),
            0..10_000_i64,
        )
            .prop_map(|(merchant, lines, shipping)| order(merchant, &lines, shipping))
    }

    proptest! {
        #[test]
        fn identities(orders in prop::collection::vec(any_order(), 0..5), rate in 0..=3_000_u32, inclusive: bool) {
            let group = group_totals(Currency::Eur, &zone(rate, inclusive), &orders).unwrap();
            let mut sum = 0;
            for (merchant, order) in group.merchants.iter().zip(&orders) {
                let totals = merchant.totals;
                prop_assert_eq!(totals.verify(), Ok(()));
                prop_assert_eq!(merchant.taxes.lines.len(), order.lines.len());
                // The total is also the sum of what each line and the delivery cost with tax.
                let gross: i64 = merchant.taxes.lines.iter().map(|line| line.gross.minor).sum();
                prop_assert_eq!(gross + merchant.taxes.shipping.gross.minor, totals.total.minor);
                sum += totals.total.minor;
            }
            prop_assert_eq!(group.whole.verify(), Ok(()));
            prop_assert_eq!(group.whole.total.minor, sum);
        }
    }
}
