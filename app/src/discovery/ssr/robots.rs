//! `robots.txt`: what crawlers may read, and where the sitemaps are.

use crate::ssr::Settings;

/// Pages of one visitor, doors of programs, and lists without end that repeat what other pages have. A later page of a
/// category may be followed, its orders and filters may not.
const RULES: &str = "\
User-agent: *
Disallow: /api/
Disallow: /cart
Disallow: /checkout
Disallow: /orders/
Disallow: /questions/
Disallow: /payments/
Disallow: /webhooks/
Disallow: /test-provider/
Disallow: /dev/
Disallow: /search
Disallow: /live/
Disallow: /recently-viewed
Disallow: /p/*/ask
Disallow: /c/*?
Allow: /c/*?after=
Disallow: /c/*?after=*&
";

/// The file for the shop of these settings. Where search engines are unwelcome, nothing may be read.
pub fn robots(settings: &Settings) -> String {
    if settings.search_engines {
        format!("{RULES}\nSitemap: {}\n", settings.link("/sitemap.xml"))
    } else {
        "User-agent: *\nDisallow: /\n".to_owned()
    }
}
