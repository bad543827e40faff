//! Addresses of pages by language and market: `/p/mug` is the English page of the shop's own market, `/de/p/mug` the German one,
//! `/de-ch/p/mug` the German one of the Swiss market. The server takes this beginning off a request's path before it looks for
//! a route, so routes and links are written without it; rendered links, redirects and whatever else leaves the server get it
//! back.

use words::{Language, Locale, Region, locale};

/// What is the same in every language and market: files, and the doors of programs, which say what they want in headers.
const ALIKE: [&str; 13] = [
    "/pkg/",
    "/fonts/",
    "/media/",
    "/dev/",
    "/favicon.svg",
    "/apple-touch-icon.png",
    "/manifest.webmanifest",
    "/sw.js",
    "/live/",
    "/api/v1/",
    "/webhooks/",
    "/healthz",
    "/readyz",
];

fn is_alike(path: &str) -> bool {
    ALIKE.iter().any(|alike| path.starts_with(alike))
}

/// What the paths of a language, in a market if one is said, begin with; English ones of the shop's own market with nothing.
#[must_use]
pub fn prefix(locale: impl Into<Locale>) -> String {
    match locale.into() {
        Locale {
            language: Language::English,
            region: None,
        } => String::new(),
        Locale {
            language,
            region: None,
        } => format!("/{}", language.tag()),
        Locale {
            language,
            region: Some(region),
        } => format!("/{}-{region}", language.tag()),
    }
}

/// What is at the beginning of a path, and the path without it (which begins with `/`). None when no language is named, or
/// what follows is the same in all of them.
#[must_use]
pub fn split(path: &str) -> Option<(Locale, &str)> {
    let rest = path.strip_prefix('/')?;
    let (tag, after) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let (tag, region) = match tag.split_once('-') {
        Some((tag, region)) => (tag, Some(Region::of(region)?)),
        None => (tag, None),
    };
    let language = Language::ALL
        .into_iter()
        .find(|language| language.tag() == tag)?;
    let path = if after.is_empty() { "/" } else { after };
    (!is_alike(path)).then_some((Locale { language, region }, path))
}

/// The page `path` (which begins with `/`, and may have a query) in this language and market. What is no page, or has a
/// language already, stays as it is.
#[must_use]
pub fn in_locale(locale: impl Into<Locale>, path: &str) -> String {
    let prefix = prefix(locale);
    let end = path.find(['?', '#']).unwrap_or(path.len());
    let (place, query) = path.split_at(end);
    let foreign = !path.starts_with('/') || path.starts_with("//");
    if prefix.is_empty() || foreign || split(place).is_some() || is_alike(place) {
        return path.to_owned();
    }
    format!(
        "{prefix}{}{query}",
        place.strip_suffix('/').unwrap_or(place)
    )
}

/// The page `path` in this language, in the market it is asked for in.
#[must_use]
pub fn in_language(language: Language, path: &str) -> String {
    let region = locale().region;
    in_locale(Locale { language, region }, path)
}

/// The page `path` in the language that is spoken, where it is.
#[must_use]
pub fn here(path: &str) -> String {
    in_locale(locale(), path)
}
