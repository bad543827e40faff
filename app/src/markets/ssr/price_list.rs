//! Price lists, in from a file and out again: CSV with the columns `Market`, `SKU`, `Price`, `Compare-at price`, amounts in major units
//! of the market's currency. A blank price takes an entry out.

use std::{
    collections::HashMap,
    io::{Read, Write},
};

use domain::money::{Currency, Money};
use sqlx::PgConnection;
use uuid::Uuid;

use super::queries::{self, Entries};
use crate::{
    error::AppError,
    ssr::{
        Cx,
        internal::internal,
        money,
        pages::Tag,
        sheet::{LeftOut, Sheet, cell, guarded},
    },
};

const COLUMNS: [&str; 4] = ["Market", "SKU", "Price", "Compare-at price"];
/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PriceListReport {
    /// Prices that are in now.
    pub taken: usize,
    /// Entries that are out now.
    pub removed: u64,
    pub left_out: LeftOut,
}

/// A row, read.
struct Row {
    market: String,
    sku: String,
    /// None takes the entry out.
    price: Option<(Money, Option<Money>)>,
    line: u64,
}

/// Takes in the prices of a file; lines that cannot be used are left out.
///
/// # Errors
/// [`AppError::Invalid`] at `file` when it is no such CSV.
pub async fn import_prices(cx: &mut Cx, file: impl Read) -> Result<PriceListReport, AppError> {
    let mut report = PriceListReport::default();
    // A market's currency does not change while prices in it are written.
    queries::lock(cx.db()).await?;
    let markets: HashMap<String, Currency> = queries::stored(cx.db())
        .await?
        .into_iter()
        .filter_map(|market| Some((market.code, market.currency.parse().ok()?)))
        .collect();
    let rows = read(file, &markets, &mut report)?;
    let skus: Vec<String> = rows.iter().map(|row| row.sku.clone()).collect();
    let mut variants: HashMap<String, Vec<Uuid>> = HashMap::new();
    for (sku, id) in queries::variants_of(cx.db(), &skus).await? {
        variants.entry(sku).or_default().push(id);
    }
    // Of two rows for one variant the later counts.
    let mut last: HashMap<(String, Uuid), Row> = HashMap::new();
    for row in rows {
        match variants.get(&row.sku).map(Vec::as_slice) {
            Some([variant]) => {
                last.insert((row.market.clone(), *variant), row);
            }
            Some(_) => report.left_out.push(
                row.line,
                format!("several merchants have the SKU {}", row.sku),
            ),
            None => report
                .left_out
                .push(row.line, format!("nothing has the SKU {}", row.sku)),
        }
    }
    let (mut put, mut out) = (Entries::default(), Entries::default());
    for ((market, variant), row) in last {
        match row.price {
            Some((price, before)) => put.push(market, variant, price, before),
            None => out.push(market, variant, Money::zero(super::OWN_CURRENCY), None),
        }
    }
    report.taken = put.variants.len();
    queries::put_prices(cx.db(), &put).await?;
    report.removed = queries::delete_prices(cx.db(), &out).await?;
    report.left_out.problems.sort();
    cx.touch(Tag::Everything);
    Ok(report)
}

fn read(
    file: impl Read,
    markets: &HashMap<String, Currency>,
    report: &mut PriceListReport,
) -> Result<Vec<Row>, AppError> {
    let (mut sheet, [market, sku, price, before]) = Sheet::open(file, COLUMNS)?;
    let mut rows = Vec::new();
    while let Some((line, record)) = sheet.next_row()? {
        let code = cell(&record, market).to_ascii_lowercase();
        let Some(currency) = markets.get(&code) else {
            report
                .left_out
                .push(line, format!("there is no market {code}"));
            continue;
        };
        match amounts(cell(&record, price), cell(&record, before), *currency) {
            Ok(price) => rows.push(Row {
                market: code,
                sku: cell(&record, sku).to_owned(),
                price,
                line,
            }),
            Err(reason) => report.left_out.push(line, reason),
        }
    }
    Ok(rows)
}

/// A price and what it was before; none for a blank price.
fn amounts(
    price: &str,
    before: &str,
    currency: Currency,
) -> Result<Option<(Money, Option<Money>)>, String> {
    let amount = |text: &str| {
        let amount = Money::parse_decimal(text, currency);
        amount.map_err(|error| format!("{text}: {error}"))
    };
    if price.is_empty() {
        return if before.is_empty() {
            Ok(None)
        } else {
            Err("a compare-at price without a price".to_owned())
        };
    }
    let price = amount(price)?;
    let before = (!before.is_empty()).then(|| amount(before)).transpose()?;
    if before.is_some_and(|before| before.minor <= price.minor) {
        return Err("the compare-at price is not above the price".to_owned());
    }
    Ok(Some((price, before)))
}

/// Writes every entry of every price list, or of one market's.
pub async fn export_prices(
    db: &mut PgConnection,
    market: Option<&str>,
    out: impl Write,
) -> Result<(), AppError> {
    let failed = |error: csv::Error| internal("writing a price list", &error);
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(COLUMNS).map_err(failed)?;
    for row in queries::listed(db, market).await? {
        let amount = |minor| Ok::<_, AppError>(money(minor, &row.currency)?.decimal_string());
        let price = amount(row.price_minor)?;
        let before = row.compare_at_minor.map(amount).transpose()?;
        writer
            .write_record([
                row.market.as_str(),
                &guarded(&row.sku),
                &price,
                &before.unwrap_or_default(),
            ])
            .map_err(failed)?;
    }
    writer
        .flush()
        .map_err(|error| internal("writing a price list", &error))
}
