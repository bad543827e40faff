//! `robots.txt`: what crawlers may read, and where the sitemaps are.

use words::Language;

use crate::{address::prefix, ssr::Settings};

/// Pages of one visitor, doors of programs, and lists without end that repeat what other pages have. A later page of a
/// category may be followed, its orders and filters may not.
const RULES: [&str; 16] = [
    "Disallow: /api/",
    "Disallow: /cart",
    "Disallow: /checkout",
    "Disallow: /orders/",
    "Disallow: /questions/",
    "Disallow: /payments/",
    "Disallow: /webhooks/",
    "Disallow: /test-provider/",
    "Disallow: /dev/",
    "Disallow: /search",
    "Disallow: /live/",
    "Disallow: /recently-viewed",
    "Disallow: /p/*/ask",
    "Disallow: /c/*?",
    "Allow: /c/*?after=",
    "Disallow: /c/*?after=*&",
];

/// The file for the shop of these settings. Where search engines are unwelcome, nothing may be read.
pub fn robots(settings: &Settings) -> String {
    if settings.search_engines {
        let mut file = "User-agent: *\n".to_owned();
        for rule in RULES {
            let (verb, path) = rule.split_once(' ').unwrap_or((rule, ""));
            for language in Language::ALL {
                file.push_str(&format!("{verb} {}{path}\n", prefix(language)));
                // Of every market.
                file.push_str(&format!("{verb} /{}-*{path}\n", language.tag()));
            }
        }
        format!("{file}\nSitemap: {}\n", settings.absolute("/sitemap.xml"))
    } else {
        "User-agent: *\nDisallow: /\n".to_owned()
    }
}
