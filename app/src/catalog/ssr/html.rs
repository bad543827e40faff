//! Rich text of merchants, cut down to what a description needs. Applied on write and again on read.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use ammonia::{Builder, UrlRelative};

static RULES: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut rules = Builder::empty();
    rules
        .tags(HashSet::from([
            "p", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "br", "table", "thead",
            "tbody", "tr", "th", "td",
        ]))
        .clean_content_tags(HashSet::from([
            "script", "style", "title", "textarea", "noscript", "iframe",
        ]))
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"]))]))
        .generic_attributes(HashSet::new())
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("nofollow noopener"));
    rules
});

/// `html` with nothing but paragraphs, small headings, lists, tables, emphasis and outward links; any other markup is taken
/// off, scripts and styles with their content. Plain text becomes a paragraph. Applying it twice changes nothing more.
pub fn sanitise(html: &str) -> String {
    let trimmed = html.trim();
    if trimmed.is_empty() {
        return String::new();
    }
    // The old names of emphasis and the headings above ours are common in shop exports.
    let html: Cow<'_, str> = if trimmed.contains('<') {
        modernise(trimmed)
    } else {
        format!("<p>{trimmed}</p>").into()
    };
    RULES.clean(&html).to_string().trim().to_owned()
}

/// `<b>`, `<i>`, `<h1>` and `<h2>` as the tags that stay.
fn modernise(html: &str) -> Cow<'_, str> {
    const NAMES: [(&str, &str); 4] = [("b", "strong"), ("i", "em"), ("h1", "h3"), ("h2", "h3")];
    let mut text = Cow::Borrowed(html);
    for (old, new) in NAMES {
        for (from, to) in [
            (format!("<{old}>"), format!("<{new}>")),
            (format!("<{old} "), format!("<{new} ")),
            (format!("</{old}>"), format!("</{new}>")),
        ] {
            if text.contains(&from) {
                text = text.replace(&from, &to).into();
            }
        }
    }
    text
}
