//! Parts of pages by what they show: a part that shows the same again is not rendered again.
//!
//! The HTML of a view is a function of its data, the language and the market, so nothing needs to be told of changes.

use std::{
    hash::{BuildHasher, Hash, RandomState},
    sync::Arc,
    time::Duration,
};

use leptos::{prelude::*, tachys::html::InertElement};
use moka::sync::Cache;
use words::locale;

use crate::markets::currency;

/// Bytes of HTML.
const MOST: u64 = 16 << 20;
/// A bound for what a view takes from elsewhere after all.
const TTL: Duration = Duration::from_secs(60);

/// The rendered parts; cheap to clone.
#[derive(Clone)]
pub struct Fragments(Option<Inner>);

#[derive(Clone)]
struct Inner {
    kept: Cache<u128, Arc<str>>,
    /// Together 128 bits that nobody outside can foresee: two contents do not meet.
    hashers: [RandomState; 2],
}

impl Fragments {
    /// Renders everything anew where `kept` is false.
    pub fn new(kept: bool) -> Self {
        let weigh = |_: &u128, html: &Arc<str>| u32::try_from(html.len()).unwrap_or(u32::MAX);
        Self(kept.then(|| {
            Inner {
                kept: Cache::builder()
                    .weigher(weigh)
                    .max_capacity(MOST)
                    .time_to_live(TTL)
                    .build(),
                hashers: [RandomState::new(), RandomState::new()],
            }
        }))
    }
}

/// The part `name` of a page, which shows `content` and nothing else. `render` is asked when it was not shown before.
pub fn fragment<V: IntoView>(
    name: &'static str,
    content: &impl Hash,
    render: impl FnOnce() -> V,
) -> InertElement {
    let html = || render().into_view().to_html();
    let Some(Fragments(Some(Inner { kept, hashers }))) = use_context() else {
        return InertElement::new(html());
    };
    let whole = (name, locale(), currency(), content);
    let [high, low] = hashers.each_ref().map(|hasher| hasher.hash_one(whole));
    let key = u128::from(high) << 64 | u128::from(low);
    let found = kept.get(&key).unwrap_or_else(|| {
        let html: Arc<str> = html().into();
        kept.insert(key, html.clone());
        html
    });
    InertElement::new(found.to_string())
}
