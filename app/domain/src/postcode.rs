//! The shapes of postcodes. `9` stands for a digit, `a` for a letter, `*` for either; the rest stands for itself.
//!
//! Spaces and hyphens are optional when typed and are set right here. Sources: Universal Postal Union, *Addressing
//! solutions*, country sheets; Royal Mail, *Programmers' guide* (GB); Eircode, *Product guide* (IE).

use crate::country::CountryCode;

/// What a country's postcodes look like.
pub(crate) struct PostcodeRule {
    shapes: &'static [&'static str],
    /// One to show to a person who got it wrong.
    pub(crate) example: &'static str,
}

/// The rule for `country`; `None` where postcodes are not used by everybody or their shape is not known here.
pub(crate) fn rule(country: CountryCode) -> Option<PostcodeRule> {
    let (shapes, example): (&'static [&'static str], &'static str) = match country.as_str() {
        "DE" => (&["99999"], "10115"),
        "FR" => (&["99999"], "75001"),
        "IT" => (&["99999"], "00184"),
        "ES" => (&["99999"], "28013"),
        "FI" => (&["99999"], "00100"),
        "EE" => (&["99999"], "10111"),
        "HR" => (&["99999"], "10000"),
        "TR" => (&["99999"], "34000"),
        "MX" => (&["99999"], "06000"),
        "UA" => (&["99999"], "01001"),
        "KR" => (&["99999"], "04524"),
        "LT" => (&["LT-99999", "99999"], "LT-01100"),
        "AT" => (&["9999"], "1010"),
        "BE" => (&["9999"], "1000"),
        "BG" => (&["9999"], "1000"),
        "CH" => (&["9999"], "8001"),
        "LI" => (&["9999"], "9490"),
        "CY" => (&["9999"], "1010"),
        "DK" => (&["9999"], "1050"),
        "HU" => (&["9999"], "1011"),
        "LU" => (&["L-9999", "9999"], "1009"),
        "LV" => (&["LV-9999", "9999"], "LV-1050"),
        "NO" => (&["9999"], "0150"),
        "SI" => (&["SI-9999", "9999"], "1000"),
        "AU" => (&["9999"], "2000"),
        "NZ" => (&["9999"], "6011"),
        "ZA" => (&["9999"], "8001"),
        "CZ" => (&["999 99"], "110 00"),
        "SK" => (&["999 99"], "811 01"),
        "SE" => (&["999 99"], "111 20"),
        "GR" => (&["999 99"], "105 57"),
        "PL" => (&["99-999"], "00-001"),
        "PT" => (&["9999-999"], "1000-001"),
        "NL" => (&["9999 aa"], "1012 AB"),
        "IE" => (&["a99 ****", "D6W ****"], "D02 AF30"),
        "MT" => (&["aaa 9999"], "VLT 1117"),
        "IS" => (&["999"], "101"),
        "RO" => (&["999999"], "010011"),
        "IN" => (&["999999", "999 999"], "110001"),
        "SG" => (&["999999"], "018956"),
        "CN" => (&["999999"], "100000"),
        "GB" => (
            &[
                "a9 9aa", "a99 9aa", "aa9 9aa", "aa99 9aa", "a9a 9aa", "aa9a 9aa",
            ],
            "SW1A 1AA",
        ),
        "CA" => (&["a9a 9a9"], "K1A 0B1"),
        "US" => (&["99999", "99999-9999"], "10001"),
        "JP" => (&["999-9999"], "100-0001"),
        "BR" => (&["99999-999"], "01001-000"),
        _ => return None,
    };
    Some(PostcodeRule { shapes, example })
}

impl PostcodeRule {
    /// `typed` in the country's spelling, `sw1a1aa` as `SW1A 1AA`; `None` when it has another shape.
    pub(crate) fn normalise(&self, typed: &str) -> Option<String> {
        let bare: Vec<char> = typed
            .chars()
            .filter(|character| !matches!(character, ' ' | '-'))
            .map(|character| character.to_ascii_uppercase())
            .collect();
        self.shapes.iter().find_map(|shape| fit(shape, &bare))
    }
}

fn fit(shape: &str, bare: &[char]) -> Option<String> {
    let mut characters = bare.iter().copied();
    let mut fitted = String::with_capacity(shape.len());
    for expected in shape.chars() {
        if matches!(expected, ' ' | '-') {
            fitted.push(expected);
            continue;
        }
        let character = characters.next()?;
        let fits = match expected {
            '9' => character.is_ascii_digit(),
            'a' => character.is_ascii_uppercase(),
            '*' => character.is_ascii_digit() || character.is_ascii_uppercase(),
            literal => character == literal,
        };
        if !fits {
            return None;
        }
        fitted.push(character);
    }
    characters.next().is_none().then_some(fitted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_fits_its_own_rule_as_it_stands() {
        let mut rules = 0;
        for country in CountryCode::all() {
            if let Some(rule) = rule(country) {
                rules += 1;
                assert_eq!(
                    rule.normalise(rule.example).as_deref(),
                    Some(rule.example),
                    "{country}"
                );
            }
        }
        assert_eq!(
            rules, 46,
            "one per arm: none names a code that is no country"
        );
    }

    #[test]
    fn spelling_is_set_right_and_nonsense_refused() {
        let normalise =
            |country: &str, typed: &str| rule(country.parse().unwrap()).unwrap().normalise(typed);
        let cases = [
            ("GB", "sw1a1aa", Some("SW1A 1AA")),
            ("GB", "M1-1AE", Some("M1 1AE")),
            ("GB", "SW1A 11A", None),
            ("NL", "1012ab", Some("1012 AB")),
            ("PL", "00001", Some("00-001")),
            ("US", "100011234", Some("10001-1234")),
            ("US", "1000", None),
            ("DE", "1011", None),
            ("DE", "10115x", None),
            ("DE", "1011٥", None),
            ("IE", "d6wxy00", Some("D6W XY00")),
            ("LV", "lv1050", Some("LV-1050")),
            ("CA", "K1A 0B", None),
        ];
        for (country, typed, expected) in cases {
            assert_eq!(
                normalise(country, typed).as_deref(),
                expected,
                "{country} {typed}"
            );
        }
    }
}
