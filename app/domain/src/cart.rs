//! What a cart costs and what has changed in it since it was filled.
//!
//! The island computes it at once after a click, the server computes it again as the authority; both call
//! [`CartTotals::of`], so they cannot disagree on the arithmetic. Totals use the *current* price of each line, which is
//! what checkout will charge; a difference to the price the shopper saw is told as a notice. Lines that cannot be bought
//! stay in the totals, and block the checkout, until the shopper changes them.

use crate::{
    ids::{CartLineId, MerchantId, VariantId},
    money::{Currency, Money, MoneyError},
    quantity::Quantity,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A line of a cart together with what the catalogue says about it now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineInput {
    /// The line.
    pub line: CartLineId,
    /// What is bought.
    pub variant: VariantId,
    /// Who sells it.
    pub merchant: MerchantId,
    /// The price of one piece now.
    pub unit_price: Money,
    /// The price of one piece when the shopper last saw it.
    pub quoted_price: Money,
    /// How many pieces.
    pub quantity: Quantity,
    /// How many pieces can be had now; `None` when stock is not tracked.
    pub available: Option<u32>,
}

/// Something the shopper must be told about a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LineNotice {
    /// The price of one piece is no longer the one quoted.
    PriceChanged {
        /// As quoted.
        from: Money,
        /// As it is now.
        to: Money,
    },
    /// Fewer pieces are left than the cart asks for, over all of its lines of this variant.
    OnlyLeft(u32),
    /// None are left.
    SoldOut,
}

impl LineNotice {
    /// Whether the line must be changed before the cart can be checked out.
    pub const fn blocks_checkout(self) -> bool {
        match self {
            Self::PriceChanged { .. } => false,
            Self::OnlyLeft(_) | Self::SoldOut => true,
        }
    }
}

/// A line with its total.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineTotal {
    /// The line.
    pub line: CartLineId,
    /// What is bought.
    pub variant: VariantId,
    /// How many pieces.
    pub quantity: Quantity,
    /// The price of one piece now.
    pub unit_price: Money,
    /// Unit price × quantity.
    pub total: Money,
    /// What the shopper must be told.
    pub notices: Vec<LineNotice>,
}

/// The lines of one merchant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MerchantSubtotal {
    /// The merchant.
    pub merchant: MerchantId,
    /// The merchant's lines, in the cart's order.
    pub lines: Vec<LineTotal>,
    /// The sum of the lines' totals.
    pub subtotal: Money,
    /// Pieces, not lines.
    pub item_count: u32,
}

/// The totals of a cart, before shipping, tax and discounts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CartTotals {
    /// By merchant, in the order in which the merchants first appear in the cart.
    pub merchants: Vec<MerchantSubtotal>,
    /// The sum of the merchants' subtotals.
    pub subtotal: Money,
    /// Pieces, not lines.
    pub item_count: u32,
}

impl CartTotals {
    /// Totals `lines`, all of which must be in `currency` (the cart's; an empty cart has one too).
    ///
    /// # Errors
    /// A current or quoted price in another currency, or an amount beyond 64 bits.
    pub fn of(currency: Currency, lines: &[LineInput]) -> Result<Self, MoneyError> {
        let wanted = wanted_by_variant(lines);
        let mut totals = Self {
            merchants: Vec::new(),
            subtotal: Money::zero(currency),
            item_count: 0,
        };
        for input in lines {
            let total = input.unit_price.times(input.quantity)?;
            totals.subtotal = totals.subtotal.checked_add(total)?;
            totals.item_count += input.quantity.get();
            let group = totals.group(input.merchant);
            group.subtotal = group.subtotal.checked_add(total)?;
            group.item_count += input.quantity.get();
            group.lines.push(LineTotal {
                line: input.line,
                variant: input.variant,
                quantity: input.quantity,
                unit_price: input.unit_price,
                total,
                notices: notices(input, wanted[&input.variant])?,
            });
        }
        Ok(totals)
    }

    /// Every line, merchant by merchant.
    pub fn lines(&self) -> impl Iterator<Item = &LineTotal> {
        self.merchants.iter().flat_map(|merchant| &merchant.lines)
    }

    /// The line of that id.
    pub fn line(&self, line: CartLineId) -> Option<&LineTotal> {
        self.lines().find(|total| total.line == line)
    }

    /// Whether there is something to buy and nothing that must be changed first.
    pub fn can_check_out(&self) -> bool {
        self.item_count > 0
            && !self
                .lines()
                .flat_map(|line| &line.notices)
                .any(|notice| notice.blocks_checkout())
    }

    fn group(&mut self, merchant: MerchantId) -> &mut MerchantSubtotal {
        let position = self
            .merchants
            .iter()
            .position(|group| group.merchant == merchant)
            .unwrap_or_else(|| {
                self.merchants.push(MerchantSubtotal {
                    merchant,
                    lines: Vec::new(),
                    subtotal: Money::zero(self.subtotal.currency),
                    item_count: 0,
                });
                self.merchants.len() - 1
            });
        &mut self.merchants[position]
    }
}

/// Two lines of one variant draw on the same stock.
fn wanted_by_variant(lines: &[LineInput]) -> BTreeMap<VariantId, u32> {
    let mut wanted = BTreeMap::new();
    for line in lines {
        *wanted.entry(line.variant).or_default() += line.quantity.get();
    }
    wanted
}

fn notices(input: &LineInput, wanted: u32) -> Result<Vec<LineNotice>, MoneyError> {
    let mut notices = Vec::new();
    if input.unit_price.compare(input.quoted_price)?.is_ne() {
        notices.push(LineNotice::PriceChanged {
            from: input.quoted_price,
            to: input.unit_price,
        });
    }
    match input.available {
        Some(0) => notices.push(LineNotice::SoldOut),
        Some(left) if left < wanted => notices.push(LineNotice::OnlyLeft(left)),
        Some(_) | None => {}
    }
    Ok(notices)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn line(id: u128, variant: u128, merchant: u128, minor: i64, quantity: i64) -> LineInput {
        let price = Money::new(minor, Currency::Eur);
        LineInput {
            line: CartLineId::from_uuid(Uuid::from_u128(id)),
            variant: VariantId::from_uuid(Uuid::from_u128(variant)),
            merchant: MerchantId::from_uuid(Uuid::from_u128(merchant)),
            unit_price: price,
            quoted_price: price,
            quantity: Quantity::try_from(quantity).unwrap(),
            available: None,
        }
    }

    #[test]
    fn groups_by_merchant_in_order_of_appearance() {
        let lines = [
            line(1, 1, 9, 1000, 2),
            line(2, 2, 3, 250, 1),
            line(3, 3, 9, 5, 3),
        ];
        let totals = CartTotals::of(Currency::Eur, &lines).unwrap();
        let minors: Vec<i64> = totals.merchants.iter().map(|m| m.subtotal.minor).collect();
        assert_eq!(minors, [2015, 250]);
        assert_eq!(totals.merchants[0].merchant, lines[0].merchant);
        assert_eq!((totals.subtotal.minor, totals.item_count), (2265, 6));
        assert!(totals.can_check_out());
    }

    #[test]
    fn an_empty_cart_costs_nothing_and_cannot_be_checked_out() {
        let totals = CartTotals::of(Currency::Eur, &[]).unwrap();
        assert!(totals.subtotal.is_zero() && !totals.can_check_out());
    }

    #[test]
    fn notices_tell_price_and_stock() {
        let mut lines = [
            line(1, 1, 1, 1000, 3),
            line(2, 1, 1, 1000, 3),
            line(3, 2, 1, 100, 1),
        ];
        lines[0].available = Some(5);
        lines[1].available = Some(5);
        lines[2].available = Some(0);
        lines[2].quoted_price = Money::new(90, Currency::Eur);
        let totals = CartTotals::of(Currency::Eur, &lines).unwrap();
        let notices: Vec<_> = totals.lines().map(|line| line.notices.clone()).collect();
        // Neither line alone asks for more than the five pieces; together they do.
        assert_eq!(notices[0], [LineNotice::OnlyLeft(5)]);
        assert_eq!(notices[1], [LineNotice::OnlyLeft(5)]);
        let changed = LineNotice::PriceChanged {
            from: lines[2].quoted_price,
            to: lines[2].unit_price,
        };
        assert_eq!(notices[2], [changed, LineNotice::SoldOut]);
        assert!(!totals.can_check_out());
    }

    #[test]
    fn one_currency_per_cart() {
        let lines = [line(1, 1, 1, 1000, 1)];
        assert!(matches!(
            CartTotals::of(Currency::Usd, &lines),
            Err(MoneyError::CurrencyMismatch { .. })
        ));
        let huge = [line(1, 1, 1, i64::MAX, 2)];
        assert_eq!(
            CartTotals::of(Currency::Eur, &huge),
            Err(MoneyError::Overflow)
        );
    }

    proptest! {
        #[test]
        fn every_level_sums_to_the_next(raw in prop::collection::vec((0..5_u128, 0..4_u128, 0..1_000_000_i64, 1..=99_i64), 0..30)) {
            let lines: Vec<LineInput> = raw.iter().enumerate()
                .map(|(id, (variant, merchant, minor, quantity))| line(id as u128, *variant, *merchant, *minor, *quantity))
                .collect();
            let totals = CartTotals::of(Currency::Eur, &lines).unwrap();
            let by_hand: i64 = raw.iter().map(|(_, _, minor, quantity)| minor * quantity).sum();
            prop_assert_eq!(totals.subtotal.minor, by_hand);
            prop_assert_eq!(totals.merchants.iter().map(|m| m.subtotal.minor).sum::<i64>(), by_hand);
            prop_assert_eq!(totals.lines().map(|l| l.total.minor).sum::<i64>(), by_hand);
            prop_assert_eq!(totals.lines().count(), lines.len());
            prop_assert_eq!(totals.merchants.iter().map(|m| m.item_count).sum::<u32>(), totals.item_count);
        }
    }
}
