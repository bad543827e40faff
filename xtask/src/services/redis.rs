//! The private Redis: loopback only, nothing on disk, at most 256 MB.
//!
//! Invariant: the port in `.run/redis.port` is ours only when the server behind it says that its directory is this
//! checkout's `.run`; another Redis that took the port over is never talked to further.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use crate::guard;
use crate::process;
use crate::tools;
use crate::workspace::{Context, Outcome, Workspace, free_port, is_free};

/// A running Redis.
pub struct Redis {
    port: u16,
}

impl Redis {
    /// Reuses the running one or starts one, detached, on the remembered port when that is still free.
    pub fn start(workspace: &Workspace) -> Outcome<Self> {
        if let Some(port) = running(workspace) {
            return Ok(Self { port });
        }
        let server = tools::redis_server(workspace)?;
        let remembered = remembered_port(workspace).filter(|port| is_free(*port));
        let port = remembered.map_or_else(free_port, Ok)?;
        fs::write(port_file(workspace), port.to_string())
            .context("cannot write .run/redis.port")?;
        // `--daemonize` puts it in a session of its own: a Ctrl-C in this terminal is not for it.
        process::output(
            Command::new(server)
                // The server outlives the run that happens to start it.
                .env_remove(guard::MARK)
                .args(["--bind", "127.0.0.1", "--port", &port.to_string()])
                .args(["--daemonize", "yes", "--save", "", "--appendonly", "no"])
                .args(["--maxmemory", "256mb", "--maxmemory-policy", "volatile-lru"])
                .arg("--dir")
                .arg(&workspace.run)
                .arg("--logfile")
                .arg(workspace.run.join("redis.log"))
                .arg("--pidfile")
                .arg(workspace.run.join("redis.pid")),
        )?;
        let deadline = Instant::now() + Duration::from_secs(10);
        while running(workspace).is_none() {
            if Instant::now() > deadline {
                return Err("Redis did not start within 10 s; see .run/redis.log".to_owned());
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(Self { port })
    }

    /// Asks the running one to leave and waits until its port is closed.
    pub fn stop(workspace: &Workspace) -> Outcome {
        let Some(port) = running(workspace) else {
            return Ok(());
        };
        // It closes the connection instead of answering.
        let _ = ask(port, "SHUTDOWN NOSAVE\r\n");
        let deadline = Instant::now() + Duration::from_secs(10);
        while running(workspace).is_some() {
            if Instant::now() > deadline {
                return Err("Redis did not stop within 10 s; see .run/redis.log".to_owned());
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }

    /// The URL of one of its sixteen databases.
    pub fn url(&self, database: u8) -> String {
        format!("redis://127.0.0.1:{}/{database}", self.port)
    }

    /// Empties one database.
    pub fn flush(&self, database: u8) -> Outcome {
        let answer = ask(self.port, &format!("SELECT {database}\r\nFLUSHDB\r\n"))?;
        if answer.contains('-') {
            Err(format!("Redis: {answer}"))
        } else {
            Ok(())
        }
    }
}

fn port_file(workspace: &Workspace) -> PathBuf {
    workspace.run.join("redis.port")
}

fn remembered_port(workspace: &Workspace) -> Option<u16> {
    fs::read_to_string(port_file(workspace))
        .ok()?
        .trim()
        .parse()
        .ok()
}

fn running(workspace: &Workspace) -> Option<u16> {
    let port = remembered_port(workspace)?;
    let answer = ask(port, "CONFIG GET dir\r\n").ok()?;
    let ours = workspace.run.display().to_string();
    answer
        .lines()
        .any(|line| line.trim_end() == ours)
        .then_some(port)
}

/// Sends inline commands and returns everything answered until the server falls silent: `QUIT` makes it close.
fn ask(port: u16, commands: &str) -> Outcome<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).context("cannot reach Redis")?;
    stream
        .set_read_timeout(Some(Duration::from_secs(5)))
        .context("cannot reach Redis")?;
    stream
        .write_all(format!("{commands}QUIT\r\n").as_bytes())
        .context("cannot write to Redis")?;
    let mut answer = String::new();
    stream
        .read_to_string(&mut answer)
        .context("cannot read from Redis")?;
    Ok(answer)
}
