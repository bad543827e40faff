//! The demo's merchants with their stock location, shipping zones and rates; the countries' taxes.

use std::collections::HashMap;

use demo::catalogue::{Marketplace, Merchant};
use domain::tax::standard_rates;
use serde::Serialize;
use sqlx::PgConnection;
use time::OffsetDateTime;
use uuid::Uuid;

use super::{artwork::Place, queries};

/// The European Union, where goods travel without customs.
const EU: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
    "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];
/// Where shown prices do not contain the tax.
const EXCLUSIVE: [&str; 2] = ["CA", "US"];

#[derive(Serialize)]
pub struct TaxJson {
    country: &'static str,
    name: &'static str,
    standard_bp: u32,
    inclusive: bool,
}

#[derive(Serialize)]
pub struct MerchantJson<'a> {
    id: Uuid,
    slug: &'a str,
    name: &'a str,
    tagline: &'a str,
    story_html: String,
    city: &'a str,
    country: &'a str,
    founded: u16,
    email: &'a str,
    logo_media_id: Option<Uuid>,
    banner_media_id: Option<Uuid>,
    dispatch_min_days: u8,
    dispatch_max_days: u8,
    joined_days_ago: usize,
}

#[derive(Serialize)]
pub struct LocationJson<'a> {
    id: Uuid,
    merchant_id: Uuid,
    country: &'a str,
}

#[derive(Serialize)]
pub struct ZoneJson {
    id: Uuid,
    merchant_id: Uuid,
    name: &'static str,
    /// Empty: everywhere else.
    countries: Vec<&'static str>,
}

#[derive(Serialize)]
pub struct RateJson {
    zone_id: Uuid,
    code: &'static str,
    name: &'static str,
    position: i32,
    /// Euro cents.
    price_minor: i64,
    free_from_minor: Option<i64>,
    min_days: u16,
    max_days: u16,
}

/// Writes them. Answers how many merchants are new.
pub async fn write(
    db: &mut PgConnection,
    market: &Marketplace,
    places: &HashMap<Place, Uuid>,
    now: OffsetDateTime,
) -> anyhow::Result<u64> {
    let taxes: Vec<TaxJson> = standard_rates()
        .map(|rate| TaxJson {
            country: rate.country.as_str(),
            name: rate.name,
            standard_bp: rate.basis_points,
            inclusive: !EXCLUSIVE.contains(&rate.country.as_str()),
        })
        .collect();
    queries::insert_taxes(db, &taxes).await?;
    let count = market.merchants.len();
    let rows: Vec<MerchantJson<'_>> = market
        .merchants
        .iter()
        .enumerate()
        .map(|(at, merchant)| row(merchant, places, (count - at) * 30))
        .collect();
    let new = queries::insert_merchants(db, &rows, now).await?;
    let locations: Vec<LocationJson<'_>> = market
        .merchants
        .iter()
        .map(|merchant| LocationJson {
            id: location_id(merchant.slug),
            merchant_id: merchant_id(merchant.slug),
            country: merchant.country,
        })
        .collect();
    queries::insert_locations(db, &locations, now).await?;
    let (zones, rates): (Vec<ZoneJson>, Vec<Vec<RateJson>>) =
        market.merchants.iter().flat_map(zones).unzip();
    queries::insert_zones(db, &zones).await?;
    let rates: Vec<RateJson> = rates.into_iter().flatten().collect();
    queries::insert_rates(db, &rates).await?;
    Ok(new)
}

fn row<'a>(
    merchant: &'a Merchant,
    places: &HashMap<Place, Uuid>,
    joined_days_ago: usize,
) -> MerchantJson<'a> {
    MerchantJson {
        id: merchant_id(merchant.slug),
        slug: merchant.slug,
        name: merchant.name,
        tagline: merchant.tagline,
        story_html: app::catalog::ssr::sanitise(&merchant.story_html),
        city: merchant.city,
        country: merchant.country,
        founded: merchant.founded,
        email: &merchant.email,
        logo_media_id: places.get(&Place::Mark(merchant.slug)).copied(),
        banner_media_id: places.get(&Place::Banner(merchant.slug)).copied(),
        dispatch_min_days: merchant.ships_from_days.0,
        dispatch_max_days: merchant.ships_from_days.1,
        joined_days_ago,
    }
}

pub fn merchant_id(slug: &str) -> Uuid {
    super::id("merchant", slug)
}

pub fn location_id(merchant: &str) -> Uuid {
    super::id("location", merchant)
}

/// Home, the Union, and the world, each with a slow and a fast way.
fn zones(merchant: &Merchant) -> [(ZoneJson, Vec<RateJson>); 3] {
    let (soonest, latest) = (
        u16::from(merchant.ships_from_days.0),
        u16::from(merchant.ships_from_days.1),
    );
    // Some makers are generous from a lower sum on.
    let threshold = 6_000 + i64::try_from(merchant.seed % 3).unwrap_or(0) * 2_000;
    let zone = |name: &'static str, countries: Vec<&'static str>| ZoneJson {
        id: super::id("zone", &format!("{}/{name}", merchant.slug)),
        merchant_id: merchant_id(merchant.slug),
        name,
        countries,
    };
    let rates =
        |zone: &ZoneJson, standard: i64, free_from: Option<i64>, express: i64, days: [u16; 4]| {
            let rate =
                |code, name, position, price_minor, free_from_minor, first: u16, last: u16| {
                    RateJson {
                        zone_id: zone.id,
                        code,
                        name,
                        position,
                        price_minor,
                        free_from_minor,
                        min_days: soonest + first,
                        max_days: latest + last,
                    }
                };
            vec![
                rate(
                    "standard", "Standard", 0, standard, free_from, days[0], days[1],
                ),
                rate("express", "Express", 1, express, None, days[2], days[3]),
            ]
        };
    let union: Vec<&'static str> = EU
        .into_iter()
        .filter(|country| *country != merchant.country)
        .collect();
    let home = zone("Home", vec![merchant.country]);
    let home_rates = rates(&home, 490, Some(threshold), 990, [1, 3, 1, 1]);
    let eu = zone("European Union", union);
    let eu_rates = rates(&eu, 890, Some(threshold * 2), 1_890, [3, 6, 1, 3]);
    let world = zone("Worldwide", Vec::new());
    let world_rates = rates(&world, 1_990, None, 3_990, [7, 14, 3, 6]);
    [(home, home_rates), (eu, eu_rates), (world, world_rates)]
}
