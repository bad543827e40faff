//! Made-up goods: prices, and pictures as data addresses, so that nothing has to be loaded.

use domain::money::{Currency, Money};
use ui::Image;

pub const MUG: &str = "Stoneware mug with thumb rest";
/// As long as titles get.
pub const RUNNER: &str = "Linen table runner, washed until it is soft, in eight colours, for long tables and for short ones";

pub fn euro(minor: i64) -> Money {
    Money::new(minor, Currency::Eur)
}

/// A vessel before a wall, in one of four palettes.
pub fn image(seed: usize, alt: &str) -> Image {
    let (wall, ground, thing) = match seed % 4 {
        0 => ("e9d9c3", "d9c3a0", "b2512f"),
        1 => ("d5dccd", "b9c5ab", "365445"),
        2 => ("cfdde3", "aec5cf", "3f7486"),
        _ => ("efdcd2", "e0bda9", "6b3f58"),
    };
    let src = format!(
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 800 1000'><rect width='800' height='1000' \
         fill='%23{wall}'/><rect y='700' width='800' height='300' fill='%23{ground}'/><ellipse cx='450' cy='800' rx='230' \
         ry='26' fill='%23000' opacity='.13'/><path d='M330 360h140v60c60 40 100 110 100 200 0 130-60 180-170 \
         180s-170-50-170-180c0-90 40-160 100-200z' fill='%23{thing}'/></svg>"
    );
    Image {
        // Spaces are no part of an address.
        src: src
            .replace(' ', "%20")
            .replace('<', "%3C")
            .replace('>', "%3E"),
        srcset: None,
        width: 800,
        height: 1000,
        alt: alt.to_owned(),
        placeholder: Some(format!("#{wall}")),
        blur: String::new(),
    }
}
