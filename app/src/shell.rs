//! The document around every page: head, stylesheet, fonts, meta data. Text is escaped here and only here.

use std::sync::LazyLock;

use ui::{escape_html as escape, escape_json};
use words::{Language, Locale, language, locale};

use crate::{
    address::in_locale,
    discovery::ssr::cards::{Card, HEIGHT, WIDTH},
    ssr::{AppState, render::Meta},
};

/// The fonts of a page, by name: files below `/fonts`. Arabic pages have Latin letters too, but begin with others.
pub const fn fonts(language: Language) -> &'static [&'static str] {
    match language {
        Language::Arabic => &["noto-naskh-arabic", "noto-sans-arabic", "inter-latin"],
        // À, ù, œ and « are in the other.
        Language::French => &[
            "fraunces-latin",
            "inter-latin",
            "fraunces-latin-1",
            "inter-latin-1",
        ],
        _ => &["fraunces-latin", "inter-latin"],
    }
}

/// The sign in the tab, within the page: asked for by itself, it would come before the first picture.
static ICON: LazyLock<String> = LazyLock::new(|| {
    let svg = include_str!("../../public/favicon.svg")
        .trim_end()
        .replace('"', "'")
        .replace('#', "%23")
        .replace('<', "%3C")
        .replace('>', "%3E");
    format!(r#"<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,{svg}">"#)
});

/// What the head is made of.
pub struct Shell<'a> {
    pub state: &'a AppState,
    pub meta: &'a Meta,
}

impl Shell<'_> {
    /// The document around the rendered `body`, up to the body's end: what wakes the islands follows there.
    pub fn render(&self, body: &str) -> String {
        let mut html = String::with_capacity(body.len() + 4096);
        let (tag, direction) = (locale().tag(), language().direction());
        html.push_str(&format!(
            r#"<!DOCTYPE html><html lang="{tag}" dir="{direction}"><head>"#
        ));
        self.head(&mut html);
        html.push_str("</head><body>");
        html.push_str(body);
        html
    }

    fn head(&self, html: &mut String) {
        html.push_str(concat!(
            r#"<meta charset="utf-8">"#,
            r#"<meta name="viewport" content="width=device-width, initial-scale=1">"#,
            r#"<meta name="color-scheme" content="light dark">"#,
            // The paper of both schemes, as in style/tokens.css.
            r##"<meta name="theme-color" media="(prefers-color-scheme: light)" content="#faf8f4">"##,
            r##"<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#151311">"##,
        ));
        let title = if self.meta.title.is_empty() {
            "Sokonova".to_owned()
        } else {
            format!("{} · Sokonova", self.meta.title)
        };
        html.push_str(&format!("<title>{}</title>", escape(&title)));
        self.tag(html, "name", "description", &self.meta.description);
        html.push_str(&format!(
            r#"<link rel="stylesheet" href="{}">"#,
            self.state.assets.stylesheet
        ));
        for font in fonts(language()) {
            html.push_str(&format!(
                r#"<link rel="preload" href="/fonts/{font}.woff2" as="font" type="font/woff2" crossorigin="anonymous">"#
            ));
        }
        // Search engines take this one, which they can ask for.
        html.push_str(r#"<link rel="apple-touch-icon" href="/apple-touch-icon.png">"#);
        html.push_str(&ICON);
        self.sharing(html);
        for document in &self.meta.json_ld {
            // A data block is not executed, so the content policy asks no nonce of it.
            html.push_str(r#"<script type="application/ld+json">"#);
            html.push_str(&escape_json(&document.to_string()));
            html.push_str("</script>");
        }
    }

    /// Canonical address and the same page in the other languages, Open Graph (ogp.me) and what Twitter reads of its own. A page without a canonical address is no
    /// page of its own: search engines are asked to leave it out.
    fn sharing(&self, html: &mut String) {
        let indexed = self.state.settings.search_engines && self.meta.canonical.is_some();
        let robots = if indexed {
            "max-image-preview:large"
        } else {
            "noindex"
        };
        self.tag(html, "name", "robots", robots);
        let Some(path) = &self.meta.canonical else {
            return;
        };
        let address = self.state.settings.link(path);
        html.push_str(&format!(
            r#"<link rel="canonical" href="{}">"#,
            escape(&address)
        ));
        self.alternates(html, path);
        self.tag(html, "property", "og:site_name", "Sokonova");
        let title = match self.meta.title.as_str() {
            "" => "Sokonova",
            title => title,
        };
        let kind = match self.meta.ware {
            Some(_) => "product",
            None => "website",
        };
        self.tag(html, "property", "og:type", kind);
        self.tag(html, "property", "og:locale", &open_graph(locale()));
        self.tag(html, "property", "og:title", title);
        self.tag(html, "property", "og:description", &self.meta.description);
        self.tag(html, "property", "og:url", &address);
        self.card(html, &self.meta.card.clone().unwrap_or_else(Card::shop));
        if let Some(ware) = &self.meta.ware {
            let (amount, currency) = (ware.price.decimal_string(), ware.price.currency.code());
            let availability = if ware.available {
                "in stock"
            } else {
                "out of stock"
            };
            self.tag(html, "property", "product:price:amount", &amount);
            self.tag(html, "property", "product:price:currency", currency);
            self.tag(html, "property", "product:availability", availability);
            self.tag(html, "property", "product:brand", &ware.brand);
        }
    }

    /// The page in every language, in the shop's own market and in every other, itself among them; English for everybody else.
    /// <https://developers.google.com/search/docs/specialty/international/localized-versions>
    fn alternates(&self, html: &mut String, path: &str) {
        let regions = self.meta.regions.iter().copied().map(Some);
        let locales = [None].into_iter().chain(regions).flat_map(|region| {
            let locale = move |language| Locale { language, region };
            Language::ALL.map(locale)
        });
        let named = locales.map(|locale| (locale.tag(), locale));
        for (tag, locale) in named.chain([("x-default".to_owned(), Locale::default())]) {
            let address = self.state.settings.absolute(&in_locale(locale, path));
            html.push_str(&format!(
                r#"<link rel="alternate" hreflang="{tag}" href="{}">"#,
                escape(&address)
            ));
        }
    }

    fn card(&self, html: &mut String, card: &Card) {
        let address = self.state.settings.link(&card.path());
        self.tag(html, "property", "og:image", &address);
        self.tag(html, "property", "og:image:type", "image/jpeg");
        self.tag(html, "property", "og:image:width", &WIDTH.to_string());
        self.tag(html, "property", "og:image:height", &HEIGHT.to_string());
        self.tag(html, "property", "og:image:alt", &card.alt());
        self.tag(html, "name", "twitter:card", "summary_large_image");
    }

    fn tag(&self, html: &mut String, attribute: &str, name: &str, content: &str) {
        if !content.is_empty() {
            html.push_str(&format!(
                r#"<meta {attribute}="{name}" content="{}">"#,
                escape(content)
            ));
        }
    }
}

/// A language as Open Graph names it: with a country.
fn open_graph(Locale { language, region }: Locale) -> String {
    if let Some(region) = region {
        let country = region.as_str().to_ascii_uppercase();
        return format!("{}_{country}", language.tag());
    }
    let own = match language {
        Language::English => "en_GB",
        Language::German => "de_DE",
        Language::French => "fr_FR",
        Language::Swahili => "sw_KE",
        Language::Arabic => "ar_AR",
    };
    own.to_owned()
}

#[cfg(test)]
mod tests {
    use words::Language;

    use super::fonts;

    /// What a slow phone has of a file after two round trips, when four others come with it, less some 560 bytes of head
    /// (docs/adr/0027-before-the-first-paint.md).
    const MOST: u64 = 12_580;

    #[test]
    fn the_first_paint_does_not_wait_for_large_fonts() {
        for font in fonts(Language::English) {
            let file = format!(
                "{}/../public/fonts/{font}.woff2",
                env!("CARGO_MANIFEST_DIR")
            );
            let size = std::fs::metadata(&file).unwrap().len();
            assert!(size <= MOST, "{file} has {size} bytes");
        }
    }
}
