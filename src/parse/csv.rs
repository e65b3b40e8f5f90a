//! Tables as rows of named cells with their places.

use std::sync::Arc;

use super::decode::Reading;
use crate::diag::{Diagnostic, Span, Spanned, code, words};

/// One row, its cells under the header's names.
pub struct Row {
    pub span: Span,
    header: Arc<[Spanned<Arc<str>>]>,
    cells: Vec<Spanned<Arc<str>>>,
}

impl Row {
    pub fn get(&self, name: &str) -> Option<&Spanned<Arc<str>>> {
        self.cells().find(|(n, _)| &*n.value == name).map(|(_, c)| c)
    }

    pub fn cells(&self) -> impl Iterator<Item = (&Spanned<Arc<str>>, &Spanned<Arc<str>>)> {
        self.header.iter().zip(&self.cells)
    }
}

/// A table's columns and rows.
#[derive(Default)]
pub struct Table {
    pub header: Vec<Spanned<Arc<str>>>,
    pub rows: Vec<Row>,
}

/// Reads a table with a header row; `;` and tabs as separators are recognised by the header.
/// A row with more or fewer cells than the header is said and left out.
pub fn read(reading: &Reading, needed: &[&'static str]) -> Table {
    let text = reading.text;
    let first = text.lines().next().unwrap_or_default();
    let separator = [b',', b';', b'\t'].into_iter().max_by_key(|s| first.bytes().filter(|b| b == s).count()).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut header: Option<Arc<[Spanned<Arc<str>>]>> = None;
    let mut rows = Vec::new();
    loop {
        let from = reader.position().byte() as usize;
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            Err(error) => {
                reading.report(Diagnostic::at(
                    &code::BAD_TABLE,
                    Span::new(reading.file, from..from),
                    format!("the table cannot be read from here on ({error})"),
                ));
                break;
            }
        }
        let to = reader.position().byte() as usize;
        let cells = cells(reading, &record, from, to);
        let row_start = cells.first().map_or(from, |c| c.span.start as usize);
        let span = Span::new(reading.file, row_start..cells.last().map_or(to, |c| c.span.end as usize));
        // What a spreadsheet leaves under a table, and above it.
        if cells.iter().all(|c| c.value.is_empty()) {
            continue;
        }
        let Some(names) = &header else {
            if twice(reading, &cells) {
                return Table::default();
            }
            for name in needed {
                if !cells.iter().any(|c| &*c.value == *name) {
                    let there = cells.iter().map(|c| &*c.value);
                    reading.report(
                        Diagnostic::at(&code::MISSING_FIELD, span, format!("the table has no column `{name}`")).help(
                            words::did_you_mean(name, there, || format!("its first row names the columns: {}", needed.join(",")))
                                .replace("did you mean", "is it written as"),
                        ),
                    );
                    return Table::default();
                }
            }
            header = Some(cells.into());
            continue;
        };
        if cells.len() != names.len() {
            reading.report(
                Diagnostic::at(
                    &code::BAD_TABLE,
                    span,
                    format!("this row has {}, the header {}", words::count(cells.len(), "cell", "cells"), names.len()),
                )
                .help("a cell with a separator in it has to stand in double quotation marks"),
            );
            continue;
        }
        rows.push(Row { span, header: Arc::clone(names), cells });
    }
    Table { header: header.map(|names| names.to_vec()).unwrap_or_default(), rows }
}

/// Columns of the same name, of which only the first would be read.
fn twice(reading: &Reading, header: &[Spanned<Arc<str>>]) -> bool {
    let mut found = false;
    for (at, name) in header.iter().enumerate().filter(|(_, n)| !n.value.is_empty()) {
        if let Some(first) = header[..at].iter().find(|n| n.value == name.value) {
            found = true;
            reading.report(
                Diagnostic::at(&code::DUPLICATE_KEY, name.span, format!("there are two columns `{}`", words::shortened(&name.value, 40)))
                    .also(first.span, "the first")
                    .help("keep one of the two; emic does not choose between them"),
            );
        }
    }
    found
}

/// The cells of one record with their places: searched in order, since the reader unquotes them.
fn cells(reading: &Reading, record: &csv::StringRecord, from: usize, to: usize) -> Vec<Spanned<Arc<str>>> {
    let mut at = from;
    record
        .iter()
        .map(|cell| {
            let value = cell.trim();
            let found = reading.text[at..to.min(reading.text.len())].find(value).map_or(at, |i| at + i);
            at = found + value.len();
            Spanned { value: value.into(), span: Span::new(reading.file, found..found + value.len()) }
        })
        .collect()
}
