//! The goods of the demo market hall: merchants, shelves, products, prices and what people say of them.
//!
//! Pure and deterministic: every call of [`marketplace`] returns the same content, drawn from tables and
//! seeds alone. Dates are given in days before the moment of seeding. The server's seeding job calls it.

mod categories;
mod kinds;
mod makers;
mod merchants;
pub mod plenty;
mod products;
mod prose;
mod questions;
mod random;
mod reviews;
#[cfg(test)]
mod tests;
mod variants;

use crate::pictures::Archetype;

/// The whole demo content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marketplace {
    pub merchants: Vec<Merchant>,
    /// Parents before their children.
    pub categories: Vec<Category>,
    pub products: Vec<Product>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merchant {
    pub slug: &'static str,
    pub name: &'static str,
    pub tagline: &'static str,
    /// Paragraphs of HTML.
    pub story_html: String,
    pub city: &'static str,
    /// ISO 3166-1 alpha-2.
    pub country: &'static str,
    pub founded: u16,
    /// For the shop's pictures.
    pub seed: u64,
    /// Working days from order to dispatch, at least and at most.
    pub ships_from_days: (u8, u8),
    /// Under the reserved domain `.example` (RFC 2606), so nothing can be delivered by accident.
    pub email: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    pub slug: &'static str,
    pub name: &'static str,
    pub description: &'static str,
    /// Slug of the parent; `None` for a department.
    pub parent: Option<&'static str>,
    /// Order among siblings, from 0.
    pub position: u16,
    /// What products on this shelf may be filtered by; empty above the leaves.
    pub attributes: Vec<AttributeDef>,
    pub seed: u64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttributeDef {
    pub key: &'static str,
    pub label: &'static str,
    pub kind: AttributeKind,
    /// Every value that products of the category have, sorted.
    pub choices: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AttributeKind {
    /// One of a list of values.
    Choice,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// Merchant and handle: unique in the marketplace, and stable.
    pub slug: String,
    /// The address part made from the title; unique in the demo too.
    pub handle: String,
    /// At most 60 characters.
    pub title: &'static str,
    pub subtitle: String,
    /// `p`, `ul`, `li` and `h3` only.
    pub description_html: String,
    /// Slug of the merchant.
    pub merchant: &'static str,
    /// Slug of a leaf category.
    pub category: &'static str,
    /// What its pictures show.
    pub archetype: Archetype,
    /// Unique; the pictures depend on it.
    pub seed: u64,
    /// How many pictures to draw, 2 to 4.
    pub views: u8,
    pub tags: Vec<String>,
    /// Key and value; keys are those of the category's [`AttributeDef`]s.
    pub attributes: Vec<(&'static str, String)>,
    /// At most two.
    pub options: Vec<ProductOption>,
    /// One for every combination of option values, at least one.
    pub variants: Vec<Variant>,
    /// Newest first.
    pub reviews: Vec<Review>,
    /// All of them answered.
    pub questions: Vec<Question>,
    pub published_days_ago: u16,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductOption {
    pub name: &'static str,
    pub values: Vec<OptionValue>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionValue {
    pub value: &'static str,
    /// Name of the pictures' colourway, for a colour.
    pub colourway: Option<&'static str>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// Unique in the marketplace.
    pub sku: String,
    /// A valid EAN-13 from the range for in-store use, unique.
    pub barcode: String,
    /// One value for each option, in the options' order.
    pub option_values: Vec<String>,
    /// Euro cents, tax included.
    pub price_cents: i64,
    /// The former price of goods on sale, above `price_cents`.
    pub compare_at_cents: Option<i64>,
    pub weight_grams: u32,
    pub stock: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    pub author: String,
    /// 1 to 5.
    pub rating: u8,
    pub title: String,
    pub body: String,
    /// Never before the product was published.
    pub days_ago: u16,
    /// Bought here.
    pub verified: bool,
    /// The merchant's public answer.
    pub reply: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub author: String,
    pub body: String,
    pub answer: String,
    /// Never before the product was published.
    pub asked_days_ago: u16,
    /// Never before it was asked.
    pub answered_days_ago: u16,
}

/// The demo content, the same on every call.
pub fn marketplace() -> Marketplace {
    let products = products::products();
    Marketplace {
        merchants: merchants::merchants(),
        categories: categories::categories(&products),
        products,
    }
}
