//! One file, one format: bytes to a part, and everything that is wrong with it.
//!
//! Parsing is pure and total: the same text gives the same [`Part`] and diagnostics, and a file that cannot be read still
//! tells which ids it may have held, so that what refers to them is not called wrong as well.

mod coding;
mod csv;
mod decode;
mod fields;
mod html;
mod lines;
mod locator;
mod lost;
pub mod markdown;
mod maths;
mod page;
mod people;
mod privacy;
mod quotation;
mod quotes;
mod reference;
mod reserved;
mod slips;
mod study;
mod syntax;
mod themes;
mod yaml;

use std::sync::Arc;

pub use coding::RawCoding;
pub use page::RawPage;
pub use people::{RawParticipant, RawSource};
pub use quotes::{RawQuote, RawQuotes, RawSpeaker, RawTurn, RawWords};
pub use reference::{RawKind, RawRef};
pub use study::{RawAttribute, RawStudy};
pub use themes::RawTheme;

use crate::diag::{Diagnostic, FileId, Span, code};
use crate::model::decisions::Record;
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
    Privacy,
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
    Privacy(Vec<Record>),
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
        Format::Coding | Format::ParticipantsCsv => csv_part(format, file, text),
        _ => yaml_part(format, file, text),
    };
    Arc::new(parsed)
}

fn csv_part(format: Format, file: FileId, text: &str) -> Parsed {
    let reading = Reading::new(file, text, Vec::new());
    if text.trim().is_empty() {
        return Parsed { part: None, diagnostics: vec![empty_file(format, file)], lost_ids: Vec::new() };
    }
    let part = match format {
        Format::Coding => Part::Coding(coding::read(&reading)),
        _ => {
            let table = csv::read(&reading, &["id"]);
            Part::Participants(people::participants_from_table(&reading, &table))
        }
    };
    let diagnostics = reading.into_diagnostics();
    let lost = format == Format::ParticipantsCsv && diagnostics.iter().any(Diagnostic::is_error);
    Parsed { part: Some(part), lost_ids: if lost { lost::in_table(text) } else { Vec::new() }, diagnostics }
}

fn yaml_part(format: Format, file: FileId, text: &str) -> Parsed {
    let (root, mut diagnostics) = yaml::read(file, text, 0..text.len());
    if root.is_none() && diagnostics.is_empty() {
        diagnostics.push(empty_file(format, file));
    }
    let reading = Reading::new(file, text, diagnostics);
    let part = root.and_then(|root| {
        Some(match format {
            Format::Study => Part::Study(Box::new(study::read(&reading, &root)?)),
            Format::Themes => Part::Themes(themes::read(&reading, &root)),
            Format::Participants => Part::Participants(people::read_participants(&reading, &root)),
            Format::Privacy => Part::Privacy(privacy::read(&reading, &root)),
            Format::Sources => Part::Sources(people::read_sources(&reading, &root)),
            _ => Part::Quotes(quotes::read(&reading, &root)?),
        })
    });
    let diagnostics = reading.into_diagnostics();
    let lost = diagnostics.iter().any(Diagnostic::is_error);
    Parsed { part, lost_ids: if lost { lost::in_yaml(text) } else { Vec::new() }, diagnostics }
}

fn empty_file(format: Format, file: FileId) -> Diagnostic {
    let start = Span::new(file, 0..0);
    let (what, help) = match format {
        Format::Study => {
            return Diagnostic::at(&code::MISSING_FIELD, start, "study.yaml has no `title`")
                .help("the file is empty: write `title: …` into it");
        }
        Format::Themes => ("theme", "write a theme, `id: …` and `name: …`, or take the file away"),
        Format::Participants | Format::ParticipantsCsv => {
            ("participant", "write one a line, `- { id: P01 }` (in CSV under a header, `id,…`), or take the file away")
        }
        Format::Sources => ("source", "write one a line, `- { id: P01-T1, participants: [P01] }`, or take the file away"),
        Format::Privacy => ("decision", "take the file away; `emic privacy ack` writes it anew"),
        Format::Coding => ("coding", "write the header `participant,theme,passages` and one row a pair, or take the file away"),
        Format::Quotes | Format::Page => {
            ("quote", "write `participant: P01`, then `quotes:` and under it each quote, or take the file away")
        }
    };
    Diagnostic::at(&code::EMPTY_FILE, start, format!("no {what} stands in this file")).help(help)
}
