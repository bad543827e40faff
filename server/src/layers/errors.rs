//! Gives every bare error answer its words: a page for people, RFC 9457 problem+json for programs.
//!
//! Invariant: internals never appear here; a client learns the status, what to do, and the id to quote to support.
//! Answers that already carry a body of their own (a slice's page, a server function's error) pass through untouched.

use app::address::here;
use app::error::AppError;
use app::ssr::problem::Problem;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderName, HeaderValue, StatusCode, header};
use words::{language, t};

use super::request::{Reads, RequestInfo};

/// Names the Sentry event (or, without Sentry, the request) behind a 500.
pub const EVENT_ID: HeaderName = HeaderName::from_static("x-event-id");
/// Sent along with 503 when nobody knew better: seconds until trying again makes sense.
const RETRY_AFTER_SECONDS: u64 = 5;

/// Says why a layer refused, for the body that [`render`] writes. Put into the response's extensions.
#[derive(Debug, Clone)]
pub struct Refusal {
    /// One sentence a shopper understands.
    pub detail: &'static str,
}

impl Refusal {
    /// A bare answer that [`render`] fills in.
    pub fn answer(status: StatusCode, detail: &'static str) -> Response {
        let mut response = status.into_response();
        response.extensions_mut().insert(Refusal { detail });
        response
    }
}

/// The middleware.
pub async fn render(request: Request, next: Next) -> Response {
    let info = request.extensions().get::<RequestInfo>().cloned();
    let mut response = next.run(request).await;
    let status = response.status();
    if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS {
        add_hints(&mut response, status, info.as_ref());
    }
    if (status.is_client_error() || status.is_server_error()) && is_bare(&response) {
        write_body(&mut response, status, info.as_ref());
    }
    response
}

fn add_hints(response: &mut Response, status: StatusCode, info: Option<&RequestInfo>) {
    if matches!(
        status,
        StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS
    ) {
        response
            .headers_mut()
            .entry(header::RETRY_AFTER)
            .or_insert(RETRY_AFTER_SECONDS.into());
    }
    if status == StatusCode::INTERNAL_SERVER_ERROR && !response.headers().contains_key(EVENT_ID) {
        let event = sentry::last_event_id().map(|id| id.simple().to_string());
        let event = event
            .or_else(|| info.map(|info| info.id.to_string()))
            .unwrap_or_default();
        if let Ok(event) = HeaderValue::from_str(&event) {
            response.headers_mut().insert(EVENT_ID, event);
        }
    }
}

/// True for what layers and extractors answer: nothing, or a line of plain text. A server function's error is text too,
/// but meant for our own WASM, which the header tells.
fn is_bare(response: &Response) -> bool {
    if response.headers().contains_key("serverfnerror") {
        return false;
    }
    match response.headers().get(header::CONTENT_TYPE) {
        None => true,
        Some(kind) => kind.as_bytes().starts_with(b"text/plain"),
    }
}

fn write_body(response: &mut Response, status: StatusCode, info: Option<&RequestInfo>) {
    let detail = response
        .extensions()
        .get::<Refusal>()
        .map_or_else(|| explanation(status), |refusal| refusal.detail);
    let event = response
        .headers()
        .get(EVENT_ID)
        .and_then(|id| id.to_str().ok())
        .map(str::to_owned);
    let (kind, body) = match info {
        Some(info) if info.reads == Reads::Pages => (
            "text/html; charset=utf-8",
            page(status, detail, event.as_deref(), info),
        ),
        _ => ("application/problem+json", problem(status, detail, event)),
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.remove(header::CONTENT_LENGTH);
    *response.body_mut() = body.into();
}

/// The same document as the API's own errors, so that clients parse one shape.
fn problem(status: StatusCode, detail: &str, event: Option<String>) -> String {
    let code = code(status);
    let problem = Problem {
        kind: format!("https://sokonova.dev/problems/{code}"),
        title: detail.to_owned(),
        status: status.as_u16(),
        code,
        errors: Vec::new(),
        event_id: event,
    };
    serde_json::to_string(&problem).unwrap_or_default()
}

/// The stable name: AppError's where it has one, else the status' own in snake case.
fn code(status: StatusCode) -> String {
    match status {
        StatusCode::TOO_MANY_REQUESTS => AppError::TooManyRequests {
            retry_after_seconds: 0,
        }
        .code()
        .to_owned(),
        StatusCode::SERVICE_UNAVAILABLE => AppError::Unavailable.code().to_owned(),
        StatusCode::INTERNAL_SERVER_ERROR => {
            AppError::Internal { event_id: None }.code().to_owned()
        }
        other => other
            .canonical_reason()
            .unwrap_or("error")
            .to_ascii_lowercase()
            .replace([' ', '-'], "_"),
    }
}

/// Self-contained on purpose: it must work when rendering, the database or the style sheet does not.
fn page(status: StatusCode, detail: &str, event: Option<&str>, info: &RequestInfo) -> String {
    let event = event
        .map(|id| {
            format!(
                "<p class=\"id\">{} <code>{id}</code></p>",
                t!("Reference for support:")
            )
        })
        .unwrap_or_default();
    let (title, nonce, code) = (title(status), &info.nonce, status.as_u16());
    let (language, direction) = (language().tag(), language().direction());
    let (home, back) = (here("/"), t!("Back to the shop"));
    format!(
        "<!DOCTYPE html><html lang=\"{language}\" dir=\"{direction}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\">\
         <title>{title} · Sokonova</title><style nonce=\"{nonce}\">{STYLE}</style></head>\
         <body><main><p class=\"code\">{code}</p><h1>{title}</h1><p>{detail}</p>{event}\
         <p><a href=\"{home}\">{back}</a></p></main></body></html>"
    )
}

const STYLE: &str = ":root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-items:center;\
font:1.0625rem/1.6 system-ui,sans-serif}main{max-width:34rem;padding:2rem}h1{margin:.25rem 0 1rem;font-size:1.75rem;\
line-height:1.2}.code{margin:0;opacity:.65;font-variant-numeric:tabular-nums}.id{opacity:.75;font-size:.9375rem}\
a{color:inherit;text-underline-offset:.2em}";

fn title(status: StatusCode) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => t!("Not found"),
        StatusCode::FORBIDDEN => t!("Not allowed"),
        StatusCode::PAYLOAD_TOO_LARGE => t!("Too large"),
        StatusCode::TOO_MANY_REQUESTS => t!("Too many requests"),
        StatusCode::INTERNAL_SERVER_ERROR => t!("Something went wrong"),
        StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT => {
            t!("Please try again in a moment")
        }
        other => other.canonical_reason().unwrap_or(t!("Error")),
    }
}

fn explanation(status: StatusCode) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => t!("There is nothing at this address."),
        StatusCode::METHOD_NOT_ALLOWED => t!("This address does not accept that kind of request."),
        StatusCode::PAYLOAD_TOO_LARGE => t!("What was sent is larger than this address accepts."),
        StatusCode::TOO_MANY_REQUESTS => {
            t!("That was more than we can take at once. Please wait a little.")
        }
        StatusCode::INTERNAL_SERVER_ERROR => {
            t!("We have been told about it. Nothing was charged twice; please try again.")
        }
        StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT => {
            t!("The shop is busy. Your cart is safe; please try again shortly.")
        }
        status if status.is_server_error() => {
            t!("Something on our side did not work. Please try again shortly.")
        }
        _ => t!("The request could not be understood."),
    }
}
