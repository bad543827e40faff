//! The order's page, reached by its unguessable address alone.

use axum::{
    Router,
    extract::{Path, State},
    response::Response,
    routing::get,
};
use words::t;

use super::{show, views};
use crate::ssr::{
    AppState,
    render::{Meta, answer, store_page},
};

pub fn routes() -> Router<AppState> {
    Router::new().route("/orders/{token}", get(order))
}

async fn order(State(state): State<AppState>, Path(token): Path<String>) -> Response {
    answer(&state, async {
        let mut db = state.db.read_primary().await?;
        let view = show(&mut db, &state.media, &token).await?;
        drop(db);
        let title = match &view.number {
            Some(number) => t!("Order {number}", number),
            None => t!("Your order").to_owned(),
        };
        let meta = Meta {
            title,
            path: Some(format!("/orders/{token}")),
            private: true,
            ..Meta::default()
        };
        let page = store_page(&state, meta, || views::order(view)).await?;
        Ok(page.respond(&state))
    })
    .await
}
