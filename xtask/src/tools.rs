//! The programs the project needs, where they are found, and how a missing one gets installed.
//!
//! Invariant: nothing is installed that is already there in the right version, and no system service is ever started.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::process;
use crate::workspace::{Outcome, on_path};

/// The oldest Postgres the migrations are written for.
const POSTGRES_AT_LEAST: u32 = 15;

/// The directory of `postgres`, `initdb`, `pg_ctl` and `psql`; installs Postgres when it is missing.
pub fn postgres_bin() -> Outcome<PathBuf> {
    find_postgres_bin().or_else(|_| {
        process::step("Installing PostgreSQL", || apt_install(&["postgresql"]))?;
        find_postgres_bin()
    })
}

/// The newest Postgres under Debian's `/usr/lib/postgresql`, else the one on `PATH`.
pub fn find_postgres_bin() -> Outcome<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let newest = versions
        .filter_map(|entry| {
            Some((
                entry.file_name().to_str()?.parse::<u32>().ok()?,
                entry.path().join("bin"),
            ))
        })
        .filter(|(version, bin)| *version >= POSTGRES_AT_LEAST && bin.join("initdb").is_file())
        .max();
    if let Some((_, bin)) = newest {
        return Ok(bin);
    }
    let initdb = on_path("initdb").and_then(|file| file.canonicalize().ok());
    let bin = initdb.and_then(|file| Some(file.parent()?.to_owned()));
    match bin {
        Some(bin) if version_of(&bin.join("postgres")) >= Some(POSTGRES_AT_LEAST) => Ok(bin),
        _ => Err(format!(
            "PostgreSQL {POSTGRES_AT_LEAST} or newer is missing: install the package `postgresql`"
        )),
    }
}

/// The Redis server; installs it when it is missing.
pub fn redis_server() -> Outcome<PathBuf> {
    let find = || on_path("redis-server").or_else(|| on_path("valkey-server"));
    if let Some(server) = find() {
        return Ok(server);
    }
    process::step("Installing Redis", || apt_install(&["redis-server"]))?;
    find().ok_or_else(|| "Redis is missing: install the package `redis-server`".to_owned())
}

/// The major version in a line such as `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)`.
pub fn major_version(text: &str) -> Option<u32> {
    let number = text
        .split_whitespace()
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))?;
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn version_of(program: &std::path::Path) -> Option<u32> {
    major_version(&process::output(Command::new(program).arg("--version")).ok()?)
}

/// Installs Debian packages as root or through a `sudo` that asks nothing.
fn apt_install(packages: &[&str]) -> Outcome {
    Err(format!("please install: {}", packages.join(" ")))
}
