//! Where things are: the checkout, its `.run` directory and cargo's target directory.
//!
//! The only module of xtask that reads the environment. Every command starts by making one [`Workspace`].

#![expect(
    clippy::disallowed_methods,
    reason = "xtask has no configuration layer; the environment is read here and nowhere else"
)]

use std::env;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// A failure is a sentence for the person at the terminal; nothing in xtask recovers by its kind.
pub type Outcome<T = ()> = Result<T, String>;

/// Adds what was being done to an error of the standard library.
pub trait Context<T> {
    /// Turns the error into `"{doing}: {error}"`.
    fn context(self, doing: impl std::fmt::Display) -> Outcome<T>;
}

impl<T, E: std::fmt::Display> Context<T> for Result<T, E> {
    fn context(self, doing: impl std::fmt::Display) -> Outcome<T> {
        self.map_err(|error| format!("{doing}: {error}"))
    }
}

/// The directories every command works in.
#[derive(Debug, Clone)]
pub struct Workspace {
    /// The checkout: where the root `Cargo.toml` is.
    pub root: PathBuf,
    /// `.run`: the private Postgres and Redis, ports, logs, media. Safe to delete when nothing runs.
    pub run: PathBuf,
    /// Cargo's target directory; `CARGO_TARGET_DIR` moves it out of the checkout (CI does).
    pub target: PathBuf,
}

impl Workspace {
    /// Finds the checkout through `CARGO_MANIFEST_DIR`, which `cargo run` sets for the process it starts. Read at run
    /// time and not with `env!`, because two checkouts may share one target directory and so one xtask binary.
    pub fn find() -> Outcome<Self> {
        let manifest_dir = env::var_os("CARGO_MANIFEST_DIR").ok_or("run it as `cargo xtask`")?;
        let root = Path::new(&manifest_dir)
            .join("..")
            .canonicalize()
            .context("cannot resolve the checkout")?;
        let target = env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |dir| root.join(dir));
        let run = root.join(".run");
        fs::create_dir_all(&run).context("cannot create .run")?;
        Ok(Self { root, run, target })
    }

    /// A file for what a program prints.
    pub fn log(&self, name: &str) -> Outcome<PathBuf> {
        let logs = self.run.join("logs");
        fs::create_dir_all(&logs).context("cannot create .run/logs")?;
        Ok(logs.join(format!("{name}.log")))
    }

    /// Where cargo-leptos puts the site. The two profiles have one each: a build empties the directory first, and
    /// a release build for a test must not take the site away from under the development server.
    pub fn site_root(&self, release: bool) -> PathBuf {
        self.root.join(if release {
            "target/site-release"
        } else {
            "target/site"
        })
    }

    /// The server binary cargo-leptos leaves in the target directory.
    pub fn server_binary(&self, release: bool) -> PathBuf {
        self.target
            .join(if release { "release" } else { "debug" })
            .join("sokonova")
    }
}

/// An environment variable, absent when unset, empty or not UTF-8.
pub fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// The first executable called `name` on `PATH`.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|dir| dir.join(name))
        .find(|file| file.is_file())
}

/// Whether we are root: Postgres refuses to be, and only root may install packages.
pub fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|found| found.uid() == 0)
}

/// A port of 127.0.0.1 nothing listens on at this moment.
pub fn free_port() -> Outcome<u16> {
    let listener =
        std::net::TcpListener::bind(("127.0.0.1", 0)).context("no free port on 127.0.0.1")?;
    Ok(listener
        .local_addr()
        .context("no free port on 127.0.0.1")?
        .port())
}

/// Whether nothing listens on `port` of 127.0.0.1.
pub fn is_free(port: u16) -> bool {
    std::net::TcpListener::bind(("127.0.0.1", port)).is_ok()
}
