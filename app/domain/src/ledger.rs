//! The double-entry journal. Every entry's postings sum to zero in each currency, so balances are proved and not believed.
//!
//! Signs: a debit is positive, a credit negative. What the marketplace has (money at the provider, costs) grows by debits;
//! what it owes or earns (merchants, tax offices, gift cards, revenue) grows by credits.

use crate::{
    ids::MerchantId,
    money::{Currency, Money, MoneyError},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use thiserror::Error;

/// Where money is, or to whom it is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "account", rename_all = "snake_case")]
pub enum Account {
    /// Taken from buyers, lying at the payment provider.
    BuyerClearing,
    /// The provider's charges.
    ProviderFee,
    /// Owed to a merchant.
    SellerPayable {
        /// The merchant.
        merchant: MerchantId,
    },
    /// The marketplace's earnings.
    CommissionRevenue,
    /// VAT owed to a tax office: on commissions, and on sales where the marketplace is the deemed supplier.
    Vat,
    /// Discounts the marketplace pays for.
    PromotionCost,
    /// Gift cards sold and not yet used.
    GiftCardLiability,
    /// Held back against refunds to come.
    Reserve,
}

impl Account {
    /// The account's name in the database; merchants' accounts are told apart by [`Account::merchant`].
    pub const fn code(self) -> &'static str {
        match self {
            Self::BuyerClearing => "buyer_clearing",
            Self::ProviderFee => "provider_fee",
            Self::SellerPayable { .. } => "seller_payable",
            Self::CommissionRevenue => "commission_revenue",
            Self::Vat => "vat",
            Self::PromotionCost => "promotion_cost",
            Self::GiftCardLiability => "gift_card_liability",
            Self::Reserve => "reserve",
        }
    }

    /// The merchant whose account it is.
    pub const fn merchant(self) -> Option<MerchantId> {
        match self {
            Self::SellerPayable { merchant } => Some(merchant),
            Self::BuyerClearing
            | Self::ProviderFee
            | Self::CommissionRevenue
            | Self::Vat
            | Self::PromotionCost
            | Self::GiftCardLiability
            | Self::Reserve => None,
        }
    }

    /// The account of a database row; `None` when the name is unknown or a merchant is missing or too many.
    pub fn from_columns(code: &str, merchant: Option<MerchantId>) -> Option<Self> {
        Some(match (code, merchant) {
            ("buyer_clearing", None) => Self::BuyerClearing,
            ("provider_fee", None) => Self::ProviderFee,
            ("seller_payable", Some(merchant)) => Self::SellerPayable { merchant },
            ("commission_revenue", None) => Self::CommissionRevenue,
            ("vat", None) => Self::Vat,
            ("promotion_cost", None) => Self::PromotionCost,
            ("gift_card_liability", None) => Self::GiftCardLiability,
            ("reserve", None) => Self::Reserve,
            _ => return None,
        })
    }
}

/// One line of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posting {
    /// The account.
    #[serde(flatten)]
    pub account: Account,
    /// Debits positive, credits negative.
    pub amount: Money,
}

/// Postings that sum to zero in each currency; at least two, none of them zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Posting>", into = "Vec<Posting>")]
pub struct JournalEntry {
    postings: Vec<Posting>,
}

/// Postings that are no entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Unbalanced {
    /// The sum in a currency is not zero.
    #[error("the postings in {currency} are off by {minor} minor units")]
    Off {
        /// The currency.
        currency: Currency,
        /// The sum that should be zero.
        minor: i128,
    },
    /// Nothing is posted.
    #[error("an entry needs postings")]
    Empty,
    /// An amount could not be computed.
    #[error(transparent)]
    Money(#[from] MoneyError),
}

impl JournalEntry {
    /// Checks that `postings` balance. Postings of zero say nothing and are left out.
    pub fn new(postings: Vec<Posting>) -> Result<Self, Unbalanced> {
        let postings: Vec<Posting> = postings
            .into_iter()
            .filter(|posting| !posting.amount.is_zero())
            .collect();
        if postings.is_empty() {
            return Err(Unbalanced::Empty);
        }
        let mut sums: BTreeMap<Currency, i128> = BTreeMap::new();
        for Posting { amount, .. } in &postings {
            *sums.entry(amount.currency).or_default() += i128::from(amount.minor);
        }
        match sums.into_iter().find(|(_, minor)| *minor != 0) {
            Some((currency, minor)) => Err(Unbalanced::Off { currency, minor }),
            None => Ok(Self { postings }),
        }
    }

    /// The postings, as they are written.
    pub fn postings(&self) -> &[Posting] {
        &self.postings
    }

    /// The entry that undoes this one. Entries are never changed; mistakes and refunds are reversed.
    pub fn reversed(&self) -> Result<Self, MoneyError> {
        let negate = |posting: &Posting| {
            Ok(Posting {
                account: posting.account,
                amount: posting.amount.checked_neg()?,
            })
        };
        let postings = self
            .postings
            .iter()
            .map(negate)
            .collect::<Result<Vec<_>, MoneyError>>()?;
        Ok(Self { postings })
    }
}

impl TryFrom<Vec<Posting>> for JournalEntry {
    type Error = Unbalanced;

    fn try_from(postings: Vec<Posting>) -> Result<Self, Unbalanced> {
        Self::new(postings)
    }
}

impl From<JournalEntry> for Vec<Posting> {
    fn from(entry: JournalEntry) -> Self {
        entry.postings
    }
}

/// One merchant's order within a payment. All amounts are positive or zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderShare {
    /// The merchant.
    pub merchant: MerchantId,
    /// The order's total: what the buyer pays for it, by card and gift card together.
    pub total: Money,
    /// The discounts in that order which the marketplace pays for, and so owes the merchant on top.
    pub platform_discount: Money,
    /// The commission, net.
    pub commission: Money,
    /// The VAT on the commission.
    pub commission_vat: Money,
    /// The VAT on the sale, where the marketplace and not the merchant owes it (deemed supplier); zero elsewhere.
    pub withheld_vat: Money,
}

/// A captured payment and the orders it pays for. `captured + gift_cards` is the sum of the orders' totals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderSplit {
    /// Taken by the provider, before its fee.
    pub captured: Money,
    /// Paid by gift card.
    pub gift_cards: Money,
    /// What the provider keeps; zero where it bills later.
    pub provider_fee: Money,
    /// By merchant.
    pub orders: Vec<OrderShare>,
}

/// The entry for a capture: what came in is owed to the merchants, less commission, VAT and provider's fee.
///
/// # Errors
/// [`Unbalanced`] when the payment is not the sum of the orders.
pub fn for_capture(split: &OrderSplit) -> Result<JournalEntry, Unbalanced> {
    let debit = |account, amount| Posting { account, amount };
    let received = split.captured.checked_sub(split.provider_fee)?;
    let mut postings = vec![
        debit(Account::BuyerClearing, received),
        debit(Account::ProviderFee, split.provider_fee),
        debit(Account::GiftCardLiability, split.gift_cards),
    ];
    for order in &split.orders {
        let vat = order.commission_vat.checked_add(order.withheld_vat)?;
        let earned = order
            .total
            .checked_add(order.platform_discount)?
            .checked_sub(order.commission)?
            .checked_sub(vat)?;
        let payable = Account::SellerPayable {
            merchant: order.merchant,
        };
        postings.extend([
            debit(Account::PromotionCost, order.platform_discount),
            debit(payable, earned.checked_neg()?),
            debit(Account::CommissionRevenue, order.commission.checked_neg()?),
            debit(Account::Vat, vat.checked_neg()?),
        ]);
    }
    JournalEntry::new(postings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::Eur)
    }

    fn share(merchant: u128, amounts: [i64; 5]) -> OrderShare {
        let [
            total,
            platform_discount,
            commission,
            commission_vat,
            withheld_vat,
        ] = amounts.map(eur);
        let merchant = MerchantId::from_uuid(Uuid::from_u128(merchant));
        OrderShare {
            merchant,
            total,
            platform_discount,
            commission,
            commission_vat,
            withheld_vat,
        }
    }

    #[test]
    fn a_capture_by_hand() {
        let split = OrderSplit {
            captured: eur(9_000),
            gift_cards: eur(1_000),
            provider_fee: eur(155),
            orders: vec![
                share(1, [6_000, 500, 650, 124, 0]),
                share(2, [4_000, 0, 400, 76, 639]),
            ],
        };
        let entry = for_capture(&split).unwrap();
        let balance = |account: Account| -> i64 {
            entry
                .postings()
                .iter()
                .filter(|p| p.account == account)
                .map(|p| p.amount.minor)
                .sum()
        };
        let payable = |order: &OrderShare| {
            balance(Account::SellerPayable {
                merchant: order.merchant,
            })
        };
        assert_eq!(balance(Account::BuyerClearing), 8_845);
        assert_eq!(balance(Account::ProviderFee), 155);
        assert_eq!(balance(Account::GiftCardLiability), 1_000);
        assert_eq!(balance(Account::PromotionCost), 500);
        assert_eq!(balance(Account::CommissionRevenue), -1_050);
        assert_eq!(balance(Account::Vat), -839);
        assert_eq!(payable(&split.orders[0]), -5_726);
        assert_eq!(payable(&split.orders[1]), -2_885);
        let back = entry.reversed().unwrap();
        assert_eq!(back.reversed().unwrap(), entry);
        assert!(JournalEntry::new(back.postings().to_vec()).is_ok());
    }

    #[test]
    fn a_cent_off_is_refused() {
        let split = OrderSplit {
            captured: eur(999),
            gift_cards: eur(0),
            provider_fee: eur(0),
            orders: vec![share(1, [1_000, 0, 0, 0, 0])],
        };
        let off = Unbalanced::Off {
            currency: Currency::Eur,
            minor: -1,
        };
        assert_eq!(for_capture(&split), Err(off));
    }

    #[test]
    fn each_currency_balances_by_itself() {
        let post = |minor, currency| Posting {
            account: Account::Reserve,
            amount: Money::new(minor, currency),
        };
        let mixed = vec![post(5, Currency::Eur), post(-5, Currency::Usd)];
        assert!(matches!(
            JournalEntry::new(mixed),
            Err(Unbalanced::Off { .. })
        ));
        assert_eq!(
            JournalEntry::new(vec![post(0, Currency::Eur)]),
            Err(Unbalanced::Empty)
        );
        let huge = vec![post(i64::MAX, Currency::Eur), post(i64::MAX, Currency::Eur)];
        assert!(matches!(
            JournalEntry::new(huge),
            Err(Unbalanced::Off { .. })
        ));
    }

    #[test]
    fn the_wire_and_the_columns_are_checked() {
        let entry = JournalEntry::new(vec![
            Posting {
                account: Account::BuyerClearing,
                amount: eur(7),
            },
            Posting {
                account: Account::SellerPayable {
                    merchant: Uuid::from_u128(1).into(),
                },
                amount: eur(-7),
            },
        ])
        .unwrap();
        let json = serde_json::to_string(&entry).unwrap();
        assert_eq!(serde_json::from_str::<JournalEntry>(&json).unwrap(), entry);
        assert!(serde_json::from_str::<JournalEntry>(&json.replace("-7", "-8")).is_err());
        for Posting { account, .. } in entry.postings() {
            assert_eq!(
                Account::from_columns(account.code(), account.merchant()),
                Some(*account)
            );
        }
        assert_eq!(Account::from_columns("seller_payable", None), None);
    }

    proptest! {
        #[test]
        fn captures_balance(orders in prop::collection::vec([1..1_000_000_i64, 0..1_000, 0..1_000, 0..200, 0..200], 1..6), gift in 0..100_i64, fee in 0..100_i64) {
            let orders: Vec<_> = orders.into_iter().enumerate().map(|(id, amounts)| share(id as u128, amounts)).collect();
            let total: i64 = orders.iter().map(|order| order.total.minor).sum();
            let split = OrderSplit { captured: eur(total - gift), gift_cards: eur(gift), provider_fee: eur(fee), orders };
            let entry = for_capture(&split).unwrap();
            prop_assert_eq!(entry.postings().iter().map(|p| p.amount.minor).sum::<i64>(), 0);
        }
    }
}
