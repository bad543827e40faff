//! The one error of the application: what a verb can answer instead of its result.
//!
//! It crosses the wire of server functions, renders as problem+json on the API and as a page or field messages in the UI.
//! Internals are logged once where they happen and never reach a client: [`AppError::Internal`] carries an event id only.

use domain::address::FieldErrors;
use leptos::server_fn::{codec::JsonEncoding, error::FromServerFnError, error::ServerFnErrorErr};
use serde::{Deserialize, Serialize};
use words::t;

/// What went wrong, in the caller's terms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum AppError {
    /// It does not exist, or the caller may not know that it does.
    #[error("{}", t!("We could not find that."))]
    NotFound,
    /// The caller is not signed in, or the token is missing or wrong.
    #[error("{}", t!("Please sign in first."))]
    Unauthenticated,
    #[error("{}", t!("You may not do that."))]
    Forbidden,
    /// Input that does not parse or validate, by field.
    #[error("{}", t!("Some of what you entered needs another look."))]
    Invalid { fields: FieldErrors },
    /// A rule of the marketplace says no; `code` is stable, `message` is for people.
    #[error("{message}")]
    Rule { code: String, message: String },
    /// The request contradicts the present state (a stale total, a key used for another body).
    #[error("{message}")]
    Conflict { code: String, message: String },
    #[error("{}", t!("Too many requests. Please wait a moment."))]
    TooManyRequests { retry_after_seconds: u32 },
    /// Something we depend on does not answer; trying again later may help.
    #[error("{}", t!("We cannot do that just now. Please try again in a moment."))]
    Unavailable,
    /// Ours to fix. `event_id` names the report.
    #[error("{}", t!("Something went wrong on our side."))]
    Internal { event_id: Option<String> },
}

impl AppError {
    /// A broken rule with a stable code (`snake_case`) and a sentence for people.
    pub fn rule(code: &str, message: impl Into<String>) -> Self {
        Self::Rule {
            code: code.into(),
            message: message.into(),
        }
    }

    /// A contradiction with the present state, with a stable code and a sentence for people.
    pub fn conflict(code: &str, message: impl Into<String>) -> Self {
        Self::Conflict {
            code: code.into(),
            message: message.into(),
        }
    }

    /// The HTTP status that says the same.
    pub fn status(&self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::Unauthenticated => 401,
            Self::Forbidden => 403,
            Self::Invalid { .. } | Self::Rule { .. } => 422,
            Self::Conflict { .. } => 409,
            Self::TooManyRequests { .. } => 429,
            Self::Unavailable => 503,
            Self::Internal { .. } => 500,
        }
    }

    /// The stable, machine-readable name: the last part of a problem's `type` and its `code`.
    pub fn code(&self) -> &str {
        match self {
            Self::NotFound => "not_found",
            Self::Unauthenticated => "unauthenticated",
            Self::Forbidden => "forbidden",
            Self::Invalid { .. } => "invalid",
            Self::Rule { code, .. } | Self::Conflict { code, .. } => code,
            Self::TooManyRequests { .. } => "too_many_requests",
            Self::Unavailable => "unavailable",
            Self::Internal { .. } => "internal",
        }
    }
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            // The request never arrived, or its answer was not ours: the network, or a proxy.
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Response(_) => Self::Unavailable,
            // Arguments that do not parse, or WASM of another release.
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_)
            | ServerFnErrorErr::UnsupportedRequestMethod(_) => Self::rule(
                "malformed",
                t!("That request could not be read. Reload the page and try again."),
            ),
            _ => Self::Internal { event_id: None },
        }
    }
}
