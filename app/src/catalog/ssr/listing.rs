//! Grids of products: the home page, a category, any filtered list.
//!
//! A listing is two statements, whatever its length: which products, by keyset, and their cards.

use std::collections::HashMap;

use domain::ids::{CategoryId, MerchantId, ProductId};
use sqlx::PgConnection;
use uuid::Uuid;
use words::term;

use super::{
    cursor::{Cursor, Order},
    departments,
    facets::{self, Place},
    pictures::HERO,
    queries::{
        self,
        listing::{CardRow, PlaceRow},
    },
    variants::pieces,
};
use crate::{
    catalog::{
        facets::FacetFilter,
        types::{
            CategoryLinkView, CategoryView, CrumbView, HomeView, ListingView, ProductCardView,
            RatingView, Sort,
        },
    },
    error::AppError,
    markets::ssr::{Priced, price, priced},
    ssr::Media,
};

/// Products on a page of the store.
pub const PAGE_SIZE: u32 = 24;
/// Products in a row of the home page.
const HOME_ROW: i64 = 8;
/// Merchants on the home page.
const HOME_MERCHANTS: i64 = 6;

/// What a listing is narrowed to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// A category with everything below it.
    pub category: Option<CategoryId>,
    pub merchant: Option<MerchantId>,
}

impl Sort {
    /// The kind of cursor that continues this order.
    pub(super) fn order(self) -> Order {
        match self {
            Self::Newest => Order::Newest,
            Self::PriceAscending => Order::PriceAscending,
            Self::PriceDescending => Order::PriceDescending,
        }
    }
}

/// A page of `size` products after `after`. Two statements.
pub async fn list(
    db: &mut PgConnection,
    media: &Media,
    filter: Filter,
    sort: Sort,
    after: Option<Cursor>,
    size: u32,
) -> Result<ListingView, AppError> {
    // One more than the page, to know whether there is a next one.
    let limit = i64::from(size) + 1;
    let merchant = filter.merchant.map(MerchantId::as_uuid);
    let mut places = match (filter.category, merchant) {
        (Some(category), merchant) => {
            queries::listing::of_category(db, category.as_uuid(), merchant, sort, after, limit)
                .await?
        }
        (None, Some(merchant)) => {
            queries::listing::of_merchant(db, merchant, sort, after, limit).await?
        }
        (None, None) => queries::listing::all(db, sort, after, limit).await?,
    };
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    let more = places.len() > size;
    places.truncate(size);
    let next = places
        .last()
        .filter(|_| more)
        .map(|last| cursor_of(sort, last).encode(sort.order()));
    let ids: Vec<Uuid> = places.iter().map(|place| place.id).collect();
    Ok(ListingView {
        products: product_cards(db, media, &ids).await?,
        next,
    })
}

fn cursor_of(sort: Sort, place: &PlaceRow) -> Cursor {
    match sort {
        Sort::Newest => Cursor::of_time(place.published_at, place.id),
        Sort::PriceAscending | Sort::PriceDescending => Cursor {
            key: place.price_minor,
            id: place.id,
        },
    }
}

/// The cards of these products in the order of the ids; ids of no product are left out. One statement, none for no ids.
pub async fn product_cards(
    db: &mut PgConnection,
    media: &Media,
    ids: &[Uuid],
) -> Result<Vec<ProductCardView>, AppError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = queries::listing::cards(db, ids).await?;
    rows.into_iter().map(|row| card(row, media)).collect()
}

fn card(row: CardRow, media: &Media) -> Result<ProductCardView, AppError> {
    let (cheapest, varies) = cheapest(&row)?;
    let mut pictures = row
        .pictures
        .0
        .into_iter()
        .map(|picture| picture.view(media));
    Ok(ProductCardView {
        id: ProductId::from_uuid(row.id),
        slug: row.slug,
        title: row.title,
        merchant_name: row.merchant_name,
        merchant_slug: row.merchant_slug,
        price: cheapest.price,
        price_varies: varies,
        compare_at: cheapest.compare_at,
        rating: rating(row.rating_sum, row.rating_count),
        picture: pictures.next(),
        hover_picture: pictures.next(),
        available: row.available,
    })
}

/// What a product costs from, and whether some of its variants cost more.
fn cheapest(row: &CardRow) -> Result<(Priced, bool), AppError> {
    let own = (row.price_min_minor, row.compare_at_minor);
    let Some(variants) = &row.listed else {
        let from = priced(own, &row.currency, None)?;
        let most = price(row.price_max_minor, &row.currency)?;
        return Ok((from, most.minor > from.price.minor));
    };
    let mut prices = Vec::with_capacity(variants.len());
    for (base, before, listed, listed_before) in variants.iter() {
        let listed = listed.map(|minor| (minor, *listed_before));
        prices.push(priced((*base, *before), &row.currency, listed)?);
    }
    let from = prices.iter().min_by_key(|own| own.price.minor);
    let most = prices.iter().map(|own| own.price.minor).max();
    Ok(match from {
        Some(from) => (*from, most > Some(from.price.minor)),
        None => (priced(own, &row.currency, None)?, false),
    })
}

/// The mean in tenths, rounded half up; none without reviews.
pub(super) fn rating(sum: i32, count: i32) -> Option<RatingView> {
    let (sum, count) = (pieces(i64::from(sum)), pieces(i64::from(count)));
    (count > 0).then(|| RatingView {
        tenths: (sum * 20 + count) / (count * 2),
        count,
    })
}

/// The newest products. Two statements.
pub async fn newest(
    db: &mut PgConnection,
    media: &Media,
    limit: u32,
) -> Result<Vec<ProductCardView>, AppError> {
    Ok(
        list(db, media, Filter::default(), Sort::Newest, None, limit)
            .await?
            .products,
    )
}

/// The home page. Six statements.
pub async fn home(db: &mut PgConnection, media: &Media) -> Result<HomeView, AppError> {
    let departments = departments(db, media).await?;
    let new = queries::listing::all(db, Sort::Newest, None, HOME_ROW).await?;
    let new: Vec<Uuid> = new.into_iter().map(|place| place.id).collect();
    // What is new is shown as new; the sale shows other things as long as there are any.
    let on_sale = queries::listing::on_sale(db, HOME_ROW * 2).await?;
    let on_sale: Vec<Uuid> = on_sale
        .into_iter()
        .filter(|id| !new.contains(id))
        .take(HOME_ROW as usize)
        .collect();
    let wanted: Vec<Uuid> = new.iter().chain(&on_sale).copied().collect();
    let cards = product_cards(db, media, &wanted).await?;
    let mut cards: HashMap<Uuid, ProductCardView> = cards
        .into_iter()
        .map(|card| (card.id.as_uuid(), card))
        .collect();
    let new_arrivals: Vec<ProductCardView> = new.iter().filter_map(|id| cards.remove(id)).collect();
    let on_sale = on_sale.iter().filter_map(|id| cards.remove(id)).collect();
    let merchants = crate::merchants::ssr::newest(db, media, HOME_MERCHANTS).await?;
    let first = || {
        new_arrivals
            .iter()
            .find_map(|card| card.hover_picture.clone().or_else(|| card.picture.clone()))
    };
    let hero = queries::media::picture(db, HERO)
        .await?
        .map(|picture| picture.0.view(media))
        .or_else(first);
    Ok(HomeView {
        departments,
        new_arrivals,
        on_sale,
        merchants,
        hero,
    })
}

/// A page of places: those of one page, and the cursor of the next where there is one.
pub fn page_of(mut places: Vec<Place>, order: Order, size: u32) -> (Vec<Uuid>, Option<String>) {
    // A JSON aggregate promises no order.
    let descending = order != Order::PriceAscending;
    places.sort_by_key(|(id, key)| (*key, *id));
    if descending {
        places.reverse();
    }
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    let more = places.len() > size;
    places.truncate(size);
    let cursor = |(id, key): &Place| Cursor { key: *key, id: *id }.encode(order);
    let next = places.last().filter(|_| more).map(cursor);
    (places.into_iter().map(|(id, _)| id).collect(), next)
}

/// A category's page; a cursor of another order begins at the first page. Three statements.
///
/// # Errors
/// [`AppError::NotFound`] for a slug no category has.
pub async fn category(
    db: &mut PgConnection,
    media: &Media,
    slug: &str,
    mut filter: FacetFilter,
    sort: Sort,
    after: Option<&str>,
) -> Result<CategoryView, AppError> {
    let mut breadcrumbs = Vec::new();
    let mut children = Vec::new();
    let mut own = None;
    for row in queries::categories::around(db, slug).await? {
        match row.distance {
            0 => {
                own = Some((
                    CategoryId::from_uuid(row.id),
                    row.slug,
                    term(&row.name),
                    term(&row.description),
                    row.picture.map(|picture| picture.0.view(media)),
                ))
            }
            -1 => children.push(CategoryLinkView {
                slug: row.slug,
                name: term(&row.name),
                description: term(&row.description),
                picture: row.picture.map(|picture| picture.0.view(media)),
            }),
            _ => breadcrumbs.push(crumb(term(&row.name), &row.slug)),
        }
    }
    let (id, slug, name, description, picture) = own.ok_or(AppError::NotFound)?;
    let cursor = after.and_then(|text| Cursor::decode(text, sort.order()));
    let limit = i64::from(PAGE_SIZE) + 1;
    let order = sort.order();
    let row = queries::listing::narrowed(db, id.as_uuid(), &filter, order, cursor, limit).await?;
    let (ids, next) = page_of(row.places.0, order, PAGE_SIZE);
    let facets = facets::view(row.counts.0, &mut filter);
    let listing = ListingView {
        products: product_cards(db, media, &ids).await?,
        next,
    };
    let after = cursor.map(|cursor| cursor.encode(sort.order()));
    Ok(CategoryView {
        slug,
        name,
        description,
        picture,
        breadcrumbs,
        children,
        sort,
        after,
        listing,
        filter,
        facets,
    })
}

/// A category in a breadcrumb trail.
pub(super) fn crumb(name: String, slug: &str) -> CrumbView {
    CrumbView {
        name,
        path: format!("/c/{slug}"),
    }
}
