//! How server functions answer a plain HTML form: by a redirect. A script gets the value itself.

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use leptos::prelude::{provide_context, use_context};
use leptos_axum::ResponseOptions;

use super::{
    AppState,
    internal::internal_message,
    render::{self, accepts},
};
use crate::error::AppError;

/// In the context of a server function called by a plain form (`Accept: text/html`).
#[derive(Clone, Copy)]
struct PlainForm;

/// The largest answer of a server function, in bytes.
const LIMIT: usize = 4 * 1024 * 1024;

/// The request's headers, inside a server function.
pub fn headers() -> Result<HeaderMap, AppError> {
    use_context::<Parts>()
        .map(|parts| parts.headers)
        .ok_or_else(|| internal_message("server function", "called without a request"))
}

/// Whether a plain form called, which is answered by a page.
pub fn is_plain() -> bool {
    use_context::<PlainForm>().is_some()
}

/// Sends a plain form on to `path` (our own; it begins with one `/`). A script stays where it is.
pub fn redirect(path: &str) {
    let (Some(PlainForm), Some(options)) =
        (use_context::<PlainForm>(), use_context::<ResponseOptions>())
    else {
        return;
    };
    if let Ok(location) = HeaderValue::from_str(path) {
        options.insert_header(header::LOCATION, location);
    }
}

/// Adds cookies to the answer.
pub fn set_cookies(cookies: [HeaderValue; 2]) {
    if let Some(options) = use_context::<ResponseOptions>() {
        for cookie in cookies {
            options.append_header(header::SET_COOKIE, cookie);
        }
    }
}

/// The door of all server functions: `/api/{*function}`.
///
/// Leptos would send a plain form back to its referrer with the error in the address, and answer scripts with 500 for any
/// error; here a form gets a page that says what is wrong, a script that accepts one a problem report with words to show, any
/// other script the [`AppError`], and all of them the status of the error.
pub async fn server_function(State(state): State<AppState>, mut request: Request) -> Response {
    let plain = render::wants_html(request.headers());
    let wants_problem = accepts(request.headers(), "application/problem+json");
    request.headers_mut().remove(header::ACCEPT);
    request.headers_mut().remove(header::REFERER);
    let context = {
        let state = state.clone();
        move || {
            provide_context(state.clone());
            if plain {
                provide_context(PlainForm);
            }
        }
    };
    let response = leptos_axum::handle_server_fns_with_context(context, request)
        .await
        .into_response();
    let (mut parts, body) = response.into_parts();
    parts
        .headers
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if parts.status.is_success() {
        if plain && parts.headers.contains_key(header::LOCATION) {
            parts.status = StatusCode::SEE_OTHER;
            parts.headers.remove(header::CONTENT_TYPE);
            return Response::from_parts(parts, Body::empty());
        }
        return Response::from_parts(parts, body);
    }
    let error = match to_bytes(body, LIMIT).await {
        // An unknown function: not one of ours, so not JSON either.
        Ok(bytes) => serde_json::from_slice::<AppError>(&bytes).unwrap_or(AppError::NotFound),
        Err(_) => AppError::Internal { event_id: None },
    };
    if plain {
        return render::error_page(&state, &error).await;
    }
    if wants_problem {
        return error.into_response();
    }
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, axum::Json(error)).into_response()
}
