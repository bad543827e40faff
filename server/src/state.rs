//! Makes the application's state out of the configuration. Connects to nothing yet: a program must be able to start, and
//! to say that it is not ready, while Postgres or Redis are away.

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, anyhow};
use app::ssr::{
    AppState, Clock, Db, Media, Parts, assets::Assets, fragments::Fragments, mail::Mailer,
    pages::PageCache, pages::Tag,
};
use fred::prelude::ClientLike;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{Connection, PgPool};

use crate::config::{Config, DatabaseConfig};
use crate::redis;

/// A connection that somebody used this long ago is not asked whether it is still there.
const LIKELY_ALIVE: Duration = Duration::from_secs(1);
/// A request that cannot get a connection by then is answered 503 rather than kept waiting.
const ACQUIRE_TIMEOUT: Duration = Duration::from_millis(2500);
/// So long a command waits for Redis before it ends.
const TELLING_TIMEOUT: Duration = Duration::from_secs(3);
/// How far a replica may be behind before pages read from it are wrong for a while.
const REPLICA_LAG: Duration = Duration::from_secs(3);
/// Shares of the primary's connections kept for checkouts: one in four, two at least.
const CHECKOUT_SHARE: u32 = 4;

/// The state of a running program.
///
/// # Errors
/// When an address, the sender of mails or the media directory is unusable.
pub fn build(config: &Config) -> anyhow::Result<AppState> {
    assemble(config, database(&config.database)?, Clock::System)
}

/// The state with a given database and clock, as tests and tools want.
///
/// # Errors
/// As [`build`].
pub fn assemble(config: &Config, db: Db, clock: Clock) -> anyhow::Result<AppState> {
    let settings = Arc::new(config.settings.clone());
    let assets = Assets::load();
    let redis = redis::connect(&config.redis_url).context("REDIS_URL")?;
    let lag = match config.database.read_url {
        Some(_) => REPLICA_LAG,
        None => Duration::ZERO,
    };
    let pages = PageCache::new(&settings, lag, redis.clone(), &assets.stylesheet);
    Ok(AppState::new(Parts {
        payments: app::payments::ssr::provider(&settings, &db, &clock),
        db,
        redis,
        clock,
        media: Media::open(&settings.media).map_err(|error| anyhow!(error))?,
        mailer: Mailer::new(&settings).map_err(|error| anyhow!(error))?,
        assets,
        pages,
        discovery: app::discovery::ssr::Discovery::default(),
        navigation: app::catalog::ssr::NavigationCache::default(),
        fragments: Fragments::new(settings.remember_pieces),
        pieces: app::catalog::ssr::Pieces::new(settings.remember_pieces),
        searches: app::search::ssr::Searches::new(settings.remember_pieces),
        terms: app::ssr::terms::Terms::default(),
        settings,
    }))
}

/// Has running servers render their pages anew, after a command that changed much. Where Redis is away they find out by
/// themselves within a minute.
pub async fn tell_servers(state: &AppState) {
    let told = async {
        state.redis.wait_for_connect().await?;
        state.pages.changed_and_told(&[Tag::Everything]).await;
        Ok::<_, fred::error::Error>(())
    };
    if !matches!(
        tokio::time::timeout(TELLING_TIMEOUT, told).await,
        Ok(Ok(()))
    ) {
        tracing::warn!("Redis does not answer: servers show the change within a minute");
    }
}

/// Closes connections in order, so that Postgres and Redis log no lost clients.
pub async fn close(state: &AppState) {
    state.db.primary().close().await;
    state.db.checkout().close().await;
    if let Err(error) = state.redis.quit().await {
        tracing::debug!(%error, "Redis was away already");
    }
}

/// The pools: browsing, checkouts, and the replica where there is one.
///
/// # Errors
/// When an address does not parse.
pub fn database(config: &DatabaseConfig) -> anyhow::Result<Db> {
    let for_checkout = (config.pool_max / CHECKOUT_SHARE).max(2);
    let for_browsing = config.pool_max.saturating_sub(for_checkout).max(2);
    let primary = pool(&config.url, config.pool_min, for_browsing)?;
    let checkout = pool(&config.url, 1, for_checkout)?;
    let reader = config
        .read_url
        .as_deref()
        .map(|url| pool(url, config.pool_min, for_browsing))
        .transpose()?;
    Ok(Db::new(
        primary.clone(),
        checkout,
        reader.unwrap_or(primary),
    ))
}

fn pool(url: &str, min: u32, max: u32) -> anyhow::Result<PgPool> {
    let options = PgConnectOptions::from_str(url)
        .context("DATABASE_URL")?
        .application_name("sokonova")
        // What takes longer is a fault, and must not hold a connection or a row lock.
        .options([
            ("statement_timeout", "5s"),
            ("lock_timeout", "3s"),
            ("idle_in_transaction_session_timeout", "15s"),
            // Compiling a statement takes longer than the longest of a page's.
            ("jit", "off"),
            // Half of the time of a page's statements went into planning them anew for each set of values; their plans are
            // the same for all.
            ("plan_cache_mode", "force_generic_plan"),
        ]);
    Ok(PgPoolOptions::new()
        .min_connections(min.min(max))
        .max_connections(max)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .idle_timeout(Duration::from_secs(300))
        .max_lifetime(Duration::from_secs(1800))
        // A round trip: only for those that may have been closed meanwhile.
        .test_before_acquire(false)
        .before_acquire(|connection, meta| {
            Box::pin(async move {
                if meta.idle_for > LIKELY_ALIVE {
                    connection.ping().await?;
                }
                Ok(true)
            })
        })
        .connect_lazy_with(options))
}
