//! Where in the study's files a published text was written.

use std::ops::Range;

use super::{Owner, Text};
use crate::diag::{FileId, Files, Place, Span, words};
use crate::model::Study;

/// Where a text was written, as far as the study knows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Location<'s> {
    /// Within a stretch of a file.
    Within(Span),
    /// Somewhere in the files whose names begin so.
    Files(&'static str),
    /// In a file's own name.
    Name(&'s str),
}

impl Text<'_> {
    pub fn location<'s>(&self, study: &'s Study) -> Location<'s> {
        match (self.span, self.owner) {
            (Some(span), _) => Location::Within(span),
            (None, Owner::Study | Owner::About(_) | Owner::Attribute(_)) => Location::Files("study.yaml"),
            (None, Owner::Participant(_)) => Location::Files("quotes/participants."),
            (None, Owner::Source(_) | Owner::Quote(_)) => Location::Files("quotes/sources."),
            (None, Owner::Theme(_)) => Location::Files("themes/"),
            (None, Owner::Page(ix)) => Location::Within(Span { start: 0, end: u32::MAX, ..study.page(ix).span }),
            (None, Owner::Asset(ix)) => Location::Name(&study.asset(ix).source),
        }
    }

    /// The place of the part `range` of the text in the study's files; of as many equal parts the one whose `turn` it is. Where the
    /// text was put together of several pieces, its location's beginning.
    pub fn place(&self, study: &Study, files: &Files, range: Range<usize>, turn: usize) -> Place {
        let value = &self.words[range];
        let within = |file: FileId, region: Range<usize>| {
            let written = files.text(file);
            let written = written.get(region.start..region.end.min(written.len())).unwrap_or_default();
            let at = words::find_spaced(written, value, turn).or_else(|| words::find_spaced(written, value, 0))?;
            Some(Place::Span(Span::new(file, region.start + at.start..region.start + at.end)))
        };
        match self.location(study) {
            Location::Name(path) => Place::Path(path.to_owned()),
            Location::Within(span) => within(span.file, span.range()).unwrap_or(Place::Span(Span { end: span.start, ..span })),
            Location::Files(prefix) => {
                let named = || files.ids().filter(|file| files.name(*file).starts_with(prefix));
                let first = || named().next().map_or(Place::Study, |file| Place::Path(files.name(file).to_owned()));
                named().find_map(|file| within(file, 0..files.text(file).len())).unwrap_or_else(first)
            }
        }
    }
}
