//! What an import did, by product and by row, and how it reads on a terminal.

use std::fmt;

/// The most problems kept; further ones are only counted, so that a wholly wrong file does not fill the memory.
const MAX_PROBLEMS: usize = 1_000;

/// Whether a problem kept its row or product out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The product is in, without this one thing.
    Warning,
    /// The row or product was left out.
    Error,
}

/// Something wrong with one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowProblem {
    pub severity: Severity,
    /// The line of the file the row begins on; the header is on line 1.
    pub line: u64,
    /// As in the header.
    pub column: String,
    /// As in the file, shortened.
    pub value: String,
    pub message: String,
}

/// What an import did, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    pub dry_run: bool,
    pub rows: u64,
    pub products_created: u64,
    pub products_updated: u64,
    pub products_unchanged: u64,
    /// Products that were left out for their errors.
    pub products_refused: u64,
    pub variants_created: u64,
    pub variants_updated: u64,
    pub variants_unchanged: u64,
    /// Stock levels that were set to another number.
    pub stock_changes: u64,
    /// Pictures that will be fetched in the background.
    pub images_pending: u64,
    /// Rows and products that were left out.
    pub errors: u64,
    pub problems: Vec<RowProblem>,
    /// Problems beyond the thousand that are listed.
    pub more_problems: u64,
    pub columns_recognised: Vec<String>,
    /// Columns of the file that have no meaning here.
    pub columns_ignored: Vec<String>,
}

impl ImportReport {
    pub(super) fn note(&mut self, problems: impl IntoIterator<Item = RowProblem>) {
        for problem in problems {
            self.errors += u64::from(problem.severity == Severity::Error);
            if self.problems.len() < MAX_PROBLEMS {
                self.problems.push(problem);
            } else {
                self.more_problems += 1;
            }
        }
    }
}

impl fmt::Display for RowProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        write!(
            f,
            "line {}: {severity}: {}: {}",
            self.line, self.column, self.message
        )?;
        if !self.value.is_empty() {
            write!(f, " ({:?})", self.value)?;
        }
        Ok(())
    }
}

impl fmt::Display for ImportReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.dry_run {
            writeln!(f, "Dry run: nothing was written.")?;
        }
        writeln!(f, "{} rows read.", self.rows)?;
        writeln!(
            f,
            "Products: {} created, {} updated, {} unchanged, {} refused.",
            self.products_created,
            self.products_updated,
            self.products_unchanged,
            self.products_refused
        )?;
        writeln!(
            f,
            "Variants: {} created, {} updated, {} unchanged; {} stock levels set.",
            self.variants_created,
            self.variants_updated,
            self.variants_unchanged,
            self.stock_changes
        )?;
        writeln!(f, "Pictures: {} to be fetched.", self.images_pending)?;
        writeln!(f, "Columns read: {}.", self.columns_recognised.join(", "))?;
        if !self.columns_ignored.is_empty() {
            writeln!(f, "Columns ignored: {}.", self.columns_ignored.join(", "))?;
        }
        for problem in &self.problems {
            writeln!(f, "{problem}")?;
        }
        if self.more_problems > 0 {
            writeln!(f, "… and {} more problems.", self.more_problems)?;
        }
        Ok(())
    }
}
