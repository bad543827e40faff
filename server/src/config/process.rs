//! What the process itself needs: where it listens and connects, what it tells, and how it ends.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use ipnet::IpNet;
use url::Url;

use super::reader::Reader;
use super::sections::origin;
use super::{DatabaseConfig, HttpConfig, LogFormat, RateLimits, ShutdownConfig, TelemetryConfig};

/// Quiet about what libraries say at every start.
const LOG_FILTER: &str = "info,sqlx::postgres::notice=warn,graphile_worker_migrations=warn,graphile_worker_queries=warn,fred=warn";
const POSTGRES: &str = "postgres://user:password@host:port/database";

pub(super) fn database(r: &mut Reader, production: bool) -> DatabaseConfig {
    let url = r.secret("DATABASE_URL", POSTGRES, |text| {
        url_of(text, &["postgres", "postgresql"])
    });
    let url = r.needed(
        "DATABASE_URL",
        POSTGRES,
        production,
        url,
        "postgres://localhost/sokonova".into(),
    );
    let read_url = r.secret("DATABASE_READ_URL", POSTGRES, |text| {
        url_of(text, &["postgres", "postgresql"])
    });
    let pool_max = r.number("DATABASE_POOL_MAX", 2..=500, 20);
    let pool_min = r.number("DATABASE_POOL_MIN", 0..=500, 2);
    if pool_min > pool_max {
        r.problem(
            "DATABASE_POOL_MIN",
            Some(pool_min.to_string()),
            &format!("at most DATABASE_POOL_MAX ({pool_max})"),
        );
    }
    let small = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
    DatabaseConfig {
        url,
        read_url,
        pool_min: small(pool_min),
        pool_max: small(pool_max),
    }
}

pub(super) fn redis(r: &mut Reader, production: bool) -> String {
    let expected = "redis://host:port/database (rediss:// for TLS)";
    let url = r.secret("REDIS_URL", expected, |text| {
        url_of(
            text,
            &["redis", "rediss", "redis-sentinel", "rediss-sentinel"],
        )
    });
    r.needed(
        "REDIS_URL",
        expected,
        production,
        url,
        "redis://127.0.0.1:6379/0".into(),
    )
}

pub(super) fn http(r: &mut Reader) -> HttpConfig {
    let site_addr = r.parsed("SITE_ADDR", "address:port");
    let by_cargo_leptos = r.parsed("LEPTOS_SITE_ADDR", "address:port");
    let mut limits = RateLimits::default();
    for (name, value) in [
        ("RATE_LIMIT_BROWSE", &mut limits.browse),
        ("RATE_LIMIT_WRITE", &mut limits.write),
        ("RATE_LIMIT_API", &mut limits.api),
        ("RATE_LIMIT_CREDENTIALS", &mut limits.credentials),
    ] {
        *value = u32::try_from(r.number(name, 1..=1_000_000, (*value).into())).unwrap_or(*value);
    }
    HttpConfig {
        site_addr: site_addr
            .or(by_cargo_leptos)
            .unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 3000))),
        cors_allowed_origins: r.list(
            "CORS_ALLOWED_ORIGINS",
            "https://host[:port], as browsers send it",
            |text| {
                origin(text)
                    .filter(|url| url.origin().ascii_serialization() == text)
                    .map(|_| text.to_owned())
            },
        ),
        trusted_proxies: r.list(
            "TRUSTED_PROXIES",
            "an address or network such as 10.0.0.0/8",
            |text| {
                text.parse::<IpNet>()
                    .ok()
                    .or_else(|| text.parse::<std::net::IpAddr>().ok().map(IpNet::from))
            },
        ),
        request_timeout: Duration::from_secs(r.number("REQUEST_TIMEOUT", 1..=10, 10)),
        rate_limits: r.switch("RATE_LIMIT", true).then_some(limits),
    }
}

pub(super) fn telemetry(r: &mut Reader, production: bool) -> TelemetryConfig {
    let format = r.checked("LOG_FORMAT", "json or pretty", |text| match text {
        "json" => Some(LogFormat::Json),
        "pretty" => Some(LogFormat::Pretty),
        _ => None,
    });
    let environment = if production {
        "production"
    } else {
        "development"
    };
    TelemetryConfig {
        sentry_dsn: r.secret("SENTRY_DSN", "https://key@host/project", |text| {
            text.parse().ok()
        }),
        sentry_environment: r
            .text("SENTRY_ENVIRONMENT")
            .unwrap_or_else(|| environment.into()),
        otlp_endpoint: r.checked(
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            "http(s)://collector:4318",
            |text| url_of(text, &["http", "https"]),
        ),
        log_filter: r
            .checked(
                "LOG_LEVEL",
                "a level (info) or a filter (info,sqlx=warn)",
                |text| {
                    text.parse::<tracing_subscriber::EnvFilter>()
                        .ok()
                        .map(|_| text.to_owned())
                },
            )
            .unwrap_or_else(|| LOG_FILTER.into()),
        log_format: format.unwrap_or(if production {
            LogFormat::Json
        } else {
            LogFormat::Pretty
        }),
        metrics_addr: r
            .parsed("METRICS_ADDR", "address:port")
            .unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 9464))),
    }
}

pub(super) fn shutdown(r: &mut Reader, production: bool) -> ShutdownConfig {
    let delay = r.number(
        "SHUTDOWN_DELAY_SECONDS",
        0..=60,
        if production { 5 } else { 0 },
    );
    let grace = r.number(
        "SHUTDOWN_GRACE_SECONDS",
        1..=300,
        if production { 20 } else { 5 },
    );
    ShutdownConfig {
        delay: Duration::from_secs(delay),
        grace: Duration::from_secs(grace),
    }
}

/// cargo-leptos sets the name when it starts the program; an image keeps the site beside the binary.
pub(super) fn site_root(r: &mut Reader, production: bool) -> PathBuf {
    let default = if production { "site" } else { "target/site" };
    r.text("LEPTOS_SITE_ROOT")
        .unwrap_or_else(|| default.into())
        .into()
}

fn url_of(text: &str, schemes: &[&str]) -> Option<String> {
    let url = Url::parse(text).ok()?;
    (schemes.contains(&url.scheme()) && url.has_host()).then(|| text.to_owned())
}
