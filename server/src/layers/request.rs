//! Works out, once per request, the facts the other layers need: who is calling, under which id, and how to answer.
//!
//! Invariant: a forwarded address, request id or trace parent is believed only when the TCP peer is a trusted proxy.
//! Anyone else could otherwise pick the address they are rate-limited under, or the id their requests are logged under.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderMap, HeaderName, HeaderValue, header};
use ipnet::IpNet;
use leptos::nonce::Nonce;

/// Names a request in logs, in Sentry and in the answer's header.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const FORWARDED_FOR: &str = "x-forwarded-for";
const TRACE_PARENT: &str = "traceparent";

/// What is known about the request. Every layer and handler finds it in the request's extensions.
#[derive(Debug, Clone)]
pub struct RequestInfo {
    /// The shopper's address: the right-most one not belonging to a trusted proxy.
    pub client: IpAddr,
    /// At most 64 characters out of `[A-Za-z0-9_.-]`.
    pub id: Arc<str>,
    /// For this response's inline scripts and styles, and its Content-Security-Policy.
    pub nonce: Nonce,
    /// Whether an error is best told as a page or as a problem document.
    pub reads: Reads,
}

/// What the client can make sense of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reads {
    /// A person with a browser: HTML.
    Pages,
    /// A program: `application/problem+json` (RFC 9457).
    Problems,
}

/// The peers whose forwarding headers are believed.
#[derive(Debug, Clone, Default)]
pub struct TrustedProxies(Arc<[IpNet]>);

impl TrustedProxies {
    /// An empty list trusts nobody.
    pub fn new(networks: Vec<IpNet>) -> Self {
        Self(networks.into())
    }

    /// Whether `address` belongs to a trusted network. An IPv4 address mapped into IPv6 counts as IPv4.
    pub fn contains(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }
}

/// The middleware. A request without a peer address (as in-process tests send) counts as coming from loopback.
pub async fn describe(
    State(trusted): State<TrustedProxies>,
    mut request: Request,
    next: Next,
) -> Response {
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |ConnectInfo(address)| {
            address.ip().to_canonical()
        });
    let from_proxy = trusted.contains(peer);
    if !from_proxy {
        for name in [
            REQUEST_ID.as_str(),
            TRACE_PARENT,
            "tracestate",
            "sentry-trace",
            "baggage",
        ] {
            request.headers_mut().remove(name);
        }
    }
    let info = RequestInfo {
        client: if from_proxy {
            forwarded_client(request.headers(), &trusted, peer)
        } else {
            peer
        },
        id: accepted_id(request.headers())
            .unwrap_or_else(|| uuid::Uuid::new_v4().simple().to_string().into()),
        nonce: Nonce::new(),
        reads: reads(request.uri().path(), request.headers()),
    };
    let id = HeaderValue::from_str(&info.id).expect("an id holds only visible ASCII");
    request.headers_mut().insert(REQUEST_ID, id.clone());
    request.extensions_mut().insert(info.nonce.clone());
    request.extensions_mut().insert(info);
    let mut response = next.run(request).await;
    response.headers_mut().insert(REQUEST_ID, id);
    response
}

/// Walks X-Forwarded-For from the right, past our own proxies, to the first address we cannot vouch for.
fn forwarded_client(headers: &HeaderMap, trusted: &TrustedProxies, peer: IpAddr) -> IpAddr {
    let mut client = peer;
    let lines: Vec<&str> = headers
        .get_all(FORWARDED_FOR)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .collect();
    for hop in lines.iter().rev().flat_map(|line| line.rsplit(',')) {
        let Ok(address) = hop.trim().parse::<IpAddr>() else {
            break;
        };
        client = address.to_canonical();
        if !trusted.contains(client) {
            break;
        }
    }
    client
}

fn accepted_id(headers: &HeaderMap) -> Option<Arc<str>> {
    let id = headers.get(REQUEST_ID)?.to_str().ok()?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    ((1..=64).contains(&id.len()) && id.bytes().all(plain)).then(|| id.into())
}

fn reads(path: &str, headers: &HeaderMap) -> Reads {
    let for_programs = path.starts_with("/api/v1/") || path.starts_with("/webhooks/");
    let wants_html = headers.get_all(header::ACCEPT).iter().any(|accept| {
        accept
            .to_str()
            .is_ok_and(|accept| accept.contains("text/html"))
    });
    if wants_html && !for_programs {
        Reads::Pages
    } else {
        Reads::Problems
    }
}
