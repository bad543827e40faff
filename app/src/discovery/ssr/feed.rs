//! The product feed: RSS 2.0 with Merchant Center's `g:` elements, every variant that can be bought or will be again. It is
//! read a page of products at a time while it is sent, so that memory does not grow with the shop. docs/adr/0021 has the
//! reasons.
//!
//! Invariant: a feed that could not be read to its end is cut off, never closed: nobody takes a part for the whole.

use std::{collections::HashMap, io, sync::Arc, time::Duration};

use ::words as spoken;
use axum::body::Bytes;
use domain::{gtin::gtin, money::Money};
use futures::{Stream, StreamExt, stream};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore, mpsc},
    time::{Instant, timeout, timeout_at},
};
use uuid::Uuid;

use super::{
    queries::{self, FeedRow, FeedVariant},
    structured::{SHOP, name_of, property_of},
    words,
    xml::Xml,
};
use crate::{
    catalog::types::PictureView,
    error::AppError,
    markets::{market, ssr::priced, trading},
    ssr::{AppState, internal::internal},
};

/// Between the steps of a category's path.
const SEPARATOR: &str = " > ";
/// Products read at once, with all their variants.
const PAGE: i64 = 500;
/// Feeds sent at the same time by one process.
const SENT_AT_ONCE: usize = 2;
/// So long a reader may take over a page.
const PATIENCE: Duration = Duration::from_secs(30);
/// So long over all of it.
const LONGEST: Duration = Duration::from_secs(30 * 60);
/// Characters of a title and a description, and further pictures, that Merchant Center reads.
const TITLE: usize = 150;
const DESCRIPTION: usize = 5_000;
const PICTURES: usize = 10;
/// Pixels of a picture.
const PICTURE: u32 = 960;
const NAMESPACE: &str = "http://base.google.com/ns/1.0";

/// Whose turn it is; cheap to clone.
#[derive(Clone)]
pub struct Turn(Arc<Semaphore>);

impl Default for Turn {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(SENT_AT_ONCE)))
    }
}

/// The feed, part by part; one is read ahead of what was taken.
///
/// # Errors
/// [`AppError::Unavailable`] while as many are being sent as may be, or when the database does not answer.
pub async fn feed(
    state: &AppState,
) -> Result<impl Stream<Item = io::Result<Bytes>> + Send + use<>, AppError> {
    let turn = state.discovery.feed.0.clone();
    let turn = turn
        .try_acquire_owned()
        .map_err(|_| AppError::Unavailable)?;
    let mut db = state.db.read().await?;
    let paths = queries::category_paths(&mut db).await?;
    drop(db);
    let writer = FeedWriter {
        state: state.clone(),
        paths: paths
            .into_iter()
            .map(|row| (row.id, said_path(&row.path)))
            .collect(),
    };
    let (parts, reader) = mpsc::channel(1);
    // In the language and the market it was asked for in.
    let sending = spoken::speaking(spoken::speech(), send(writer, parts, turn));
    tokio::spawn(trading(market(), sending));
    let taken = stream::unfold(reader, |mut reader| async move {
        Some((reader.recv().await?, reader))
    });
    // Compression asks again after the end.
    Ok(taken.fuse())
}

/// Sends every part, as long as somebody takes them.
async fn send(
    writer: FeedWriter,
    parts: mpsc::Sender<io::Result<Bytes>>,
    _turn: OwnedSemaphorePermit,
) {
    let end = Instant::now() + LONGEST;
    let whole = async {
        let mut after = Uuid::nil();
        let mut part = writer.beginning();
        loop {
            // Not before the part before it was taken.
            let Ok(Ok(place)) = timeout(PATIENCE, parts.reserve()).await else {
                return;
            };
            let failed = part.is_err();
            place.send(part.map(Bytes::from));
            if failed {
                return;
            }
            match writer.page(after).await {
                Ok(Some((last, items))) => {
                    after = last;
                    part = Ok(items);
                }
                Ok(None) => break,
                // Logged where it happened.
                Err(error) => part = Err(io::Error::other(error)),
            }
        }
        // The reader takes this one, or is gone.
        if let Ok(Ok(place)) = timeout(PATIENCE, parts.reserve()).await {
            place.send(Ok(Bytes::from_static(END)));
        }
    };
    if timeout_at(end, whole).await.is_err() {
        tracing::warn!("the product feed was not read in time");
    }
}

const END: &[u8] = b"</channel></rss>";

struct FeedWriter {
    state: AppState,
    /// Categories by id, as `Home > Tableware > Mugs`.
    paths: HashMap<Uuid, String>,
}

impl FeedWriter {
    /// Up to the first item. The elements opened here are closed by [`END`].
    fn beginning(&self) -> io::Result<Vec<u8>> {
        let mut xml = Xml::document()?;
        xml.open("rss", &[("version", "2.0"), ("xmlns:g", NAMESPACE)])?;
        xml.open("channel", &[])?;
        xml.element("title", SHOP)?;
        xml.element("link", &self.state.settings.link("/"))?;
        xml.element(
            "description",
            spoken::t!("Everything for sale from every maker."),
        )?;
        Ok(xml.into_bytes())
    }

    /// The items of the page after this product, and its last product; none behind the last page. Two statements.
    async fn page(&self, after: Uuid) -> Result<Option<(Uuid, Vec<u8>)>, AppError> {
        let mut db = self.state.db.read().await?;
        let Some(last) = queries::last_product(&mut db, after, PAGE).await? else {
            return Ok(None);
        };
        let rows = queries::feed_after(&mut db, after, PAGE).await?;
        drop(db);
        let mut xml = Xml::part();
        for row in &rows {
            self.product(&mut xml, row)?;
        }
        Ok(Some((last, xml.into_bytes())))
    }

    fn product(&self, xml: &mut Xml, row: &FeedRow) -> Result<(), AppError> {
        let described = words::plain(&row.description_html);
        let described = match (described.is_empty(), row.subtitle.is_empty()) {
            (false, _) => described.as_str(),
            (true, false) => row.subtitle.as_str(),
            (true, true) => row.title.as_str(),
        };
        let description = words::shortened(described, DESCRIPTION);
        let pictures: Vec<(Uuid, PictureView)> = row
            .pictures
            .iter()
            .map(|picture| (picture.id, picture.clone().view(&self.state.media)))
            .collect();
        for variant in row.variants.iter() {
            self.item(xml, row, variant, &description, &pictures)?;
        }
        Ok(())
    }

    fn item(
        &self,
        xml: &mut Xml,
        row: &FeedRow,
        variant: &FeedVariant,
        description: &str,
        pictures: &[(Uuid, PictureView)],
    ) -> Result<(), AppError> {
        let amount = |money: Money| format!("{} {}", money.decimal_string(), money.currency.code());
        let own = (variant.price_minor, variant.compare_at_minor);
        let here = priced(own, &row.currency, variant.listed)?;
        let (price, before) = (amount(here.price), here.compare_at.map(amount));
        self.write(xml, row, variant, description, pictures, (price, before))
            .map_err(|error| internal("writing the feed", &error))
    }

    /// `price` is what it costs, and what it cost before.
    fn write(
        &self,
        xml: &mut Xml,
        row: &FeedRow,
        variant: &FeedVariant,
        description: &str,
        pictures: &[(Uuid, PictureView)],
        (price, before): (String, Option<String>),
    ) -> io::Result<()> {
        let settings = &self.state.settings;
        let several = row.variants.len() > 1;
        let page = settings.link(&format!("/p/{}", row.slug));
        let values: Vec<String> = variant
            .option_values
            .iter()
            .map(|value| spoken::term(value))
            .collect();
        let title = name_of(&row.title, &values);
        xml.open("item", &[])?;
        xml.element("g:id", &variant.id.to_string())?;
        xml.element("g:title", &words::shortened(&title, TITLE))?;
        xml.element("g:description", description)?;
        if several {
            xml.element("g:item_group_id", &row.id.to_string())?;
            xml.element("g:link", &format!("{page}?variant={}", variant.id))?;
            xml.element("g:canonical_link", &page)?;
        } else {
            xml.element("g:link", &page)?;
        }
        let first = variant
            .media_id
            .and_then(|id| pictures.iter().position(|(own, _)| *own == id))
            .unwrap_or(0);
        let address =
            |picture: &PictureView| picture.src(PICTURE).map(|src| settings.absolute(&src));
        if let Some(src) = pictures
            .get(first)
            .and_then(|(_, picture)| address(picture))
        {
            xml.element("g:image_link", &src)?;
        }
        let others = pictures.iter().enumerate().filter(|(at, _)| *at != first);
        for src in others
            .filter_map(|(_, (_, picture))| address(picture))
            .take(PICTURES)
        {
            xml.element("g:additional_image_link", &src)?;
        }
        let availability = if variant.in_stock {
            "in_stock"
        } else {
            "out_of_stock"
        };
        xml.element("g:availability", availability)?;
        match before {
            Some(before) => {
                xml.element("g:price", &before)?;
                xml.element("g:sale_price", &price)?;
            }
            None => xml.element("g:price", &price)?,
        }
        xml.element("g:condition", "new")?;
        xml.element("g:brand", &row.merchant_name)?;
        identify(xml, variant)?;
        if let Some(path) = row.category_id.and_then(|id| self.paths.get(&id)) {
            xml.element("g:product_type", path)?;
        }
        if several {
            for (option, value) in row.options.iter().zip(&values) {
                if let Some(property) = property_of(option) {
                    xml.element(&format!("g:{property}"), value)?;
                }
            }
        }
        if variant.weight_grams > 0 {
            xml.element("g:shipping_weight", &format!("{} g", variant.weight_grams))?;
        }
        // Each maker has its own postage; an account's shipping settings can go by this.
        xml.element("g:shipping_label", &row.merchant_slug)?;
        xml.element("g:min_handling_time", &row.dispatch_min_days.to_string())?;
        xml.element("g:max_handling_time", &row.dispatch_max_days.to_string())?;
        xml.close("item")
    }
}

/// `Home > Tableware > Mugs` in the spoken language.
fn said_path(path: &str) -> String {
    let steps: Vec<String> = path.split(SEPARATOR).map(spoken::term).collect();
    steps.join(SEPARATOR)
}

/// The numbers a variant is known by beyond this shop, or that there are none.
fn identify(xml: &mut Xml, variant: &FeedVariant) -> io::Result<()> {
    let number = variant.barcode.as_deref().and_then(gtin);
    if let Some(number) = &number {
        xml.element("g:gtin", number)?;
    }
    // The brand is the maker, so the maker's own number is the manufacturer's.
    if let Some(sku) = &variant.sku {
        xml.element("g:mpn", &words::shortened(sku, 70))?;
    }
    if number.is_none() && variant.sku.is_none() {
        xml.element("g:identifier_exists", "no")?;
    }
    Ok(())
}
