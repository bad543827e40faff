//! What sort of thing a product is: one [`Kind`] per picture archetype.
//!
//! A kind knows its shelf (leaf category), options, weight, typical facts, and the sentences that are
//! true of every such thing. What is true of one product only stands in its maker's file.

mod body;
mod desk;
mod home;
mod kitchen;
mod outdoors;
mod pantry;
mod soft;
mod table;
mod wear;
mod worn;

use super::prose::care::Care;
use super::reviews::Family;
use crate::pictures::Archetype;

/// One way in which variants of a product differ.
pub(super) enum Axis {
    /// Between the given numbers of colourways from the maker's palette; one means no option at all.
    Colour(u32, u32),
    /// A named list of values, each with its price in percent of the product's base price.
    Values(&'static str, &'static [(&'static str, u32)]),
}

/// The kind's own filterable attribute, and how it reads in the list of facts.
pub(super) struct Spec {
    pub key: &'static str,
    pub label: &'static str,
    pub values: &'static [&'static str],
    /// `{}` stands for the value.
    pub fact: &'static str,
}

pub(super) struct Kind {
    /// What its pictures show; every archetype has one kind.
    pub archetype: Archetype,
    pub leaf: &'static str,
    pub family: Family,
    pub care: Care,
    /// Key and label of the attribute that a maker's row fills ("material", or "flower" for honey).
    pub made_of: (&'static str, &'static str),
    pub spec: Spec,
    /// Typical weight in grams of the smallest size.
    pub grams: u32,
    pub axes: &'static [Axis],
    pub tags: &'static [&'static str],
    pub lines: &'static [&'static str],
    pub facts: &'static [&'static str],
    pub praise: &'static [&'static str],
    pub caveats: &'static [&'static str],
}

pub(super) const MATERIAL: (&str, &str) = ("material", "Material");

/// Every kind, in the order of the shop's departments.
pub(super) fn kinds() -> impl Iterator<Item = &'static Kind> {
    [
        home::KINDS,
        soft::KINDS,
        table::KINDS,
        kitchen::KINDS,
        pantry::KINDS,
        wear::KINDS,
        worn::KINDS,
        body::KINDS,
        desk::KINDS,
        outdoors::KINDS,
    ]
    .into_iter()
    .flatten()
}
