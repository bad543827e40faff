//! Facts in rows: tables, and the list of totals.

use leptos::prelude::*;

use crate::icon::{Glyph, Icon};
use crate::text::classes;

/// The direction a column is sorted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorted {
    Ascending,
    Descending,
}

/// The head of a table's column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    label: String,
    class: &'static str,
    hidden: bool,
    sort: Option<String>,
    sorted: Option<Sorted>,
}

impl Column {
    /// A column of text.
    pub fn text(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            class: "",
            hidden: false,
            sort: None,
            sorted: None,
        }
    }

    /// A column of numbers, aligned right. Its cells carry the class `number` too.
    pub fn number(label: impl Into<String>) -> Self {
        Self {
            class: "number",
            ..Self::text(label)
        }
    }

    /// A narrow column whose label is for assistive technology only (tick boxes, actions). Its cells are `tight`.
    pub fn hidden(label: impl Into<String>) -> Self {
        Self {
            class: "tight",
            hidden: true,
            ..Self::text(label)
        }
    }

    /// Makes the label a link to the table sorted by this column; `sorted` is how it is now.
    #[must_use]
    pub fn sort(self, href: impl Into<String>, sorted: Option<Sorted>) -> Self {
        Self {
            sort: Some(href.into()),
            sorted,
            ..self
        }
    }
}

/// A table with a sticky head that scrolls sideways on its own. `children` are the `<tr>`s.
#[component]
pub fn Table(
    /// What the table lists, for assistive technology.
    #[prop(into)]
    caption: String,
    columns: Vec<Column>,
    #[prop(optional, into)] class: String,
    children: Children,
) -> impl IntoView {
    let head = columns
        .into_iter()
        .map(|column| {
            let aria_sort = column.sorted.map(|sorted| match sorted {
                Sorted::Ascending => "ascending",
                Sorted::Descending => "descending",
            });
            let label = match column.sort {
                Some(href) => view! {
                    <a class="table-sort" href=href>
                        {column.label}
                        {column.sorted.map(|_| view! { <Icon glyph=Glyph::ChevronDown /> })}
                    </a>
                }
                .into_any(),
                None if column.hidden => view! { <span class="sr-only">{column.label}</span> }.into_any(),
                None => column.label.into_any(),
            };
            view! { <th scope="col" class=(!column.class.is_empty()).then_some(column.class) aria-sort=aria_sort>{label}</th> }
        })
        .collect_view();
    let name = caption.clone();
    view! {
        <div class=classes(&["table-wrap", &class]) role="region" aria-label=name tabindex="0">
            <table class="table">
                <caption class="sr-only">{caption}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{children()}</tbody>
            </table>
        </div>
    }
}

/// One line of a [`SummaryList`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryRow {
    term: String,
    value: String,
    note: Option<String>,
    class: Option<&'static str>,
}

impl SummaryRow {
    /// A term and its value, already formatted.
    pub fn new(term: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            term: term.into(),
            value: value.into(),
            note: None,
            class: None,
        }
    }

    /// An amount taken off; shown in the accent.
    pub fn discount(term: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            class: Some("summary-discount"),
            ..Self::new(term, value)
        }
    }

    /// The last, largest line.
    pub fn total(term: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            class: Some("summary-total"),
            ..Self::new(term, value)
        }
    }

    /// Adds a small line under the term ("incl. €7.20 VAT").
    #[must_use]
    pub fn note(self, note: impl Into<String>) -> Self {
        Self {
            note: Some(note.into()),
            ..self
        }
    }
}

/// Terms left, values right: a cart's totals, an order's facts.
#[component]
pub fn SummaryList(rows: Vec<SummaryRow>) -> impl IntoView {
    let rows = rows
        .into_iter()
        .map(|row| {
            view! {
                <div class=row.class>
                    <dt>
                        {row.term}
                        {row.note.map(|note| view! { <span class="summary-note">{note}</span> })}
                    </dt>
                    <dd>{row.value}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="summary-list">{rows}</dl> }
}
