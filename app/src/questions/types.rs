//! What pages show of questions.

use domain::{address::FieldErrors, ids::QuestionId, question::QuestionForm};
use serde::{Deserialize, Serialize};

use crate::catalog::types::ProductCardView;

/// A question with its answer, as published. Text as it was typed: in lines, not escaped.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct QuestionView {
    pub id: QuestionId,
    pub author: String,
    pub body: String,
    /// RFC 3339, UTC.
    pub asked_at: String,
    pub answer: String,
    /// RFC 3339, UTC.
    pub answered_at: String,
}

/// Published questions of a product, newest answer first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct QuestionPage {
    pub questions: Vec<QuestionView>,
    /// For `?after=`; none on the last page.
    pub next: Option<String>,
}

/// The page of nothing but a product's questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionsView {
    pub product: ProductCardView,
    pub page: QuestionPage,
    /// The page begins after a cursor.
    pub later: bool,
}

/// The form to ask, with what was typed and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskView {
    pub product: ProductCardView,
    pub typed: QuestionForm,
    pub errors: FieldErrors,
    /// Why no question can be taken, in a sentence.
    pub refused: Option<String>,
    /// Names this form, so that sending it twice asks once.
    pub key: String,
}

/// What became of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionState {
    /// Waits for an answer.
    Pending,
    Published,
    /// The merchant does not want it shown.
    Hidden,
}

/// A question as its merchant sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerView {
    pub product_title: String,
    pub product_slug: String,
    pub author: String,
    pub body: String,
    /// RFC 3339, UTC.
    pub asked_at: String,
    pub state: QuestionState,
    /// The asker left an address and waits to be told.
    pub will_be_told: bool,
    /// As kept, or as typed.
    pub answer: String,
    pub errors: FieldErrors,
}
