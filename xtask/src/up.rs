//! `cargo xtask up`: from a bare machine to the shop on http://127.0.0.1:3000, and [`Server`], which `test` uses too.
//!
//! Invariant: what `up` prints as the address answers `/readyz` with 200 at that moment.

use std::fs::File;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::process;
use crate::services::{self, Services};
use crate::tools;
use crate::workspace::{Context, Outcome, Workspace, free_port, is_free, variable};

/// Prepares everything, serves until the server ends, and fails then: it is not supposed to.
pub fn up(workspace: &Workspace, release: bool) -> Outcome {
    let started = Instant::now();
    tools::ensure_build_tools(workspace)?;
    let services = services::start(workspace)?;
    build(workspace, release)?;
    let port = site_port()?;
    services::write_env(workspace, &services, port)?;
    let site = Site {
        release,
        port,
        database: "sokonova",
        redis: 0,
        media: "media",
        settings: &[],
    };
    site.run(workspace, &services, &["migrate"])?;
    site.run(workspace, &services, &["seed", "--if-empty"])?;
    let mut server = site.serve(workspace, &services, "server")?;
    println!(
        "\nSokonova is ready after {}.\n",
        process::seconds(started.elapsed())
    );
    println!("  Shop      http://127.0.0.1:{port}");
    println!("  Mailbox   http://127.0.0.1:{port}/dev/mailbox   (every mail the shop sends)");
    println!("  Accounts  none yet: everybody shops as a guest");
    println!("  By hand   source .run/env     cargo xtask psql     cargo xtask logs\n");
    println!("Ctrl-C stops it.");
    let status = server.child.wait().context("cannot wait for the server")?;
    Err(format!(
        "the server ended: {status}\n{}",
        process::tail(&server.log, 40)
    ))
}

/// Builds the server and the site, both profiles with their own site directory.
pub fn build(workspace: &Workspace, release: bool) -> Outcome {
    let mut leptos = Command::new("cargo");
    leptos
        // Lazy islands are built into files of their own.
        .args(["leptos", "build", "--split"])
        .current_dir(&workspace.root);
    leptos.env("LEPTOS_SITE_ROOT", workspace.site_root(release));
    if release {
        leptos.args(["--release", "--precompress"]);
    }
    let profile = if release { "production" } else { "development" };
    process::step(
        workspace,
        &format!("Building the {profile} site"),
        &mut leptos,
    )
}

/// 3000 when it is free, else the next free one. 3001 is left to cargo-leptos' reload socket.
fn site_port() -> Outcome<u16> {
    if let Some(address) = variable("SITE_ADDR") {
        let port = address
            .rsplit(':')
            .next()
            .and_then(|port| port.parse().ok());
        return port.ok_or_else(|| format!("SITE_ADDR: expected address:port, got {address}"));
    }
    std::iter::once(3000)
        .chain(3002..3100)
        .find(|port| is_free(*port))
        .ok_or_else(|| "no free port near 3000".to_owned())
}

/// One instance of the shop: its build, its address, its database.
pub struct Site<'a> {
    pub release: bool,
    pub port: u16,
    pub database: &'a str,
    /// Number of the Redis database.
    pub redis: u8,
    /// Directory of the uploads, under `.run`.
    pub media: &'a str,
    /// Further settings of the server.
    pub settings: &'a [(&'a str, &'a str)],
}

/// A running server, with the file its output goes to.
pub struct Server {
    pub child: Child,
    pub log: std::path::PathBuf,
}

impl Site<'_> {
    /// `sokonova <arguments>`, to its end.
    pub fn run(&self, workspace: &Workspace, services: &Services, arguments: &[&str]) -> Outcome {
        let mut command = self.command(workspace, services)?;
        process::step(
            workspace,
            &format!("sokonova {}", arguments.join(" ")),
            command.args(arguments),
        )
    }

    /// `sokonova serve --with-worker`, as soon as it is ready.
    pub fn serve(&self, workspace: &Workspace, services: &Services, log: &str) -> Outcome<Server> {
        let log = workspace.log(log)?;
        let file = File::create(&log).context(format!("cannot write {}", log.display()))?;
        let same = file.try_clone().context("cannot share the server's log")?;
        let mut command = self.command(workspace, services)?;
        command
            .args(["serve", "--with-worker"])
            .stdin(Stdio::null())
            .stdout(file)
            .stderr(same);
        let child = command.spawn().context("cannot start the server")?;
        let mut server = Server { child, log };
        server.wait_until_ready(self.port)?;
        Ok(server)
    }

    fn command(&self, workspace: &Workspace, services: &Services) -> Outcome<Command> {
        let mut command = Command::new(workspace.server_binary(self.release));
        command.current_dir(&workspace.root);
        command.envs(services::environment(workspace, services, self.port));
        command.env("DATABASE_URL", services.postgres.url(self.database));
        command.env("REDIS_URL", services.redis.url(self.redis));
        command.env("MEDIA_DIR", workspace.run.join(self.media));
        command.env("LEPTOS_SITE_ROOT", workspace.site_root(self.release));
        command.envs(self.settings.iter().copied());
        // Two shops on one machine must not fight for the port of the metrics.
        if !is_free(9464) {
            command.env("METRICS_ADDR", format!("127.0.0.1:{}", free_port()?));
        }
        Ok(command)
    }
}

impl Server {
    fn wait_until_ready(&mut self, port: u16) -> Outcome {
        let deadline = Instant::now() + Duration::from_secs(60);
        while !is_ready(port) {
            if let Some(status) = self
                .child
                .try_wait()
                .context("cannot wait for the server")?
            {
                return Err(format!(
                    "the server ended: {status}\n{}",
                    process::tail(&self.log, 40)
                ));
            }
            if Instant::now() > deadline {
                let last_words = process::tail(&self.log, 40);
                return Err(format!(
                    "the server is not ready after 60 s\n{last_words}\nall of it: {}",
                    self.log.display()
                ));
            }
            // Short, because `bench` times this.
            thread::sleep(Duration::from_millis(5));
        }
        Ok(())
    }

    /// Asks it to leave and waits until it has: requests in flight are finished.
    pub fn stop(mut self) -> Outcome {
        process::signal("TERM", self.child.id());
        self.child.wait().context("cannot wait for the server")?;
        Ok(())
    }
}

fn is_ready(port: u16) -> bool {
    let ask = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        write!(
            stream,
            "GET /readyz HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
        )?;
        let mut answer = [0; 12];
        stream.read_exact(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    };
    ask().is_ok_and(|answer| answer.ends_with(" 200"))
}

/// Follows the logs of the server and its services until Ctrl-C.
pub fn logs(workspace: &Workspace) -> Outcome {
    let postgres = services::Postgres::directory(workspace).join("postgres.log");
    let candidates = [
        workspace.log("server")?,
        postgres,
        workspace.run.join("redis.log"),
    ];
    let files = candidates
        .iter()
        .map(AsRef::<Path>::as_ref)
        .filter(|file| file.exists());
    process::inherit(Command::new("tail").args(["-n", "20", "-F"]).args(files))
}
