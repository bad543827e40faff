//! Reads `style/tokens.css` and computes the contrast of every pair the design system sets, in light and in dark, by
//! WCAG 2.2 (relative luminance; 4.5:1 for text, 3:1 for the edges of controls and other marks).

use std::collections::HashMap;

const TOKENS: &str = include_str!("../../../style/tokens.css");

/// Text on ground.
const TEXT: &[(&str, &str)] = &[
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink", "sunken"),
    ("ink", "accent-soft"),
    ("ink", "merchant-soft"),
    ("ink", "success-soft"),
    ("ink", "warning-soft"),
    ("ink", "danger-soft"),
    ("muted", "paper"),
    ("muted", "surface"),
    ("muted", "sunken"),
    ("muted", "accent-soft"),
    ("faint", "paper"),
    ("faint", "surface"),
    ("faint", "sunken"),
    ("inverse", "ink"),
    ("on-accent", "accent"),
    ("on-accent", "accent-hover"),
    ("accent-text", "paper"),
    ("accent-text", "surface"),
    ("accent-text", "sunken"),
    ("merchant", "merchant-soft"),
    ("merchant", "surface"),
    ("merchant", "paper"),
    ("success", "success-soft"),
    ("success", "surface"),
    ("success", "paper"),
    ("warning", "warning-soft"),
    ("warning", "surface"),
    ("danger", "danger-soft"),
    ("danger", "surface"),
    ("danger", "paper"),
];

/// Edges of controls, the focus ring, icons and stars.
const MARKS: &[(&str, &str)] = &[
    ("edge", "paper"),
    ("edge", "surface"),
    ("edge", "sunken"),
    ("accent", "paper"),
    ("accent", "surface"),
    ("accent", "sunken"),
    ("star", "paper"),
    ("star", "surface"),
];

/// `name` → (light, dark), for tokens of the form `--color-name: light-dark(#rrggbb, #rrggbb);`.
fn tokens() -> HashMap<&'static str, [&'static str; 2]> {
    TOKENS
        .lines()
        .filter_map(|line| {
            let (name, value) = line
                .trim()
                .strip_prefix("--color-")?
                .split_once(": light-dark(#")?;
            let (light, dark) = value.strip_suffix(");")?.split_once(", #")?;
            Some((name, [light, dark]))
        })
        .collect()
}

/// Relative luminance of an sRGB colour `rrggbb`.
fn luminance(hex: &str) -> f64 {
    let channel = |at: usize| {
        let value =
            f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("two hexadecimal digits"))
                / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}

fn ratio(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn failures(pairs: &[(&str, &str)], least: f64) -> Vec<String> {
    let tokens = tokens();
    let mut failures = Vec::new();
    for (front, ground) in pairs {
        let [front_colours, ground_colours] = [tokens[front], tokens[ground]];
        for (theme, name) in ["light", "dark"].into_iter().enumerate() {
            let found = ratio(front_colours[theme], ground_colours[theme]);
            println!("{name:5} {front} on {ground}: {found:.2}");
            if found < least {
                failures.push(format!("{front} on {ground}, {name}: {found:.2} < {least}"));
            }
        }
    }
    failures
}

#[test]
fn ratio_of_black_on_white_is_21() {
    assert!((ratio("000000", "ffffff") - 21.0).abs() < 0.001);
}

#[test]
fn text_has_aa_contrast_in_both_themes() {
    assert_eq!(failures(TEXT, 4.5), Vec::<String>::new());
}

#[test]
fn marks_stand_out_in_both_themes() {
    assert_eq!(failures(MARKS, 3.0), Vec::<String>::new());
}
