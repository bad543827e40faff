//! `/api/v1/products/{slug}/questions`. These types are a contract: they change only by addition.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use domain::{policy::Actor, question::QuestionForm};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;
use words::t;

use super::{ask, product, published};
use crate::{
    catalog::ssr::cursor::{Cursor, Order},
    error::AppError,
    questions::types::QuestionView,
    ssr::{
        AppState, Cx, idempotency,
        problem::Problem,
        rest::{ApiJson, ApiQuery, PageQuery, invalid, json_page, json_private, page_size},
    },
};

pub fn api() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(list_questions, ask_question))
}

/// A question with its answer. Plain text in lines.
#[derive(Debug, Serialize, ToSchema)]
pub struct Question {
    pub id: Uuid,
    pub author: String,
    pub body: String,
    /// RFC 3339.
    pub asked_at: String,
    pub answer: String,
    /// RFC 3339.
    pub answered_at: String,
}

impl From<QuestionView> for Question {
    fn from(view: QuestionView) -> Self {
        Self {
            id: view.id.as_uuid(),
            author: view.author,
            body: view.body,
            asked_at: view.asked_at,
            answer: view.answer,
            answered_at: view.answered_at,
        }
    }
}

/// A page of answered questions, newest answer first.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionList {
    pub questions: Vec<Question>,
    /// For `after`; none on the last page.
    pub next: Option<String>,
}

/// What to ask.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewQuestion {
    /// Shown beside the question.
    #[schema(min_length = 1, max_length = 60)]
    pub name: String,
    /// Only to tell the asker of the answer, and deleted then.
    pub email: Option<String>,
    #[schema(min_length = 10, max_length = 1000)]
    pub body: String,
}

/// A question that waits for its answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct AskedQuestion {
    pub id: Uuid,
}

/// A product's questions
///
/// Those that are answered, newest answer first.
#[utoipa::path(get, path = "/api/v1/products/{slug}/questions", tag = "catalog", params(("slug" = String, Path), PageQuery),
    responses(
        (status = 200, description = "A page of questions", body = QuestionList),
        (status = 404, description = "There is no such product", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "A parameter is wrong", body = Problem, content_type = "application/problem+json"),
    ))]
async fn list_questions(
    State(state): State<AppState>,
    headers: HeaderMap,
    Path(slug): Path<String>,
    ApiQuery(query): ApiQuery<PageQuery>,
) -> Result<Response, AppError> {
    let size = page_size(query.limit)?;
    let wrong = || invalid("after", t!("This is no cursor of these questions."));
    let after = match query.after.as_deref() {
        Some(text) => Some(Cursor::decode(text, Order::Newest).ok_or_else(wrong)?),
        None => None,
    };
    let mut db = state.db.read().await?;
    let product = product(&mut db, &slug).await?;
    let page = published(&mut db, product, after, size).await?;
    drop(db);
    let body = QuestionList {
        questions: page.questions.into_iter().map(Question::from).collect(),
        next: page.next,
    };
    let path = format!("/api/v1/products/{slug}/questions");
    let limit = query.limit.map(|limit| limit.to_string());
    json_page(
        &headers,
        &body,
        &path,
        &[("limit", limit)],
        body.next.as_deref(),
    )
}

/// Asks about a product
///
/// The merchant is told; the question is shown once it is answered. Repeated with the same key, it is one question.
#[utoipa::path(post, path = "/api/v1/products/{slug}/questions", tag = "catalog",
    params(("slug" = String, Path), ("Idempotency-Key" = String, Header)), request_body = NewQuestion,
    responses((status = 201, body = AskedQuestion), (status = "default", body = Problem)))]
async fn ask_question(
    State(state): State<AppState>,
    headers: HeaderMap,
    Path(slug): Path<String>,
    ApiJson(question): ApiJson<NewQuestion>,
) -> Result<Response, AppError> {
    let key = headers
        .get("idempotency-key")
        .and_then(|value| value.to_str().ok());
    let key =
        key.ok_or_else(|| invalid("Idempotency-Key", t!("Send an Idempotency-Key header.")))?;
    let form = QuestionForm {
        name: question.name,
        email: question.email.unwrap_or_default(),
        body: question.body,
    };
    let mut cx = Cx::begin(&state, Actor::Guest).await?;
    let said = serde_json::to_vec(&form)?;
    idempotency::claim(&mut cx, "question", &slug, key, &said).await?;
    let id = ask(&mut cx, &slug, &form, key).await?;
    cx.commit().await?;
    let asked = AskedQuestion { id: id.as_uuid() };
    json_private(StatusCode::CREATED, &asked)
}
