//! `cargo xtask`: the one command for building, running and checking Sokonova.
//!
//! Plain std, no dependencies: it must build in seconds on a machine that has nothing yet. Each command is a module;
//! this file only names them.

mod process;
mod services;
mod tools;
mod workspace;

use std::process::ExitCode;

use workspace::{Outcome, Workspace};

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
        ["services"] => {
            services::start(&workspace)?;
            println!("Postgres and Redis are running; `source .run/env` to use them.");
            Ok(())
        }
        ["down"] => services::stop(&workspace),
        _ => Err("usage".to_owned()),
    }
}
