//! The lines a diagnostic shows.

use super::mask::masked;
use super::{Diagnostic, Files, Place, Span};

/// A line of a file with a stretch of it pointed at; masked where it may hold what is private.
pub struct Excerpt<'a> {
    pub name: &'a str,
    /// From 1.
    pub line: usize,
    pub text: String,
    /// The stretch, in bytes of `text`.
    pub start: usize,
    pub end: usize,
    /// A few words on it, where it is not the place itself: "first used here".
    pub words: Option<&'a str>,
}

/// The place of a diagnostic, and the others that belong to it.
pub fn excerpts<'a>(d: &'a Diagnostic, files: &'a Files) -> Vec<Excerpt<'a>> {
    let Place::Span(span) = d.place else { return Vec::new() };
    std::iter::once((span, None))
        .chain(d.also.iter().map(|(s, w)| (*s, Some(w.as_str()))))
        .map(|(span, words)| Excerpt::new(files, span, words))
        .map(|e| if d.sensitive { e.masked() } else { e })
        .collect()
}

impl<'a> Excerpt<'a> {
    fn new(files: &'a Files, span: Span, words: Option<&'a str>) -> Excerpt<'a> {
        let line = files.line_range(span);
        let start = files.floor(span.file, span.start);
        let end = files.floor(span.file, span.end).clamp(start, line.end.max(start));
        Excerpt {
            name: files.name(span.file),
            line: files.position(span.file, span.start).line as usize,
            start: start - line.start,
            end: end - line.start,
            text: files.text(span.file)[line].to_owned(),
            words,
        }
    }

    /// The same with what may be private unreadable.
    fn masked(mut self) -> Excerpt<'a> {
        let masked = masked(&self.text);
        // A dot is longer than most letters; characters are as many as before.
        let moved = |at: usize| {
            let chars = self.text[..at].chars().count();
            masked.char_indices().nth(chars).map_or(masked.len(), |(at, _)| at)
        };
        (self.start, self.end) = (moved(self.start), moved(self.end));
        self.text = masked;
        self
    }
}
