//! The two mails of a question: to the merchant, with the link that answers it, and to the asker, once it is answered.
//!
//! Every merchant has an address to write to: `merchants.email` is never null, and `create_merchant` refuses one that is none.
//! Words of others are quoted, so that nobody takes them for the shop's.

use domain::{ids::QuestionId, question::Question};
use leptos::prelude::*;

use super::queries::{HeldRow, SubjectRow};
use crate::{
    error::AppError,
    ssr::{
        Cx,
        mail::{self, Mail, document},
    },
};

const DO_NOT_PASS_ON: &str = "Whoever has this link can answer in your name, so do not pass it on.";

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
        "{name} asks about {title}:\n\n{}\n\nAnswer it here, or choose not to publish it:\n{link}\n\n{DO_NOT_PASS_ON}\n",
        quoted_text(&asked.body)
    );
    let html = document(
        view! {
            <h1>{format!("A question about {title}")}</h1>
            <p>{format!("{name} asks:")}</p>
            {quoted(&asked.body)}
            <p><a href=link>"Answer, or choose not to publish it"</a></p>
            <p>{DO_NOT_PASS_ON}</p>
        }
        .to_html(),
    );
    mail::queue(
        cx,
        Mail {
            dedup_key: format!("question:{id}"),
            to: product.merchant_email.clone(),
            subject: format!("A question about {title}"),
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
        "We have deleted your address from the question: this is the only mail about it.";
    let text = format!(
        "You asked about {title}:\n\n{}\n\nThe maker answers:\n\n{}\n\nSee it on the page:\n{link}\n\n{forgotten}\n",
        quoted_text(&held.body),
        quoted_text(answer)
    );
    let html = document(
        view! {
            <h1>{format!("An answer about {title}")}</h1>
            <p>"You asked:"</p>
            {quoted(&held.body)}
            <p>"The maker answers:"</p>
            {quoted(answer)}
            <p><a href=link>"See it on the page"</a></p>
            <p>{forgotten}</p>
        }
        .to_html(),
    );
    mail::queue(
        cx,
        Mail {
            dedup_key: format!("question-answer:{}", held.id),
            to,
            subject: format!("An answer about {title}"),
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
