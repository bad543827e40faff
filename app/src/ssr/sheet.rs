//! CSV files that people fill in with spreadsheets: their columns by name, what is told of lines that cannot be used, and cells
//! that must not be taken for formulas (OWASP, "CSV Injection").

use std::io::Read;

use csv::{Reader, StringRecord};

use super::rest::invalid;
use crate::error::AppError;

/// Problems that are told one by one.
const TOLD: usize = 100;

/// Characters that begin a formula, or hide the one that does.
const BEGINNINGS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The cell as it is written: a formula behind a quote.
pub fn guarded(text: &str) -> String {
    if text.starts_with(BEGINNINGS) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// The cell as it is meant: without the quote of [`guarded`].
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if text.starts_with(BEGINNINGS) => text,
        _ => cell,
    }
}

/// Lines of a file that were left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Line and reason of the first hundred.
    pub problems: Vec<(u64, String)>,
    pub count: usize,
}

impl LeftOut {
    pub fn push(&mut self, line: u64, reason: impl Into<String>) {
        self.count += 1;
        if self.problems.len() < TOLD {
            self.problems.push((line, reason.into()));
        }
    }
}

/// A file with a header; it is read once, in order.
pub struct Sheet<R: Read>(Reader<R>);

impl<R: Read> Sheet<R> {
    /// The file, and where these columns are in it.
    ///
    /// # Errors
    /// [`AppError::Invalid`] at `file` when it is no CSV, or a column is missing.
    pub fn open<const N: usize>(
        file: R,
        columns: [&str; N],
    ) -> Result<(Self, [usize; N]), AppError> {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(file);
        let header = reader.headers().map_err(|error| unreadable(&error))?;
        let mut places = [0; N];
        for (place, name) in places.iter_mut().zip(columns) {
            // Spreadsheets put a mark of byte order before the first.
            let is_it = |column: &str| column.trim().trim_start_matches('\u{feff}') == name;
            *place = header
                .iter()
                .position(is_it)
                .ok_or_else(|| invalid("file", format!("The column {name} is missing")))?;
        }
        Ok((Self(reader), places))
    }

    /// The next row and its line; none at the end.
    ///
    /// # Errors
    /// [`AppError::Invalid`] at `file` when it is no CSV any more.
    pub fn next_row(&mut self) -> Result<Option<(u64, StringRecord)>, AppError> {
        let mut record = StringRecord::new();
        let more = self.0.read_record(&mut record);
        let more = more.map_err(|error| unreadable(&error))?;
        let line = record.position().map_or(0, csv::Position::line);
        Ok(more.then_some((line, record)))
    }
}

/// A cell as it is meant; blank where the row is too short.
pub fn cell(record: &StringRecord, at: usize) -> &str {
    unguarded(record.get(at).unwrap_or_default().trim())
}

fn unreadable(error: &csv::Error) -> AppError {
    invalid("file", format!("This is no CSV: {error}"))
}
