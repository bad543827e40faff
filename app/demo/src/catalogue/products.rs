//! Turns the makers' rows into products.

use super::kinds::{Kind, kinds};
use super::makers::{Item, MAKERS, Maker};
use super::prose::description::{self, Facts};
use super::random::{Random, seed_of};
use super::{
    Product,
    questions::{self, questions},
    reviews::reviews,
    variants,
};
use crate::pictures::Archetype;
use std::collections::HashMap;

/// Where the kind's own attribute follows from what the thing is called; else it is drawn.
pub(super) const SPECS: &[(&str, &str)] = &[
    ("Herbal", "No caffeine"),
    ("Lapsang", "Medium caffeine"),
    ("Darjeeling", "High caffeine"),
    ("Assam", "High caffeine"),
    ("Roasted Hojicha", "Low caffeine"),
    ("Acacia", "Liquid"),
    ("Heather", "Creamy"),
    ("Sunflower Honey", "Firm"),
    ("Chestnut", "Liquid"),
    ("Copper", "Gas and electric"),
    ("Solo Ridge", "1 person"),
    ("Fast Trek", "2 persons"),
    ("Family Base", "4 persons"),
    ("Hoops", "Hoops"),
    ("Studs", "Studs"),
    ("Drop", "Hooks"),
    ("Hooks", "Hooks"),
    ("Cable Cap", "Cable"),
    ("Listening Chair", "Open"),
    ("Commuter Headphones", "Closed, noise cancelling"),
    ("Late Night", "Closed"),
    ("Studio Nine", "Open"),
    ("Picnic", "Battery, 20 hours"),
    ("Bookshelf Pair", "Mains powered"),
    ("Record Room", "Mains powered"),
    ("Corner Bass", "Mains powered"),
    ("Bookkeeper", "Full size"),
    ("Compact Travel", "Compact, 60 %"),
    ("Instant Party", "Instant"),
    ("Folding Landscape", "120 roll film"),
    ("Twin Lens", "120 roll film"),
    ("Street Camera 35", "35 mm"),
    ("First Watch", "Quartz"),
    ("Crepe Sole", "Natural rubber"),
    ("Cork Sole", "Stitchdown"),
    ("Soft Oil", "Mild"),
    ("First Day Oil", "Peppery"),
    ("Matraia", "Peppery"),
    ("Star Chart", "500 pieces"),
    ("Stacking Tree", "12 pieces"),
    ("Brown Butter Milk", "45 % cocoa"),
    ("Everyday Rib", "Crew"),
    ("First Snow", "Resin"),
    ("Orange Peel", "Citrus"),
    ("Tomato Leaf", "Herbal"),
    ("Harbour Tar", "Resin"),
    ("Spruce Cabin", "Resin"),
    ("San Dalmazzo", "Resin"),
    ("Pharmacy Drawer", "Herbal"),
    ("Dairy Window", "Honey"),
    ("Advent Pillar", "Unscented"),
    ("Pocket Bear", "18 cm"),
    ("Counter Stool", "65 cm"),
    ("Milking Stool", "44 cm"),
    ("Baby's First", "1 year and up"),
    ("Night Ferry", "Medium dark"),
    ("Competition Lot", "Light"),
    ("House Socks", "Ankle"),
    ("Boot Socks", "Knee"),
    ("Cradle", "Light"),
    ("Winter Bed", "Heavy"),
    ("Espresso Cup", "80 ml"),
    ("Fog Horn", "500 ml"),
    ("Two Cup Teapot", "500 ml"),
    ("Slim", "Slim"),
    ("Boxy", "Relaxed"),
    ("Wide Leg", "Relaxed"),
    ("Cocoon", "Relaxed"),
];

/// Kinds whose attribute may be read off the title or the material by [`SPECS`].
fn spec(kind: &Kind, title: &str, material: &str, random: &mut Random) -> &'static str {
    let drawn = *random.pick(kind.spec.values);
    SPECS
        .iter()
        .filter(|(word, _)| title.contains(word) || material == *word)
        .map(|&(_, value)| value)
        .find(|value| kind.spec.values.contains(value) || beyond(kind, value))
        .unwrap_or(drawn)
}

/// Values that one product has and no other of its kind.
fn beyond(kind: &Kind, value: &str) -> bool {
    matches!(
        (kind.archetype, value),
        (Archetype::Puzzle, "12 pieces")
            | (Archetype::Mug, "80 ml" | "500 ml")
            | (Archetype::Camera, "Instant")
            | (Archetype::ChocolateBar, "45 % cocoa")
            | (Archetype::Candle, "Honey" | "Unscented")
    )
}

/// Every product of every merchant, merchant by merchant.
pub(super) fn products() -> Vec<Product> {
    let kinds: HashMap<Archetype, &Kind> = kinds().map(|kind| (kind.archetype, kind)).collect();
    let mut turns: HashMap<Archetype, usize> = HashMap::new();
    let mut products = Vec::new();
    for (merchant, maker) in MAKERS.iter().enumerate() {
        let rows = maker
            .ranges
            .iter()
            .flat_map(|range| range.items.iter().map(|item| (range.kind, item)));
        for (row, (kind, item)) in rows.enumerate() {
            let kind = kinds[&kind];
            let turn = turns.entry(kind.archetype).or_default();
            let place = Place {
                merchant,
                number: row + 1,
                turn: *turn,
            };
            products.push(product(maker, kind, item, &place));
            *turn += 1;
        }
    }
    products
}

/// Where a product stands in the order of things.
struct Place {
    merchant: usize,
    /// Within the merchant, from 1.
    number: usize,
    /// Within the kind, from 0.
    turn: usize,
}

fn product(
    maker: &Maker,
    kind: &Kind,
    &(title, material, euros, lead): &Item,
    place: &Place,
) -> Product {
    let handle = handle(title);
    let slug = format!("{}-{handle}", maker.slug);
    let seed = seed_of(&slug);
    let mut random = Random::new(seed);
    let spec = spec(kind, title, material, &mut random);
    let style = *random.pick(maker.styles);
    let offer = variants::Offer {
        maker,
        merchant: place.merchant,
        number: place.number,
        kind,
        euros,
    };
    let choices = variants::choices(maker, kind, title, &mut random);
    let facts = Facts {
        maker,
        kind,
        material,
        spec,
        lead,
        turn: place.turn,
    };
    let published_days_ago = random.between(3, 720) as u16;
    let tags = tags(maker, kind, material, style);
    let description_html = description::html(&facts, &mut random);
    let views = random.between(2, 4) as u8;
    let variants = variants::variants(&offer, &choices, &mut random);
    let goods = questions::Goods {
        maker,
        kind,
        slug: &slug,
        material,
        spec,
        variants: &variants,
        published_days_ago,
    };
    Product {
        questions: questions(&goods),
        handle,
        title,
        subtitle: format!("{material}, {}", lower_first(spec)),
        description_html,
        merchant: maker.slug,
        category: kind.leaf,
        archetype: kind.archetype,
        seed,
        views,
        tags,
        attributes: attributes(maker, kind, material, spec, style),
        variants,
        options: choices.into_iter().map(|choice| choice.option).collect(),
        reviews: reviews(maker, kind, published_days_ago, &mut random),
        published_days_ago,
        slug,
    }
}

fn attributes(
    maker: &Maker,
    kind: &Kind,
    material: &str,
    spec: &str,
    style: &str,
) -> Vec<(&'static str, String)> {
    let (care, _) = kind.care.of(material);
    let mut attributes = vec![
        (kind.made_of.0, material.to_owned()),
        (kind.spec.key, spec.to_owned()),
        ("care", care.to_owned()),
        ("origin", maker.country_name.to_owned()),
    ];
    if kind.family.has_style() {
        attributes.push(("style", style.to_owned()));
    }
    attributes
}

fn tags(maker: &Maker, kind: &Kind, material: &str, style: &str) -> Vec<String> {
    let mut tags: Vec<String> = kind.tags.iter().map(|&tag| tag.to_owned()).collect();
    let style = kind.family.has_style().then_some(style);
    for tag in [material, maker.country_name].into_iter().chain(style) {
        let tag = tag.to_lowercase();
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

/// "Regular" as it reads after a comma; values such as "1.1 l" or "ISO" stay as they are.
fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(text.chars().skip(1)).collect()
        }
        _ => text.to_owned(),
    }
}

/// A title as part of an address: ASCII lower case, words joined by single hyphens.
pub(super) fn handle(title: &str) -> String {
    let folded: String = title
        .chars()
        .flat_map(char::to_lowercase)
        .map(fold)
        .collect();
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '\'');
    let words: Vec<String> = words
        .map(|word| word.replace('\'', ""))
        .filter(|word| !word.is_empty())
        .collect();
    words.join("-")
}

/// The accented letters of our titles without their accents.
fn fold(letter: char) -> char {
    match letter {
        'á' | 'à' | 'ã' | 'å' | 'ä' => 'a',
        'é' | 'è' | 'ě' => 'e',
        'í' => 'i',
        'ó' | 'ö' | 'ø' => 'o',
        'ú' | 'ü' => 'u',
        'ç' => 'c',
        'ř' => 'r',
        'ý' => 'y',
        other => other,
    }
}
