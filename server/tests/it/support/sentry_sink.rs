//! A stand-in for Sentry: accepts envelopes over HTTP, as the real one does, and hands them to the test.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::routing::post;
use sentry::{Client, Hub, Scope};
use tokio::sync::mpsc;

/// A running sink and a hub whose client reports to it.
pub struct SentrySink {
    pub hub: Arc<Hub>,
    envelopes: mpsc::UnboundedReceiver<String>,
}

impl SentrySink {
    pub async fn start() -> Self {
        let (sender, envelopes) = mpsc::unbounded_channel();
        let sink = Router::new()
            .route("/api/1/envelope/", post(keep))
            .with_state(sender);
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a free port");
        let dsn = format!("http://key@{}/1", listener.local_addr().expect("bound"));
        tokio::spawn(async move { axum::serve(listener, sink).await });
        let options = server::telemetry::sentry::options(dsn.parse().expect("a DSN"), "test");
        let client = Client::from(sentry::apply_defaults(options));
        Self {
            hub: Arc::new(Hub::new(Some(Arc::new(client)), Arc::new(Scope::default()))),
            envelopes,
        }
    }

    /// The next event that arrives, parsed.
    pub async fn event(&mut self) -> serde_json::Value {
        loop {
            let envelope = tokio::time::timeout(Duration::from_secs(10), self.envelopes.recv())
                .await
                .expect("an envelope arrives within ten seconds")
                .expect("the sink runs");
            let mut lines = envelope.lines().skip(1);
            let header: serde_json::Value =
                serde_json::from_str(lines.next().expect("an item header")).expect("JSON");
            if header["type"] == "event" {
                return serde_json::from_str(lines.next().expect("an item")).expect("JSON");
            }
        }
    }
}

async fn keep(State(sender): State<mpsc::UnboundedSender<String>>, body: String) {
    let _ = sender.send(body);
}
