//! `coding/*.csv`: all that was coded, one row for each pair of participant and theme.

use super::csv;
use super::decode::Reading;
use crate::diag::{Diagnostic, Span, Spanned, code, words};
use crate::model::Id;

/// A row as written.
#[derive(Clone, Debug)]
pub struct RawCoding {
    pub span: Span,
    pub participant: Spanned<Id>,
    pub theme: Spanned<Id>,
    pub passages: u32,
}

const COLUMNS: &[&str] = &["participant", "theme", "passages"];

pub fn read(reading: &Reading) -> Vec<RawCoding> {
    let table = csv::read(reading, COLUMNS);
    for name in table.header.iter().filter(|n| !n.value.is_empty() && !COLUMNS.contains(&&*n.value)) {
        reading.report(
            Diagnostic::at(
                &code::UNKNOWN_FIELD,
                name.span,
                format!("a coding table has no column `{}`", words::shortened(&name.value, 40)),
            )
            .help("its columns are `participant,theme,passages`; take the others away"),
        );
    }
    table
        .rows
        .iter()
        .filter_map(|row| {
            let id = |name| row.get(name).and_then(|cell| reading.id_in(&cell.value, cell.span));
            let (participant, theme) = (id("participant"), id("theme"));
            let cell = row.get("passages")?;
            let passages = cell.value.parse::<u32>().ok().filter(|n| *n >= 1);
            if passages.is_none() {
                reading.report(
                    Diagnostic::at(&code::BAD_VALUE, cell.span, format!("`passages` cannot be `{}`", words::shortened(&cell.value, 40)))
                        .help("it is a whole number, 1 or more; a pair that was not coded has no row"),
                );
            }
            Some(RawCoding { span: row.span, participant: participant?, theme: theme?, passages: passages? })
        })
        .collect()
}
