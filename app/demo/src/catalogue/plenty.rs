//! Goods without end: as many as a large marketplace has, made from the demo's own.
//!
//! Invariant: a good is a function of its number (and of the demo's tables) alone, so that a run that was interrupted goes on
//! where it stopped. Each takes a product of the demo as its model: its shelf, its pictures, the keys of its attributes and
//! its options; the rest is drawn. Shelves are of very different sizes, as in a real catalogue. Used by `sokonova seed --variants`.

mod words;

use std::collections::HashMap;

use super::{Marketplace, Product, Review, random::Random};

/// A new merchant opens with every so many goods.
const GOODS_PER_MERCHANT: u32 = 1_000;
/// Goods are published within so many days before they are seeded.
const DAYS: u32 = 720;
/// Minutes of a day.
const DAY: u32 = 1_440;

/// A generated merchant: a model of the demo under another name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shop {
    pub slug: String,
    pub name: String,
    /// Slug of the demo's merchant whose zones, pictures and place it shares.
    pub model: &'static str,
}

#[derive(Debug, Clone)]
pub struct Good<'a> {
    pub number: u32,
    /// Number of the merchant, below [`shops_for`].
    pub shop: u32,
    /// Where its pictures and its shelf come from.
    pub model: &'a Product,
    pub title: String,
    /// Unique: ends in the number.
    pub slug: String,
    pub subtitle: String,
    /// `p` only.
    pub description_html: String,
    pub attributes: Vec<(&'static str, &'a str)>,
    /// Name and values with their colourways ('' where a value has none): at most two, none for a good without choice.
    pub options: Vec<(&'static str, Vec<(&'static str, &'static str)>)>,
    /// One for every combination of option values.
    pub variants: Vec<GoodVariant>,
    pub reviews: Vec<&'a Review>,
    pub published_minutes_ago: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoodVariant {
    pub option_values: Vec<&'static str>,
    /// Euro cents.
    pub price_cents: i64,
    pub compare_at_cents: Option<i64>,
    pub weight_grams: u32,
    pub stock: u32,
}

/// What goods are made from.
#[derive(Debug)]
pub struct Source<'a> {
    market: &'a Marketplace,
    /// Products of each leaf, largest shelf first, with the sum of the weights up to and with it.
    shelves: Vec<(u64, Vec<&'a Product>)>,
    /// Values of a leaf's attributes.
    values: HashMap<(&'static str, &'static str), Vec<&'a str>>,
}

impl<'a> Source<'a> {
    /// `None` for a market without products or merchants.
    pub fn new(market: &'a Marketplace) -> Option<Self> {
        let mut leaves: Vec<Vec<&Product>> = Vec::new();
        let mut values: HashMap<_, Vec<&str>> = HashMap::new();
        for product in &market.products {
            let leaf = leaves
                .iter_mut()
                .find(|leaf| leaf.iter().any(|own| own.category == product.category));
            match leaf {
                Some(leaf) => leaf.push(product),
                None => leaves.push(vec![product]),
            }
            for (key, value) in &product.attributes {
                let known = values.entry((product.category, *key)).or_default();
                known.push(value);
            }
        }
        // Zipf's law: the second shelf holds half as much as the first, the third a third.
        let mut sum = 0;
        let shelves: Vec<(u64, Vec<&Product>)> = (1..)
            .zip(leaves)
            .map(|(place, leaf)| {
                sum += 1_000_000 / place;
                (sum, leaf)
            })
            .collect();
        (!shelves.is_empty() && !market.merchants.is_empty()).then_some(Self {
            market,
            shelves,
            values,
        })
    }

    /// How many variants the good of this number has.
    pub fn variants_of(&self, number: u32) -> u32 {
        let (model, mut random) = self.begin(number);
        let counts = choices(model, &mut random);
        counts.iter().map(|count| *count as u32).product()
    }

    /// The good of this number; with `alone`, in a single variant without options.
    pub fn good(&self, number: u32, alone: bool) -> Good<'a> {
        let (model, mut random) = self.begin(number);
        let mut counts = choices(model, &mut random);
        if alone {
            counts.clear();
        }
        let options: Vec<_> = model
            .options
            .iter()
            .zip(&counts)
            .map(|(option, count)| {
                let values = option.values.iter().take(*count);
                let values = values.map(|own| (own.value, own.colourway.unwrap_or("")));
                (option.name, values.collect())
            })
            .collect();
        let attributes: Vec<(&'static str, &'a str)> = model
            .attributes
            .iter()
            .map(|(key, own)| {
                let known = self.values.get(&(model.category, *key));
                (
                    *key,
                    known.map_or(own.as_str(), |known| *random.pick(known)),
                )
            })
            .collect();
        let title = title(model, &mut random);
        let reviews = reviews(model, &mut random);
        Good {
            number,
            shop: shop_of(number, &mut random),
            slug: format!("{}-{number}", super::products::handle(&title)),
            subtitle: subtitle(&attributes),
            description_html: description(model, &attributes, &mut random),
            variants: variants(model, &options, &mut random),
            published_minutes_ago: 3 * DAY + random.between(0, DAYS * DAY),
            model,
            title,
            attributes,
            options,
            reviews,
        }
    }

    /// The merchant of this number.
    pub fn shop(&self, number: u32) -> Shop {
        let mut random = Random::new(0x5348_4F50 + u64::from(number));
        let trade = words::TRADES[number as usize % words::TRADES.len()];
        let name = format!(
            "{} {} {trade}",
            made_up(&mut random),
            random.pick(words::PLACES)
        );
        let model = random.pick(&self.market.merchants);
        Shop {
            slug: format!("{}-{number}", super::products::handle(&name)),
            name,
            model: model.slug,
        }
    }

    /// The model, and what is drawn from then on.
    fn begin(&self, number: u32) -> (&'a Product, Random) {
        let mut random = Random::new(0x474F_4F44 ^ (u64::from(number) << 32));
        let total = self.shelves.last().map_or(1, |(sum, _)| *sum);
        let at = random.next() % total;
        let shelf = self.shelves.partition_point(|(sum, _)| *sum <= at);
        let model = *random.pick(&self.shelves[shelf].1);
        (model, random)
    }
}

/// How many merchants the first `goods` goods have.
pub fn shops_for(goods: u32) -> u32 {
    goods / GOODS_PER_MERCHANT + 1
}

/// One of those that are open by then; the early ones have more.
fn shop_of(number: u32, random: &mut Random) -> u32 {
    let open = shops_for(number);
    random.between(0, open - 1).min(random.between(0, open - 1))
}

/// How many values of each option there are; some goods come in one way only.
fn choices(model: &Product, random: &mut Random) -> Vec<usize> {
    if random.chance(15) {
        return Vec::new();
    }
    let few = |values: usize, most: u32, random: &mut Random| {
        random.between(2, most.max(2)).min(values as u32) as usize
    };
    let mut counts = Vec::new();
    for (at, option) in model.options.iter().enumerate() {
        if at == 0 || random.chance(60) {
            counts.push(few(option.values.len(), 6, random));
        } else {
            break;
        }
    }
    counts
}

/// "Velarholm Mug", "Quiet Harbour Mug": the last word of the model's title says what it is.
fn title(model: &Product, random: &mut Random) -> String {
    let what = model.title.rsplit(' ').next().unwrap_or(model.title);
    if random.chance(12) {
        return format!("{} {what}", made_up(random));
    }
    let (mood, place) = (random.pick(words::MOODS), random.pick(words::PLACES));
    format!("{mood} {place} {what}")
}

fn made_up(random: &mut Random) -> String {
    let (beginning, middle) = (random.pick(words::BEGINNINGS), random.pick(words::MIDDLES));
    format!("{beginning}{middle}{}", random.pick(words::ENDINGS))
}

fn subtitle(attributes: &[(&str, &str)]) -> String {
    let values = attributes.iter().take(2).map(|(_, value)| *value);
    values.collect::<Vec<_>>().join(", ")
}

fn description(model: &Product, attributes: &[(&str, &str)], random: &mut Random) -> String {
    let what = model.title.rsplit(' ').next().unwrap_or(model.title);
    let material = attributes.first().map_or("", |(_, value)| *value);
    let said = random.shuffled(words::SENTENCES);
    let said = said.into_iter().take(3).collect::<Vec<_>>().join(" ");
    format!("<p>{what} of {material}.</p><p>{said}</p>")
}

fn variants(
    model: &Product,
    options: &[(&'static str, Vec<(&'static str, &'static str)>)],
    random: &mut Random,
) -> Vec<GoodVariant> {
    let base = model.variants.first();
    // From two fifths of the model's price to twice it, in whole euros, a few cents less for most.
    let euros =
        base.map_or(20, |own| own.price_cents / 100) * i64::from(random.between(40, 200)) / 100;
    let cents = *random.pick(&[0, 10, 10, 50]);
    let price_cents = (euros.max(2) * 100 - cents).max(100);
    let percent = i64::from(random.between(115, 160));
    let compare_at_cents = random.chance(12).then_some(price_cents * percent / 100);
    let mut combinations: Vec<Vec<&'static str>> = vec![Vec::new()];
    for (_, values) in options {
        let longer = combinations.iter().flat_map(|begun| {
            values.iter().map(|(value, _)| {
                let mut whole = begun.clone();
                whole.push(*value);
                whole
            })
        });
        combinations = longer.collect();
    }
    let offered = combinations.into_iter().map(|option_values| GoodVariant {
        option_values,
        price_cents,
        compare_at_cents,
        weight_grams: base.map_or(500, |own| own.weight_grams),
        stock: if random.chance(6) {
            0
        } else {
            random.between(1, 200)
        },
    });
    offered.collect()
}

/// Most goods have none, a few have many: what was said of the model.
fn reviews<'a>(model: &'a Product, random: &mut Random) -> Vec<&'a Review> {
    let count = match random.between(0, 999) {
        0..750 => 0,
        750..950 => random.between(1, 3),
        950..995 => random.between(4, 9),
        _ => random.between(10, 40),
    };
    if model.reviews.is_empty() {
        return Vec::new();
    }
    (0..count).map(|_| random.pick(&model.reviews)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::marketplace;

    #[test]
    fn a_good_is_a_function_of_its_number() {
        let market = marketplace();
        let source = Source::new(&market).expect("goods");
        for number in (0..20_000).step_by(7) {
            let good = source.good(number, false);
            assert_eq!(
                good.variants.len() as u32,
                source.variants_of(number),
                "{number}"
            );
            assert_eq!(good.slug, source.good(number, true).slug);
            assert!(good.shop < shops_for(number));
            assert!(
                good.title.len() < 100 && good.slug.is_ascii(),
                "{}",
                good.title
            );
            let told = |text: &str| !text.contains(['<', '&', '\t', '\\']);
            assert!(told(&good.title) && told(&good.subtitle), "{}", good.title);
            for variant in &good.variants {
                assert_eq!(variant.option_values.len(), good.options.len());
                assert!(
                    variant
                        .compare_at_cents
                        .is_none_or(|was| was > variant.price_cents)
                );
            }
        }
    }

    #[test]
    fn shelves_differ_and_all_have_something() {
        let market = marketplace();
        let source = Source::new(&market).expect("goods");
        let mut shelves: HashMap<&str, u32> = HashMap::new();
        let mut variants = 0;
        for number in 0..20_000 {
            *shelves
                .entry(source.good(number, true).model.category)
                .or_default() += 1;
            variants += source.variants_of(number);
        }
        let leaves = market
            .categories
            .iter()
            .filter(|own| !own.attributes.is_empty());
        assert_eq!(shelves.len(), leaves.count());
        let (most, least) = (shelves.values().max(), shelves.values().min());
        assert!(
            most > least.map(|least| least * 20).as_ref(),
            "{most:?} {least:?}"
        );
        assert!((40_000..60_000).contains(&variants), "{variants}");
    }

    #[test]
    fn shops_have_names_of_their_own() {
        let market = marketplace();
        let source = Source::new(&market).expect("goods");
        let slugs: std::collections::HashSet<String> =
            (0..500).map(|number| source.shop(number).slug).collect();
        assert_eq!(slugs.len(), 500);
    }
}
