//! What can be taken away: tables as CSV, and all of them as JSON.
//!
//! A table is made once, as rows of texts; CSV and JSON are two ways to write it, so that neither can hold what the other
//! does not.

mod data_table;
mod tables;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Write;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::analyse::Analysis;
use crate::model::Study;
use crate::model::settings::{DataFile, Linking};
use crate::route::PublicNames;

pub use data_table::{DataTable, NOTICE};
pub use tables::table;

/// The tables a study offers. One of participants would name them, so there is none under `linking: none`.
pub fn files(study: &Study) -> Vec<DataFile> {
    let data = study.settings.data;
    let named = study.settings.privacy.linking != Linking::None;
    let offered = [
        (data.codebook, DataFile::Codebook),
        (data.themes, DataFile::Themes),
        (data.quotes, DataFile::Quotes),
        (data.participants && named, DataFile::Participants),
    ];
    offered.into_iter().filter(|(on, _)| *on).map(|(_, f)| f).collect()
}

/// A table as CSV that spreadsheets open right: UTF-8 with a mark, CRLF, and no cell that could be a formula.
pub fn csv(table: &DataTable) -> Vec<u8> {
    let mut out = b"\xEF\xBB\xBF".to_vec();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = writer.write_record(&table.columns);
    for row in &table.rows {
        let _ = writer.write_record(row.iter().map(|cell| harmless(cell).into_owned()));
    }
    let _ = out.write_all(&writer.into_inner().unwrap_or_default());
    out
}

/// A table's head and rows as lines of CSV, the rows by their first cell: for a choice of rows to be put together from.
#[derive(Serialize)]
pub struct Lines {
    head: String,
    rows: BTreeMap<String, String>,
}

/// The same lines that [`csv`] writes.
pub fn lines(table: &DataTable) -> Lines {
    let line = |cells: &mut dyn Iterator<Item = Cow<str>>| {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        let _ = writer.write_record(cells.map(|cell| cell.as_bytes().to_vec()));
        let bytes = writer.into_inner().unwrap_or_default();
        String::from_utf8_lossy(&bytes).trim_end_matches("\r\n").to_owned()
    };
    Lines {
        head: line(&mut table.columns.iter().map(|c| Cow::from(c.as_str()))),
        rows: table
            .rows
            .iter()
            .map(|row| (row.first().cloned().unwrap_or_default(), line(&mut row.iter().map(|cell| harmless(cell)))))
            .collect(),
    }
}

/// A spreadsheet takes a cell that begins with one of these for a formula; an apostrophe tells it not to.
fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) { format!("'{cell}").into() } else { cell.into() }
}

#[derive(Serialize)]
struct Whole<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<&'static str>,
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    #[serde(flatten)]
    tables: Map<String, Value>,
}

/// What the offered tables hold, as one JSON object.
pub fn json(study: &Study, analysis: &Analysis, names: &PublicNames) -> Vec<u8> {
    let mut tables = Map::new();
    for file in files(study) {
        let table = table(study, analysis, names, file);
        let rows = table.rows.iter().map(|row| {
            let fields = table.columns.iter().zip(row).filter(|(name, cell)| !cell.is_empty() && *name != "notice");
            Value::Object(fields.map(|(name, cell)| (name.clone(), Value::String(cell.clone()))).collect())
        });
        tables.insert(file.word().to_owned(), Value::Array(rows.collect()));
    }
    let settings = &study.settings;
    let whole = Whole {
        title: &settings.title,
        notice: settings.illustrative.then_some(NOTICE),
        language: &settings.language,
        version: settings.version.as_deref(),
        date: settings.date.as_deref(),
        tables,
    };
    let mut out = serde_json::to_vec_pretty(&whole).unwrap_or_default();
    out.push(b'\n');
    out
}
