//! `cargo xtask bench [--json FILE] [--seconds N] [--page-cache MB] [--variants N]`: how fast the production build is on this machine.
//!
//! Prepares a site of its own (database, Redis database, port, media) as the end-to-end tests do, starts the server, and
//! lets the program `load` (server/load) measure it from outside. docs/performance explains the numbers.
//!
//! Invariant: every bench starts from a freshly seeded database, so that two of them measure the same shop.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::process;
use crate::services::{self, Services};
use crate::test;
use crate::tools;
use crate::up::{self, Server, Site};
use crate::workspace::{Context, Outcome, Workspace, free_port};

/// 0 is the development server's, 1 and 2 are the tests'.
const REDIS: u8 = 3;
/// The server is started this often to time it; the last one is measured.
const STARTS: usize = 3;

/// Builds, prepares, measures, prints a table, and writes JSON to `--json` or into `target/bench`.
pub fn bench(workspace: &Workspace, arguments: &[String]) -> Outcome {
    let options = Options::parse(workspace, arguments)?;
    tools::ensure_build_tools(workspace)?;
    let services = services::start(workspace)?;
    up::build(workspace, true)?;
    build_generator(workspace)?;
    // One visitor's limits are far too low for 32 at one address; logs are written as in production.
    let mut settings = vec![("RATE_LIMIT", "off"), ("LOG_FORMAT", "json")];
    if let Some(megabytes) = &options.page_cache {
        settings.push(("PAGE_CACHE_MB", megabytes));
    }
    let site = Site {
        release: true,
        port: free_port()?,
        database: "sokonova_bench",
        redis: REDIS,
        media: "media-bench",
        settings: &settings,
    };
    test::prepare_site(workspace, &services, &site)?;
    if let Some(variants) = &options.variants {
        site.run(workspace, &services, &["seed", "--variants", variants])?;
    }
    // Fresh tables have no statistics: without them the first minutes measure bad plans and autovacuum.
    process::output(
        services
            .postgres
            .psql(site.database)
            .args(["-c", "vacuum analyze"]),
    )?;
    let (server, starts) = start(workspace, &services, &site)?;
    let log = server.log.clone();
    let result = measure(workspace, &services, &site, &server, &starts, &options);
    server.stop()?;
    result.map_err(|error| format!("{error}\nthe server's log: {}", log.display()))
}

struct Options {
    /// One run's length; none for the generator's own default.
    seconds: Option<String>,
    /// Memory for kept pages; none for the server's own default, 0 to measure rendering.
    page_cache: Option<String>,
    /// So many variants, generated but for the demo's; none for the demo alone.
    variants: Option<String>,
    json: PathBuf,
}

impl Options {
    fn parse(workspace: &Workspace, arguments: &[String]) -> Outcome<Self> {
        let (mut seconds, mut page_cache, mut variants, mut json) = (None, None, None, None);
        let mut words = arguments.iter();
        while let Some(word) = words.next() {
            let value = words.next().ok_or_else(|| format!("{word} what?"))?;
            match word.as_str() {
                "--seconds" => seconds = Some(value.clone()),
                "--page-cache" => page_cache = Some(value.clone()),
                "--variants" => variants = Some(value.clone()),
                "--json" => json = Some(PathBuf::from(value)),
                _ => {
                    return Err(format!(
                        "bench knows --seconds, --page-cache, --variants and --json, not {word}"
                    ));
                }
            }
        }
        let json = json.map_or_else(|| dated_file(workspace), Ok)?;
        Ok(Self {
            seconds,
            page_cache,
            variants,
            json,
        })
    }
}

/// `target/bench/2026-11-20T120000.json`, in UTC.
fn dated_file(workspace: &Workspace) -> Outcome<PathBuf> {
    let directory = workspace.target.join("bench");
    fs::create_dir_all(&directory).context("cannot create target/bench")?;
    let now = process::output(Command::new("date").args(["-u", "+%Y-%m-%dT%H%M%S"]))?;
    Ok(directory.join(format!("{}.json", now.trim())))
}

/// Apart from the site: it shares no crate of ours, and cargo would have to choose their features anew.
fn build_generator(workspace: &Workspace) -> Outcome {
    let mut cargo = Command::new("cargo");
    cargo
        .args(["build", "--release", "--package", "load"])
        .current_dir(&workspace.root);
    process::step(workspace, "Building the load generator", &mut cargo)
}

/// The running server, and how long each start took from spawning it to its first "ready".
fn start(
    workspace: &Workspace,
    services: &Services,
    site: &Site,
) -> Outcome<(Server, Vec<Duration>)> {
    let mut times = Vec::new();
    loop {
        let began = Instant::now();
        let server = site.serve(workspace, services, "server-bench")?;
        times.push(began.elapsed());
        if times.len() == STARTS {
            return Ok((server, times));
        }
        server.stop()?;
    }
}

fn measure(
    workspace: &Workspace,
    services: &Services,
    site: &Site,
    server: &Server,
    starts: &[Duration],
    options: &Options,
) -> Outcome {
    let starts: Vec<String> = starts.iter().map(|it| it.as_millis().to_string()).collect();
    let mut load = Command::new(workspace.target.join("release/load"));
    load.args(["--url", &format!("http://127.0.0.1:{}", site.port)])
        .args(["--pid", &server.child.id().to_string()])
        .args(["--subject", &subject(workspace)])
        .args(["--startup-ms", &starts.join(",")])
        .arg("--json")
        .arg(&options.json)
        // Not an argument: it holds a password.
        .env("DATABASE_URL", services.postgres.url(site.database));
    if let Some(seconds) = &options.seconds {
        load.args(["--seconds", seconds]);
    }
    process::inherit(&mut load)
}

/// The commit that is measured, marked when the checkout has changes; an archive has none.
fn subject(workspace: &Workspace) -> String {
    let mut git = Command::new("git");
    git.args(["describe", "--always", "--dirty"])
        .current_dir(&workspace.root);
    process::output(&mut git).map_or_else(
        |_| "unknown commit".to_owned(),
        |text| text.trim().to_owned(),
    )
}
