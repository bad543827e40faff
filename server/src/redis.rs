//! The connections to Redis: sessions, rate limits, caches, and what other processes publish.
//!
//! Invariant: nothing waits for Redis longer than half a second, and the program starts without it. Reconnecting goes on
//! in the background for as long as the process lives.

use std::time::Duration;

use fred::clients::SubscriberClient;
use fred::prelude::{Builder, ClientLike, Config, Pool, ReconnectPolicy};
use fred::types::config::UnresponsiveConfig;

const POOL_SIZE: usize = 4;
const COMMAND_TIMEOUT: Duration = Duration::from_millis(400);
/// A server that accepts but does not answer (stopped, overloaded) counts as away after this.
const UNRESPONSIVE_AFTER: Duration = Duration::from_secs(2);

/// Starts connecting and returns at once.
///
/// # Errors
/// When the address does not parse.
pub fn connect(url: &str) -> Result<Pool, fred::error::Error> {
    let pool = builder(url)?.build_pool(POOL_SIZE)?;
    // The handle ends when the pool quits; nobody needs to wait for it.
    drop(pool.connect());
    Ok(pool)
}

/// A connection of its own for what other processes publish; not connected yet.
///
/// # Errors
/// When the address does not parse.
pub fn subscriber(url: &str) -> Result<SubscriberClient, fred::error::Error> {
    builder(url)?.build_subscriber_client()
}

fn builder(url: &str) -> Result<Builder, fred::error::Error> {
    let mut config = Config::from_url(url)?;
    config.fail_fast = false;
    let mut builder = Builder::from_config(config);
    builder
        .with_performance_config(|performance| {
            performance.default_command_timeout = COMMAND_TIMEOUT
        })
        .with_connection_config(|connection| {
            connection.connection_timeout = Duration::from_secs(1);
            connection.internal_command_timeout = Duration::from_secs(1);
            connection.max_command_attempts = 1;
            connection.max_command_buffer_len = 10_000;
            connection.unresponsive = UnresponsiveConfig {
                max_timeout: Some(UNRESPONSIVE_AFTER),
                interval: Duration::from_millis(500),
            };
        })
        .set_policy(ReconnectPolicy::new_exponential(0, 50, 2_000, 2));
    Ok(builder)
}
