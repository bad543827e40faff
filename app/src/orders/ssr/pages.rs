//! The order's page, reached by its unguessable address alone.

use axum::{
    Router,
    extract::{Path, State},
    response::Response,
    routing::get,
};

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
            Some(number) => format!("Order {number}"),
            None => "Your order".to_owned(),
        };
        store_page(
            &state,
            Meta {
                title,
                private: true,
                ..Meta::default()
            },
            || views::order(view),
        )
        .await
    })
    .await
}
