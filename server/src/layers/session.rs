//! Server-side sessions in Redis, made only when something is put into one.
//!
//! Invariant: an anonymous page never touches the store, so Redis may be down while people shop. Keep only what may be
//! lost in a session: user id, auth epoch, a flash message. Carts are in Postgres. Session keys are bare ids; every other
//! key of ours has a prefix with a colon, so they cannot meet.

use axum::body::HttpBody as _;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use fred::clients::Pool;
use http::{HeaderValue, StatusCode, header};
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

/// Corrects two answers of the layer's, so it goes directly around it: a session that could not be saved is an outage
/// (503), not a fault of ours; and the cookie that removes a `__Host-` cookie needs its attributes, or browsers ignore it.
pub async fn correct(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let is_bare = !response.headers().contains_key(header::CONTENT_TYPE)
        && response.body().size_hint().exact() == Some(0);
    if response.status() == StatusCode::INTERNAL_SERVER_ERROR && is_bare {
        *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    }
    let cookies: Vec<HeaderValue> = response
        .headers()
        .get_all(header::SET_COOKIE)
        .iter()
        .cloned()
        .collect();
    if cookies.iter().any(lacks_secure) {
        response.headers_mut().remove(header::SET_COOKIE);
        for cookie in cookies {
            let corrected = if lacks_secure(&cookie) {
                with_attributes(&cookie)
            } else {
                cookie
            };
            response.headers_mut().append(header::SET_COOKIE, corrected);
        }
    }
    response
}

fn lacks_secure(cookie: &HeaderValue) -> bool {
    cookie
        .to_str()
        .is_ok_and(|text| text.starts_with("__Host-") && !text.contains("; Secure"))
}

fn with_attributes(cookie: &HeaderValue) -> HeaderValue {
    let text = cookie.to_str().unwrap_or_default();
    HeaderValue::try_from(format!("{text}; Secure; HttpOnly; SameSite=Lax"))
        .unwrap_or_else(|_| cookie.clone())
}
