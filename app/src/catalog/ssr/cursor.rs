//! The opaque cursor of a listing: the sort key and id of the last item of a page, as base64url.
//!
//! Invariant: a cursor only continues the order it was made in. One of another order, or one that was edited, is none.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use time::OffsetDateTime;
use uuid::Uuid;

/// Which order a cursor belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Order {
    Newest = 1,
    PriceAscending = 2,
    PriceDescending = 3,
    Relevance = 4,
    Name = 5,
}

/// Where a page begins: after the item with this key and id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// Minor units, microseconds since 1970, or the bits of a rank, by the order.
    pub key: i64,
    pub id: Uuid,
}

impl Cursor {
    /// The text for `?after=`.
    pub fn encode(self, order: Order) -> String {
        let mut bytes = vec![order as u8];
        bytes.extend(self.key.to_be_bytes());
        bytes.extend(self.id.as_bytes());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// The cursor in `text`, if it is one of `order`.
    pub fn decode(text: &str, order: Order) -> Option<Self> {
        let bytes: [u8; 25] = URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()?;
        let (tag, rest) = bytes.split_first()?;
        let (key, id) = rest.split_at(8);
        (*tag == order as u8).then_some(Self {
            key: i64::from_be_bytes(key.try_into().ok()?),
            id: Uuid::from_slice(id).ok()?,
        })
    }

    /// After something of the moment `at`, which Postgres keeps to the microsecond.
    pub fn of_time(at: OffsetDateTime, id: Uuid) -> Self {
        let micros = at.unix_timestamp_nanos() / 1_000;
        Self {
            key: i64::try_from(micros).unwrap_or(i64::MAX),
            id,
        }
    }

    /// The moment of a cursor made by [`Cursor::of_time`].
    pub fn time(self) -> Option<OffsetDateTime> {
        OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.key) * 1_000).ok()
    }
}
