//! Reading the file: the header, then row by row with the physical line each begins on.

use std::io::{BufRead, BufReader, Read};

use csv::StringRecord;

use super::report::{RowProblem, Severity};
use crate::{error::AppError, ssr::rest::invalid};

/// The columns of Shopify's product export that mean something here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Handle,
    Title,
    Body,
    Vendor,
    Type,
    Tags,
    Published,
    Status,
    OptionName(usize),
    OptionValue(usize),
    Sku,
    Grams,
    Tracker,
    Quantity,
    Policy,
    Price,
    CompareAt,
    RequiresShipping,
    Taxable,
    Barcode,
    ImageSrc,
    ImagePosition,
    ImageAlt,
    VariantImage,
    SeoTitle,
    SeoDescription,
}

impl Column {
    const ALL: [Self; 30] = [
        Self::Handle,
        Self::Title,
        Self::Body,
        Self::Vendor,
        Self::Type,
        Self::Tags,
        Self::Published,
        Self::Status,
        Self::OptionName(0),
        Self::OptionName(1),
        Self::OptionName(2),
        Self::OptionValue(0),
        Self::OptionValue(1),
        Self::OptionValue(2),
        Self::Sku,
        Self::Grams,
        Self::Tracker,
        Self::Quantity,
        Self::Policy,
        Self::Price,
        Self::CompareAt,
        Self::RequiresShipping,
        Self::Taxable,
        Self::Barcode,
        Self::ImageSrc,
        Self::ImagePosition,
        Self::ImageAlt,
        Self::VariantImage,
        Self::SeoTitle,
        Self::SeoDescription,
    ];

    /// As in Shopify's header.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Handle => "Handle",
            Self::Title => "Title",
            Self::Body => "Body (HTML)",
            Self::Vendor => "Vendor",
            Self::Type => "Type",
            Self::Tags => "Tags",
            Self::Published => "Published",
            Self::Status => "Status",
            Self::OptionName(0) => "Option1 Name",
            Self::OptionName(1) => "Option2 Name",
            Self::OptionName(_) => "Option3 Name",
            Self::OptionValue(0) => "Option1 Value",
            Self::OptionValue(1) => "Option2 Value",
            Self::OptionValue(_) => "Option3 Value",
            Self::Sku => "Variant SKU",
            Self::Grams => "Variant Grams",
            Self::Tracker => "Variant Inventory Tracker",
            Self::Quantity => "Variant Inventory Qty",
            Self::Policy => "Variant Inventory Policy",
            Self::Price => "Variant Price",
            Self::CompareAt => "Variant Compare At Price",
            Self::RequiresShipping => "Variant Requires Shipping",
            Self::Taxable => "Variant Taxable",
            Self::Barcode => "Variant Barcode",
            Self::ImageSrc => "Image Src",
            Self::ImagePosition => "Image Position",
            Self::ImageAlt => "Image Alt Text",
            Self::VariantImage => "Variant Image",
            Self::SeoTitle => "SEO Title",
            Self::SeoDescription => "SEO Description",
        }
    }
}

/// Where each column is.
#[derive(Clone, Debug)]
pub struct Header {
    places: Vec<(Column, usize)>,
    pub recognised: Vec<String>,
    pub ignored: Vec<String>,
}

impl Header {
    /// # Errors
    /// [`AppError::Invalid`] at `header` when Handle or Title is not there, or a column is there twice.
    fn read(record: &StringRecord) -> Result<Self, AppError> {
        let mut header = Self {
            places: Vec::new(),
            recognised: Vec::new(),
            ignored: Vec::new(),
        };
        for (place, name) in record.iter().enumerate() {
            let name = name.trim_start_matches('\u{feff}').trim();
            match Column::ALL
                .into_iter()
                .find(|column| column.name().eq_ignore_ascii_case(name))
            {
                Some(column) if header.place(column).is_some() => {
                    return Err(invalid(
                        "header",
                        format!("The column {name} is there twice."),
                    ));
                }
                Some(column) => {
                    header.places.push((column, place));
                    header.recognised.push(column.name().to_owned());
                }
                None if name.is_empty() => {}
                None => header.ignored.push(name.to_owned()),
            }
        }
        let missing: Vec<&str> = [Column::Handle, Column::Title]
            .into_iter()
            .filter(|column| header.place(*column).is_none())
            .map(Column::name)
            .collect();
        if missing.is_empty() {
            return Ok(header);
        }
        let message = format!(
            "The first line has no column {}. Is this a product export in Shopify's CSV format?",
            missing.join(" and no column ")
        );
        Err(invalid("header", message))
    }

    fn place(&self, column: Column) -> Option<usize> {
        self.places
            .iter()
            .find(|(own, _)| *own == column)
            .map(|(_, place)| *place)
    }
}

/// One row of the file.
#[derive(Clone, Debug)]
pub struct Row {
    /// The line it begins on.
    pub line: u64,
    record: StringRecord,
}

impl Row {
    /// The cell without spaces around it; none when it is blank or its column is not there.
    pub fn get(&self, header: &Header, column: Column) -> Option<&str> {
        self.record
            .get(header.place(column)?)
            .map(str::trim)
            .filter(|text| !text.is_empty())
    }

    /// A problem with the cell of this row in `column`.
    pub fn problem(
        &self,
        severity: Severity,
        column: Column,
        value: &str,
        message: impl Into<String>,
    ) -> RowProblem {
        RowProblem {
            severity,
            line: self.line,
            column: column.name().to_owned(),
            value: value.chars().take(60).collect(),
            message: message.into(),
        }
    }
}

/// The rows of a file, one at a time.
pub struct Rows<R: Read> {
    reader: csv::Reader<UnixLines<R>>,
    pub header: Header,
}

impl<R: Read> Rows<R> {
    pub fn open(file: R) -> Result<Self, AppError> {
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .from_reader(UnixLines::new(file));
        let header = reader
            .headers()
            .map_err(|error| unreadable(&error))?
            .clone();
        Ok(Self {
            header: Header::read(&header)?,
            reader,
        })
    }

    /// The next row, or what is wrong with it; none at the end.
    pub fn next(&mut self) -> Result<Option<Result<Row, RowProblem>>, AppError> {
        let mut record = StringRecord::new();
        let refused = |line: u64, message: &str| RowProblem {
            severity: Severity::Error,
            line,
            column: Column::Handle.name().to_owned(),
            value: String::new(),
            message: message.to_owned(),
        };
        match self.reader.read_record(&mut record) {
            Ok(false) => Ok(None),
            Ok(true) => {
                // A row ends with the line before the one the reader stands at, and may span several.
                let inside = record
                    .iter()
                    .map(|cell| cell.matches('\n').count() as u64)
                    .sum::<u64>();
                let line = self.reader.position().line().saturating_sub(1 + inside);
                if record.iter().any(|cell| cell.contains('\0')) {
                    return Ok(Some(Err(refused(
                        line,
                        "The row has a NUL character in it.",
                    ))));
                }
                Ok(Some(Ok(Row { line, record })))
            }
            Err(error) => match error.kind() {
                csv::ErrorKind::Utf8 { .. } => {
                    let line = self.reader.position().line().saturating_sub(1);
                    Ok(Some(Err(refused(
                        line,
                        "The row is not in UTF-8. Save the file as UTF-8 CSV.",
                    ))))
                }
                _ => Err(unreadable(&error)),
            },
        }
    }
}

fn unreadable(error: &csv::Error) -> AppError {
    invalid("file", format!("The file cannot be read: {error}"))
}

/// The bytes of a file with every line ended by one `\n`, the last one too: then the reader's line count is exact.
struct UnixLines<R: Read> {
    file: BufReader<R>,
    after_return: bool,
    last: u8,
}

impl<R: Read> UnixLines<R> {
    fn new(file: R) -> Self {
        Self {
            file: BufReader::new(file),
            after_return: false,
            last: b'\n',
        }
    }
}

impl<R: Read> Read for UnixLines<R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        loop {
            let available = self.file.fill_buf()?;
            if available.is_empty() {
                let open = self.last != b'\n' && !out.is_empty();
                if open {
                    out[0] = b'\n';
                    self.last = b'\n';
                }
                return Ok(usize::from(open));
            }
            let mut written = 0;
            let mut read = 0;
            while read < available.len() && written < out.len() {
                let byte = available[read];
                read += 1;
                // The second half of a line end that is written already.
                if byte == b'\n' && self.after_return {
                    self.after_return = false;
                    continue;
                }
                self.after_return = byte == b'\r';
                out[written] = if byte == b'\r' { b'\n' } else { byte };
                written += 1;
            }
            self.file.consume(read);
            if written > 0 {
                self.last = out[written - 1];
                return Ok(written);
            }
        }
    }
}
