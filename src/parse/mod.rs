//! One file, one format: bytes to a part, and everything that is wrong with it.
//!
//! Parsing is pure and total: the same text gives the same [`Part`] and diagnostics, and a file that cannot be read still
//! tells which ids it may have held, so that what refers to them is not called wrong as well.

mod coding;
mod csv;
mod decode;
mod fields;
mod html;
pub mod markdown;
mod maths;
mod page;
mod people;
mod quotation;
mod quotes;
mod study;
mod syntax;
mod themes;
mod yaml;

use std::sync::Arc;

pub use coding::RawCoding;
pub use markdown::{RawKind, RawRef};
pub use page::RawPage;
pub use people::{RawParticipant, RawSource};
pub use quotes::{RawQuote, RawQuotes, RawSpeaker, RawTurn, RawWords};
pub use study::{RawAttribute, RawStudy};
pub use themes::RawTheme;

use crate::diag::{Diagnostic, FileId};
use decode::Reading;

/// What a file of the study holds, by where it lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    Study,
    Themes,
    Participants,
    ParticipantsCsv,
    Sources,
    Quotes,
    Coding,
    Page,
}

/// A file, read.
#[derive(Clone, Debug)]
pub enum Part {
    Study(Box<RawStudy>),
    Themes(Vec<RawTheme>),
    Participants(Vec<RawParticipant>),
    Sources(Vec<RawSource>),
    Quotes(RawQuotes),
    Coding(Vec<RawCoding>),
    Page(Box<RawPage>),
}

/// A part with what was said of it.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    pub part: Option<Part>,
    pub diagnostics: Vec<Diagnostic>,
    /// Ids that stand in the file although it could not be read whole; folded to lower case.
    pub lost_ids: Vec<String>,
}

/// Reads one file.
pub fn parse(format: Format, file: FileId, text: &str) -> Arc<Parsed> {
    let parsed = match format {
        Format::Page => {
            let reading = Reading::new(file, text, Vec::new());
            let page = page::read(&reading);
            Parsed { part: Some(Part::Page(Box::new(page))), diagnostics: reading.into_diagnostics(), lost_ids: Vec::new() }
        }
        Format::Coding => {
            let reading = Reading::new(file, text, Vec::new());
            let rows = coding::read(&reading);
            Parsed { part: Some(Part::Coding(rows)), diagnostics: reading.into_diagnostics(), lost_ids: Vec::new() }
        }
        Format::ParticipantsCsv => {
            let reading = Reading::new(file, text, Vec::new());
            let rows = csv::read(&reading, &["id"]);
            let people = people::participants_from_rows(&reading, &rows);
            Parsed { part: Some(Part::Participants(people)), diagnostics: reading.into_diagnostics(), lost_ids: Vec::new() }
        }
        _ => yaml_part(format, file, text),
    };
    Arc::new(parsed)
}

fn yaml_part(format: Format, file: FileId, text: &str) -> Parsed {
    let (root, said) = yaml::read(file, text, 0..text.len());
    let reading = Reading::new(file, text, said);
    let part = root.and_then(|root| {
        Some(match format {
            Format::Study => Part::Study(Box::new(study::read(&reading, &root)?)),
            Format::Themes => Part::Themes(themes::read(&reading, &root)),
            Format::Participants => Part::Participants(people::read_participants(&reading, &root)),
            Format::Sources => Part::Sources(people::read_sources(&reading, &root)),
            _ => Part::Quotes(quotes::read(&reading, &root)?),
        })
    });
    let diagnostics = reading.into_diagnostics();
    let lost = diagnostics.iter().any(Diagnostic::is_error);
    Parsed { part, lost_ids: if lost { ids_in(text) } else { Vec::new() }, diagnostics }
}

/// Everything that stands behind `id:` in a text, however broken the text is.
fn ids_in(text: &str) -> Vec<String> {
    text.match_indices("id:")
        .filter(|(at, _)| !text[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
        .filter_map(|(at, found)| {
            let rest = text[at + found.len()..].trim_start_matches([' ', '"', '\'']);
            let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))).unwrap_or(rest.len());
            (end > 0).then(|| rest[..end].to_ascii_lowercase())
        })
        .collect()
}
