//! Grids of products: the home page, a category, any filtered list.
//!
//! A listing is two statements, whatever its length: which products, by keyset, and their cards.

use std::sync::Arc;

use domain::ids::{CategoryId, MerchantId, ProductId};
use itertools::izip;
use sqlx::PgConnection;
use uuid::Uuid;
use words::{locale, term};

use super::{
    cursor::{Cursor, Order},
    facets::{self, Candidate, Counted, Extent, Names, Narrowed, Place, chosen, key_of, narrow},
    pictures::HERO,
    queries::{
        self,
        categories::CategoryRow,
        listing::{CardRow, PlaceRow},
    },
    variants::pieces,
};
use crate::{
    catalog::{
        facets::FacetFilter,
        types::{
            CategoryLinkView, CategoryView, CrumbView, HomeView, ListingView, PictureView,
            ProductCardView, RatingView, Sort,
        },
    },
    error::AppError,
    markets::ssr::{Priced, price, priced},
    merchants::types::MerchantCardView,
    ssr::{AppState, Media, remembered::since},
};

/// Products on a page of the store.
pub const PAGE_SIZE: u32 = 24;
/// One more than the page, to know whether there is a next one.
const MORE: i64 = PAGE_SIZE as i64 + 1;
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
    state: &AppState,
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
        products: product_cards(db, state, &ids).await?,
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

/// The cards of these products in the order of the ids; ids of no product are left out. One statement for those that are not
/// remembered.
pub async fn product_cards(
    db: &mut PgConnection,
    state: &AppState,
    ids: &[Uuid],
) -> Result<Vec<ProductCardView>, AppError> {
    let (pieces, locale) = (&state.pieces.cards, locale());
    let keys = ids.iter().map(|id| (*id, locale)).collect();
    let (mut cards, missing) = pieces.recall_all(state, keys).await;
    if !missing.is_empty() {
        let since = since();
        let missing: Vec<Uuid> = missing.into_iter().map(|(id, _)| id).collect();
        for row in queries::listing::cards(db, &missing).await? {
            let key = (row.id, locale);
            let card = Arc::new(card(row, &state.media)?);
            pieces.remember(since, key, card.clone()).await;
            cards.insert(key, card);
        }
    }
    let found = ids.iter().filter_map(|id| cards.get(&(*id, locale)));
    Ok(found.map(|card| (**card).clone()).collect())
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
    state: &AppState,
    limit: u32,
) -> Result<Vec<ProductCardView>, AppError> {
    Ok(
        list(db, state, Filter::default(), Sort::Newest, None, limit)
            .await?
            .products,
    )
}

/// What is on the home page.
pub struct HomeShelves {
    departments: Vec<CategoryLinkView>,
    new: Vec<Uuid>,
    on_sale: Vec<Uuid>,
    merchants: Vec<MerchantCardView>,
    hero: Option<PictureView>,
}

/// The home page. Six statements, none for what is remembered.
pub async fn home(db: &mut PgConnection, state: &AppState) -> Result<HomeView, AppError> {
    let home = &state.pieces.home;
    let shelves = home.get_with(state, db, locale(), |state, db, _| {
        Box::pin(home_shelves(db, &state.media))
    });
    let shelves = shelves.await?;
    let wanted: Vec<Uuid> = shelves
        .new
        .iter()
        .chain(&shelves.on_sale)
        .copied()
        .collect();
    let cards = product_cards(db, state, &wanted).await?;
    let (new_arrivals, on_sale): (Vec<_>, Vec<_>) = cards
        .into_iter()
        .partition(|card| shelves.new.contains(&card.id.as_uuid()));
    let first = || {
        let picture = |card: &ProductCardView| card.hover_picture.clone().or(card.picture.clone());
        new_arrivals.iter().find_map(picture)
    };
    Ok(HomeView {
        hero: shelves.hero.clone().or_else(first),
        departments: shelves.departments.clone(),
        merchants: shelves.merchants.clone(),
        new_arrivals,
        on_sale,
    })
}

async fn home_shelves(db: &mut PgConnection, media: &Media) -> Result<HomeShelves, AppError> {
    let departments = Names::of_all(db).await?.tiles(media);
    let new = queries::listing::all(db, Sort::Newest, None, HOME_ROW).await?;
    let new: Vec<Uuid> = new.into_iter().map(|place| place.id).collect();
    // What is new is shown as new; the sale shows other things as long as there are any.
    let on_sale = queries::listing::on_sale(db, HOME_ROW * 2).await?;
    let on_sale = on_sale
        .into_iter()
        .filter(|id| !new.contains(id))
        .take(HOME_ROW as usize)
        .collect();
    let merchants = crate::merchants::ssr::newest(db, media, HOME_MERCHANTS).await?;
    let hero = queries::media::picture(db, HERO).await?;
    Ok(HomeShelves {
        departments,
        new,
        on_sale,
        merchants,
        hero: hero.map(|picture| picture.0.view(media)),
    })
}

/// So many of these, in order.
fn keep_first(places: &mut Vec<Place>, order: Order, most: usize) {
    places.sort_unstable_by_key(|(id, key)| (*key, *id));
    if order != Order::PriceAscending {
        places.reverse();
    }
    places.truncate(most);
    places.shrink_to_fit();
}

/// The places of one page, of more in any order, and the cursor of the next where there is one.
pub fn page_of(mut places: Vec<Place>, order: Order, size: u32) -> (Vec<Uuid>, Option<String>) {
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    let more = places.len() > size;
    keep_first(&mut places, order, size);
    let cursor = |(id, key): &Place| Cursor { key: *key, id: *id }.encode(order);
    let next = places.last().filter(|_| more).map(cursor);
    (places.into_iter().map(|(id, _)| id).collect(), next)
}

/// A category's page; a cursor of another order begins at the first page. Three statements, none for what is remembered.
///
/// # Errors
/// [`AppError::NotFound`] for a slug no category has.
pub async fn category(
    db: &mut PgConnection,
    state: &AppState,
    slug: &str,
    mut filter: FacetFilter,
    sort: Sort,
    after: Option<&str>,
) -> Result<CategoryView, AppError> {
    let around = &state.pieces.around;
    let rows = around.get_with(state, db, slug.to_owned(), |_, db, slug| {
        Box::pin(async { Ok(queries::categories::around(db, slug).await?) })
    });
    let rows = rows.await?;
    let Some((own, above)) = rows.split_last() else {
        return Err(AppError::NotFound);
    };
    let order = sort.order();
    let cursor = after.and_then(|text| Cursor::decode(text, order));
    let narrowed = if filter.is_empty() && cursor.is_none() {
        let shelves = &state.pieces.shelves;
        let read = shelves.get_with(state, db, (own.id, sort), |_, db, (_, sort)| {
            let rows = rows.clone();
            Box::pin(async move {
                let all = FacetFilter::default();
                let own = rows.last().ok_or(AppError::NotFound)?;
                narrowed(db, own, &all, (sort.order(), None)).await
            })
        });
        (*read.await?).clone()
    } else {
        narrowed(db, own, &filter, (order, cursor)).await?
    };
    let (ids, next) = page_of(narrowed.places, order, PAGE_SIZE);
    let facets = facets::view(narrowed.counts, &mut filter);
    let listing = ListingView {
        products: product_cards(db, state, &ids).await?,
        next,
    };
    let after = cursor.map(|cursor| cursor.encode(order));
    let media = &state.media;
    let above = above.iter().map(|row| crumb(term(&row.name), &row.slug));
    let picture = own.picture.clone();
    Ok(CategoryView {
        slug: own.slug.clone(),
        name: term(&own.name),
        description: term(&own.description),
        picture: picture.map(|picture| picture.0.view(media)),
        breadcrumbs: above.collect(),
        children: own.names.tiles(media),
        sort,
        after,
        listing,
        filter,
        facets,
    })
}

/// A page of a category, and what it could be narrowed to. One statement.
async fn narrowed(
    db: &mut PgConnection,
    category: &CategoryRow,
    filter: &FacetFilter,
    (order, after): (Order, Option<Cursor>),
) -> Result<Narrowed, AppError> {
    let names = &category.names.0;
    let chosen = chosen(filter, names);
    let row =
        queries::listing::narrowed(db, category.id, names, &chosen, order, after, MORE).await?;
    let place = |own: &Candidate| (own.product_id, key_of(own, order));
    let (mut candidates, mut page) = (Vec::new(), Vec::new());
    let (counted, on_page) = (
        row.counted.unwrap_or_default(),
        row.on_page.unwrap_or_default(),
    );
    for (own, counted, on_page) in izip!(row.collected.candidates(), counted, on_page) {
        if on_page {
            page.push(place(&own));
        }
        if counted {
            candidates.push(own);
        }
    }
    let extent = Extent {
        sampled: row.sampled,
        complete: row.complete,
        least: page.len(),
    };
    let counted = (Counted::Facets, extent);
    let narrowed = narrow(&candidates, filter, names, (order, after), counted);
    let mut places = if row.sampled { page } else { narrowed.places };
    keep_first(&mut places, order, MORE as usize);
    Ok(Narrowed { places, ..narrowed })
}

/// A category in a breadcrumb trail.
pub(super) fn crumb(name: String, slug: &str) -> CrumbView {
    CrumbView {
        name,
        path: format!("/c/{slug}"),
    }
}
