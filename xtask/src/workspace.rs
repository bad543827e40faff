//! Where things are: the checkout, its `.run` directory and cargo's target directory.
//!
//! The only module of xtask that reads the environment. Every command starts by making one [`Workspace`].

#![expect(
    clippy::disallowed_methods,
    reason = "xtask has no configuration layer; the environment is read here and nowhere else"
)]

use std::env;
use std::ffi::OsString;
use std::fs;
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
        let manifest_dir = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest_dir
            .parent()
            .context_none("xtask has no parent directory")?
            .canonicalize()
            .context("cannot resolve the checkout")?;
        let target = env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |dir| root.join(dir));
        let run = root.join(".run");
        fs::create_dir_all(&run).context("cannot create .run")?;
        Ok(Self { root, run, target })
    }

    /// The server binary cargo-leptos leaves in the target directory.
    pub fn server_binary(&self, release: bool) -> PathBuf {
        self.target
            .join(if release { "release" } else { "debug" })
            .join("sokonova")
    }
}

trait ContextNone<T> {
    fn context_none(self, message: &str) -> Outcome<T>;
}

impl<T> ContextNone<T> for Option<T> {
    fn context_none(self, message: &str) -> Outcome<T> {
        self.ok_or_else(|| message.to_owned())
    }
}

/// An environment variable, absent when unset, empty or not UTF-8.
pub fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// `PATH` with `first` put in front, for tools that belong to the checkout.
pub fn path_with(first: &Path) -> OsString {
    let old = env::var_os("PATH").unwrap_or_default();
    let all = std::iter::once(first.to_owned()).chain(env::split_paths(&old));
    env::join_paths(all).unwrap_or(old)
}

/// The first executable called `name` on `PATH`.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|dir| dir.join(name))
        .find(|file| file.is_file())
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
