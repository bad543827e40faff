//! The tree of departments, categories and shelves.
//!
//! Products lie on leaves only. A leaf's attributes and their choices are those its products carry.

mod house;
mod person;

use super::random::seed_of;
use super::{AttributeDef, AttributeKind, Category, Product, kinds};
use std::collections::BTreeSet;

/// Slug, name, description, parent; position is the order within a parent.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    Option<&'static str>,
);

/// The whole tree, parents before children.
pub(super) fn categories(products: &[Product]) -> Vec<Category> {
    let tree = [house::ROWS, person::ROWS].concat();
    tree.iter()
        .enumerate()
        .map(|(index, &(slug, name, description, parent))| Category {
            slug,
            name,
            description,
            parent,
            position: tree[..index].iter().filter(|row| row.3 == parent).count() as u16,
            attributes: attributes(slug, products),
            seed: seed_of(slug),
        })
        .collect()
}

fn attributes(leaf: &str, products: &[Product]) -> Vec<AttributeDef> {
    let mut keys: Vec<(&str, &str)> = Vec::new();
    for kind in kinds::kinds().filter(|kind| kind.leaf == leaf) {
        for pair in [kind.made_of, (kind.spec.key, kind.spec.label)] {
            if keys.iter().all(|known| known.0 != pair.0) {
                keys.push(pair);
            }
        }
    }
    if !keys.is_empty() {
        keys.extend([("care", "Care"), ("origin", "Made in")]);
    }
    if kinds::kinds().any(|kind| kind.leaf == leaf && kind.family.has_style()) {
        keys.push(("style", "Style"));
    }
    keys.into_iter()
        .map(|(key, label)| AttributeDef {
            key,
            label,
            kind: AttributeKind::Choice,
            choices: choices(leaf, key, products),
        })
        .collect()
}

fn choices(leaf: &str, key: &str, products: &[Product]) -> Vec<String> {
    let values: BTreeSet<&String> = products
        .iter()
        .filter(|product| product.category == leaf)
        .flat_map(|product| &product.attributes)
        .filter(|(of, _)| *of == key)
        .map(|(_, value)| value)
        .collect();
    values.into_iter().cloned().collect()
}
