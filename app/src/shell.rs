//! The document around every page: head, stylesheet, fonts, meta data. Text is escaped here and only here.

use ui::{escape_html as escape, escape_json};

use crate::ssr::{AppState, render::Meta};

/// What the head is made of.
pub struct Shell<'a> {
    pub state: &'a AppState,
    pub meta: &'a Meta,
}

impl Shell<'_> {
    /// The document around the rendered `body`, up to the body's end: what wakes the islands follows there.
    pub fn render(&self, body: &str) -> String {
        let mut html = String::with_capacity(body.len() + 4096);
        html.push_str("<!DOCTYPE html><html lang=\"en\"><head>");
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
        for font in ["fraunces-latin", "inter-latin"] {
            html.push_str(&format!(
                r#"<link rel="preload" href="/fonts/{font}.woff2" as="font" type="font/woff2" crossorigin="anonymous">"#
            ));
        }
        html.push_str(concat!(
            r#"<link rel="icon" href="/favicon.svg" type="image/svg+xml">"#,
            r#"<link rel="apple-touch-icon" href="/apple-touch-icon.png">"#,
        ));
        self.sharing(html, &title);
        for document in &self.meta.json_ld {
            // A data block is not executed, so the content policy asks no nonce of it.
            html.push_str(r#"<script type="application/ld+json">"#);
            html.push_str(&escape_json(&document.to_string()));
            html.push_str("</script>");
        }
    }

    /// Canonical address and Open Graph.
    fn sharing(&self, html: &mut String, title: &str) {
        let Some(path) = &self.meta.canonical else {
            html.push_str(r#"<meta name="robots" content="noindex">"#);
            return;
        };
        let address = self.state.settings.link(path);
        html.push_str(&format!(
            r#"<link rel="canonical" href="{}">"#,
            escape(&address)
        ));
        self.tag(html, "property", "og:site_name", "Sokonova");
        self.tag(html, "property", "og:title", title);
        self.tag(html, "property", "og:description", &self.meta.description);
        self.tag(html, "property", "og:url", &address);
        if let Some(image) = &self.meta.image {
            self.tag(html, "property", "og:image", image);
        }
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
