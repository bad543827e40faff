//! The programs the project needs, where they are found, and how a missing one gets installed.
//!
//! Invariant: nothing is installed that is already there in the right version, and no system service is ever started.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process;
use crate::workspace::{Context, Outcome, Workspace, is_root, on_path, variable};

/// The oldest Postgres the migrations are written for.
const POSTGRES_AT_LEAST: u32 = 15;
/// 0.3.11 wants a newer compiler than ours.
const CARGO_LEPTOS: &str = "0.3.10";
/// Must equal the `wasm-bindgen` of the workspace: the tool reads what the crate has written.
const WASM_BINDGEN: &str = "0.2.130";

/// What a build needs: the WASM target, cargo-leptos, wasm-bindgen, and the npm packages.
pub fn ensure_build_tools(workspace: &Workspace) -> Outcome {
    ensure_wasm_target(workspace)?;
    ensure_cargo_tool(
        workspace,
        "cargo-leptos",
        CARGO_LEPTOS,
        &["--locked", "--features", "no_downloads"],
    )?;
    // Not `--locked`: its lock file names versions that are no longer published everywhere.
    ensure_cargo_tool(workspace, "wasm-bindgen-cli", WASM_BINDGEN, &[])?;
    ensure_npm(workspace, &workspace.root)
}

/// `npm ci` in `directory`, unless its `node_modules` is as new as its lock file. Needs no install script of any package.
pub fn ensure_npm(workspace: &Workspace, directory: &Path) -> Outcome {
    let modified = |path: &str| {
        fs::metadata(directory.join(path))
            .and_then(|found| found.modified())
            .ok()
    };
    let installed = modified("node_modules/.package-lock.json");
    if installed.is_some() && installed >= modified("package-lock.json") {
        return Ok(());
    }
    if on_path("npm").is_none() {
        return Err("Node.js is missing: install the packages `nodejs` and `npm`".to_owned());
    }
    let name = directory.file_name().unwrap_or_default().to_string_lossy();
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .current_dir(directory);
    process::step(
        workspace,
        &format!("Installing the npm packages of {name}"),
        &mut npm,
    )
}

fn ensure_wasm_target(workspace: &Workspace) -> Outcome {
    let sysroot = process::output(
        Command::new("rustc")
            .args(["--print", "sysroot"])
            .current_dir(&workspace.root),
    )?;
    if Path::new(sysroot.trim())
        .join("lib/rustlib/wasm32-unknown-unknown")
        .is_dir()
    {
        return Ok(());
    }
    let mut rustup = Command::new("rustup");
    rustup
        .args(["target", "add", "wasm32-unknown-unknown"])
        .current_dir(&workspace.root);
    process::step(workspace, "Adding the WebAssembly target", &mut rustup)
}

/// Installs `package` in exactly `version`. Optimizing these tools costs minutes and saves seconds.
fn ensure_cargo_tool(
    workspace: &Workspace,
    package: &str,
    version: &str,
    options: &[&str],
) -> Outcome {
    let program = package.trim_end_matches("-cli");
    let mut asked = Command::new(program);
    // cargo-leptos is a cargo subcommand and repeats its own name as the first word.
    if program == "cargo-leptos" {
        asked.arg("leptos");
    }
    let installed = process::output(asked.arg("--version")).unwrap_or_default();
    if installed.split_whitespace().any(|word| word == version) {
        return Ok(());
    }
    let title = format!("Installing {package} {version}");
    if on_path("cargo-binstall").is_some() {
        let mut binstall = Command::new("cargo");
        binstall.args([
            "binstall",
            "--no-confirm",
            "--force",
            &format!("{package}@{version}"),
        ]);
        if process::step(workspace, &title, &mut binstall).is_ok() {
            return Ok(());
        }
    }
    let mut install = Command::new("cargo");
    install
        .args(["install", package, "--version", version, "--force"])
        .args(options);
    install.env("CARGO_PROFILE_RELEASE_LTO", "off");
    install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    install.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    // Outside the checkout, so that .cargo/config.toml's flags do not apply, and in a directory that survives an
    // interruption: ten minutes of compiling are not begun again.
    let directory = workspace.target.join("tools");
    install.current_dir("/").env("CARGO_TARGET_DIR", &directory);
    process::step(workspace, &title, &mut install)?;
    fs::remove_dir_all(&directory).context(format!("cannot delete {}", directory.display()))
}

/// The browser of the end-to-end tests: `CHROMIUM`, else Debian's, which is installed when it is missing.
pub fn chromium(workspace: &Workspace) -> Outcome<PathBuf> {
    let find = || {
        let named = variable("CHROMIUM").map(PathBuf::from);
        named
            .or_else(|| on_path("chromium"))
            .or_else(|| on_path("google-chrome"))
    };
    if let Some(browser) = find() {
        return Ok(browser);
    }
    apt_install(workspace, &["chromium"])?;
    find().ok_or_else(|| {
        "Chromium is missing: install the package `chromium`, or set CHROMIUM".to_owned()
    })
}

/// The directory of `postgres`, `initdb`, `pg_ctl` and `psql`; installs Postgres when it is missing.
pub fn postgres_bin(workspace: &Workspace) -> Outcome<PathBuf> {
    find_postgres_bin().or_else(|_| {
        apt_install(workspace, &["postgresql"])?;
        find_postgres_bin()
    })
}

/// The newest Postgres under Debian's `/usr/lib/postgresql`, else the one on `PATH`.
pub fn find_postgres_bin() -> Outcome<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let newest = versions
        .filter_map(|entry| {
            Some((
                entry.file_name().to_str()?.parse::<u32>().ok()?,
                entry.path().join("bin"),
            ))
        })
        .filter(|(version, bin)| *version >= POSTGRES_AT_LEAST && bin.join("initdb").is_file())
        .max();
    if let Some((_, bin)) = newest {
        return Ok(bin);
    }
    let initdb = on_path("initdb").and_then(|file| file.canonicalize().ok());
    let bin = initdb.and_then(|file| Some(file.parent()?.to_owned()));
    match bin {
        Some(bin) if version_of(&bin.join("postgres")) >= Some(POSTGRES_AT_LEAST) => Ok(bin),
        _ => Err(format!(
            "PostgreSQL {POSTGRES_AT_LEAST} or newer is missing: install the package `postgresql`"
        )),
    }
}

/// The Redis server; installs it when it is missing.
pub fn redis_server(workspace: &Workspace) -> Outcome<PathBuf> {
    let find = || on_path("redis-server").or_else(|| on_path("valkey-server"));
    if let Some(server) = find() {
        return Ok(server);
    }
    apt_install(workspace, &["redis-server"])?;
    find().ok_or_else(|| "Redis is missing: install the package `redis-server`".to_owned())
}

/// The major version in a line such as `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)`.
pub fn major_version(text: &str) -> Option<u32> {
    let number = text
        .split_whitespace()
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))?;
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn version_of(program: &Path) -> Option<u32> {
    major_version(&process::output(Command::new(program).arg("--version")).ok()?)
}

/// Installs Debian packages as root or through a `sudo` that asks nothing; otherwise names them.
///
/// Installing a server package normally starts the server. `RUNLEVEL=1` makes Debian's `invoke-rc.d` believe that the
/// machine is in single-user mode and leave it, and `create_main_cluster = false` keeps Postgres from making a cluster.
fn apt_install(workspace: &Workspace, packages: &[&str]) -> Outcome {
    let wanted = packages.join(" ");
    let sudo = !is_root();
    let allowed = !sudo || process::succeeds(Command::new("sudo").args(["-n", "true"]));
    if !allowed || on_path("apt-get").is_none() {
        return Err(format!(
            "please install: {wanted}  (for example: sudo apt-get install {wanted})"
        ));
    }
    let script = format!(
        "set -e
         export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1
         if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
             mkdir -p /etc/postgresql-common
             echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
         fi
         apt-get update -q
         apt-get install -q -y --no-install-recommends -o Dpkg::Options::=--force-confold {wanted}"
    );
    let mut install = if sudo {
        Command::new("sudo")
    } else {
        Command::new("env")
    };
    if sudo {
        install.arg("-n");
    }
    install.args(["sh", "-c", &script]);
    process::step(workspace, &format!("Installing {wanted}"), &mut install)
        .context(format!("please install: {wanted}"))
}

#[cfg(test)]
mod tests {
    use super::major_version;

    #[test]
    fn reads_the_major_version() {
        assert_eq!(
            major_version("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"),
            Some(15)
        );
        assert_eq!(major_version("postgres (PostgreSQL) 17beta1"), Some(17));
        assert_eq!(major_version("no number"), None);
    }
}
