//! What a listing is narrowed by, as it stands in the address, and what there is to choose.
//!
//! Invariant: whatever an address says is read as a [`FacetFilter`]; what is not understood is left out.

use domain::money::Money;
use serde::{Deserialize, Serialize};
use words::tn;

use crate::markets::currency;

/// The most values one address may choose.
const MAX_VALUES: usize = 40;
/// The most characters of a chosen value.
const MAX_LENGTH: usize = 100;
/// The most attributes one address may choose values of.
const MAX_ATTRIBUTES: usize = 8;
/// Parameters of a listing that are no attributes.
const RESERVED: [&str; 3] = ["q", "sort", "after"];
/// Chosen values. Within a facet any of them fits; every facet must fit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FacetFilter {
    /// Slugs of categories directly below the listing's.
    pub categories: Vec<String>,
    /// Slugs.
    pub merchants: Vec<String>,
    /// Minor units of the market's currency, both inclusive.
    pub min: Option<i64>,
    pub max: Option<i64>,
    pub in_stock: bool,
    pub on_sale: bool,
    /// This many stars and up.
    pub rating: Option<i16>,
    /// Key and values, by key.
    pub attributes: Vec<(String, Vec<String>)>,
}

impl FacetFilter {
    /// Reads the pairs of an address's query.
    pub fn parse(pairs: &[(String, String)]) -> Self {
        let mut filter = Self::default();
        let fits = |value: &str| {
            !value.is_empty() && value.chars().count() <= MAX_LENGTH && !value.contains('\0')
        };
        for (key, value) in pairs
            .iter()
            .filter(|(_, value)| fits(value.trim()))
            .take(MAX_VALUES)
        {
            filter.add(key, value.trim());
        }
        if let (Some(min), Some(max)) = (filter.min, filter.max)
            && min > max
        {
            (filter.min, filter.max) = (Some(max), Some(min));
        }
        filter.attributes.sort();
        filter
    }

    fn add(&mut self, key: &str, value: &str) {
        let amount = || {
            let amount = Money::parse_decimal(&value.replace(',', "."), currency());
            amount.ok().map(|amount| amount.minor)
        };
        match key {
            "category" => insert(&mut self.categories, value),
            "merchant" => insert(&mut self.merchants, value),
            "min" => self.min = amount(),
            "max" => self.max = amount(),
            "in_stock" => self.in_stock = value == "1",
            "on_sale" => self.on_sale = value == "1",
            "rating" => self.rating = value.parse().ok().filter(|stars| (1..=5).contains(stars)),
            key if is_attribute(key) => {
                let place = self.attributes.iter().position(|(own, _)| own == key);
                match place {
                    Some(at) => insert(&mut self.attributes[at].1, value),
                    None if self.attributes.len() < MAX_ATTRIBUTES => {
                        self.attributes
                            .push((key.to_owned(), vec![value.to_owned()]));
                    }
                    None => {}
                }
            }
            _ => {}
        }
    }

    /// The pairs [`FacetFilter::parse`] reads.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        let amount = |minor: i64| {
            let text = Money::new(minor, currency()).decimal_string();
            match text.split_once('.') {
                Some((whole, rest)) if rest.bytes().all(|digit| digit == b'0') => whole.to_owned(),
                _ => text,
            }
        };
        let mut pairs = Vec::new();
        pairs.extend(self.categories.iter().map(|slug| pair("category", slug)));
        pairs.extend(self.merchants.iter().map(|slug| pair("merchant", slug)));
        pairs.extend(self.min.map(|minor| pair("min", &amount(minor))));
        pairs.extend(self.max.map(|minor| pair("max", &amount(minor))));
        pairs.extend(self.in_stock.then(|| pair("in_stock", "1")));
        pairs.extend(self.on_sale.then(|| pair("on_sale", "1")));
        pairs.extend(self.rating.map(|stars| pair("rating", &stars.to_string())));
        for (key, values) in &self.attributes {
            pairs.extend(values.iter().map(|value| pair(key, value)));
        }
        pairs
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether this value of this parameter is chosen.
    pub fn has(&self, key: &str, value: &str) -> bool {
        self.pairs()
            .iter()
            .any(|(own, chosen)| own == key && chosen == value)
    }
}

fn insert(values: &mut Vec<String>, value: &str) {
    if !values.iter().any(|own| own == value) {
        values.push(value.to_owned());
    }
}

/// Whether a parameter can be the key of an attribute: what a merchant may name one, less what means something else.
fn is_attribute(key: &str) -> bool {
    let named = key.len() <= 40
        && key.starts_with(|first: char| first.is_ascii_lowercase())
        && key.bytes().all(|byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-')
        });
    named && !RESERVED.contains(&key)
}

/// A value that can be chosen, with the number of products it would leave.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FacetValueView {
    /// As in the address.
    pub value: String,
    pub label: String,
    /// Of the products that fit everything but this facet.
    pub count: u64,
    /// There may be more: they were not all counted.
    pub more: bool,
    pub chosen: bool,
}

/// One way to narrow a listing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FacetView {
    /// The parameter in the address.
    pub key: String,
    pub label: String,
    pub values: Vec<FacetValueView>,
}

/// What there is to choose, and of how much.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FacetsView {
    /// Products that fit.
    pub total: u64,
    /// There are more products than were counted.
    pub capped: bool,
    /// Facets with at least two values, or one that is chosen.
    pub facets: Vec<FacetView>,
    /// The lowest and the highest price of what fits everything but the price; none where they are the same.
    pub prices: Option<(Money, Money)>,
    /// Labels of the chosen: parameter, value, the facet's label, the value's.
    pub applied: Vec<(String, String, String, String)>,
}

impl FacetsView {
    /// "312 products", "1,000+ products".
    pub fn count(&self) -> String {
        if self.capped {
            tn!(self.total, "{count}+ products", "{count}+ products")
        } else {
            tn!(self.total, "{count} product", "{count} products")
        }
    }

    /// "Show 312 products", "Show 1,000+ products".
    pub fn show(&self) -> String {
        if self.capped {
            tn!(
                self.total,
                "Show {count}+ products",
                "Show {count}+ products"
            )
        } else {
            tn!(self.total, "Show {count} product", "Show {count} products")
        }
    }
}

/// An amount of the filter, for a price field.
pub fn price_text(minor: i64) -> String {
    Money::new(minor, currency()).decimal_string()
}
