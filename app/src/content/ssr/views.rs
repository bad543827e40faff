//! What error pages and the development mailbox look like.

use leptos::prelude::*;
use time::macros::format_description;
use ui::{Badge, Button, Card, Disclosure, Emphasis, EmptyState, Glyph, Tone, store::SearchForm};
use words::{t, tn};

use crate::{error::AppError, ssr::mail::KeptMail};

/// The heading of an error's page.
pub fn error_title(error: &AppError) -> &'static str {
    match error {
        AppError::NotFound => t!("Page not found"),
        AppError::Unauthenticated => t!("Please sign in"),
        AppError::Forbidden => t!("This is not yours to open"),
        AppError::Invalid { .. } => t!("Something needs another look"),
        AppError::Rule { .. } => t!("That is not possible"),
        AppError::Conflict { .. } => t!("Something changed meanwhile"),
        AppError::TooManyRequests { .. } => t!("That was a bit fast"),
        AppError::Unavailable => t!("We cannot do that just now"),
        AppError::Internal { .. } => t!("Something went wrong"),
    }
}

/// What happened, and what can be done about it.
pub fn error_view(error: &AppError) -> impl IntoView + use<> {
    view! {
        <div class="page page-narrow py-12 lg:py-20">
            <p class="eyebrow">{t!("Error {status}", status = error.status())}</p>
            <h1 class="mt-2">{error_title(error)}</h1>
            {remedy(error)}
            <nav class="mt-10 border-t border-hairline pt-5" aria-label=t!("Where to go from here")>
                <ul class="flex flex-wrap gap-x-6 gap-y-2">
                    <li><a class="link" href="/">{t!("Home")}</a></li>
                    <li><a class="link" href="/cart">{t!("Your cart")}</a></li>
                    <li><a class="link" href="/pages/help">{t!("Help")}</a></li>
                </ul>
            </nav>
        </div>
    }
}

fn lede(text: impl Into<String>) -> impl IntoView {
    view! { <p class="lede mt-4">{text.into()}</p> }
}

fn remedy(error: &AppError) -> AnyView {
    match error {
        AppError::NotFound => view! {
            {lede(t!("It may have moved, sold out for good, or never been there. Search for it, or begin at the front."))}
            <div class="mt-6">
                <SearchForm id="error-search" attr:aria-label=t!("Search for what was here") />
            </div>
        }
        .into_any(),
        AppError::Invalid { fields } => {
            let messages = fields.iter().map(|field| view! { <li>{field.message.clone()}</li> }).collect_view();
            view! {
                {lede(t!("Go back to the form and put this right; what you typed should still be there."))}
                <ul class="mt-4 list-disc ps-5">{messages}</ul>
            }
            .into_any()
        }
        AppError::TooManyRequests { retry_after_seconds } => {
            lede(wait(*retry_after_seconds)).into_any()
        }
        AppError::Unavailable => {
            lede(t!("Something we depend on does not answer. Nothing is lost: wait a moment and load the page again.")).into_any()
        }
        AppError::Internal { event_id } => view! {
            {lede(t!("This is our mistake, and it has been noted. Try again; if it stays, write to us."))}
            {event_id
                .clone()
                .map(|id| {
                    let said = t!("For us, this is event {id}.", id);
                    let (before, after) = said.split_once(id.as_str()).unwrap_or((said.as_str(), ""));
                    let (before, after) = (before.to_owned(), after.to_owned());
                    view! {
                        <p class="muted mt-4 text-sm">
                            {before} <code class="font-mono wrap-anywhere">{id}</code> {after}
                        </p>
                    }
                })}
        }
        .into_any(),
        AppError::Conflict { code, message } if code == "payment_under_way" => view! {
            {lede(message.clone())}
            <div class="mt-6">
                <Button emphasis=Emphasis::Primary href="/checkout">{t!("Go to the payment")}</Button>
            </div>
        }
        .into_any(),
        AppError::Unauthenticated | AppError::Forbidden | AppError::Rule { .. } | AppError::Conflict { .. } => {
            lede(error.to_string()).into_any()
        }
    }
}

/// How long to wait, in seconds up to a minute and a half.
fn wait(seconds: u32) -> String {
    match seconds {
        0..90 => tn!(
            seconds.max(1),
            "Too many requests came from your connection. Please wait a second, then try again.",
            "Too many requests came from your connection. Please wait {count} seconds, then try again."
        ),
        _ => tn!(
            seconds.div_ceil(60),
            "Too many requests came from your connection. Please wait a minute, then try again.",
            "Too many requests came from your connection. Please wait {count} minutes, then try again."
        ),
    }
}

/// The development mailbox, newest first.
pub fn mailbox(mails: Vec<KeptMail>) -> impl IntoView {
    let empty = mails.is_empty();
    let count = mails.len();
    let mails = mails.into_iter().map(letter).collect_view();
    view! {
        <div class="page py-8 lg:py-12">
            <h1>"Mailbox"</h1>
            <p class="lede mt-3 max-w-2xl">
                "For development: every mail the shop has written, newest first, whether it was sent or only kept."
            </p>
            {if empty {
                view! {
                    <EmptyState glyph=Glyph::Mail title="No mail yet" text="Place an order: its confirmation will be here." />
                }
                    .into_any()
            } else {
                view! {
                    <p class="muted mt-8 text-sm">{format!("{count} mails")}</p>
                    <div class="mt-3 grid max-w-3xl gap-5">{mails}</div>
                }
                    .into_any()
            }}
        </div>
    }
}

fn letter(mail: KeptMail) -> impl IntoView {
    let format = format_description!("[year]-[month]-[day] [hour]:[minute] UTC");
    let at = mail.created_at.format(&format).unwrap_or_default();
    let tone = if mail.state == "sent" {
        Tone::Success
    } else {
        Tone::Neutral
    };
    let state = mail.state;
    let badge = view! { <Badge tone>{state}</Badge> }.into_any();
    view! {
        <Card title=mail.subject action=Some(badge)>
            <p class="muted mb-4 text-sm wrap-anywhere">{format!("To {} · {at}", mail.to_address)}</p>
            <div class="whitespace-pre-wrap wrap-anywhere">{with_links(&mail.text_body)}</div>
            <div class="mt-5">
                // As source: what a mail contains is not ours to trust.
                <Disclosure summary="HTML source" compact=true>
                    <code class="block max-h-96 overflow-auto whitespace-pre-wrap wrap-anywhere font-mono text-xs">
                        {mail.html_body}
                    </code>
                </Disclosure>
            </div>
        </Card>
    }
}

/// The text with its web addresses as links.
fn with_links(text: &str) -> Vec<AnyView> {
    text.split_inclusive(char::is_whitespace)
        .map(|word| {
            let address = word.trim_end();
            if address.starts_with("https://") || address.starts_with("http://") {
                let rest = word[address.len()..].to_owned();
                let (href, shown) = (address.to_owned(), address.to_owned());
                view! { <a class="link" href=href>{shown}</a> {rest} }.into_any()
            } else {
                word.to_owned().into_any()
            }
        })
        .collect()
}
