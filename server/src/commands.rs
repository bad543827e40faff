//! Commands that work on a shop from a terminal, beside or without its servers.

pub mod imports;
pub mod markets;

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use app::error::AppError;
use app::search::ssr::{MissView, misses};
use app::ssr::AppState;
use app::ssr::sheet::LeftOut;
use server::config::Config;
use server::state;

/// Works with the state, and tells running servers of what has changed. What is wrong with the input is said in a line.
pub async fn with_state(
    config: &Config,
    work: impl AsyncFnOnce(&AppState) -> anyhow::Result<ExitCode>,
) -> anyhow::Result<ExitCode> {
    let state = state::build(config)?;
    let outcome = work(&state).await;
    state::tell_servers(&state).await;
    state::close(&state).await;
    match outcome {
        Err(error) => match error.downcast_ref::<AppError>() {
            Some(AppError::Invalid { fields }) => {
                for error in fields.iter() {
                    eprintln!("{}: {}", error.field, error.message);
                }
                Ok(ExitCode::FAILURE)
            }
            Some(AppError::Rule { message, .. }) => {
                eprintln!("{message}");
                Ok(ExitCode::FAILURE)
            }
            _ => Err(error),
        },
        done => done,
    }
}

/// Prints the searches that most often found nothing.
pub async fn print_misses(state: &AppState, limit: u32) -> anyhow::Result<ExitCode> {
    let mut db = state.db.read().await?;
    for MissView {
        words,
        count,
        last_at,
    } in misses(&mut db, limit).await?
    {
        // Words come last since they may hold anything but a line break.
        println!("{count:>8}  {}  {words}", last_at.date());
    }
    Ok(ExitCode::SUCCESS)
}

/// `-` is the standard input.
fn open(path: &Path) -> anyhow::Result<Box<dyn Read + Send>> {
    if path == Path::new("-") {
        return Ok(Box::new(std::io::stdin()));
    }
    let file = File::open(path).with_context(|| path.display().to_string())?;
    Ok(Box::new(file))
}

/// Says which lines were left out, and fails when any was, so that scripts notice.
fn tell(left_out: &LeftOut) -> ExitCode {
    for (line, problem) in &left_out.problems {
        eprintln!("line {line}: {problem}");
    }
    match left_out.count {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}
