//! What a checkout costs: shipping offers per merchant, tax by zone, totals by `domain::order`.

use std::collections::HashMap;

use domain::{
    address::Address,
    country::CountryCode,
    ids::MerchantId,
    money::Money,
    order::{GroupTotals, MerchantOrder, OrderLineAmount, group_totals},
    shipping::{ShippingQuote, applicable_rates},
    tax::TaxZone,
};
use sqlx::PgConnection;
use words::{decimal, language, t, term};

use super::queries;
use crate::{
    cart::types::CartView,
    checkout::types::{ParcelView, RateView, TotalsView},
    error::AppError,
    markets::{self, currency},
    ssr::internal::internal,
};

/// Where the shop's own prices are shown before the buyer has said where they live.
const HOME: &str = "DE";
/// What tax is called where the operator has set none.
const UNTAXED: &str = "Tax";

/// The sums of a checkout as shown.
pub struct Sums {
    pub parcels: Vec<ParcelView>,
    pub view: TotalsView,
    /// Every merchant has a way of sending that is still offered.
    pub complete: bool,
}

/// The authority's sums of a complete checkout.
pub struct Complete {
    pub zone: TaxZone,
    /// In the cart's order of merchants.
    pub chosen: Vec<ShippingQuote>,
    pub totals: GroupTotals,
}

/// Ways of sending for each merchant of the cart, cheapest first; empty where the merchant does not deliver.
pub async fn quotes(
    db: &mut PgConnection,
    cart: &CartView,
    address: &Address,
) -> Result<HashMap<MerchantId, Vec<ShippingQuote>>, AppError> {
    let merchants: Vec<MerchantId> = cart.merchants.iter().map(|merchant| merchant.id).collect();
    let zones = queries::zones(db, &merchants).await?;
    let mut offered = HashMap::new();
    for merchant in &cart.merchants {
        let zones = zones
            .get(&merchant.id)
            .map(Vec::as_slice)
            .unwrap_or_default();
        offered.insert(
            merchant.id,
            applicable_rates(zones, address.country, merchant.subtotal)?,
        );
    }
    Ok(offered)
}

/// The tax zone of a country; where the operator has set none, nothing is taxed.
pub async fn zone(db: &mut PgConnection, country: CountryCode) -> Result<TaxZone, AppError> {
    Ok(queries::tax_zone(db, country).await?.unwrap_or(TaxZone {
        country,
        name: UNTAXED.to_owned(),
        standard_bp: 0,
        inclusive: true,
    }))
}

/// Everything the page shows of the sums, however far the buyer is. Three statements.
pub async fn compute(
    db: &mut PgConnection,
    cart: &CartView,
    address: Option<&Address>,
    chosen: &HashMap<MerchantId, String>,
) -> Result<Sums, AppError> {
    let offered = match address {
        Some(address) => quotes(db, cart, address).await?,
        None => HashMap::new(),
    };
    let country = match address {
        Some(address) => address.country,
        None => home()?,
    };
    let zone = zone(db, country).await?;
    let parcels: Vec<ParcelView> = cart
        .merchants
        .iter()
        .map(|merchant| {
            let rates = offered
                .get(&merchant.id)
                .map(Vec::as_slice)
                .unwrap_or_default();
            let wanted = chosen.get(&merchant.id);
            ParcelView {
                merchant: merchant.id,
                merchant_name: merchant.name.clone(),
                subtotal: merchant.subtotal,
                rates: rates.iter().map(rate_view).collect(),
                chosen: wanted
                    .filter(|code| rates.iter().any(|quote| quote.code == **code))
                    .cloned(),
            }
        })
        .collect();
    let complete = parcels.iter().all(|parcel| parcel.chosen.is_some());
    let shipping = parcels.iter().map(shipping_of).collect::<Vec<_>>();
    let totals = group_totals(currency(), &zone, &orders(cart, &shipping))
        .map_err(|error| internal("totals", &error))?;
    let whole = totals.whole;
    let view = TotalsView {
        items: whole.items,
        shipping: complete.then_some(whole.shipping),
        tax: whole.tax,
        tax_inclusive: whole.tax_inclusive,
        tax_name: tax_name(&zone),
        total: whole.total,
    };
    Ok(Sums {
        parcels,
        view,
        complete,
    })
}

/// Where buyers are taken to live until they have said: in the market's own country, or the first it sells to.
fn home() -> Result<CountryCode, AppError> {
    let market = markets::market();
    let own = market.and_then(|market| {
        let code = market.code.to_ascii_uppercase();
        let mut countries = market.countries.iter();
        let own = countries.find(|own| own.as_str() == code);
        own.or(market.countries.first()).copied()
    });
    own.map_or_else(|| HOME.parse(), Ok)
        .map_err(|error: domain::country::UnknownCountry| internal("home country", &error))
}

/// The sums to be paid, or `None` when something is still to be chosen.
pub async fn complete(
    db: &mut PgConnection,
    cart: &CartView,
    address: &Address,
    chosen: &HashMap<MerchantId, String>,
) -> Result<Option<Complete>, AppError> {
    let offered = quotes(db, cart, address).await?;
    let zone = zone(db, address.country).await?;
    let quotes: Option<Vec<ShippingQuote>> = cart
        .merchants
        .iter()
        .map(|merchant| {
            let code = chosen.get(&merchant.id)?;
            offered
                .get(&merchant.id)?
                .iter()
                .find(|quote| quote.code == *code)
                .cloned()
        })
        .collect();
    let Some(quotes) = quotes else {
        return Ok(None);
    };
    let shipping: Vec<Money> = quotes.iter().map(|quote| quote.price).collect();
    let totals = group_totals(currency(), &zone, &orders(cart, &shipping))
        .map_err(|error| internal("totals", &error))?;
    Ok(Some(Complete {
        zone,
        chosen: quotes,
        totals,
    }))
}

fn shipping_of(parcel: &ParcelView) -> Money {
    let chosen = parcel.chosen.as_ref();
    let rate = chosen.and_then(|code| parcel.rates.iter().find(|rate| rate.code == *code));
    rate.map_or(Money::zero(currency()), |rate| rate.price)
}

fn orders(cart: &CartView, shipping: &[Money]) -> Vec<MerchantOrder> {
    let merchants = cart.merchants.iter().zip(shipping);
    merchants
        .map(|(merchant, shipping)| MerchantOrder {
            merchant: merchant.id,
            lines: merchant
                .lines
                .iter()
                .map(|line| OrderLineAmount {
                    total: line.total,
                    discount: Money::zero(currency()),
                })
                .collect(),
            shipping: *shipping,
        })
        .collect()
}

fn rate_view(quote: &ShippingQuote) -> RateView {
    RateView {
        code: quote.code.clone(),
        name: term(&quote.name),
        price: quote.price,
        days: (u32::from(quote.min_days), u32::from(quote.max_days)),
    }
}

/// "VAT 19%", "VAT 8.1%".
fn tax_name(zone: &TaxZone) -> String {
    let (whole, rest) = (zone.standard_bp / 100, zone.standard_bp % 100);
    let rate = match rest {
        0 => whole.to_string(),
        rest if rest % 10 == 0 => decimal(zone.standard_bp / 10),
        rest => format!("{whole}{}{rest:02}", language().decimal_mark()),
    };
    t!("{tax} {rate}%", tax = tax_title(&zone.name), rate)
}

/// A tax as it is called in the language that is spoken: the names a marketplace begins with. One that an operator gave says
/// what it says.
pub fn tax_title(name: &str) -> &str {
    match name {
        UNTAXED => t!("Tax"),
        "VAT" => t!("VAT"),
        "GST" => t!("GST"),
        "Sales tax" => t!("Sales tax"),
        other => other,
    }
}
