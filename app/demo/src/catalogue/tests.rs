//! What the demo content promises to those who seed and draw it.

use super::products::SPECS;
use super::{Marketplace, Product, kinds, marketplace};
use crate::pictures::{Archetype, Colourway};
use std::collections::{HashMap, HashSet};

fn assert_unique<T: std::hash::Hash + Eq + std::fmt::Debug>(items: impl Iterator<Item = T>) {
    let mut seen = HashSet::new();
    for item in items {
        if let Some(twice) = seen.replace(item) {
            panic!("{twice:?} occurs twice");
        }
    }
}

fn count_by<'a>(
    market: &'a Marketplace,
    key: impl Fn(&'a Product) -> &'a str,
) -> HashMap<&'a str, usize> {
    let mut counts = HashMap::new();
    for product in &market.products {
        *counts.entry(key(product)).or_default() += 1;
    }
    counts
}

#[test]
fn holds_what_it_promises_in_number() {
    let market = marketplace();
    assert!(market.merchants.len() >= 14);
    assert!(
        market.products.len() >= 600,
        "{} products",
        market.products.len()
    );
    let of_merchant = count_by(&market, |product| product.merchant);
    for merchant in &market.merchants {
        let count = of_merchant.get(merchant.slug).copied().unwrap_or(0);
        assert!(count >= 20, "{} has {count} products", merchant.slug);
    }
}

#[test]
fn every_archetype_is_sold() {
    let market = marketplace();
    assert_unique(kinds::kinds().map(|kind| kind.archetype));
    for archetype in Archetype::ALL {
        let count = market
            .products
            .iter()
            .filter(|product| product.archetype == *archetype)
            .count();
        assert!(count >= 6, "{count} × {archetype}");
    }
}

#[test]
fn tree_has_three_levels_and_full_shelves() {
    let market = marketplace();
    let parents: HashMap<&str, Option<&str>> = market
        .categories
        .iter()
        .map(|category| (category.slug, category.parent))
        .collect();
    let on_shelf = count_by(&market, |product| product.category);
    let mut known = HashSet::new();
    for category in &market.categories {
        known.insert(category.slug);
        let mut depth = 1;
        let mut above = category.parent;
        while let Some(slug) = above {
            assert!(
                known.contains(slug),
                "{slug} comes after its child {}",
                category.slug
            );
            above = parents[slug];
            depth += 1;
        }
        let leaf = parents
            .values()
            .all(|parent| *parent != Some(category.slug));
        assert_eq!(leaf, depth == 3, "{} lies at depth {depth}", category.slug);
        let count = on_shelf.get(category.slug).copied().unwrap_or(0);
        assert!(
            if leaf { count >= 6 } else { count == 0 },
            "{}: {count}",
            category.slug
        );
    }
    assert!(on_shelf.keys().all(|slug| known.contains(slug)));
    assert_unique(market.categories.iter().map(|category| category.slug));
    assert_unique(
        market
            .categories
            .iter()
            .map(|category| (category.parent, category.position)),
    );
}

#[test]
fn names_are_unique() {
    let market = marketplace();
    assert_unique(market.merchants.iter().map(|merchant| merchant.slug));
    assert_unique(market.products.iter().map(|product| &product.slug));
    assert_unique(market.products.iter().map(|product| &product.handle));
    assert_unique(
        market
            .products
            .iter()
            .map(|product| product.title.to_lowercase()),
    );
    assert_unique(market.products.iter().map(|product| product.seed));
    assert_unique(
        market
            .products
            .iter()
            .map(|product| &product.description_html),
    );
    let variants = || market.products.iter().flat_map(|product| &product.variants);
    assert_unique(variants().map(|variant| &variant.sku));
    assert_unique(variants().map(|variant| &variant.barcode));
    for product in &market.products {
        assert!(product.title.chars().count() <= 60, "{}", product.title);
        assert!((2..=4).contains(&product.views));
        let address =
            |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        assert!(
            !product.handle.is_empty() && product.slug.chars().all(address),
            "{}",
            product.slug
        );
    }
}

#[test]
fn openings_vary() {
    let market = marketplace();
    assert_unique(
        market
            .products
            .iter()
            .map(|product| lead(&product.description_html)),
    );
    let mut first_words: HashMap<&str, usize> = HashMap::new();
    for product in &market.products {
        let word = lead(&product.description_html)
            .split(' ')
            .next()
            .expect("split yields one");
        *first_words.entry(word).or_default() += 1;
    }
    assert!(
        first_words.len() >= 100,
        "{} ways to begin",
        first_words.len()
    );
    let (word, most) = first_words
        .iter()
        .max_by_key(|(_, count)| **count)
        .expect("not empty");
    assert!(
        most * 6 < market.products.len(),
        "{most} descriptions begin with {word}"
    );
}

fn lead(html: &str) -> &str {
    let text = html.strip_prefix("<p>").expect("opens with a paragraph");
    text.split_inclusive(['.', '<'])
        .next()
        .expect("split yields one")
}

#[test]
fn barcodes_carry_their_check_digit() {
    for variant in marketplace()
        .products
        .iter()
        .flat_map(|product| &product.variants)
    {
        let digits: Vec<u32> = variant
            .barcode
            .chars()
            .map(|digit| digit.to_digit(10).expect("digit"))
            .collect();
        assert_eq!(digits.len(), 13);
        // Counted from the right, odd places weigh 1 and even places 3 (GS1 General Specifications 7.9.1).
        let sum: u32 = digits
            .iter()
            .rev()
            .zip([1, 3].into_iter().cycle())
            .map(|(d, w)| d * w)
            .sum();
        assert_eq!(sum % 10, 0, "{}", variant.barcode);
    }
}

#[test]
fn variants_are_the_product_of_options() {
    for product in &marketplace().products {
        assert!(product.options.len() <= 2);
        let count: usize = product
            .options
            .iter()
            .map(|option| option.values.len())
            .product();
        assert_eq!(product.variants.len(), count, "{}", product.slug);
        assert_unique(
            product
                .variants
                .iter()
                .map(|variant| &variant.option_values),
        );
        for option in &product.options {
            assert!(option.values.len() > 1, "{}", product.slug);
            for value in &option.values {
                assert_eq!(option.name == "Colour", value.colourway.is_some());
                assert!(
                    value
                        .colourway
                        .is_none_or(|name| Colourway::from_name(name).is_some())
                );
            }
        }
        for variant in &product.variants {
            assert_eq!(variant.option_values.len(), product.options.len());
            for (value, option) in variant.option_values.iter().zip(&product.options) {
                assert!(option.values.iter().any(|known| known.value == value));
            }
        }
    }
}

#[test]
fn prices_and_stock_are_plausible() {
    let market = marketplace();
    let variants: Vec<_> = market
        .products
        .iter()
        .flat_map(|product| &product.variants)
        .collect();
    for variant in &variants {
        assert!((350..300_000).contains(&variant.price_cents), "{variant:?}");
        assert!(
            variant
                .compare_at_cents
                .is_none_or(|before| before > variant.price_cents),
            "{variant:?}"
        );
        assert!(variant.weight_grams > 0);
    }
    let share = |count: usize| count * 100 / variants.len();
    let on_sale = share(
        variants
            .iter()
            .filter(|variant| variant.compare_at_cents.is_some())
            .count(),
    );
    assert!((8..22).contains(&on_sale), "{on_sale} per cent on sale");
    let sold_out = share(variants.iter().filter(|variant| variant.stock == 0).count());
    assert!((4..11).contains(&sold_out), "{sold_out} per cent sold out");
    assert!(
        variants
            .iter()
            .any(|variant| (1..=4).contains(&variant.stock))
    );
}

#[test]
fn attributes_are_declared_by_their_shelf() {
    let market = marketplace();
    for product in &market.products {
        let shelf = market
            .categories
            .iter()
            .find(|category| category.slug == product.category);
        let defined = &shelf.expect("category exists").attributes;
        assert_unique(product.attributes.iter().map(|(key, _)| key));
        for (key, value) in &product.attributes {
            let definition = defined.iter().find(|def| def.key == *key);
            assert!(
                definition.is_some_and(|def| def.choices.contains(value)),
                "{key} of {}",
                product.slug
            );
        }
    }
}

#[test]
fn attributes_follow_from_names() {
    let market = marketplace();
    for (word, value) in SPECS {
        let told = market.products.iter().any(|product| {
            let carries = |text: &str| product.attributes.iter().any(|(_, known)| known == text);
            (product.title.contains(word) || carries(word)) && carries(value)
        });
        assert!(told, "{word} gives no product {value}");
    }
}

#[test]
fn reviews_are_believable() {
    let market = marketplace();
    let mut ratings = Vec::new();
    for product in &market.products {
        assert!(product.reviews.len() <= 12);
        assert_unique(product.reviews.iter().map(|review| &review.body));
        assert_unique(product.reviews.iter().map(|review| &review.author));
        assert!(product.reviews.is_sorted_by_key(|review| review.days_ago));
        for review in &product.reviews {
            assert!((1..=product.published_days_ago).contains(&review.days_ago));
            ratings.push(f64::from(review.rating));
        }
    }
    let mean = ratings.iter().sum::<f64>() / ratings.len() as f64;
    assert!((4.2..4.7).contains(&mean), "mean rating {mean}");
    assert!((1..=5).all(|stars| ratings.contains(&f64::from(stars))));
}

#[test]
fn questions_are_believable() {
    let market = marketplace();
    let mut counts = Vec::new();
    for product in &market.products {
        counts.push(product.questions.len());
        assert_unique(product.questions.iter().map(|question| &question.body));
        assert_unique(product.questions.iter().map(|question| &question.author));
        for question in &product.questions {
            assert!((1..=question.asked_days_ago).contains(&question.answered_days_ago));
            assert!(question.asked_days_ago <= product.published_days_ago);
            // The lengths that a shopper's own may have.
            assert!((10..=1000).contains(&question.body.chars().count()));
            assert!((1..=2000).contains(&question.answer.chars().count()));
            assert!(!question.body.contains(['!', '<', '&', '{']));
            assert!(!question.answer.contains(['!', '<', '&', '{']));
        }
    }
    // Some have none, some more than their page shows.
    assert!(counts.contains(&0) && counts.iter().any(|count| *count > 6));
}

#[test]
fn html_is_balanced_and_calm() {
    let market = marketplace();
    let stories = market.merchants.iter().map(|merchant| &merchant.story_html);
    for html in stories.chain(
        market
            .products
            .iter()
            .map(|product| &product.description_html),
    ) {
        assert_balanced(html);
        assert!(!html.contains(['!', '&', '{', '}']), "{html}");
    }
    for review in market.products.iter().flat_map(|product| &product.reviews) {
        assert!(!review.body.contains(['!', '<', '&']), "{}", review.body);
    }
}

fn assert_balanced(html: &str) {
    let mut open = Vec::new();
    for tag in html.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').expect("every tag is closed");
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{html}"),
            None => {
                assert!(["p", "ul", "li", "h3"].contains(&tag), "{tag} in {html}");
                open.push(tag);
            }
        }
    }
    assert!(open.is_empty(), "{html}");
}

#[test]
fn every_call_returns_the_same() {
    assert_eq!(marketplace(), marketplace());
}
