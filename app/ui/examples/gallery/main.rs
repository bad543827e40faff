//! Draws every component in every state, and mocks of the store's pages, as static HTML files to look at:
//! `cargo run -p ui --example gallery -- <folder>`. The folder also needs `out.css` (Tailwind's output of
//! `style/main.css`) and `fonts/` (a copy of `public/fonts`), and a web server, as addresses are absolute.

mod checkout;
mod desk;
mod parts;
mod sample;
mod store;

use std::{env, fs, io, path::PathBuf};

use leptos::prelude::*;

/// A whole document around `body`.
fn document(title: &str, class: &str, theme: Option<&str>, body: AnyView) -> String {
    let theme = theme
        .map(|theme| format!(" data-theme=\"{theme}\""))
        .unwrap_or_default();
    format!(
        "<!doctype html><html lang=\"en\"{theme}><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\"><title>{title}</title><link rel=\"icon\" href=\"/favicon.svg\">\
         <link rel=\"stylesheet\" href=\"/out.css\"></head><body class=\"{class}\">{}</body></html>",
        body.to_html()
    )
}

type Page = fn() -> AnyView;

fn main() -> io::Result<()> {
    let folder = PathBuf::from(
        env::args()
            .nth(1)
            .unwrap_or_else(|| "target/gallery".to_owned()),
    );
    fs::create_dir_all(&folder)?;
    let pages: [(&str, &str, Page); 7] = [
        ("parts", "", parts::page),
        ("home", "", store::home),
        ("category", "", store::category),
        ("product", "", store::product),
        ("cart", "", checkout::cart),
        ("checkout", "", checkout::checkout),
        ("desk", "desk", desk::page),
    ];
    for (name, class, page) in pages {
        for theme in ["light", "dark"] {
            let html = Owner::new().with(|| document(name, class, Some(theme), page()));
            fs::write(folder.join(format!("{name}-{theme}.html")), html)?;
        }
    }
    Ok(())
}
