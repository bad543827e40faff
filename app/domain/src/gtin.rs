//! Global trade item numbers: the number under a bar code, where it is one. Called by what is handed to search engines and
//! price comparisons, which refuse a product whose number is wrong.

/// The number in a merchant's bar code field: 8, 12, 13 or 14 digits (GTIN-8, UPC-A, EAN-13, ITF-14) whose last one is the
/// right check digit. Spaces and hyphens between digits are taken off. None for anything else, and for numbers that are
/// only unique within a shop (GTIN-13 beginning with 2 and GTIN-12 beginning with 2 or 4, GS1's restricted circulation).
///
/// Source: GS1 General Specifications, 1.4 (prefixes) and 7.9 (check digit).
pub fn gtin(barcode: &str) -> Option<String> {
    let mut digits = String::with_capacity(14);
    for letter in barcode.trim().chars() {
        match letter {
            '0'..='9' => digits.push(letter),
            ' ' | '-' => {}
            _ => return None,
        }
    }
    let local = match digits.len() {
        8 | 14 => false,
        12 => digits.starts_with(['2', '4']),
        13 => digits.starts_with('2'),
        _ => return None,
    };
    let known = digits.bytes().any(|digit| digit != b'0');
    (known && !local && checks(digits.as_bytes())).then_some(digits)
}

/// Counted from the right, digits weigh 1 and 3 by turns and sum to a multiple of ten.
fn checks(digits: &[u8]) -> bool {
    let weighed = digits.iter().rev().zip([1_u32, 3].into_iter().cycle());
    let sum: u32 = weighed
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::gtin;

    #[test]
    fn numbers_with_a_right_check_digit() {
        for number in [
            "4006381333931",
            "036000291452",
            "73513537",
            "10012345678902",
        ] {
            assert_eq!(gtin(number).as_deref(), Some(number));
        }
        assert_eq!(gtin(" 4-006381-333931 ").as_deref(), Some("4006381333931"));
    }

    #[test]
    fn anything_else() {
        for text in [
            "",
            "4006381333932",
            "400638133393",
            "SKU-12345678",
            "0000000000000",
            "2012345678903",
            "４００６３８１３３３９３１",
        ] {
            assert_eq!(gtin(text), None, "{text}");
        }
    }
}
