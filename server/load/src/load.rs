//! The closed loop: a fixed number of visitors, each of whom does the next thing as soon as the last is answered. And then the
//! same at half the rate, each thing at its own time.
//!
//! A closed loop cannot overload the server: its percentiles are those of a server that is exactly busy. What visitors feel
//! is told by the other: there, waiting for a visitor to be free counts as waiting for the answer.

use std::cell::Cell;
use std::time::{Duration, Instant};

use futures::future::try_join_all;
use hdrhistogram::Histogram;

use crate::client::{Client, Site, Unavailable};
use crate::report::{Run, Throughput, median};
use crate::scenario::Scenario;
use crate::shop::Shop;

/// Visitors at once.
pub const CONCURRENCY: usize = 32;
/// Runs whose medians are told.
const RUNS: usize = 3;
/// The end of a run that time alone does not end.
const MAX_OPERATIONS: usize = 2_000_000;
/// Microseconds the histogram can hold: more than a whole checkout of timeouts.
const LONGEST: u64 = 300_000_000;

/// Warms up for a third of a run, then measures three runs, and one at half of what they reached.
///
/// # Errors
/// The first answer that was neither the expected one nor a 503; those are counted apart.
pub async fn measure(
    site: &Site,
    shop: &Shop,
    scenario: Scenario,
    seconds: u64,
) -> anyhow::Result<Throughput> {
    let length = Duration::from_secs(seconds);
    let turn = Cell::new(0);
    run(site, shop, scenario, length / 3, &turn, None).await?;
    let mut runs = Vec::with_capacity(RUNS);
    for _ in 0..RUNS {
        runs.push(run(site, shop, scenario, length, &turn, None).await?);
    }
    let reached = median(runs.iter().map(|run| run.per_second));
    let calm = run(site, shop, scenario, length, &turn, Some(reached / 2.0)).await?;
    Ok(Throughput::of(scenario, runs, calm))
}

async fn run(
    site: &Site,
    shop: &Shop,
    scenario: Scenario,
    length: Duration,
    turn: &Cell<usize>,
    per_second: Option<f64>,
) -> anyhow::Result<Run> {
    let began = Instant::now();
    let first = turn.get();
    let last = first + MAX_OPERATIONS;
    let refused = Cell::new(0);
    let visitor = || async {
        let mut client = Client::new(site);
        let mut latencies = Histogram::<u64>::new_with_bounds(1, LONGEST, 3)?;
        while began.elapsed() < length && turn.get() < last {
            let mine = turn.replace(turn.get() + 1);
            let asked = match per_second {
                Some(rate) => {
                    let due = began + due(mine - first, rate);
                    tokio::time::sleep_until(due.into()).await;
                    due
                }
                None => Instant::now(),
            };
            let outcome = scenario.perform(&mut client, shop, mine).await;
            match outcome {
                Ok(()) => {}
                Err(error) if error.is::<Unavailable>() => {
                    refused.set(refused.get() + 1);
                    continue;
                }
                Err(error) => return Err(error.context(format!("{} under load", scenario.name()))),
            }
            let micros = u64::try_from(asked.elapsed().as_micros())?;
            latencies.record(micros.clamp(1, LONGEST))?;
        }
        anyhow::Ok(latencies)
    };
    let all = try_join_all((0..CONCURRENCY).map(|_| visitor())).await?;
    let elapsed = began.elapsed().as_secs_f64();
    let mut latencies = Histogram::<u64>::new_with_bounds(1, LONGEST, 3)?;
    for part in all {
        latencies.add(part)?;
    }
    Ok(Run {
        operations: latencies.len(),
        refused: refused.get(),
        per_second: rate(latencies.len(), elapsed),
        p50_ms: millis(latencies.value_at_quantile(0.50)),
        p99_ms: millis(latencies.value_at_quantile(0.99)),
    })
}

/// When the n-th of so many a second is to be done, from the beginning.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of a run are far below 2^52"
)]
fn due(operation: usize, per_second: f64) -> Duration {
    Duration::from_secs_f64(operation as f64 / per_second.max(0.1))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts and microseconds of a run are far below 2^52"
)]
fn rate(operations: u64, seconds: f64) -> f64 {
    operations as f64 / seconds
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts and microseconds of a run are far below 2^52"
)]
fn millis(micros: u64) -> f64 {
    micros as f64 / 1000.0
}
