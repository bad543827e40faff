//! How good the search is: a hundred searches over the demo's goods with what a shopper would want to see, and the measure.
//!
//! A product of one of the categories is worth 1; one that also has all the words in its title, subtitle or attributes is
//! worth 3. Judged by what is meant, not by what the search can do: misspelt words and other names for things are among them.
//! Used by `cargo xtask bench`, which prints the mean, and by a test with a floor.

use std::collections::HashMap;

use crate::catalogue::{Marketplace, Product};

/// How many results are looked at.
pub const DEPTH: usize = 10;

/// A search, the categories it is about (none: any), and words that make a product exactly what is meant.
pub type Judged = (&'static str, &'static [&'static str], &'static str);

#[rustfmt::skip]
pub const JUDGED: [Judged; 100] = [
    // A thing.
    ("mug", &["mugs"], ""), ("mugs", &["mugs"], ""), ("teapot", &["teapots"], ""), ("vase", &["vases"], ""),
    ("rug", &["rugs"], ""), ("soap", &["soap"], ""), ("candle", &["candles"], ""), ("backpack", &["backpacks"], ""),
    ("headphones", &["headphones"], ""), ("keyboard", &["keyboards"], ""), ("notebook", &["notebooks"], ""), ("scarf", &["scarves-and-hats"], "scarf"),
    ("beanie", &["scarves-and-hats"], "beanie"), ("socks", &["socks"], ""), ("boots", &["boots"], ""), ("sneakers", &["sneakers"], ""),
    ("trousers", &["trousers"], ""), ("dress", &["dresses"], ""), ("coat", &["coats"], ""), ("sweater", &["sweaters"], ""),
    ("shirt", &["shirts", "t-shirts"], ""), ("watch", &["watches"], ""), ("sunglasses", &["sunglasses"], ""), ("necklace", &["jewellery"], ""),
    ("wallet", &["wallets-and-belts"], "wallet"), ("belt", &["wallets-and-belts"], "belt"), ("tent", &["tents"], ""), ("yoga mat", &["yoga-mats"], ""),
    ("water bottle", &["water-bottles"], ""), ("puzzle", &["puzzles"], ""), ("olive oil", &["olive-oil"], ""), ("honey", &["honey"], ""),
    ("chocolate", &["chocolate"], ""), ("coffee", &["coffee"], ""), ("tea", &["tea"], ""), ("knife", &["kitchen-knives"], ""),
    ("cutting board", &["cutting-boards"], ""), ("apron", &["aprons"], ""), ("kettle", &["pans-and-kettles"], "kettle"), ("saucepan", &["pans-and-kettles"], "saucepan"),
    ("cushion", &["cushions"], ""), ("blanket", &["blankets"], ""), ("mirror", &["mirrors-and-clocks"], "mirror"), ("clock", &["mirrors-and-clocks"], "clock"),
    ("chair", &["chairs-and-stools"], "chair"), ("side table", &["side-tables"], ""), ("table lamp", &["table-lamps"], ""), ("pendant lamp", &["pendant-lamps"], ""),
    ("perfume", &["perfume"], ""), ("camera", &["cameras"], ""), ("speaker", &["speakers"], ""), ("bike helmet", &["bike-helmets"], ""),
    ("hair brush", &["hair-brushes"], ""), ("basket", &["pots-and-baskets"], "basket"), ("tote", &["totes"], ""), ("art print", &["art-prints"], ""),
    // A thing of a kind.
    ("stoneware mug", &["mugs"], "stoneware"), ("wool blanket", &["blankets"], "wool"), ("leather wallet", &["wallets-and-belts"], "leather"), ("linen shirt", &["shirts"], "linen"),
    ("oak chair", &["chairs-and-stools"], "oak"), ("wool rug", &["rugs"], "wool"), ("merino sweater", &["sweaters"], "merino"), ("leather boots", &["boots"], "leather"),
    ("pepper mill", &["mills-and-jars"], "mill"), ("salt mill", &["mills-and-jars"], "salt"), ("espresso cup", &["mugs"], "espresso"), ("dark chocolate", &["chocolate"], "dark"),
    ("green tea", &["tea"], "green"), ("silver earrings", &["jewellery"], "silver"), ("linen cushion", &["cushions"], "linen"), ("cotton socks", &["socks"], "cotton"),
    ("enamel kettle", &["pans-and-kettles"], "enamel"), ("olive soap", &["soap"], "olive"), ("beeswax candle", &["candles"], "beeswax"), ("wooden toys", &["wooden-toys"], ""),
    // By another name.
    ("rucksack", &["backpacks"], ""), ("carpet", &["rugs"], ""), ("pullover", &["sweaters"], ""), ("jumper", &["sweaters"], ""),
    ("trainers", &["sneakers"], ""), ("chopping board", &["cutting-boards"], ""), ("pillow", &["cushions"], ""), ("earphones", &["headphones"], ""),
    ("journal", &["notebooks"], ""), ("jewelry", &["jewellery"], ""), ("flask", &["water-bottles"], ""), ("teddy", &["soft-toys"], ""),
    // Misspelt.
    ("cofee", &["coffee"], ""), ("hedphones", &["headphones"], ""), ("teapto", &["teapots"], ""), ("blankett", &["blankets"], ""),
    ("candel", &["candles"], ""), ("stonewear mug", &["mugs"], "stoneware"), ("choclate", &["chocolate"], ""), ("sunglases", &["sunglasses"], ""),
    ("backpak", &["backpacks"], ""), ("kichen knife", &["kitchen-knives"], ""), ("neckalce", &["jewellery"], ""), ("wolen blanket", &["blankets"], "wool"),
];

/// The worth of every product that is worth something, by its handle, which is its slug in the seeded shop.
pub fn grades<'a>(
    market: &'a Marketplace,
    (_, categories, words): &Judged,
) -> HashMap<&'a str, u8> {
    let grade = |product: &'a Product| {
        let within = categories.contains(&product.category);
        let exact = words.split_whitespace().all(|word| has(product, word));
        match (within, exact) {
            (true, true) => Some((product.handle.as_str(), 3)),
            (true, false) => Some((product.handle.as_str(), 1)),
            (false, _) => None,
        }
    };
    market.products.iter().filter_map(grade).collect()
}

fn has(product: &Product, word: &str) -> bool {
    let attributes = product.attributes.iter().map(|(_, value)| value.as_str());
    [product.title, product.subtitle.as_str()]
        .into_iter()
        .chain(attributes)
        .any(|text| text.to_lowercase().contains(word))
}

/// Normalised discounted cumulative gain of the first [`DEPTH`] results (Järvelin and Kekäläinen, 2002; gain 2^grade − 1, discount
/// log2 of the place + 1): 1 when nothing could be placed better. 1 where nothing is worth anything.
pub fn ndcg<'a>(ranked: impl Iterator<Item = &'a str>, grades: &HashMap<&str, u8>) -> f64 {
    let gained = gain(ranked.map(|slug| grades.get(slug).copied().unwrap_or(0)));
    let mut ideal: Vec<u8> = grades.values().copied().collect();
    ideal.sort_unstable_by(|a, b| b.cmp(a));
    let best = gain(ideal.into_iter());
    if best > 0.0 { gained / best } else { 1.0 }
}

fn gain(grades: impl Iterator<Item = u8>) -> f64 {
    let gain =
        |(place, grade): (u32, u8)| (2_f64.powi(grade.into()) - 1.0) / f64::from(place + 1).log2();
    (1..).zip(grades.take(DEPTH)).map(gain).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::marketplace;

    #[test]
    fn every_search_has_something_worth_finding() {
        let market = marketplace();
        for judged in &JUDGED {
            let grades = grades(&market, judged);
            assert!(grades.values().any(|grade| *grade == 3), "{judged:?}");
        }
    }

    #[test]
    fn the_best_order_is_one_and_the_wrong_one_less() {
        let grades = HashMap::from([("a", 3), ("b", 1)]);
        let of = |order: &[&str]| ndcg(order.iter().copied(), &grades);
        assert!((of(&["a", "b"]) - 1.0).abs() < 1e-9);
        assert!(of(&["b", "a"]) < of(&["a", "x"]));
        assert!(of(&["x", "y"]).abs() < 1e-9);
    }
}
