//! The two mails of a question: to the merchant, with the link that answers it, and to the asker, once it is answered.
//!
//! Every merchant has an address to write to: `merchants.email` is never null, and `create_merchant` refuses one that is none.
//! Words of others are quoted, so that nobody takes them for the shop's.

use domain::{ids::QuestionId, question::Question};
use leptos::prelude::*;
use words::t;

use super::queries::{HeldRow, SubjectRow};
use crate::{
    error::AppError,
    ssr::{
        Cx,
        mail::{self, Mail, document},
    },
};

fn do_not_pass_on() -> &'static str {
    t!("Whoever has this link can answer in your name, so do not pass it on.")
}

/// Tells the merchant what is asked, and where to answer.
pub async fn to_merchant(
    cx: &mut Cx,
    id: QuestionId,
    product: &SubjectRow,
    asked: &Question,
    token: &str,
) -> Result<(), AppError> {
    let link = cx.state().settings.link(&format!("/questions/{token}"));
    let (title, name) = (&product.title, &asked.name);
    let text = format!(
        "{}\n\n{}\n\n{}\n{link}\n\n{}\n",
        t!("{name} asks about {title}:", name, title),
        quoted_text(&asked.body),
        t!("Answer it here, or choose not to publish it:"),
        do_not_pass_on()
    );
    let html = document(
        view! {
            <h1>{t!("A question about {title}", title)}</h1>
            <p>{t!("{name} asks:", name)}</p>
            {quoted(&asked.body)}
            <p><a href=link>{t!("Answer, or choose not to publish it")}</a></p>
            <p>{do_not_pass_on()}</p>
        }
        .to_html(),
    );
    mail::queue(
        cx,
        Mail {
            dedup_key: format!("question:{id}"),
            to: product.merchant_email.clone(),
            subject: t!("A question about {title}", title),
            text,
            html,
        },
    )
    .await
}

/// Tells the asker of the answer, if they left an address that is still kept.
pub async fn to_asker(cx: &mut Cx, held: &HeldRow, answer: &str) -> Result<(), AppError> {
    let Some(to) = held.email.clone() else {
        return Ok(());
    };
    let path = format!("/p/{}#questions", held.product_slug);
    let link = cx.state().settings.link(&path);
    let title = &held.product_title;
    let forgotten =
        t!("We have deleted your address from the question: this is the only mail about it.");
    let text = format!(
        "{}\n\n{}\n\n{}\n\n{}\n\n{}\n{link}\n\n{forgotten}\n",
        t!("You asked about {title}:", title),
        quoted_text(&held.body),
        t!("The maker answers:"),
        quoted_text(answer),
        t!("See it on the page:")
    );
    let html = document(
        view! {
            <h1>{t!("An answer about {title}", title)}</h1>
            <p>{t!("You asked:")}</p>
            {quoted(&held.body)}
            <p>{t!("The maker answers:")}</p>
            {quoted(answer)}
            <p><a href=link>{t!("See it on the page")}</a></p>
            <p>{forgotten}</p>
        }
        .to_html(),
    );
    mail::queue(
        cx,
        Mail {
            dedup_key: format!("question-answer:{}", held.id),
            to,
            subject: t!("An answer about {title}", title),
            text,
            html,
        },
    )
    .await
}

fn quoted_text(words: &str) -> String {
    let lines: Vec<String> = words.lines().map(|line| format!("> {line}")).collect();
    lines.join("\n")
}

fn quoted(words: &str) -> impl IntoView + use<> {
    let lines = words
        .lines()
        .map(|line| view! { {line.to_owned()}<br/> })
        .collect_view();
    view! { <blockquote>{lines}</blockquote> }
}
