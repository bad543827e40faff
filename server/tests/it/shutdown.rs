//! The real program, started and ended as an orchestrator does.

use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use sqlx::PgPool;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::support::env;

struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        // Only matters when the test failed before the program ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

fn start(database: &str, port: u16, extra: &[(&str, &str)]) -> Program {
    let child = Command::new(env!("CARGO_BIN_EXE_sokonova"))
        .args(["serve", "--with-worker"])
        .env_clear()
        .env("DATABASE_URL", database)
        .env("REDIS_URL", env("REDIS_URL"))
        .env("SITE_ADDR", format!("127.0.0.1:{port}"))
        .env("METRICS_ADDR", format!("127.0.0.1:{}", free_port()))
        .env(
            "MEDIA_DIR",
            std::env::temp_dir().join("sokonova-shutdown-media"),
        )
        .envs(extra.iter().copied())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    Program(child)
}

async fn status(port: u16, path: &str) -> Option<u16> {
    reqwest::get(format!("http://127.0.0.1:{port}{path}"))
        .await
        .ok()
        .map(|response| response.status().as_u16())
}

async fn wait_for(port: u16, path: &str, wanted: u16) {
    let begun = Instant::now();
    while status(port, path).await != Some(wanted) {
        assert!(
            begun.elapsed() < Duration::from_secs(20),
            "{path} never answered {wanted}"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn it_stops_taking_requests_before_it_stops_serving(pool: PgPool) {
    app::ssr::jobs::migrate(&pool).await.unwrap();
    let name: String = sqlx::query_scalar("select current_database()")
        .fetch_one(&pool)
        .await
        .unwrap();
    let mut database = url::Url::parse(&env("DATABASE_URL")).unwrap();
    database.set_path(&name);
    let port = free_port();
    let mut program = start(database.as_str(), port, &[("SHUTDOWN_DELAY_SECONDS", "2")]);
    wait_for(port, "/readyz", 200).await;

    let signalled = Instant::now();
    terminate(&program);
    wait_for(port, "/readyz", 503).await;
    assert!(
        signalled.elapsed() < Duration::from_secs(2),
        "readiness is off at once"
    );
    assert_eq!(status(port, "/healthz").await, Some(200), "it still serves");
    let code = loop {
        if let Some(code) = program.0.try_wait().unwrap() {
            break code;
        }
        assert!(
            signalled.elapsed() < Duration::from_secs(15),
            "it did not end"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    };
    assert_eq!(code.code(), Some(0));
    assert!(
        signalled.elapsed() >= Duration::from_secs(2),
        "not before the delay was over"
    );
    assert_eq!(status(port, "/healthz").await, None);
}

fn terminate(program: &Program) {
    assert!(
        Command::new("kill")
            .args(["-TERM", &program.0.id().to_string()])
            .status()
            .unwrap()
            .success()
    );
}

/// The caller's trace goes on in the log and in the exported span, and both leave before the program ends.
#[tokio::test(flavor = "multi_thread")]
async fn traces_are_continued_and_flushed() {
    let (sender, mut exported) = tokio::sync::mpsc::unbounded_channel::<Vec<u8>>();
    let collector = axum::Router::new().route(
        "/v1/traces",
        axum::routing::post(move |body: axum::body::Bytes| async move {
            sender
                .send(body.to_vec())
                .map_err(|_| http::StatusCode::GONE)
        }),
    );
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, collector).await });

    let port = free_port();
    let settings = [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint.as_str()),
        ("TRUSTED_PROXIES", "127.0.0.1"),
        ("LOG_FORMAT", "json"),
    ];
    let mut program = start("postgres://a:b@127.0.0.1:9/x", port, &settings);
    wait_for(port, "/healthz", 200).await;
    let trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    let client = reqwest::Client::new();
    let request = client.get(format!(
        "http://127.0.0.1:{port}/healthz?email=ann@example.com"
    ));
    request
        .header("traceparent", format!("00-{trace}-00f067aa0ba902b7-01"))
        .header("x-request-id", "edge-42")
        .send()
        .await
        .unwrap();
    terminate(&program);
    let mut log = String::new();
    std::io::Read::read_to_string(&mut program.0.stdout.take().unwrap(), &mut log).unwrap();
    assert_eq!(program.0.wait().unwrap().code(), Some(0));

    let line = log
        .lines()
        .find(|line| line.contains(trace))
        .unwrap_or_else(|| panic!("no line of the trace in {log}"));
    let line: serde_json::Value = serde_json::from_str(line).unwrap();
    assert_eq!(line["span"]["request_id"], "edge-42");
    assert_eq!(line["span"]["http.route"], "/healthz");
    assert_eq!(line["status"], 200);
    assert!(
        !log.contains("ann@example.com"),
        "query strings stay out of the log"
    );
    let wanted = hex::decode(trace).unwrap();
    let mut spans = Vec::new();
    while let Ok(batch) = exported.try_recv() {
        spans.extend(batch);
    }
    assert!(
        spans.windows(wanted.len()).any(|bytes| bytes == wanted),
        "the span was exported before the end"
    );
}

#[tokio::test]
async fn it_starts_without_its_dependencies_and_says_so() {
    let port = free_port();
    let _program = start(
        "postgres://a:b@127.0.0.1:9/x",
        port,
        &[("REDIS_URL", "redis://127.0.0.1:9/0")],
    );
    wait_for(port, "/healthz", 200).await;
    assert_eq!(status(port, "/readyz").await, Some(503));
}

#[tokio::test]
async fn a_request_under_way_is_answered_and_new_ones_are_not_taken() {
    let (begun, release) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let route = {
        let (begun, release) = (begun.clone(), release.clone());
        axum::routing::get(move || async move {
            begun.notify_one();
            release.notified().await;
            "whole"
        })
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let stop = CancellationToken::new();
    let server = tokio::spawn(server::serve::serve(
        listener,
        axum::Router::new().route("/", route),
        stop.clone(),
    ));
    let request = tokio::spawn(async move {
        reqwest::get(format!("http://{address}/"))
            .await
            .unwrap()
            .text()
            .await
            .unwrap()
    });
    begun.notified().await;
    stop.cancel();
    while tokio::net::TcpStream::connect(address).await.is_ok() {
        tokio::task::yield_now().await;
    }
    assert!(!server.is_finished(), "it waits for the request");
    release.notify_one();
    assert_eq!(request.await.unwrap(), "whole");
    server.await.unwrap().unwrap();
}
