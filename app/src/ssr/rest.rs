//! What the handlers of `/api/v1` share: queries that parse or say which parameter is wrong, and JSON answers with a strong
//! ETag, so that a client that has the answer already gets 304.

use aws_lc_rs::digest;
use axum::{
    extract::{FromRequest, FromRequestParts, Query, Request},
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use domain::{address::FieldErrors, money::Money};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use utoipa::{IntoParams, ToSchema};

use crate::error::AppError;

/// Items on a page of the API when the client does not say.
pub const DEFAULT_LIMIT: u32 = 24;
/// The most items on a page of the API.
pub const MAX_LIMIT: u32 = 100;

/// The query of a request, read into `T`; what does not parse is a 422 that names the reason.
pub struct ApiQuery<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for ApiQuery<T> {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, AppError> {
        match Query::<T>::from_request_parts(parts, state).await {
            Ok(Query(query)) => Ok(Self(query)),
            Err(rejection) => Err(invalid("query", rejection.body_text())),
        }
    }
}

/// An [`AppError::Invalid`] for one parameter.
pub fn invalid(field: &str, message: impl Into<String>) -> AppError {
    AppError::Invalid {
        fields: FieldErrors::one(field, message),
    }
}

/// The page size asked for, within 1 to [`MAX_LIMIT`].
///
/// # Errors
/// When it is outside.
pub fn page_size(limit: Option<u32>) -> Result<u32, AppError> {
    match limit.unwrap_or(DEFAULT_LIMIT) {
        size @ 1..=MAX_LIMIT => Ok(size),
        _ => Err(invalid(
            "limit",
            format!("Give a number from 1 to {MAX_LIMIT}."),
        )),
    }
}

/// The parameters of a paged listing without further filters.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// Items on a page, 1 to 100; 24 by default.
    pub limit: Option<u32>,
    /// The `next` of the page before.
    pub after: Option<String>,
}

/// An amount of money.
#[derive(Debug, Serialize, ToSchema)]
pub struct Amount {
    /// Major units with all decimals of the currency, `12.30`.
    #[schema(example = "12.30")]
    pub amount: String,
    /// ISO 4217.
    #[schema(example = "EUR")]
    pub currency: String,
}

impl From<Money> for Amount {
    fn from(money: Money) -> Self {
        Self {
            amount: money.decimal_string(),
            currency: money.currency.code().to_owned(),
        }
    }
}

/// `body` as JSON with a strong ETag, or 304 when the client's `If-None-Match` names it.
pub fn json(request: &HeaderMap, body: &impl Serialize) -> Result<Response, AppError> {
    let bytes = serde_json::to_vec(body)?;
    let policy = "public, max-age=0, must-revalidate";
    Ok(tagged(request, "application/json", policy, bytes))
}

/// `bytes` of this content type with a strong ETag, to be kept as `policy` says, or 304 when the client's `If-None-Match`
/// names it.
pub fn tagged(
    request: &HeaderMap,
    kind: &'static str,
    policy: &'static str,
    bytes: Vec<u8>,
) -> Response {
    let digest = digest::digest(&digest::SHA256, &bytes);
    let tag = format!("\"{}\"", hex::encode(&digest.as_ref()[..16]));
    let etag = HeaderValue::from_str(&tag).unwrap_or(HeaderValue::from_static("\"\""));
    let cached = [
        (header::ETAG, etag),
        (header::CACHE_CONTROL, HeaderValue::from_static(policy)),
    ];
    if knows(request, &tag) {
        return (StatusCode::NOT_MODIFIED, cached).into_response();
    }
    (cached, [(header::CONTENT_TYPE, kind)], bytes).into_response()
}

/// As [`json`], with a `Link: <…>; rel="next"` to `path` with `parameters` and the cursor, when there is a next page.
pub fn json_page(
    request: &HeaderMap,
    body: &impl Serialize,
    path: &str,
    parameters: &[(&str, Option<String>)],
    next: Option<&str>,
) -> Result<Response, AppError> {
    let mut response = json(request, body)?;
    if let Some(next) = next {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        for (name, value) in parameters {
            if let Some(value) = value {
                query.append_pair(name, value);
            }
        }
        query.append_pair("after", next);
        let link = format!("<{path}?{}>; rel=\"next\"", query.finish());
        if let Ok(value) = HeaderValue::from_str(&link) {
            response.headers_mut().insert(header::LINK, value);
        }
    }
    Ok(response)
}

/// Whether `If-None-Match` lists `tag` (weak comparison, RFC 9110, 13.1.2).
fn knows(request: &HeaderMap, tag: &str) -> bool {
    request
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|candidate| candidate.trim().trim_start_matches("W/"))
        .any(|candidate| candidate == tag || candidate == "*")
}

/// A JSON body, read into `T`; what does not parse is a 422 that says why.
pub struct ApiJson<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for ApiJson<T> {
    type Rejection = AppError;

    async fn from_request(request: Request, state: &S) -> Result<Self, AppError> {
        match axum::Json::<T>::from_request(request, state).await {
            Ok(axum::Json(body)) => Ok(Self(body)),
            Err(rejection) => Err(invalid("body", rejection.body_text())),
        }
    }
}

/// `body` as JSON that is for one client only: kept by nobody.
pub fn json_private(status: StatusCode, body: &impl Serialize) -> Result<Response, AppError> {
    let bytes = serde_json::to_vec(body)?;
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((status, headers, bytes).into_response())
}
