//! What the cart's pages and islands show.

use domain::{
    cart::LineInput,
    ids::{CartLineId, MerchantId, VariantId},
    money::Money,
    quantity::Quantity,
};
use serde::{Deserialize, Serialize};

use crate::catalog::types::PictureView;

/// A cart with everything shown of it. The island computes totals from the same lines with `domain::cart`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CartView {
    /// In the order of merchants' first lines.
    pub merchants: Vec<CartMerchantView>,
    pub subtotal: Money,
    /// Pieces, all lines together.
    pub item_count: u32,
    /// Some line must be changed before checkout.
    pub blocked: bool,
}

impl CartView {
    pub fn is_empty(&self) -> bool {
        self.merchants.is_empty()
    }

    /// What `domain::cart::CartTotals::of` takes.
    pub fn inputs(&self) -> Vec<LineInput> {
        self.merchants
            .iter()
            .flat_map(|merchant| merchant.lines.iter().map(|line| line.input))
            .collect()
    }
}

/// The lines of one merchant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CartMerchantView {
    pub id: MerchantId,
    pub slug: String,
    pub name: String,
    pub lines: Vec<CartLineView>,
    pub subtotal: Money,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CartLineView {
    pub id: CartLineId,
    pub variant: VariantId,
    pub product_slug: String,
    pub title: String,
    /// "Sand / Large"; empty for a product without options.
    pub variant_title: String,
    pub picture: Option<PictureView>,
    pub quantity: Quantity,
    pub unit_price: Money,
    pub total: Money,
    pub notices: Vec<domain::cart::LineNotice>,
    /// What the totals are computed from.
    pub input: LineInput,
}

/// What a product's page says after an addition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddedView {
    /// Pieces in the whole cart now.
    pub item_count: u32,
    /// Fewer were put in than asked for, because no more are left.
    pub limited: bool,
}
