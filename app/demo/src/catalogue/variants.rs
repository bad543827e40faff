//! Options of a product, and one variant for every combination of their values.

use super::kinds::{Axis, Kind};
use super::makers::Maker;
use super::random::Random;
use super::{OptionValue, ProductOption, Variant};

/// Titles that come in one size although their kind comes in several.
const ONE_SIZE: &[&str] = &[
    "Butter Pan",
    "Cradle Blanket",
    "Ferryman's Rug",
    "Sugar Boiler",
    "Milk Pan",
    "Advent Pillar Candle",
    "Baby's First Blocks",
    "Balance Stones",
    "Rainbow Stacker",
];

/// An option with the price of each value in percent.
pub(super) struct Choice {
    pub option: ProductOption,
    percents: Vec<i64>,
}

/// What the shopper may choose for a product called `title`; none, one or two options.
pub(super) fn choices(maker: &Maker, kind: &Kind, title: &str, random: &mut Random) -> Vec<Choice> {
    let mut choices = Vec::new();
    for axis in kind.axes {
        match *axis {
            Axis::Colour(least, most) => {
                let count = random.between(least, most) as usize;
                if count > 1 {
                    choices.push(colours(&random.shuffled(maker.palette)[..count]));
                }
            }
            Axis::Values(..) if ONE_SIZE.contains(&title) => {}
            Axis::Values(name, values) => choices.push(Choice {
                option: ProductOption {
                    name,
                    values: values.iter().map(|&(value, _)| plain(value)).collect(),
                },
                percents: values
                    .iter()
                    .map(|&(_, percent)| i64::from(percent))
                    .collect(),
            }),
        }
    }
    choices
}

fn colours(names: &[&'static str]) -> Choice {
    Choice {
        option: ProductOption {
            name: "Colour",
            values: names
                .iter()
                .map(|&name| OptionValue {
                    value: name,
                    colourway: Some(name),
                })
                .collect(),
        },
        percents: vec![100; names.len()],
    }
}

fn plain(value: &'static str) -> OptionValue {
    OptionValue {
        value,
        colourway: None,
    }
}

/// What all variants of a product share.
pub(super) struct Offer<'a> {
    pub maker: &'a Maker,
    /// Position of the merchant in the marketplace, part of the barcode.
    pub merchant: usize,
    /// Number of the product within its merchant, from 1.
    pub number: usize,
    pub kind: &'a Kind,
    pub euros: i64,
}

/// One variant for each combination of the choices, in their order; one for a product without options.
pub(super) fn variants(offer: &Offer, choices: &[Choice], random: &mut Random) -> Vec<Variant> {
    let sale = random
        .chance(14)
        .then(|| i64::from(random.between(115, 140)));
    let grams = offer.kind.grams * random.between(88, 114) / 100;
    combinations(choices)
        .into_iter()
        .enumerate()
        .map(|(index, (option_values, percent))| {
            let euros = (offer.euros * percent + 50) / 100;
            let before = sale.map(|more| (euros * more / 100).max(euros + 1));
            Variant {
                sku: format!("{}-{:03}-{:02}", offer.maker.code, offer.number, index + 1),
                barcode: barcode(offer.merchant, offer.number, index),
                option_values,
                price_cents: offer.maker.ending.cents(euros),
                compare_at_cents: before.map(|euros| offer.maker.ending.cents(euros)),
                weight_grams: (grams * percent as u32 / 100).max(1),
                stock: stock(random),
            }
        })
        .collect()
}

/// Every combination, with its price in percent of the base.
fn combinations(choices: &[Choice]) -> Vec<(Vec<String>, i64)> {
    let mut combinations = vec![(Vec::new(), 100)];
    for choice in choices {
        combinations = combinations
            .iter()
            .flat_map(|(values, percent)| {
                choice
                    .option
                    .values
                    .iter()
                    .zip(&choice.percents)
                    .map(move |(value, step)| {
                        let mut values = values.clone();
                        values.push(value.value.to_owned());
                        (values, percent * step / 100)
                    })
            })
            .collect();
    }
    combinations
}

/// Seven in a hundred sold out, ten running low, the rest well stocked.
fn stock(random: &mut Random) -> u32 {
    match random.between(0, 99) {
        0..=6 => 0,
        7..=16 => random.between(1, 4),
        _ => random.between(8, 60),
    }
}

/// An EAN-13 under prefix 20, which GS1 leaves to shops for their own use.
fn barcode(merchant: usize, number: usize, variant: usize) -> String {
    let digits = format!("20{merchant:03}{number:04}{variant:03}");
    let sum: u32 = digits
        .bytes()
        .enumerate()
        .map(|(place, digit)| u32::from(digit - b'0') * if place % 2 == 0 { 1 } else { 3 })
        .sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}
