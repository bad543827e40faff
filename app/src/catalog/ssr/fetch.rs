//! Fetching what a stranger's address names: only from the public internet, only so long, only so much.
//!
//! The name is resolved once and the connection pinned to that address, so that an answer that changes between check and use
//! (DNS rebinding) leads nowhere; redirects are not followed, because each would need the same care; proxies of the environment
//! are not used, because they would resolve again.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    time::Duration,
};

use reqwest::{Client, Response, Url, redirect};

/// From the first packet to the last byte.
const TIMEOUT: Duration = Duration::from_secs(10);
/// The most bytes of an answer.
const MAX_BYTES: usize = 10 * 1024 * 1024;

/// Which addresses may be connected to.
#[derive(Clone, Copy, Debug)]
pub struct Policy {
    allows: fn(IpAddr) -> bool,
}

impl Policy {
    /// The public internet and nothing else.
    pub const PUBLIC: Self = Self { allows: is_public };

    /// Addresses chosen by `allows`, for tests that serve files themselves.
    pub const fn new(allows: fn(IpAddr) -> bool) -> Self {
        Self { allows }
    }
}

/// Why nothing was fetched.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    #[error("the address is not an http or https address")]
    Address,
    #[error("{0} cannot be resolved")]
    Unresolved(String),
    #[error("{0} is not on the public internet")]
    Private(String),
    #[error("the server answered {0}")]
    Status(u16),
    #[error("the file is larger than 10 MB")]
    TooLarge,
    #[error("the file could not be fetched: {0}")]
    Transfer(#[from] reqwest::Error),
}

/// The body at `address`, at most 10 MB within ten seconds.
pub async fn fetch(address: &str, policy: Policy) -> Result<Vec<u8>, FetchError> {
    let url = Url::parse(address).map_err(|_| FetchError::Address)?;
    if !matches!(url.scheme(), "http" | "https")
        || !url.username().is_empty()
        || url.password().is_some()
    {
        return Err(FetchError::Address);
    }
    let pinned = resolve(&url, policy).await?;
    let mut client = Client::builder()
        .redirect(redirect::Policy::none())
        .timeout(TIMEOUT)
        .connect_timeout(TIMEOUT)
        .no_proxy()
        .user_agent(concat!("sokonova/", env!("CARGO_PKG_VERSION")));
    if let Some(url::Host::Domain(name)) = url.host() {
        client = client.resolve(name, pinned);
    }
    let response = client.build()?.get(url).send().await?;
    if response.status().as_u16() != 200 {
        return Err(FetchError::Status(response.status().as_u16()));
    }
    body(response).await
}

/// The one address the connection is made to. A name with any address that is not allowed is refused whole.
async fn resolve(url: &Url, policy: Policy) -> Result<SocketAddr, FetchError> {
    let port = url.port_or_known_default().ok_or(FetchError::Address)?;
    let found: Vec<SocketAddr> = match url.host().ok_or(FetchError::Address)? {
        url::Host::Ipv4(address) => vec![(address, port).into()],
        url::Host::Ipv6(address) => vec![(address, port).into()],
        url::Host::Domain(name) => {
            tokio::time::timeout(TIMEOUT, tokio::net::lookup_host((name, port)))
                .await
                .ok()
                .and_then(Result::ok)
                .ok_or_else(|| FetchError::Unresolved(name.to_owned()))?
                .collect()
        }
    };
    let host = url.host_str().unwrap_or_default();
    if found.iter().any(|address| !(policy.allows)(address.ip())) {
        return Err(FetchError::Private(host.to_owned()));
    }
    found
        .first()
        .copied()
        .ok_or_else(|| FetchError::Unresolved(host.to_owned()))
}

async fn body(mut response: Response) -> Result<Vec<u8>, FetchError> {
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        if bytes.len() + chunk.len() > MAX_BYTES {
            return Err(FetchError::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

/// Whether an address is reached over the public internet: none of the special-purpose ranges of RFC 6890 and its registries,
/// and no IPv6 address that only wraps such an IPv4 address.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let special = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_multicast()
        || address.is_documentation()
        || a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (b == 18 || b == 19));
    !special
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    if let Some(inner) = address.to_ipv4_mapped() {
        return is_public_v4(inner);
    }
    let parts = address.segments();
    let embedded = |high: u16, low: u16| {
        is_public_v4(Ipv4Addr::from((u32::from(high) << 16) | u32::from(low)))
    };
    match parts {
        // NAT64, and 6to4.
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => embedded(high, low),
        [0x2002, high, low, ..] => embedded(high, low),
        // Protocol assignments with Teredo, and documentation.
        [0x2001, second, ..] if second < 0x200 || second == 0xdb8 => false,
        [0x3fff, second, ..] if second < 0x1000 => false,
        // Everything else that is routed is global unicast, 2000::/3.
        [first, ..] => first & 0xe000 == 0x2000,
    }
}
