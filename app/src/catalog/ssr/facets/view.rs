//! From counts to what a page shows.

use super::{CountRow, MAX_SHOWN};
use crate::{
    catalog::facets::{FacetFilter, FacetValueView, FacetView, FacetsView},
    markets::{OWN_CURRENCY, converted, currency},
};
use domain::money::Money;
use words::{t, term, tn};

/// Attributes shown as facets at most; those that are filtered by always are.
const MAX_ATTRIBUTES: usize = 5;
/// An attribute is a facet where one product in so many has it.
const COVERAGE: i64 = 5;

/// The pairs of an address's query; none when it cannot be read.
pub fn pairs(query: Option<&str>) -> Vec<(String, String)> {
    serde_urlencoded::from_str(query.unwrap_or_default()).unwrap_or_default()
}

/// What there is to choose by these counts. Takes out of the filter what is no attribute's.
pub fn view(counts: Vec<CountRow>, filter: &mut FacetFilter) -> FacetsView {
    let mut view = FacetsView::default();
    let known = |key: &String| {
        counts
            .iter()
            .any(|row| row.facet == "attribute" && row.value == *key)
    };
    filter.attributes.retain(|(key, _)| known(key));
    let filter = &*filter;
    // There is more than was counted; a facet that something is chosen of is counted without that.
    let mut sampled = false;
    let (mut sold_out, mut full_price) = (0, 0);
    let mut flags = Vec::new();
    let mut attributes: Vec<FacetView> = Vec::new();
    let (mut categories, mut merchants, mut ratings) = (Vec::new(), Vec::new(), Vec::new());
    for row in counts {
        match row.facet.as_str() {
            "total" => {
                // One more than the cap is read, to know that there are more.
                view.total = count(row.count.min(super::CAP));
                sampled = row.value == "true";
                view.capped = row.label == "true";
            }
            "price" => {
                let (low, high) = (row.value.parse().unwrap_or(0), row.count);
                let price = |minor| converted(Money::new(minor, OWN_CURRENCY)).ok();
                view.prices = price(low).zip(price(high)).filter(|_| low < high);
            }
            "category" => categories.push(value(row, filter)),
            "merchant" => merchants.push(value(row, filter)),
            "rating" => ratings.push(FacetValueView {
                label: stars_and_up(&row.value),
                ..value(row, filter)
            }),
            "sold_out" => sold_out = row.count,
            "on_sale" if row.value == "0" => full_price = row.count,
            "in_stock" | "on_sale" => flags.push(row),
            // Named, though nothing that fits may have it.
            "attribute" => {
                if let Some(label) = row.name {
                    attributes.push(FacetView {
                        key: row.value,
                        label: term(&label),
                        values: Vec::new(),
                    });
                }
            }
            _ => {
                let facet = attributes.iter_mut().find(|facet| facet.key == row.facet);
                match (facet, row.name.clone()) {
                    (Some(facet), _) => facet.values.push(value(row, filter)),
                    (None, Some(label)) => attributes.push(FacetView {
                        key: row.facet.clone(),
                        label: term(&label),
                        values: vec![value(row, filter)],
                    }),
                    (None, None) => {}
                }
            }
        }
    }
    let facet = |key: &str, label: &str, values: Vec<FacetValueView>| FacetView {
        key: key.to_owned(),
        label: label.to_owned(),
        values,
    };
    // Four and three stars divide nothing where everything has them.
    let divides =
        |rated: &FacetValueView| rated.chosen || rated.count > 0 && rated.count < view.total;
    let divided = ratings.iter().any(divides);
    ratings.retain(|rated| rated.chosen || rated.count > 0);
    flags.retain(|row| {
        let others = if row.facet == "in_stock" {
            sold_out
        } else {
            full_price
        };
        others > 0 || filter.has(&row.facet, "1")
    });
    for (key, chosen) in [("in_stock", filter.in_stock), ("on_sale", filter.on_sale)] {
        if chosen && !flags.iter().any(|row| row.facet == key) {
            flags.push(CountRow {
                facet: key.to_owned(),
                value: "1".to_owned(),
                label: String::new(),
                count: 0,
                name: None,
            });
        }
    }
    flags.sort_by(|a, b| a.facet.cmp(&b.facet));
    let mut facets = vec![facet("category", t!("Category"), categories)];
    facets.extend(flags.into_iter().map(|row| {
        let label = if row.facet == "in_stock" {
            t!("In stock")
        } else {
            t!("On sale")
        };
        let flag = FacetValueView {
            label: label.to_owned(),
            ..value(row.clone(), filter)
        };
        facet(&row.facet, label, vec![flag])
    }));
    facets.push(facet("merchant", t!("Maker"), merchants));
    // Most frequent first, as they were counted.
    let total = i64::try_from(view.total).unwrap_or(i64::MAX);
    let mut shown = 0;
    attributes.retain(|facet| {
        let covered: i64 = facet.values.iter().map(|value| signed(value.count)).sum();
        let own = filter.attributes.iter().any(|(key, _)| *key == facet.key);
        let keep = own || (shown < MAX_ATTRIBUTES && covered * COVERAGE >= total);
        shown += usize::from(keep);
        keep
    });
    facets.extend(attributes);
    if divided {
        facets.push(facet("rating", t!("Rating"), ratings));
    }
    for facet in &mut facets {
        add_chosen(facet, filter);
        facet.values.retain(|value| value.chosen || value.count > 0);
        facet.values.truncate(MAX_SHOWN);
    }
    let alone = |facet: &FacetView| matches!(facet.key.as_str(), "in_stock" | "on_sale" | "rating");
    facets.retain(|facet| {
        facet.values.len() > usize::from(!alone(facet))
            || facet.values.iter().any(|value| value.chosen)
    });
    for facet in &mut facets {
        let chosen = facet.values.iter().any(|value| value.chosen);
        let more = if chosen { sampled } else { view.capped };
        facet.values.iter_mut().for_each(|value| value.more = more);
    }
    view.applied = applied(&facets, filter);
    view.facets = facets;
    view
}

/// What is chosen is shown, even where nothing has it.
fn add_chosen(facet: &mut FacetView, filter: &FacetFilter) {
    for (key, chosen) in filter.pairs() {
        if key == facet.key && !facet.values.iter().any(|value| value.value == chosen) {
            facet.values.push(FacetValueView {
                label: if key == "rating" {
                    stars_and_up(&chosen)
                } else {
                    term(&chosen)
                },
                value: chosen,
                count: 0,
                more: false,
                chosen: true,
            });
        }
    }
}

fn applied(facets: &[FacetView], filter: &FacetFilter) -> Vec<(String, String, String, String)> {
    let described = |(key, value): (String, String)| {
        let facet = facets.iter().find(|facet| facet.key == key);
        let own = facet.and_then(|facet| facet.values.iter().find(|own| own.value == value));
        let (group, label) = match key.as_str() {
            "min" => (t!("Price from"), amount(&value)),
            "max" => (t!("Price up to"), amount(&value)),
            "in_stock" => ("", t!("In stock").to_owned()),
            "on_sale" => ("", t!("On sale").to_owned()),
            _ => (
                facet.map_or("", |facet| facet.label.as_str()),
                own.map_or_else(|| value.clone(), |own| own.label.clone()),
            ),
        };
        let group = group.to_owned();
        (key, value, group, label)
    };
    filter.pairs().into_iter().map(described).collect()
}

/// A price as the filter has it.
fn amount(typed: &str) -> String {
    Money::parse_decimal(typed, currency()).map_or_else(|_| typed.to_owned(), Money::format)
}

fn stars_and_up(stars: &str) -> String {
    let stars: u32 = stars.parse().unwrap_or(0);
    tn!(stars, "{count} star and up", "{count} stars and up")
}

fn value(row: CountRow, filter: &FacetFilter) -> FacetValueView {
    FacetValueView {
        chosen: filter.has(&row.facet, &row.value),
        count: count(row.count),
        more: false,
        value: row.value,
        label: term(&row.label),
    }
}

fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
