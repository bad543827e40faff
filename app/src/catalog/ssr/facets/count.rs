//! Choosing a page of the candidates, and counting them.

use std::{cmp::Reverse, collections::HashMap};

use uuid::Uuid;

use super::{Candidate, Chosen, CountRow, MAX_SHOWN, Names, Narrowed, Place, chosen};
use crate::catalog::{
    facets::FacetFilter,
    ssr::cursor::{Cursor, Order},
};

/// Whether a listing counts what could be chosen, or only what fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    Facets,
    Nothing,
}

/// How much of a listing its candidates are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// There is more than the candidates.
    pub sampled: bool,
    /// They are all that fits, all the same.
    pub complete: bool,
    /// At least so many fit.
    pub least: usize,
}

struct Tally<'a> {
    candidates: &'a [Candidate],
    chosen: Vec<Chosen<'a>>,
    /// Of each candidate the facets it fails, a bit for each that something is chosen of.
    failed: Vec<u16>,
}

/// Those of the candidates that fit and come after `after` in this order, not yet in order, and what could be chosen.
pub fn narrow(
    candidates: &[Candidate],
    filter: &FacetFilter,
    names: &Names,
    (order, after): (Order, Option<Cursor>),
    (counted, extent): (Counted, Extent),
) -> Narrowed {
    let tally = Tally::new(candidates, chosen(filter, names));
    let place = |own: &Candidate| (own.product_id, key_of(own, order));
    let fitting = tally.but_for(|_| false).map(place);
    Narrowed {
        places: fitting
            .filter(|place| after.is_none_or(|after| follows(*place, after, order)))
            .collect(),
        counts: match counted {
            Counted::Facets => tally.counts(filter, names, extent),
            Counted::Nothing => Vec::new(),
        },
    }
}

/// What a product is ordered by, as a cursor has it.
pub fn key_of(own: &Candidate, order: Order) -> i64 {
    match order {
        Order::Relevance | Order::Name => own.rank,
        Order::Newest => Cursor::of_time(own.published_at, own.product_id).key,
        Order::PriceAscending | Order::PriceDescending => own.price_minor,
    }
}

fn follows((id, key): Place, after: Cursor, order: Order) -> bool {
    let (own, last) = ((key, id), (after.key, after.id));
    if order == Order::PriceAscending {
        own > last
    } else {
        own < last
    }
}

impl<'a> Tally<'a> {
    fn new(candidates: &'a [Candidate], chosen: Vec<Chosen<'a>>) -> Self {
        let fails = |own: &Candidate| {
            let failed = chosen
                .iter()
                .enumerate()
                .filter(|(_, chosen)| !chosen.fits(own));
            failed.fold(0, |bits, (at, _)| bits | 1 << at)
        };
        Self {
            failed: candidates.iter().map(fails).collect(),
            candidates,
            chosen,
        }
    }

    /// What fits all but the facet that `own` tells.
    fn but_for(&self, own: impl Fn(&Chosen<'_>) -> bool) -> impl Iterator<Item = &'a Candidate> {
        let at = self.chosen.iter().position(own);
        let own: u16 = at.map_or(0, |at| 1 << at);
        let candidates = self.candidates.iter().zip(&self.failed);
        candidates
            .filter(move |(_, failed)| **failed & !own == 0)
            .map(|(candidate, _)| candidate)
    }

    /// All counts, each facet's most frequent values first.
    fn counts(&self, filter: &FacetFilter, names: &Names, extent: Extent) -> Vec<CountRow> {
        let total = self.but_for(|_| false).count().max(extent.least);
        let prices = || {
            self.but_for(|own| matches!(own, Chosen::Price(..)))
                .map(|own| own.price_minor)
        };
        let mut counts = vec![
            CountRow {
                label: (extent.sampled && !extent.complete).to_string(),
                ..row("total", &extent.sampled.to_string(), number(total))
            },
            row(
                "price",
                &prices().min().unwrap_or(0).to_string(),
                prices().max().unwrap_or(0),
            ),
        ];
        counts.extend(self.categories(names));
        counts.extend(self.merchants(filter));
        counts.extend(self.flags());
        counts.extend(self.attributes(filter, names));
        counts
    }

    fn categories(&self, names: &Names) -> impl Iterator<Item = CountRow> {
        let mut of: HashMap<Uuid, i64> = HashMap::new();
        for own in self.but_for(|own| matches!(own, Chosen::Categories(_))) {
            if let Some(id) = own.category_id {
                *of.entry(id).or_default() += 1;
            }
        }
        names.branches.iter().map(move |branch| {
            let count = branch.ids.iter().filter_map(|id| of.get(id)).sum();
            CountRow {
                label: branch.name.clone(),
                ..row("category", &branch.slug, count)
            }
        })
    }

    fn merchants(&self, filter: &FacetFilter) -> impl Iterator<Item = CountRow> {
        let mut of: HashMap<&str, (&str, i64)> = HashMap::new();
        for own in self.but_for(|own| matches!(own, Chosen::Merchants(_))) {
            let (slug, name) = own.merchant();
            of.entry(slug).or_insert((name, 0)).1 += 1;
        }
        // What is chosen is named, though nothing that fits may be of it.
        let chosen = |slug: &str| filter.merchants.iter().any(|own| own == slug);
        if !filter.merchants.is_empty() {
            for (slug, name) in self.candidates.iter().map(Candidate::merchant) {
                if chosen(slug) {
                    of.entry(slug).or_insert((name, 0));
                }
            }
        }
        let mut merchants: Vec<_> = of.into_iter().collect();
        merchants.sort_unstable_by_key(|(slug, (name, count))| {
            (!chosen(slug), Reverse(*count), *name, *slug)
        });
        merchants.truncate(MAX_SHOWN);
        merchants.into_iter().map(|(slug, (name, count))| CountRow {
            label: name.to_owned(),
            ..row("merchant", slug, count)
        })
    }

    fn flags(&self) -> Vec<CountRow> {
        // How many have it, and how many have not.
        let halves = |flag: Chosen<'_>, has: fn(&Candidate) -> bool| {
            let counted = self.but_for(|own| *own == flag);
            let (with, without): (Vec<_>, Vec<_>) = counted.partition(|own| has(own));
            (number(with.len()), number(without.len()))
        };
        let (in_stock, sold_out) = halves(Chosen::InStock, |own| own.in_stock);
        let (on_sale, full_price) = halves(Chosen::OnSale, |own| own.on_sale);
        let rated = |stars: i16| {
            let fitting = self.but_for(|own| matches!(own, Chosen::Rating(_)));
            number(
                fitting
                    .filter(|own| own.rating_tenths >= stars * 10)
                    .count(),
            )
        };
        vec![
            row("in_stock", "1", in_stock),
            row("sold_out", "1", sold_out),
            row("on_sale", "1", on_sale),
            row("on_sale", "0", full_price),
            row("rating", "4", rated(4)),
            row("rating", "3", rated(3)),
        ]
    }

    /// Values with their counts, attributes in the order of the categories' own, and the names of those that are filtered by.
    fn attributes(&self, filter: &FacetFilter, names: &Names) -> Vec<CountRow> {
        let mut of: HashMap<&str, HashMap<&str, i64>> = HashMap::new();
        for (own, failed) in self.candidates.iter().zip(&self.failed) {
            // What fails one attribute alone counts for that one.
            let alone = match (
                failed.count_ones(),
                self.chosen.get(failed.trailing_zeros() as usize),
            ) {
                (0, _) => None,
                (1, Some(Chosen::Attribute(key, _))) => Some(*key),
                _ => continue,
            };
            let pairs = own.attributes().filter_map(|pair| pair.split_once('='));
            for (key, value) in pairs.filter(|(key, _)| alone.is_none_or(|alone| alone == *key)) {
                *of.entry(key).or_default().entry(value).or_default() += 1;
            }
        }
        let known = |(key, ..): &&(String, String, f64)| of.contains_key(key.as_str());
        let mut attributes: Vec<_> = names.attributes.iter().filter(known).collect();
        let covered = |key: &str| of.get(key).map_or(0, |values| values.values().sum::<i64>());
        attributes.sort_by(|(key, _, place), (other, _, beside)| {
            let by_cover = || covered(other).cmp(&covered(key));
            place
                .total_cmp(beside)
                .then_with(by_cover)
                .then_with(|| key.cmp(other))
        });
        let named = |key: &String| names.attributes.iter().find(|(own, ..)| own == key);
        let filtered = filter.attributes.iter().filter_map(|(key, _)| named(key));
        let mut counts: Vec<CountRow> = filtered
            .map(|(key, label, _)| CountRow {
                name: Some(label.clone()),
                ..row("attribute", key, 0)
            })
            .collect();
        for (key, label, _) in attributes {
            let mut values: Vec<_> = of.remove(key.as_str()).into_iter().flatten().collect();
            values.sort_unstable_by_key(|(value, count)| (Reverse(*count), *value));
            values.truncate(MAX_SHOWN);
            counts.extend(values.into_iter().map(|(value, count)| CountRow {
                label: value.to_owned(),
                name: Some(label.clone()),
                ..row(key, value, count)
            }));
        }
        counts
    }
}

fn row(facet: &str, value: &str, count: i64) -> CountRow {
    CountRow {
        facet: facet.to_owned(),
        value: value.to_owned(),
        count,
        ..CountRow::default()
    }
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
