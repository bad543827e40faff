//! The page of the design system shows all there is.

use std::collections::BTreeSet;

use sqlx::PgPool;
use walkdir::WalkDir;

use crate::support::TestApp;

const UI: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../app/ui/src");
const SPECIMENS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../app/src/content/ssr/design");
const TOKENS: &str = include_str!("../../../../style/tokens.css");

fn sources(folder: &str) -> String {
    WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|file| file.file_type().is_file())
        .map(|file| std::fs::read_to_string(file.path()).unwrap())
        .collect()
}

/// The components that the table at the top of `ui` names, without their module.
fn table() -> BTreeSet<String> {
    let lib = std::fs::read_to_string(format!("{UI}/lib.rs")).unwrap();
    let first_cells = lib
        .lines()
        .filter_map(|line| line.strip_prefix("//! | [`")?.split(" | ").next());
    first_cells
        .flat_map(|cell| cell.split(['`', '[', ']', ',', ' ']))
        .filter(|name| !name.is_empty())
        .map(|name| name.trim_start_matches("store::").to_owned())
        .collect()
}

/// The components there are: the function after each `#[component]`.
fn components() -> BTreeSet<String> {
    let sources = sources(UI);
    let after = sources.split("#[component]\n").skip(1);
    after
        .filter_map(|rest| rest.trim_start().strip_prefix("pub fn "))
        .filter_map(|rest| rest.split(['(', '<']).next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_table_of_the_design_system_names_every_part() {
    assert!(components().len() > 40, "{:?}", components());
    assert_eq!(table(), components());
}

#[sqlx::test(migrations = "../migrations")]
async fn every_part_and_every_colour_is_shown(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let page = app.browser().get("/dev/ui").await;
    assert_eq!(page.status, 200);
    let (html, used) = (page.text(), sources(SPECIMENS));
    for name in components() {
        assert!(
            html.contains(&format!(" id=\"{name}\"")),
            "{name} has no specimen on /dev/ui"
        );
        let drawn = [' ', '\n', '>']
            .iter()
            .any(|end| used.contains(&format!("<{name}{end}")));
        assert!(drawn, "{name} is announced on /dev/ui, not drawn");
    }
    let colours = TOKENS.lines().filter_map(|line| {
        line.trim()
            .strip_prefix("--color-")?
            .split_once(": light-dark(")
    });
    let mut shown = 0;
    for (name, _) in colours {
        // Once light, once dark.
        let samples = html
            .matches(&format!("fill=\"var(--color-{name})\""))
            .count();
        assert_eq!(samples, 2, "{name}");
        shown += 1;
    }
    assert!(shown > 20, "{shown} colours");
}

#[sqlx::test(migrations = "../migrations")]
async fn both_sides_have_every_colour_settled(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let style = app.browser().get("/dev/ui.css").await;
    assert!(style.header("content-type").starts_with("text/css"));
    let css = style.text();
    let declared = TOKENS.matches(": light-dark(").count();
    assert_eq!(css.matches("  --color-").count(), 2 * declared, "{css}");
    assert!(css.contains("--color-paper: #faf8f4;") && css.contains("--color-paper: #151311;"));
    assert!(!css.contains("light-dark("), "{css}");
}
