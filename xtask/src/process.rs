//! Running other programs: quietly, with a heading and a live clock when they take long, or on the terminal.
//!
//! Invariant: a program that fails becomes an error that says what it printed; no exit status is dropped.

use std::fs::File;
use std::io::{IsTerminal, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::workspace::{Context, Outcome, Workspace};

/// Runs `command` to its end and returns its standard output; fails with everything it printed.
pub fn output(command: &mut Command) -> Outcome<String> {
    let name = name_of(command);
    let output = command
        .stdin(Stdio::null())
        .output()
        .context(format!("cannot run {name}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let printed = [output.stdout, output.stderr].concat();
    Err(format!(
        "{name}: {}\n{}",
        output.status,
        String::from_utf8_lossy(&printed).trim_end()
    ))
}

/// Whether `command` runs and exits with zero; what it prints is dropped.
pub fn succeeds(command: &mut Command) -> bool {
    let quiet = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// Runs `command` with its output on the terminal; fails on a non-zero exit.
pub fn inherit(command: &mut Command) -> Outcome {
    let name = name_of(command);
    let status = command
        .stdin(Stdio::null())
        .status()
        .context(format!("cannot run {name}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{name}: {status}"))
    }
}

/// Runs `command` under a heading: on a terminal one line shows the elapsed time and the last thing the command said,
/// while everything goes to `.run/logs`; into a pipe or a file (CI) the output is passed on as it comes.
pub fn step(workspace: &Workspace, title: &str, command: &mut Command) -> Outcome {
    let started = Instant::now();
    println!("== {title}");
    let result = if std::io::stdout().is_terminal() {
        with_live_line(workspace, title, command, started)
    } else {
        inherit(command)
    };
    let verdict = if result.is_ok() {
        "done in"
    } else {
        "failed after"
    };
    println!("   {verdict} {}", seconds(started.elapsed()));
    result
}

fn with_live_line(
    workspace: &Workspace,
    title: &str,
    command: &mut Command,
    started: Instant,
) -> Outcome {
    let log = workspace.log(
        &title
            .to_lowercase()
            .replace(|c: char| !c.is_ascii_alphanumeric(), "-"),
    )?;
    let file = File::create(&log).context(format!("cannot write {}", log.display()))?;
    let same = file.try_clone().context("cannot share the log")?;
    let name = name_of(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(file)
        .stderr(same)
        .spawn()
        .context(format!("cannot run {name}"))?;
    let status = loop {
        if let Some(status) = child
            .try_wait()
            .context(format!("cannot wait for {name}"))?
        {
            break status;
        }
        let said = tail(&log, 1)
            .chars()
            .filter(|c| !c.is_control())
            .take(60)
            .collect::<String>();
        print!("\r\x1b[2K   {}  {said}", seconds(started.elapsed()));
        std::io::stdout()
            .flush()
            .context("cannot write to the terminal")?;
        thread::sleep(Duration::from_millis(200));
    };
    print!("\r\x1b[2K");
    if status.success() {
        return Ok(());
    }
    Err(format!(
        "{name}: {status}\n{}\nall of it: {}",
        tail(&log, 60),
        log.display()
    ))
}

/// The last `lines` lines of a file that may be long; empty when it cannot be read.
pub fn tail(path: &Path, lines: usize) -> String {
    const WINDOW: u64 = 64 * 1024;
    let read = || -> std::io::Result<String> {
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        file.seek(SeekFrom::Start(length.saturating_sub(WINDOW)))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    };
    let text = read().unwrap_or_default();
    let all: Vec<&str> = text.trim_end().lines().collect();
    all[all.len().saturating_sub(lines)..].join("\n")
}

/// `12.3 s` or `4 min 05 s`.
pub fn seconds(elapsed: Duration) -> String {
    if elapsed.as_secs() < 60 {
        return format!("{}.{} s", elapsed.as_secs(), elapsed.subsec_millis() / 100);
    }
    format!(
        "{} min {:02} s",
        elapsed.as_secs() / 60,
        elapsed.as_secs() % 60
    )
}

fn name_of(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

/// Asks a process to leave. One that is gone already is no failure: that was the wish.
pub fn signal(signal: &str, pid: u32) {
    let _ = Command::new("kill")
        .args(["-s", signal, &pid.to_string()])
        .stderr(Stdio::null())
        .status();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_like_durations() {
        assert_eq!(seconds(Duration::from_millis(12_340)), "12.3 s");
        assert_eq!(seconds(Duration::from_secs(245)), "4 min 05 s");
    }

    #[test]
    fn a_failure_carries_what_was_printed() {
        let error = output(Command::new("sh").args(["-c", "echo told; exit 3"]))
            .expect_err("it exits with 3");
        assert!(error.contains("told") && error.contains('3'), "{error}");
    }
}
