//! What the marketplace earns on a sale. Rules are in the operator's order and the first that matches wins; the result is
//! frozen on the order line at placement, so a later rule never changes an old sale.

use crate::{
    ids::{CategoryId, MerchantId},
    money::{Money, MoneyError, Rounding},
};
use serde::{Deserialize, Serialize};

/// Which sales a rule speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CommissionScope {
    /// Every sale.
    All,
    /// Sales of products in this category or below it.
    Category(CategoryId),
    /// Sales of this merchant.
    Merchant(MerchantId),
}

/// `percent + flat`, no less than `floor`, no more than `cap`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommissionRule {
    /// The sales it holds for.
    pub scope: CommissionScope,
    /// In basis points of the line's amount.
    pub percent_bp: u32,
    /// Added once per line.
    pub flat: Option<Money>,
    /// The least.
    pub floor: Option<Money>,
    /// The most; stronger than `floor`.
    pub cap: Option<Money>,
}

/// A fee with the VAT the marketplace charges the merchant on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommissionCharge {
    /// The fee, net.
    pub fee: Money,
    /// The VAT on the fee.
    pub vat: Money,
    /// Both.
    pub total: Money,
}

impl CommissionRule {
    /// Whether the rule speaks of a sale by `merchant` of a product in `categories` (its own and all above it).
    pub fn matches(&self, merchant: MerchantId, categories: &[CategoryId]) -> bool {
        match self.scope {
            CommissionScope::All => true,
            CommissionScope::Category(category) => categories.contains(&category),
            CommissionScope::Merchant(only) => only == merchant,
        }
    }
}

/// The first of `rules` that speaks of this sale.
pub fn first_match<'a>(
    rules: &'a [CommissionRule],
    merchant: MerchantId,
    categories: &[CategoryId],
) -> Option<&'a CommissionRule> {
    rules.iter().find(|rule| rule.matches(merchant, categories))
}

/// The fee on `base`, a line's total after the merchant's own discounts. Never below zero and never more than the line
/// itself, whatever the floor says.
///
/// # Errors
/// An overflow, or a rule whose amounts are in another currency than `base`.
pub fn fee(rule: &CommissionRule, base: Money) -> Result<Money, MoneyError> {
    let mut fee = base.percent_bp(i64::from(rule.percent_bp), Rounding::HalfUp)?;
    if let Some(flat) = rule.flat {
        fee = fee.checked_add(flat)?;
    }
    if let Some(floor) = rule.floor
        && fee.compare(floor)?.is_lt()
    {
        fee = floor;
    }
    if let Some(cap) = rule.cap
        && fee.compare(cap)?.is_gt()
    {
        fee = cap;
    }
    let most = base.minor.max(0);
    Ok(Money::new(fee.minor.clamp(0, most), base.currency))
}

/// The fee on `base` with VAT at `vat_bp` on top of it.
pub fn charge(
    rule: &CommissionRule,
    base: Money,
    vat_bp: u32,
) -> Result<CommissionCharge, MoneyError> {
    let fee = fee(rule, base)?;
    let vat = fee.percent_bp(i64::from(vat_bp), Rounding::HalfUp)?;
    Ok(CommissionCharge {
        fee,
        vat,
        total: fee.checked_add(vat)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::Eur)
    }

    fn rule(scope: CommissionScope, percent_bp: u32) -> CommissionRule {
        CommissionRule {
            scope,
            percent_bp,
            flat: None,
            floor: None,
            cap: None,
        }
    }

    #[test]
    fn the_first_match_wins() {
        let merchant = MerchantId::from_uuid(Uuid::from_u128(1));
        let books = CategoryId::from_uuid(Uuid::from_u128(2));
        let rules = [
            rule(CommissionScope::Merchant(merchant), 500),
            rule(CommissionScope::Category(books), 800),
            rule(CommissionScope::All, 1200),
        ];
        let other = MerchantId::from_uuid(Uuid::from_u128(9));
        let rate = |merchant, categories: &[CategoryId]| {
            first_match(&rules, merchant, categories)
                .unwrap()
                .percent_bp
        };
        assert_eq!(rate(merchant, &[books]), 500);
        assert_eq!(rate(other, &[books]), 800);
        assert_eq!(rate(other, &[]), 1200);
        assert_eq!(first_match(&rules[..2], other, &[]), None);
    }

    #[test]
    fn hand_computed() {
        let full = CommissionRule {
            flat: Some(eur(30)),
            floor: Some(eur(50)),
            cap: Some(eur(2000)),
            ..rule(CommissionScope::All, 1250)
        };
        assert_eq!(fee(&full, eur(9_999)), Ok(eur(1_280))); // 1249.875 → 1250, + 30
        assert_eq!(fee(&full, eur(100)), Ok(eur(50))); // 13 + 30 < 50
        assert_eq!(fee(&full, eur(100_000)), Ok(eur(2_000)));
        assert_eq!(fee(&full, eur(40)), Ok(eur(40)), "no more than the line");
        assert_eq!(fee(&full, eur(0)), Ok(eur(0)));
        let charged = charge(&full, eur(9_999), 1900).unwrap();
        assert_eq!((charged.vat, charged.total), (eur(243), eur(1_523))); // 243.2
        let dollars = CommissionRule {
            flat: Some(Money::new(1, Currency::Usd)),
            ..full
        };
        assert!(fee(&dollars, eur(100)).is_err());
    }

    proptest! {
        #[test]
        fn within_the_line(percent_bp in 0..=20_000_u32, flat in -100..1_000_i64, floor in 0..1_000_i64, base in 0..10_000_000_i64) {
            let rule = CommissionRule { flat: Some(eur(flat)), floor: Some(eur(floor)), ..rule(CommissionScope::All, percent_bp) };
            let fee = fee(&rule, eur(base)).unwrap();
            prop_assert!((0..=base).contains(&fee.minor));
        }
    }
}
