//! The cart's server functions; each also takes a plain form.

use domain::{
    ids::{CartLineId, VariantId},
    quantity::Quantity,
};
use leptos::server;

use super::types::{AddedView, CartView};
use crate::error::AppError;

/// Puts `quantity` of a variant in the visitor's cart; makes the cart when there is none.
#[server(endpoint = "cart/add")]
pub async fn add_to_cart(variant: VariantId, quantity: Quantity) -> Result<AddedView, AppError> {
    super::ssr::doors::add(variant, quantity).await
}

/// Changes the quantity of a line.
#[server(endpoint = "cart/set")]
pub async fn set_quantity(line: CartLineId, quantity: Quantity) -> Result<CartView, AppError> {
    super::ssr::doors::set(line, quantity).await
}

/// Takes a line out.
#[server(endpoint = "cart/remove")]
pub async fn remove_line(line: CartLineId) -> Result<CartView, AppError> {
    super::ssr::doors::remove(line).await
}

/// The visitor's cart, for the drawer.
#[server(endpoint = "cart/show", input = leptos::server_fn::codec::GetUrl)]
pub async fn show_cart() -> Result<CartView, AppError> {
    super::ssr::doors::show_current().await
}
