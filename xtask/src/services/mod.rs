//! The private Postgres and Redis of this checkout, under `.run`, on ports nobody else uses.
//!
//! Invariants: nothing here touches a system cluster or service; a running instance is reused; `.run/env` always
//! describes the running one. Callers: `up`, `test`, `prepare`, `services`, `psql`.

mod postgres;
mod redis;

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;

pub use postgres::Postgres;
pub use redis::Redis;

use crate::workspace::{Context, Outcome, Workspace};

/// Both servers, running.
pub struct Services {
    pub postgres: Postgres,
    pub redis: Redis,
}

/// Starts what is not running yet and writes `.run/env`. Two commands may call this at the same moment: the second
/// waits for the first and finds everything running.
pub fn start(workspace: &Workspace) -> Outcome<Services> {
    let lock = File::create(workspace.run.join("lock")).context("cannot create .run/lock")?;
    lock.lock().context("cannot lock .run/lock")?;
    let services = Services {
        postgres: Postgres::start(workspace)?,
        redis: Redis::start(workspace)?,
    };
    // The site's address is for `up` to change: a test run must not point the file elsewhere.
    write_env(workspace, &services, noted_port(workspace).unwrap_or(3000))?;
    Ok(services)
}

/// The port of the site in `.run/env`.
fn noted_port(workspace: &Workspace) -> Option<u16> {
    let text = fs::read_to_string(workspace.run.join("env")).ok()?;
    let address = text
        .lines()
        .find_map(|line| line.strip_prefix("export SITE_ADDR='"))?;
    address
        .trim_end_matches('\'')
        .rsplit(':')
        .next()?
        .parse()
        .ok()
}

/// Stops both; what does not run is left as it is.
pub fn stop(workspace: &Workspace) -> Outcome {
    let lock = File::create(workspace.run.join("lock")).context("cannot create .run/lock")?;
    lock.lock().context("cannot lock .run/lock")?;
    let redis = Redis::stop(workspace);
    Postgres::stop(workspace)?;
    redis
}

/// The environment in which the binary serves the development site on `port`.
pub fn environment(
    workspace: &Workspace,
    services: &Services,
    port: u16,
) -> Vec<(&'static str, String)> {
    let path = |relative: &str| workspace.root.join(relative).display().to_string();
    vec![
        ("APP_ENV", "development".to_owned()),
        ("DATABASE_URL", services.postgres.url("sokonova")),
        ("REDIS_URL", services.redis.url(0)),
        ("SITE_ADDR", format!("127.0.0.1:{port}")),
        ("APP_URL", format!("http://127.0.0.1:{port}")),
        ("MEDIA_DIR", path(".run/media")),
        ("LEPTOS_OUTPUT_NAME", "sokonova".to_owned()),
        ("LEPTOS_SITE_ROOT", path("target/site")),
        ("LEPTOS_SITE_PKG_DIR", "pkg".to_owned()),
        ("LEPTOS_SITE_ADDR", format!("127.0.0.1:{port}")),
        ("LEPTOS_HASH_FILES", "true".to_owned()),
    ]
}

/// Writes `.run/env`, which a shell can source to run the binary, sqlx or psql by hand. Readable by its owner only: it
/// holds the database's password.
pub fn write_env(workspace: &Workspace, services: &Services, port: u16) -> Outcome {
    let mut text = String::from(
        "# Written by `cargo xtask`; `source .run/env` before running the binary by hand.\n",
    );
    for (name, value) in environment(workspace, services, port) {
        text.push_str(&format!("export {name}='{value}'\n"));
    }
    let whole = workspace.run.join("env");
    let partial = workspace.run.join("env.partial");
    let mut file = File::options()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&partial)
        .context("cannot write .run/env")?;
    file.write_all(text.as_bytes())
        .context("cannot write .run/env")?;
    fs::rename(partial, whole).context("cannot write .run/env")
}
