//! The pieces of the statement.
//!
//! Aliases: `f` product_facets, `m` merchants, `b` the CTE `branches`.

use sqlx::{Postgres, QueryBuilder};
use uuid::Uuid;

use super::MAX_SHOWN;
use crate::catalog::{
    facets::FacetFilter,
    ssr::cursor::{Cursor, Order},
};
use crate::markets::stored_bounds;

/// A facet with what is chosen of it.
#[derive(Clone, Copy)]
enum Chosen<'a> {
    Categories(&'a [String]),
    Merchants(&'a [String]),
    Price(Option<i64>, Option<i64>),
    InStock,
    OnSale,
    Rating(i16),
    Attribute(&'a str, &'a [String]),
}

const CATEGORY: i32 = 1;
const MERCHANT: i32 = 2;
const PRICE: i32 = 4;
const IN_STOCK: i32 = 8;
const ON_SALE: i32 = 16;
const RATING: i32 = 32;
/// The bit of the first attribute that is filtered by; those after it have the next ones.
const ATTRIBUTE: i32 = 64;

/// The facets something is chosen of, with their bits.
fn chosen(filter: &FacetFilter) -> Vec<(i32, Chosen<'_>)> {
    let mut all = Vec::new();
    if !filter.categories.is_empty() {
        all.push((CATEGORY, Chosen::Categories(&filter.categories)));
    }
    if !filter.merchants.is_empty() {
        all.push((MERCHANT, Chosen::Merchants(&filter.merchants)));
    }
    if let (min, max) = stored_bounds(filter.min, filter.max)
        && (min.is_some() || max.is_some())
    {
        all.push((PRICE, Chosen::Price(min, max)));
    }
    if filter.in_stock {
        all.push((IN_STOCK, Chosen::InStock));
    }
    if filter.on_sale {
        all.push((ON_SALE, Chosen::OnSale));
    }
    if let Some(stars) = filter.rating {
        all.push((RATING, Chosen::Rating(stars)));
    }
    for (at, (key, values)) in filter.attributes.iter().enumerate() {
        all.push((ATTRIBUTE << at, Chosen::Attribute(key, values)));
    }
    all
}

fn push_condition(query: &mut QueryBuilder<Postgres>, chosen: Chosen<'_>) {
    match chosen {
        Chosen::Categories(slugs) => {
            query
                .push("b.slug = any(")
                .push_bind(slugs.to_vec())
                .push(")");
        }
        Chosen::Merchants(slugs) => {
            query
                .push("m.slug = any(")
                .push_bind(slugs.to_vec())
                .push(")");
        }
        Chosen::Price(min, max) => {
            query
                .push("f.price_minor between ")
                .push_bind(min.unwrap_or(0));
            query.push(" and ").push_bind(max.unwrap_or(i64::MAX));
        }
        Chosen::InStock => {
            query.push("f.in_stock");
        }
        Chosen::OnSale => {
            query.push("f.on_sale");
        }
        Chosen::Rating(stars) => {
            query.push("f.rating_tenths >= ").push_bind(stars * 10);
        }
        Chosen::Attribute(key, values) => {
            let pairs: Vec<String> = values
                .iter()
                .map(|value| format!("{key}={value}"))
                .collect();
            // A parameter that is no attribute's means nothing here.
            query.push("(f.attributes && ").push_bind(pairs);
            query
                .push(" or not exists (select from category_attributes where key = ")
                .push_bind(key.to_owned())
                .push("))");
        }
    }
}

/// `branches (id, slug, name, position)`: every category below `parent` (below nothing: every category), with the slug, name and
/// position of the one directly below it that it belongs to. Recursive.
pub fn branches(query: &mut QueryBuilder<Postgres>, parent: Option<Uuid>) {
    query.push(
        "branches (id, slug, name, position) as (
             select id, slug, name, position from categories where parent_id is not distinct from ",
    );
    query.push_bind(parent).push(
        " union all
             select c.id, b.slug, b.name, b.position from categories c join branches b on c.parent_id = b.id)",
    );
}

/// `candidates`: what of `scope` shoppers may see, and the bits of the facets it fails.
///
/// Each row is looked up by its key (`limit 1` keeps it so) before anything is joined to it: a join of 20,000 with all there are is planned as a scan of the whole
/// table, which grows with the catalogue.
pub fn candidates(query: &mut QueryBuilder<Postgres>, filter: &FacetFilter) {
    query.push(
        "looked_up as materialized (
             select s.rank, f.* from scope s
             cross join lateral (select * from product_facets where product_id = s.product_id limit 1) f
             where f.published_at is not null),
         candidates as materialized (
             select f.product_id as id, f.merchant_id, b.slug as branch, f.published_at, f.price_minor, f.rating_tenths,
                 f.on_sale, f.in_stock, f.attributes, f.rank, 0",
    );
    for (bit, chosen) in chosen(filter) {
        query.push(" | case when ");
        push_condition(query, chosen);
        query.push(format!(" then 0 else {bit} end"));
    }
    query.push(
        " as failed
             from looked_up f join merchants m on m.id = f.merchant_id and m.state = 'active'
             left join branches b on b.id = f.category_id)",
    );
}

/// Joins to `k.product_id` what the filter asks about, row by row, and the conditions. Ends in a `where` clause.
pub fn narrowed(query: &mut QueryBuilder<Postgres>, filter: &FacetFilter) {
    query.push(
        " cross join lateral (select * from product_facets where product_id = k.product_id limit 1) f
             join merchants m on m.id = f.merchant_id and m.state = 'active'",
    );
    if !filter.categories.is_empty() {
        query.push(" join branches b on b.id = f.category_id");
    }
    query.push(" where f.published_at is not null");
    for (_, chosen) in chosen(filter) {
        query.push(" and ");
        push_condition(query, chosen);
    }
}

/// The prices of `alias` that the filter asks for, as a range of an index: " and …" or nothing.
pub fn within_prices(query: &mut QueryBuilder<Postgres>, filter: &FacetFilter, alias: &str) {
    let (min, max) = stored_bounds(filter.min, filter.max);
    if min.is_some() || max.is_some() {
        query
            .push(format!(" and {alias}.price_minor between "))
            .push_bind(min.unwrap_or(0));
        query.push(" and ").push_bind(max.unwrap_or(i64::MAX));
    }
}

/// What `product_facets_terms_idx` is over, of a row `f`.
pub const TERMS: &str = "facet_terms(f.category_id, f.merchant_id, f.price_minor, f.rating_tenths, f.on_sale, f.in_stock, f.attributes)";

/// The conditions of the filter on a row `f` as terms of the index, so that a few are found among very many: " and …".
pub fn by_terms(query: &mut QueryBuilder<Postgres>, filter: &FacetFilter) {
    for (_, chosen) in chosen(filter) {
        query.push(format!(" and {TERMS} && "));
        match chosen {
            Chosen::Categories(slugs) => {
                query
                    .push("array(select 'category:' || id from branches where slug = any(")
                    .push_bind(slugs.to_vec())
                    .push("))");
            }
            Chosen::Merchants(slugs) => {
                query
                    .push("array(select 'merchant:' || id from merchants where slug = any(")
                    .push_bind(slugs.to_vec())
                    .push("))");
            }
            Chosen::Price(min, max) => {
                query
                    .push("array(select 'price:' || band from generate_series(price_band(")
                    .push_bind(min.unwrap_or(0));
                query
                    .push("), price_band(")
                    .push_bind(max.unwrap_or(i64::MAX))
                    .push(")) band)");
                // A band is a little wider than what is asked for.
                within_prices(query, filter, "f");
            }
            Chosen::InStock => {
                query.push("array['in_stock:1']");
            }
            Chosen::OnSale => {
                query.push("array['on_sale:1']");
            }
            Chosen::Rating(stars) => {
                query
                    .push("array[")
                    .push_bind(format!("rating:{stars}"))
                    .push("]");
            }
            Chosen::Attribute(key, values) => {
                let pairs: Vec<String> = values
                    .iter()
                    .map(|value| format!("{key}={value}"))
                    .collect();
                // A parameter that is no attribute's means nothing: every product has that term.
                query
                    .push("case when exists (select from category_attributes where key = ")
                    .push_bind(key.to_owned());
                query
                    .push(") then ")
                    .push_bind(pairs)
                    .push(" else array['all'] end");
            }
        }
    }
}

/// The column an order goes by, and its key as a whole number.
pub const fn key_of(order: Order) -> &'static str {
    match order {
        Order::Relevance | Order::Name => "rank",
        // Microseconds, as a cursor has them.
        Order::Newest => "(extract(epoch from published_at) * 1000000)::bigint",
        Order::PriceAscending | Order::PriceDescending => "price_minor",
    }
}

/// Continues after a cursor and orders by the columns of `alias`, with ids called `id`: " and … order by … limit …".
pub fn keyset(
    query: &mut QueryBuilder<Postgres>,
    (alias, id): (&str, &str),
    order: Order,
    after: Option<Cursor>,
    limit: i64,
) {
    let (column, descending) = match order {
        Order::Relevance | Order::Name => ("rank", true),
        Order::Newest => ("published_at", true),
        Order::PriceAscending => ("price_minor", false),
        Order::PriceDescending => ("price_minor", true),
    };
    let (column, id) = (format!("{alias}.{column}"), format!("{alias}.{id}"));
    if let Some(cursor) = after {
        query.push(format!(
            " and ({column}, {id}) {} (",
            if descending { "<" } else { ">" }
        ));
        match order {
            Order::Newest => query.push_bind(cursor.time()),
            Order::Relevance | Order::Name | Order::PriceAscending | Order::PriceDescending => {
                query.push_bind(cursor.key)
            }
        };
        query.push(", ").push_bind(cursor.id).push(")");
    }
    let way = if descending { " desc" } else { "" };
    query
        .push(format!(" order by {column}{way}, {id}{way} limit "))
        .push_bind(limit);
}

/// Whether a listing counts what could be chosen, or only what fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    Facets,
    Nothing,
}

/// A scalar of all counts over `candidates`, as JSON. Reads `page`, which is not less than what
/// is counted, and `extent (sampled, complete)`, one row: whether there is more than the
/// candidates, and whether they hold everything that fits all the same.
pub fn counts(query: &mut QueryBuilder<Postgres>, filter: &FacetFilter, counted: Counted) {
    if counted == Counted::Nothing {
        query.push("'[]'::jsonb");
        return;
    }
    query.push("(select coalesce(jsonb_agg(to_jsonb(v)), '[]') from (");
    query.push(format!(
        "select 'total' as facet, e.sampled::text as value, (e.sampled and not e.complete)::text as label,
             greatest((select count(*) from candidates where failed = 0), (select count(*) from page)) as count, null as name
         from extent e
         union all select 'price', coalesce(min(price_minor), 0)::text, '', coalesce(max(price_minor), 0), null
         from candidates where failed & ~{PRICE} = 0
         union all (select 'category', b.slug, b.name, coalesce(n.count, 0), null
         from (select distinct slug, name, position from branches) b
         left join (select branch, count(*) from candidates where failed & ~{CATEGORY} = 0 group by 1) n on n.branch = b.slug
         order by b.position, b.name limit 100)
         union all (select 'merchant', m.slug, m.name, n.count, null
         from (select merchant_id, count(*) filter (where failed & ~{MERCHANT} = 0) from candidates group by 1) n
         join merchants m on m.id = n.merchant_id where n.count > 0 or m.slug = any("
    ));
    query
        .push_bind(filter.merchants.clone())
        .push(") order by m.slug = any(");
    query.push_bind(filter.merchants.clone()).push(format!(
        ") desc, n.count desc, m.name limit {MAX_SHOWN})
         union all select case when in_stock then 'in_stock' else 'sold_out' end, '1', '', count(*), null
         from candidates where failed & ~{IN_STOCK} = 0 group by in_stock
         union all select 'on_sale', on_sale::int::text, '', count(*), null
         from candidates where failed & ~{ON_SALE} = 0 group by on_sale
         union all select 'rating', stars::text, '', count(*) filter (where rating_tenths >= stars * 10), null
         from candidates, (values (4), (3)) s (stars) where failed & ~{RATING} = 0 group by stars"
    ));
    if !filter.attributes.is_empty() {
        let keys: Vec<String> = filter
            .attributes
            .iter()
            .map(|(key, _)| key.clone())
            .collect();
        query
            .push(" union all select 'attribute', key, '', 0, mode() within group (order by label) from category_attributes where key = any(")
            .push_bind(keys)
            .push(") group by key");
    }
    // Values of attributes somebody gave a label to, in the categories' order, the most frequent of each. Categories may call one
    // attribute differently; it goes by the name most of them give it.
    query.push(
        " union all (select a.key, a.value, a.value, a.count, a.label from (
             select n.*, l.label, l.position, row_number() over (partition by n.key order by n.count desc, n.value) as place,
                 sum(n.count) over (partition by n.key) as covered
             from (
                 select split_part(p.pair, '=', 1) as key, substr(p.pair, strpos(p.pair, '=') + 1) as value,
                     count(*) filter (where failed & ~",
    );
    if filter.attributes.is_empty() {
        query.push("0");
    } else {
        query.push("case split_part(p.pair, '=', 1)");
        for (at, (key, _)) in filter.attributes.iter().enumerate() {
            query
                .push(" when ")
                .push_bind(key.clone())
                .push(format!(" then {}", ATTRIBUTE << at));
        }
        query.push(" else 0 end");
    }
    query.push(format!(
        " = 0) as count
                 from candidates, unnest(attributes) p (pair) group by p.pair
             ) n
             join (select key, mode() within group (order by label) as label, avg(position) as position from category_attributes group by key) l on l.key = n.key
             where n.count > 0
         ) a where a.place <= {MAX_SHOWN} order by a.position, a.covered desc, a.key, a.place)"
    ));
    query.push(") v)");
}
