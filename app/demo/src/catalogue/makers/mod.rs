//! Who sells: one file for each merchant, with its story, habits and everything it makes.
//!
//! A row of a [`Range`] holds what is true of one product only; what is true of its sort stands in
//! [`super::kinds`]. Texts end up in HTML unescaped, so none may contain `<` or `&`.

mod aubrac;
mod drevak;
mod eikask;
mod fio;
mod inishcar;
mod kiondo;
mod lys;
mod maree;
mod nordhavn;
mod olaria;
mod olmo;
mod papier;
mod skradd;
mod solingen;
mod tafraout;
mod tonlabb;
mod ubrique;
mod verbena;
mod ytterst;
mod zeitkind;

use crate::pictures::Archetype;

/// How a merchant's prices end.
#[derive(Clone, Copy)]
pub(super) enum Ending {
    /// 28.00
    Round,
    /// 27.90
    Ninety,
    /// 28.50
    Half,
}

impl Ending {
    /// The price nearest below or at `euros` (in cents) that ends the merchant's way.
    pub fn cents(self, euros: i64) -> i64 {
        match self {
            Self::Round => euros * 100,
            Self::Ninety => euros * 100 - 10,
            Self::Half => euros * 100 - 50,
        }
    }
}

/// Title, what it is made of, base price in whole euros, and the sentence that opens its description.
pub(super) type Item = (&'static str, &'static str, i64, &'static str);

/// Everything of one kind that a merchant makes.
pub(super) struct Range {
    /// Names the [`super::kinds::Kind`].
    pub kind: Archetype,
    pub items: &'static [Item],
}

pub(super) struct Maker {
    pub slug: &'static str,
    pub name: &'static str,
    /// Three letters that open every SKU.
    pub code: &'static str,
    pub tagline: &'static str,
    pub story: &'static [&'static str],
    pub city: &'static str,
    /// ISO 3166-1 alpha-2.
    pub country: &'static str,
    pub country_name: &'static str,
    pub founded: u16,
    /// Working days until dispatch, at least and at most.
    pub ships: (u8, u8),
    /// First name under replies to reviews.
    pub signs: &'static str,
    pub palette: &'static [&'static str],
    pub styles: &'static [&'static str],
    pub ending: Ending,
    /// Sentences true of everything this merchant makes.
    pub lines: &'static [&'static str],
    pub ranges: &'static [Range],
}

pub(super) const MAKERS: &[Maker] = &[
    maree::MAKER,
    olaria::MAKER,
    lys::MAKER,
    eikask::MAKER,
    inishcar::MAKER,
    tafraout::MAKER,
    kiondo::MAKER,
    solingen::MAKER,
    olmo::MAKER,
    nordhavn::MAKER,
    aubrac::MAKER,
    verbena::MAKER,
    fio::MAKER,
    skradd::MAKER,
    ubrique::MAKER,
    zeitkind::MAKER,
    papier::MAKER,
    drevak::MAKER,
    tonlabb::MAKER,
    ytterst::MAKER,
];
