//! `cargo xtask`: the one command for building, running and checking Sokonova.
//!
//! Plain std, no dependencies: it must build in seconds on a machine that has nothing yet. Each command is a module;
//! this file only names them.

mod bench;
mod guard;
mod prepare;
mod process;
mod services;
mod test;
mod tidy;
mod tools;
mod up;
mod workspace;

use std::fs;
use std::os::unix::process::CommandExt;
use std::process::{Command, ExitCode};

use workspace::{Context, Outcome, Workspace};

const USAGE: &str = "\
cargo xtask <command>

  up [--release]     install what is missing, build, migrate, seed and serve the shop; Ctrl-C stops everything
  services           start only the private Postgres and Redis, in the background, and write .run/env
  down               stop whatever this checkout has running
  reset              down, and delete the development data (.run)
  logs               follow the logs of the server, Postgres and Redis
  psql [arguments]   open the development database
  test [part] [...]  every check, or one: fmt, tidy, clippy, clippy-wasm, unit, integration, e2e
  bench [--seconds N] [--variants N] [--json FILE]
                     req/s, latency, SQL statements, bytes, memory and start-up of the production build
  tidy               the habits no compiler checks
  words              bring the translators' files up to date with the code, and say what lacks a translation
  prepare [--keep]   refresh the .sqlx query cache; --keep only adds to it";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\nerror: {message}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Outcome {
    let workspace = Workspace::find()?;
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["up"] => guard::guarded(&workspace, arguments, || up::up(&workspace, false)),
        ["up", "--release"] => guard::guarded(&workspace, arguments, || up::up(&workspace, true)),
        ["services"] => background_services(&workspace),
        ["down"] => guard::down(&workspace),
        ["reset"] => reset(&workspace),
        ["logs"] => up::logs(&workspace),
        ["psql", ..] => psql(&workspace, &arguments[1..]),
        ["test", ..] => guard::guarded(&workspace, arguments, || {
            test::test(&workspace, &arguments[1..])
        }),
        ["bench", ..] => guard::guarded(&workspace, arguments, || {
            bench::bench(&workspace, &arguments[1..])
        }),
        ["tidy"] => tidy::check(&workspace),
        ["words"] => process::inherit(Command::new("cargo").current_dir(&workspace.root).args([
            "run",
            "--quiet",
            "--package",
            "words-collect",
        ])),
        ["prepare"] => guard::guarded(&workspace, arguments, || {
            prepare::prepare(&workspace, false)
        }),
        ["prepare", "--keep"] => {
            guard::guarded(&workspace, arguments, || prepare::prepare(&workspace, true))
        }
        // Called by the shell of `guard` when its run is over.
        ["leave", run, told @ ..] => {
            guard::leave(&workspace, run.parse().context("leave")?, !told.is_empty())
        }
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(format!("no such command: {}\n\n{USAGE}", words.join(" "))),
    }
}

fn background_services(workspace: &Workspace) -> Outcome {
    guard::keep_services(workspace)?;
    services::start(workspace)?;
    println!(
        "Postgres and Redis are running until `cargo xtask down`; `source .run/env` to use them."
    );
    Ok(())
}

/// Everything but the lock goes, whoever owns it: the cluster may live outside the checkout.
fn reset(workspace: &Workspace) -> Outcome {
    guard::down(workspace)?;
    let cluster = services::Postgres::directory(workspace);
    if cluster.exists() {
        fs::remove_dir_all(&cluster).context(format!("cannot delete {}", cluster.display()))?;
    }
    fs::remove_dir_all(&workspace.run).context("cannot delete .run")
}

/// Becomes psql, so that its keys, signals and exit status are its own.
fn psql(workspace: &Workspace, arguments: &[String]) -> Outcome {
    let services = services::start(workspace)?;
    let error = services.postgres.shell("sokonova").args(arguments).exec();
    Err(format!("cannot run psql: {error}"))
}
