//! The demo's markets: what they are, what their currencies were once worth, and a short price list for Switzerland.

use std::fmt::Write;

use app::{
    markets::ssr::{MarketInput, import_prices, set_market, set_rates},
    ssr::Cx,
};
use demo::catalogue::Marketplace;
use domain::money::{Currency, Money};
use time::OffsetDateTime;

/// Code, name, currency, countries, adjustment in basis points, rounding step.
type Row = (
    &'static str,
    &'static str,
    Currency,
    &'static [&'static str],
    i32,
    &'static str,
);
const MARKETS: [Row; 4] = [
    (
        "ch",
        "Switzerland",
        Currency::Chf,
        &["CH", "LI"],
        300,
        "0.05",
    ),
    ("gb", "United Kingdom", Currency::Gbp, &["GB"], 0, "0.01"),
    ("us", "United States", Currency::Usd, &["US"], 0, "0.01"),
    ("ke", "Kenya", Currency::Kes, &["KE"], 0, "1.00"),
];
/// Units per euro, × 10⁸.
const RATES: [(Currency, i64); 4] = [
    (Currency::Chf, 93_500_000),
    (Currency::Gbp, 87_200_000),
    (Currency::Usd, 116_400_000),
    (Currency::Kes, 15_060_000_000),
];
/// Products of the price list.
const LISTED: usize = 12;

/// Writes them over whatever there is of these codes. A rate that is known stays: it is newer.
pub async fn write(cx: &mut Cx, market: &Marketplace) -> anyhow::Result<()> {
    set_rates(cx, &RATES, OffsetDateTime::UNIX_EPOCH).await?;
    for (code, name, currency, countries, adjust_bp, rounding) in MARKETS {
        let countries: Result<_, _> = countries.iter().map(|code| code.parse()).collect();
        let input = MarketInput {
            name: Some(name.to_owned()),
            currency: Some(currency),
            countries: Some(countries?),
            adjust_bp: Some(adjust_bp),
            rounding: Some(rounding.to_owned()),
        };
        let code = code.parse().map_err(anyhow::Error::msg)?;
        set_market(cx, code, input).await?;
    }
    let report = import_prices(cx, price_list(market)?.as_bytes()).await?;
    anyhow::ensure!(report.left_out.count == 0, "{:?}", report.left_out);
    Ok(())
}

/// What a maker would write by hand: francs that end in 90 centimes, the nearest below the price in euro.
fn price_list(market: &Marketplace) -> anyhow::Result<String> {
    let mut list = "Market,SKU,Price,Compare-at price\n".to_owned();
    let products = &market.products;
    let some = products
        .iter()
        .step_by((products.len() / LISTED).max(1))
        .take(LISTED);
    for variant in some.flat_map(|product| &product.variants) {
        let francs = Money::new((variant.price_cents / 100).max(1) * 100 - 10, Currency::Chf);
        writeln!(list, "ch,{},{},", variant.sku, francs.decimal_string())?;
    }
    Ok(list)
}
