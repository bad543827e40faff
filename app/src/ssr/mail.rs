//! Mail: written down in the transaction of its occasion, sent by a job, once per `dedup_key`.
//!
//! With SMTP configured it goes out through lettre; without, it is kept and shown on the development mailbox page.

use std::sync::Arc;

use graphile_worker::{IntoTaskHandlerResult, TaskHandler, WorkerContext, WorkerOptions};
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, MultiPart},
};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use uuid::Uuid;
use words::language;

use super::{AppState, Cx, internal::internal, jobs, settings::Settings};
use crate::error::AppError;

/// A mail to be sent. `dedup_key` names the occasion: `order-confirmation:{group id}`.
pub struct Mail {
    pub dedup_key: String,
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// The HTML of a mail around `body`. Mail programs know no stylesheet of ours: the little style there is stands in the head.
pub fn document(body: String) -> String {
    let (language, direction) = (language().tag(), language().direction());
    format!(
        "<!DOCTYPE html><html lang=\"{language}\" dir=\"{direction}\"><head><meta charset=\"utf-8\"><style>\
         body{{font:16px/1.5 Georgia,serif;max-width:560px;margin:24px auto;padding:0 16px;color:#1d1a16}}\
         h1{{font-size:24px}}h2{{font-size:18px;margin:24px 0 4px}}table{{width:100%}}td{{padding:4px 0;vertical-align:top}}\
         .amount{{text-align:end}}a{{color:#b8371b}}blockquote{{margin:16px 0;padding-inline-start:14px;border-inline-start:3px solid #d8d0c4}}\
         </style></head><body>{body}<p>Sokonova</p></body></html>"
    )
}

/// Writes `mail` down and enqueues its sending; a second mail for the same occasion is dropped.
pub async fn queue(cx: &mut Cx, mail: Mail) -> Result<(), AppError> {
    let (id, now) = (cx.new_id(), cx.now);
    let added = sqlx::query!(
        "insert into mails (id, dedup_key, to_address, subject, text_body, html_body, created_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (dedup_key) do nothing",
        id,
        mail.dedup_key,
        mail.to,
        mail.subject,
        mail.text,
        mail.html,
        now,
    )
    .execute(cx.db())
    .await?;
    if added.rows_affected() == 1 {
        cx.enqueue(SendMail { mail_id: id }).await?;
    }
    Ok(())
}

/// Sends one written mail.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SendMail {
    pub mail_id: Uuid,
}

impl TaskHandler for SendMail {
    const IDENTIFIER: &'static str = "send_mail";

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let state = jobs::state(&context)?;
        send(&state, self.mail_id).await
    }
}

pub fn register(options: WorkerOptions) -> WorkerOptions {
    options.define_job::<SendMail>()
}

struct MailRow {
    to_address: String,
    subject: String,
    text_body: String,
    html_body: String,
}

/// The Message-ID is the mail's own id, so that a receiver can drop the copy sent when a worker died before noting success.
async fn send(state: &AppState, id: Uuid) -> Result<(), AppError> {
    let mut db = state.db.read_primary().await?;
    let Some(mail) = sqlx::query_as!(
        MailRow,
        "select to_address, subject, text_body, html_body from mails where id = $1 and state = 'queued'",
        id
    )
    .fetch_optional(&mut *db)
    .await?
    else {
        return Ok(());
    };
    drop(db);
    let outcome = match &state.mailer.transport {
        None => "kept",
        Some(transport) => {
            let message = compose(&state.mailer.from, &state.settings, id, mail)?;
            transport
                .send(message)
                .await
                .map_err(|error| internal("smtp", &error))?;
            "sent"
        }
    };
    let mut db = state.db.read_primary().await?;
    sqlx::query!(
        "update mails set state = $2, sent_at = $3 where id = $1 and state = 'queued'",
        id,
        outcome,
        state.clock.now()
    )
    .execute(&mut *db)
    .await?;
    Ok(())
}

fn compose(
    from: &Mailbox,
    settings: &Settings,
    id: Uuid,
    mail: MailRow,
) -> Result<Message, AppError> {
    let host = settings.app_url.host_str().unwrap_or("localhost");
    Message::builder()
        .message_id(Some(format!("<{id}@{host}>")))
        .from(from.clone())
        .to(mail
            .to_address
            .parse()
            .map_err(|error| internal("mail address", &error))?)
        .subject(mail.subject)
        .multipart(MultiPart::alternative_plain_html(
            mail.text_body,
            mail.html_body,
        ))
        .map_err(|error| internal("mail", &error))
}

/// The way out for mail.
#[derive(Clone)]
pub struct Mailer {
    from: Mailbox,
    transport: Option<Arc<AsyncSmtpTransport<Tokio1Executor>>>,
}

impl Mailer {
    /// Fails when the sender or the SMTP address does not parse. Connects lazily.
    pub fn new(settings: &Settings) -> Result<Self, String> {
        let from = settings.mail_from.parse().map_err(|error| {
            format!(
                "the sender {:?} is not a mail address: {error}",
                settings.mail_from
            )
        })?;
        let transport = settings
            .smtp
            .as_ref()
            .map(|smtp| AsyncSmtpTransport::<Tokio1Executor>::from_url(&smtp.url))
            .transpose()
            .map_err(|error| format!("the SMTP address does not parse: {error}"))?
            .map(|builder| {
                Arc::new(
                    builder
                        .timeout(Some(std::time::Duration::from_secs(10)))
                        .build(),
                )
            });
        Ok(Self { from, transport })
    }

    /// Whether the SMTP server answers; `None` without one.
    pub async fn check(&self) -> Option<Result<bool, String>> {
        let transport = self.transport.as_ref()?;
        Some(
            transport
                .test_connection()
                .await
                .map_err(|error| error.to_string()),
        )
    }
}

/// A kept or sent mail, for the development mailbox.
pub struct KeptMail {
    pub id: Uuid,
    pub to_address: String,
    pub subject: String,
    pub text_body: String,
    pub html_body: String,
    pub state: String,
    pub created_at: OffsetDateTime,
}

/// The newest hundred mails.
pub async fn newest(state: &AppState) -> Result<Vec<KeptMail>, AppError> {
    let mut db = state.db.read_primary().await?;
    Ok(sqlx::query_as!(
        KeptMail,
        "select id, to_address, subject, text_body, html_body, state, created_at from mails
         order by created_at desc, id desc limit 100"
    )
    .fetch_all(&mut *db)
    .await?)
}
