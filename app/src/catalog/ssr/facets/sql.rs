//! The pieces of a statement that narrows.
//!
//! Aliases: `f` product_facets, `m` merchants.

use sqlx::{Postgres, QueryBuilder};

use super::Chosen;
use crate::catalog::ssr::cursor::{Cursor, Order};

/// The conditions of the filter on a row `f` and its merchant `m`: " and …".
pub fn fitting(query: &mut QueryBuilder<Postgres>, chosen: &[Chosen<'_>]) {
    for chosen in chosen {
        match chosen {
            Chosen::Categories(ids) => {
                query
                    .push(" and f.category_id = any(")
                    .push_bind(ids.clone())
                    .push(")");
            }
            Chosen::Merchants(slugs) => {
                query
                    .push(" and m.slug = any(")
                    .push_bind(slugs.to_vec())
                    .push(")");
            }
            Chosen::Price(..) => within_prices(query, std::slice::from_ref(chosen), "f"),
            Chosen::InStock => {
                query.push(" and f.in_stock");
            }
            Chosen::OnSale => {
                query.push(" and f.on_sale");
            }
            Chosen::Rating(stars) => {
                query.push(" and f.rating_tenths >= ").push_bind(stars * 10);
            }
            Chosen::Attribute(_, pairs) => {
                query.push(" and f.attributes && ").push_bind(pairs.clone());
            }
        }
    }
}

/// The prices of `alias` that the filter asks for, as a range of an index: " and …" or nothing.
pub fn within_prices(query: &mut QueryBuilder<Postgres>, chosen: &[Chosen<'_>], alias: &str) {
    for chosen in chosen {
        if let Chosen::Price(min, max) = chosen {
            query
                .push(format!(" and {alias}.price_minor between "))
                .push_bind(*min);
            query.push(" and ").push_bind(*max);
        }
    }
}

/// What `product_facets_terms_idx` is over, of a row `f`.
pub const TERMS: &str = "facet_terms(f.category_id, f.merchant_id, f.price_minor, f.rating_tenths, f.on_sale, f.in_stock, f.attributes)";

/// The conditions of the filter on a row `f` as terms of the index, so that a few are found among very many: " and …".
pub fn by_terms(query: &mut QueryBuilder<Postgres>, chosen: &[Chosen<'_>]) {
    for chosen in chosen {
        query.push(format!(" and {TERMS} && "));
        match chosen {
            Chosen::Categories(ids) => {
                let terms: Vec<String> = ids.iter().map(|id| format!("category:{id}")).collect();
                query.push_bind(terms);
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
                    .push_bind(*min);
                query
                    .push("), price_band(")
                    .push_bind(*max)
                    .push(")) band)");
                // A band is a little wider than what is asked for.
                within_prices(query, std::slice::from_ref(chosen), "f");
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
            Chosen::Attribute(_, pairs) => {
                query.push_bind(pairs.clone());
            }
        }
    }
}

/// The column an order goes by, and whether it goes down.
pub const fn column(order: Order) -> (&'static str, bool) {
    match order {
        Order::Relevance | Order::Name => ("rank", true),
        Order::Newest => ("published_at", true),
        Order::PriceAscending => ("price_minor", false),
        Order::PriceDescending => ("price_minor", true),
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
    let (column, descending) = column(order);
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
