//! From the errors of what we depend on to [`AppError`]: logged once, here, with the cause; the caller gets an event id.

use crate::error::AppError;

/// Logs `error` with what was being done, reports it, and gives the answer for the client.
pub fn internal(doing: &'static str, error: &(dyn std::error::Error + 'static)) -> AppError {
    let event_id = sentry::capture_error(error);
    let id = (!event_id.is_nil()).then(|| event_id.simple().to_string());
    tracing::error!(
        doing,
        error = error_chain(error),
        event_id = id,
        "internal error"
    );
    AppError::Internal { event_id: id }
}

/// For errors that carry no `std::error::Error`.
pub fn internal_message(doing: &'static str, message: &str) -> AppError {
    let event_id = sentry::capture_message(message, sentry::Level::Error);
    let id = (!event_id.is_nil()).then(|| event_id.simple().to_string());
    tracing::error!(doing, error = message, event_id = id, "internal error");
    AppError::Internal { event_id: id }
}

fn error_chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(next) = cause {
        text.push_str(": ");
        text.push_str(&next.to_string());
        cause = next.source();
    }
    text
}

impl From<sqlx::Error> for AppError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::RowNotFound => Self::NotFound,
            // The pool is exhausted or the server is away: not our bug, and worth another try.
            sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Io(_) => {
                tracing::warn!(%error, "database unavailable");
                Self::Unavailable
            }
            sqlx::Error::Database(database) => match database.code().as_deref() {
                // statement_timeout, lock_timeout, admin shutdown, crash, cannot connect now, serialization, deadlock,
                // too many connections
                Some(
                    "57014" | "55P03" | "57P01" | "57P02" | "57P03" | "40001" | "40P01" | "53300",
                ) => {
                    tracing::warn!(%error, "database busy");
                    Self::Unavailable
                }
                // A NUL byte, which Postgres' text cannot hold; nothing of ours has one.
                Some("22021") => Self::rule(
                    "malformed",
                    "That has a character in it that we cannot use.",
                ),
                _ => internal("query", &error),
            },
            _ => internal("query", &error),
        }
    }
}

impl From<serde_json::Error> for AppError {
    fn from(error: serde_json::Error) -> Self {
        internal("json", &error)
    }
}

impl From<domain::money::MoneyError> for AppError {
    /// Sums of stored prices overflow only when the data is wrong.
    fn from(error: domain::money::MoneyError) -> Self {
        internal("money", &error)
    }
}
