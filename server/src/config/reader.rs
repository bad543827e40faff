//! Reads named values from the environment and a TOML file, and remembers every problem instead of stopping at the first.
//!
//! Invariant: a value marked secret is never part of a [`Problem`]'s text. Called only by the sections of [`super`].

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;
use std::str::FromStr;

/// One thing wrong with one setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Name of the setting as an environment variable.
    pub name: String,
    /// What was given, masked when it is a secret; `None` when nothing was.
    pub given: Option<String>,
    /// What would have been right.
    pub expected: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.given {
            Some(given) => write!(
                f,
                "{}: got {given:?}, expected {}",
                self.name, self.expected
            ),
            None => write!(f, "{}: is not set, expected {}", self.name, self.expected),
        }
    }
}

/// Everything wrong with the configuration, in one message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct ConfigError {
    /// Never empty.
    pub problems: Vec<Problem>,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.problems.len();
        let noun = if count == 1 { "problem" } else { "problems" };
        write!(f, "The configuration has {count} {noun}:")?;
        for problem in &self.problems {
            write!(f, "\n  - {problem}")?;
        }
        Ok(())
    }
}

/// Named values with the problems met while reading them.
pub(super) struct Reader {
    values: BTreeMap<String, String>,
    from_file: BTreeSet<String>,
    asked: BTreeSet<String>,
    problems: Vec<Problem>,
}

impl Reader {
    /// `environment` wins over the TOML `file`. In the file, `[smtp] host = "…"` and `smtp_host = "…"` both mean `SMTP_HOST`.
    pub(super) fn new(environment: BTreeMap<String, String>, file: Option<&Path>) -> Self {
        let mut reader = Self {
            values: BTreeMap::new(),
            from_file: BTreeSet::new(),
            asked: BTreeSet::new(),
            problems: Vec::new(),
        };
        if let Some(path) = file {
            reader.read_file(path);
        }
        reader.from_file = reader.values.keys().cloned().collect();
        // An empty variable is what `VAR=` in an env file leaves behind: it means "not set".
        reader.values.extend(
            environment
                .into_iter()
                .filter(|(_, value)| !value.is_empty()),
        );
        reader
    }

    fn read_file(&mut self, path: &Path) {
        let source = config::File::from(path)
            .format(config::FileFormat::Toml)
            .required(true);
        let parsed = config::Config::builder()
            .add_source(source)
            .build()
            .and_then(|file| file.try_deserialize::<serde_json::Map<String, serde_json::Value>>());
        match parsed {
            Ok(tables) => flatten(&mut self.values, "", tables),
            // The library's text may quote the offending line, and that line may hold a secret.
            Err(_) => self.problem(
                "SOKONOVA_CONFIG",
                Some(path.display().to_string()),
                "a readable TOML file",
            ),
        }
    }

    pub(super) fn problem(&mut self, name: &str, given: Option<String>, expected: &str) {
        self.problems.push(Problem {
            name: name.to_owned(),
            given,
            expected: expected.to_owned(),
        });
    }

    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        self.asked.insert(name.to_owned());
        self.values.get(name).cloned()
    }

    /// A parsed value, or `None` when unset or wrong (the wrong one is noted).
    pub(super) fn parsed<T: FromStr>(&mut self, name: &str, expected: &str) -> Option<T> {
        self.checked(name, expected, |text| text.parse().ok())
    }

    pub(super) fn checked<T>(
        &mut self,
        name: &str,
        expected: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(name)?;
        let value = parse(text.trim());
        if value.is_none() {
            self.problem(name, Some(text), expected);
        }
        value
    }

    /// A secret: checked, but never quoted.
    pub(super) fn secret<T>(
        &mut self,
        name: &str,
        expected: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(name)?;
        let value = parse(text.trim());
        if value.is_none() {
            self.problem(name, Some(mask(&text)), expected);
        }
        value
    }

    /// A value that may be left out in development only. The fallback is also what a wrong value becomes, so that
    /// reading goes on to find the other problems.
    pub(super) fn needed<T>(
        &mut self,
        name: &str,
        expected: &str,
        required: bool,
        found: Option<T>,
        fallback: T,
    ) -> T {
        if required && found.is_none() && !self.values.contains_key(name) {
            self.problem(name, None, expected);
        }
        found.unwrap_or(fallback)
    }

    /// `on`/`off`, `true`/`false`, `1`/`0`, `yes`/`no`.
    pub(super) fn switch(&mut self, name: &str, fallback: bool) -> bool {
        self.checked(name, "on or off", |text| {
            match text.to_ascii_lowercase().as_str() {
                "on" | "true" | "1" | "yes" => Some(true),
                "off" | "false" | "0" | "no" => Some(false),
                _ => None,
            }
        })
        .unwrap_or(fallback)
    }

    /// A whole number within `range`.
    pub(super) fn number(
        &mut self,
        name: &str,
        range: std::ops::RangeInclusive<u64>,
        fallback: u64,
    ) -> u64 {
        let expected = format!("a whole number from {} to {}", range.start(), range.end());
        self.checked(name, &expected, |text| {
            text.parse().ok().filter(|n| range.contains(n))
        })
        .unwrap_or(fallback)
    }

    /// A comma-separated list; every bad item is noted by itself.
    pub(super) fn list<T>(
        &mut self,
        name: &str,
        expected: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        let text = self.text(name).unwrap_or_default();
        let mut items = Vec::new();
        for item in text
            .split(',')
            .map(str::trim)
            .filter(|item| !item.is_empty())
        {
            match parse(item) {
                Some(value) => items.push(value),
                None => self.problem(name, Some(item.to_owned()), expected),
            }
        }
        items
    }

    /// Ends the reading. Names in the file that nobody asked for are typing errors, and reported.
    pub(super) fn finish<T>(mut self, value: T) -> Result<T, ConfigError> {
        let unknown: Vec<String> = self.from_file.difference(&self.asked).cloned().collect();
        for name in unknown {
            self.problem(
                &name,
                Some("a value in the configuration file".into()),
                "a setting that exists (is it misspelt?)",
            );
        }
        if self.problems.is_empty() {
            Ok(value)
        } else {
            Err(ConfigError {
                problems: self.problems,
            })
        }
    }
}

/// Shows that something was given and how long it is, and nothing of it.
fn mask(text: &str) -> String {
    format!("*** ({} characters)", text.chars().count())
}

fn flatten(
    into: &mut BTreeMap<String, String>,
    prefix: &str,
    table: serde_json::Map<String, serde_json::Value>,
) {
    use serde_json::Value;
    for (key, value) in table {
        let name = if prefix.is_empty() {
            key.to_uppercase()
        } else {
            format!("{prefix}_{}", key.to_uppercase())
        };
        match value {
            Value::Object(inner) => flatten(into, &name, inner),
            Value::String(text) => drop(into.insert(name, text)),
            Value::Array(items) => {
                let items: Vec<String> = items
                    .iter()
                    .map(|item| {
                        item.as_str()
                            .map_or_else(|| item.to_string(), str::to_owned)
                    })
                    .collect();
                into.insert(name, items.join(","));
            }
            other => drop(into.insert(name, other.to_string())),
        }
    }
}
