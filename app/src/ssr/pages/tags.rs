//! What pages show, by name, and when it last changed.

use std::{
    collections::HashMap,
    fmt,
    str::FromStr,
    sync::{PoisonError, RwLock},
    time::{Duration, Instant},
};

use uuid::Uuid;

/// Something that pages show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tag {
    /// What every page shows: the menu, merchants' names.
    Everything,
    /// Which products there are, and in which order.
    Listings,
    /// One product: its page, its card.
    Product(Uuid),
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Everything => f.write_str("everything"),
            Self::Listings => f.write_str("listings"),
            Self::Product(id) => write!(f, "product:{id}"),
        }
    }
}

impl FromStr for Tag {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "everything" => Ok(Self::Everything),
            "listings" => Ok(Self::Listings),
            other => {
                let id = other.strip_prefix("product:").ok_or(())?;
                Ok(Self::Product(id.parse().map_err(|_| ())?))
            }
        }
    }
}

/// Beyond this many, what is too old to matter is forgotten.
const MANY: usize = 10_000;

/// When this process last heard of a change.
pub struct Touched {
    times: RwLock<HashMap<Tag, Instant>>,
    lag: Duration,
    kept: Duration,
}

impl Touched {
    /// `lag`: pages may show the state of so long ago; `kept`: no page is older.
    pub fn new(lag: Duration, kept: Duration) -> Self {
        Self {
            times: RwLock::default(),
            lag,
            kept,
        }
    }

    /// These have changed by now.
    pub fn now(&self, tags: &[Tag]) {
        // A time is written whole or not at all, so a panic elsewhere left nothing half done.
        let mut times = self.times.write().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        if times.len() > MANY {
            let oldest = self.kept + self.lag;
            times.retain(|_, at| now.duration_since(*at) < oldest);
        }
        times.extend(tags.iter().map(|tag| (*tag, now)));
    }

    /// Whether one of these, or everything, has changed since. What is read while the replica may still be behind counts as
    /// read before.
    pub fn any_since(&self, tags: &[Tag], since: Instant) -> bool {
        let times = self.times.read().unwrap_or_else(PoisonError::into_inner);
        let after = |tag| times.get(tag).is_some_and(|at| since <= *at + self.lag);
        after(&Tag::Everything) || tags.iter().any(after)
    }
}
