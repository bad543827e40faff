//! `sokonova markets` and `sokonova rates`: markets, price lists and what currencies are worth, from a terminal.

use std::io::BufReader;
use std::path::PathBuf;
use std::process::ExitCode;

use app::markets::ssr::{
    MarketInput, StoredMarket, export_prices, import_prices, import_rates, parse_rate, set_market,
    set_rates, stored,
};
use app::ssr::Cx;
use clap::{Args, Subcommand};
use domain::country::CountryCode;
use domain::money::{Currency, Money};
use domain::policy::Actor;
use server::config::Config;
use words::Region;

use super::{open, tell, with_state};

#[derive(Debug, Subcommand)]
pub enum Markets {
    /// Prints the markets with their rates and the lengths of their price lists.
    List,
    /// Makes a market, or changes what is said of it.
    Set(Set),
    /// Takes in a price list: CSV with the columns Market, SKU, Price, Compare-at price. A blank price takes an entry out.
    Import {
        /// `-` is the standard input.
        file: PathBuf,
    },
    /// Prints the price lists.
    Export {
        /// Of this market only.
        market: Option<Region>,
    },
}

#[derive(Debug, Args)]
pub struct Set {
    /// A country's two letters, in lower case: as in the addresses of its pages.
    code: Region,
    #[arg(long)]
    name: Option<String>,
    /// ISO 4217.
    #[arg(long)]
    currency: Option<Currency>,
    /// Where it sells to: countries' codes, with commas between them.
    #[arg(long, value_delimiter = ',')]
    countries: Option<Vec<CountryCode>>,
    /// Added to converted prices: `3%`, `-2.5%`.
    #[arg(long, value_parser = percent, allow_hyphen_values = true)]
    adjust: Option<i32>,
    /// Converted prices are multiples of this amount: `0.05`.
    #[arg(long)]
    rounding: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum Rates {
    /// Takes in the European Central Bank's reference rates (eurofxref-daily.xml).
    Import {
        /// `-` is the standard input.
        file: PathBuf,
    },
    /// Says what a euro is worth in a currency, now.
    Set {
        currency: Currency,
        /// Units per euro: `151.23`.
        #[arg(value_parser = rate)]
        rate: i64,
    },
}

/// Basis points of `3%`.
fn percent(text: &str) -> Result<i32, String> {
    let number = text.strip_suffix('%').unwrap_or(text);
    // Two decimals, as amounts of euro have.
    let hundredths = Money::parse_signed_decimal(number, Currency::Eur)
        .map_err(|_| format!("{text} is no percentage with at most two decimals"))?;
    i32::try_from(hundredths.minor).map_err(|_| format!("{text} is too much"))
}

fn rate(text: &str) -> Result<i64, String> {
    parse_rate(text).ok_or_else(|| format!("{text} is no positive number"))
}

/// Runs a command of markets; fails when anything was left out, so that scripts notice.
pub async fn markets(config: &Config, command: Markets) -> anyhow::Result<ExitCode> {
    with_state(config, async |state| match command {
        Markets::List => {
            let mut db = state.db.read_primary().await?;
            for market in stored(&mut db).await? {
                println!("{}", line(&market));
            }
            Ok(ExitCode::SUCCESS)
        }
        Markets::Set(set) => {
            let input = MarketInput {
                name: set.name,
                currency: set.currency,
                countries: set.countries,
                adjust_bp: set.adjust,
                rounding: set.rounding,
            };
            let mut cx = Cx::begin(state, Actor::System).await?;
            let market = set_market(&mut cx, set.code, input).await?;
            cx.commit().await?;
            println!("{}", line(&market));
            Ok(ExitCode::SUCCESS)
        }
        Markets::Import { file } => {
            let file = open(&file)?;
            let mut cx = Cx::begin(state, Actor::System).await?;
            let report = import_prices(&mut cx, file).await?;
            cx.commit().await?;
            println!(
                "{} prices taken in, {} taken out, {} left out",
                report.taken, report.removed, report.left_out.count
            );
            Ok(tell(&report.left_out))
        }
        Markets::Export { market } => {
            let mut db = state.db.read_primary().await?;
            let market = market.as_ref().map(Region::as_str);
            export_prices(&mut db, market, std::io::stdout().lock()).await?;
            Ok(ExitCode::SUCCESS)
        }
    })
    .await
}

/// Runs a command of rates.
pub async fn rates(config: &Config, command: Rates) -> anyhow::Result<ExitCode> {
    with_state(config, async |state| {
        let mut cx = Cx::begin(state, Actor::System).await?;
        match command {
            Rates::Import { file } => {
                let (read, taken) = import_rates(&mut cx, BufReader::new(open(&file)?)).await?;
                println!(
                    "{}: {taken} of {} rates are new",
                    read.day,
                    read.rates.len()
                );
            }
            Rates::Set { currency, rate } => {
                let now = cx.now;
                set_rates(&mut cx, &[(currency, rate)], now).await?;
                println!("1 EUR is {} {currency}", decimal(rate));
            }
        }
        cx.commit().await?;
        Ok(ExitCode::SUCCESS)
    })
    .await
}

/// `ch  CHF  0.9312 per EUR  +3.00%  to 0.05  12 listed  Switzerland  CH,LI`
fn line(market: &StoredMarket) -> String {
    let rate = match market.rate_e8 {
        _ if market.currency == "EUR" => "1 per EUR".to_owned(),
        Some(rate) => format!("{} per EUR", decimal(rate)),
        None => "no rate: nothing is sold there yet".to_owned(),
    };
    let step = market
        .currency
        .parse()
        .map(|currency| Money::new(market.rounding_minor, currency).decimal_string())
        .unwrap_or_default();
    let sign = if market.adjust_bp < 0 { '-' } else { '+' };
    let adjust = market.adjust_bp.unsigned_abs();
    format!(
        "{}  {}  {rate}  {sign}{}.{:02}%  to {step}  {} listed  {}  {}",
        market.code,
        market.currency,
        adjust / 100,
        adjust % 100,
        market.listed,
        market.name,
        market.countries.join(",")
    )
}

/// A rate as it is written.
fn decimal(rate_e8: i64) -> String {
    let (whole, rest) = (rate_e8 / 100_000_000, rate_e8 % 100_000_000);
    let text = format!("{whole}.{rest:08}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
