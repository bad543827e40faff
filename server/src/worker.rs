//! Runs jobs: as a process of its own (`sokonova worker`), or beside the web server (`serve --with-worker`).

use std::time::Duration;

use app::ssr::{AppState, jobs, upkeep};
use tokio_util::sync::CancellationToken;

use crate::config::Config;
use crate::{serve, state, telemetry};

/// Between attempts to start while Postgres is away.
const RETRY: Duration = Duration::from_secs(2);

/// `sokonova worker`: until SIGTERM or SIGINT. Its metrics are served like the web server's.
///
/// # Errors
/// When the metrics address is taken or the state cannot be set up.
pub async fn run_alone(config: Config) -> anyhow::Result<()> {
    let state = state::build(&config)?;
    let stop = CancellationToken::new();
    let listener = serve::bind(config.telemetry.metrics_addr).await?;
    let metrics = tokio::spawn(serve::serve(
        listener,
        telemetry::metrics::router(),
        stop.clone(),
    ));
    let sampler = tokio::spawn(telemetry::sampler::run(
        state.db.primary().clone(),
        stop.clone(),
    ));
    let signal = serve::termination()?;
    let stop_at_signal = stop.clone();
    let waiting = tokio::spawn(async move {
        signal.await;
        stop_at_signal.cancel();
    });
    let result = run(
        state.clone(),
        config.worker_concurrency,
        config.shutdown.grace,
        stop.clone(),
    )
    .await;
    stop.cancel();
    waiting.abort();
    let _ = tokio::join!(metrics, sampler);
    state::close(&state).await;
    result
}

/// Takes jobs until `stop`, then finishes what runs, for `grace` at most. A job cut off is taken up again by another
/// worker's sweeper. Starts over when Postgres goes away.
///
/// # Errors
/// None today; the type leaves room for a worker that cannot go on.
pub async fn run(
    state: AppState,
    concurrency: usize,
    grace: Duration,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    let upkeep = upkeep::run(&state, stop.cancelled());
    let jobs = take_jobs(&state, concurrency, grace, &stop);
    let ((), jobs) = tokio::join!(upkeep, jobs);
    jobs
}

async fn take_jobs(
    state: &AppState,
    concurrency: usize,
    grace: Duration,
    stop: &CancellationToken,
) -> anyhow::Result<()> {
    while !stop.is_cancelled() {
        match jobs::worker(state.clone(), concurrency, grace).await {
            Ok(worker) => {
                tracing::info!(concurrency, "taking jobs");
                let running = worker.run();
                tokio::pin!(running);
                let outcome = tokio::select! {
                    outcome = &mut running => Some(outcome),
                    () = stop.cancelled() => {
                        worker.request_shutdown();
                        tokio::time::timeout(grace, running).await.ok()
                    }
                };
                match outcome {
                    Some(Ok(())) if stop.is_cancelled() => {}
                    Some(Ok(())) => {
                        tracing::warn!("the worker ended by itself and is started again")
                    }
                    Some(Err(error)) => {
                        tracing::error!(%error, "the worker failed and is started again")
                    }
                    None => {
                        tracing::warn!("jobs did not finish in time and are left to another worker")
                    }
                }
            }
            Err(error) => tracing::warn!(%error, "the worker cannot start yet"),
        }
        stop.run_until_cancelled(tokio::time::sleep(RETRY)).await;
    }
    Ok(())
}
