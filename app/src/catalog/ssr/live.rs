//! News of a product for the browsers that show it, as server-sent events (<https://html.spec.whatwg.org/#server-sent-events>).
//!
//! An event says only *that* something has changed: the page is asked for what it is now, like by anyone else.

use std::{convert::Infallible, time::Duration};

use axum::{
    Router,
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
    routing::get,
};
use futures::StreamExt;
use uuid::Uuid;

use crate::ssr::{AppState, pages::Tag};

/// Proxies close what is silent for a minute.
const HEARTBEAT: Duration = Duration::from_secs(20);
/// How long a browser waits before it connects anew.
const RETRY: Duration = Duration::from_secs(5);

pub fn routes() -> Router<AppState> {
    Router::new().route("/live/products/{id}", get(product))
}

/// `event: changed` whenever something the product's page shows has changed. Asks no database, so any id will do.
///
/// 204, which tells a browser not to come back, where pages are not kept and changes therefore not told; 503 when too many
/// listen.
async fn product(State(state): State<AppState>, Path(id): Path<Uuid>) -> Response {
    let Some(news) = state.pages.news() else {
        return StatusCode::NO_CONTENT.into_response();
    };
    let Some(changes) = news.about(Tag::Product(id)) else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    // A browser does not pass on what has no data.
    let changed = || Event::default().event("changed").data("now");
    let events = changes.map(move |()| Ok::<_, Infallible>(changed()));
    // The first line tells the browser that it is heard.
    let hello = futures::stream::once(async { Ok(Event::default().retry(RETRY)) });
    let mut response = Sse::new(hello.chain(events))
        .keep_alive(KeepAlive::new().interval(HEARTBEAT))
        .into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // nginx would collect the events instead of passing them on.
    headers.insert("x-accel-buffering", HeaderValue::from_static("no"));
    response
}
