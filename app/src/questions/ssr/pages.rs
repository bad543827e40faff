//! The pages of questions: a product's questions (kept, as they are the same for everybody), the form to ask, and the page
//! where a merchant answers, reached by its unguessable address alone.

use axum::{
    Form, Router,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use domain::{address::FieldErrors, policy::Actor, question::QuestionForm};
use serde::Deserialize;
use words::t;

use super::{answer as answer_verb, ask as ask_verb, form, hide, of_product, product, show, views};
use crate::{
    catalog::ssr::pages::moved_below,
    error::AppError,
    questions::types::{AnswerView, AskView},
    ssr::{
        AppState, Cx,
        pages::{Miss, Page, PageCache, Tag},
        render::{Meta, answer, store_page},
    },
};

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/p/{slug}/questions", get(questions))
        .route("/p/{slug}/ask", get(ask).post(send))
        .route("/questions/{token}", get(question).post(decide))
}

#[derive(Debug, Default, Deserialize)]
struct QuestionsQuery {
    #[serde(default)]
    after: Option<String>,
}

async fn questions(
    State(state): State<AppState>,
    Path(slug): Path<String>,
    Query(QuestionsQuery { after }): Query<QuestionsQuery>,
    headers: HeaderMap,
) -> Response {
    let key = match &after {
        None => format!("/p/{slug}/questions"),
        Some(after) => format!("/p/{slug}/questions?{after:?}"),
    };
    let page = {
        let state = state.clone();
        async move { questions_page(&state, &slug, after.as_deref()).await }
    };
    PageCache::answer(&state, &headers, key, page).await
}

async fn questions_page(state: &AppState, slug: &str, after: Option<&str>) -> Result<Page, Miss> {
    let mut db = state.db.read().await?;
    let view = match of_product(&mut db, state, slug, after).await {
        Err(AppError::NotFound) => return Err(moved_below(&mut db, slug, "/questions").await),
        other => other?,
    };
    drop(db);
    let meta = Meta {
        title: t!("Questions about {title}", title = view.product.title),
        canonical: (!view.later).then(|| format!("/p/{slug}/questions")),
        ..Meta::default()
    };
    let tag = Tag::Product(view.product.id.as_uuid());
    let page = store_page(state, meta, || views::questions_page(view)).await?;
    Ok(page.showing([tag]))
}

#[derive(Debug, Default, Deserialize)]
struct AskQuery {
    #[serde(default)]
    sent: Option<String>,
}

async fn ask(
    State(state): State<AppState>,
    Path(slug): Path<String>,
    Query(query): Query<AskQuery>,
) -> Response {
    answer(&state, async {
        let mut db = state.db.read().await?;
        let view = match form(&mut db, &state, &slug).await {
            Err(AppError::NotFound) => match moved_below(&mut db, &slug, "/ask").await {
                Miss::Moved(path) => return Ok(Redirect::permanent(&path).into_response()),
                Miss::Error(error) => return Err(error),
            },
            other => other?,
        };
        drop(db);
        if query.sent.is_none() {
            return ask_page(&state, StatusCode::OK, view).await;
        }
        let meta = private(t!("Your question is sent"), StatusCode::OK);
        let page = store_page(&state, meta, || views::sent(view.product)).await?;
        Ok(page.respond(&state))
    })
    .await
}

async fn ask_page(
    state: &AppState,
    status: StatusCode,
    view: AskView,
) -> Result<Response, AppError> {
    let title = t!("Ask about {title}", title = view.product.title);
    let page = store_page(state, private(&title, status), || views::ask(view)).await?;
    Ok(page.respond(state))
}

fn private(title: &str, status: StatusCode) -> Meta {
    Meta {
        title: title.to_owned(),
        private: true,
        status,
        ..Meta::default()
    }
}

/// The form to ask, as sent. `website` is a field that people do not see: who fills it in is none.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Sent {
    name: String,
    email: String,
    body: String,
    key: String,
    website: String,
}

async fn send(
    State(state): State<AppState>,
    Path(slug): Path<String>,
    Form(sent): Form<Sent>,
) -> Response {
    answer(&state, async {
        let typed = QuestionForm {
            name: sent.name,
            email: sent.email,
            body: sent.body,
        };
        let outcome = if sent.website.is_empty() {
            keep(&state, &slug, &typed, &sent.key).await
        } else {
            let mut db = state.db.read().await?;
            product(&mut db, &slug).await.map(|_| ())
        };
        let (errors, refused) = match outcome {
            Ok(()) => {
                return Ok(Redirect::to(&format!("/p/{slug}/ask?sent=1")).into_response());
            }
            Err(AppError::Invalid { fields }) => (fields, None),
            Err(AppError::Rule { message, .. }) => (FieldErrors::new(), Some(message)),
            Err(error) => return Err(error),
        };
        let mut db = state.db.read().await?;
        let empty = form(&mut db, &state, &slug).await?;
        drop(db);
        let view = AskView {
            typed,
            errors,
            refused,
            ..empty
        };
        ask_page(&state, StatusCode::UNPROCESSABLE_ENTITY, view).await
    })
    .await
}

async fn keep(
    state: &AppState,
    slug: &str,
    typed: &QuestionForm,
    key: &str,
) -> Result<(), AppError> {
    let mut cx = Cx::begin(state, Actor::Guest).await?;
    ask_verb(&mut cx, slug, typed, key).await?;
    cx.commit().await
}

async fn question(State(state): State<AppState>, Path(token): Path<String>) -> Response {
    answer(&state, async {
        let view = load(&state, &token).await?;
        question_page(&state, StatusCode::OK, &token, view).await
    })
    .await
}

async fn load(state: &AppState, token: &str) -> Result<AnswerView, AppError> {
    let mut db = state.db.read_primary().await?;
    show(&mut db, token).await
}

async fn question_page(
    state: &AppState,
    status: StatusCode,
    token: &str,
    view: AnswerView,
) -> Result<Response, AppError> {
    let title = t!("A question about {title}", title = view.product_title);
    let page = store_page(state, private(&title, status), || {
        views::question(token, view)
    })
    .await?;
    Ok(page.respond(state))
}

/// What the merchant decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Decision {
    Publish,
    Hide,
}

#[derive(Debug, Deserialize)]
struct Decided {
    decision: Decision,
    #[serde(default)]
    answer: String,
}

async fn decide(
    State(state): State<AppState>,
    Path(token): Path<String>,
    Form(decided): Form<Decided>,
) -> Response {
    answer(&state, async {
        let mut cx = Cx::begin(&state, Actor::Guest).await?;
        let outcome = match decided.decision {
            Decision::Publish => answer_verb(&mut cx, &token, &decided.answer).await,
            Decision::Hide => hide(&mut cx, &token).await,
        };
        match outcome {
            Ok(()) => {
                cx.commit().await?;
                Ok(Redirect::to(&format!("/questions/{token}")).into_response())
            }
            Err(AppError::Invalid { fields }) => {
                drop(cx);
                let mut view = load(&state, &token).await?;
                view.answer = decided.answer;
                view.errors = fields;
                question_page(&state, StatusCode::UNPROCESSABLE_ENTITY, &token, view).await
            }
            Err(error) => Err(error),
        }
    })
    .await
}
