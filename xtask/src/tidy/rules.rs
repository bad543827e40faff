//! The rules, as functions of a path and a text. Each message says what to do instead.

use std::collections::BTreeSet;

use super::{Finding, code};

/// Crates that exist on the server only.
const SERVER_ONLY: [&str; 4] = ["sqlx", "axum", "tokio", "fred"];

/// The router itself: lib.rs compiles it for the server only, and a directory for one file would hide it.
const NATIVE: [&str; 1] = ["app/src/routes.rs"];

/// Everything that is judged file by file.
pub fn source(path: &str, text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    if !text.starts_with("//!") {
        found.push(Finding {
            line: 1,
            message: "a module starts with `//!`: what it is, its invariants, who calls it"
                .to_owned(),
        });
    }
    for (index, line) in code::only(text).lines().enumerate() {
        let messages = [
            server_only(path, line),
            float(path, line),
            raw_markup(path, line),
            hidden_test(line),
            open_queries(path, line),
        ];
        found.extend(messages.into_iter().flatten().map(|message| Finding {
            line: index + 1,
            message,
        }));
    }
    found
}

/// How many lines choose by cargo feature.
pub fn feature_lines(text: &str) -> usize {
    code::only(text)
        .lines()
        .filter(|line| line.contains("cfg") && has_word(line, "feature"))
        .count()
}

fn server_only(path: &str, line: &str) -> Option<String> {
    let in_browser_too = path.starts_with("app/") || path.starts_with("frontend/");
    // A slice's tests are compiled by server/tests/it.
    let native = NATIVE.contains(&path)
        || path.contains("/ssr/")
        || path.ends_with("/tests.rs")
        || path.contains("/tests/");
    if !in_browser_too || native {
        return None;
    }
    let name = SERVER_ONLY.into_iter().find(|name| has_word(line, name))?;
    Some(format!(
        "`{name}` belongs under an `ssr` directory: this file is compiled for the browser as well"
    ))
}

fn float(path: &str, line: &str) -> Option<String> {
    let inexact =
        path.starts_with("app/domain/src/") && (has_word(line, "f32") || has_word(line, "f64"));
    inexact.then(|| {
        "no floating point in `domain`: minor units, basis points, a largest-remainder split"
            .to_owned()
    })
}

fn raw_markup(path: &str, line: &str) -> Option<String> {
    if path.starts_with("app/ui/") {
        return None;
    }
    if line.contains("<textarea") {
        return Some(
            "a raw `<textarea>` is rendered unescaped on the server: use ui's TextArea".to_owned(),
        );
    }
    line.contains("<Title text=").then(|| {
        "`<Title text=…>` is rendered unescaped on the server: use ui's page title".to_owned()
    })
}

fn hidden_test(line: &str) -> Option<String> {
    line.contains("#[ignore")
        .then(|| "a test that is not run is no test: mend it or delete it".to_owned())
}

fn open_queries(path: &str, line: &str) -> Option<String> {
    let open = path.starts_with("app/src/")
        && line.trim_start().starts_with("pub")
        && line.contains("mod queries");
    open.then(|| "`queries` is private to its slice: other slices call its verbs".to_owned())
}

/// Whether `word` stands in `line` on its own, so that `leptos_axum` is not `axum`.
fn has_word(line: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        !before.is_some_and(part) && !after.is_some_and(part)
    })
}

/// `20261101000001_catalog.sql`: fourteen digits, an underscore, a lower-case name. Two with one number have no order.
pub fn migrations(names: &BTreeSet<String>) -> Vec<String> {
    let mut found = Vec::new();
    let mut numbers = BTreeSet::new();
    for name in names.iter().filter(|name| *name != "README.md") {
        let parts = name
            .strip_suffix(".sql")
            .and_then(|stem| stem.split_once('_'));
        let well_named = parts.is_some_and(|(number, title)| {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            number.len() == 14
                && number.chars().all(|c| c.is_ascii_digit())
                && !title.is_empty()
                && title.chars().all(plain)
        });
        if !well_named {
            found.push(format!(
                "{name}: expected a name such as 20261101000001_catalog.sql"
            ));
        } else if !numbers.insert(parts.map(|(number, _)| number)) {
            found.push(format!("{name}: another migration has the same number"));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(path: &str, text: &str) -> usize {
        source(path, &format!("//! Documented.\n{text}")).len()
    }

    #[test]
    fn modules_are_documented() {
        assert_eq!(source("app/src/cart/mod.rs", "mod ssr;\n").len(), 1);
        assert_eq!(messages("app/src/cart/mod.rs", "mod ssr;\n"), 0);
    }

    #[test]
    fn server_crates_stay_on_the_server() {
        assert_eq!(messages("app/src/cart/pages.rs", "use axum::Router;"), 1);
        assert_eq!(
            messages(
                "app/domain/src/money.rs",
                "async fn f() { tokio::spawn(g()) }"
            ),
            1
        );
        assert_eq!(messages("app/src/cart/ssr/rest.rs", "use axum::Router;"), 0);
        assert_eq!(messages("app/src/cart/tests.rs", "use sqlx::PgPool;"), 0);
        assert_eq!(
            messages("app/src/cart/server_fns.rs", "leptos_axum::redirect(to);"),
            0
        );
        assert_eq!(
            messages("app/src/cart/pages.rs", "// axum would be wrong here"),
            0
        );
        assert_eq!(messages("server/src/router.rs", "use axum::Router;"), 0);
    }

    #[test]
    fn money_is_exact() {
        assert_eq!(
            messages("app/domain/src/money.rs", "let share: f64 = 0.1;"),
            1
        );
        assert_eq!(messages("app/ui/src/chart.rs", "let x: f64 = 0.1;"), 0);
    }

    #[test]
    fn unescaped_markup_has_one_home() {
        assert_eq!(
            messages(
                "app/src/reviews/pages.rs",
                "view! { <textarea>{text}</textarea> }"
            ),
            1
        );
        assert_eq!(
            messages("app/src/catalog/pages.rs", "view! { <Title text=name/> }"),
            1
        );
        assert_eq!(
            messages(
                "app/ui/src/field.rs",
                "view! { <textarea>{text}</textarea> }"
            ),
            0
        );
    }

    #[test]
    fn tests_run_and_queries_stay_private() {
        assert_eq!(messages("app/src/cart/tests.rs", "#[ignore = \"slow\"]"), 1);
        assert_eq!(
            messages("app/src/cart/ssr/mod.rs", "pub(crate) mod queries;"),
            1
        );
        assert_eq!(messages("app/src/cart/ssr/mod.rs", "mod queries;"), 0);
    }

    #[test]
    fn feature_lines_are_counted_in_code_only() {
        assert_eq!(
            feature_lines(
                "#[cfg(feature = \"ssr\")]\n#[cfg_attr(feature = \"ssr\", derive(A))]\n// cfg(feature\n"
            ),
            2
        );
    }

    #[test]
    fn migrations_have_an_order() {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        assert!(migrations(&names(&["20261101000001_catalog.sql", "README.md"])).is_empty());
        assert_eq!(
            migrations(&names(&[
                "0001_catalog.sql",
                "20261101000001-cart.sql",
                "20261101000001_Cart.sql"
            ]))
            .len(),
            3
        );
        assert_eq!(
            migrations(&names(&["20261101000001_a.sql", "20261101000001_b.sql"])).len(),
            1
        );
    }
}
