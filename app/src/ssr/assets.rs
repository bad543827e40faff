//! The built files a page names: stylesheet, script and WASM with their content hashes, worked out once at the start.

use std::path::Path;

use leptos::{
    config::LeptosOptions,
    hydration::{HydrationScripts, HydrationScriptsProps},
    nonce::{Nonce, provide_nonce},
    prelude::{Owner, RenderHtml, use_context},
};

/// What a page needs to load the stylesheet and wake the islands.
#[derive(Clone, Debug)]
pub struct Assets {
    pub stylesheet: String,
    /// The tags that load the WASM and wake the islands of a page, without a nonce.
    pub hydration: String,
}

impl Assets {
    /// Reads cargo-leptos' `hash.txt` beside the binary; where there is none (tests, builds without hashes) the plain names
    /// are used.
    pub fn load() -> Self {
        let hash_file = std::env::current_exe()
            .ok()
            .and_then(|exe| exe.parent().map(|directory| directory.join("hash.txt")))
            .filter(|path| path.exists());
        let hashes = hash_file.as_deref().map(read_hashes).unwrap_or_default();
        let stylesheet = match hashes.iter().find(|(kind, _)| kind == "css") {
            Some((_, hash)) => format!("/pkg/sokonova.{hash}.css"),
            None => "/pkg/sokonova.css".to_owned(),
        };
        let options = LeptosOptions::builder()
            .output_name("sokonova")
            .hash_files(hash_file.is_some())
            .build();
        let hydration = Owner::new_root(None).with(|| {
            provide_nonce();
            let nonce = use_context::<Nonce>()
                .map(|nonce| nonce.to_string())
                .unwrap_or_default();
            let props = HydrationScriptsProps::builder()
                .options(options)
                .islands(true)
                .build();
            // Place markers mean nothing here, and a nonce is no value of `crossorigin`.
            let tags = HydrationScripts(props)
                .to_html()
                .replace("<!>", "")
                .replace(
                    &format!("crossorigin=\"{nonce}\""),
                    "crossorigin=\"anonymous\"",
                )
                .replace(&format!(" nonce=\"{nonce}\""), "");
            let lines: Vec<&str> = tags.lines().map(str::trim_start).collect();
            lines.join("\n")
        });
        // What the script imports first; asked for at once rather than after it has come.
        let split = hashes.iter().find(|(kind, _)| kind == "split");
        let hydration = match split {
            Some((_, hash)) => format!(
                r#"<link rel="modulepreload" href="/pkg/__wasm_split.{hash}.js" crossorigin="anonymous">{hydration}"#
            ),
            None => hydration,
        };
        Self {
            stylesheet,
            hydration,
        }
    }
}

fn read_hashes(path: &Path) -> Vec<(String, String)> {
    std::fs::read_to_string(path)
        .unwrap_or_default()
        .lines()
        .filter_map(|line| line.split_once(':'))
        .map(|(kind, hash)| (kind.trim().to_owned(), hash.trim().to_owned()))
        .collect()
}
