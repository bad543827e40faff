//! The program's settings: the only place that reads the environment.
//!
//! Environment variables win over the TOML file named by `SOKONOVA_CONFIG`. Development has a default for everything;
//! production must be told its addresses and secrets, and weak secrets are refused. All problems are told at once.
//! `main` loads it; the rest of the program is handed values.

mod process;
mod reader;
mod sections;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use app::ssr::settings::{Environment, Settings};
use ipnet::IpNet;

pub use reader::{ConfigError, Problem};

/// Everything the program was told.
#[derive(Debug, Clone)]
pub struct Config {
    /// What the application itself needs.
    pub settings: Settings,
    pub secrets: Secrets,
    pub database: DatabaseConfig,
    /// Sessions, rate limits and caches; nothing that may not be lost.
    pub redis_url: String,
    pub http: HttpConfig,
    pub telemetry: TelemetryConfig,
    pub shutdown: ShutdownConfig,
    /// How many jobs one worker process runs at once.
    pub worker_concurrency: usize,
    /// Where the built site lies: `pkg/` and the static files.
    pub site_root: PathBuf,
}

/// Keys that sign and encrypt.
#[derive(Clone)]
pub struct Secrets {
    /// Signs what the application hands out and takes back (guest tokens, one-time links).
    pub secret_key: String,
    pub jwt_issuer: String,
    /// Signs new access tokens.
    pub jwt: JwtKey,
    /// Still accepted while the tokens it signed live on: key rotation.
    pub jwt_previous: Option<JwtKey>,
}

/// One HMAC key for access tokens, named by the token's `kid`.
#[derive(Clone)]
pub struct JwtKey {
    pub id: String,
    pub secret: String,
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Secrets")
            .field("jwt_key_id", &self.jwt.id)
            .finish_non_exhaustive()
    }
}

/// Postgres.
#[derive(Debug, Clone)]
pub struct DatabaseConfig {
    pub url: String,
    /// A replica for pages that may lag a little.
    pub read_url: Option<String>,
    /// Connections kept open, and at most opened, by one process to the primary.
    pub pool_min: u32,
    pub pool_max: u32,
}

/// The web server.
#[derive(Debug, Clone)]
pub struct HttpConfig {
    pub site_addr: SocketAddr,
    /// Other front ends that may call `/api/v1` from a browser, as `https://host[:port]`.
    pub cors_allowed_origins: Vec<String>,
    /// Peers whose X-Forwarded-For, X-Request-Id and traceparent are believed.
    pub trusted_proxies: Vec<IpNet>,
    /// When the answer has not begun by then, it is 503.
    pub request_timeout: Duration,
    /// `None` when switched off.
    pub rate_limits: Option<RateLimits>,
}

/// Requests per minute and client address, by class.
#[derive(Debug, Clone, Copy)]
pub struct RateLimits {
    /// Reading pages.
    pub browse: u32,
    /// Changing a cart, checking out, any other form.
    pub write: u32,
    /// `/api/v1`.
    pub api: u32,
    /// Signing in and everything else that tries a secret.
    pub credentials: u32,
}

impl Default for RateLimits {
    fn default() -> Self {
        Self {
            browse: 600,
            write: 90,
            api: 240,
            credentials: 10,
        }
    }
}

/// Logs, errors, traces, metrics.
#[derive(Debug, Clone)]
pub struct TelemetryConfig {
    pub sentry_dsn: Option<sentry::types::Dsn>,
    pub sentry_environment: String,
    /// The collector's base address for OTLP over HTTP.
    pub otlp_endpoint: Option<String>,
    /// A `tracing` filter, such as `info,sqlx=warn`.
    pub log_filter: String,
    pub log_format: LogFormat,
    /// Where `/metrics` is served; not a public address.
    pub metrics_addr: SocketAddr,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    Json,
    Pretty,
}

/// How the program ends.
#[derive(Debug, Clone, Copy)]
pub struct ShutdownConfig {
    /// From "not ready" to "no new connections": the time a load balancer needs to notice.
    pub delay: Duration,
    /// From then until running requests and jobs are cut off.
    pub grace: Duration,
}

impl Config {
    /// Reads the process's environment.
    ///
    /// # Errors
    /// Every setting that is missing, unreadable or too weak, in one [`ConfigError`].
    pub fn from_process() -> Result<Self, ConfigError> {
        #[expect(
            clippy::disallowed_methods,
            reason = "the one place that reads the environment"
        )]
        let environment: BTreeMap<String, String> = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect();
        let file = environment
            .get("SOKONOVA_CONFIG")
            .filter(|path| !path.is_empty())
            .map(PathBuf::from);
        Self::load(environment, file.as_deref())
    }

    /// Reads the given values instead of the process's.
    ///
    /// # Errors
    /// As [`Config::from_process`].
    pub fn load(
        environment: BTreeMap<String, String>,
        file: Option<&Path>,
    ) -> Result<Self, ConfigError> {
        let mut reader = reader::Reader::new(environment, file);
        let config = sections::read(&mut reader);
        reader.finish(config)
    }

    /// True when visitors may be strangers.
    pub fn is_production(&self) -> bool {
        self.settings.environment == Environment::Production
    }
}
