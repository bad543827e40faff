//! The verbs of the questions: ask, answer, hide, show, forget.

mod mails;
pub mod pages;
mod queries;
pub mod rest;
mod views;

use domain::{
    address::FieldErrors,
    ids::{ProductId, QuestionId},
    question::{self, QuestionForm},
};
use sqlx::PgConnection;
use time::{Duration, OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339};
use words::{Language, speaking, t};

pub use views::section;

use super::types::{AnswerView, AskView, QuestionPage, QuestionState, QuestionView, QuestionsView};
use crate::{
    catalog::ssr::{
        cursor::{Cursor, Order},
        product_cards,
    },
    error::AppError,
    ssr::{AppState, Cx, internal::internal_message, pages::Tag, secret},
};

/// Questions about one product that may wait for an answer.
pub const MOST_PENDING: i64 = 20;
/// Days after which the asker's address is deleted, answered or not.
pub const EMAIL_DAYS: i64 = 90;
/// Days after which a question without an answer is deleted.
pub const UNANSWERED_DAYS: i64 = 365;
/// Questions on a product's page.
const SHOWN: u32 = 6;
/// Questions on a page of nothing else.
const PAGE: u32 = 24;
/// Bytes of a token: 256 bits.
const TOKEN: usize = 32;

/// The newest published questions of a product's page. One statement.
pub async fn newest(db: &mut PgConnection, product: ProductId) -> Result<QuestionPage, AppError> {
    published(db, product, None, SHOWN).await
}

/// A page of `size` published questions after a cursor. One statement.
async fn published(
    db: &mut PgConnection,
    product: ProductId,
    after: Option<Cursor>,
    size: u32,
) -> Result<QuestionPage, AppError> {
    let after = after.and_then(|cursor| Some((cursor.time()?, cursor.id)));
    let mut rows = queries::published(db, product.as_uuid(), after, i64::from(size) + 1).await?;
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    let more = rows.len() > size;
    rows.truncate(size);
    let last = rows.last().filter(|_| more);
    let next = last.map(|row| Cursor::of_time(row.answered_at, row.id).encode(Order::Newest));
    let questions = rows.into_iter().map(|row| QuestionView {
        id: QuestionId::from_uuid(row.id),
        author: row.author_name,
        body: row.body,
        asked_at: rfc3339(row.created_at),
        answer: row.answer,
        answered_at: rfc3339(row.answered_at),
    });
    Ok(QuestionPage {
        questions: questions.collect(),
        next,
    })
}

/// A product's published questions, a page of them after a cursor. A cursor that is none begins anew. Three statements.
///
/// # Errors
/// [`AppError::NotFound`] for a slug that no published product of an active merchant has.
pub async fn of_product(
    db: &mut PgConnection,
    state: &AppState,
    slug: &str,
    after: Option<&str>,
) -> Result<QuestionsView, AppError> {
    let after = after.and_then(|text| Cursor::decode(text, Order::Newest));
    let product = product(db, slug).await?;
    let page = published(db, product, after, PAGE).await?;
    Ok(QuestionsView {
        product: card(db, state, product).await?,
        page,
        later: after.is_some(),
    })
}

/// The form to ask about a product, empty. Two statements.
///
/// # Errors
/// [`AppError::NotFound`] as [`of_product`].
pub async fn form(
    db: &mut PgConnection,
    state: &AppState,
    slug: &str,
) -> Result<AskView, AppError> {
    let product = product(db, slug).await?;
    Ok(AskView {
        product: card(db, state, product).await?,
        typed: QuestionForm::default(),
        errors: FieldErrors::new(),
        refused: None,
        key: secret::random_token::<16>()?,
    })
}

async fn product(db: &mut PgConnection, slug: &str) -> Result<ProductId, AppError> {
    let found = queries::product(db, slug).await?;
    found.map(ProductId::from_uuid).ok_or(AppError::NotFound)
}

async fn card(
    db: &mut PgConnection,
    state: &AppState,
    product: ProductId,
) -> Result<crate::catalog::types::ProductCardView, AppError> {
    let mut cards = product_cards(db, state, &[product.as_uuid()]).await?;
    cards.pop().ok_or(AppError::NotFound)
}

/// Asks about a product and mails its merchant. The same words with the same `key` (any text) about the same product are one
/// question, however often they are sent.
///
/// # Errors
/// [`AppError::Invalid`] by field; [`AppError::NotFound`] for a slug that no published product of an active merchant has;
/// `too_many_questions` while [`MOST_PENDING`] wait.
pub async fn ask(
    cx: &mut Cx,
    slug: &str,
    form: &QuestionForm,
    key: &str,
) -> Result<QuestionId, AppError> {
    let asked = form
        .validate()
        .map_err(|fields| AppError::Invalid { fields })?;
    // Those who ask at the same time go one after the other, so that counting them tells the truth.
    let product = queries::lock_product(cx.db(), slug)
        .await?
        .ok_or(AppError::NotFound)?;
    let said = (product.id, key, &asked.name, &asked.email, &asked.body);
    let request_hash = secret::sha256(&serde_json::to_vec(&said)?);
    if let Some(id) = queries::of_request(cx.db(), &request_hash).await? {
        return Ok(QuestionId::from_uuid(id));
    }
    let (id, now, token) = (cx.new_id(), cx.now, secret::random_token::<TOKEN>()?);
    let new = queries::New {
        id,
        product: product.id,
        request_hash: &request_hash,
        answer_token_hash: &secret::sha256(token.as_bytes()),
        now,
    };
    if !queries::insert(cx.db(), new, &asked, MOST_PENDING).await? {
        return Err(AppError::rule(
            "too_many_questions",
            t!(
                "Many questions about this product are waiting for an answer already. Please look again in a few days."
            ),
        ));
    }
    let id = QuestionId::from_uuid(id);
    // Whatever the asker speaks, merchants are written to in the shop's own language.
    let mail = mails::to_merchant(cx, id, &product, &asked, &token);
    speaking(Language::default(), mail).await?;
    Ok(id)
}

/// The question that a merchant's link leads to. One statement.
///
/// # Errors
/// [`AppError::NotFound`] for a token that is none.
pub async fn show(db: &mut PgConnection, token: &str) -> Result<AnswerView, AppError> {
    let row = queries::held(db, &secret::sha256(token.as_bytes()))
        .await?
        .ok_or(AppError::NotFound)?;
    Ok(AnswerView {
        state: state_of(&row.state)?,
        product_title: row.product_title,
        product_slug: row.product_slug,
        author: row.author_name,
        body: row.body,
        asked_at: rfc3339(row.created_at),
        will_be_told: row.email.is_some(),
        answer: row.answer.unwrap_or_default(),
        errors: FieldErrors::new(),
    })
}

/// Publishes question and answer; again, it changes the answer. The asker is told the first time, if they left an address,
/// which is deleted.
///
/// # Errors
/// [`AppError::Invalid`] with the field `answer`; [`AppError::NotFound`] for a token that is none.
pub async fn answer(cx: &mut Cx, token: &str, typed: &str) -> Result<(), AppError> {
    let text = question::answer(typed).map_err(|fields| AppError::Invalid { fields })?;
    let held = lock(cx, token).await?;
    let now = cx.now;
    queries::publish(cx.db(), held.id, &text, now).await?;
    let language = Language::of_tag(&held.language).unwrap_or_default();
    speaking(language, mails::to_asker(cx, &held, &text)).await?;
    cx.touch(Tag::Product(held.product_id));
    Ok(())
}

/// Keeps a question, or takes it, from the page. It may still be answered, and shown, later.
///
/// # Errors
/// [`AppError::NotFound`] for a token that is none.
pub async fn hide(cx: &mut Cx, token: &str) -> Result<(), AppError> {
    let held = lock(cx, token).await?;
    queries::hide(cx.db(), held.id).await?;
    cx.touch(Tag::Product(held.product_id));
    Ok(())
}

async fn lock(cx: &mut Cx, token: &str) -> Result<queries::HeldRow, AppError> {
    queries::lock_held(cx.db(), &secret::sha256(token.as_bytes()))
        .await?
        .ok_or(AppError::NotFound)
}

/// Upkeep: addresses are kept for [`EMAIL_DAYS`] days, questions nobody answers for [`UNANSWERED_DAYS`].
pub async fn forget(state: &AppState) -> Result<(), AppError> {
    let now = state.clock.now();
    let mut db = state.db.read_primary().await?;
    queries::forget_emails(&mut db, now - Duration::days(EMAIL_DAYS)).await?;
    queries::delete_unanswered(&mut db, now - Duration::days(UNANSWERED_DAYS)).await?;
    Ok(())
}

fn state_of(column: &str) -> Result<QuestionState, AppError> {
    match column {
        "pending" => Ok(QuestionState::Pending),
        "published" => Ok(QuestionState::Published),
        "hidden" => Ok(QuestionState::Hidden),
        other => Err(internal_message("questions.state", other)),
    }
}

fn rfc3339(at: OffsetDateTime) -> String {
    at.to_offset(UtcOffset::UTC)
        .format(&Rfc3339)
        .unwrap_or_default()
}
