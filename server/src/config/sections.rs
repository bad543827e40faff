//! What the application needs to be told: its address, mail, media, payments and secrets. See [`super::process`] for the rest.

use std::net::SocketAddr;
use std::time::Duration;

use app::ssr::settings::{Environment, MediaSettings, PaymentSettings, Settings, SmtpSettings};
use url::Url;

use super::process::{database, http, redis, shutdown, site_root, telemetry};
use super::reader::Reader;
use super::{Config, JwtKey, Secrets};

/// Long enough for HMAC-SHA-256 not to be the weakest part (RFC 7518, 3.2).
const SECRET_LENGTH: usize = 32;
const SECRET: &str = "a random secret of at least 32 characters (openssl rand -base64 48)";

pub(super) fn read(r: &mut Reader) -> Config {
    let environment = r
        .checked("APP_ENV", "development or production", |text| match text {
            "development" => Some(Environment::Development),
            "production" => Some(Environment::Production),
            _ => None,
        })
        .unwrap_or(Environment::Development);
    let production = environment == Environment::Production;
    let http = http(r);
    let settings = settings(r, environment, http.site_addr);
    Config {
        secrets: secrets(r, production, &settings.app_url),
        database: database(r, production),
        redis_url: redis(r, production),
        telemetry: telemetry(r, production),
        shutdown: shutdown(r, production),
        worker_concurrency: usize::try_from(r.number("WORKER_CONCURRENCY", 1..=64, 4)).unwrap_or(4),
        site_root: site_root(r, production),
        settings,
        http,
    }
}

fn settings(r: &mut Reader, environment: Environment, site_addr: SocketAddr) -> Settings {
    let production = environment == Environment::Production;
    // The demo stack answers on http://localhost; strangers are only ever served over https.
    let expected = if production {
        "https://host (or http://localhost), without a path"
    } else {
        "http(s)://host[:port], without a path"
    };
    let app_url = r.checked("APP_URL", expected, |text| {
        origin(text).filter(|url| !production || url.scheme() == "https" || is_local(url))
    });
    let here = Url::parse(&format!("http://{site_addr}")).expect("a socket address makes a URL");
    let app_url = r.needed("APP_URL", expected, production, app_url, here);
    let smtp = smtp(r);
    let from = r.checked("MAIL_FROM", "Name <address@host>", |text| {
        (text.contains('@') && !text.contains(['\r', '\n'])).then(|| text.to_owned())
    });
    let mail_from = r.needed(
        "MAIL_FROM",
        "Name <address@host>",
        production && smtp.is_some(),
        from,
        "Sokonova <shop@localhost.localdomain>".into(),
    );
    Settings {
        environment,
        smtp,
        mail_from,
        media: media(r, &app_url, production),
        payments: payments(r, production),
        hold_duration: Duration::from_secs(60 * r.number("HOLD_MINUTES", 1..=1440, 15)),
        search_engines: r.switch("SEARCH_ENGINES", production),
        offline_page: r.switch("OFFLINE_PAGE", production),
        page_cache_megabytes: u32::try_from(r.number("PAGE_CACHE_MB", 0..=4096, 16)).unwrap_or(16),
        remember_pieces: r.switch("PIECE_CACHE", true),
        app_url,
    }
}

/// `SMTP_URL`, or its parts. Without either, mails are kept for the development mailbox.
fn smtp(r: &mut Reader) -> Option<SmtpSettings> {
    let whole = r.secret(
        "SMTP_URL",
        "smtp://user:password@host:port or smtps://…",
        |text| {
            Url::parse(text)
                .ok()
                .filter(|url| matches!(url.scheme(), "smtp" | "smtps") && url.has_host())
        },
    );
    let host = r.text("SMTP_HOST");
    let tls = r
        .checked("SMTP_TLS", "none, starttls or tls", |text| {
            matches!(text, "none" | "starttls" | "tls").then(|| text.to_owned())
        })
        .unwrap_or_else(|| "starttls".into());
    let port = r.number("SMTP_PORT", 1..=65535, if tls == "tls" { 465 } else { 587 });
    let (user, password) = (r.text("SMTP_USER"), r.text("SMTP_PASSWORD"));
    if let Some(url) = whole {
        return Some(SmtpSettings { url: url.into() });
    }
    let host = host?;
    let scheme = if tls == "tls" { "smtps" } else { "smtp" };
    let Ok(mut url) = Url::parse(&format!("{scheme}://{host}:{port}")) else {
        r.problem("SMTP_HOST", Some(host), "a host name");
        return None;
    };
    // The setters percent-encode; they fail only for URLs without a host.
    if let Some(user) = user {
        let _ = url.set_username(&user);
        let _ = url.set_password(password.as_deref());
    }
    if tls == "starttls" {
        url.set_query(Some("tls=required"));
    }
    Some(SmtpSettings { url: url.into() })
}

fn media(r: &mut Reader, app_url: &Url, production: bool) -> MediaSettings {
    let directory = r.text("MEDIA_DIR").unwrap_or_else(|| {
        if production {
            "media".into()
        } else {
            ".run/media".into()
        }
    });
    let bucket = r.text("S3_BUCKET");
    let endpoint = r.checked("S3_ENDPOINT", "https://host", |text| {
        Url::parse(text).ok().map(|_| text.to_owned())
    });
    let region = r.text("S3_REGION").unwrap_or_else(|| "us-east-1".into());
    let (access_key, secret_key) = (r.text("S3_ACCESS_KEY"), r.text("S3_SECRET_KEY"));
    let public_url = r.parsed::<Url>(
        "S3_PUBLIC_URL",
        "the https address at which browsers read the bucket",
    );
    let Some(bucket) = bucket else {
        return MediaSettings::Directory(directory.into());
    };
    MediaSettings::S3 {
        endpoint,
        region,
        bucket,
        access_key: r.needed(
            "S3_ACCESS_KEY",
            "the bucket's access key",
            true,
            access_key,
            String::new(),
        ),
        secret_key: r.needed(
            "S3_SECRET_KEY",
            "the bucket's secret key",
            true,
            secret_key,
            String::new(),
        ),
        public_url: r.needed(
            "S3_PUBLIC_URL",
            "the https address at which browsers read the bucket",
            true,
            public_url,
            app_url.clone(),
        ),
    }
}

/// The built-in provider takes no real money, so a production shop must say that this is meant.
fn payments(r: &mut Reader, production: bool) -> PaymentSettings {
    let provider = r.checked("PAYMENT_PROVIDER", "test", |text| {
        (text == "test").then_some(())
    });
    r.needed("PAYMENT_PROVIDER", "test", production, provider, ());
    let meant = r.switch("ALLOW_TEST_PAYMENTS", false);
    if production && !meant {
        r.problem(
            "ALLOW_TEST_PAYMENTS",
            None,
            "on, to confirm that this shop takes no real money",
        );
    }
    let secret = secret(
        r,
        "PAYMENT_WEBHOOK_SECRET",
        production,
        "development-webhook-secret-not-for-production",
    );
    PaymentSettings::Test { secret }
}

fn secrets(r: &mut Reader, production: bool, app_url: &Url) -> Secrets {
    let jwt = JwtKey {
        id: r.text("JWT_KEY_ID").unwrap_or_else(|| "1".into()),
        secret: secret(
            r,
            "JWT_SECRET",
            production,
            "development-jwt-secret-not-for-production",
        ),
    };
    let (previous_id, previous_secret) = (
        r.text("JWT_PREVIOUS_KEY_ID"),
        r.secret("JWT_PREVIOUS_SECRET", SECRET, |text| {
            strong(text, production)
        }),
    );
    if previous_id.is_some() != previous_secret.is_some() {
        r.problem(
            "JWT_PREVIOUS_KEY_ID",
            previous_id.clone(),
            "both JWT_PREVIOUS_KEY_ID and JWT_PREVIOUS_SECRET, or neither",
        );
    }
    if previous_id.as_ref() == Some(&jwt.id) {
        r.problem(
            "JWT_PREVIOUS_KEY_ID",
            previous_id.clone(),
            "another id than JWT_KEY_ID",
        );
    }
    Secrets {
        secret_key: secret(
            r,
            "SECRET_KEY",
            production,
            "development-secret-key-not-for-production",
        ),
        jwt_issuer: r
            .text("JWT_ISSUER")
            .unwrap_or_else(|| app_url.origin().ascii_serialization()),
        jwt,
        jwt_previous: previous_id
            .zip(previous_secret)
            .map(|(id, secret)| JwtKey { id, secret }),
    }
}

fn secret(r: &mut Reader, name: &str, production: bool, development: &str) -> String {
    let found = r.secret(name, SECRET, |text| strong(text, production));
    r.needed(name, SECRET, production, found, development.to_owned())
}

/// Refuses what a person would type: short, few different characters, or a placeholder left in place.
fn strong(text: &str, production: bool) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let placeholder = ["development", "change", "example", "secret", "password"]
        .iter()
        .any(|word| lower.contains(word));
    let variety = text
        .chars()
        .collect::<std::collections::BTreeSet<_>>()
        .len();
    let weak = text.len() < SECRET_LENGTH || variety < 10 || placeholder;
    (!(production && weak)).then(|| text.to_owned())
}

/// A web address that is only an origin: nothing after the host and port.
pub(super) fn origin(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let plain = matches!(url.scheme(), "http" | "https")
        && url.has_host()
        && url.path() == "/"
        && url.query().is_none()
        && url.username().is_empty();
    plain.then_some(url)
}

fn is_local(url: &Url) -> bool {
    matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"))
}
