//! The private Postgres: a cluster of its own, loopback only, tuned for tests rather than for safety.
//!
//! Invariants: it never runs as root; a cluster directory that exists is complete (made under another name, then
//! renamed); the password is random and lives in a file only its owner reads, because a superuser may run programs.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{Read, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::guard;
use crate::process;
use crate::tools;
use crate::workspace::{Context, Outcome, Workspace, free_port, is_free, is_root};

/// The superuser, and the name of the development database.
const ROLE: &str = "sokonova";
/// The account it runs under when we are root; the Debian package creates it.
const ACCOUNT: &str = "postgres";

/// A running Postgres.
pub struct Postgres {
    port: u16,
    password: String,
    bin: PathBuf,
}

impl Postgres {
    /// Reuses the running one or starts one, detached, making the cluster and the database when they are missing.
    pub fn start(workspace: &Workspace) -> Outcome<Self> {
        let bin = tools::postgres_bin(workspace)?;
        let home = Home::open(workspace, &bin)?;
        let password = home.password()?;
        if !home.data.exists() {
            home.make_cluster(&bin)?;
        }
        let port = match home.running_port(&bin) {
            Some(port) => port,
            None => home.launch(workspace, &bin)?,
        };
        let postgres = Self {
            port,
            password,
            bin,
        };
        postgres.ensure_database(ROLE)?;
        Ok(postgres)
    }

    /// Fast shutdown: open transactions are rolled back, clients are disconnected.
    pub fn stop(workspace: &Workspace) -> Outcome {
        let Ok(bin) = tools::find_postgres_bin() else {
            return Ok(());
        };
        if !workspace.run.join("postgres").exists() {
            return Ok(());
        }
        let home = Home::open(workspace, &bin)?;
        if home.running_port(&bin).is_none() {
            return Ok(());
        }
        let mut command = home.command(&bin, "pg_ctl");
        process::output(
            command
                .arg("stop")
                .arg("-D")
                .arg(&home.data)
                .args(["-m", "fast", "-w", "-t", "30"]),
        )?;
        Ok(())
    }

    /// Where the directory of the cluster really is; it may lie outside the checkout.
    pub fn directory(workspace: &Workspace) -> PathBuf {
        let home = workspace.run.join("postgres");
        home.canonicalize().unwrap_or(home)
    }

    /// The URL of a database of this cluster, password included.
    pub fn url(&self, database: &str) -> String {
        format!(
            "postgres://{ROLE}:{}@127.0.0.1:{}/{database}",
            self.password, self.port
        )
    }

    /// `psql` connected to `database`, without the user's own settings, stopping at the first error.
    pub fn psql(&self, database: &str) -> Command {
        let mut command = Command::new(self.bin.join("psql"));
        command
            .arg(self.url(database))
            .args(["-X", "-q", "-v", "ON_ERROR_STOP=1"]);
        command
    }

    /// `psql` for a person: with their own settings.
    pub fn shell(&self, database: &str) -> Command {
        let mut command = Command::new(self.bin.join("psql"));
        command.arg(self.url(database));
        command
    }

    /// Creates `database` unless it exists.
    pub fn ensure_database(&self, database: &str) -> Outcome {
        let query = format!("select 1 from pg_database where datname = '{database}'");
        let found = process::output(self.psql("postgres").args(["-A", "-t", "-c", &query]))?;
        if found.trim() == "1" {
            return Ok(());
        }
        process::output(
            self.psql("postgres")
                .args(["-c", &format!("create database {database}")]),
        )?;
        Ok(())
    }

    /// Drops `database`, cutting its connections, and creates it empty.
    pub fn fresh_database(&self, database: &str) -> Outcome {
        self.drop_database(database)?;
        self.ensure_database(database)
    }

    /// Drops `database` if it exists, cutting its connections.
    pub fn drop_database(&self, database: &str) -> Outcome {
        let drop = format!("drop database if exists {database} with (force)");
        process::output(self.psql("postgres").args([
            "-c",
            "set client_min_messages = warning",
            "-c",
            &drop,
        ]))?;
        Ok(())
    }
}

/// The directory of the cluster, and who may write in it.
struct Home {
    directory: PathBuf,
    data: PathBuf,
    /// Root must hand the server to [`ACCOUNT`]; anybody else runs it as themselves.
    drop_privileges: bool,
}

impl Home {
    fn open(workspace: &Workspace, bin: &Path) -> Outcome<Self> {
        let drop_privileges = is_root();
        let link = workspace.run.join("postgres");
        if drop_privileges {
            account_id()?;
        }
        if drop_privileges && !link.exists() && !reachable(&workspace.run)? {
            place_outside(workspace, &link)?;
        }
        if !link.exists() {
            fs::create_dir(&link).context("cannot create .run/postgres")?;
        }
        let directory = link
            .canonicalize()
            .context("cannot resolve .run/postgres")?;
        if drop_privileges {
            let uid = account_id()?;
            std::os::unix::fs::chown(&directory, Some(uid), None)
                .context("cannot hand over .run/postgres")?;
        }
        let major = major_version(bin)?;
        let data = directory.join(format!("data-{major}"));
        Ok(Self {
            directory,
            data,
            drop_privileges,
        })
    }

    /// One of Postgres' own programs, under the account the cluster belongs to.
    fn command(&self, bin: &Path, program: &str) -> Command {
        let mut command = if self.drop_privileges {
            as_account()
        } else {
            Command::new("env")
        };
        // The account may not be allowed to enter the directory we were called from.
        command.arg(bin.join(program)).current_dir("/");
        // The server outlives the run that happens to start it.
        command.env_remove(guard::MARK);
        command
    }

    /// The password of the superuser, made at the first start.
    fn password(&self) -> Outcome<String> {
        let file = self.directory.join("password");
        if let Ok(password) = fs::read_to_string(&file)
            && !password.is_empty()
        {
            return Ok(password);
        }
        let mut bytes = [0_u8; 16];
        let mut random = fs::File::open("/dev/urandom").context("cannot open /dev/urandom")?;
        random
            .read_exact(&mut bytes)
            .context("cannot read /dev/urandom")?;
        let password: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        // Written under its final mode before the secret goes in.
        let partial = self.directory.join("password.partial");
        fs::write(&partial, "").context("cannot write the password")?;
        fs::set_permissions(&partial, fs::Permissions::from_mode(0o600))
            .context("cannot write the password")?;
        fs::write(&partial, &password).context("cannot write the password")?;
        if self.drop_privileges {
            let uid = fs::metadata(&self.directory)
                .context("cannot read .run/postgres")?
                .uid();
            std::os::unix::fs::chown(&partial, Some(uid), None)
                .context("cannot hand over the password")?;
        }
        fs::rename(partial, file).context("cannot write the password")?;
        Ok(password)
    }

    /// `initdb` into a directory of another name, renamed when it is whole, so that an interrupted first start leaves
    /// nothing that looks like a cluster.
    fn make_cluster(&self, bin: &Path) -> Outcome {
        let partial = self.data.with_extension("partial");
        if partial.exists() {
            fs::remove_dir_all(&partial).context("cannot remove an unfinished cluster")?;
        }
        // `password` and not `scram-sha-256`: the client would pay 4096 hash rounds for every connection of every
        // test, in a debug build. On the loopback the clear text goes nowhere else; at rest it stays a SCRAM verifier.
        let mut initdb = self.command(bin, "initdb");
        initdb
            .arg("-D")
            .arg(&partial)
            .args(["-U", ROLE, "--auth=password"]);
        initdb.arg("--pwfile").arg(self.directory.join("password"));
        initdb.args([
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
            "--no-instructions",
        ]);
        process::output(&mut initdb)?;
        // Later lines win over initdb's own.
        let mut conf = fs::File::options()
            .append(true)
            .open(partial.join("postgresql.conf"))
            .context("cannot open the cluster's settings")?;
        conf.write_all(SETTINGS.as_bytes())
            .context("cannot write the cluster's settings")?;
        fs::rename(&partial, &self.data).context("cannot put the cluster in place")
    }

    /// The port of the running server, when `postmaster.pid` names a live process that answers.
    fn running_port(&self, bin: &Path) -> Option<u16> {
        let port = self.postmaster_line(3)?.parse().ok()?;
        let pid = self.postmaster_line(0)?;
        if !self.is_our_postmaster(&pid) {
            return None;
        }
        let port_text = format!("{port}");
        let mut ready = Command::new(bin.join("pg_isready"));
        ready.args(["-q", "-t", "20", "-h", "127.0.0.1", "-p", &port_text]);
        process::succeeds(&mut ready).then_some(port)
    }

    fn postmaster_line(&self, line: usize) -> Option<String> {
        let text = fs::read_to_string(self.data.join("postmaster.pid")).ok()?;
        text.lines().nth(line).map(|line| line.trim().to_owned())
    }

    fn is_our_postmaster(&self, pid: &str) -> bool {
        let command_line = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
        let data = self.data.display().to_string();
        command_line
            .split(|byte| *byte == 0)
            .any(|argument| argument == data.as_bytes())
    }

    fn launch(&self, workspace: &Workspace, bin: &Path) -> Outcome<u16> {
        // After a crash or a restart of the machine, the number in the file may belong to some other program by now,
        // and Postgres would refuse to start because of it.
        if let Some(pid) = self.postmaster_line(0)
            && !self.is_our_postmaster(&pid)
        {
            fs::remove_file(self.data.join("postmaster.pid"))
                .context("cannot remove a stale postmaster.pid")?;
        }
        let port_file = workspace.run.join("postgres.port");
        let remembered = fs::read_to_string(&port_file)
            .ok()
            .and_then(|text| text.trim().parse().ok());
        let port = remembered
            .filter(|port| is_free(*port))
            .map_or_else(free_port, Ok)?;
        fs::write(&port_file, port.to_string()).context("cannot write .run/postgres.port")?;
        // pg_ctl puts the server in a session of its own: a Ctrl-C in this terminal is not for it.
        let mut start = self.command(bin, "pg_ctl");
        start
            .arg("start")
            .arg("-D")
            .arg(&self.data)
            .args(["-w", "-t", "60"]);
        start
            .args(["-o", &format!("-p {port}")])
            .arg("-l")
            .arg(self.directory.join("postgres.log"));
        process::output(&mut start).map_err(|error| {
            format!(
                "{error}\nsee {}",
                self.directory.join("postgres.log").display()
            )
        })?;
        Ok(port)
    }
}

/// Durability is off (a crash may cost the development data, which `seed` makes again), connections are many (every
/// test has its own pool), and TCP on the loopback is the only way in.
const SETTINGS: &str = "\
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 300
shared_buffers = 256MB
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
autovacuum_naptime = 20s
shared_preload_libraries = 'pg_stat_statements'
log_min_duration_statement = 500
log_line_prefix = '%m [%p] %d '
timezone = 'UTC'
";

/// Becomes [`ACCOUNT`]; the program to run follows as arguments.
fn as_account() -> Command {
    let mut command = Command::new("setpriv");
    command.args([
        "--reuid",
        ACCOUNT,
        "--regid",
        ACCOUNT,
        "--init-groups",
        "--inh-caps=-all",
        "--",
    ]);
    command
}

/// The user number of [`ACCOUNT`], which is made where Postgres did not come from Debian's package.
fn account_id() -> Outcome<u32> {
    let ask = || process::output(Command::new("id").args(["-u", ACCOUNT]));
    let id = ask().or_else(|_| {
        process::output(Command::new("useradd").args([
            "--system",
            "--user-group",
            "--no-create-home",
            ACCOUNT,
        ]))?;
        ask()
    })?;
    id.trim()
        .parse()
        .context("cannot read the id of the postgres account")
}

/// Whether [`ACCOUNT`] may enter `directory`: a checkout under `/root` is closed to it.
fn reachable(directory: &Path) -> Outcome<bool> {
    let mut command = as_account();
    command
        .arg("test")
        .arg("-x")
        .arg(directory)
        .current_dir("/");
    Ok(process::succeeds(&mut command))
}

/// Puts the cluster under `/var/tmp`, under a name that only this checkout has, and leaves a link to it in `.run`.
fn place_outside(workspace: &Workspace, link: &Path) -> Outcome {
    let mut hasher = DefaultHasher::new();
    workspace.root.hash(&mut hasher);
    let place = PathBuf::from(format!("/var/tmp/sokonova-{:016x}", hasher.finish()));
    match fs::create_dir(&place) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
            return Err(format!("cannot create {}: {error}", place.display()));
        }
        _ => {}
    }
    // Anybody may create names in /var/tmp: accept only a real directory, which root or the account made.
    let found = fs::symlink_metadata(&place).context("cannot inspect the cluster's directory")?;
    let account = account_id()?;
    if !found.is_dir() || (found.uid() != 0 && found.uid() != account) {
        return Err(format!(
            "{} belongs to somebody else; remove it",
            place.display()
        ));
    }
    fs::set_permissions(&place, fs::Permissions::from_mode(0o700))
        .context("cannot close the cluster's directory")?;
    if fs::symlink_metadata(link).is_ok() {
        fs::remove_file(link).context("cannot replace .run/postgres")?;
    }
    symlink(&place, link).context("cannot link .run/postgres")
}

fn major_version(bin: &Path) -> Outcome<u32> {
    let text = process::output(Command::new(bin.join("postgres")).arg("--version"))?;
    tools::major_version(&text).ok_or_else(|| format!("cannot read a version from: {text}"))
}
