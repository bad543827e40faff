//! [`AppError`] as RFC 9457 problem+json, for the REST API and for requests that do not ask for a page.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::error::AppError;

/// A problem report (RFC 9457) with our stable `code`.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// `https://sokonova.dev/problems/{code}`; an identifier, not necessarily a page.
    #[serde(rename = "type")]
    pub kind: String,
    pub title: String,
    pub status: u16,
    /// Stable and machine-readable, such as `not_found` or `stock_short`.
    pub code: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
    /// Names the report of an internal error.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event_id: Option<String>,
}

/// What is wrong with one field of the input.
#[derive(Debug, Serialize, ToSchema)]
pub struct FieldProblem {
    pub field: String,
    pub message: String,
}

impl From<&AppError> for Problem {
    fn from(error: &AppError) -> Self {
        let errors = match error {
            AppError::Invalid { fields } => fields
                .iter()
                .map(|error| FieldProblem {
                    field: error.field.clone(),
                    message: error.message.clone(),
                })
                .collect(),
            _ => Vec::new(),
        };
        let event_id = match error {
            AppError::Internal { event_id } => event_id.clone(),
            _ => None,
        };
        Self {
            kind: format!("https://sokonova.dev/problems/{}", error.code()),
            title: error.to_string(),
            status: error.status(),
            code: error.code().to_owned(),
            errors,
            event_id,
        }
    }
}

/// The answer for API clients.
impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        let problem = Problem::from(&self);
        let status =
            StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(problem)).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        let retry_after = match &self {
            Self::TooManyRequests {
                retry_after_seconds,
            } => Some(*retry_after_seconds),
            Self::Unavailable => Some(2),
            _ => None,
        };
        if let Some(seconds) = retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
