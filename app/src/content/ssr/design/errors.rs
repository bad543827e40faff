//! The pages for errors, each as a visitor would get it.

use axum::{
    extract::{Path, State},
    response::Response,
};
use leptos::prelude::*;

use crate::{
    error::AppError,
    ssr::{AppState, render::error_page, rest::invalid},
};

/// One of each kind, by the name in its address.
fn kinds() -> [(&'static str, AppError); 7] {
    let wrong = invalid("quantity", "Enter a number from 1 to 99.");
    [
        ("not-found", AppError::NotFound),
        ("forbidden", AppError::Forbidden),
        (
            "conflict",
            AppError::conflict("payment_under_way", "Your payment is under way."),
        ),
        ("invalid", wrong),
        (
            "too-many-requests",
            AppError::TooManyRequests {
                retry_after_seconds: 20,
            },
        ),
        (
            "internal",
            AppError::Internal {
                event_id: Some("0190b1d2c3e4f5a6b7c8d9e0f1a2b3c4".to_owned()),
            },
        ),
        ("unavailable", AppError::Unavailable),
    ]
}

pub async fn page(State(state): State<AppState>, Path(name): Path<String>) -> Response {
    let error = kinds().into_iter().find(|(own, _)| *own == name);
    error_page(
        &state,
        &error.map_or(AppError::NotFound, |(_, error)| error),
    )
    .await
}

/// Where they are.
pub fn specimens() -> Vec<AnyView> {
    let links = kinds()
        .map(|(name, error)| {
            let label = format!("{} {name}", error.status());
            view! { <li><a class="link" href=format!("/dev/errors/{name}")>{label}</a></li> }
        })
        .into_iter()
        .collect_view();
    vec![view! { <ul class="flex flex-wrap gap-x-6 gap-y-2">{links}</ul> }.into_any()]
}
