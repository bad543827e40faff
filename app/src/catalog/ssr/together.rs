//! What is bought together: told to the catalogue by whoever places an order, shown on products' pages.

use uuid::Uuid;

use super::queries;
use crate::{
    error::AppError,
    ssr::{Cx, pages::Tag},
};

/// Beyond this an order is a shopping list; its pairs say nothing.
const MOST: usize = 20;

/// Counts one order in which these products were together. The caller sees to it that no order is counted twice.
pub async fn bought_together(cx: &mut Cx, products: &[Uuid]) -> Result<(), AppError> {
    if products.len() < 2 || products.len() > MOST {
        return Ok(());
    }
    queries::together::count(cx.db(), products).await?;
    for product in products {
        cx.touch(Tag::Product(*product));
    }
    Ok(())
}
