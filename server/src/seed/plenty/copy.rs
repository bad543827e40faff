//! Rows as the text format of `COPY` (<https://www.postgresql.org/docs/15/sql-copy.html>).

use std::fmt::{Display, Write};

use sqlx::PgConnection;

/// Rows of one table, one line each.
#[derive(Debug, Default)]
pub struct Rows {
    text: String,
    begun: bool,
}

impl Rows {
    /// A column that needs no quoting: a number, an id, a time.
    pub fn plain(&mut self, value: impl Display) -> &mut Self {
        self.separate();
        // Writing to a string cannot fail.
        let _ = write!(self.text, "{value}");
        self
    }

    /// As [`Rows::plain`]; nothing is null.
    pub fn optional(&mut self, value: Option<impl Display>) -> &mut Self {
        match value {
            Some(value) => self.plain(value),
            None => self.plain("\\N"),
        }
    }

    pub fn text(&mut self, value: &str) -> &mut Self {
        self.separate();
        for letter in value.chars() {
            self.push_quoted(letter);
        }
        self
    }

    /// A `text[]`.
    pub fn array<'a>(&mut self, values: impl IntoIterator<Item = &'a str>) -> &mut Self {
        self.separate();
        self.text.push('{');
        for (at, value) in values.into_iter().enumerate() {
            self.text.push_str(if at == 0 { "\"" } else { ",\"" });
            for letter in value.chars() {
                if matches!(letter, '"' | '\\') {
                    self.push_quoted('\\');
                }
                self.push_quoted(letter);
            }
            self.text.push('"');
        }
        self.text.push('}');
        self
    }

    pub fn end(&mut self) {
        self.text.push('\n');
        self.begun = false;
    }

    /// Sends the rows as the named columns: `table (column, …)`, which is ours and never a visitor's. Answers how many were written.
    ///
    /// # Errors
    /// When the database refuses a row; then none is written.
    pub async fn send(self, db: &mut PgConnection, target: &str) -> sqlx::Result<u64> {
        if self.text.is_empty() {
            return Ok(0);
        }
        let mut copy = db.copy_in_raw(&format!("copy {target} from stdin")).await?;
        copy.send(self.text.into_bytes()).await?;
        copy.finish().await
    }

    fn separate(&mut self) {
        if self.begun {
            self.text.push('\t');
        }
        self.begun = true;
    }

    fn push_quoted(&mut self, letter: char) {
        match letter {
            '\\' => self.text.push_str("\\\\"),
            '\t' => self.text.push_str("\\t"),
            '\n' => self.text.push_str("\\n"),
            '\r' => self.text.push_str("\\r"),
            other => self.text.push(other),
        }
    }
}
