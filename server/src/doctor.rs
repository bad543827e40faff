//! `sokonova doctor`: tries everything the program depends on, and says what to do about what does not work.
//!
//! Changes nothing, but for a file it writes to the media store and removes again.

use std::fmt;
use std::path::Path;
use std::time::Duration;

use app::ssr::{AppState, settings::MediaSettings};
use fred::prelude::{ClientLike, LuaInterface};
use sqlx::PgPool;
use time::OffsetDateTime;

use crate::config::Config;
use crate::{migrations, state};

const TIMEOUT: Duration = Duration::from_secs(5);
/// The oldest Postgres the migrations are tested with, as in `server_version_num`.
const MIN_POSTGRES: i32 = 150_000;
/// More skew than this breaks tokens and makes holds expire early.
const MAX_CLOCK_SKEW: Duration = Duration::from_secs(5);
/// Search needs them; `migrate` creates them when its role may.
const EXTENSIONS: [&str; 2] = ["pg_trgm", "unaccent"];

/// One line of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    pub name: &'static str,
    pub outcome: Outcome,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Ok(String),
    /// Not configured, and the program does without.
    Skipped(&'static str),
    Failed {
        problem: String,
        remedy: &'static str,
    },
}

impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.outcome {
            Outcome::Ok(detail) => write!(f, "OK    {}: {detail}", self.name),
            Outcome::Skipped(why) => write!(f, "--    {}: {why}", self.name),
            Outcome::Failed { problem, remedy } => {
                write!(f, "FAIL  {}: {problem}\n      {remedy}", self.name)
            }
        }
    }
}

impl Check {
    /// Whether the program can do its work as far as this check goes.
    pub fn passed(&self) -> bool {
        !matches!(self.outcome, Outcome::Failed { .. })
    }
}

/// Runs every check. Takes at most a few seconds each, one after the other.
///
/// # Errors
/// When the configuration is readable but cannot be used at all, such as an address that does not parse.
pub async fn examine(config: &Config) -> anyhow::Result<Vec<Check>> {
    let state = state::build(config)?;
    let primary = state.db.primary().clone();
    let mut checks = vec![
        named(
            "Postgres",
            "Is it running, and is DATABASE_URL right?",
            postgres(&primary),
        )
        .await,
        named("Migrations", "Run `sokonova migrate`.", schema(&primary)).await,
        named(
            "Extensions",
            "Run `sokonova migrate` as a role that may create extensions.",
            extensions(&primary),
        )
        .await,
        named(
            "Clock",
            "Synchronise the clocks (NTP) of this machine and of Postgres.",
            clock(&primary),
        )
        .await,
    ];
    checks.push(match &config.database.read_url {
        Some(url) => {
            named(
                "Replica",
                "Is it running, and is DATABASE_READ_URL right?",
                replica(config, url),
            )
            .await
        }
        None => skipped(
            "Replica",
            "DATABASE_READ_URL is not set; everything is read from the primary",
        ),
    });
    checks.push(
        named(
            "Redis",
            "Is it running, and is REDIS_URL right? Without it nobody can sign in.",
            redis(&state),
        )
        .await,
    );
    checks.push(mail(&state).await);
    checks.push(
        named("Media", media_remedy(&config.settings.media), async {
            state.media.check().await.map(|()| "can be written".into())
        })
        .await,
    );
    checks.push(
        named(
            "Site",
            "Build it with `cargo leptos build --split`, or set LEPTOS_SITE_ROOT.",
            async { site(&config.site_root) },
        )
        .await,
    );
    state::close(&state).await;
    Ok(checks)
}

async fn named(
    name: &'static str,
    remedy: &'static str,
    check: impl Future<Output = Result<String, String>>,
) -> Check {
    let outcome = match tokio::time::timeout(TIMEOUT, check).await {
        Ok(Ok(detail)) => Outcome::Ok(detail),
        Ok(Err(problem)) => Outcome::Failed { problem, remedy },
        Err(_) => Outcome::Failed {
            problem: format!("no answer within {} s", TIMEOUT.as_secs()),
            remedy,
        },
    };
    Check { name, outcome }
}

fn skipped(name: &'static str, why: &'static str) -> Check {
    Check {
        name,
        outcome: Outcome::Skipped(why),
    }
}

async fn postgres(pool: &PgPool) -> Result<String, String> {
    let (number, version): (i32, String) = sqlx::query_as(
        "select current_setting('server_version_num')::int, current_setting('server_version')",
    )
    .fetch_one(pool)
    .await
    .map_err(text)?;
    if number < MIN_POSTGRES {
        Err(format!(
            "version {version} is too old; 15 or newer is needed"
        ))
    } else {
        Ok(format!("version {version}"))
    }
}

async fn schema(pool: &PgPool) -> Result<String, String> {
    match migrations::pending(pool).await.map_err(text)? {
        0 => Ok(format!(
            "all {} applied",
            migrations::MIGRATIONS.iter().count()
        )),
        pending => Err(format!(
            "{pending} of {} are not applied",
            migrations::MIGRATIONS.iter().count()
        )),
    }
}

async fn extensions(pool: &PgPool) -> Result<String, String> {
    let installed: Vec<String> = sqlx::query_scalar("select extname::text from pg_extension")
        .fetch_all(pool)
        .await
        .map_err(text)?;
    let missing: Vec<&str> = EXTENSIONS
        .into_iter()
        .filter(|name| !installed.iter().any(|have| have == name))
        .collect();
    if missing.is_empty() {
        Ok(EXTENSIONS.join(", "))
    } else {
        Err(format!("not installed: {}", missing.join(", ")))
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "comparing the clock with another is the point"
)]
async fn clock(pool: &PgPool) -> Result<String, String> {
    let theirs: OffsetDateTime = sqlx::query_scalar("select clock_timestamp()")
        .fetch_one(pool)
        .await
        .map_err(text)?;
    let skew = (OffsetDateTime::now_utc() - theirs).unsigned_abs();
    if skew > MAX_CLOCK_SKEW {
        Err(format!("{} s apart from Postgres", skew.as_secs()))
    } else {
        Ok(format!("within {} ms of Postgres", skew.as_millis()))
    }
}

async fn replica(config: &Config, url: &str) -> Result<String, String> {
    let only_replica = crate::config::DatabaseConfig {
        url: url.to_owned(),
        read_url: None,
        ..config.database.clone()
    };
    let db = state::database(&only_replica).map_err(|error| error.to_string())?;
    let (is_replica, lag): (bool, f64) = sqlx::query_as(
        "select pg_is_in_recovery(), coalesce(extract(epoch from now() - pg_last_xact_replay_timestamp()), 0)::float8",
    )
    .fetch_one(db.primary())
    .await
    .map_err(text)?;
    let role = if is_replica {
        "a standby"
    } else {
        "not a standby, but it answers"
    };
    Ok(format!("{role}; last change replayed {lag:.0} s ago"))
}

async fn redis(state: &AppState) -> Result<String, String> {
    state.redis.wait_for_connect().await.map_err(text)?;
    // Scripts are what the rate limits need, and what a restricted user may lack.
    state
        .redis
        .eval::<i64, _, _, _>("return 1", Vec::<String>::new(), Vec::<String>::new())
        .await
        .map_err(text)?;
    Ok("answers and runs scripts".into())
}

async fn mail(state: &AppState) -> Check {
    let remedy = "Check SMTP_URL, or SMTP_HOST, SMTP_PORT, SMTP_USER, SMTP_PASSWORD and SMTP_TLS.";
    if state.settings.smtp.is_none() {
        return skipped(
            "Mail",
            "no SMTP server is set; mails are kept and shown in the development mailbox",
        );
    }
    named("Mail", remedy, async {
        match state.mailer.check().await {
            Some(Ok(true)) => Ok("the SMTP server accepts us".into()),
            Some(Ok(false)) | None => Err("the SMTP server does not accept us".into()),
            Some(Err(error)) => Err(error),
        }
    })
    .await
}

fn media_remedy(media: &MediaSettings) -> &'static str {
    match media {
        MediaSettings::Directory(_) => "Let this user write to MEDIA_DIR.",
        MediaSettings::S3 { .. } => {
            "Check S3_ENDPOINT, S3_REGION, S3_BUCKET and the keys' permissions to put, head and delete."
        }
    }
}

fn site(root: &Path) -> Result<String, String> {
    let pkg = root.join("pkg");
    let has = |extension: &str| {
        std::fs::read_dir(&pkg).is_ok_and(|files| {
            files.flatten().any(|file| {
                file.path()
                    .extension()
                    .is_some_and(|found| found == extension)
            })
        })
    };
    let missing: Vec<&str> = ["css", "js", "wasm"]
        .into_iter()
        .filter(|extension| !has(extension))
        .collect();
    if missing.is_empty() {
        Ok(format!("complete in {}", root.display()))
    } else {
        Err(format!("{} lacks .{}", pkg.display(), missing.join(", .")))
    }
}

fn text(error: impl fmt::Display) -> String {
    error.to_string()
}
