//! From a server function to a verb: who holds which cart, one unit of work, cookies and redirects.

use domain::{
    ids::{CartLineId, VariantId},
    policy::Actor,
    quantity::Quantity,
};

use super::{CartToken, add_line, remove_line, set_quantity, show};
use crate::{
    cart::types::{AddedView, CartView},
    error::AppError,
    ssr::{AppState, Cx, cookies, form, state},
};

/// The state and the cart token of the visitor whose request this is.
pub fn visitor() -> Result<(AppState, Option<CartToken>), AppError> {
    let state = state()?;
    let token = cookies::cart_token(&state.settings, &form::headers()?).map(CartToken::from);
    Ok((state, token))
}

pub async fn add(variant: VariantId, quantity: Quantity) -> Result<AddedView, AppError> {
    let (state, token) = visitor()?;
    let mut cx = Cx::begin(&state, Actor::Guest).await?;
    let (token, added) = add_line(&mut cx, token.as_ref(), variant, quantity).await?;
    let item_count = match added.alone {
        Some(pieces) => pieces.get(),
        None => show(cx.db(), &state.media, Some(&token)).await?.item_count,
    };
    cx.commit().await?;
    leave_with(&state, &token, item_count);
    form::redirect(if added.limited {
        "/cart?notice=limited"
    } else {
        "/cart?notice=added"
    });
    Ok(AddedView {
        item_count,
        limited: added.limited,
    })
}

pub async fn set(line: CartLineId, quantity: Quantity) -> Result<CartView, AppError> {
    let (state, token) = visitor()?;
    let token = token.ok_or(AppError::NotFound)?;
    let mut cx = Cx::begin(&state, Actor::Guest).await?;
    let limited = set_quantity(&mut cx, &token, line, quantity).await?;
    let view = show(cx.db(), &state.media, Some(&token)).await?;
    cx.commit().await?;
    leave_with(&state, &token, view.item_count);
    form::redirect(if limited {
        "/cart?notice=limited"
    } else {
        "/cart"
    });
    Ok(view)
}

pub async fn remove(line: CartLineId) -> Result<CartView, AppError> {
    let (state, token) = visitor()?;
    let token = token.ok_or(AppError::NotFound)?;
    let mut cx = Cx::begin(&state, Actor::Guest).await?;
    remove_line(&mut cx, &token, line).await?;
    let view = show(cx.db(), &state.media, Some(&token)).await?;
    cx.commit().await?;
    leave_with(&state, &token, view.item_count);
    form::redirect("/cart");
    Ok(view)
}

pub async fn show_current() -> Result<CartView, AppError> {
    let (state, token) = visitor()?;
    let mut db = state.db.read_primary().await?;
    show(&mut db, &state.media, token.as_ref()).await
}

fn leave_with(state: &AppState, token: &CartToken, item_count: u32) {
    form::set_cookies(cookies::set_cart(
        &state.settings,
        token.as_str(),
        item_count,
    ));
}
