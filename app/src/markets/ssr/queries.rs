//! All SQL of the markets, but for the joins of price lists, which stand where prices are read.

use domain::money::{Currency, Money};
use sqlx::PgConnection;
use time::OffsetDateTime;
use uuid::Uuid;

use super::setting::StoredMarket;

/// A market as one JSON array: code, name, currency, countries, units of its currency per euro (× 10⁸), adjustment in basis
/// points, rounding step in minor units.
pub type MarketColumns = (String, String, String, Vec<String>, Option<i64>, i32, i64);

/// Of those who change markets or price lists, one at a time.
pub async fn lock(db: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query!("lock table markets in share row exclusive mode")
        .execute(db)
        .await?;
    Ok(())
}

/// Every market, also those without a rate, in the operator's order.
pub async fn stored(db: &mut PgConnection) -> sqlx::Result<Vec<StoredMarket>> {
    sqlx::query_as!(
        StoredMarket,
        r#"select m.code, m.name, m.currency, m.countries, m.adjust_bp, m.rounding_minor, r.per_euro_e8 as "rate_e8?",
               (select count(*) from market_prices p where p.market = m.code) as "listed!"
           from markets m left join currency_rates r on r.currency = m.currency order by m.position, m.code"#
    )
    .fetch_all(db)
    .await
}

/// Makes a market, after the others, or changes it.
pub async fn put(db: &mut PgConnection, market: &StoredMarket) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into markets (code, name, currency, countries, adjust_bp, rounding_minor, position)
         values ($1, $2, $3, $4, $5, $6, (select coalesce(max(position), 0) + 1 from markets))
         on conflict (code) do update set name = excluded.name, currency = excluded.currency, countries = excluded.countries,
             adjust_bp = excluded.adjust_bp, rounding_minor = excluded.rounding_minor",
        market.code,
        market.name,
        market.currency,
        &market.countries,
        market.adjust_bp,
        market.rounding_minor
    )
    .execute(db)
    .await?;
    Ok(())
}

pub async fn rate(db: &mut PgConnection, currency: Currency) -> sqlx::Result<Option<i64>> {
    sqlx::query_scalar!(
        "select per_euro_e8 from currency_rates where currency = $1",
        currency.code()
    )
    .fetch_optional(db)
    .await
}

/// Notes rates, unless newer ones are known. Gives how many.
pub async fn put_rates(
    db: &mut PgConnection,
    codes: &[String],
    rates: &[i64],
    as_of: OffsetDateTime,
) -> sqlx::Result<u64> {
    let done = sqlx::query!(
        "insert into currency_rates (currency, per_euro_e8, as_of)
         select distinct on (n.currency) n.currency, n.rate, $3
         from unnest($1::text[], $2::bigint[]) n (currency, rate) order by n.currency
         on conflict (currency) do update set per_euro_e8 = excluded.per_euro_e8, as_of = excluded.as_of
         where currency_rates.as_of <= excluded.as_of",
        codes,
        rates,
        as_of
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}

/// The variants that are sold under these SKUs.
pub async fn variants_of(
    db: &mut PgConnection,
    skus: &[String],
) -> sqlx::Result<Vec<(String, Uuid)>> {
    let rows = sqlx::query!(
        // A join, so that however many they are the variants are read once.
        r#"select v.sku as "sku!", v.id from (select distinct sku from unnest($1::text[]) n (sku)) n
           join variants v on v.sku = n.sku where v.state = 'active'"#,
        skus
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.sku, row.id)).collect())
}

/// Entries of price lists, by columns.
#[derive(Debug, Default)]
pub struct Entries {
    pub markets: Vec<String>,
    pub variants: Vec<Uuid>,
    pub currencies: Vec<String>,
    pub prices: Vec<i64>,
    pub before: Vec<Option<i64>>,
}

impl Entries {
    pub fn push(&mut self, market: String, variant: Uuid, price: Money, before: Option<Money>) {
        self.markets.push(market);
        self.variants.push(variant);
        self.currencies.push(price.currency.code().to_owned());
        self.prices.push(price.minor);
        self.before.push(before.map(|before| before.minor));
    }
}

/// Writes entries, each named once.
pub async fn put_prices(db: &mut PgConnection, entries: &Entries) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into market_prices (market, variant_id, currency, price_minor, compare_at_minor)
         select * from unnest($1::text[], $2::uuid[], $5::text[], $3::bigint[], $4::bigint[])
         on conflict (variant_id, market) do update set currency = excluded.currency,
             price_minor = excluded.price_minor, compare_at_minor = excluded.compare_at_minor",
        &entries.markets,
        &entries.variants,
        &entries.prices,
        &entries.before as &[Option<i64>],
        &entries.currencies
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Takes entries out. Gives how many there were.
pub async fn delete_prices(db: &mut PgConnection, entries: &Entries) -> sqlx::Result<u64> {
    let done = sqlx::query!(
        "delete from market_prices p using unnest($1::text[], $2::uuid[]) n (market, variant_id)
         where p.market = n.market and p.variant_id = n.variant_id",
        &entries.markets,
        &entries.variants
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}

pub struct ListedRow {
    pub market: String,
    pub currency: String,
    pub sku: String,
    pub price_minor: i64,
    pub compare_at_minor: Option<i64>,
}

/// The entries of every price list, or of one market's; not those of variants without an SKU, which no file can name.
pub async fn listed(db: &mut PgConnection, market: Option<&str>) -> sqlx::Result<Vec<ListedRow>> {
    sqlx::query_as!(
        ListedRow,
        r#"select p.market, p.currency, v.sku as "sku!", p.price_minor, p.compare_at_minor
           from market_prices p join markets m on m.code = p.market join variants v on v.id = p.variant_id
           where v.sku is not null and ($1::text is null or p.market = $1) order by p.market, v.sku, v.id"#,
        market
    )
    .fetch_all(db)
    .await
}
