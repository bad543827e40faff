//! Requests straight into the router, with the headers and cookies a real client would send.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use http::{HeaderMap, Method, Request, header};
use http_body_util::BodyExt;
use tower::ServiceExt;
use url::Url;

/// One visitor. Cookies live as long as it does; `Max-Age=0` and an empty value remove one, as in a browser.
#[derive(Clone)]
pub struct Client {
    router: Router,
    origin: Url,
    is_browser: bool,
    peer: Option<IpAddr>,
    /// Sent with every request, after the usual ones.
    pub headers: HeaderMap,
    pub cookies: BTreeMap<String, String>,
}

/// What came back, read to the end.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Client {
    pub(super) fn browser(router: Router, origin: Url) -> Self {
        Self {
            router,
            origin,
            is_browser: true,
            peer: None,
            headers: HeaderMap::new(),
            cookies: BTreeMap::new(),
        }
    }

    pub(super) fn program(router: Router, origin: Url) -> Self {
        Self {
            is_browser: false,
            ..Self::browser(router, origin)
        }
    }

    /// Connects from this address instead of from loopback.
    pub fn from(mut self, peer: IpAddr) -> Self {
        self.peer = Some(peer);
        self
    }

    /// Adds a header to every request.
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers
            .insert(name, value.parse().expect("a header value"));
        self
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.request(Method::GET, path, None, Vec::new()).await
    }

    /// As an HTML form is sent.
    pub async fn post_form(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        self.request(
            Method::POST,
            path,
            Some("application/x-www-form-urlencoded"),
            form.finish().into_bytes(),
        )
        .await
    }

    pub async fn post_json(&mut self, path: &str, body: &serde_json::Value) -> Answer {
        self.request(
            Method::POST,
            path,
            Some("application/json"),
            body.to_string().into_bytes(),
        )
        .await
    }

    /// Any request; `path` begins with `/`.
    pub async fn request(
        &mut self,
        method: Method,
        path: &str,
        content_type: Option<&str>,
        body: Vec<u8>,
    ) -> Answer {
        let host = self.origin[url::Position::BeforeHost..url::Position::AfterPort].to_owned();
        let mut request = Request::builder()
            .method(&method)
            .uri(path)
            .header(header::HOST, host);
        if self.is_browser {
            request = request
                .header(header::ACCEPT, "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("sec-fetch-site", "same-origin");
            if method != Method::GET && method != Method::HEAD {
                request =
                    request.header(header::ORIGIN, self.origin.origin().ascii_serialization());
            }
        } else {
            request = request.header(header::ACCEPT, "application/json");
        }
        if let Some(kind) = content_type {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        if !self.cookies.is_empty() {
            let pairs: Vec<String> = self
                .cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            request = request.header(header::COOKIE, pairs.join("; "));
        }
        let mut request = request
            .header(header::CONTENT_LENGTH, body.len())
            .body(Body::from(body))
            .expect("a request");
        for (name, value) in &self.headers {
            request.headers_mut().insert(name, value.clone());
        }
        if let Some(peer) = self.peer {
            request
                .extensions_mut()
                .insert(ConnectInfo(SocketAddr::new(peer, 40_000)));
        }
        self.send(request).await
    }

    /// A request made by hand; only the cookies of its answer are kept.
    pub async fn send(&mut self, request: Request<Body>) -> Answer {
        let response = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("the router always answers");
        let (parts, body) = response.into_parts();
        let body = body
            .collect()
            .await
            .expect("the body ends whole")
            .to_bytes()
            .to_vec();
        self.keep_cookies(&parts.headers);
        Answer {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body,
        }
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        for line in headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().expect("cookies are ASCII");
            let (pair, attributes) = line.split_once(';').unwrap_or((line, ""));
            let (name, value) = pair.split_once('=').expect("a cookie has a name");
            if name.starts_with("__Host-") {
                assert!(
                    attributes.contains("Secure") && attributes.contains("Path=/"),
                    "browsers refuse this cookie: {line}"
                );
            }
            if value.is_empty() || attributes.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

impl Answer {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("not JSON ({error}): {}", self.text()))
    }

    /// A header's value, or nothing at all.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().expect("headers are ASCII"))
    }

    /// Where a redirect goes.
    pub fn location(&self) -> &str {
        self.header("location")
    }
}
