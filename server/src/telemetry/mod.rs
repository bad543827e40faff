//! Logs, error reports, traces and metrics: set up once by `main`, before anything else happens.

pub mod metrics;
pub mod sampler;
pub mod sentry;

use std::io::IsTerminal;
use std::time::Duration;

use ::sentry::integrations::tracing::BreadcrumbLayer;
use opentelemetry::trace::TracerProvider as _;
use opentelemetry_otlp::WithExportConfig;
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::trace::{Sampler, SdkTracerProvider};
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer, Registry};

use crate::config::{LogFormat, TelemetryConfig};

/// How long the last reports may take to leave.
const FLUSH_TIMEOUT: Duration = Duration::from_secs(2);

/// The program's release, as Sentry and traces name it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// `sokonova@version`, with `+commit` when the build was told it (`SOKONOVA_COMMIT`, set by the image's build).
pub fn release() -> String {
    match option_env!("SOKONOVA_COMMIT") {
        Some(commit) if !commit.is_empty() => format!("sokonova@{VERSION}+{commit}"),
        _ => format!("sokonova@{VERSION}"),
    }
}

/// Keeps the exporters alive; [`Telemetry::flush`] at the very end of the program.
#[must_use = "dropping it stops error reports"]
pub struct Telemetry {
    sentry: Option<::sentry::ClientInitGuard>,
    traces: Option<SdkTracerProvider>,
}

impl Telemetry {
    /// Sends what is still waiting, within two seconds each.
    pub fn flush(self) {
        if let Some(Err(error)) = self
            .traces
            .map(|traces| traces.shutdown_with_timeout(FLUSH_TIMEOUT))
        {
            eprintln!("traces were not all sent: {error}");
        }
        if let Some(sentry) = self.sentry {
            sentry.close(Some(FLUSH_TIMEOUT));
        }
    }
}

/// Installs the global subscriber and, where configured, Sentry and the OTLP exporter.
///
/// # Errors
/// When the exporter's address is unusable, or a subscriber is installed already.
pub fn init(config: &TelemetryConfig) -> anyhow::Result<Telemetry> {
    // Before Sentry's, which calls the hook it finds.
    std::panic::set_hook(Box::new(log_panic));
    let sentry = config
        .sentry_dsn
        .clone()
        .map(|dsn| sentry::init(dsn, &config.sentry_environment));
    let traces = config
        .otlp_endpoint
        .as_deref()
        .map(tracer_provider)
        .transpose()?;
    let filter = EnvFilter::try_new(&config.log_filter)?;
    let exported = traces.as_ref().map(|provider| {
        tracing_opentelemetry::layer()
            .with_tracer(provider.tracer("sokonova"))
            .with_filter(EnvFilter::new("info,hyper=off,h2=off,reqwest=off"))
    });
    let lines: Box<dyn Layer<Registry> + Send + Sync> = match config.log_format {
        LogFormat::Json => tracing_subscriber::fmt::layer()
            .json()
            .flatten_event(true)
            .with_current_span(true)
            .with_span_list(false)
            .with_filter(filter)
            .boxed(),
        LogFormat::Pretty => tracing_subscriber::fmt::layer()
            .compact()
            .with_ansi(std::io::stdout().is_terminal())
            .with_filter(filter)
            .boxed(),
    };
    tracing_subscriber::registry()
        .with(lines)
        .with(exported)
        // Log lines are an event's history, not events: what deserves a report is captured where it happens, with its cause.
        .with(
            sentry
                .is_some()
                .then(|| BreadcrumbLayer::new().with_filter(LevelFilter::INFO)),
        )
        .try_init()?;
    Ok(Telemetry { sentry, traces })
}

/// One structured line instead of the several that Rust prints.
fn log_panic(panic: &std::panic::PanicHookInfo<'_>) {
    let location = panic.location().map(ToString::to_string);
    tracing::error!(location, cause = panic.payload_as_str(), "panic");
}

/// Exports over HTTP in the background; a caller's sampling decision is followed.
fn tracer_provider(endpoint: &str) -> anyhow::Result<SdkTracerProvider> {
    let exporter = opentelemetry_otlp::SpanExporter::builder()
        .with_http()
        .with_endpoint(format!("{}/v1/traces", endpoint.trim_end_matches('/')))
        .with_timeout(FLUSH_TIMEOUT)
        .build()?;
    let resource = Resource::builder()
        .with_service_name("sokonova")
        .with_attribute(opentelemetry::KeyValue::new("service.version", release()))
        .build();
    Ok(SdkTracerProvider::builder()
        .with_batch_exporter(exporter)
        .with_sampler(Sampler::ParentBased(Box::new(Sampler::AlwaysOn)))
        .with_resource(resource)
        .build())
}
