//! One visitor's connection: HTTP/1.1, kept alive, opened again when the server has closed it.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use anyhow::{Context, bail, ensure};
use http::request::Builder;
use http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use url::{Host, Url};

/// The server promises an answer within 10 s, and hopefully sooner.
const PATIENCE: Duration = Duration::from_secs(15);

/// What browsers accept; the server compresses as it does for them.
pub const AS_BROWSERS: &str = "gzip, deflate, br";

/// A server on this machine.
#[derive(Debug, Clone)]
pub struct Site {
    address: SocketAddr,
    origin: String,
    host: String,
}

impl Site {
    /// # Errors
    /// When it is not an `http` address of the loopback: a load generator must not reach anything else.
    pub fn parse(url: &str) -> anyhow::Result<Self> {
        let url = Url::parse(url).context("the site's address")?;
        ensure!(url.scheme() == "http", "only http:// can be measured");
        let ip = match url.host() {
            Some(Host::Ipv4(ip)) => IpAddr::from(ip),
            Some(Host::Ipv6(ip)) => IpAddr::from(ip),
            Some(Host::Domain("localhost")) => IpAddr::from(Ipv4Addr::LOCALHOST),
            _ => bail!("{url}: only an address of the loopback can be measured"),
        };
        ensure!(ip.is_loopback(), "{url}: only the loopback can be measured");
        let port = url.port_or_known_default().context("no port")?;
        let host = &url[url::Position::BeforeHost..url::Position::AfterPort];
        Ok(Self {
            address: SocketAddr::new(ip, port),
            origin: url.origin().ascii_serialization(),
            host: host.to_owned(),
        })
    }
}

/// The server had no room (503), which it says on purpose rather than letting anybody wait.
#[derive(Debug)]
pub struct Unavailable;

impl std::fmt::Display for Unavailable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("503 Service Unavailable")
    }
}

impl std::error::Error for Unavailable {}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    /// The body as JSON.
    ///
    /// # Errors
    /// When it is none.
    pub fn json(&self) -> anyhow::Result<serde_json::Value> {
        serde_json::from_slice(&self.body).context("the answer is not JSON")
    }
}

/// One connection, one request at a time.
pub struct Client {
    site: Site,
    connection: Option<SendRequest<Full<Bytes>>>,
}

impl Client {
    /// Connects with its first request.
    pub fn new(site: &Site) -> Self {
        Self {
            site: site.clone(),
            connection: None,
        }
    }

    /// A page as a browser asks for it. `cookie` may be empty.
    ///
    /// # Errors
    /// When the answer is not `expected`, or there is none; [`Unavailable`] can be told from the others.
    pub async fn page(
        &mut self,
        path: &str,
        encodings: &str,
        cookie: &str,
        expected: StatusCode,
    ) -> anyhow::Result<Answer> {
        let mut request = self
            .request(Method::GET, path)
            .header(header::ACCEPT, "text/html,application/xhtml+xml,*/*;q=0.8")
            .header(header::ACCEPT_ENCODING, encodings)
            .header("sec-fetch-site", "same-origin");
        if !cookie.is_empty() {
            request = request.header(header::COOKIE, cookie);
        }
        self.send(request, Vec::new(), expected).await
    }

    /// A plain form as a browser without cookies sends it; our forms answer 303.
    ///
    /// # Errors
    /// As [`Client::page`].
    pub async fn form(&mut self, path: &str, fields: &[(&str, &str)]) -> anyhow::Result<Answer> {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        let request = self
            .request(Method::POST, path)
            .header(header::ACCEPT, "text/html,application/xhtml+xml,*/*;q=0.8")
            .header(header::ACCEPT_ENCODING, AS_BROWSERS)
            .header(header::ORIGIN, &self.site.origin)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, form.finish().into_bytes(), StatusCode::SEE_OTHER)
            .await
    }

    /// A request to `/api/v1`, answered with JSON. `headers` are added to the usual ones.
    ///
    /// # Errors
    /// When the answer is not a success, or there is none.
    pub async fn api(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<&serde_json::Value>,
    ) -> anyhow::Result<serde_json::Value> {
        let expected = match (&method, path) {
            (&Method::POST, "/api/v1/carts" | "/api/v1/orders") => StatusCode::CREATED,
            _ => StatusCode::OK,
        };
        let mut request = self
            .request(method, path)
            .header(header::ACCEPT, "application/json");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if body.is_some() {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        let bytes = body.map(serde_json::to_vec).transpose()?;
        self.send(request, bytes.unwrap_or_default(), expected)
            .await?
            .json()
    }

    /// The path of an address of this site, as redirects and payment addresses name it.
    ///
    /// # Errors
    /// When the address leads elsewhere.
    pub fn path_of<'a>(&self, address: &'a str) -> anyhow::Result<&'a str> {
        let path = address.strip_prefix(&self.site.origin).unwrap_or(address);
        ensure!(path.starts_with('/'), "{address} leads away from the site");
        Ok(path)
    }

    fn request(&self, method: Method, path: &str) -> Builder {
        Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, &self.site.host)
    }

    async fn send(
        &mut self,
        request: Builder,
        body: Vec<u8>,
        expected: StatusCode,
    ) -> anyhow::Result<Answer> {
        let request = request.body(Full::new(Bytes::from(body)))?;
        let what = format!("{} {}", request.method(), request.uri());
        let answer = tokio::time::timeout(PATIENCE, self.exchange(request))
            .await
            .with_context(|| format!("{what}: no answer in time"))?
            .with_context(|| what.clone())?;
        if answer.status == StatusCode::SERVICE_UNAVAILABLE {
            return Err(Unavailable).context(what);
        }
        ensure!(
            answer.status == expected,
            "{what}: expected {expected}, got {}: {}",
            answer.status,
            String::from_utf8_lossy(&answer.body)
                .chars()
                .take(400)
                .collect::<String>()
        );
        Ok(answer)
    }

    async fn exchange(&mut self, request: Request<Full<Bytes>>) -> anyhow::Result<Answer> {
        let response = self.connected().await?.send_request(request).await?;
        let (parts, body) = response.into_parts();
        let body = body.collect().await?.to_bytes();
        Ok(Answer {
            status: parts.status,
            headers: parts.headers,
            body,
        })
    }

    async fn connected(&mut self) -> anyhow::Result<&mut SendRequest<Full<Bytes>>> {
        let alive = match &mut self.connection {
            Some(connection) => connection.ready().await.is_ok(),
            None => false,
        };
        if !alive {
            let stream = TcpStream::connect(self.site.address).await?;
            stream.set_nodelay(true)?;
            let (sender, connection) = handshake(TokioIo::new(stream)).await?;
            // Ends with the sender; its errors reach the request that is under way.
            tokio::spawn(connection);
            self.connection = Some(sender);
        }
        self.connection.as_mut().context("just connected")
    }
}

#[cfg(test)]
mod tests {
    use super::Site;

    #[test]
    fn only_the_loopback_is_loaded() {
        for good in [
            "http://127.0.0.1:3000",
            "http://[::1]:80",
            "http://localhost:1",
        ] {
            assert!(Site::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "http://10.0.0.1:3000",
            "http://example.com",
            "https://127.0.0.1",
        ] {
            assert!(Site::parse(bad).is_err(), "{bad}");
        }
    }
}
