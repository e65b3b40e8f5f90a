//! Diagnostics for people: file, line, the words in question, and the remedy set apart.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::mask::masked;
use super::{Diagnostic, Files, Place, Severity, Span};

/// Renders one diagnostic, with a line break at its end.
pub fn render(d: &Diagnostic, files: &Files, colour: bool) -> String {
    let level = match d.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let excerpts: Vec<Excerpt> = match &d.place {
        Place::Span(span) => std::iter::once((*span, AnnotationKind::Primary, None))
            .chain(d.also.iter().map(|(s, w)| (*s, AnnotationKind::Context, Some(w.as_str()))))
            .map(|(span, kind, words)| Excerpt::of(files, span, kind, words))
            .map(|e| if d.sensitive { e.masked() } else { e })
            .collect(),
        _ => Vec::new(),
    };
    let mut group = Group::with_title(level.primary_title(d.message.as_str()).id(d.code.name));
    match &d.place {
        Place::Study => {}
        Place::Path(path) => group = group.element(Origin::path(path.as_str())),
        Place::Span(_) => {}
    }
    for e in &excerpts {
        let mut annotation = e.kind.span(e.start..e.end);
        if let Some(words) = e.words {
            annotation = annotation.label(words);
        }
        group = group.element(Snippet::source(e.text.as_str()).line_start(e.line).path(e.name).fold(false).annotation(annotation));
    }
    if let Some(help) = &d.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = renderer.decor_style(DecorStyle::Unicode).render(&[group]);
    out.push('\n');
    out
}

/// The line a span begins on; the renderer trims what does not fit the width.
struct Excerpt<'a> {
    name: &'a str,
    line: usize,
    text: String,
    start: usize,
    end: usize,
    kind: AnnotationKind,
    words: Option<&'a str>,
}

impl<'a> Excerpt<'a> {
    fn of(files: &'a Files, span: Span, kind: AnnotationKind, words: Option<&'a str>) -> Excerpt<'a> {
        let all = files.text(span.file);
        let floor = |mut at: usize| {
            while !all.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let start = floor((span.start as usize).min(all.len()));
        let line_start = all[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = all[start..].find(['\n', '\r']).map_or(all.len(), |at| start + at);
        let end = floor((span.end as usize).clamp(start, line_end.max(start)));
        Excerpt {
            name: files.name(span.file),
            line: all[..start].bytes().filter(|&b| b == b'\n').count() + 1,
            start: start - line_start,
            end: end - line_start,
            text: all[line_start..line_end].to_owned(),
            kind,
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
