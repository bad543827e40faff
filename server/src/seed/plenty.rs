//! `sokonova seed --variants N`: fills up with generated goods until there are N variants.
//!
//! Goods come in lots, each with all it needs in one transaction: rows by `COPY`, what follows from them by one statement per
//! table. So a run that is interrupted leaves whole lots behind, and running it again makes those that are missing. Needs no more
//! rights than the application has: no trigger and no index is switched off.

mod copy;
mod queries;
mod rows;

use std::{
    collections::{HashMap, HashSet},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use anyhow::{Context, ensure};
use app::ssr::{AppState, Cx};
use demo::catalogue::{
    Marketplace,
    plenty::{Source, shops_for},
};
use domain::policy::Actor;
use futures::{TryStreamExt, stream};
use uuid::Uuid;

use super::{
    SeedReport,
    artwork::{Picture, Place},
    queries::{refresh_index, refresh_places},
    shops::merchant_id,
    tell,
};
use rows::{Known, Lot};

/// Goods in a lot: some 8 MB of rows.
const LOT: u32 = 4_000;
/// Lots written at once, where there are as many cores.
const AT_ONCE: usize = 4;

/// Whether `wanted` variants can be had: there are no more than that already, nor in the demo market that comes first.
///
/// # Errors
/// When there are more, or when the database fails.
pub async fn check(state: &AppState, wanted: u32) -> anyhow::Result<()> {
    let market = demo::catalogue::marketplace();
    let demo: usize = market
        .products
        .iter()
        .map(|product| product.variants.len())
        .sum();
    let there = there(state).await?;
    ensure!(
        there <= wanted,
        "There are {there} variants already, more than {wanted}; nothing was done."
    );
    ensure!(
        demo <= wanted as usize,
        "The demo market alone has {demo} variants, more than {wanted}; nothing was done."
    );
    Ok(())
}

async fn there(state: &AppState) -> anyhow::Result<u32> {
    let mut db = state.db.read_primary().await?;
    Ok(u32::try_from(queries::variants(&mut db).await?)?)
}

/// A lot to be made.
#[derive(Default)]
struct Plan {
    /// Numbers of goods, and whether each comes in a single variant.
    goods: Vec<(u32, bool)>,
    /// Merchants that were opened for it.
    merchants: u64,
}

/// Makes goods until there are `wanted` variants; none where there are as many. The demo's rows must be there.
///
/// # Errors
/// When the database fails; running it again goes on from there.
pub async fn fill(
    state: &AppState,
    market: &Marketplace,
    pictures: &[Picture],
    wanted: u32,
) -> anyhow::Result<SeedReport> {
    let source = Source::new(market).context("the demo market has no goods")?;
    let missing = wanted.saturating_sub(there(state).await?);
    if missing == 0 {
        return Ok(SeedReport::default());
    }
    let places = super::artwork::places(pictures);
    let done = Arc::new(AtomicUsize::new(0));
    let progress = tokio::spawn(tell("variants", done.clone(), missing as usize));
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let (source, places, counted) = (&source, &places, &done);
    let plans = stream::try_unfold((0_u32, missing), |(first, missing)| async move {
        if missing == 0 {
            return Ok::<_, anyhow::Error>(None);
        }
        let (plan, missing) = plan(state, source, first, missing).await?;
        Ok(Some((plan, (first + LOT, missing))))
    });
    let made = plans
        .map_ok(|plan| async move {
            let report = write(state, source, market, places, &plan).await?;
            counted.fetch_add(usize::try_from(report.variants)?, Ordering::Relaxed);
            Ok(report)
        })
        .try_buffer_unordered(cores.min(AT_ONCE))
        .try_fold(SeedReport::default(), |sum, lot| async move {
            Ok(sum.and(&lot))
        })
        .await;
    progress.abort();
    eprintln!();
    let made = made?;
    eprintln!("tidying up and counting for the planner");
    queries::vacuum(state.db.primary()).await?;
    Ok(made)
}

/// Of the lot that begins with `first`, the goods that are not there, at most `missing` variants of them. Answers how many are
/// missing afterwards.
async fn plan(
    state: &AppState,
    source: &Source<'_>,
    first: u32,
    mut missing: u32,
) -> anyhow::Result<(Plan, u32)> {
    let ids: Vec<Uuid> = (first..first + LOT).map(good_id).collect();
    let mut db = state.db.read_primary().await?;
    let known: HashSet<Uuid> = queries::known(&mut db, &ids).await?.into_iter().collect();
    drop(db);
    let mut plan = Plan::default();
    for number in (first..first + LOT).filter(|number| !known.contains(&good_id(*number))) {
        if missing == 0 {
            break;
        }
        let variants = source.variants_of(number);
        let alone = variants > missing;
        plan.goods.push((number, alone));
        missing -= if alone { 1 } else { variants };
    }
    if let Some((last, _)) = plan.goods.last() {
        plan.merchants = open_shops(state, source, (first, *last)).await?;
    }
    Ok((plan, missing))
}

/// Makes a lot, in one transaction.
async fn write(
    state: &AppState,
    source: &Source<'_>,
    market: &Marketplace,
    places: &HashMap<Place, Uuid>,
    plan: &Plan,
) -> anyhow::Result<SeedReport> {
    let mut report = SeedReport {
        merchants: plan.merchants,
        ..SeedReport::default()
    };
    let shelves = market
        .categories
        .iter()
        .map(|category| (category.slug, category.name))
        .collect();
    let mut cx = Cx::begin(state, Actor::System).await?;
    let known = Known {
        places,
        shelves: &shelves,
        now: cx.now,
    };
    let mut names: HashMap<u32, String> = HashMap::new();
    let mut lot = Lot::default();
    for (number, alone) in &plan.goods {
        let good = source.good(*number, *alone);
        let vendor = names
            .entry(good.shop)
            .or_insert_with(|| source.shop(good.shop).name);
        lot.add(&good, vendor, &known)?;
    }
    let db = cx.db();
    queries::settle_in(db).await?;
    let ids = lot.ids.clone();
    report.products = u64::try_from(ids.len())?;
    (report.variants, report.reviews) = lot.send(db).await?;
    refresh_places(db, &ids).await?;
    refresh_index(db, &ids).await?;
    cx.commit().await?;
    Ok(report)
}

/// The merchants that open with these goods, committed before any lot needs them: lots written at the same time share them.
/// Answers how many are new.
async fn open_shops(
    state: &AppState,
    source: &Source<'_>,
    (first, last): (u32, u32),
) -> anyhow::Result<u64> {
    let mut cx = Cx::begin(state, Actor::System).await?;
    let now = cx.now;
    let mut new = 0;
    for number in shops_for(first) - 1..shops_for(last) {
        let shop = source.shop(number);
        let shop = queries::NewShop {
            id: shop_id(number),
            location: shop_location(number),
            slug: &shop.slug,
            name: &shop.name,
            model: merchant_id(shop.model),
        };
        new += queries::insert_shop(cx.db(), &shop, now).await?;
    }
    cx.commit().await?;
    Ok(new)
}

fn good_id(number: u32) -> Uuid {
    part_id(b'p', number, 0)
}

fn shop_id(number: u32) -> Uuid {
    part_id(b'm', number, 0)
}

fn shop_location(number: u32) -> Uuid {
    part_id(b'l', number, 0)
}

/// The id of what belongs to a number, in the order of the numbers, so that rows are added at the end of each index; its other
/// end is as good as random.
fn part_id(kind: u8, number: u32, part: u16) -> Uuid {
    let scattered = super::id("plenty", &format!("{}{number}-{part}", char::from(kind)));
    let mut bytes = *scattered.as_bytes();
    bytes[..4].copy_from_slice(&number.to_be_bytes());
    bytes[4..6].copy_from_slice(&part.to_be_bytes());
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
