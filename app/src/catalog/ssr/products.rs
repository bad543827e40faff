//! Writing products and categories: whole products at once, compared with what is stored so that nothing is written twice.
//!
//! Invariants: rich text is sanitised before it is stored; a slug is unique and leads on when it is given up; the price range
//! and the rows of `category_products` follow in the same transaction.

use std::collections::{BTreeMap, HashSet};

use domain::{
    address::FieldErrors,
    ids::{CategoryId, MerchantId, ProductId, VariantId},
    money::{Currency, Money},
    slug::{MAX_SLUG, Slug, slugify},
};
use serde::Serialize;
use time::OffsetDateTime;
use uuid::Uuid;
use words::t;

use super::{
    SlugKind,
    html::sanitise,
    queries::{self, products::Stored},
};
use crate::{
    error::AppError,
    ssr::{Cx, pages::Tag, rest::invalid},
};

/// The most variants of one product, as in Shopify.
pub const MAX_VARIANTS: usize = 2048;
/// Room for a number behind a slug that is taken.
const SUFFIX: usize = 6;

/// Whether shoppers may see a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProductState {
    Draft,
    Active,
    Archived,
}

impl ProductState {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Active => "active",
            Self::Archived => "archived",
        }
    }
}

/// Whether stock limits sales.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StockPolicy {
    Tracked,
    Unlimited,
}

impl StockPolicy {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Tracked => "tracked",
            Self::Unlimited => "unlimited",
        }
    }
}

/// A product as it shall be, whole: variants that are not in it are archived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductInput {
    pub merchant: MerchantId,
    pub category: Option<CategoryId>,
    /// The merchant's own name for the product; with the merchant it says which product this is.
    pub handle: String,
    /// None keeps the present one; a new product gets one from its title.
    pub slug: Option<String>,
    pub title: String,
    pub subtitle: String,
    pub description_html: String,
    pub vendor: String,
    pub product_type: String,
    pub state: ProductState,
    pub tags: Vec<String>,
    pub attributes: BTreeMap<String, String>,
    pub currency: Currency,
    pub seo_title: String,
    pub seo_description: String,
    /// None keeps the present one; an active product without one is published now.
    pub published_at: Option<OffsetDateTime>,
    /// At most three.
    pub options: Vec<OptionInput>,
    pub pictures: Vec<PictureInput>,
    /// At least one.
    pub variants: Vec<VariantInput>,
}

/// An option and its values in their order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OptionInput {
    pub name: String,
    pub values: Vec<String>,
    /// Parallel to the values, `""` where one has no colour; or empty.
    pub swatches: Vec<String>,
}

/// A picture of the product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureInput {
    pub media: Uuid,
    pub alt: String,
}

/// A variant, known by its SKU, else by its option values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VariantInput {
    /// One per option.
    pub option_values: Vec<String>,
    pub sku: Option<String>,
    pub barcode: Option<String>,
    pub price: Money,
    /// Above the price.
    pub compare_at: Option<Money>,
    pub weight_grams: u32,
    pub requires_shipping: bool,
    pub taxable: bool,
    pub stock_policy: StockPolicy,
    pub media: Option<Uuid>,
}

/// What a write did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Created,
    Updated,
    Unchanged,
}

/// A product after a write.
#[derive(Clone, Debug)]
pub struct Upserted {
    pub id: ProductId,
    pub slug: String,
    pub outcome: Outcome,
    /// In the order of the input.
    pub variants: Vec<(VariantId, Outcome)>,
}

/// A category to be made.
#[derive(Clone, Debug)]
pub struct CategoryInput {
    pub parent: Option<CategoryId>,
    pub slug: String,
    pub name: String,
    pub description: String,
    pub position: i32,
    pub media: Option<Uuid>,
    /// Keys and labels of its products' attributes, in their order.
    pub attributes: Vec<(String, String)>,
}

/// Makes a category below its parent.
///
/// # Errors
/// [`AppError::NotFound`] for no such parent, [`AppError::Invalid`] for a slug that is none or is taken.
pub async fn create_category(cx: &mut Cx, input: CategoryInput) -> Result<CategoryId, AppError> {
    let slug: Slug = input
        .slug
        .parse()
        .map_err(|error: domain::slug::InvalidSlug| invalid("slug", error.to_string()))?;
    if queries::categories::id_of(cx.db(), slug.as_str())
        .await?
        .is_some()
    {
        return Err(invalid("slug", t!("Another category has this slug")));
    }
    let depth = match input.parent {
        None => 0,
        Some(parent) => {
            queries::categories::depth_of(cx.db(), parent.as_uuid())
                .await?
                .ok_or(AppError::NotFound)?
                + 1
        }
    };
    cx.touch(Tag::Everything);
    let id = cx.new_id();
    let new = queries::categories::NewCategory {
        id,
        parent: input.parent.map(CategoryId::as_uuid),
        slug: slug.as_str(),
        name: &input.name,
        description: &input.description,
        position: input.position,
        depth,
        media: input.media,
    };
    queries::categories::insert(cx.db(), new).await?;
    let (keys, labels): (Vec<String>, Vec<String>) = input.attributes.into_iter().unzip();
    queries::categories::insert_attributes(cx.db(), id, &keys, &labels).await?;
    queries::product::delete_redirect(cx.db(), SlugKind::Category.as_str(), slug.as_str()).await?;
    Ok(CategoryId::from_uuid(id))
}

/// Makes the merchant's product of this handle what `input` says, writing only what differs.
///
/// # Errors
/// [`AppError::Invalid`] by field: `title`, `slug`, `options`, `variants`, `sku`, `compare_at`.
pub async fn upsert_product(cx: &mut Cx, mut input: ProductInput) -> Result<Upserted, AppError> {
    let stored = queries::products::stored(cx.db(), input.merchant, &input.handle).await?;
    normalise(&mut input, stored.as_ref(), cx.now);
    validate(&input)?;
    let variants = identify(cx, &input, stored.as_ref());
    if let Some(stored) = stored.as_ref().filter(|stored| stored.input == input) {
        let slug = stored.slug.clone();
        return Ok(Upserted {
            id: ProductId::from_uuid(stored.id),
            slug,
            outcome: Outcome::Unchanged,
            variants,
        });
    }
    let (id, slug) = match &stored {
        None => insert(cx, &input).await?,
        Some(stored) => (stored.id, update(cx, stored, &input).await?),
    };
    let product = ProductId::from_uuid(id);
    refuse_foreign_skus(cx, product, &input).await?;
    let now = cx.now;
    if stored
        .as_ref()
        .is_none_or(|stored| stored.input.options != input.options)
    {
        queries::products::replace_options(cx.db(), id, &input.options).await?;
    }
    if stored
        .as_ref()
        .is_none_or(|stored| stored.input.pictures != input.pictures)
    {
        queries::products::replace_pictures(cx.db(), id, &input.pictures).await?;
    }
    let ids: Vec<Uuid> = variants.iter().map(|(id, _)| id.as_uuid()).collect();
    queries::products::archive_others(cx.db(), id, &ids, now).await?;
    queries::products::put_variants(cx.db(), id, &input, &ids, now).await?;
    queries::products::refresh_prices(cx.db(), id).await?;
    queries::products::refresh_places(cx.db(), id).await?;
    queries::products::refresh_index(cx.db(), id).await?;
    let outcome = if stored.is_some() {
        Outcome::Updated
    } else {
        Outcome::Created
    };
    cx.touch(Tag::Product(id));
    cx.touch(Tag::Listings);
    Ok(Upserted {
        id: product,
        slug,
        outcome,
        variants,
    })
}

/// Brings the input into the form it is stored in, so that it can be compared with what is.
fn normalise(input: &mut ProductInput, stored: Option<&Stored>, now: OffsetDateTime) {
    for text in [
        &mut input.title,
        &mut input.subtitle,
        &mut input.seo_title,
        &mut input.seo_description,
    ] {
        *text = text.trim().to_owned();
    }
    input.description_html = sanitise(&input.description_html);
    let mut seen = HashSet::new();
    input
        .tags
        .retain(|tag| !tag.is_empty() && seen.insert(tag.clone()));
    for option in &mut input.options {
        option.swatches.resize(
            if option.swatches.is_empty() {
                0
            } else {
                option.values.len()
            },
            String::new(),
        );
    }
    if input.slug.is_none() {
        input.slug = stored.map(|stored| stored.slug.clone());
    }
    input.published_at = input
        .published_at
        .or_else(|| stored.and_then(|stored| stored.input.published_at))
        .or_else(|| (input.state == ProductState::Active).then_some(now))
        // Postgres keeps microseconds.
        .and_then(|at| at.replace_nanosecond(at.nanosecond() / 1_000 * 1_000).ok());
}

fn validate(input: &ProductInput) -> Result<(), AppError> {
    let mut errors = FieldErrors::new();
    if input.title.is_empty() || input.title.chars().count() > 255 {
        errors.push("title", t!("Enter a title of 1 to 255 characters"));
    }
    if input.handle.trim().is_empty() {
        errors.push("handle", t!("Enter a handle"));
    }
    if input.options.len() > 3 {
        errors.push("options", t!("A product has at most three options"));
    }
    if input.variants.is_empty() || input.variants.len() > MAX_VARIANTS {
        errors.push(
            "variants",
            t!("A product has 1 to {most} variants", most = MAX_VARIANTS),
        );
    }
    let mut combinations = HashSet::new();
    let mut skus = HashSet::new();
    for variant in &input.variants {
        let known = variant
            .option_values
            .iter()
            .zip(&input.options)
            .all(|(value, option)| option.values.contains(value));
        if variant.option_values.len() != input.options.len() || !known {
            errors.push("variants", t!("A variant has one value of each option"));
        }
        if !combinations.insert(&variant.option_values) {
            errors.push(
                "variants",
                t!(
                    "Two variants are both {values}",
                    values = variant.option_values.join(" / ")
                ),
            );
        }
        if let Some(sku) = variant.sku.as_ref().filter(|sku| !skus.insert(*sku)) {
            errors.push("sku", t!("Two variants have the SKU {sku}", sku));
        }
        if variant.price.is_negative() || variant.price.currency != input.currency {
            errors.push("price", t!("Enter a price in the product's currency"));
        }
        if variant
            .compare_at
            .is_some_and(|higher| higher.minor <= variant.price.minor)
        {
            errors.push(
                "compare_at",
                t!("The compare-at price is above the price, or is left out"),
            );
        }
    }
    errors
        .into_result(())
        .map_err(|fields| AppError::Invalid { fields })
}

/// Which stored variant each of the input's is: by SKU, else by option values; new ids for the others.
fn identify(cx: &Cx, input: &ProductInput, stored: Option<&Stored>) -> Vec<(VariantId, Outcome)> {
    let stored = stored.map_or(&[][..], |stored| &stored.variants);
    let mut taken = HashSet::new();
    let by_sku: Vec<Option<usize>> = input
        .variants
        .iter()
        .map(|variant| {
            let at = stored
                .iter()
                .position(|own| own.input.sku.is_some() && own.input.sku == variant.sku)?;
            taken.insert(at).then_some(at)
        })
        .collect();
    input
        .variants
        .iter()
        .zip(by_sku)
        .map(|(variant, by_sku)| {
            let found = by_sku.or_else(|| {
                let at = stored
                    .iter()
                    .position(|own| own.input.option_values == variant.option_values)?;
                taken.insert(at).then_some(at)
            });
            match found.and_then(|at| stored.get(at)) {
                None => (VariantId::from_uuid(cx.new_id()), Outcome::Created),
                Some(own) if own.active && own.input == *variant => {
                    (VariantId::from_uuid(own.id), Outcome::Unchanged)
                }
                Some(own) => (VariantId::from_uuid(own.id), Outcome::Updated),
            }
        })
        .collect()
}

async fn insert(cx: &mut Cx, input: &ProductInput) -> Result<(Uuid, String), AppError> {
    let id = cx.new_id();
    let now = cx.now;
    let slug = match &input.slug {
        Some(slug) => own_slug(cx, slug, id).await?,
        None => free_slug(cx, input).await?,
    };
    queries::products::insert(cx.db(), id, &slug, input, now).await?;
    Ok((id, slug))
}

async fn update(cx: &mut Cx, stored: &Stored, input: &ProductInput) -> Result<String, AppError> {
    let now = cx.now;
    let slug = match &input.slug {
        Some(slug) if *slug != stored.slug => {
            let slug = own_slug(cx, slug, stored.id).await?;
            queries::product::put_redirect(
                cx.db(),
                SlugKind::Product.as_str(),
                &stored.slug,
                stored.id,
                now,
            )
            .await?;
            queries::product::delete_redirect(cx.db(), SlugKind::Product.as_str(), &slug).await?;
            slug
        }
        _ => stored.slug.clone(),
    };
    queries::products::update(cx.db(), stored.id, &slug, input, now).await?;
    Ok(slug)
}

/// A slug somebody chose, if it is one and no other product has it.
async fn own_slug(cx: &mut Cx, wanted: &str, product: Uuid) -> Result<String, AppError> {
    let slug: Slug = wanted
        .parse()
        .map_err(|error: domain::slug::InvalidSlug| invalid("slug", error.to_string()))?;
    queries::products::lock_slugs(cx.db(), slug.as_str()).await?;
    let owner = queries::products::slug_owner(cx.db(), slug.as_str()).await?;
    if owner.is_some_and(|owner| owner != product) {
        return Err(invalid("slug", t!("Another product has this address")));
    }
    Ok(slug.as_str().to_owned())
}

/// A slug from the title, with the first free number behind it when it is taken, now or by a redirect.
async fn free_slug(cx: &mut Cx, input: &ProductInput) -> Result<String, AppError> {
    let base = [
        slugify(&input.title),
        slugify(&input.handle),
        "product".to_owned(),
    ];
    let mut base = base
        .into_iter()
        .find(|slug| !slug.is_empty())
        .unwrap_or_default();
    if base.len() > MAX_SLUG - SUFFIX {
        base.truncate(MAX_SLUG - SUFFIX);
        base.truncate(base.trim_end_matches('-').len());
    }
    queries::products::lock_slugs(cx.db(), &base).await?;
    let taken: HashSet<String> = queries::products::slugs_like(cx.db(), &base)
        .await?
        .into_iter()
        .collect();
    if !taken.contains(&base) {
        return Ok(base);
    }
    let free = (2_u32..)
        .map(|number| format!("{base}-{number}"))
        .find(|slug| !taken.contains(slug));
    Ok(free.expect("there are more numbers than products"))
}

async fn refuse_foreign_skus(
    cx: &mut Cx,
    product: ProductId,
    input: &ProductInput,
) -> Result<(), AppError> {
    let skus: Vec<String> = input
        .variants
        .iter()
        .filter_map(|variant| variant.sku.clone())
        .collect();
    if skus.is_empty() {
        return Ok(());
    }
    let found =
        queries::products::foreign_sku(cx.db(), input.merchant.as_uuid(), product.as_uuid(), &skus)
            .await?;
    match found {
        None => Ok(()),
        Some(used) => Err(invalid(
            "sku",
            t!(
                "The SKU {sku} belongs to {product} already",
                sku = used.sku,
                product = used.handle
            ),
        )),
    }
}
