//! The one statement of a search. Built at run time, because its order and its beginning differ.

use sqlx::{FromRow, PgConnection, Postgres, QueryBuilder};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{
    catalog::{ssr::cursor::Cursor, types::Sort},
    search::types::SearchSort,
};

/// How well a row fits, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[repr(i32)]
pub enum Tier {
    /// The words match.
    Exact = 0,
    /// The title is spelt nearly so.
    Similar = 1,
    /// Nothing fits: this is new.
    Newest = 2,
}

#[derive(FromRow)]
pub struct FoundRow {
    pub id: Uuid,
    pub tier: Tier,
    pub rank: f32,
    pub published_at: OffsetDateTime,
    pub price_minor: i64,
}

/// The products that match; where none do, and it is the first page, those with a similar title; where there are none either,
/// the newest. All rows are of one tier.
pub async fn find(
    db: &mut PgConnection,
    words: &str,
    sort: SearchSort,
    after: Option<Cursor>,
    limit: i64,
    suggestions: i64,
) -> sqlx::Result<Vec<FoundRow>> {
    // Who writes quotes or a minus knows what they want: nothing is guessed for them.
    let plain = !words.contains('"') && !words.split(' ').any(|word| word.starts_with('-'));
    let mut query = QueryBuilder::<Postgres>::new(
        "with asked as (select websearch_to_tsquery('english', fold(",
    );
    query.push_bind(words).push("))");
    if plain {
        // The last word may still be being typed: it is also matched as a beginning. Quoted for to_tsquery after folding, which
        // may bring forth characters that mean something there, or leave nothing.
        let (before, last) = words.rsplit_once(' ').unwrap_or(("", words));
        query
            .push(" || (websearch_to_tsquery('english', fold(")
            .push_bind(before);
        query
            .push(")) && to_tsquery('english', ''' ' || regexp_replace(fold(")
            .push_bind(last);
        query.push("), '[''\\\\]', ' ', 'g') || ''':*'))");
    }
    query.push(" as words), matching as materialized (
        select p.id, ts_rank(p.search, a.words) as rank, p.published_at, p.price_min_minor as price_minor
        from asked a join products p on p.search @@ a.words join merchants m on m.id = p.merchant_id
        where p.state = 'active' and p.published_at is not null and m.state = 'active'
    ), exact as (select * from matching");
    continue_after(&mut query, sort, after);
    query
        .push(order_by(sort))
        .push(" limit ")
        .push_bind(limit)
        .push(")");
    if after.is_none() {
        push_fallbacks(&mut query, words, plain, limit, suggestions);
    }
    query.push(" select id, 0 as tier, rank, published_at, price_minor from exact");
    if after.is_none() {
        query.push(
            " union all select id, 1, rank, published_at, price_minor from alike
              union all select id, 2, rank, published_at, price_minor from fresh",
        );
    }
    let mut rows: Vec<FoundRow> = query.build_query_as().fetch_all(db).await?;
    // A union promises no order.
    rows.sort_by(|a, b| in_order(sort, a, b));
    Ok(rows)
}

/// The conditions that hold back everything up to the cursor.
fn continue_after(query: &mut QueryBuilder<Postgres>, sort: SearchSort, after: Option<Cursor>) {
    let Some(cursor) = after else { return };
    match sort {
        SearchSort::Relevance => {
            let rank = f32::from_bits(u32::try_from(cursor.key).unwrap_or_default());
            query.push(" where (rank, id) < (").push_bind(rank);
        }
        SearchSort::By(Sort::Newest) => {
            query
                .push(" where (published_at, id) < (")
                .push_bind(cursor.time());
        }
        SearchSort::By(Sort::PriceAscending) => {
            query
                .push(" where (price_minor, id) > (")
                .push_bind(cursor.key);
        }
        SearchSort::By(Sort::PriceDescending) => {
            query
                .push(" where (price_minor, id) < (")
                .push_bind(cursor.key);
        }
    }
    query.push(", ").push_bind(cursor.id).push(")");
}

const fn order_by(sort: SearchSort) -> &'static str {
    match sort {
        SearchSort::Relevance => " order by rank desc, id desc",
        SearchSort::By(Sort::Newest) => " order by published_at desc, id desc",
        SearchSort::By(Sort::PriceAscending) => " order by price_minor, id",
        SearchSort::By(Sort::PriceDescending) => " order by price_minor desc, id desc",
    }
}

/// The same order, here.
fn in_order(sort: SearchSort, a: &FoundRow, b: &FoundRow) -> std::cmp::Ordering {
    let tier = (a.tier as i32).cmp(&(b.tier as i32));
    let key = match (a.tier, sort) {
        (Tier::Exact, SearchSort::By(Sort::PriceAscending)) => {
            a.price_minor.cmp(&b.price_minor).then(a.id.cmp(&b.id))
        }
        (Tier::Exact, SearchSort::By(Sort::PriceDescending)) => {
            b.price_minor.cmp(&a.price_minor).then(b.id.cmp(&a.id))
        }
        (Tier::Newest, _) | (Tier::Exact, SearchSort::By(Sort::Newest)) => {
            b.published_at.cmp(&a.published_at).then(b.id.cmp(&a.id))
        }
        (Tier::Similar, _) | (Tier::Exact, SearchSort::Relevance) => {
            b.rank.total_cmp(&a.rank).then(b.id.cmp(&a.id))
        }
    };
    tier.then(key)
}

fn push_fallbacks(
    query: &mut QueryBuilder<Postgres>,
    words: &str,
    plain: bool,
    limit: i64,
    suggestions: i64,
) {
    query
        .push(
            ", alike as (
        select p.id, l.likeness as rank, p.published_at, p.price_min_minor as price_minor
        from products_like(",
        )
        .push_bind(words)
        .push(
            ") l join products p on p.id = l.id join merchants m on m.id = p.merchant_id
        where p.published_at is not null and m.state = 'active' and ",
        )
        .push_bind(plain)
        .push(
            " and not exists (select from exact)
        order by l.likeness desc, p.id desc limit ",
        )
        .push_bind(limit)
        .push(
            "
    ), fresh as (
        select p.id, 0::real as rank, p.published_at, p.price_min_minor as price_minor
        from products p join merchants m on m.id = p.merchant_id
        where p.state = 'active' and p.published_at is not null and m.state = 'active'
            and not exists (select from exact) and not exists (select from alike)
        order by p.published_at desc, p.id desc limit ",
        )
        .push_bind(suggestions)
        .push(")");
}
