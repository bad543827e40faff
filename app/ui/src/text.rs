//! Text that may be absent, and text that must be escaped by hand.
//!
//! Leptos escapes text nodes and attributes itself. The three places where it does not (`<textarea>` children,
//! `<title>` and `<script>`) go through this module; the component `TextArea` and the document's head call it.

/// An optional piece of text, so that a property takes `"text"`, a `String` or an `Option<String>` alike.
/// Empty text counts as absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OptionalText(Option<String>);

impl OptionalText {
    /// Whether there is text.
    #[must_use]
    pub fn is_some(&self) -> bool {
        self.0.is_some()
    }

    /// The text, when there is some.
    #[must_use]
    pub fn as_deref(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// The text, when there is some.
    #[must_use]
    pub fn into_inner(self) -> Option<String> {
        self.0
    }
}

impl From<String> for OptionalText {
    fn from(text: String) -> Self {
        Self(Some(text).filter(|text| !text.is_empty()))
    }
}
impl From<&str> for OptionalText {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}
impl From<&String> for OptionalText {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}
impl From<Option<String>> for OptionalText {
    fn from(text: Option<String>) -> Self {
        text.map(Self::from).unwrap_or_default()
    }
}
impl From<Option<&str>> for OptionalText {
    fn from(text: Option<&str>) -> Self {
        text.map(Self::from).unwrap_or_default()
    }
}

/// `text` safe in a double-quoted attribute, and as the content of an element whose content is parsed as text with
/// character references (`<textarea>`, `<title>`: "escapable raw text" in the HTML standard, section 13.1.2).
pub fn escape_html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// A JSON document safe inside `<script type="application/ld+json">`. `<`, `>` and `&` occur in JSON only inside
/// strings, where a `\u` escape means the same character, so neither `</script>` nor `<!--` can appear.
pub fn escape_json(json: &str) -> String {
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}

/// The non-empty class names, separated by one space.
pub(crate) fn classes(names: &[&str]) -> String {
    let mut joined = String::new();
    for name in names.iter().filter(|name| !name.is_empty()) {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(name);
    }
    joined
}
