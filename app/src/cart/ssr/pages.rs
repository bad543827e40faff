//! The cart's page.

use axum::{
    Router,
    extract::{Query, State},
    http::HeaderMap,
    response::Response,
    routing::get,
};
use serde::Deserialize;
use words::t;

use super::{CartToken, show, views};
use crate::ssr::{
    AppState, cookies,
    render::{Meta, answer, store_page},
};

pub fn routes() -> Router<AppState> {
    Router::new().route("/cart", get(cart))
}

/// What happened just before, as told in the address of the cart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CartNotice {
    Added,
    /// Fewer were put in than asked for.
    Limited,
    /// The checkout could not hold the goods.
    Short,
    /// The checkout had run out, or there was none.
    Expired,
    #[serde(other)]
    Unknown,
}

#[derive(Debug, Default, Deserialize)]
struct CartQuery {
    #[serde(default)]
    notice: Option<CartNotice>,
}

async fn cart(
    State(state): State<AppState>,
    headers: HeaderMap,
    Query(query): Query<CartQuery>,
) -> Response {
    answer(&state, async {
        let token = cookies::cart_token(&state.settings, &headers).map(CartToken::from);
        let mut db = state.db.read_primary().await?;
        let view = show(&mut db, &state.media, token.as_ref()).await?;
        drop(db);
        let meta = Meta {
            title: t!("Your cart").to_owned(),
            path: Some("/cart".to_owned()),
            private: true,
            ..Meta::default()
        };
        let page = store_page(&state, meta, || views::cart(view, query.notice)).await?;
        Ok(page.respond(&state))
    })
    .await
}
