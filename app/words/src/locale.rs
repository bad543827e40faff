//! A language and where it is spoken.

use std::{fmt, str::FromStr};

use crate::Language;

/// The code of a market: a country's two letters (ISO 3166-1), in lower case as in addresses, `ch`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Region([u8; 2]);

impl Region {
    /// None for anything but two lower-case letters.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        let letters: [u8; 2] = code.as_bytes().try_into().ok()?;
        letters
            .iter()
            .all(u8::is_ascii_lowercase)
            .then_some(Self(letters))
    }

    #[must_use]
    pub const fn as_str(&self) -> &str {
        match str::from_utf8(&self.0) {
            Ok(code) => code,
            // Two letters are text.
            Err(_) => "",
        }
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Region {
    type Err = String;

    fn from_str(code: &str) -> Result<Self, String> {
        Self::of(code).ok_or_else(|| format!("{code} is not a code of two lower-case letters"))
    }
}

/// A language, and the market it is spoken in; none is the shop's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Locale {
    pub language: Language,
    pub region: Option<Region>,
}

impl Locale {
    /// As in HTML (BCP 47): `de`, `de-CH`.
    #[must_use]
    pub fn tag(self) -> String {
        let language = self.language.tag();
        match self.region {
            Some(region) => format!("{language}-{}", region.as_str().to_ascii_uppercase()),
            None => language.to_owned(),
        }
    }

    /// What [`Locale::tag`] gives, read; none for a language nobody speaks here.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let region = tag.split_once('-').map(|(_, region)| region);
        Some(Self {
            language: Language::of_tag(tag)?,
            region: region.and_then(|code| Region::of(&code.to_ascii_lowercase())),
        })
    }
}

impl From<Language> for Locale {
    fn from(language: Language) -> Self {
        Self {
            language,
            region: None,
        }
    }
}
