//! Server-side sessions in Redis, made only when something is put into one.
//!
//! Invariant: an anonymous page never touches the store, so Redis may be down while people shop. Keep only what may be
//! lost in a session: user id, auth epoch, a flash message. Carts are in Postgres. Session keys are bare ids; every other
//! key of ours has a prefix with a colon, so they cannot meet.

use fred::clients::Pool;
use tower_sessions::cookie::SameSite;
use tower_sessions::cookie::time::Duration;
use tower_sessions::{Expiry, SessionManagerLayer};
use tower_sessions_redis_store::RedisStore;

/// Idle time after which a visitor is signed out (OWASP ASVS 5.0, 7.3.1). Absolute expiry is the accounts slice's.
const IDLE: Duration = Duration::days(14);

/// The cookie's name: the prefix makes browsers refuse it unless it is Secure, host-only and for `/`.
pub fn cookie_name(https: bool) -> &'static str {
    if https { "__Host-sid" } else { "sid" }
}

/// The layer. Ids are 128 random bits; `https` comes from APP_URL.
pub fn layer(redis: Pool, https: bool) -> SessionManagerLayer<RedisStore<Pool>> {
    SessionManagerLayer::new(RedisStore::new(redis))
        .with_name(cookie_name(https))
        .with_secure(https)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_path("/")
        .with_expiry(Expiry::OnInactivity(IDLE))
}
