//! The demo's categories, products, variants, stock and reviews as rows.

use std::collections::{BTreeMap, HashMap};

use demo::catalogue::{Category, Marketplace, Product};
use serde::Serialize;
use sqlx::PgConnection;
use time::OffsetDateTime;
use uuid::Uuid;

use super::{
    artwork::{self, Place},
    queries,
    shops::{location_id, merchant_id},
};

/// Minutes of a day, over which a day's products are spread.
const DAY: u64 = 1_440;

#[derive(Serialize)]
pub struct CategoryJson {
    id: Uuid,
    parent_id: Option<Uuid>,
    slug: &'static str,
    name: &'static str,
    description: &'static str,
    position: u16,
    depth: usize,
    media_id: Option<Uuid>,
}

#[derive(Serialize)]
pub struct AttributeJson {
    category_id: Uuid,
    key: &'static str,
    label: &'static str,
    position: usize,
}

#[derive(Serialize)]
pub struct ProductJson<'a> {
    id: Uuid,
    merchant_id: Uuid,
    category_id: Uuid,
    slug: &'a str,
    title: &'a str,
    subtitle: &'a str,
    description_html: String,
    vendor: &'a str,
    product_type: &'a str,
    tags: &'a [String],
    attributes: BTreeMap<&'a str, &'a str>,
    rating_sum: u32,
    rating_count: usize,
    rating_histogram: [u32; 5],
    published_minutes_ago: u64,
}

#[derive(Serialize)]
pub struct OptionJson<'a> {
    product_id: Uuid,
    position: usize,
    name: &'a str,
    values: Vec<&'a str>,
    swatches: Vec<&'a str>,
}

#[derive(Serialize)]
pub struct GalleryJson {
    product_id: Uuid,
    position: usize,
    media_id: Uuid,
    alt: String,
}

#[derive(Serialize)]
pub struct VariantJson<'a> {
    id: Uuid,
    product_id: Uuid,
    merchant_id: Uuid,
    position: usize,
    option_values: &'a [String],
    sku: &'a str,
    barcode: &'a str,
    price_minor: i64,
    compare_at_minor: Option<i64>,
    weight_grams: u32,
    media_id: Option<Uuid>,
    location_id: Uuid,
    stock: u32,
}

#[derive(Serialize)]
pub struct ReviewJson<'a> {
    id: Uuid,
    product_id: Uuid,
    author_name: &'a str,
    rating: u8,
    title: &'a str,
    body: &'a str,
    verified: bool,
    reply: Option<&'a str>,
    minutes_ago: u64,
}

#[derive(Serialize)]
pub struct QuestionJson<'a> {
    id: Uuid,
    product_id: Uuid,
    author_name: &'a str,
    body: &'a str,
    answer: &'a str,
    asked_minutes_ago: u64,
    answered_minutes_ago: u64,
}

fn category_id(slug: &str) -> Uuid {
    super::id("category", slug)
}

fn product_id(product: &Product) -> Uuid {
    super::id("product", &product.slug)
}

/// Writes the tree. Answers how many categories are new.
pub async fn write_categories(
    db: &mut PgConnection,
    market: &Marketplace,
    places: &HashMap<Place, Uuid>,
) -> anyhow::Result<u64> {
    let depth = |category: &Category| {
        let parent = |slug: &&'static str| {
            market
                .categories
                .iter()
                .find(|other| other.slug == *slug)?
                .parent
        };
        std::iter::successors(category.parent, parent).count()
    };
    let rows: Vec<CategoryJson> = market
        .categories
        .iter()
        .map(|category| CategoryJson {
            id: category_id(category.slug),
            parent_id: category.parent.map(category_id),
            slug: category.slug,
            name: category.name,
            description: category.description,
            position: category.position,
            depth: depth(category),
            media_id: places.get(&Place::Category(category.slug)).copied(),
        })
        .collect();
    let new = queries::insert_categories(db, &rows).await?;
    let attributes: Vec<AttributeJson> = market
        .categories
        .iter()
        .flat_map(|category| {
            category
                .attributes
                .iter()
                .enumerate()
                .map(|(position, attribute)| AttributeJson {
                    category_id: category_id(category.slug),
                    key: attribute.key,
                    label: attribute.label,
                    position,
                })
        })
        .collect();
    queries::insert_attributes(db, &attributes).await?;
    Ok(new)
}

/// Writes the products with all that belongs to them. Answers how many products, variants and reviews are new.
pub async fn write_products(
    db: &mut PgConnection,
    market: &Marketplace,
    places: &HashMap<Place, Uuid>,
    now: OffsetDateTime,
) -> anyhow::Result<(u64, u64, u64)> {
    let products: Vec<ProductJson<'_>> = market
        .products
        .iter()
        .map(|product| row(market, product))
        .collect();
    let new_products = queries::insert_products(db, &products, now).await?;
    let options: Vec<OptionJson<'_>> = market.products.iter().flat_map(options).collect();
    queries::insert_options(db, &options).await?;
    let gallery: Vec<GalleryJson> = market
        .products
        .iter()
        .flat_map(|product| gallery(product, places))
        .collect();
    queries::put_gallery(db, &gallery).await?;
    let variants: Vec<VariantJson<'_>> = market
        .products
        .iter()
        .flat_map(|product| variants(product, places))
        .collect();
    let new_variants = queries::insert_variants(db, &variants, now).await?;
    let reviews: Vec<ReviewJson<'_>> = market.products.iter().flat_map(reviews).collect();
    let new_reviews = queries::insert_reviews(db, &reviews, now).await?;
    let questions: Vec<QuestionJson<'_>> = market.products.iter().flat_map(questions).collect();
    queries::insert_questions(db, &questions, now).await?;
    let ids: Vec<Uuid> = market.products.iter().map(product_id).collect();
    queries::refresh_prices(db, &ids).await?;
    queries::refresh_places(db, &ids).await?;
    queries::refresh_index(db, &ids).await?;
    Ok((new_products, new_variants, new_reviews))
}

fn row<'a>(market: &'a Marketplace, product: &'a Product) -> ProductJson<'a> {
    let vendor = market
        .merchants
        .iter()
        .find(|merchant| merchant.slug == product.merchant);
    let shelf = market
        .categories
        .iter()
        .find(|category| category.slug == product.category);
    let mut histogram = [0; 5];
    for review in &product.reviews {
        if let Some(count) = histogram.get_mut(usize::from(review.rating.saturating_sub(1))) {
            *count += 1;
        }
    }
    ProductJson {
        id: product_id(product),
        merchant_id: merchant_id(product.merchant),
        category_id: category_id(product.category),
        slug: &product.handle,
        title: product.title,
        subtitle: &product.subtitle,
        description_html: app::catalog::ssr::sanitise(&product.description_html),
        vendor: vendor.map_or("", |vendor| vendor.name),
        product_type: shelf.map_or("", |shelf| shelf.name),
        tags: &product.tags,
        attributes: product
            .attributes
            .iter()
            .map(|(key, value)| (*key, value.as_str()))
            .collect(),
        rating_sum: product
            .reviews
            .iter()
            .map(|review| u32::from(review.rating))
            .sum(),
        rating_count: product.reviews.len(),
        rating_histogram: histogram,
        published_minutes_ago: minutes_ago(product.published_days_ago, product.seed),
    }
}

/// A moment of that day, by the seed, so that no two things happen at once. The first days' products stay in the past.
fn minutes_ago(days: u16, seed: u64) -> u64 {
    u64::from(days) * DAY + 1 + seed % (DAY - 1)
}

fn options(product: &Product) -> impl Iterator<Item = OptionJson<'_>> {
    product.options.iter().enumerate().map(|(at, option)| {
        let colours = option.values.iter().any(|value| value.colourway.is_some());
        OptionJson {
            product_id: product_id(product),
            position: at + 1,
            name: option.name,
            values: option.values.iter().map(|value| value.value).collect(),
            swatches: if colours {
                option
                    .values
                    .iter()
                    .map(|value| value.colourway.unwrap_or_default())
                    .collect()
            } else {
                Vec::new()
            },
        }
    })
}

/// Position and picture, as the plan put them.
fn gallery<'a>(
    product: &'a Product,
    places: &'a HashMap<Place, Uuid>,
) -> impl Iterator<Item = GalleryJson> + 'a {
    let ways = artwork::colourways(product);
    (0..).map_while(move |at| {
        let media_id = *places.get(&Place::Gallery(product.slug.clone(), at))?;
        let views = usize::from(product.views);
        let alt = match (
            at,
            at.checked_sub(views).and_then(|other| ways.get(other + 1)),
        ) {
            (0, _) => product.title.to_owned(),
            (_, Some(way)) => format!("{} in {}", product.title, way.name()),
            (1, None) => format!("{}, in its setting", product.title),
            (2, None) => format!("{}, from another angle", product.title),
            _ => format!("{}, a detail", product.title),
        };
        Some(GalleryJson {
            product_id: product_id(product),
            position: at + 1,
            media_id,
            alt,
        })
    })
}

fn variants<'a>(
    product: &'a Product,
    places: &'a HashMap<Place, Uuid>,
) -> impl Iterator<Item = VariantJson<'a>> {
    product
        .variants
        .iter()
        .enumerate()
        .map(move |(at, variant)| VariantJson {
            id: super::id("variant", &variant.sku),
            product_id: product_id(product),
            merchant_id: merchant_id(product.merchant),
            position: at + 1,
            option_values: &variant.option_values,
            sku: &variant.sku,
            barcode: &variant.barcode,
            price_minor: variant.price_cents,
            compare_at_minor: variant.compare_at_cents,
            weight_grams: variant.weight_grams,
            media_id: picture_place(product, &variant.option_values).and_then(|place| {
                places
                    .get(&Place::Gallery(product.slug.clone(), place))
                    .copied()
            }),
            location_id: location_id(product.merchant),
            stock: variant.stock,
        })
}

/// The place of the picture in the variant's colour: the first view, or the front behind the views.
fn picture_place(product: &Product, values: &[String]) -> Option<usize> {
    let chosen = product
        .options
        .iter()
        .zip(values)
        .find_map(|(option, value)| {
            option
                .values
                .iter()
                .find(|own| own.value == value)?
                .colourway
        })?;
    let at = artwork::colourways(product)
        .iter()
        .position(|way| way.name().eq_ignore_ascii_case(chosen))?;
    Some(if at == 0 {
        0
    } else {
        usize::from(product.views) + at - 1
    })
}

fn reviews(product: &Product) -> impl Iterator<Item = ReviewJson<'_>> {
    product
        .reviews
        .iter()
        .enumerate()
        .map(|(at, review)| ReviewJson {
            id: super::id("review", &format!("{}/{at}", product.slug)),
            product_id: product_id(product),
            author_name: &review.author,
            rating: review.rating,
            title: &review.title,
            body: &review.body,
            verified: review.verified,
            reply: review.reply.as_deref(),
            minutes_ago: u64::from(review.days_ago) * DAY,
        })
}

fn questions(product: &Product) -> impl Iterator<Item = QuestionJson<'_>> {
    let rows = product.questions.iter().enumerate();
    rows.map(|(at, question)| QuestionJson {
        id: super::id("question", &format!("{}/{at}", product.slug)),
        product_id: product_id(product),
        author_name: &question.author,
        body: &question.body,
        answer: &question.answer,
        asked_minutes_ago: u64::from(question.asked_days_ago) * DAY,
        // Some hours after, when it is answered on the same day.
        answered_minutes_ago: u64::from(question.answered_days_ago) * DAY - DAY / 6,
    })
}
