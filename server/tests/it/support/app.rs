//! The application under test.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::path::{Path, PathBuf};

use app::ssr::{AppState, Clock, Db, Settings, jobs};
use axum::Router;
use fred::prelude::ClientLike;
use server::config::{Config, HttpConfig};
use server::health::Draining;
use server::router::{self, Site};
use sqlx::PgPool;
use time::Duration;
use time::macros::datetime;

use super::client::Client;

/// The environment of the test run: DATABASE_URL and REDIS_URL come from `cargo xtask services`.
#[expect(
    clippy::disallowed_methods,
    reason = "tests are told their services by the environment"
)]
pub fn env(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| {
        panic!("{name} is not set: `source .run/env`, or run through `cargo xtask test`")
    })
}

/// One running application with its own database, files and clock.
pub struct TestApp {
    pub state: AppState,
    pub draining: Draining,
    pub router: Router,
    _directory: TempDirectory,
}

impl TestApp {
    /// As in development, with a clock standing at 2026-11-20 12:00 UTC.
    pub async fn new(pool: PgPool) -> Self {
        Self::builder(pool).build().await
    }

    /// For tests that need other settings or routes of their own.
    pub fn builder(pool: PgPool) -> TestAppBuilder {
        TestAppBuilder {
            pool,
            environment: BTreeMap::new(),
            routes: Router::new(),
            http: Box::new(|_| ()),
            settings: Box::new(|_| ()),
        }
    }

    /// A person with a browser: sends the headers a browser sends, and keeps cookies.
    pub fn browser(&self) -> Client {
        Client::browser(self.router.clone(), self.state.settings.app_url.clone())
    }

    /// A program: asks for JSON, sends no cookies.
    pub fn program(&self) -> Client {
        Client::program(self.router.clone(), self.state.settings.app_url.clone())
    }

    /// Moves the clock.
    pub fn advance(&self, by: Duration) {
        self.state.clock.advance(by);
    }

    /// Runs every job that is due by the database's clock, and those they enqueue.
    pub async fn run_jobs(&self) {
        let worker = jobs::worker(self.state.clone(), 1, std::time::Duration::from_secs(5))
            .await
            .expect("the worker starts");
        worker.run_once().await.expect("the jobs run");
    }

    /// The primary's pool, for arranging and looking.
    pub fn pool(&self) -> &PgPool {
        self.state.db.primary()
    }
}

/// What [`TestApp::builder`] collects.
pub struct TestAppBuilder {
    pool: PgPool,
    environment: BTreeMap<String, String>,
    routes: Router<AppState>,
    http: Box<dyn FnOnce(&mut HttpConfig)>,
    settings: Box<dyn FnOnce(&mut Settings)>,
}

impl TestAppBuilder {
    /// One setting, named as in the environment.
    pub fn set(mut self, name: &str, value: &str) -> Self {
        self.environment.insert(name.into(), value.into());
        self
    }

    /// Routes beside the real ones, behind the same layers: one that panics, one that waits.
    pub fn routes(mut self, routes: Router<AppState>) -> Self {
        self.routes = routes;
        self
    }

    pub fn http(mut self, change: impl FnOnce(&mut HttpConfig) + 'static) -> Self {
        self.http = Box::new(change);
        self
    }

    pub fn settings(mut self, change: impl FnOnce(&mut Settings) + 'static) -> Self {
        self.settings = Box::new(change);
        self
    }

    pub async fn build(self) -> TestApp {
        let directory = TempDirectory::with_site();
        let wants_redis = !self.environment.contains_key("REDIS_URL");
        let mut environment = BTreeMap::from([
            ("APP_URL".into(), "http://localhost:3000".into()),
            ("REDIS_URL".into(), env("REDIS_URL")),
            (
                "MEDIA_DIR".into(),
                directory.0.join("media").display().to_string(),
            ),
            (
                "LEPTOS_SITE_ROOT".into(),
                directory.0.join("site").display().to_string(),
            ),
            ("RATE_LIMIT".into(), "off".into()),
            // Tests change the database behind the verbs' backs; those of the cache switch it on.
            ("PAGE_CACHE_MB".into(), "0".into()),
            ("PIECE_CACHE".into(), "off".into()),
        ]);
        environment.extend(self.environment);
        let mut config =
            Config::load(environment, None).expect("the test's configuration is right");
        (self.http)(&mut config.http);
        (self.settings)(&mut config.settings);
        jobs::migrate(&self.pool)
            .await
            .expect("the job queue's tables are made");
        let (db, clock) = (
            Db::single(self.pool),
            Clock::manual(datetime!(2026-11-20 12:00 UTC)),
        );
        let state = server::state::assemble(&config, db, clock).expect("the state is made");
        if wants_redis {
            state.redis.wait_for_connect().await.expect("Redis answers");
        }
        let draining = Draining::default();
        let site = Site {
            state: state.clone(),
            http: config.http,
            root: config.site_root,
            reports_errors: true,
            draining: draining.clone(),
        };
        let routes = router::routes(&site)
            .expect("the routes are made")
            .merge(self.routes);
        let router = router::wrap(routes, site).expect("the layers are made");
        TestApp {
            state,
            draining,
            router,
            _directory: directory,
        }
    }
}

/// A directory that goes away with the test.
struct TempDirectory(PathBuf);

impl TempDirectory {
    fn with_site() -> Self {
        let root =
            std::env::temp_dir().join(format!("sokonova-test-{}", uuid::Uuid::new_v4().simple()));
        write(&root, "site/pkg/sokonova.a1b2c3.css", "body{color:black}");
        write(
            &root,
            "site/pkg/sokonova.a1b2c3.css.gz",
            "not really compressed",
        );
        write(&root, "site/pkg/plain.js", "export {}");
        write(&root, "site/fonts/inter-1.woff2", "font");
        write(&root, "site/favicon.ico", "icon");
        write(&root, "site/.env", "SECRET_KEY=1");
        write(&root, "media/0190-640.webp", "picture");
        Self(root)
    }
}

impl Drop for TempDirectory {
    fn drop(&mut self) {
        // A leftover in the temporary directory harms nobody.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn write(root: &Path, name: &str, text: &str) {
    let path = root.join(name);
    std::fs::create_dir_all(path.parent().expect("a file is in a directory"))
        .expect("the directory is made");
    std::fs::write(path, text).expect("the file is written");
}

/// An address nobody else in this run uses, so that rate limits start afresh.
pub fn fresh_address() -> IpAddr {
    let bits = uuid::Uuid::new_v4().as_u128();
    IpAddr::from(std::net::Ipv6Addr::from(
        (0x2001_0db8_u128 << 96) | (bits >> 32),
    ))
}
