//! `sokonova`: one binary, several roles. Reads the configuration, sets up telemetry, and hands over.

mod commands;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use commands::{imports, markets, print_misses, with_state};
use server::config::Config;
use server::{api_docs, doctor, migrations, seed, serve, telemetry, worker};

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
    Translations(imports::Translations),
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
        } => return imports::products(&config, &file, &merchant, dry_run).await,
        Command::Translations(command) => return imports::translations(&config, command).await,
        Command::Markets(command) => return markets::markets(&config, command).await,
        Command::Rates(command) => return markets::rates(&config, command).await,
        Command::Misses { limit } => {
            return with_state(&config, async |state| print_misses(state, limit).await).await;
        }
        Command::Seed { if_empty, variants } => {
            return with_state(&config, async |state| {
                let report = match variants {
                    Some(variants) => seed::seed_plenty(state, variants).await?,
                    None => seed::seed(state, if_empty).await?,
                };
                println!("{report}");
                Ok(ExitCode::SUCCESS)
            })
            .await;
        }
    }
    Ok(ExitCode::SUCCESS)
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
