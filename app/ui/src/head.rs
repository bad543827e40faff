//! What goes into the document's head, escaped: page titles and structured data.

use leptos::prelude::*;

use crate::text::{escape_html, escape_json};

/// The document's title, "text · Sokonova". The server writes the text into `<title>` as it is, so it is escaped here;
/// for pages only, never inside an island (a browser would show the references).
#[component]
pub fn PageTitle(#[prop(into)] text: String) -> impl IntoView {
    let title = document_title(&text);
    view! { <leptos_meta::Title text=title /> }
}

/// The escaped content of `<title>`.
fn document_title(text: &str) -> String {
    match escape_html(text) {
        text if text.is_empty() => "Sokonova".to_owned(),
        text => format!("{text} · Sokonova"),
    }
}

/// Structured data for search engines. `json` is a whole JSON document. A data block is not executed, so the content
/// policy asks no nonce of it.
#[component]
pub fn JsonLd(#[prop(into)] json: String) -> impl IntoView {
    view! { <script type="application/ld+json" inner_html=escape_json(&json)></script> }
}

#[cfg(test)]
mod tests {
    use super::document_title;

    #[test]
    fn a_title_cannot_close_its_element() {
        assert_eq!(
            document_title("</title><script>alert(1)</script> & co"),
            "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; co · Sokonova"
        );
        assert_eq!(document_title(""), "Sokonova");
    }
}
