//! The numbers, as a table and as JSON, and those that the machine itself knows.

use std::fmt;

use anyhow::Context;
use serde::Serialize;

use crate::scenario::Scenario;
use crate::statements::PageStatements;
use crate::weight::Weight;

/// Everything measured at once.
#[derive(Debug, Serialize)]
pub struct Report {
    pub subject: String,
    /// Shared by the server, Postgres, Redis and the generator.
    pub cores: usize,
    /// Of the last minute before measuring: above a few tenths, something else was running.
    pub load_average_before: f64,
    pub concurrency: usize,
    pub seconds_per_run: u64,
    pub startup_ms: Vec<u64>,
    pub resident_kib: Resident,
    pub throughput: Vec<Throughput>,
    pub statements: Vec<PageStatements>,
    /// Mean nDCG@10 of the judged searches: 1 is the best order there is.
    pub relevance: f64,
    /// Of a product's page.
    pub weight: Vec<Weight>,
}

/// Resident memory of the server (`VmRSS`) in KiB.
#[derive(Debug, Serialize)]
pub struct Resident {
    pub idle: u64,
    pub after_load: u64,
}

/// One run of a scenario.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Run {
    /// Those that succeeded: rates and percentiles are theirs.
    pub operations: u64,
    /// Those that met a 503.
    pub refused: u64,
    pub per_second: f64,
    pub p50_ms: f64,
    pub p99_ms: f64,
}

/// A scenario: its runs and the median of each number.
#[derive(Debug, Serialize)]
pub struct Throughput {
    pub scenario: &'static str,
    pub requests_per_operation: u64,
    pub per_second: f64,
    pub p50_ms: f64,
    pub p99_ms: f64,
    /// At half of `per_second`, from when each was due.
    pub p99_ms_at_half: f64,
    /// In all runs together.
    pub refused: u64,
    pub runs: Vec<Run>,
}

impl Throughput {
    /// `runs`, which is not empty, at full load; `calm` at half of it.
    pub fn of(scenario: Scenario, runs: Vec<Run>, calm: Run) -> Self {
        Self {
            scenario: scenario.name(),
            requests_per_operation: scenario.requests(),
            per_second: median(runs.iter().map(|run| run.per_second)),
            p50_ms: median(runs.iter().map(|run| run.p50_ms)),
            p99_ms: median(runs.iter().map(|run| run.p99_ms)),
            p99_ms_at_half: calm.p99_ms,
            refused: runs.iter().map(|run| run.refused).sum(),
            runs,
        }
    }
}

/// The upper one of the two in the middle when they are two.
pub fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The server's resident memory now, in KiB.
///
/// # Errors
/// When there is no such process.
pub fn resident_kib(pid: u32) -> anyhow::Result<u64> {
    let path = format!("/proc/{pid}/status");
    let status = std::fs::read_to_string(&path).with_context(|| path.clone())?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .with_context(|| format!("{path}: no VmRSS"))?;
    let number = line.trim().trim_end_matches("kB").trim();
    number.parse().with_context(|| format!("{path}: {line}"))
}

/// The machine's load average of the last minute.
///
/// # Errors
/// When the system does not tell.
pub fn load_average() -> anyhow::Result<f64> {
    let text = std::fs::read_to_string("/proc/loadavg").context("/proc/loadavg")?;
    let first = text.split_whitespace().next().context("/proc/loadavg")?;
    first.parse().context("/proc/loadavg")
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "\n{}: {} cores shared by server, Postgres, Redis and generator; load average before: {:.2}",
            self.subject, self.cores, self.load_average_before
        )?;
        writeln!(
            f,
            "{} visitors in a closed loop; medians of 3 runs of {} s each\n",
            self.concurrency, self.seconds_per_run
        )?;
        writeln!(
            f,
            "{:<24}{:>10}{:>10}{:>12}{:>12}{:>12}{:>8}",
            "scenario", "per s", "req/s", "p50 ms", "p99 ms", "p99 at half", "503s"
        )?;
        for row in &self.throughput {
            #[expect(clippy::cast_precision_loss, reason = "at most nine")]
            let requests = row.per_second * row.requests_per_operation as f64;
            let (name, refused) = (row.scenario, row.refused);
            let (rate, p50, p99) = (row.per_second, row.p50_ms, row.p99_ms);
            let calm = row.p99_ms_at_half;
            writeln!(
                f,
                "{name:<24}{rate:>10.1}{requests:>10.1}{p50:>12.2}{p99:>12.2}{calm:>12.2}{refused:>8}"
            )?;
        }
        let judged = demo::relevance::JUDGED.len();
        writeln!(
            f,
            "\n{:<24}{:>10.3}   {judged} judged searches",
            "search nDCG@10", self.relevance
        )?;
        writeln!(f, "\n{:<24}{:>10}", "page", "statements")?;
        for row in &self.statements {
            writeln!(f, "{:<24}{:>10}", row.page, row.statements)?;
        }
        writeln!(
            f,
            "\n{:<24}{:>10}{:>12}{:>12}",
            "product page, bytes", "files", "identity", "brotli"
        )?;
        for row in &self.weight {
            let Weight {
                kind,
                files,
                identity,
                brotli,
            } = row;
            writeln!(f, "{kind:<24}{files:>10}{identity:>12}{brotli:>12}")?;
        }
        let mib = |kib: u64| kib.div_ceil(1024);
        writeln!(
            f,
            "\nresident memory         {} MiB idle, {} MiB after load",
            mib(self.resident_kib.idle),
            mib(self.resident_kib.after_load)
        )?;
        writeln!(
            f,
            "spawn to ready          {:?} ms (one per start)",
            self.startup_ms
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{median, resident_kib};

    #[test]
    fn the_median_ignores_an_outlier() {
        assert_eq!(median([5.0, 900.0, 4.0].into_iter()), 5.0);
    }

    #[test]
    fn a_process_has_memory() {
        assert!(resident_kib(std::process::id()).unwrap() > 100);
    }
}
