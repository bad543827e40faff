//! Running other programs: with a heading and a live clock when they take long, quietly when they do not.
//!
//! Invariant: a program that fails becomes an error that carries what it printed; no exit status is dropped.

use std::io::{IsTerminal, Write};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::workspace::{Context, Outcome};

/// Runs `command` to its end and returns its standard output; fails with its standard error.
pub fn output(command: &mut Command) -> Outcome<String> {
    let name = command.get_program().to_string_lossy().into_owned();
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

/// Runs `command` with its output on the terminal; fails on a non-zero exit.
pub fn inherit(command: &mut Command) -> Outcome {
    let name = command.get_program().to_string_lossy().into_owned();
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

/// Runs `work` under a heading, with the elapsed time counting on a terminal while it runs and the total after it.
///
/// `work` may print: the clock lives on the heading's own line only while nothing else has been written for a second.
pub fn step<T>(title: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    let started = Instant::now();
    println!("\n\x1b[1m== {title}\x1b[0m");
    let clock = Clock::start(title, started);
    let result = work();
    drop(clock);
    let mark = if result.is_ok() { "done" } else { "failed" };
    println!("   {title}: {mark} in {}", seconds(started.elapsed()));
    result
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

/// Shows the running step and its age in the terminal's title bar: programs such as cargo draw their own progress on
/// the last line, which a clock of ours would garble. A log file (no terminal) gets one line a minute instead.
struct Clock {
    stop: Arc<AtomicBool>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Clock {
    fn start(title: &str, started: Instant) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let (title, seen) = (title.to_owned(), Arc::clone(&stop));
        let thread = thread::spawn(move || {
            let terminal = std::io::stderr().is_terminal();
            let mut minutes = 0;
            while !seen.load(Ordering::Relaxed) {
                thread::park_timeout(Duration::from_secs(1));
                let elapsed = started.elapsed();
                if terminal {
                    eprint!("\x1b]0;{title} {}\x07", seconds(elapsed));
                } else if elapsed.as_secs() / 60 > minutes {
                    minutes = elapsed.as_secs() / 60;
                    eprintln!("   {title}: {} so far", seconds(elapsed));
                }
                let _ = std::io::stderr().flush();
            }
        });
        Self {
            stop,
            thread: Some(thread),
        }
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            thread.thread().unpark();
            // A panic in the clock must not fail the step it was timing.
            let _ = thread.join();
        }
    }
}

/// Whether `command` runs and exits with zero; what it prints is dropped.
pub fn succeeds(command: &mut Command) -> bool {
    let quiet = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}
