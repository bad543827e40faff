//! Limits how many requests one client address may send, by class, counted in Redis so that all replicas count together.
//!
//! The algorithm is GCRA (a leaky bucket without a background drip): a burst may use a third of a minute's allowance at
//! once, and the rest comes back evenly. Headers are those of draft-ietf-httpapi-ratelimit-headers-07's predecessor
//! (`RateLimit-Limit`, `-Remaining`, `-Reset`), the form that clients understand today.
//! When Redis does not answer, shoppers are let through, and attempts at secrets are refused until it does.

use std::net::IpAddr;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use fred::prelude::{ClientLike, LuaInterface};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use words::t;

use super::errors::Refusal;
use super::request::RequestInfo;
use crate::config::RateLimits;

/// Redis keys begin with this, and end in class and address.
pub const KEY_PREFIX: &str = "rate:";
const SCRIPT: &str = include_str!("gcra.lua");
/// The counter must not become the slowest part of a page.
const REDIS_TIMEOUT: Duration = Duration::from_millis(500);
const MICROSECONDS_PER_MINUTE: i64 = 60_000_000;

/// What kind of request it is, and so how many are reasonable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    Browse,
    Write,
    Api,
    Credentials,
}

/// Limits and the place where they are counted.
#[derive(Clone)]
pub struct RateLimiter {
    redis: fred::clients::Pool,
    limits: RateLimits,
}

/// What the counter said.
struct Verdict {
    allowed: bool,
    remaining: i64,
    retry_after: Duration,
    reset_after: Duration,
}

impl RateLimiter {
    /// `limits` are requests per minute and client.
    pub fn new(redis: fred::clients::Pool, limits: RateLimits) -> Self {
        Self { redis, limits }
    }

    fn per_minute(&self, class: Class) -> u32 {
        match class {
            Class::Browse => self.limits.browse,
            Class::Write => self.limits.write,
            Class::Api => self.limits.api,
            Class::Credentials => self.limits.credentials,
        }
    }

    async fn count(&self, class: Class, client: IpAddr) -> Result<Verdict, fred::error::Error> {
        // Known to be away: do not make every shopper wait to find out again.
        if !self.redis.next_connected().is_connected() {
            return Err(fred::error::Error::new(
                fred::error::ErrorKind::IO,
                "not connected",
            ));
        }
        let per_minute = i64::from(self.per_minute(class));
        let interval = (MICROSECONDS_PER_MINUTE / per_minute).max(1);
        let burst = interval * burst(per_minute);
        let key = format!("{KEY_PREFIX}{}:{}", class.name(), network(client));
        let call = self
            .redis
            .eval::<Vec<i64>, _, _, _>(SCRIPT, key, vec![interval, burst]);
        let answer = tokio::time::timeout(REDIS_TIMEOUT, call)
            .await
            .map_err(|_| {
                fred::error::Error::new(fred::error::ErrorKind::Timeout, "rate limit")
            })??;
        let &[allowed, remaining, retry, reset] = answer.as_slice() else {
            return Err(fred::error::Error::new(
                fred::error::ErrorKind::Parse,
                "rate limit answer",
            ));
        };
        let micros = |n: i64| Duration::from_micros(u64::try_from(n).unwrap_or(0));
        Ok(Verdict {
            allowed: allowed == 1,
            remaining,
            retry_after: micros(retry),
            reset_after: micros(reset),
        })
    }
}

impl Class {
    /// `None`: files and probes, which cost nothing and are asked for many at a time.
    pub fn of(method: &Method, path: &str) -> Option<Self> {
        let reading = matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS);
        let is_file = ["/pkg/", "/media/", "/fonts/", "/webhooks/"]
            .iter()
            .any(|prefix| path.starts_with(prefix));
        if is_file
            || matches!(
                path,
                "/healthz" | "/readyz" | "/favicon.ico" | "/robots.txt"
            )
        {
            None
        } else if !reading
            && ["/api/accounts/", "/api/v1/auth/"]
                .iter()
                .any(|prefix| path.starts_with(prefix))
        {
            Some(Self::Credentials)
        } else if path.starts_with("/api/v1/") {
            Some(Self::Api)
        } else if reading {
            Some(Self::Browse)
        } else {
            Some(Self::Write)
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Browse => "browse",
            Self::Write => "write",
            Self::Api => "api",
            Self::Credentials => "credentials",
        }
    }
}

/// The middleware.
pub async fn enforce(State(limiter): State<RateLimiter>, request: Request, next: Next) -> Response {
    let client = request
        .extensions()
        .get::<RequestInfo>()
        .map(|info| info.client);
    let (Some(class), Some(client)) = (Class::of(request.method(), request.uri().path()), client)
    else {
        return next.run(request).await;
    };
    let verdict = match limiter.count(class, client).await {
        Ok(verdict) => verdict,
        Err(error) => {
            tracing::warn!(%error, class = class.name(), "rate limits are not counted");
            metrics::counter!("sokonova_rate_limit_errors_total").increment(1);
            if class == Class::Credentials {
                return Refusal::answer(
                    StatusCode::SERVICE_UNAVAILABLE,
                    t!("Signing in is not possible just now. Please try again in a moment."),
                );
            }
            return next.run(request).await;
        }
    };
    let mut response = if verdict.allowed {
        next.run(request).await
    } else {
        metrics::counter!("sokonova_rate_limited_total", "class" => class.name()).increment(1);
        let mut refused = Refusal::answer(
            StatusCode::TOO_MANY_REQUESTS,
            t!("That was more than we can take at once. Please wait a little."),
        );
        refused
            .headers_mut()
            .insert(header::RETRY_AFTER, seconds(verdict.retry_after));
        refused
    };
    tell(
        response.headers_mut(),
        &verdict,
        burst(limiter.per_minute(class).into()),
    );
    response
}

fn tell(headers: &mut HeaderMap, verdict: &Verdict, limit: i64) {
    headers.insert(HeaderName::from_static("ratelimit-limit"), limit.into());
    headers.insert(
        HeaderName::from_static("ratelimit-remaining"),
        verdict.remaining.into(),
    );
    headers.insert(
        HeaderName::from_static("ratelimit-reset"),
        seconds(verdict.reset_after),
    );
}

/// A third of a minute's allowance, so that a page with its forms never meets the limit.
fn burst(per_minute: i64) -> i64 {
    (per_minute / 3).max(1)
}

/// Rounded up: a client that waits this long is let through.
fn seconds(duration: Duration) -> HeaderValue {
    HeaderValue::from(duration.as_secs() + u64::from(duration.subsec_nanos() > 0))
}

/// A household's IPv6 addresses change within its /64, so that is what is counted.
fn network(client: IpAddr) -> String {
    match client {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}-{b:x}-{c:x}-{d:x}")
        }
    }
}
