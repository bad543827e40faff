//! Import of a merchant's products from Shopify's product CSV.
//!
//! The file is read once, row by row, in constant memory; the rows of one handle are one product and one transaction, so that a
//! wrong row is reported by line and column while the rest goes in. A second import of the same file changes nothing. Rows of a
//! handle that comes again later in the file are laid over what the earlier ones made. A blank cell never deletes.

mod draft;
mod report;
mod rows;

use std::{collections::HashMap, io::Read, path::Path};

use domain::{
    ids::{MerchantId, VariantId},
    policy::Actor,
};
use uuid::Uuid;

pub use report::{ImportReport, RowProblem, Severity};

use super::{
    Outcome, PictureInput, Upserted, default_location, pictures, queries, set_stock, upsert_product,
};
use crate::{
    error::AppError,
    markets::OWN_CURRENCY,
    ssr::{AppState, Cx, rest::invalid},
};
use draft::{Draft, Image};
use rows::{Column, Row, Rows};

/// The most rows laid over a product at once; further ones are laid over the result.
const MAX_ROWS: usize = 4_096;
/// The longest handle.
const MAX_HANDLE: usize = 255;

/// Imports the file at `path` into the merchant with this slug.
///
/// # Errors
/// As [`import`]; and [`AppError::Invalid`] at `file` when it cannot be opened.
pub async fn import_file(
    state: &AppState,
    path: &Path,
    merchant: &str,
    dry_run: bool,
) -> Result<ImportReport, AppError> {
    let file = std::fs::File::open(path).map_err(|error| {
        invalid(
            "file",
            format!("{} cannot be opened: {error}", path.display()),
        )
    })?;
    import(state, file, merchant, dry_run).await
}

/// Imports products from `file`, which is read on the calling thread. A dry run does everything and then undoes it.
///
/// # Errors
/// [`AppError::Invalid`] when the merchant or the header is wrong; anything that is not the file's fault, which ends the import
/// after the products that are in. Importing again goes on from there.
pub async fn import(
    state: &AppState,
    file: impl Read + Send,
    merchant: &str,
    dry_run: bool,
) -> Result<ImportReport, AppError> {
    let mut rows = Rows::open(file)?;
    let mut importer = Importer::new(state, merchant, dry_run).await?;
    importer.report.columns_recognised = rows.header.recognised.clone();
    importer.report.columns_ignored = rows.header.ignored.clone();
    let mut group: Vec<Row> = Vec::new();
    while let Some(row) = rows.next()? {
        importer.report.rows += 1;
        let row = match row {
            Ok(row) => row,
            Err(problem) => {
                importer.report.note([problem]);
                continue;
            }
        };
        let handle = row.get(&rows.header, Column::Handle).unwrap_or_default();
        if handle.is_empty() || handle.chars().count() > MAX_HANDLE {
            let message = "Every row has the handle of its product, of 1 to 255 characters";
            importer
                .report
                .note([row.problem(Severity::Error, Column::Handle, handle, message)]);
            continue;
        }
        let same = group
            .first()
            .is_none_or(|first| first.get(&rows.header, Column::Handle) == Some(handle));
        if !same || group.len() >= MAX_ROWS {
            importer.product(&rows.header, &group).await?;
            group.clear();
        }
        group.push(row);
    }
    importer.product(&rows.header, &group).await?;
    // A product's problems are known only after its last row.
    importer.report.problems.sort_by_key(|problem| problem.line);
    Ok(importer.report)
}

struct Importer<'a> {
    state: &'a AppState,
    merchant: MerchantId,
    /// The one transaction of a dry run, which is never committed.
    dry: Option<Cx>,
    report: ImportReport,
}

/// What became of one product.
enum Done {
    In {
        product: Upserted,
        touched: Vec<usize>,
        stock_changes: u64,
        images_pending: u64,
        problems: Vec<RowProblem>,
    },
    Refused(Vec<RowProblem>),
}

impl<'a> Importer<'a> {
    async fn new(state: &'a AppState, merchant: &str, dry_run: bool) -> Result<Self, AppError> {
        let mut db = state.db.read_primary().await?;
        let found = crate::merchants::ssr::id_of(&mut db, merchant).await?;
        let merchant = found
            .ok_or_else(|| invalid("merchant", format!("There is no merchant {merchant:?}.")))?;
        let dry = if dry_run {
            Some(Cx::begin(state, Actor::System).await?)
        } else {
            None
        };
        Ok(Self {
            state,
            merchant,
            dry,
            report: ImportReport {
                dry_run,
                ..ImportReport::default()
            },
        })
    }

    async fn product(&mut self, header: &rows::Header, rows: &[Row]) -> Result<(), AppError> {
        let Some(handle) = rows.first().and_then(|row| row.get(header, Column::Handle)) else {
            return Ok(());
        };
        let done = match &mut self.dry {
            Some(cx) => {
                queries::products::savepoint(cx.db()).await?;
                let done = write(cx, self.merchant, handle, header, rows).await?;
                if matches!(done, Done::Refused(_)) {
                    queries::products::rollback_to_savepoint(cx.db()).await?;
                }
                done
            }
            None => {
                let mut cx = Cx::begin(self.state, Actor::System).await?;
                let done = write(&mut cx, self.merchant, handle, header, rows).await?;
                if matches!(done, Done::In { .. }) {
                    cx.commit().await?;
                }
                done
            }
        };
        self.count(done);
        Ok(())
    }

    fn count(&mut self, done: Done) {
        let report = &mut self.report;
        match done {
            Done::Refused(problems) => {
                report.products_refused += 1;
                report.note(problems);
            }
            Done::In {
                product,
                touched,
                stock_changes,
                images_pending,
                problems,
            } => {
                match product.outcome {
                    Outcome::Created => report.products_created += 1,
                    Outcome::Updated => report.products_updated += 1,
                    Outcome::Unchanged => report.products_unchanged += 1,
                }
                for (_, outcome) in touched.iter().filter_map(|at| product.variants.get(*at)) {
                    match outcome {
                        Outcome::Created => report.variants_created += 1,
                        Outcome::Updated => report.variants_updated += 1,
                        Outcome::Unchanged => report.variants_unchanged += 1,
                    }
                }
                report.stock_changes += stock_changes;
                report.images_pending += images_pending;
                report.note(problems);
            }
        }
    }
}

/// Writes the product of these rows, or says why not.
async fn write(
    cx: &mut Cx,
    merchant: MerchantId,
    handle: &str,
    header: &rows::Header,
    rows: &[Row],
) -> Result<Done, AppError> {
    let stored = queries::products::stored(cx.db(), merchant, handle).await?;
    let base = stored.map_or_else(
        || draft::blank(merchant, handle, OWN_CURRENCY),
        |stored| stored.input,
    );
    let mut draft = draft::draft(header, rows, base);
    if draft
        .problems
        .iter()
        .any(|problem| problem.severity == Severity::Error)
    {
        return Ok(Done::Refused(draft.problems));
    }
    let images_pending = take_pictures(cx, &mut draft).await?;
    let product = match upsert_product(cx, draft.product.clone()).await {
        Ok(product) => product,
        Err(AppError::Invalid { fields }) => {
            let first = rows.first();
            draft.problems.extend(fields.iter().filter_map(|error| {
                Some(first?.problem(
                    Severity::Error,
                    column_of(&error.field),
                    "",
                    error.message.clone(),
                ))
            }));
            return Ok(Done::Refused(draft.problems));
        }
        Err(error) => return Err(error),
    };
    let stock_changes = take_stock(cx, merchant, &mut draft, &product).await?;
    let touched = draft.variants.iter().map(|variant| variant.index).collect();
    Ok(Done::In {
        product,
        touched,
        stock_changes,
        images_pending,
        problems: draft.problems,
    })
}

/// The column a field of [`ProductInput`](super::ProductInput) is read from.
fn column_of(field: &str) -> Column {
    match field {
        "title" => Column::Title,
        "sku" => Column::Sku,
        "price" => Column::Price,
        "compare_at" => Column::CompareAt,
        "options" => Column::OptionName(0),
        "variants" => Column::OptionValue(0),
        _ => Column::Handle,
    }
}

/// Puts the file's pictures first, in its order, and keeps the others behind them; gives variants theirs. Answers how many are
/// new.
async fn take_pictures(cx: &mut Cx, draft: &mut Draft) -> Result<u64, AppError> {
    let variant_images: Vec<(usize, String)> = draft
        .variants
        .iter()
        .filter_map(|variant| Some((variant.index, variant.image.clone()?)))
        .collect();
    for (_, url) in &variant_images {
        if !draft.images.iter().any(|image| image.url == *url) {
            draft.images.push(Image::of_variant(url.clone()));
        }
    }
    if draft.images.is_empty() {
        return Ok(0);
    }
    let kept: Vec<Uuid> = draft
        .product
        .pictures
        .iter()
        .map(|picture| picture.media)
        .collect();
    let present: HashMap<String, Uuid> = queries::media::sources(cx.db(), &kept)
        .await?
        .into_iter()
        .map(|(id, url)| (url, id))
        .collect();
    let mut new = 0;
    let mut ids: HashMap<String, Uuid> = HashMap::new();
    let mut wanted: Vec<PictureInput> = Vec::new();
    for image in &draft.images {
        let media = match present.get(&image.url) {
            Some(media) => *media,
            None => {
                let (media, is_new) = pictures::from_url(cx, &image.url).await?;
                new += u64::from(is_new);
                media
            }
        };
        let old = draft
            .product
            .pictures
            .iter()
            .find(|picture| picture.media == media);
        let alt = image.alt.clone().or_else(|| old.map(|old| old.alt.clone()));
        wanted.push(PictureInput {
            media,
            alt: alt.unwrap_or_else(|| draft.product.title.clone()),
        });
        ids.insert(image.url.clone(), media);
    }
    let others = draft
        .product
        .pictures
        .drain(..)
        .filter(|own| !wanted.iter().any(|other| other.media == own.media));
    let others: Vec<PictureInput> = others.collect();
    wanted.extend(others);
    draft.product.pictures = wanted;
    for (index, url) in variant_images {
        if let Some(variant) = draft.product.variants.get_mut(index) {
            variant.media = ids.get(&url).copied();
        }
    }
    Ok(new)
}

/// Sets what the file says lies at the merchant's first location. Answers how many levels changed.
async fn take_stock(
    cx: &mut Cx,
    merchant: MerchantId,
    draft: &mut Draft,
    product: &Upserted,
) -> Result<u64, AppError> {
    let wanted: Vec<(u64, VariantId, u32)> = draft
        .variants
        .iter()
        .filter_map(|variant| {
            Some((
                variant.line,
                product.variants.get(variant.index)?.0,
                variant.quantity?,
            ))
        })
        .collect();
    if wanted.is_empty() {
        return Ok(0);
    }
    let location = default_location(cx, merchant).await?;
    let ids: Vec<Uuid> = wanted
        .iter()
        .map(|(_, variant, _)| variant.as_uuid())
        .collect();
    let present = queries::stock::on_hand(cx.db(), &ids, location.as_uuid()).await?;
    let mut changes = 0;
    for (line, variant, quantity) in wanted {
        if present.get(&variant.as_uuid()).copied().unwrap_or(0) == i64::from(quantity) {
            continue;
        }
        match set_stock(
            cx,
            variant,
            location,
            quantity,
            ("import", product.id.as_uuid()),
        )
        .await
        {
            Ok(changed) => changes += u64::from(changed),
            Err(AppError::Rule { message, .. }) => draft.problems.push(RowProblem {
                severity: Severity::Warning,
                line,
                column: Column::Quantity.name().to_owned(),
                value: quantity.to_string(),
                message,
            }),
            Err(error) => return Err(error),
        }
    }
    Ok(changes)
}
