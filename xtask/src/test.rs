//! `cargo xtask test [part] [arguments…]`: every check, in the order in which a mistake costs least to find.
//!
//! Invariants: CI runs exactly this; the first failing part ends the run with a non-zero exit; `guard` stops what was
//! started, whatever the result.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::process;
use crate::services::{self, Services};
use crate::tidy;
use crate::tools;
use crate::up::{self, Site};
use crate::workspace::{Outcome, Workspace, free_port};

type Part = fn(&Workspace, &[String]) -> Outcome;

/// By cost. The arguments of a part alone go to the program that does the work.
const PARTS: [(&str, Part); 7] = [
    ("fmt", fmt),
    ("tidy", tidy_part),
    ("clippy", clippy),
    ("clippy-wasm", clippy_wasm),
    ("unit", unit),
    ("integration", integration),
    ("e2e", end_to_end),
];

/// Runs one part with `arguments`, or all of them.
pub fn test(workspace: &Workspace, arguments: &[String]) -> Outcome {
    let Some((name, rest)) = arguments.split_first() else {
        return run(workspace, &PARTS, &[]);
    };
    let names = PARTS.map(|(name, _)| name).join(", ");
    let part = PARTS.iter().find(|(part, _)| part == name);
    let part = part.ok_or_else(|| format!("no part is called {name}; there are: {names}"))?;
    run(workspace, std::slice::from_ref(part), rest)
}

fn run(workspace: &Workspace, parts: &[(&'static str, Part)], arguments: &[String]) -> Outcome {
    let started = Instant::now();
    let mut results: Vec<(&str, Duration, Outcome)> = Vec::new();
    for (name, part) in parts {
        println!("\n===== {name}");
        let began = Instant::now();
        let result = part(workspace, arguments);
        let failed = result.is_err();
        results.push((name, began.elapsed(), result));
        if failed {
            break;
        }
    }
    println!("\n{:<14}{:>16}  result", "part", "time");
    for (name, elapsed, result) in &results {
        let verdict = if result.is_ok() { "passed" } else { "FAILED" };
        println!("{name:<14}{:>16}  {verdict}", process::seconds(*elapsed));
    }
    for (name, _) in &parts[results.len()..] {
        println!("{name:<14}{:>16}  not run", "");
    }
    println!("{:<14}{:>16}", "total", process::seconds(started.elapsed()));
    results
        .into_iter()
        .try_for_each(|(name, _, result)| result.map_err(|error| format!("{name}: {error}")))
}

fn cargo(workspace: &Workspace, fixed: &[&str], arguments: &[String]) -> Command {
    let mut command = Command::new("cargo");
    command
        .args(fixed)
        .args(arguments)
        .current_dir(&workspace.root);
    // A developer's shell may have sourced .run/env; the checks read the committed query cache.
    command.env("SQLX_OFFLINE", "true");
    command
}

fn fmt(workspace: &Workspace, arguments: &[String]) -> Outcome {
    process::inherit(&mut cargo(
        workspace,
        &["fmt", "--all", "--check"],
        arguments,
    ))
}

fn tidy_part(workspace: &Workspace, _arguments: &[String]) -> Outcome {
    tidy::check(workspace)
}

fn clippy(workspace: &Workspace, arguments: &[String]) -> Outcome {
    let fixed = [
        "clippy",
        "--workspace",
        "--exclude",
        "frontend",
        "--all-targets",
    ];
    let mut command = cargo(workspace, &fixed, arguments);
    process::inherit(command.args(["--", "--deny", "warnings"]))
}

fn clippy_wasm(workspace: &Workspace, arguments: &[String]) -> Outcome {
    tools::ensure_build_tools(workspace)?;
    let fixed = [
        "clippy",
        "--package",
        "frontend",
        "--target",
        "wasm32-unknown-unknown",
    ];
    let mut command = cargo(workspace, &fixed, arguments);
    process::inherit(command.args(["--", "--deny", "warnings"]))
}

/// Of every package but the three that are built with features of their own; theirs are among the integration tests.
fn unit(workspace: &Workspace, arguments: &[String]) -> Outcome {
    let fixed = [
        "test",
        "--workspace",
        "--exclude",
        "app",
        "--exclude",
        "server",
        "--exclude",
        "frontend",
    ];
    process::inherit(&mut cargo(workspace, &fixed, arguments))
}

/// `sqlx::test` makes a database of its own for each test, on the server that `DATABASE_URL` names.
fn integration(workspace: &Workspace, arguments: &[String]) -> Outcome {
    tools::ensure_npm(workspace, &workspace.root.join("end2end"))?;
    let services = services::start(workspace)?;
    let mut command = cargo(
        workspace,
        &["test", "--package", "server", "--test", "it"],
        arguments,
    );
    command.env("DATABASE_URL", services.postgres.url("sokonova"));
    command.env("REDIS_URL", services.redis.url(REDIS_OF_INTEGRATION));
    process::inherit(&mut command)
}

/// The development server has Redis database 0.
const REDIS_OF_INTEGRATION: u8 = 1;
const REDIS_OF_E2E: u8 = 2;

/// Every browser of the tests has the same address, so the limits for one visitor are far too low; they stay switched on.
/// What search engines are told, and the page for no connection, are tested as in production.
const SETTINGS_OF_E2E: [(&str, &str); 6] = [
    ("RATE_LIMIT_BROWSE", "100000"),
    ("RATE_LIMIT_WRITE", "100000"),
    ("RATE_LIMIT_API", "100000"),
    ("RATE_LIMIT_CREDENTIALS", "100000"),
    ("SEARCH_ENGINES", "on"),
    ("OFFLINE_PAGE", "on"),
];

/// The production build, a fresh database, a server on a free port, and a real browser.
fn end_to_end(workspace: &Workspace, arguments: &[String]) -> Outcome {
    let directory = workspace.root.join("end2end");
    tools::ensure_build_tools(workspace)?;
    tools::ensure_npm(workspace, &directory)?;
    let chromium = tools::chromium(workspace)?;
    let services = services::start(workspace)?;
    up::build(workspace, true)?;
    let site = Site {
        release: true,
        port: free_port()?,
        database: "sokonova_e2e",
        redis: REDIS_OF_E2E,
        media: "media-e2e",
        settings: &SETTINGS_OF_E2E,
    };
    prepare_site(workspace, &services, &site)?;
    let server = site.serve(workspace, &services, "server-e2e")?;
    let mut playwright = Command::new("npx");
    playwright
        .args(["--no-install", "playwright", "test"])
        .args(arguments)
        .current_dir(&directory);
    playwright
        .env("BASE_URL", format!("http://127.0.0.1:{}", site.port))
        .env("CHROMIUM", chromium);
    let result = process::inherit(&mut playwright);
    let log = server.log.clone();
    server.stop()?;
    result.map_err(|error| format!("{error}\nthe server's log: {}", log.display()))
}

/// Migrates and seeds a database made for this run. `bench` starts with it, too.
pub fn prepare_site(workspace: &Workspace, services: &Services, site: &Site) -> Outcome {
    services.postgres.fresh_database(site.database)?;
    services.redis.flush(site.redis)?;
    site.run(workspace, services, &["migrate"])?;
    site.run(workspace, services, &["seed", "--if-empty"])
}
