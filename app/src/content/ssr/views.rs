//! What the pages of words look like.

use leptos::prelude::*;

use crate::{error::AppError, ssr::mail::KeptMail};

/// A page of words.
pub struct StaticPage {
    pub title: &'static str,
    pub description: &'static str,
    /// Headings and paragraphs.
    pub sections: &'static [(&'static str, &'static [&'static str])],
}

/// The page of that slug.
pub fn static_page(slug: &str) -> Option<&'static StaticPage> {
    let _ = slug;
    None
}

pub fn words(page: &'static StaticPage) -> impl IntoView {
    view! { <h1>{page.title}</h1> }
}

/// The heading of an error's page.
pub fn error_title(error: &AppError) -> &'static str {
    match error {
        AppError::NotFound => "Page not found",
        _ => "Something went wrong",
    }
}

pub fn error_view(error: &AppError) -> impl IntoView + use<> {
    view! { <h1>{error_title(error)}</h1><p>{error.to_string()}</p> }
}

pub fn mailbox(mails: Vec<KeptMail>) -> impl IntoView {
    mails.into_iter().map(|mail| view! { <h2>{mail.subject}</h2><pre>{mail.text_body}</pre> }).collect_view()
}
