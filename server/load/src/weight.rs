//! What a first visit to a page transfers, by kind: the document and the files of ours that it names.
//!
//! Pictures are left out: they depend on the goods. So are files that only other files name, such as fonts of scripts
//! that the page's own words do not need.

use std::collections::BTreeSet;

use anyhow::Context;
use http::StatusCode;
use serde::Serialize;

use crate::client::Client;

/// The kinds, in the order in which they are told.
const KINDS: [&str; 5] = ["HTML", "CSS", "JS", "WASM", "fonts"];

/// Bytes of one kind in a response's body.
#[derive(Debug, Serialize)]
pub struct Weight {
    pub kind: &'static str,
    pub files: usize,
    pub identity: usize,
    /// To a client that accepts only brotli; what is not worth compressing comes as it is.
    pub brotli: usize,
}

/// Weighs the page at `path`.
///
/// # Errors
/// When the page, or a file it names, is not there.
pub async fn of_page(client: &mut Client, path: &str) -> anyhow::Result<Vec<Weight>> {
    let document = client.page(path, "identity", "", StatusCode::OK).await?;
    let html = std::str::from_utf8(&document.body).context("the page is not UTF-8")?;
    let mut files = named_files(html);
    files.insert(path);
    let mut weights = Vec::new();
    for kind in KINDS {
        let mut weight = Weight {
            kind,
            files: 0,
            identity: 0,
            brotli: 0,
        };
        for file in files.iter().filter(|file| kind_of(file) == kind) {
            let mut size = Vec::new();
            for encoding in ["identity", "br"] {
                let answer = client.page(file, encoding, "", StatusCode::OK).await?;
                size.push(answer.body.len());
            }
            weight.files += 1;
            weight.identity += size[0];
            weight.brotli += size[1];
        }
        weights.push(weight);
    }
    Ok(weights)
}

/// Every quoted address of our own static files.
fn named_files(html: &str) -> BTreeSet<&str> {
    html.split(['"', '\''])
        .filter(|part| part.starts_with("/pkg/") || part.starts_with("/fonts/"))
        .collect()
}

fn kind_of(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => "CSS",
        Some("js") => "JS",
        Some("wasm") => "WASM",
        Some("woff2") => "fonts",
        _ => "HTML",
    }
}

#[cfg(test)]
mod tests {
    use super::{kind_of, named_files};

    #[test]
    fn finds_each_named_file_once() {
        let html = r#"<link href="/pkg/a.css"><script>import('/pkg/b.js')</script><link href="/pkg/a.css">
            <a href="/p/pkg">x</a><img src="/media/1.webp">"#;
        let files: Vec<_> = named_files(html).into_iter().collect();
        assert_eq!(files, ["/pkg/a.css", "/pkg/b.js"]);
        assert_eq!(kind_of("/pkg/b_bg.1234.wasm"), "WASM");
        assert_eq!(kind_of("/p/tidal-mug"), "HTML");
    }
}
