//! The page of one product.

use std::{collections::HashSet, sync::Arc};

use domain::ids::{ProductId, VariantId};
use sqlx::PgConnection;
use uuid::Uuid;
use words::{locale, term};

use super::{
    cursor::{Cursor, Order},
    html::sanitise,
    listing::{crumb, product_cards, rating},
    queries::{
        self,
        categories::TrailRow,
        product::{DeliveryColumns, ProductRow, ReviewRow},
        variants::ShopVariantRow,
    },
    variants::pieces,
};
use crate::{
    catalog::types::{
        DeliveryView, MerchantBoxView, OptionValueView, OptionView, ProductView, ReviewView,
        ReviewsView, StockView, VariantView,
    },
    error::AppError,
    markets::{
        sells_to,
        ssr::{Priced, price, priced},
    },
    questions,
    ssr::{AppState, Media},
};

/// Reviews on a product's page.
const REVIEWS: i64 = 12;
/// Products beside a product.
const RELATED: usize = 8;
/// What others took with it.
const TOGETHER: i64 = 4;
/// Reviews on a page of nothing but reviews.
const REVIEW_PAGE: i64 = 24;

/// What a slug belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlugKind {
    Product,
    Merchant,
    Category,
}

impl SlugKind {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Product => "product",
            Self::Merchant => "merchant",
            Self::Category => "category",
        }
    }
}

/// Where a slug that was given up leads now. One statement.
pub async fn resolve_slug(
    db: &mut PgConnection,
    kind: SlugKind,
    slug: &str,
) -> Result<Option<String>, AppError> {
    Ok(queries::product::redirect(db, kind.as_str(), slug).await?)
}

/// A product's page. Eight statements, none for what is remembered.
///
/// # Errors
/// [`AppError::NotFound`] for a slug that no published product of an active merchant has.
pub async fn product(
    db: &mut PgConnection,
    state: &AppState,
    slug: &str,
) -> Result<ProductView, AppError> {
    let pieces = &state.pieces;
    let key = (slug.to_owned(), locale());
    let own = pieces.products.get_with(state, db, key, |state, db, key| {
        Box::pin(alone(db, state, &key.0))
    });
    let own = own.await?;
    let beside = pieces
        .beside
        .get_with(state, db, own.id.as_uuid(), |_, db, id| {
            Box::pin(async {
                let together = queries::together::with(db, *id, TOGETHER).await?;
                let mut others = related(db, *id).await?;
                others.retain(|id| !together.contains(id));
                Ok((together, others))
            })
        });
    let beside = beside.await?;
    let (together, others) = &*beside;
    let wanted: Vec<Uuid> = together.iter().chain(others).copied().collect();
    let (together, related) = product_cards(db, state, &wanted)
        .await?
        .into_iter()
        .partition(|card| together.contains(&card.id.as_uuid()));
    Ok(ProductView {
        together,
        related,
        ..(*own).clone()
    })
}

/// A product without what is beside it.
async fn alone(
    db: &mut PgConnection,
    state: &AppState,
    slug: &str,
) -> Result<ProductView, AppError> {
    let media = &state.media;
    let row = queries::product::by_slug(db, slug)
        .await?
        .ok_or(AppError::NotFound)?;
    let variants = queries::variants::of_product(db, row.id).await?;
    let trail = match row.category_id {
        Some(category) => {
            let trails = &state.pieces.trails;
            let trail = trails.get_with(state, db, category, |_, db, id| {
                Box::pin(async { Ok(queries::categories::trail(db, *id).await?) })
            });
            trail.await?
        }
        None => Arc::default(),
    };
    let reviews = queries::product::reviews(db, row.id, None, None, REVIEWS).await?;
    let questions = questions::ssr::newest(db, ProductId::from_uuid(row.id)).await?;
    let media_ids: Vec<Uuid> = row.pictures.iter().map(|picture| picture.id).collect();
    let mut variants = variants
        .into_iter()
        .map(|variant| variant_view(variant, &row.currency, &media_ids))
        .collect::<Result<Vec<_>, _>>()?;
    let mut options: Vec<OptionView> = row.options.0.iter().cloned().map(option_view).collect();
    say_options(&mut options, &mut variants);
    Ok(ProductView {
        id: ProductId::from_uuid(row.id),
        attributes: attributes(&row.attributes, &trail),
        breadcrumbs: trail
            .iter()
            .map(|step| crumb(term(&step.name), &step.slug))
            .collect(),
        variants,
        rating: rating(row.rating_sum, row.rating_count),
        histogram: histogram(&row.rating_histogram),
        reviews: reviews.into_iter().map(review_view).collect(),
        questions,
        together: Vec::new(),
        related: Vec::new(),
        deliveries: deliveries(&row)?,
        merchant: merchant_box(&row, media),
        description_html: sanitise(&row.description_html),
        slug: row.slug,
        title: row.title,
        subtitle: row.subtitle,
        pictures: row
            .pictures
            .0
            .into_iter()
            .map(|picture| picture.view(media))
            .collect(),
        options,
    })
}

/// A product's reviews, newest first, of so many stars if that is asked, a page of them after a cursor. A cursor that is none
/// begins anew. Three statements.
///
/// # Errors
/// [`AppError::NotFound`] for a slug that no published product of an active merchant has.
pub async fn product_reviews(
    db: &mut PgConnection,
    state: &AppState,
    slug: &str,
    stars: Option<u32>,
    after: Option<&str>,
) -> Result<ReviewsView, AppError> {
    let (id, counts) = queries::product::rated(db, slug)
        .await?
        .ok_or(AppError::NotFound)?;
    let after = after
        .and_then(|text| Cursor::decode(text, Order::Newest))
        .and_then(|cursor| Some((cursor.time()?, cursor.id)));
    let wanted = stars.and_then(|stars| i32::try_from(stars).ok());
    let mut rows = queries::product::reviews(db, id, wanted, after, REVIEW_PAGE + 1).await?;
    let more = rows.len() > REVIEW_PAGE as usize;
    rows.truncate(REVIEW_PAGE as usize);
    let next = rows.last().filter(|_| more);
    let next = next.map(|last| Cursor::of_time(last.created_at, last.id).encode(Order::Newest));
    let product = product_cards(db, state, &[id])
        .await?
        .pop()
        .ok_or(AppError::NotFound)?;
    Ok(ReviewsView {
        product,
        histogram: histogram(&counts),
        stars,
        reviews: rows.into_iter().map(review_view).collect(),
        later: after.is_some(),
        next,
    })
}

fn histogram(counts: &[i32]) -> [u32; 5] {
    std::array::from_fn(|at| counts.get(at).map_or(0, |count| pieces((*count).into())))
}

/// The ids of what is shown beside a product, each once, nearest first.
async fn related(db: &mut PgConnection, product: Uuid) -> Result<Vec<Uuid>, AppError> {
    let mut ids = Vec::with_capacity(RELATED);
    // One more of each kind than is shown: the product itself is among them.
    for id in queries::listing::near(db, product, RELATED as i64 + 1).await? {
        if ids.len() < RELATED && !ids.contains(&id) {
            ids.push(id);
        }
    }
    Ok(ids)
}

fn variant_view(
    row: ShopVariantRow,
    currency: &str,
    pictures: &[Uuid],
) -> Result<VariantView, AppError> {
    let listed = row
        .listed_minor
        .map(|minor| (minor, row.listed_compare_at_minor));
    let Priced { price, compare_at } =
        priced((row.price_minor, row.compare_at_minor), currency, listed)?;
    Ok(VariantView {
        id: VariantId::from_uuid(row.id),
        sku: row.sku,
        values: row.option_values,
        price,
        compare_at,
        stock: StockView::of(row.available.map(pieces)),
        picture: row
            .media_id
            .and_then(|id| pictures.iter().position(|picture| *picture == id)),
        barcode: row.barcode,
        ships: row.requires_shipping,
    })
}

fn deliveries(row: &ProductRow) -> Result<Vec<DeliveryView>, AppError> {
    // Where a zone is every country that no other names, the market's own are among them.
    let here = |(_, countries, ..): &&DeliveryColumns| {
        let mut known = countries.iter().filter_map(|code| code.parse().ok());
        countries.is_empty() || known.any(sells_to)
    };
    let rates = row.deliveries.iter().filter(here);
    let view = |(zone, countries, amount, free_from, least, most): &DeliveryColumns| {
        Ok(DeliveryView {
            zone: term(zone),
            countries: countries
                .iter()
                .filter(|own| own.parse().is_ok_and(sells_to))
                .cloned()
                .collect(),
            price: price(*amount, &row.currency)?,
            free_from: free_from
                .map(|minor| price(minor, &row.currency))
                .transpose()?,
            days: (*least, *most),
        })
    };
    rates.map(view).collect()
}

fn option_view((name, values, swatches): (String, Vec<String>, Vec<String>)) -> OptionView {
    let swatch = |at: usize| {
        swatches
            .get(at)
            .filter(|swatch| !swatch.is_empty())
            .cloned()
    };
    let values = values
        .into_iter()
        .enumerate()
        .map(|(at, value)| OptionValueView {
            value,
            swatch: swatch(at),
        })
        .collect();
    OptionView { name, values }
}

/// Options and their values in the spoken language. A variant is found by its values, so where a language has one word for
/// two of them they stay as they were written.
fn say_options(options: &mut [OptionView], variants: &mut [VariantView]) {
    for (at, option) in options.iter_mut().enumerate() {
        option.name = term(&option.name);
        let said: Vec<String> = option.values.iter().map(|own| term(&own.value)).collect();
        if said.iter().collect::<HashSet<_>>().len() < said.len() {
            continue;
        }
        for value in variants
            .iter_mut()
            .filter_map(|variant| variant.values.get_mut(at))
        {
            if option.values.iter().any(|own| own.value == *value) {
                *value = term(value);
            }
        }
        for (own, said) in option.values.iter_mut().zip(said) {
            own.value = said;
        }
    }
}

fn review_view(row: ReviewRow) -> ReviewView {
    ReviewView {
        author: row.author_name,
        rating: pieces(row.rating.into()),
        title: row.title,
        body: row.body,
        verified: row.verified,
        reply: row.reply,
        date: row.created_at.date().to_string(),
    }
}

fn merchant_box(row: &ProductRow, media: &Media) -> MerchantBoxView {
    MerchantBoxView {
        slug: row.merchant_slug.clone(),
        name: row.merchant_name.clone(),
        tagline: row.merchant_tagline.clone(),
        city: row.merchant_city.clone(),
        country: row.merchant_country.clone(),
        logo: row
            .merchant_logo
            .as_ref()
            .map(|logo| logo.0.clone().view(media)),
        dispatch_days: (
            pieces(row.dispatch_min_days.into()),
            pieces(row.dispatch_max_days.into()),
        ),
    }
}

/// Labels and values in the order of the categories from the department down; what no category names comes last, by its key.
fn attributes(values: &serde_json::Value, trail: &[TrailRow]) -> Vec<(String, String)> {
    let Some(values) = values.as_object() else {
        return Vec::new();
    };
    let text = |key: &str| {
        values
            .get(key)
            .and_then(|value| value.as_str())
            .filter(|text| !text.is_empty())
    };
    let mut seen = HashSet::new();
    let named = trail
        .iter()
        .flat_map(|step| step.attributes.iter())
        .filter(|(key, _)| seen.insert(key));
    let named: Vec<&(String, String)> = named.collect();
    let mut shown: Vec<(String, String)> = named
        .iter()
        .filter_map(|(key, label)| Some((term(label), term(text(key)?))))
        .collect();
    let rest = values
        .keys()
        .filter(|key| !named.iter().any(|(name, _)| name == *key));
    shown.extend(rest.filter_map(|key| Some((term(&label_of(key)), term(text(key)?)))));
    shown
}

/// `care_notes` reads "Care notes".
fn label_of(key: &str) -> String {
    let words = key.replace(['_', '-'], " ");
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
