//! Identifiers: one type per table, so that an order's id can never be passed where a product's is meant.
//!
//! They are made elsewhere (the server passes UUIDv7, which needs a clock and random numbers) and only wrapped here.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use thiserror::Error;
use uuid::Uuid;

/// A text that is not a UUID where an id was expected.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("not a valid {kind}")]
pub struct InvalidId {
    /// The id's type name.
    pub kind: &'static str,
}

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps a UUID made by the caller.
            pub const fn from_uuid(id: Uuid) -> Self {
                Self(id)
            }

            /// The UUID, as it is bound in queries.
            pub const fn as_uuid(self) -> Uuid {
                self.0
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, InvalidId> {
                Uuid::from_str(text).map(Self).map_err(|_| InvalidId { kind: stringify!($name) })
            }
        }
    )+};
}

ids! {
    /// A product: what a shopper looks at.
    ProductId,
    /// A variant of a product: what a shopper buys.
    VariantId,
    /// A merchant selling on the marketplace.
    MerchantId,
    /// A node of the category tree.
    CategoryId,
    /// A picture or file of the catalogue.
    MediaId,
    /// A cart, of a guest or of a user.
    CartId,
    /// A line of a cart.
    CartLineId,
    /// One passage through the checkout.
    CheckoutId,
    /// Everything a buyer placed at once; has one order per merchant.
    OrderGroupId,
    /// One merchant's order.
    OrderId,
    /// A line of a merchant's order.
    OrderLineId,
    /// A place where stock lies.
    LocationId,
    /// A timed reservation of stock.
    HoldId,
    /// One attempt to pay; also the idempotency key given to the provider.
    PaymentId,
    /// One refund of a payment.
    RefundId,
    /// A question about a product.
    QuestionId,
    /// A person with an account.
    UserId,
    /// A background job.
    JobId,
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "0190a6f0-0000-7000-8000-000000000001";

    #[test]
    fn text_and_json_round_trip() {
        let id: OrderId = TEXT.parse().unwrap();
        assert_eq!(id.to_string(), TEXT);
        assert_eq!(serde_json::to_string(&id).unwrap(), format!("\"{TEXT}\""));
        assert_eq!(
            serde_json::from_str::<OrderId>(&format!("\"{TEXT}\"")).unwrap(),
            id
        );
        assert_eq!(OrderId::from_uuid(id.as_uuid()), id);
    }

    #[test]
    fn nonsense_is_refused_by_name() {
        let error = "123".parse::<CartId>().unwrap_err();
        assert_eq!(error.to_string(), "not a valid CartId");
    }
}
