//! Cleaning up after Ctrl-C, a kill, a closed terminal and an ordinary end alike.
//!
//! Plain std cannot catch a signal, and a program that dies cannot clean up; a shell can do the first. So `up`, `test`
//! and `prepare` replace themselves by a small `sh` that runs xtask again as its child and, whatever ends the child, calls
//! `cargo xtask leave`. That stops every process the run has started (they all inherit [`MARK`] in their environment,
//! which `/proc` shows), then Postgres and Redis unless another run, or `cargo xtask services`, still wants them.
//!
//! A Ctrl-C reaches the whole foreground group, so the web server and a running cargo get it directly and begin to stop
//! by themselves; Postgres and Redis live in sessions of their own and are stopped last, when nobody uses them any more.

use std::fs;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use crate::process;
use crate::services;
use crate::workspace::{Context, Outcome, Workspace, variable};

/// Set, to the shell's process number, for everything a guarded run starts.
pub const MARK: &str = "SOKONOVA_XTASK_RUN";

/// A background child of a plain `sh` ignores Ctrl-C, which `env --default-signal` undoes; it has to be a background
/// child because `sh` runs its traps while it waits for one, and not while a foreground child runs. The loop is there
/// because a trap ends `wait` before the child has ended.
const SHELL: &str = r#"
xtask=$1; shift
told=
trap 'told=told' INT
trap : HUP
trap 'kill -s TERM $child' TERM
SOKONOVA_XTASK_RUN=$$ env --default-signal=INT,QUIT "$xtask" "$@" & child=$!
wait $child; status=$?
while kill -s 0 $child 2>/dev/null; do wait $child; status=$?; done
trap '' INT HUP TERM
"$xtask" leave $$ $told
exit $status
"#;

/// Runs `work` in a guarded child of a shell. In the first process this never returns.
pub fn guarded(
    workspace: &Workspace,
    arguments: &[String],
    work: impl FnOnce() -> Outcome,
) -> Outcome {
    let Some(run) = variable(MARK) else {
        let this = std::env::current_exe().context("cannot find xtask's own binary")?;
        let error = Command::new("sh")
            .args(["-c", SHELL, "sh"])
            .arg(this)
            .args(arguments)
            .exec();
        return Err(format!("cannot run sh: {error}"));
    };
    clear_abandoned(workspace);
    fs::create_dir_all(users(workspace)).context("cannot write .run/users")?;
    fs::write(users(workspace).join(run), "").context("cannot write .run/users")?;
    work()
}

/// Ends the run `run` (the process number of its shell): its processes, and the services when nobody else needs them.
/// `told` when a Ctrl-C has reached the processes already.
pub fn leave(workspace: &Workspace, run: u32, told: bool) -> Outcome {
    end(workspace, run, told);
    if runs(workspace).into_iter().all(|run| !is_active(run)) && !kept(workspace).exists() {
        services::stop(workspace)?;
    }
    Ok(())
}

/// Makes the services outlive every run, until `down`.
pub fn keep_services(workspace: &Workspace) -> Outcome {
    fs::write(kept(workspace), "").context("cannot write .run/keep")
}

/// Ends every run of this checkout, then the services.
pub fn down(workspace: &Workspace) -> Outcome {
    for run in runs(workspace) {
        end(workspace, run, false);
    }
    let _ = fs::remove_file(kept(workspace));
    services::stop(workspace)
}

/// Ends what is left of runs whose shell was killed outright and could not clean up.
fn clear_abandoned(workspace: &Workspace) {
    for run in runs(workspace).into_iter().filter(|run| !is_active(*run)) {
        end(workspace, run, false);
    }
}

fn end(workspace: &Workspace, run: u32, told: bool) {
    stop_processes(run, told);
    let _ = fs::remove_file(users(workspace).join(run.to_string()));
}

fn users(workspace: &Workspace) -> PathBuf {
    workspace.run.join("users")
}

fn kept(workspace: &Workspace) -> PathBuf {
    workspace.run.join("keep")
}

/// The runs that have begun and not ended in order.
fn runs(workspace: &Workspace) -> Vec<u32> {
    let entries = fs::read_dir(users(workspace))
        .into_iter()
        .flatten()
        .flatten();
    entries
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .collect()
}

/// Whether the run's shell lives: after a crash its number is nobody's, or another program's.
fn is_active(run: u32) -> bool {
    let command_line = fs::read(format!("/proc/{run}/cmdline")).unwrap_or_default();
    String::from_utf8_lossy(&command_line).contains(MARK)
}

/// Processes are asked to leave, and killed after 30 s: the server's own patience with requests in flight is shorter.
/// Those told already by a Ctrl-C are not asked before 10 s, as a second signal may mean "at once" to them.
fn stop_processes(run: u32, told: bool) {
    let started = Instant::now();
    let mut ask_after = Some(Duration::from_secs(if told { 10 } else { 0 }));
    loop {
        let processes = processes_of(run);
        if processes.is_empty() {
            return;
        }
        if started.elapsed() > Duration::from_secs(30) {
            processes
                .into_iter()
                .for_each(|pid| process::signal("KILL", pid));
            return;
        }
        if ask_after.is_some_and(|patience| started.elapsed() >= patience) {
            processes
                .into_iter()
                .for_each(|pid| process::signal("TERM", pid));
            ask_after = None;
        }
        thread::sleep(Duration::from_millis(50));
    }
}

fn processes_of(run: u32) -> Vec<u32> {
    let mark = format!("{MARK}={run}");
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let pids = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    pids.filter(|pid| *pid != std::process::id())
        .filter(|pid| {
            let environment = fs::read(format!("/proc/{pid}/environ")).unwrap_or_default();
            environment
                .split(|byte| *byte == 0)
                .any(|entry| entry == mark.as_bytes())
        })
        .collect()
}
