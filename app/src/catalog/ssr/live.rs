//! News of a product for the browsers that show it, as server-sent events (<https://html.spec.whatwg.org/#server-sent-events>).
//!
//! An event says only *that* something has changed: the page is asked for what it is now, like by anyone else.

use std::{convert::Infallible, time::Duration};

use axum::{
    Router,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
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

/// `event: changed` whenever something the product's page shows has changed; at once to a browser that was here before, since
/// it may have missed something while it was away. Asks no database, so any id will do.
///
/// 503 when too many listen.
async fn product(
    State(state): State<AppState>,
    Path(id): Path<Uuid>,
    headers: HeaderMap,
) -> Response {
    let Some(changes) = state.pages.news().about(Tag::Product(id)) else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    // A browser does not pass on what has no data.
    let changed = || Event::default().event("changed").data("now");
    // A browser that connects anew says the id it heard last.
    let missed = headers.contains_key("last-event-id").then(changed);
    // Tells the browser that it is heard, and gives it that id.
    let hello = Event::default().retry(RETRY).id("here");
    let greeting = futures::stream::iter(std::iter::once(hello).chain(missed));
    let events = greeting.chain(changes.map(move |()| changed()));
    let mut response = Sse::new(events.map(Ok::<_, Infallible>))
        .keep_alive(KeepAlive::new().interval(HEARTBEAT))
        .into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // nginx would collect the events instead of passing them on.
    headers.insert("x-accel-buffering", HeaderValue::from_static("no"));
    response
}
