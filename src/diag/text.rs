//! Diagnostics for people: file, line, the words in question, and the remedy set apart.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::excerpt::excerpts;
use super::{Diagnostic, Files, Place, Severity};

/// Renders one diagnostic, with a line break at its end.
pub fn render(d: &Diagnostic, files: &Files, colour: bool) -> String {
    let level = match d.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let excerpts = excerpts(d, files);
    let mut group = Group::with_title(level.primary_title(d.message.as_str()).id(d.code.name));
    match &d.place {
        Place::Study => {}
        Place::Path(path) => group = group.element(Origin::path(path.as_str())),
        Place::Span(_) => {}
    }
    for e in &excerpts {
        let kind = if e.words.is_some() { AnnotationKind::Context } else { AnnotationKind::Primary };
        let mut annotation = kind.span(e.start..e.end);
        if let Some(words) = e.words {
            annotation = annotation.label(words);
        }
        group = group.element(Snippet::source(e.text.as_str()).line_start(e.line).path(e.name).fold(false).annotation(annotation));
    }
    if let Some(help) = &d.help {
        group = group.element(Level::HELP.message(&**help));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = renderer.decor_style(DecorStyle::Unicode).render(&[group]);
    out.push('\n');
    out
}
