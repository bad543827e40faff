//! Which products a listing shows, by keyset, and the cards of given products.

use sqlx::{FromRow, PgConnection, Postgres, QueryBuilder, types::Json};
use time::OffsetDateTime;
use uuid::Uuid;
use words::language;

use super::PictureRow;
use crate::catalog::{
    ssr::{
        cursor::{Cursor, Order},
        facets::{self, CANDIDATE, COLLECTED, Chosen, CollectedRow, Names, sql},
    },
    types::Sort,
};
use crate::markets::{currency, ssr as markets};

/// Products of an order that are looked at for those that fit a filter.
const WALK: i64 = 1_500;
/// The most products that are sorted, where few of those walked fit.
const MOST: i64 = 20_000;

/// A product's place in a listing.
pub struct PlaceRow {
    pub id: Uuid,
    pub published_at: OffsetDateTime,
    pub price_minor: i64,
}

/// Where to begin in an order of times; without a cursor at the newest.
fn before(cursor: Option<Cursor>) -> (Option<OffsetDateTime>, Option<Uuid>) {
    (
        cursor.and_then(Cursor::time),
        cursor.map(|cursor| cursor.id),
    )
}

/// Where to begin in an order of prices.
fn beside(cursor: Option<Cursor>) -> (Option<i64>, Option<Uuid>) {
    (
        cursor.map(|cursor| cursor.key),
        cursor.map(|cursor| cursor.id),
    )
}

// One index range per page: the bounds of a missing cursor are the ends of the key's domain, so that the comparison is always
// one the index can begin at.
macro_rules! places {
    ($db:expr, $sort:expr, $after:expr, $limit:expr, $from:tt, $time:tt, $price:tt, $id:tt $(, $scope:expr)*) => {
        match $sort {
            Sort::Newest => {
                let (key, id) = before($after);
                sqlx::query_as!(
                    PlaceRow,
                    "select p.id, " + $time + " as \"published_at!\", " + $price + " as \"price_minor!\" from " + $from
                        + " and (" + $time + ", " + $id + ") < (coalesce($2::timestamptz, 'infinity'),
                            coalesce($3::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
                        order by " + $time + " desc, " + $id + " desc limit $1",
                    $limit, key, id $(, $scope)*
                )
                .fetch_all($db)
                .await
            }
            Sort::PriceAscending => {
                let (key, id) = beside($after);
                sqlx::query_as!(
                    PlaceRow,
                    "select p.id, " + $time + " as \"published_at!\", " + $price + " as \"price_minor!\" from " + $from
                        + " and (" + $price + ", " + $id + ") > (coalesce($2::bigint, -1),
                            coalesce($3::uuid, '00000000-0000-0000-0000-000000000000'))
                        order by " + $price + ", " + $id + " limit $1",
                    $limit, key, id $(, $scope)*
                )
                .fetch_all($db)
                .await
            }
            Sort::PriceDescending => {
                let (key, id) = beside($after);
                sqlx::query_as!(
                    PlaceRow,
                    "select p.id, " + $time + " as \"published_at!\", " + $price + " as \"price_minor!\" from " + $from
                        + " and (" + $price + ", " + $id + ") < (coalesce($2::bigint, 9223372036854775807),
                            coalesce($3::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
                        order by " + $price + " desc, " + $id + " desc limit $1",
                    $limit, key, id $(, $scope)*
                )
                .fetch_all($db)
                .await
            }
        }
    };
}

/// A page of everything on sale.
pub async fn all(
    db: &mut PgConnection,
    sort: Sort,
    after: Option<Cursor>,
    limit: i64,
) -> sqlx::Result<Vec<PlaceRow>> {
    places!(
        db,
        sort,
        after,
        limit,
        "products p join merchants m on m.id = p.merchant_id
         where p.state = 'active' and p.published_at is not null and m.state = 'active'",
        "p.published_at",
        "p.price_min_minor",
        "p.id"
    )
}

/// A page of one merchant's products.
pub async fn of_merchant(
    db: &mut PgConnection,
    merchant: Uuid,
    sort: Sort,
    after: Option<Cursor>,
    limit: i64,
) -> sqlx::Result<Vec<PlaceRow>> {
    places!(
        db, sort, after, limit,
        "products p join merchants m on m.id = p.merchant_id
         where p.merchant_id = $4 and p.state = 'active' and p.published_at is not null and m.state = 'active'",
        "p.published_at", "p.price_min_minor", "p.id", merchant
    )
}

/// A page of a category with everything below it, of one merchant where one is given.
pub async fn of_category(
    db: &mut PgConnection,
    category: Uuid,
    merchant: Option<Uuid>,
    sort: Sort,
    after: Option<Cursor>,
    limit: i64,
) -> sqlx::Result<Vec<PlaceRow>> {
    places!(
        db, sort, after, limit,
        "category_products k join products p on p.id = k.product_id join merchants m on m.id = p.merchant_id
         where k.category_id = $4 and m.state = 'active' and ($5::uuid is null or p.merchant_id = $5)",
        "k.published_at", "k.price_minor", "k.product_id", category, merchant
    )
}

/// What a category's listing is made of.
#[derive(FromRow)]
pub struct NarrowedRow {
    #[sqlx(flatten)]
    pub collected: CollectedRow,
    /// Of each: whether it is one of those that are counted.
    pub counted: Option<Vec<bool>>,
    /// Of each: whether it is on the page. Nothing is, where the page is chosen among those that are counted.
    pub on_page: Option<Vec<bool>>,
    /// There is more than is counted.
    pub sampled: bool,
    /// What fits the filter is counted, all the same.
    pub complete: bool,
}

/// A category's newest products with everything below it: all, where there are no more than [`facets::CAP`].
///
/// Where there are more, also the products of a page. Without filters these are a range of the order's index. With filters that range is
/// walked for [`WALK`] products; where too few of them fit, all that fit are found by their terms instead, so that neither depends on the
/// size of the category.
pub async fn narrowed(
    db: &mut PgConnection,
    category: Uuid,
    names: &Names,
    chosen: &[Chosen<'_>],
    order: Order,
    after: Option<Cursor>,
    limit: i64,
) -> sqlx::Result<NarrowedRow> {
    let cap = facets::CAP;
    // The order's column alone: its index has it, and the table is not read.
    let key = sql::column(order).0;
    let below = names.branches.iter().flat_map(|branch| &branch.ids);
    let within = Chosen::Categories(below.copied().chain([category]).collect());
    let mut query = QueryBuilder::<Postgres>::new(
        "with newest as materialized (
             select k.product_id from category_products k where k.category_id = ",
    );
    query
        .push_bind(category)
        // One more than is counted, to know that there are more.
        .push(" order by k.published_at desc, k.product_id desc limit ")
        .push_bind(cap + 1)
        .push(format!(
            "), sampled as materialized (select count(*) > {cap} as yes from newest),
             page_walked as materialized (
                 select k.product_id as id, k.{key} from (
                     select k.product_id, k.{key} from category_products k
                     where (select yes from sampled) and k.category_id = "
        ))
        .push_bind(category);
    let (walk, sparse) = if chosen.is_empty() {
        (limit, "false".to_owned())
    } else {
        let few =
            format!("(select yes from sampled) and (select count(*) from page_walked) < {limit}");
        (WALK, few)
    };
    if matches!(order, Order::PriceAscending | Order::PriceDescending) {
        sql::within_prices(&mut query, chosen, "k");
    }
    sql::keyset(&mut query, ("k", "product_id"), order, after, walk);
    // In the order of the walk, and no further than the page is full: hence a merchant, too, by its key alone.
    query.push(
        ") k
             cross join lateral (select * from product_facets where product_id = k.product_id limit 1) f
             cross join lateral (select * from merchants where id = f.merchant_id limit 1) m
             where f.published_at is not null and m.state = 'active'",
    );
    sql::fitting(&mut query, chosen);
    sql::keyset(&mut query, ("k", "product_id"), order, None, limit);
    query.push(format!(
        "), narrow as materialized (
                 select f.product_id as id, f.{key} from product_facets f
                 join merchants m on m.id = f.merchant_id and m.state = 'active'
                 where {sparse} and f.published_at is not null"
    ));
    sql::by_terms(&mut query, &[within]);
    sql::by_terms(&mut query, chosen);
    query.push(format!(
        " limit {MOST}), extent as materialized (
             select yes as sampled, {sparse} and (select count(*) from narrow) <= {cap} as complete from sampled),
         scope as materialized (
             select product_id as id from newest union select id from (select id from narrow limit {cap} + 1) n),
         page as (select p.* from (select * from page_walked union (select * from narrow where true"
    ));
    sql::keyset(&mut query, ("narrow", "id"), order, after, limit);
    query.push(")) p where true");
    sql::keyset(&mut query, ("p", "id"), order, None, limit);
    // Looked up by their keys: a join of thousands with all there are is planned as a scan of the whole table, which grows with the
    // catalogue.
    query.push(format!(
        "), rows as (
             select {CANDIDATE}, 0::bigint as rank from product_facets f join merchants m on m.id = f.merchant_id and m.state = 'active'
             where f.product_id = any(array(select id from scope union select id from page)) and f.published_at is not null)
         select {COLLECTED}, array_agg(s.id is not null) as counted, array_agg(p.id is not null) as on_page,
             (select sampled from extent) as sampled, (select complete from extent) as complete
         from rows c left join scope s on s.id = c.product_id left join page p on p.id = c.product_id"
    ));
    query.build_query_as().fetch_one(db).await
}

/// The newest products with a price that was higher.
pub async fn on_sale(db: &mut PgConnection, limit: i64) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "select p.id from products p join merchants m on m.id = p.merchant_id
         where p.state = 'active' and p.published_at is not null and p.compare_at_minor is not null and m.state = 'active'
         order by p.published_at desc, p.id desc limit $1",
        limit
    )
    .fetch_all(db)
    .await
}

/// What to show beside a product, nearest first and with repetitions: its neighbours in its category by age, then the newest of
/// that category, of the one above, and of its merchant.
pub async fn near(db: &mut PgConnection, product: Uuid, limit: i64) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        // Whose shelf it is is asked for by subqueries: a join would read the whole shelf and sort it.
        r#"with self as (
               select p.id, p.merchant_id, p.category_id, c.parent_id, p.published_at
               from products p left join categories c on c.id = p.category_id where p.id = $1
           ), found as (
               (select 1 as distance, k.product_id as id, k.published_at from category_products k
                where k.category_id = (select category_id from self)
                    and (k.published_at, k.product_id) < ((select published_at from self), $1)
                order by k.published_at desc, k.product_id desc limit $2)
               union all
               (select 2, k.product_id, k.published_at from category_products k
                where k.category_id = (select category_id from self)
                order by k.published_at desc, k.product_id desc limit $2)
               union all
               (select 3, k.product_id, k.published_at from category_products k
                where k.category_id = (select parent_id from self)
                order by k.published_at desc, k.product_id desc limit $2)
               union all
               (select 4, o.id, o.published_at from products o
                where o.merchant_id = (select merchant_id from self) and o.state = 'active' and o.published_at is not null
                order by o.published_at desc, o.id desc limit $2)
           )
           select f.id as "id!" from found f join products p on p.id = f.id join merchants m on m.id = p.merchant_id
           where f.id <> $1 and m.state = 'active'
           order by f.distance, f.published_at desc, f.id desc"#,
        product,
        limit
    )
    .fetch_all(db)
    .await
}

pub struct CardRow {
    pub id: Uuid,
    pub slug: String,
    pub title: String,
    pub merchant_name: String,
    pub merchant_slug: String,
    pub currency: String,
    pub price_min_minor: i64,
    pub price_max_minor: i64,
    pub compare_at_minor: Option<i64>,
    /// Its variants, where the market's price list has one of them.
    pub listed: Option<Json<Vec<ListedColumns>>>,
    pub rating_sum: i32,
    pub rating_count: i32,
    /// The first two pictures.
    pub pictures: Json<Vec<PictureRow>>,
    pub available: bool,
}

/// A variant as one JSON array: its price and former price, and those of the market's price list.
pub type ListedColumns = (i64, Option<i64>, Option<i64>, Option<i64>);

/// The cards of these products, in the order of the ids, in the spoken language.
pub async fn cards(db: &mut PgConnection, ids: &[Uuid]) -> sqlx::Result<Vec<CardRow>> {
    sqlx::query_as!(
        CardRow,
        r#"select p.id, p.slug, title_in(p, $2) as "title!", m.name as merchant_name, m.slug as merchant_slug, p.currency,
               p.price_min_minor, p.price_max_minor, p.compare_at_minor,
               case when $3::text is not null then (
                   select jsonb_agg(jsonb_build_array(v.price_minor, v.compare_at_minor, l.price_minor, l.compare_at_minor)
                       order by v.position, v.id)
                   from variants v left join market_prices l on l.variant_id = v.id and l.market = $3 and l.currency = $4
                   where v.product_id = p.id and v.state = 'active' having count(l.market) > 0
               ) end as "listed: Json<Vec<ListedColumns>>",
               p.rating_sum, p.rating_count,
               coalesce((select jsonb_agg(picture_of(d, g.alt) order by g.position) from (
                   select * from product_media where product_id = p.id order by position limit 2
               ) g join media d on d.id = g.media_id), '[]') as "pictures!: Json<Vec<PictureRow>>",
               exists (
                   select from variants v where v.product_id = p.id and v.state = 'active'
                   and (v.stock_policy = 'unlimited' or exists (
                       select from stock_levels s where s.variant_id = v.id and s.on_hand > s.reserved + s.allocated))
               ) as "available!"
           from unnest($1::uuid[]) with ordinality as wanted (id, place)
           join products p on p.id = wanted.id
           join merchants m on m.id = p.merchant_id
           where p.state = 'active' and p.published_at is not null and m.state = 'active'
           order by wanted.place"#,
        ids,
        language().tag(),
        markets::code(),
        currency().code()
    )
    .fetch_all(db)
    .await
}
