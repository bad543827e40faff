//! Cells of CSV files that people open in spreadsheets: what others have typed must not be taken for a formula.
//! Source: OWASP, "CSV Injection".

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
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if text.starts_with(BEGINNINGS) => text,
        _ => cell,
    }
}
