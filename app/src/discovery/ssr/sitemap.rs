//! Sitemaps (sitemaps.org protocol 0.9, with Google's image extension): an index, and files of at most [`STRIDE`] entries.
//!
//! A file of products is named by the id its entries come after, so that each is one range of an index, however many
//! products there are. Where files begin is found by walking that index a stride at a time, at most once in [`WALKED`].
//! Ids grow with time, so that what is new falls into the last file; what is hidden or gone leaves a file shorter.

use std::{io, sync::Arc, time::Duration};

use moka::future::Cache;
use time::format_description::well_known::Rfc3339;
use tokio::sync::Semaphore;
use uuid::Uuid;
use words::{Language, Locale, Region};

use super::{
    queries::{self, ProductPlaceRow},
    xml::Xml,
};
use crate::{
    address::in_locale,
    content::ssr::WORDS,
    error::AppError,
    markets,
    ssr::{AppState, internal::internal},
};

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const IMAGES: &str = "http://www.google.com/schemas/sitemap-image/1.1";
/// Entries of a file; the protocol allows ten times as many.
pub const STRIDE: i64 = 5_000;
/// More categories than this no shopper would look through.
const CATEGORIES: i64 = 10_000;
/// So long the beginnings of files are believed.
const WALKED: Duration = Duration::from_secs(600);
/// So long a file's turn is waited for.
const TURN: Duration = Duration::from_secs(5);
/// Pixels of the pictures that are named.
const PICTURE: u32 = 960;

/// Where files begin; cheap to clone. One file is made at a time.
#[derive(Clone)]
pub struct Walked {
    names: Cache<(), Arc<Vec<String>>>,
    turn: Arc<Semaphore>,
}

impl Default for Walked {
    fn default() -> Self {
        Self {
            names: Cache::builder()
                .max_capacity(1)
                .time_to_live(WALKED)
                .build(),
            turn: Arc::new(Semaphore::new(1)),
        }
    }
}

/// Which file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// The home page and the pages of words.
    Pages,
    Categories,
    /// The stride after this id.
    Merchants(Uuid),
    Products(Uuid),
}

impl File {
    /// The name of [`File::name`], read; none for any other.
    pub fn parse(name: &str) -> Option<Self> {
        let stem = name.strip_suffix(".xml")?;
        let file = match stem.split_once('-') {
            None if stem == "pages" => Self::Pages,
            None if stem == "categories" => Self::Categories,
            Some(("merchants", after)) => Self::Merchants(Uuid::try_parse(after).ok()?),
            Some(("products", after)) => Self::Products(Uuid::try_parse(after).ok()?),
            _ => return None,
        };
        // Ids can be written in several ways, a file has one address.
        (file.name() == name).then_some(file)
    }

    pub fn name(self) -> String {
        match self {
            Self::Pages => "pages.xml".into(),
            Self::Categories => "categories.xml".into(),
            Self::Merchants(after) => format!("merchants-{}.xml", after.simple()),
            Self::Products(after) => format!("products-{}.xml", after.simple()),
        }
    }
}

/// The index of all files, in every language and market: the addresses in a file are of the file's own.
pub async fn index(state: &AppState) -> Result<Vec<u8>, AppError> {
    let names = state.discovery.sitemaps.names.clone();
    let names = names
        .try_get_with((), async { walk(state).await.map(Arc::new) })
        .await
        .map_err(|error: Arc<AppError>| (*error).clone())?;
    let markets = markets::ssr::all(state).await?;
    let regions = markets.iter().map(|market| Region::of(&market.code));
    let regions = [None].into_iter().chain(regions.filter(Option::is_some));
    let locales: Vec<Locale> = regions
        .flat_map(|region| Language::ALL.map(|language| Locale { language, region }))
        .collect();
    written(|| {
        let mut xml = Xml::document()?;
        xml.open("sitemapindex", &[("xmlns", NAMESPACE)])?;
        for locale in &locales {
            for name in names.iter() {
                let path = in_locale(*locale, &format!("/sitemaps/{name}"));
                xml.open("sitemap", &[])?;
                xml.element("loc", &state.settings.absolute(&path))?;
                xml.close("sitemap")?;
            }
        }
        xml.close("sitemapindex")?;
        Ok(xml.into_bytes())
    })
}

/// The names of all files. One short statement for each.
async fn walk(state: &AppState) -> Result<Vec<String>, AppError> {
    let mut names = vec![File::Pages.name(), File::Categories.name()];
    let mut db = state.db.read().await?;
    let mut after = Uuid::nil();
    while let Some(last) = queries::last_merchant(&mut db, after, STRIDE).await? {
        names.push(File::Merchants(after).name());
        after = last;
    }
    after = Uuid::nil();
    while let Some(last) = queries::last_product(&mut db, after, STRIDE).await? {
        names.push(File::Products(after).name());
        after = last;
    }
    Ok(names)
}

/// One file. One statement at most.
pub async fn file(state: &AppState, file: File) -> Result<Vec<u8>, AppError> {
    let turn = state.discovery.sitemaps.turn.clone();
    let _turn = tokio::time::timeout(TURN, turn.acquire_owned())
        .await
        .map_err(|_| AppError::Unavailable)?
        .map_err(|error| internal("waiting for a sitemap's turn", &error))?;
    if file == File::Pages {
        let words = WORDS.iter().map(|slug| format!("/pages/{slug}"));
        let paths: Vec<String> = std::iter::once("/".to_owned()).chain(words).collect();
        return urls(state, &paths);
    }
    let mut db = state.db.read().await?;
    match file {
        File::Products(after) => {
            let rows = queries::products_after(&mut db, after, STRIDE).await?;
            drop(db);
            products(state, rows)
        }
        File::Merchants(after) => {
            let slugs = queries::merchants_after(&mut db, after, STRIDE).await?;
            urls(state, &below("/m/", &slugs))
        }
        File::Categories | File::Pages => {
            let slugs = queries::categories(&mut db, CATEGORIES).await?;
            urls(state, &below("/c/", &slugs))
        }
    }
}

fn below(place: &str, slugs: &[String]) -> Vec<String> {
    slugs.iter().map(|slug| format!("{place}{slug}")).collect()
}

fn urls(state: &AppState, paths: &[String]) -> Result<Vec<u8>, AppError> {
    written(|| {
        let mut xml = Xml::document()?;
        xml.open("urlset", &[("xmlns", NAMESPACE)])?;
        for path in paths {
            xml.open("url", &[])?;
            xml.element("loc", &state.settings.link(path))?;
            xml.close("url")?;
        }
        xml.close("urlset")?;
        Ok(xml.into_bytes())
    })
}

fn products(state: &AppState, rows: Vec<ProductPlaceRow>) -> Result<Vec<u8>, AppError> {
    written(|| {
        let mut xml = Xml::document()?;
        xml.open("urlset", &[("xmlns", NAMESPACE), ("xmlns:image", IMAGES)])?;
        for row in rows {
            xml.open("url", &[])?;
            xml.element("loc", &state.settings.link(&format!("/p/{}", row.slug)))?;
            if let Ok(at) = row
                .updated_at
                .replace_nanosecond(0)
                .unwrap_or(row.updated_at)
                .format(&Rfc3339)
            {
                xml.element("lastmod", &at)?;
            }
            let pictures = row.pictures.0.into_iter();
            for src in pictures.filter_map(|picture| picture.view(&state.media).src(PICTURE)) {
                xml.open("image:image", &[])?;
                xml.element("image:loc", &state.settings.absolute(&src))?;
                xml.close("image:image")?;
            }
            xml.close("url")?;
        }
        xml.close("urlset")?;
        Ok(xml.into_bytes())
    })
}

fn written(write: impl FnOnce() -> io::Result<Vec<u8>>) -> Result<Vec<u8>, AppError> {
    write().map_err(|error| internal("writing a sitemap", &error))
}
