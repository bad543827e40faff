//! Slugs: the readable part of a page's address. Lower-case ASCII letters and digits in words joined by single hyphens.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use thiserror::Error;
use words::t;

/// The most characters of a slug.
pub const MAX_SLUG: usize = 80;

/// A valid slug, 1 to 80 characters.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

/// Not a slug; the message is meant for the person who typed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{}", t!("Use 1 to 80 lower-case letters, digits and single hyphens, for example blue-cotton-shirt"))]
pub struct InvalidSlug;

impl Slug {
    /// The slug of a title; `None` when nothing of it is left, as of a title in another script.
    pub fn from_title(title: &str) -> Option<Self> {
        let slug = slugify(title);
        (!slug.is_empty()).then_some(Self(slug))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Folds `title` to a slug of at most 80 characters, cut between words where possible; empty when nothing is left.
pub fn slugify(title: &str) -> String {
    let mut slug = String::new();
    let mut gap = false;
    for character in title.chars().flat_map(char::to_lowercase) {
        let folded = fold(character);
        if folded.is_empty() {
            gap |= separates(character);
            continue;
        }
        if gap && !slug.is_empty() {
            slug.push('-');
        }
        gap = false;
        slug.push_str(folded);
    }
    if slug.len() > MAX_SLUG {
        // A word that would be cut in two is left out, unless it is the only one.
        let end = slug[..=MAX_SLUG].rfind('-').unwrap_or(MAX_SLUG);
        slug.truncate(end);
    }
    slug
}

/// Apostrophes and combining marks belong to their word; all else that is not kept stands between words.
const fn separates(character: char) -> bool {
    !matches!(
        character,
        '\'' | '’' | 'ʼ' | '\u{ad}' | '\u{300}'..='\u{36f}'
    )
}

/// The ASCII of a lower-case Latin letter or digit; empty for everything else.
fn fold(character: char) -> &'static str {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyz0123456789";
    if let Some(position) = PLAIN.find(character) {
        return &PLAIN[position..=position];
    }
    match character {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ' | 'ả' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ð' | 'ď' | 'đ' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ' | 'ẻ' | 'ẽ' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ' | 'ị' => "i",
        'ĳ' => "ij",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŋ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ' | 'ỏ' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ' | 'ủ' => {
            "u"
        }
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ' | 'ỷ' | 'ỹ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => "",
    }
}

impl FromStr for Slug {
    type Err = InvalidSlug;

    fn from_str(text: &str) -> Result<Self, InvalidSlug> {
        let word = |word: &str| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        if text.len() <= MAX_SLUG && text.split('-').all(word) {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidSlug)
        }
    }
}

impl TryFrom<String> for Slug {
    type Error = InvalidSlug;

    fn try_from(text: String) -> Result<Self, InvalidSlug> {
        text.parse()
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn folds_titles() {
        let cases = [
            ("Blue Cotton Shirt", "blue-cotton-shirt"),
            ("  Crème brûlée – 2×100 g!  ", "creme-brulee-2-100-g"),
            ("Straße & Œuvre", "strasse-oeuvre"),
            ("Łódź, Kraków / Český", "lodz-krakow-cesky"),
            ("Kid's T-shirt", "kids-t-shirt"),
            ("Cafe\u{301} au lait", "cafe-au-lait"),
            ("İstanbul", "istanbul"),
            ("日本", ""),
            ("---", ""),
        ];
        for (title, slug) in cases {
            assert_eq!(slugify(title), slug, "{title}");
        }
        assert_eq!(Slug::from_title("日本"), None);
    }

    #[test]
    fn cuts_between_words() {
        assert_eq!(slugify(&"a".repeat(100)).len(), MAX_SLUG);
        let title = format!("{} {}", "a".repeat(40), "b".repeat(60));
        assert_eq!(slugify(&title), "a".repeat(40));
        let exact = format!("{} {} c", "a".repeat(40), "b".repeat(39));
        assert_eq!(slugify(&exact).len(), MAX_SLUG);
    }

    #[test]
    fn refuses_what_is_no_slug() {
        for bad in [
            "",
            "-",
            "a-",
            "-a",
            "a--b",
            "A",
            "a b",
            "é",
            &"a".repeat(81),
        ] {
            assert_eq!(bad.parse::<Slug>(), Err(InvalidSlug), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn every_slug_is_valid_and_its_own_slug(title in "\\PC{0,120}") {
            let slug = slugify(&title);
            if !slug.is_empty() {
                prop_assert!(slug.parse::<Slug>().is_ok(), "{slug}");
            }
            prop_assert_eq!(slugify(&slug), slug);
        }
    }
}
