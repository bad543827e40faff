//! An opaque sRGB colour and the few mixtures an illustrator needs.
//!
//! Invariant: prints as `#rrggbb`, ready for SVG and CSS. Mixing is done in gamma space on purpose:
//! it keeps the poster-like, slightly dusty tones the palettes were picked for.

use std::fmt;

/// Red, green and blue, 0–255.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    pub(crate) const WHITE: Self = Self(255, 252, 245);

    /// Reads `0xrrggbb`.
    pub(crate) const fn hex(value: u32) -> Self {
        let [_, r, g, b] = value.to_be_bytes();
        Self(r, g, b)
    }

    /// This colour with `share` (0–1) of `other` stirred in.
    pub(crate) fn mix(self, other: Self, share: f32) -> Self {
        let blend = |a: u8, b: u8| {
            let (a, b) = (f32::from(a), f32::from(b));
            (a + (b - a) * share.clamp(0.0, 1.0)).round() as u8
        };
        Self(
            blend(self.0, other.0),
            blend(self.1, other.1),
            blend(self.2, other.2),
        )
    }

    pub(crate) fn lighten(self, share: f32) -> Self {
        self.mix(Self::WHITE, share)
    }

    pub(crate) fn darken(self, share: f32) -> Self {
        self.mix(Self(30, 20, 24), share)
    }

    /// Perceived lightness, 0 (black) to 1 (white), by the Rec. 601 luma weights.
    pub(crate) fn luma(self) -> f32 {
        (0.299 * f32::from(self.0) + 0.587 * f32::from(self.1) + 0.114 * f32::from(self.2)) / 255.0
    }

    /// Euclidean distance in RGB, 0–1.73.
    pub(crate) fn distance(self, other: Self) -> f32 {
        let part = |a: u8, b: u8| ((f32::from(a) - f32::from(b)) / 255.0).powi(2);
        (part(self.0, other.0) + part(self.1, other.1) + part(self.2, other.2)).sqrt()
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}
