//! Merchants as the marketplace shows them.

use super::Merchant;
use super::makers::{MAKERS, Maker};
use super::random::seed_of;

/// Every merchant, in the order in which they joined the demo.
pub(super) fn merchants() -> Vec<Merchant> {
    MAKERS.iter().map(merchant).collect()
}

fn merchant(maker: &Maker) -> Merchant {
    Merchant {
        slug: maker.slug,
        name: maker.name,
        tagline: maker.tagline,
        story_html: maker
            .story
            .iter()
            .map(|text| format!("<p>{text}</p>"))
            .collect(),
        city: maker.city,
        country: maker.country,
        founded: maker.founded,
        seed: seed_of(maker.slug),
        ships_from_days: maker.ships,
        email: format!("hello@{}.example", maker.slug),
    }
}
