//! `sokonova seed`: fills a fresh installation with the demo market hall, `demo::catalogue` drawn by `demo::pictures`.
//!
//! Every id follows from a name, and a picture's from what it shows, so that seeding again finds what is there, repairs what an
//! interrupted run left out, and touches nothing else. Rows come first, in one transaction; pictures follow, and until one is
//! drawn its product is shown with the picture's colour.

mod artwork;
mod goods;
mod markets;
pub mod plenty;
mod queries;
mod shops;

use std::{
    fmt,
    io::IsTerminal,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use app::{
    catalog::ssr::{import_translations_within, pictures::blur_of},
    ssr::{AppState, Cx},
};
use demo::catalogue::Marketplace;
use domain::policy::Actor;
use futures::{StreamExt, TryStreamExt, stream};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use artwork::Picture;

/// Pictures are noted as ready in lots of this size.
const LOT: usize = 32;

/// What seeding did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeedReport {
    /// There was something already, and that was reason enough to do nothing.
    pub skipped: bool,
    pub merchants: u64,
    pub categories: u64,
    pub products: u64,
    pub variants: u64,
    pub reviews: u64,
    /// Pictures drawn now; the others were in the media store.
    pub pictures_drawn: usize,
    pub pictures: usize,
}

impl SeedReport {
    /// What both did.
    fn and(self, other: &Self) -> Self {
        Self {
            skipped: self.skipped && other.skipped,
            merchants: self.merchants + other.merchants,
            categories: self.categories + other.categories,
            products: self.products + other.products,
            variants: self.variants + other.variants,
            reviews: self.reviews + other.reviews,
            pictures_drawn: self.pictures_drawn + other.pictures_drawn,
            pictures: self.pictures + other.pictures,
        }
    }
}

impl fmt::Display for SeedReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.skipped {
            return write!(f, "There are products already; nothing was seeded.");
        }
        write!(
            f,
            "Seeded: {} merchants, {} categories, {} products, {} variants and {} reviews are new; {} of {} pictures drawn.",
            self.merchants,
            self.categories,
            self.products,
            self.variants,
            self.reviews,
            self.pictures_drawn,
            self.pictures
        )
    }
}

/// As [`seed`], then fills up with generated goods until there are `variants` of them.
///
/// # Errors
/// Before anything is done, when there are more already; else as [`seed`].
pub async fn seed_plenty(state: &AppState, variants: u32) -> anyhow::Result<SeedReport> {
    plenty::check(state, variants).await?;
    let report = seed(state, false).await?;
    let market = Arc::new(demo::catalogue::marketplace());
    let planned = market.clone();
    let pictures = tokio::task::spawn_blocking(move || artwork::plan(&planned)).await?;
    Ok(report.and(&plenty::fill(state, &market, &pictures, variants).await?))
}

/// Fills the database and the media store. With `if_empty`, only where there are no products, or where an earlier seed still
/// owes pictures.
///
/// # Errors
/// When the database or the media store fails; running it again goes on from there.
pub async fn seed(state: &AppState, if_empty: bool) -> anyhow::Result<SeedReport> {
    if if_empty {
        let mut db = state.db.read_primary().await?;
        if queries::has_products(&mut db).await? && !queries::owes_pictures(&mut db).await? {
            return Ok(SeedReport {
                skipped: true,
                ..SeedReport::default()
            });
        }
    }
    let market = Arc::new(demo::catalogue::marketplace());
    let planned = market.clone();
    let pictures = tokio::task::spawn_blocking(move || artwork::plan(&planned)).await?;
    let mut report = rows(state, &market, &pictures).await?;
    report.pictures = pictures.len();
    report.pictures_drawn = draw(state, pictures).await?;
    Ok(report)
}

/// Writes every row in one transaction; the pictures' rows wait for their files.
///
/// # Errors
/// When the database fails.
pub async fn rows(
    state: &AppState,
    market: &Marketplace,
    pictures: &[Picture],
) -> anyhow::Result<SeedReport> {
    let mut cx = Cx::begin(state, Actor::System).await?;
    let now = cx.now;
    let places = artwork::places(pictures);
    let db = cx.db();
    queries::insert_media(db, pictures, now).await?;
    let merchants = shops::write(db, market, &places, now).await?;
    let categories = goods::write_categories(db, market, &places).await?;
    let (products, variants, reviews) = goods::write_products(db, market, &places, now).await?;
    // Later ones may be the operator's own.
    if products > 0 {
        for file in demo::TRANSLATIONS {
            let report = import_translations_within(&mut cx, file.as_bytes()).await?;
            anyhow::ensure!(report.left_out.count == 0, "{:?}", report.left_out);
        }
        markets::write(&mut cx, market).await?;
    }
    cx.commit().await?;
    Ok(SeedReport {
        merchants,
        categories,
        products,
        variants,
        reviews,
        ..SeedReport::default()
    })
}

/// Draws what the media store does not have, on all cores. Answers how many that were.
async fn draw(state: &AppState, pictures: Vec<Picture>) -> anyhow::Result<usize> {
    let total = pictures.len();
    let done = Arc::new(AtomicUsize::new(0));
    let progress = tokio::spawn(tell("pictures", done.clone(), total));
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let drawn = stream::iter(pictures)
        .map(|picture| draw_one(state, picture, &done))
        .buffer_unordered(cores)
        .try_chunks(LOT)
        .map_err(|error| error.1)
        .try_fold(0, |drawn, lot: Vec<(Picture, bool)>| async move {
            let mut db = state.db.read_primary().await?;
            queries::mark_ready(&mut db, lot.iter().map(|(picture, _)| picture)).await?;
            Ok(drawn + lot.iter().filter(|(_, new)| *new).count())
        })
        .await;
    progress.abort();
    eprintln!();
    drawn
}

async fn draw_one(
    state: &AppState,
    picture: Picture,
    done: &AtomicUsize,
) -> anyhow::Result<(Picture, bool)> {
    let mut there = true;
    for width in picture.widths {
        there = there && state.media.has(picture.id, *width).await;
    }
    let mut picture = picture;
    if !there {
        let (drawn, files) = tokio::task::spawn_blocking(move || {
            let files = picture.draw();
            (picture, files)
        })
        .await?;
        picture = drawn;
        for file in files {
            state.media.put(picture.id, file.width, file.webp).await?;
        }
    }
    let smallest = picture.widths.first().copied().unwrap_or_default();
    let file = state.media.get(picture.id, smallest).await?;
    picture.blur = tokio::task::spawn_blocking(move || blur_of(&file)).await??;
    done.fetch_add(1, Ordering::Relaxed);
    Ok((picture, !there))
}

/// A line on stderr every second: in place on a terminal.
async fn tell(what: &'static str, done: Arc<AtomicUsize>, total: usize) {
    let (begin, end) = if std::io::stderr().is_terminal() {
        ("\r", "")
    } else {
        ("", "\n")
    };
    let mut ticks = tokio::time::interval(Duration::from_secs(1));
    for seconds in 0_u64.. {
        ticks.tick().await;
        eprint!(
            "{begin}{what} {}/{total}, {seconds} s{end}",
            done.load(Ordering::Relaxed)
        );
    }
}

/// The id of something of the demo, by kind and name.
fn id(kind: &str, name: &str) -> Uuid {
    let digest = Sha256::new()
        .chain_update(kind)
        .chain_update([0])
        .chain_update(name)
        .finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
