//! `coding/*.csv`: all that was coded, one row for each pair of participant and theme.

use super::csv;
use super::decode::{self, Reading};
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

pub fn read(reading: &Reading) -> Vec<RawCoding> {
    csv::read(reading, &["participant", "theme", "passages"])
        .iter()
        .filter_map(|row| {
            let id = |name| {
                let cell = row.get(name)?;
                match decode::id(&cell.value) {
                    Ok(id) => Some(Spanned { value: id, span: cell.span }),
                    Err(why) => {
                        reading.say(Diagnostic::at(
                            &code::BAD_ID,
                            cell.span,
                            format!("`{}` cannot be an id: {why}", words::shortened(&cell.value, 40)),
                        ));
                        None
                    }
                }
            };
            let (participant, theme) = (id("participant"), id("theme"));
            let cell = row.get("passages")?;
            let passages = cell.value.parse::<u32>().ok().filter(|n| *n >= 1);
            if passages.is_none() {
                reading.say(
                    Diagnostic::at(&code::BAD_VALUE, cell.span, format!("`passages` cannot be `{}`", words::shortened(&cell.value, 40)))
                        .help("it is a whole number, 1 or more; a pair that was not coded has no row"),
                );
            }
            Some(RawCoding { span: row.span, participant: participant?, theme: theme?, passages: passages? })
        })
        .collect()
}
