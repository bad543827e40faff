//! Translations of content, out to a file and in again: CSV with the columns of Shopify's app Translate & Adapt, so that its users'
//! tools work. A row is a text of a product, of a merchant, or of no one thing (`TERM`: names of categories, options, attributes).
//!
//! What has no translation is left blank in the file, and a blank translation changes nothing.

use std::{
    collections::HashSet,
    io::{Read, Write},
};

use domain::policy::Actor;
use sqlx::PgConnection;
use words::Language;

use super::{queries::translations as queries, sanitise};
use crate::{
    error::AppError,
    ssr::{
        AppState, Cx,
        internal::internal,
        pages::Tag,
        sheet::{LeftOut, Sheet, cell, guarded},
    },
};

const COLUMNS: [&str; 8] = [
    "Type",
    "Identification",
    "Field",
    "Locale",
    "Market",
    "Status",
    "Default content",
    "Translated content",
];
/// Characters of a translated name, and of a longer text.
const NAME: usize = 255;
const TEXT: usize = 100_000;
/// Characters of a term, as `term_translations` has it.
const TERM: usize = 500;

/// Rows that are committed together.
const LOT: usize = 500;

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TranslationsReport {
    /// Rows with a translation that is in now.
    pub taken: usize,
    /// Rows without one.
    pub blank: usize,
    pub left_out: LeftOut,
}

/// A row, read.
struct Translation {
    kind: Kind,
    /// The slug, or the term.
    of: String,
    field: &'static str,
    language: Language,
    text: String,
    line: u64,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Product,
    Merchant,
    Term,
}

impl Kind {
    const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Product => &["title", "subtitle", "body_html"],
            Self::Merchant => &["tagline", "body_html"],
            Self::Term => &["text"],
        }
    }
}

/// Takes in the translations of a file; lines that cannot be used are left out. In lots, each committed by itself: what is translated is
/// indexed anew, and as long as that is not committed nobody can take the last of it. Interrupted, it is simply repeated.
///
/// # Errors
/// [`AppError::Invalid`] at `file` when it is no such CSV.
pub async fn import_translations(
    state: &AppState,
    actor: Actor,
    file: impl Read,
) -> Result<TranslationsReport, AppError> {
    let mut report = TranslationsReport::default();
    for (kind, own) in by_kind(&read(file, &mut report)?) {
        for lot in own.chunks(LOT) {
            let mut cx = Cx::begin(state, actor).await?;
            write(&mut cx, kind, lot, &mut report).await?;
            cx.commit().await?;
        }
    }
    report.left_out.problems.sort();
    Ok(report)
}

/// As [`import_translations`], as part of something larger.
pub async fn import_translations_within(
    cx: &mut Cx,
    file: impl Read,
) -> Result<TranslationsReport, AppError> {
    let mut report = TranslationsReport::default();
    for (kind, own) in by_kind(&read(file, &mut report)?) {
        write(cx, kind, &own, &mut report).await?;
    }
    report.left_out.problems.sort();
    Ok(report)
}

fn by_kind(rows: &[Translation]) -> Vec<(Kind, Vec<&Translation>)> {
    let of = |kind| (kind, rows.iter().filter(|row| row.kind == kind).collect());
    [Kind::Product, Kind::Merchant, Kind::Term].map(of).into()
}

/// Rows of one kind.
async fn write(
    cx: &mut Cx,
    kind: Kind,
    own: &[&Translation],
    report: &mut TranslationsReport,
) -> Result<(), AppError> {
    // Hundreds of products are indexed anew, which takes longer than a page may.
    queries::take_time(cx.db()).await?;
    let columns = queries::Columns {
        of: own.iter().map(|row| row.of.clone()).collect(),
        fields: own.iter().map(|row| row.field.to_owned()).collect(),
        languages: own
            .iter()
            .map(|row| row.language.tag().to_owned())
            .collect(),
        texts: own.iter().map(|row| row.text.clone()).collect(),
    };
    let now = cx.now;
    let unknown = match kind {
        Kind::Product => queries::write_products(cx.db(), &columns, now).await?,
        Kind::Merchant => queries::write_merchants(cx.db(), &columns, now).await?,
        Kind::Term => {
            queries::write_terms(cx.db(), &columns).await?;
            Vec::new()
        }
    };
    for row in own {
        if unknown.contains(&row.of) {
            report
                .left_out
                .push(row.line, format!("nothing is called {}", row.of));
        } else {
            report.taken += 1;
        }
    }
    cx.touch(Tag::Everything);
    Ok(())
}

/// The rows that can be used; of two for one text the later.
fn read(file: impl Read, report: &mut TranslationsReport) -> Result<Vec<Translation>, AppError> {
    let [kind, of, field, locale, _, _, written, text] = COLUMNS;
    let (mut sheet, [kind, of, field, locale, written, text]) =
        Sheet::open(file, [kind, of, field, locale, written, text])?;
    let mut rows = Vec::new();
    while let Some((line, record)) = sheet.next_row()? {
        let cell = |at: usize| cell(&record, at);
        if cell(text).is_empty() {
            report.blank += 1;
            continue;
        }
        let kind = match cell(kind) {
            "PRODUCT" => Kind::Product,
            "MERCHANT" => Kind::Merchant,
            "TERM" => Kind::Term,
            other => {
                report
                    .left_out
                    .push(line, format!("the type {other} is not translated here"));
                continue;
            }
        };
        let Some(language) = Language::of_tag(cell(locale)).filter(|own| *own != Language::English)
        else {
            report.left_out.push(
                line,
                format!("{} is not a language of the shop", cell(locale)),
            );
            continue;
        };
        let fields = kind.fields().iter();
        let Some(field) = fields.copied().find(|own| *own == cell(field)) else {
            report.left_out.push(
                line,
                format!("the field {} is not translated here", cell(field)),
            );
            continue;
        };
        let is_html = field == "body_html";
        let longest = if is_html {
            TEXT
        } else {
            NAME * (1 + usize::from(kind == Kind::Term))
        };
        if cell(text).chars().count() > longest {
            report
                .left_out
                .push(line, format!("longer than {longest} characters"));
            continue;
        }
        let text = if is_html {
            sanitise(cell(text))
        } else {
            cell(text).to_owned()
        };
        let of = cell(if kind == Kind::Term { written } else { of });
        if text.is_empty() || text.contains('\0') || of.contains('\0') {
            report
                .left_out
                .push(line, "nothing is left of it that can be shown");
            continue;
        }
        if kind == Kind::Term && !(1..=TERM).contains(&of.chars().count()) {
            report
                .left_out
                .push(line, format!("a term has 1 to {TERM} characters"));
            continue;
        }
        rows.push(Translation {
            kind,
            of: of.to_owned(),
            field,
            language,
            text,
            line,
        });
    }
    let mut seen = HashSet::new();
    rows.reverse();
    rows.retain(|row: &Translation| {
        seen.insert((row.kind, row.of.clone(), row.field, row.language))
    });
    Ok(rows)
}

/// Writes all that can be said in `language`, with what it is said as so far.
pub async fn export_translations(
    db: &mut PgConnection,
    language: Language,
    out: impl Write,
) -> Result<(), AppError> {
    let failed = |error: csv::Error| internal("writing translations", &error);
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(COLUMNS).map_err(failed)?;
    let mut after = String::new();
    loop {
        let rows = queries::products(db, language.tag(), &after).await?;
        let Some(last) = rows.last() else { break };
        after.clone_from(&last.of);
        for row in &rows {
            writer
                .write_record(row.record("PRODUCT", language))
                .map_err(failed)?;
        }
    }
    for row in queries::merchants(db, language.tag()).await? {
        writer
            .write_record(row.record("MERCHANT", language))
            .map_err(failed)?;
    }
    for row in queries::terms(db, language.tag()).await? {
        writer
            .write_record(row.record("TERM", language))
            .map_err(failed)?;
    }
    writer
        .flush()
        .map_err(|error| internal("writing translations", &error))
}

impl queries::TextRow {
    fn record(&self, kind: &str, language: Language) -> [String; 8] {
        [
            kind.to_owned(),
            self.of.clone(),
            self.field.clone(),
            language.tag().to_owned(),
            String::new(),
            String::new(),
            guarded(&self.written),
            guarded(&self.said),
        ]
    }
}
