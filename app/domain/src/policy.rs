//! Who may do what, as one table.
//!
//! The table answers by kind of actor. *Whose* rows they are is answered elsewhere: a shopper's permissions hold for their
//! own things, a merchant's staff's for their own merchant ([`Actor::merchant`]). `app` builds its scopes from both.

use crate::ids::{MerchantId, UserId};
use serde::{Deserialize, Serialize};

/// Who is asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Actor {
    /// A visitor who is not signed in.
    Guest,
    /// A signed-in buyer.
    Shopper(UserId),
    /// Somebody who works for a merchant.
    MerchantStaff {
        /// The person.
        user: UserId,
        /// Whom they act for.
        merchant: MerchantId,
        /// What they may do there.
        role: MerchantRole,
    },
    /// Somebody who runs the marketplace.
    Operator(UserId),
    /// A job or a provider's webhook.
    System,
}

text_enum! {
    /// The part a person has at a merchant.
    pub enum MerchantRole {
        /// Everything, with staff and payouts.
        Owner = "owner",
        /// The catalogue and the orders.
        Manager = "manager",
        /// Packs and ships.
        Fulfilment = "fulfilment",
        /// Looks, and changes nothing.
        Viewer = "viewer",
    }
}

text_enum! {
    /// Something that can be allowed.
    pub enum Permission {
        BrowseCatalog = "catalog.browse",
        UseCart = "cart.use",
        PlaceOrder = "order.place",
        ViewOwnOrders = "order.view_own",
        CancelOwnOrder = "order.cancel_own",
        ManageOwnAccount = "account.manage_own",
        ReviewProducts = "review.write",
        ApplyAsMerchant = "merchant.apply",
        ViewMerchantOrders = "merchant.orders.view",
        FulfilOrders = "merchant.orders.fulfil",
        CancelMerchantOrders = "merchant.orders.cancel",
        RefundOrders = "merchant.orders.refund",
        ViewMerchantCatalog = "merchant.catalog.view",
        ManageProducts = "merchant.products.manage",
        ManageStock = "merchant.stock.manage",
        ManageShipping = "merchant.shipping.manage",
        ViewPayouts = "merchant.payouts.view",
        ManageMerchantProfile = "merchant.profile.manage",
        ManageMerchantStaff = "merchant.staff.manage",
        ViewAllOrders = "operator.orders.view",
        ModerateCatalog = "operator.catalog.moderate",
        ManageCategories = "operator.categories.manage",
        ManageMerchants = "operator.merchants.manage",
        ManageUsers = "operator.users.manage",
        ManageTaxes = "operator.taxes.manage",
        ManageCommission = "operator.commission.manage",
        ViewLedger = "operator.ledger.view",
        ManageJobs = "operator.jobs.manage",
        SettlePayments = "system.payments.settle",
        ReleaseHolds = "system.holds.release",
        PostLedger = "system.ledger.post",
    }
}

impl Actor {
    /// The person, where there is one.
    pub const fn user(self) -> Option<UserId> {
        match self {
            Self::Guest | Self::System => None,
            Self::Shopper(user) | Self::Operator(user) | Self::MerchantStaff { user, .. } => {
                Some(user)
            }
        }
    }

    /// The merchant acted for.
    pub const fn merchant(self) -> Option<MerchantId> {
        match self {
            Self::MerchantStaff { merchant, .. } => Some(merchant),
            Self::Guest | Self::Shopper(_) | Self::Operator(_) | Self::System => None,
        }
    }

    const fn kind(self) -> Kind {
        match self {
            Self::Guest => Kind::Guest,
            Self::Shopper(_) => Kind::Shopper,
            Self::MerchantStaff { role, .. } => Kind::Staff(role),
            Self::Operator(_) => Kind::Operator,
            Self::System => Kind::System,
        }
    }
}

/// An actor without the ids.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Guest,
    Shopper,
    Staff(MerchantRole),
    Operator,
    System,
}

const VIEWER: Kind = Kind::Staff(MerchantRole::Viewer);
const PACKER: Kind = Kind::Staff(MerchantRole::Fulfilment);
const MANAGER: Kind = Kind::Staff(MerchantRole::Manager);
const OWNER: Kind = Kind::Staff(MerchantRole::Owner);

const ANYBODY: &[Kind] = &[
    Kind::Guest,
    Kind::Shopper,
    VIEWER,
    PACKER,
    MANAGER,
    OWNER,
    Kind::Operator,
];
const SIGNED_IN: &[Kind] = &[
    Kind::Shopper,
    VIEWER,
    PACKER,
    MANAGER,
    OWNER,
    Kind::Operator,
];
const STAFF: &[Kind] = &[VIEWER, PACKER, MANAGER, OWNER];
const PACKERS: &[Kind] = &[PACKER, MANAGER, OWNER];
const MANAGERS: &[Kind] = &[MANAGER, OWNER];
const OWNERS: &[Kind] = &[OWNER];
const OPERATORS: &[Kind] = &[Kind::Operator];
const MACHINES: &[Kind] = &[Kind::System];

const fn allowed(permission: Permission) -> &'static [Kind] {
    match permission {
        Permission::BrowseCatalog | Permission::UseCart | Permission::PlaceOrder => ANYBODY,
        Permission::ViewOwnOrders
        | Permission::CancelOwnOrder
        | Permission::ManageOwnAccount
        | Permission::ReviewProducts
        | Permission::ApplyAsMerchant => SIGNED_IN,
        Permission::ViewMerchantOrders | Permission::ViewMerchantCatalog => STAFF,
        Permission::FulfilOrders | Permission::ManageStock => PACKERS,
        Permission::CancelMerchantOrders
        | Permission::RefundOrders
        | Permission::ManageProducts
        | Permission::ManageShipping => MANAGERS,
        Permission::ViewPayouts
        | Permission::ManageMerchantProfile
        | Permission::ManageMerchantStaff => OWNERS,
        Permission::ViewAllOrders
        | Permission::ModerateCatalog
        | Permission::ManageCategories
        | Permission::ManageMerchants
        | Permission::ManageUsers
        | Permission::ManageTaxes
        | Permission::ManageCommission
        | Permission::ViewLedger
        | Permission::ManageJobs => OPERATORS,
        Permission::SettlePayments | Permission::ReleaseHolds | Permission::PostLedger => MACHINES,
    }
}

/// Whether the table allows `permission` to an actor of this kind.
pub fn allows(actor: Actor, permission: Permission) -> bool {
    allowed(permission).contains(&actor.kind())
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    /// Written out a second time, actor by actor, so that a slip in the table shows.
    /// Columns: Guest, Shopper, Viewer, Fulfilment, Manager, Owner (merchant), oPerator, sYstem.
    const EXPECTED: &str = "
        catalog.browse             GSVFMOP-
        cart.use                   GSVFMOP-
        order.place                GSVFMOP-
        order.view_own             -SVFMOP-
        order.cancel_own           -SVFMOP-
        account.manage_own         -SVFMOP-
        review.write               -SVFMOP-
        merchant.apply             -SVFMOP-
        merchant.orders.view       --VFMO--
        merchant.orders.fulfil     ---FMO--
        merchant.orders.cancel     ----MO--
        merchant.orders.refund     ----MO--
        merchant.catalog.view      --VFMO--
        merchant.products.manage   ----MO--
        merchant.stock.manage      ---FMO--
        merchant.shipping.manage   ----MO--
        merchant.payouts.view      -----O--
        merchant.profile.manage    -----O--
        merchant.staff.manage      -----O--
        operator.orders.view       ------P-
        operator.catalog.moderate  ------P-
        operator.categories.manage ------P-
        operator.merchants.manage  ------P-
        operator.users.manage      ------P-
        operator.taxes.manage      ------P-
        operator.commission.manage ------P-
        operator.ledger.view       ------P-
        operator.jobs.manage       ------P-
        system.payments.settle     -------Y
        system.holds.release       -------Y
        system.ledger.post         -------Y";

    fn actors() -> Vec<(char, Actor)> {
        let user = UserId::from_uuid(Uuid::from_u128(1));
        let merchant = MerchantId::from_uuid(Uuid::from_u128(2));
        let staff = |role| Actor::MerchantStaff {
            user,
            merchant,
            role,
        };
        vec![
            ('G', Actor::Guest),
            ('S', Actor::Shopper(user)),
            ('V', staff(MerchantRole::Viewer)),
            ('F', staff(MerchantRole::Fulfilment)),
            ('M', staff(MerchantRole::Manager)),
            ('O', staff(MerchantRole::Owner)),
            ('P', Actor::Operator(user)),
            ('Y', Actor::System),
        ]
    }

    #[test]
    fn every_pair() {
        let expected: Vec<(&str, &str)> = EXPECTED
            .lines()
            .filter_map(|line| line.trim().split_once(' '))
            .map(|(name, row)| (name, row.trim()))
            .collect();
        let actual: Vec<(&str, String)> = Permission::ALL
            .iter()
            .map(|permission| {
                let mark = |(letter, actor)| {
                    if allows(actor, *permission) {
                        letter
                    } else {
                        '-'
                    }
                };
                (
                    permission.as_str(),
                    actors().into_iter().map(mark).collect(),
                )
            })
            .collect();
        let actual: Vec<(&str, &str)> = actual
            .iter()
            .map(|(name, row)| (*name, row.as_str()))
            .collect();
        assert_eq!(actual, expected);
    }

    #[test]
    fn only_staff_act_for_a_merchant() {
        for (letter, actor) in actors() {
            assert_eq!(actor.merchant().is_some(), "VFMO".contains(letter));
            assert_eq!(actor.user().is_none(), "GY".contains(letter));
        }
    }
}
