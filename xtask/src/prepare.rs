//! `cargo xtask prepare`: the `.sqlx` cache, which lets the workspace compile without a database.
//!
//! sqlx's macros write `query-<hash>.json` into `SQLX_OFFLINE_DIR` when they are expanded against a live `DATABASE_URL`
//! with `SQLX_OFFLINE` off. The files go to a new directory first, so a failed compile leaves the old cache whole.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::process;
use crate::services::{self, Postgres};
use crate::workspace::{Context, Outcome, Workspace};

/// Migrated from nothing each time, so that the cache cannot depend on what an older migration left behind.
const DATABASE: &str = "sokonova_prepare";

/// Refreshes the cache. `keep` adds to it and removes nothing: for a tree that does not compile as a whole yet.
pub fn prepare(workspace: &Workspace, keep: bool) -> Outcome {
    let services = services::start(workspace)?;
    services.postgres.fresh_database(DATABASE)?;
    migrate(workspace, &services.postgres)?;
    let fresh = workspace.run.join("sqlx");
    if fresh.exists() {
        fs::remove_dir_all(&fresh).context("cannot empty .run/sqlx")?;
    }
    fs::create_dir(&fresh).context("cannot create .run/sqlx")?;
    for source in [
        "app/src/lib.rs",
        "server/src/lib.rs",
        "server/src/main.rs",
        "server/tests/it/main.rs",
    ] {
        touch(&workspace.root.join(source))?;
    }
    let mut check = Command::new("cargo");
    check
        .args(["check", "--package", "server", "--all-targets"])
        .current_dir(&workspace.root);
    check.env("DATABASE_URL", services.postgres.url(DATABASE));
    check
        .env("SQLX_OFFLINE", "false")
        .env("SQLX_OFFLINE_DIR", &fresh);
    if keep {
        check.arg("--keep-going");
    }
    let compiled = process::step(
        workspace,
        "Compiling every query against the database",
        &mut check,
    );
    if keep {
        // What did expand is right, even when something else does not compile yet.
        report(&merge(workspace, &fresh, false)?);
        return compiled;
    }
    compiled?;
    report(&merge(workspace, &fresh, true)?);
    Ok(())
}

/// Applies the migrations in order with psql: the binary that would do it may not compile before this is done.
fn migrate(workspace: &Workspace, postgres: &Postgres) -> Outcome {
    let directory = workspace.root.join("migrations");
    for name in names(&directory, ".sql")? {
        let mut psql = postgres.psql(DATABASE);
        psql.arg("--single-transaction")
            .arg("-f")
            .arg(directory.join(&name));
        process::output(&mut psql).context(&name)?;
    }
    Ok(())
}

#[derive(Debug, Default)]
struct Changes {
    added: usize,
    changed: usize,
    removed: usize,
    total: usize,
}

/// Brings the fresh files into `.sqlx`, touching only those that differ.
fn merge(workspace: &Workspace, fresh: &Path, prune: bool) -> Outcome<Changes> {
    let cache = workspace.root.join(".sqlx");
    fs::create_dir_all(&cache).context("cannot create .sqlx")?;
    let mut changes = Changes::default();
    let written = names(fresh, ".json")?;
    for name in &written {
        let text = fs::read(fresh.join(name)).context(name)?;
        match fs::read(cache.join(name)) {
            Ok(old) if old == text => continue,
            Ok(_) => changes.changed += 1,
            Err(_) => changes.added += 1,
        }
        fs::write(cache.join(name), text).context(name)?;
    }
    let kept = names(&cache, ".json")?;
    if prune {
        for name in kept.difference(&written) {
            fs::remove_file(cache.join(name)).context(name)?;
            changes.removed += 1;
        }
    }
    changes.total = kept.len() - changes.removed;
    Ok(changes)
}

fn report(changes: &Changes) {
    let Changes {
        added,
        changed,
        removed,
        total,
    } = changes;
    println!("   .sqlx: {total} queries ({added} added, {changed} changed, {removed} removed)");
}

fn names(directory: &Path, suffix: &str) -> Outcome<BTreeSet<String>> {
    let entries =
        fs::read_dir(directory).context(format!("cannot read {}", directory.display()))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    Ok(names.filter(|name| name.ends_with(suffix)).collect())
}

/// Makes cargo compile a crate again: it does not know that the macros read a database.
fn touch(source: &PathBuf) -> Outcome {
    let file = fs::File::options()
        .append(true)
        .open(source)
        .context(source.display())?;
    #[expect(
        clippy::disallowed_methods,
        reason = "the time of a file, not of the application"
    )]
    let now = SystemTime::now();
    file.set_modified(now).context(source.display())
}
