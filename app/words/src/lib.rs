//! The languages of the interface: which one is spoken, and the sentences in it.
//!
//! Code says its sentences in English, wrapped in [`t!`] (one sentence) or [`tn!`] (one that counts). The translations lie in
//! `po/*.po`, in the format that translators' tools read (GNU gettext), and are built in: a sentence in all languages stands
//! where it is used, so that a program contains no more of them than it says. A sentence without a translation is said in
//! English. `cargo xtask words` brings the files up to date with the code.

// So that the macros can be used in here.
#[cfg(test)]
extern crate self as words;

// What the macros read: when it changes, so has every sentence.
const _: [&str; 4] = [
    include_str!("../po/de.po"),
    include_str!("../po/fr.po"),
    include_str!("../po/sw.po"),
    include_str!("../po/ar.po"),
];

mod locale;
mod numbers;
mod speech;

pub use locale::{Locale, Region};
pub use numbers::{Count, decimal, digits};
pub use speech::{Speech, Spoken, language, locale, say, set_locale, speaking, speech, term};
pub use words_macros::{t, tn};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// What the code is written in, and what is said where another language has no words.
    #[default]
    English,
    German,
    French,
    Swahili,
    Arabic,
}

impl Language {
    /// Every language, English first.
    pub const ALL: [Self; 5] = [
        Self::English,
        Self::German,
        Self::French,
        Self::Swahili,
        Self::Arabic,
    ];

    /// The language's tag as in HTML and in addresses (BCP 47), `de`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Swahili => "sw",
            Self::Arabic => "ar",
        }
    }

    /// The language of a tag; tags of regions (`de-AT`) are those of their language.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// What its speakers call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            Self::French => "Français",
            Self::Swahili => "Kiswahili",
            Self::Arabic => "العربية",
        }
    }

    /// The value of HTML's `dir`.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        match self {
            Self::Arabic => "rtl",
            _ => "ltr",
        }
    }

    /// Which of the forms of a sentence that counts is said for `count`: the `plural=` of the language's file. Source: GNU
    /// gettext's manual, "Plural forms", which agrees with the cardinal rules of CLDR for whole numbers up to a million.
    #[must_use]
    pub const fn plural_form(self, count: u64) -> usize {
        match self {
            Self::English | Self::German | Self::Swahili => (count != 1) as usize,
            Self::French => (count > 1) as usize,
            Self::Arabic => match (count, count % 100) {
                (0, _) => 0,
                (1, _) => 1,
                (2, _) => 2,
                (_, 3..=10) => 3,
                (_, 11..) => 4,
                _ => 5,
            },
        }
    }
}

#[doc(hidden)]
pub mod __private {
    /// The text of the language that is spoken; in the order of [`super::Language::ALL`].
    #[must_use]
    pub fn pick(texts: [&'static str; 5]) -> &'static str {
        texts[super::language() as usize]
    }
}

#[cfg(test)]
mod tests;
