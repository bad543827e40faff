//! Mail over SMTP, to a real server process.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

use app::ssr::settings::SmtpSettings;
use sqlx::PgPool;

use crate::support::{
    TestApp,
    market::{Buyer, Market, decide},
};

/// An SMTP server that writes down what it is given; ends with the test.
struct SmtpSink {
    process: Child,
    port: u16,
    file: std::path::PathBuf,
}

impl SmtpSink {
    fn start() -> Self {
        let file =
            std::env::temp_dir().join(format!("sokonova-mails-{}.jsonl", std::process::id()));
        let _ = std::fs::remove_file(&file);
        let mut process = Command::new("node")
            .arg(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../end2end/support/smtp-sink.mjs"
            ))
            .arg("0")
            .arg(&file)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("node runs; `cargo xtask test integration` installs what the sink needs");
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let port = line
            .trim()
            .strip_prefix("ready ")
            .expect("the sink says its port")
            .parse()
            .unwrap();
        Self {
            process,
            port,
            file,
        }
    }

    fn mails(&self) -> Vec<serde_json::Value> {
        let text = std::fs::read_to_string(&self.file).unwrap_or_default();
        text.lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}

impl Drop for SmtpSink {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_file(&self.file);
    }
}

#[sqlx::test(migrations = "../migrations")]
async fn an_order_is_confirmed_by_smtp_once(pool: PgPool) {
    let sink = SmtpSink::start();
    let url = format!("smtp://127.0.0.1:{}", sink.port);
    let app = TestApp::builder(pool)
        .settings(move |settings| settings.smtp = Some(SmtpSettings { url }))
        .build()
        .await;
    let market = Market::new(&app, 3).await;
    let mut ann = Buyer::new(&app).await;
    ann.add(market.variants[0], 1).await;
    let total = ann.prepare().await;
    let order = ann.order("key", &total).await.json();
    let token = order["token"].as_str().unwrap().to_owned();
    decide(&app, order["payment_url"].as_str().unwrap(), "success").await;
    assert!(
        sink.mails().is_empty(),
        "a request never waits for the mail server"
    );
    app.run_jobs().await;
    app.run_jobs().await;

    let mails = sink.mails();
    let mut to: Vec<String> = mails.iter().map(|mail| mail["to"].to_string()).collect();
    to.sort();
    assert_eq!(to.len(), 2, "{to:?}");
    assert!(
        to[0].contains("ann@example.org") && to[1].contains("hello@kilnworks.example"),
        "{to:?}"
    );
    let confirmation = mails
        .iter()
        .find(|mail| mail["to"].to_string().contains("ann@"))
        .unwrap();
    let raw = confirmation["raw"].as_str().unwrap().replace("=\r\n", "");
    assert!(raw.contains(&format!("/orders/{token}")), "{raw}");
    assert!(raw.contains("Subject: Your order SK-"), "{raw}");
    let sent: i64 = sqlx::query_scalar("select count(*) from mails where state = 'sent'")
        .fetch_one(app.pool())
        .await
        .unwrap();
    assert_eq!(sent, 2);
}

#[sqlx::test(migrations = "../migrations")]
async fn without_smtp_mails_are_kept_for_the_mailbox(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let market = Market::new(&app, 3).await;
    let mut ann = Buyer::new(&app).await;
    ann.add(market.variants[0], 1).await;
    let total = ann.prepare().await;
    let order = ann.order("key", &total).await.json();
    decide(&app, order["payment_url"].as_str().unwrap(), "success").await;
    app.run_jobs().await;
    let mailbox = app.browser().get("/dev/mailbox").await.text();
    assert!(mailbox.contains("Your order SK-") && mailbox.contains("ann@example.org"));
}
