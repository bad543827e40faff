//! Runs the web server, and how it ends: not ready, still serving, no new connections, drained, gone.

use std::future::Future;
use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Context;
use axum::Router;
use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

use crate::config::{Config, ShutdownConfig};
use crate::health::Draining;
use crate::router::{self, Site};
use crate::{redis, state, telemetry, worker};

/// `sokonova serve`: until SIGTERM or SIGINT.
///
/// # Errors
/// When an address is taken or the state cannot be set up; never because a dependency is away for now.
pub async fn run(config: Config, with_worker: bool) -> anyhow::Result<()> {
    let state = state::build(&config)?;
    state.pages.listen(redis::subscriber(&config.redis_url)?);
    let draining = Draining::default();
    let site = Site {
        state: state.clone(),
        http: config.http.clone(),
        root: config.site_root.clone(),
        reports_errors: config.telemetry.sentry_dsn.is_some(),
        draining: draining.clone(),
    };
    let app = router::build(site)?;
    let listener = bind(config.http.site_addr).await?;
    let metrics_listener = bind(config.telemetry.metrics_addr).await?;
    tracing::info!(address = %config.http.site_addr, url = %config.settings.app_url, "serving");

    let stop = CancellationToken::new();
    let background = CancellationToken::new();
    let metrics = tokio::spawn(serve(
        metrics_listener,
        telemetry::metrics::router(),
        background.clone(),
    ));
    let sampler = tokio::spawn(telemetry::sampler::run(
        state.db.primary().clone(),
        background.clone(),
    ));
    let jobs = with_worker.then(|| {
        tokio::spawn(worker::run(
            state.clone(),
            config.worker_concurrency,
            config.shutdown.grace,
            stop.clone(),
        ))
    });
    let web = tokio::spawn(serve(listener, app, stop.clone()));

    shut_down(termination()?, &config.shutdown, &draining, &stop).await;
    // Those who listen would otherwise use up the grace.
    state.pages.news().end();
    finish("web server", config.shutdown.grace, web).await;
    if let Some(jobs) = jobs {
        // The worker limits its own grace; the extra second is for its bookkeeping.
        finish(
            "worker",
            config.shutdown.grace + Duration::from_secs(1),
            jobs,
        )
        .await;
    }
    background.cancel();
    let _ = tokio::join!(metrics, sampler);
    state::close(&state).await;
    tracing::info!("stopped");
    Ok(())
}

/// The order of a shutdown up to "no new connections": readiness off, time for balancers to notice, stop.
pub async fn shut_down(
    signal: impl Future<Output = ()>,
    config: &ShutdownConfig,
    draining: &Draining,
    stop: &CancellationToken,
) {
    signal.await;
    draining.begin();
    tracing::info!(delay_seconds = config.delay.as_secs(), "shutting down");
    tokio::time::sleep(config.delay).await;
    stop.cancel();
}

/// Resolves at SIGTERM or SIGINT.
///
/// # Errors
/// When the handlers cannot be installed.
pub fn termination() -> anyhow::Result<impl Future<Output = ()>> {
    let mut term = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! { _ = term.recv() => {}, _ = interrupt.recv() => {} }
    })
}

/// # Errors
/// When the address is taken or not ours.
pub async fn bind(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .with_context(|| format!("cannot listen on {address}"))
}

/// Serves until `stop`, then lets running requests end. Without TCP_NODELAY each streamed answer waits 40 ms for Nagle.
/// Clients that send their headers slowly are not cut off here: that is left to the proxy in front.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    listener: TcpListener,
    app: Router,
    stop: CancellationToken,
) -> std::io::Result<()> {
    let listener = listener.tap_io(|socket| {
        if let Err(error) = socket.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY could not be set");
        }
    });
    axum::serve(
        listener,
        app.into_make_service_with_connect_info::<SocketAddr>(),
    )
    .with_graceful_shutdown(stop.cancelled_owned())
    .await
}

async fn finish<E: std::fmt::Display>(
    what: &str,
    grace: Duration,
    mut task: tokio::task::JoinHandle<Result<(), E>>,
) {
    match tokio::time::timeout(grace, &mut task).await {
        Ok(Ok(Ok(()))) => {}
        Ok(Ok(Err(error))) => tracing::error!(what, %error, "ended with an error"),
        Ok(Err(error)) => tracing::error!(what, %error, "ended abnormally"),
        Err(_) => {
            tracing::warn!(
                what,
                grace_seconds = grace.as_secs(),
                "did not finish in time and is cut off"
            );
            task.abort();
        }
    }
}
