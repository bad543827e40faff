//! Price lists, in from a file and out again: CSV with the columns `Market`, `SKU`, `Price`, `Compare-at price`, amounts in major units
//! of the market's currency. A blank price takes an entry out.

use std::{
    collections::HashMap,
    io::{Read, Write},
};

use csv::StringRecord;
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
        rest::invalid,
        sheet::{guarded, unguarded},
    },
};

const COLUMNS: [&str; 4] = ["Market", "SKU", "Price", "Compare-at price"];
/// Problems that are told one by one.
const TOLD: usize = 100;

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PriceListReport {
    /// Prices that are in now.
    pub taken: usize,
    /// Entries that are out now.
    pub removed: u64,
    /// Lines that were left out, with the reason; the first hundred.
    pub problems: Vec<(u64, String)>,
    pub left_out: usize,
}

impl PriceListReport {
    fn leave_out(&mut self, line: u64, reason: impl Into<String>) {
        self.left_out += 1;
        if self.problems.len() < TOLD {
            self.problems.push((line, reason.into()));
        }
    }
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
            Some(_) => report.leave_out(
                row.line,
                format!("several merchants have the SKU {}", row.sku),
            ),
            None => report.leave_out(row.line, format!("nothing has the SKU {}", row.sku)),
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
    report.problems.sort();
    cx.touch(Tag::Everything);
    Ok(report)
}

fn read(
    file: impl Read,
    markets: &HashMap<String, Currency>,
    report: &mut PriceListReport,
) -> Result<Vec<Row>, AppError> {
    let unreadable = |error: csv::Error| invalid("file", format!("This is no CSV: {error}"));
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(file);
    let header = reader.headers().map_err(unreadable)?.clone();
    let mut places = [0; 4];
    for (place, name) in places.iter_mut().zip(COLUMNS) {
        let mut columns = header.iter();
        *place = columns
            .position(|column| column.trim().trim_start_matches('\u{feff}') == name)
            .ok_or_else(|| invalid("file", format!("The column {name} is missing")))?;
    }
    let [market, sku, price, before] = places;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(unreadable)?;
        let line = record.position().map_or(0, csv::Position::line);
        let code = cell(&record, market).to_ascii_lowercase();
        let Some(currency) = markets.get(&code) else {
            report.leave_out(line, format!("there is no market {code}"));
            continue;
        };
        match amounts(cell(&record, price), cell(&record, before), *currency) {
            Ok(price) => rows.push(Row {
                market: code,
                sku: cell(&record, sku).to_owned(),
                price,
                line,
            }),
            Err(reason) => report.leave_out(line, reason),
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

fn cell(record: &StringRecord, at: usize) -> &str {
    unguarded(record.get(at).unwrap_or_default().trim())
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
