//! Stock: how much is asked for, how much is free, and from where it is taken.
//!
//! The checkout calls [`allocate`] to choose locations, then reserves [`demand`]'s sums in their sorted order, so that two
//! checkouts never wait for each other in a circle. The database's conditional update stays the authority on what is free.

use crate::{
    ids::{LocationId, VariantId},
    quantity::Quantity,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use thiserror::Error;

/// The sum of `lines` per variant and location, sorted by key. Two lines of one variant become one demand.
pub fn demand(
    lines: &[(VariantId, LocationId, Quantity)],
) -> BTreeMap<(VariantId, LocationId), u32> {
    let mut sums = BTreeMap::new();
    for (variant, location, quantity) in lines {
        *sums.entry((*variant, *location)).or_default() += quantity.get();
    }
    sums
}

/// The counters of one variant at one location, in pieces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StockLevel {
    /// Lying there.
    pub on_hand: u32,
    /// Of these, held by checkouts under way.
    pub reserved: u32,
    /// Of these, sold and not shipped yet.
    pub allocated: u32,
}

impl StockLevel {
    /// What can still be sold; zero where the counters exceed what lies there (after a loss was booked).
    pub const fn free(self) -> u32 {
        self.on_hand
            .saturating_sub(self.reserved)
            .saturating_sub(self.allocated)
    }
}

/// Pieces of one variant to be taken from one location.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allocation {
    /// What.
    pub variant: VariantId,
    /// From where.
    pub location: LocationId,
    /// How many, at least one.
    pub quantity: u32,
}

/// A variant of which there is not enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shortage {
    /// Which.
    pub variant: VariantId,
    /// Asked for, over all lines.
    pub wanted: u32,
    /// Free, over all locations.
    pub free: u32,
}

/// Every shortage of a cart, told at once, by variant.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[error("{} of the variants asked for are short", .0.len())]
pub struct Shortages(pub Vec<Shortage>);

/// Chooses where `demands` (pieces by variant) are taken from, with `levels` by variant and location.
///
/// `locations` are in the merchant's order of preference; levels elsewhere are not used. The first location that has
/// everything serves everything, in one parcel. Failing that, each variant comes from the first location that has enough of
/// it, and is split, fullest location first, only where none has. The result is sorted by variant.
///
/// # Errors
/// Every variant with less free stock than asked for.
pub fn allocate(
    demands: &BTreeMap<VariantId, u32>,
    levels: &BTreeMap<(VariantId, LocationId), StockLevel>,
    locations: &[LocationId],
) -> Result<Vec<Allocation>, Shortages> {
    let locations = distinct(locations);
    let free = |variant: VariantId, location: LocationId| {
        levels
            .get(&(variant, location))
            .map_or(0, |level| level.free())
    };
    let shortages: Vec<Shortage> = demands
        .iter()
        .filter_map(|(variant, wanted)| {
            let total = locations
                .iter()
                .fold(0_u32, |sum, at| sum.saturating_add(free(*variant, *at)));
            (total < *wanted).then_some(Shortage {
                variant: *variant,
                wanted: *wanted,
                free: total,
            })
        })
        .collect();
    if !shortages.is_empty() {
        return Err(Shortages(shortages));
    }
    let for_all = locations.iter().copied().find(|at| {
        demands
            .iter()
            .all(|(variant, wanted)| free(*variant, *at) >= *wanted)
    });
    let wanted = demands.iter().filter(|(_, wanted)| **wanted > 0);
    Ok(wanted
        .flat_map(|(variant, wanted)| {
            let at = |location: LocationId| free(*variant, location);
            let enough = for_all.or_else(|| locations.iter().copied().find(|l| at(*l) >= *wanted));
            match enough {
                Some(location) => vec![(location, *wanted)],
                None => fullest_first(&locations, *wanted, at),
            }
            .into_iter()
            .map(|(location, quantity)| Allocation {
                variant: *variant,
                location,
                quantity,
            })
            .collect::<Vec<_>>()
        })
        .collect())
}

/// A location named twice has its stock only once.
fn distinct(locations: &[LocationId]) -> Vec<LocationId> {
    let mut seen = BTreeSet::new();
    locations
        .iter()
        .copied()
        .filter(|location| seen.insert(*location))
        .collect()
}

/// As few parcels as possible: takes from the fullest location first; of equally full ones, from the preferred.
fn fullest_first(
    locations: &[LocationId],
    wanted: u32,
    free: impl Fn(LocationId) -> u32,
) -> Vec<(LocationId, u32)> {
    let mut sorted: Vec<(LocationId, u32)> = locations
        .iter()
        .map(|location| (*location, free(*location)))
        .collect();
    sorted.sort_by_key(|(_, pieces)| std::cmp::Reverse(*pieces));
    let mut missing = wanted;
    let mut taken = Vec::new();
    for (location, pieces) in sorted {
        let take = pieces.min(missing);
        if take > 0 {
            taken.push((location, take));
            missing -= take;
        }
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn variant(id: u128) -> VariantId {
        VariantId::from_uuid(Uuid::from_u128(id))
    }

    fn place(id: u128) -> LocationId {
        LocationId::from_uuid(Uuid::from_u128(id))
    }

    fn levels(rows: &[(u128, u128, u32)]) -> BTreeMap<(VariantId, LocationId), StockLevel> {
        let level = |on_hand| StockLevel {
            on_hand,
            reserved: 0,
            allocated: 0,
        };
        rows.iter()
            .map(|(v, l, n)| ((variant(*v), place(*l)), level(*n)))
            .collect()
    }

    fn wanted(rows: &[(u128, u32)]) -> BTreeMap<VariantId, u32> {
        rows.iter().map(|(v, n)| (variant(*v), *n)).collect()
    }

    fn plain(allocations: Vec<Allocation>) -> Vec<(u128, u128, u32)> {
        allocations
            .iter()
            .map(|a| {
                (
                    a.variant.as_uuid().as_u128(),
                    a.location.as_uuid().as_u128(),
                    a.quantity,
                )
            })
            .collect()
    }

    #[test]
    fn free_is_what_is_neither_held_nor_sold() {
        assert_eq!(
            StockLevel {
                on_hand: 10,
                reserved: 3,
                allocated: 2
            }
            .free(),
            5
        );
        assert_eq!(
            StockLevel {
                on_hand: 1,
                reserved: 3,
                allocated: 2
            }
            .free(),
            0
        );
    }

    #[test]
    fn one_parcel_when_possible() {
        let stock = levels(&[(1, 1, 9), (2, 1, 0), (1, 2, 2), (2, 2, 2)]);
        let chosen = allocate(&wanted(&[(1, 2), (2, 2)]), &stock, &[place(1), place(2)]).unwrap();
        assert_eq!(plain(chosen), [(1, 2, 2), (2, 2, 2)]);
    }

    #[test]
    fn else_each_variant_whole_else_fullest_first() {
        let stock = levels(&[(1, 1, 5), (2, 2, 5), (3, 1, 2), (3, 2, 4), (3, 3, 4)]);
        let demands = wanted(&[(1, 5), (2, 5), (3, 7)]);
        let chosen = allocate(&demands, &stock, &[place(1), place(3), place(2)]).unwrap();
        assert_eq!(plain(chosen), [(1, 1, 5), (2, 2, 5), (3, 3, 4), (3, 2, 3)]);
    }

    #[test]
    fn all_shortages_at_once() {
        let stock = levels(&[(1, 1, 1), (2, 1, 5)]);
        let demands = wanted(&[(1, 2), (2, 5), (3, 1)]);
        let Shortages(short) = allocate(&demands, &stock, &[place(1), place(1)]).unwrap_err();
        let plain: Vec<_> = short
            .iter()
            .map(|s| (s.variant, s.wanted, s.free))
            .collect();
        assert_eq!(plain, [(variant(1), 2, 1), (variant(3), 1, 0)]);
    }

    proptest! {
        #[test]
        fn demand_sums(raw in prop::collection::vec((0..4_u128, 0..3_u128, 1..=99_i64), 0..40)) {
            let lines: Vec<_> = raw.iter()
                .map(|(v, l, n)| (variant(*v), place(*l), Quantity::try_from(*n).unwrap()))
                .collect();
            let sums = demand(&lines);
            prop_assert_eq!(sums.values().map(|n| i64::from(*n)).sum::<i64>(), raw.iter().map(|row| row.2).sum::<i64>());
            for ((v, l), sum) in &sums {
                let by_hand: u32 = lines.iter().filter(|row| row.0 == *v && row.1 == *l).map(|row| row.2.get()).sum();
                prop_assert_eq!(*sum, by_hand);
            }
        }

        #[test]
        fn allocation_serves_exactly_and_never_oversells(
            stock in prop::collection::btree_map((0..4_u128, 0..4_u128), 0..10_u32, 0..16),
            demands in prop::collection::btree_map(0..4_u128, 0..15_u32, 0..4),
        ) {
            let rows: Vec<_> = stock.iter().map(|((v, l), n)| (*v, *l, *n)).collect();
            let stock = levels(&rows);
            let demands: BTreeMap<_, _> = demands.into_iter().map(|(v, n)| (variant(v), n)).collect();
            let places: Vec<_> = (0..4).map(place).collect();
            let total_free = |v: VariantId| places.iter().map(|l| stock.get(&(v, *l)).map_or(0, |s| s.free())).sum::<u32>();
            match allocate(&demands, &stock, &places) {
                Ok(chosen) => {
                    for (v, n) in &demands {
                        prop_assert_eq!(chosen.iter().filter(|a| a.variant == *v).map(|a| a.quantity).sum::<u32>(), *n);
                    }
                    for a in &chosen {
                        prop_assert!(a.quantity > 0 && a.quantity <= stock[&(a.variant, a.location)].free());
                    }
                }
                Err(Shortages(short)) => {
                    let expected: Vec<_> = demands.iter().filter(|(v, n)| total_free(**v) < **n).map(|(v, _)| *v).collect();
                    prop_assert_eq!(short.iter().map(|s| s.variant).collect::<Vec<_>>(), expected);
                }
            }
        }
    }
}
