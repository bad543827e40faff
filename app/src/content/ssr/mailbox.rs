//! The development mailbox: the mails that were kept because no SMTP server is configured, and those that were sent.

use axum::{Router, extract::State, response::Response, routing::get};

use super::views;
use crate::ssr::{
    AppState, mail,
    render::{Meta, answer, store_page},
};

/// Mounted in development only.
pub fn routes() -> Router<AppState> {
    Router::new().route("/dev/mailbox", get(mailbox))
}

async fn mailbox(State(state): State<AppState>) -> Response {
    answer(&state, async {
        let mails = mail::newest(&state).await?;
        let meta = Meta {
            title: "Mailbox".to_owned(),
            private: true,
            ..Meta::default()
        };
        let page = store_page(&state, meta, || views::mailbox(mails)).await?;
        Ok(page.respond(&state))
    })
    .await
}
