//! What to draw: an archetype, a seed, a view and, where the product has options, a colourway.
//!
//! Invariant: a [`Scene`] determines its picture entirely; equal scenes are equal byte for byte.

use super::archetype::Archetype;
use super::colour::Colour;

/// Which of a product's pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum View {
    /// The product alone, straight on: the card's picture.
    Front,
    /// Another composition: turned, or with companions.
    Angle,
    /// A close crop of material and pattern.
    Detail,
    /// In a setting: on a shelf, beside plants or books, in window light.
    Styled,
}

impl View {
    /// Every view, in gallery order.
    pub const ALL: [Self; 4] = [Self::Front, Self::Angle, Self::Detail, Self::Styled];

    /// Stable kebab-case identifier.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Front => "front",
            Self::Angle => "angle",
            Self::Detail => "detail",
            Self::Styled => "styled",
        }
    }
}

macro_rules! colourways {
    ($($variant:ident = $name:literal, $hex:literal;)+) => {
        /// A named colour of a product option; it replaces the object's main colour.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Colourway { $($variant,)+ }

        impl Colourway {
            /// Every colourway, dark neutrals last.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The option value shown to shoppers, e.g. `Rust`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// The colourway with this [`name`](Self::name), whatever its case.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|way| way.name().eq_ignore_ascii_case(name))
            }

            /// The swatch; prints as `#rrggbb`.
            #[must_use]
            pub const fn colour(self) -> Colour {
                match self { $(Self::$variant => Colour::hex($hex),)+ }
            }
        }
    };
}

colourways! {
    Chalk = "Chalk", 0xefe9dc;
    Sand = "Sand", 0xd9c3a0;
    Clay = "Clay", 0xc48a6a;
    Rust = "Rust", 0xb2512f;
    Ochre = "Ochre", 0xd29a3a;
    Moss = "Moss", 0x7c8450;
    Sage = "Sage", 0xa9b79c;
    Forest = "Forest", 0x365445;
    Sky = "Sky", 0xa3c2cf;
    Ocean = "Ocean", 0x3f7486;
    Indigo = "Indigo", 0x3b4673;
    Plum = "Plum", 0x6b3f58;
    Blush = "Blush", 0xe5bfae;
    Rose = "Rose", 0xc4707a;
    Ink = "Ink", 0x2a2f3d;
    Charcoal = "Charcoal", 0x4a4844;
}

/// One picture of one product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Scene {
    pub archetype: Archetype,
    /// The product's number: chooses proportions, palette, pattern, material and backdrop.
    pub seed: u64,
    pub view: View,
    /// Colour of the chosen option; `None` leaves the choice to the seed.
    pub colourway: Option<Colourway>,
}
