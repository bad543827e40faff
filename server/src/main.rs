//! `sokonova`: one binary, several roles. Reads the configuration, sets up telemetry, and hands over.

mod markets;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use app::catalog::{self, ssr::TranslationsReport};
use app::error::AppError;
use app::search::ssr::MissView;
use app::ssr::{AppState, Cx};
use clap::{Parser, Subcommand};
use domain::policy::Actor;
use server::config::Config;
use server::{api_docs, doctor, migrations, seed, serve, state, telemetry, worker};
use words::Language;

/// Long-lived processes with many small allocations on many threads: less fragmentation than the system's.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// The exit code for a configuration that cannot be used.
const EXIT_CONFIG: u8 = 2;
/// Streaming an answer while rendering another needs more threads than a small machine has cores.
const MIN_WORKER_THREADS: usize = 4;

/// An open-source marketplace of many merchants.
#[derive(Debug, Parser)]
#[command(name = "sokonova", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Runs the web server until SIGTERM.
    Serve {
        /// Runs jobs in the same process, as suits development and small shops.
        #[arg(long)]
        with_worker: bool,
    },
    /// Runs jobs (mails, expiries, pictures) until SIGTERM.
    Worker,
    /// Applies the migrations this release needs. Part of every release, before its processes start.
    Migrate,
    /// Fills the database with the demo shop.
    Seed {
        /// Does nothing when there are products already.
        #[arg(long)]
        if_empty: bool,
        /// Fills up with generated goods until there are so many variants.
        #[arg(long, value_name = "N", conflicts_with = "if_empty")]
        variants: Option<u32>,
    },
    /// Imports products from a CSV file.
    Import {
        file: PathBuf,
        /// The merchant whose products they become.
        #[arg(long)]
        merchant: String,
        /// Checks the file and says what would change.
        #[arg(long)]
        dry_run: bool,
    },
    /// Prints the searches that most often found nothing, with how often and when last.
    Misses {
        /// How many, at the most.
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Translations of products, merchants and names, as CSV.
    #[command(subcommand)]
    Translations(Translations),
    /// Markets in other currencies, and their price lists.
    #[command(subcommand)]
    Markets(markets::Markets),
    /// What currencies are worth.
    #[command(subcommand)]
    Rates(markets::Rates),
    /// Prints the REST API's description.
    Openapi,
    /// Checks everything the program depends on.
    Doctor,
}

#[derive(Debug, Subcommand)]
enum Translations {
    /// Prints what can be translated, with its translation where there is one.
    Export {
        /// de, fr, sw or ar.
        #[arg(long, value_parser = language)]
        language: Language,
    },
    /// Takes in a file that was exported and filled in.
    Import { file: PathBuf },
}

fn language(tag: &str) -> Result<Language, String> {
    Language::of_tag(tag).ok_or_else(|| format!("the shop does not speak {tag}"))
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    // Needs no configuration: the description is the same everywhere.
    if matches!(cli.command, Command::Openapi) {
        return print_openapi();
    }
    let config = match Config::from_process() {
        Ok(config) => config,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(EXIT_CONFIG);
        }
    };
    // Within the runtime: the exporters start their tasks on it.
    let cores = std::thread::available_parallelism().map_or(MIN_WORKER_THREADS, usize::from);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(cores.max(MIN_WORKER_THREADS))
        .enable_all()
        .build();
    let runtime = match runtime {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("The runtime cannot start: {error}");
            return ExitCode::FAILURE;
        }
    };
    let telemetry = match telemetry::init(&config.telemetry) {
        Ok(telemetry) => telemetry,
        Err(error) => {
            eprintln!("Telemetry cannot start: {error:#}");
            return ExitCode::FAILURE;
        }
    };
    let outcome = runtime.block_on(run(cli.command, config));
    let code = outcome.unwrap_or_else(|error| {
        tracing::error!(error = format!("{error:#}"), "failed");
        sentry::capture_message(&format!("{error:#}"), sentry::Level::Fatal);
        ExitCode::FAILURE
    });
    runtime.shutdown_timeout(std::time::Duration::from_secs(1));
    telemetry.flush();
    code
}

/// One line per search: count, day of the last one, words. Words come last since they may hold anything but a line break.
async fn misses(state: &AppState, limit: u32) -> anyhow::Result<String> {
    let mut db = state.db.read().await?;
    let misses = app::search::ssr::misses(&mut db, limit).await?;
    let line = |miss: &MissView| {
        format!(
            "{:>8}  {}  {}\n",
            miss.count,
            miss.last_at.date(),
            miss.words
        )
    };
    Ok(misses.iter().map(line).collect())
}

async fn run(command: Command, config: Config) -> anyhow::Result<ExitCode> {
    match command {
        Command::Serve { with_worker } => serve::run(config, with_worker).await?,
        Command::Worker => worker::run_alone(config).await?,
        Command::Migrate => {
            let applied = migrations::apply(&config.database.url).await?;
            println!("{applied} migrations applied.");
        }
        Command::Doctor => {
            let checks = doctor::examine(&config).await?;
            for check in &checks {
                println!("{check}");
            }
            if !checks.iter().all(doctor::Check::passed) {
                return Ok(ExitCode::FAILURE);
            }
        }
        Command::Openapi => return Ok(print_openapi()),
        Command::Import {
            file,
            merchant,
            dry_run,
        } => return import(&config, &file, &merchant, dry_run).await,
        Command::Translations(Translations::Export { language }) => {
            let state = state::build(&config)?;
            let exported = export_translations(&state, language).await;
            state::close(&state).await;
            exported?;
        }
        Command::Translations(Translations::Import { file }) => {
            return import_translations(&config, &file).await;
        }
        Command::Markets(command) => return markets::markets(&config, command).await,
        Command::Rates(command) => return markets::rates(&config, command).await,
        Command::Misses { limit } => {
            let state = state::build(&config)?;
            let misses = misses(&state, limit).await;
            state::close(&state).await;
            print!("{}", misses?);
        }
        Command::Seed { if_empty, variants } => {
            let state = state::build(&config)?;
            let outcome = match variants {
                Some(variants) => seed::seed_plenty(&state, variants).await,
                None => seed::seed(&state, if_empty).await,
            };
            state::tell_servers(&state).await;
            state::close(&state).await;
            println!("{}", outcome?);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints what was done; fails when anything was left out, so that scripts notice.
async fn import(
    config: &Config,
    file: &Path,
    merchant: &str,
    dry_run: bool,
) -> anyhow::Result<ExitCode> {
    let state = state::build(config)?;
    let outcome = catalog::ssr::import::import_file(&state, file, merchant, dry_run).await;
    state::tell_servers(&state).await;
    state::close(&state).await;
    match outcome {
        Ok(report) => {
            println!("{report}");
            Ok(if report.errors == 0 {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            })
        }
        Err(AppError::Invalid { fields }) => {
            for error in fields.iter() {
                eprintln!("{}: {}", error.field, error.message);
            }
            Ok(ExitCode::FAILURE)
        }
        Err(error) => Err(error.into()),
    }
}

async fn export_translations(state: &AppState, language: Language) -> anyhow::Result<()> {
    let mut db = state.db.read().await?;
    let out = std::io::stdout().lock();
    Ok(catalog::ssr::export_translations(&mut db, language, out).await?)
}

/// Prints what was left out and how much was taken in; fails when anything was left out.
async fn import_translations(config: &Config, file: &Path) -> anyhow::Result<ExitCode> {
    let opened = std::fs::File::open(file).with_context(|| file.display().to_string())?;
    let state = state::build(config)?;
    let outcome = take_in(&state, opened).await;
    state::tell_servers(&state).await;
    state::close(&state).await;
    let report = outcome?;
    for (line, problem) in &report.problems {
        eprintln!("line {line}: {problem}");
    }
    println!(
        "{} translations taken in, {} blank, {} left out",
        report.taken, report.blank, report.left_out
    );
    Ok(if report.left_out == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

async fn take_in(state: &AppState, file: std::fs::File) -> Result<TranslationsReport, AppError> {
    let mut cx = Cx::begin(state, Actor::System).await?;
    let report = catalog::ssr::import_translations(&mut cx, file).await?;
    cx.commit().await?;
    Ok(report)
}

fn print_openapi() -> ExitCode {
    let (_, openapi) = api_docs::describe();
    match openapi.to_pretty_json() {
        Ok(json) => {
            println!("{json}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("The description cannot be written: {error}");
            ExitCode::FAILURE
        }
    }
}
