//! `cargo xtask tidy`: the habits of docs/STYLE.md that neither the compiler nor clippy checks.
//!
//! [`rules`] judges text, this module finds it. All findings are printed, then the command fails.

mod code;
mod rules;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::workspace::{Context, Outcome, Workspace};

/// Directories of `app/src` that hold plumbing and frames, not a slice of the product.
const NOT_A_SLICE: [&str; 2] = ["ssr", "layouts"];

/// Slices that have no tests of their own yet. May only shrink: a slice listed here that has tests is an error too.
const WITHOUT_TESTS: [&str; 0] = [];

/// Slices that need more `cfg(feature` lines than their one, with the number and the reason. May only shrink as well.
const EXTRA_FEATURE_LINES: [(&str, usize); 0] = [];

/// One broken habit.
#[derive(Debug, PartialEq, Eq)]
pub struct Finding {
    /// Counted from 1; 0 when the finding is about the file as a whole.
    pub line: usize,
    pub message: String,
}

/// Checks the whole checkout.
pub fn check(workspace: &Workspace) -> Outcome {
    let mut found = Vec::new();
    let sources = sources(&workspace.root)?;
    for (path, text) in &sources {
        let findings = rules::source(path, text);
        found.extend(
            findings
                .into_iter()
                .map(|Finding { line, message }| format!("{path}:{line}: {message}")),
        );
    }
    found.extend(slices(&sources));
    found.extend(migrations(&workspace.root)?);
    if found.is_empty() {
        println!("   {} files are tidy", sources.len());
        return Ok(());
    }
    for finding in &found {
        println!("   {finding}");
    }
    Err(format!("{} findings", found.len()))
}

/// Every Rust file of the workspace's members, by its path relative to the root.
fn sources(root: &Path) -> Outcome<BTreeMap<String, String>> {
    let mut sources = BTreeMap::new();
    for member in ["app", "frontend", "server", "xtask"] {
        collect(root, &root.join(member), &mut sources)?;
    }
    Ok(sources)
}

fn collect(root: &Path, directory: &Path, sources: &mut BTreeMap<String, String>) -> Outcome {
    let shown = directory.display();
    for entry in fs::read_dir(directory).context(format!("cannot read {shown}"))? {
        let path = entry.context(format!("cannot read {shown}"))?.path();
        if path.is_dir() {
            collect(root, &path, sources)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).context(path.display())?;
            let relative = path.strip_prefix(root).context(path.display())?;
            sources.insert(relative.display().to_string(), text);
        }
    }
    Ok(())
}

fn slices(sources: &BTreeMap<String, String>) -> Vec<String> {
    let mut found = Vec::new();
    let slices: BTreeSet<&str> = sources.keys().filter_map(|path| slice_of(path)).collect();
    for slice in slices {
        let prefix = format!("app/src/{slice}/");
        let tested = sources.contains_key(&format!("{prefix}tests.rs"))
            || sources.contains_key(&format!("{prefix}tests/mod.rs"));
        match (tested, WITHOUT_TESTS.contains(&slice)) {
            (false, false) => found.push(format!("{prefix}: a slice without tests.rs")),
            (true, true) => found.push(format!(
                "{prefix}: has tests now; remove it from tidy's WITHOUT_TESTS"
            )),
            _ => {}
        }
        let of_slice = sources.iter().filter(|(path, _)| path.starts_with(&prefix));
        let lines: usize = of_slice.map(|(_, text)| rules::feature_lines(text)).sum();
        let extra = EXTRA_FEATURE_LINES
            .iter()
            .find(|(name, _)| *name == slice)
            .map_or(0, |(_, extra)| *extra);
        if lines > 1 + extra {
            found.push(format!(
                "{prefix}: {lines} `cfg(feature` lines; the one in mod.rs is enough"
            ));
        } else if extra > 0 && lines < 1 + extra {
            found.push(format!("{prefix}: {lines} `cfg(feature` lines; lower its number in tidy's EXTRA_FEATURE_LINES"));
        }
    }
    found
}

/// The slice a file of `app/src` belongs to.
fn slice_of(path: &str) -> Option<&str> {
    let (first, _) = path.strip_prefix("app/src/")?.split_once('/')?;
    (!NOT_A_SLICE.contains(&first)).then_some(first)
}

fn migrations(root: &Path) -> Outcome<Vec<String>> {
    let directory = fs::read_dir(root.join("migrations")).context("cannot read migrations")?;
    let names: BTreeSet<String> = directory
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    Ok(rules::migrations(&names)
        .into_iter()
        .map(|message| format!("migrations/{message}"))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &str)]) -> BTreeMap<String, String> {
        files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
            .collect()
    }

    #[test]
    fn a_slice_needs_tests() {
        let without = tree(&[("app/src/cart/mod.rs", "//! Carts.\n")]);
        assert_eq!(
            slices(&without),
            ["app/src/cart/: a slice without tests.rs"]
        );
        let with = tree(&[
            ("app/src/cart/mod.rs", "//! Carts.\n"),
            ("app/src/cart/tests.rs", "//! Tests.\n"),
        ]);
        assert!(slices(&with).is_empty());
    }

    #[test]
    fn plumbing_is_no_slice() {
        assert_eq!(slice_of("app/src/ssr/db.rs"), None);
        assert_eq!(slice_of("app/src/lib.rs"), None);
        assert_eq!(slice_of("app/src/cart/ssr/queries.rs"), Some("cart"));
    }

    #[test]
    fn one_feature_line_for_each_slice() {
        let line = "#[cfg(feature = \"ssr\")]\nmod ssr;\n";
        let two = tree(&[
            ("app/src/cart/mod.rs", line),
            ("app/src/cart/islands.rs", line),
            ("app/src/cart/tests.rs", ""),
            ("app/src/orders/mod.rs", line),
            ("app/src/orders/tests.rs", ""),
        ]);
        assert_eq!(
            slices(&two),
            ["app/src/cart/: 2 `cfg(feature` lines; the one in mod.rs is enough"]
        );
    }
}
