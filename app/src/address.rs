//! Addresses of pages by language: `/p/mug` is the English page, `/de/p/mug` the German one. The server takes the language off a
//! request's path before it looks for a route, so routes and links are written without it; rendered links, redirects and
//! whatever else leaves the server get it back.

use words::{Language, language};

/// What is not a page, and the same in every language.
const FILES: [&str; 7] = [
    "/pkg/",
    "/fonts/",
    "/media/",
    "/dev/",
    "/favicon.svg",
    "/apple-touch-icon.png",
    "/manifest.webmanifest",
];

/// What the paths of a language begin with; English ones with nothing.
#[must_use]
pub const fn prefix(language: Language) -> &'static str {
    match language {
        Language::English => "",
        Language::German => "/de",
        Language::French => "/fr",
        Language::Swahili => "/sw",
        Language::Arabic => "/ar",
    }
}

/// The language at the beginning of a path, and the path without it (which begins with `/`). None when no language is named.
#[must_use]
pub fn split(path: &str) -> Option<(Language, &str)> {
    let rest = path.strip_prefix('/')?;
    let (tag, after) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let language = Language::ALL
        .into_iter()
        .find(|language| language.tag() == tag)?;
    Some((language, if after.is_empty() { "/" } else { after }))
}

/// The page `path` (which begins with `/`, and may have a query) in `language`. What is no page, or has a language already,
/// stays as it is.
#[must_use]
pub fn in_language(language: Language, path: &str) -> String {
    let prefix = prefix(language);
    let end = path.find(['?', '#']).unwrap_or(path.len());
    let (place, query) = path.split_at(end);
    let foreign = !path.starts_with('/') || path.starts_with("//");
    if prefix.is_empty()
        || foreign
        || split(place).is_some()
        || FILES.iter().any(|file| place.starts_with(file))
    {
        return path.to_owned();
    }
    format!(
        "{prefix}{}{query}",
        place.strip_suffix('/').unwrap_or(place)
    )
}

/// The page `path` in the language that is spoken.
#[must_use]
pub fn here(path: &str) -> String {
    in_language(language(), path)
}
