//! What a filter chooses, facet by facet.

use uuid::Uuid;

use super::{Candidate, Names};
use crate::{catalog::facets::FacetFilter, markets::stored_bounds};

/// A facet with what is chosen of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen<'a> {
    /// Those below the chosen ones too.
    Categories(Vec<Uuid>),
    /// Slugs.
    Merchants(&'a [String]),
    /// As prices are stored, both inclusive.
    Price(i64, i64),
    InStock,
    OnSale,
    /// So many stars and up.
    Rating(i16),
    /// The key, and 'key=value' of each.
    Attribute(&'a str, Vec<String>),
}

impl Chosen<'_> {
    /// Whether a product has what is chosen. As `sql::fitting` says it in SQL.
    pub fn fits(&self, own: &Candidate) -> bool {
        match self {
            Self::Categories(ids) => own.category_id.is_some_and(|id| ids.contains(&id)),
            Self::Merchants(slugs) => slugs.iter().any(|slug| slug == own.merchant().0),
            Self::Price(min, max) => (min..=max).contains(&&own.price_minor),
            Self::InStock => own.in_stock,
            Self::OnSale => own.on_sale,
            Self::Rating(stars) => own.rating_tenths >= stars * 10,
            Self::Attribute(_, pairs) => own
                .attributes()
                .any(|own| pairs.iter().any(|pair| pair == own)),
        }
    }
}

/// The facets something is chosen of. A parameter that is no attribute's key means nothing.
pub fn chosen<'a>(filter: &'a FacetFilter, names: &Names) -> Vec<Chosen<'a>> {
    let mut all = Vec::new();
    if !filter.categories.is_empty() {
        let branches = names.branches.iter();
        let within = branches.filter(|branch| filter.categories.contains(&branch.slug));
        let ids = within.flat_map(|branch| branch.ids.iter().copied());
        all.push(Chosen::Categories(ids.collect()));
    }
    if !filter.merchants.is_empty() {
        all.push(Chosen::Merchants(&filter.merchants));
    }
    let (min, max) = stored_bounds(filter.min, filter.max);
    if min.is_some() || max.is_some() {
        all.push(Chosen::Price(min.unwrap_or(0), max.unwrap_or(i64::MAX)));
    }
    if filter.in_stock {
        all.push(Chosen::InStock);
    }
    if filter.on_sale {
        all.push(Chosen::OnSale);
    }
    if let Some(stars) = filter.rating {
        all.push(Chosen::Rating(stars));
    }
    for (key, values) in &filter.attributes {
        if names.attributes.iter().any(|(known, ..)| known == key) {
            let pairs = values.iter().map(|value| format!("{key}={value}"));
            all.push(Chosen::Attribute(key, pairs.collect()));
        }
    }
    all
}
