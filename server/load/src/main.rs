//! `load`: measures a running Sokonova from outside; `cargo xtask bench` prepares the site and calls it.
//!
//! Invariants: only a server on the loopback is ever addressed; every run is bounded in time and in number; an answer
//! that is not the expected one fails the whole measurement, because the speed of errors says nothing. Only a 503, which
//! the server gives on purpose when it has no room, is counted instead.

mod client;
mod load;
mod relevance;
mod report;
mod scenario;
mod shop;
mod statements;
mod weight;
mod yardstick;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context;
use clap::Parser;

use client::{Client, Site};
use http::StatusCode;
use report::Report;
use scenario::Scenario;
use shop::Shop;
use statements::Database;
use yardstick::Nginx;

/// Measures a Sokonova that runs on this machine.
#[derive(Debug, Parser)]
#[command(name = "load")]
struct Cli {
    /// The site, `http://127.0.0.1:port`.
    #[arg(long)]
    url: String,
    /// The site's database; it gets much more stock, and its statement statistics are reset again and again.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    database_url: String,
    /// The server's process number, to read its memory.
    #[arg(long)]
    pid: u32,
    /// Length of one run in seconds; there are three of each, after one to warm up.
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=600))]
    seconds: u64,
    /// What was measured, such as a commit.
    #[arg(long)]
    subject: String,
    /// Milliseconds from spawning the server to its first "ready", one per start.
    #[arg(long, value_delimiter = ',')]
    startup_ms: Vec<u64>,
    /// Where the numbers go besides the terminal.
    #[arg(long)]
    json: PathBuf,
}

/// One thread: the server needs the other cores.
#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run(&Cli::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(cli: &Cli) -> anyhow::Result<()> {
    let report = measure(cli).await?;
    print!("{report}");
    let json = serde_json::to_string_pretty(&report)?;
    std::fs::write(&cli.json, json + "\n")
        .with_context(|| format!("cannot write {}", cli.json.display()))?;
    println!("\nAlso in {}", cli.json.display());
    Ok(())
}

async fn measure(cli: &Cli) -> anyhow::Result<Report> {
    let site = Site::parse(&cli.url)?;
    // What the start itself allocates settles before its memory is read.
    tokio::time::sleep(Duration::from_secs(2)).await;
    let idle = report::resident_kib(cli.pid)?;
    let load_average = report::load_average()?;
    let database = Database::connect(&cli.database_url).await?;
    database.stock_up().await?;
    let mut client = Client::new(&site);
    let shop = Shop::explore(&mut client).await?;
    let weight = weight::of_page(&mut client, &format!("/p/{}", shop.products[0])).await?;
    let statements = statements::count(&database, &mut client, &shop).await?;
    let relevance = relevance::mean(&mut client).await?;
    let mut throughput = Vec::new();
    for scenario in Scenario::ALL {
        eprintln!("   {} …", scenario.name());
        throughput.push(load::measure(&site, &shop, scenario, cli.seconds).await?);
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    let after_load = report::resident_kib(cli.pid)?;
    let product = format!("/p/{}", shop.products[0]);
    let page = client
        .page(&product, client::AS_BROWSERS, "", StatusCode::OK)
        .await?;
    let nginx = Nginx::serve(&page.body).await.unwrap_or_else(|error| {
        eprintln!("nginx is not measured: {error:#}");
        None
    });
    if let Some(nginx) = nginx {
        let scenario = Scenario::StaticFile;
        eprintln!("   {} …", scenario.name());
        throughput.push(load::measure(&nginx.site, &shop, scenario, cli.seconds).await?);
    }
    Ok(Report {
        subject: cli.subject.clone(),
        cores: std::thread::available_parallelism()?.get(),
        load_average_before: load_average,
        concurrency: load::CONCURRENCY,
        seconds_per_run: cli.seconds,
        startup_ms: cli.startup_ms.clone(),
        resident_kib: report::Resident { idle, after_load },
        throughput,
        statements,
        relevance,
        weight,
    })
}
