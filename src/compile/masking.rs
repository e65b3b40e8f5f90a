//! What a message may show: no private word, and no line in which one may be.

use std::collections::HashSet;

use crate::diag::{Area, Diagnostic, FileId, Files, Place, Span, mask as mask_text};
use crate::gate::{Secrets, Sweep};

/// Masks what is private in all diagnostics. `hidden` are quotes that were withdrawn or withheld, `unread` files that could not be
/// parsed.
///
/// What the author listed as private is not printed. Ids of those who withdrew are, for the author to find them.
pub(super) fn mask(diagnostics: &mut [Diagnostic], files: &Files, secrets: &Secrets, hidden: &[Span], unread: &HashSet<FileId>) {
    let sweep = Sweep::new(secrets).ok();
    for d in diagnostics {
        d.sensitive |= is_sensitive(d, files, hidden, unread);
        sweep.iter().for_each(|sweep| mask_private(d, files, sweep));
    }
}

/// A private word is never printed, nor a line that holds it.
fn mask_private(d: &mut Diagnostic, files: &Files, sweep: &Sweep) {
    let is_private = |text: &str| !sweep.route("", text.as_bytes()).is_empty();
    // A file may be named after somebody.
    let name = match &d.place {
        Place::Span(span) => files.name(span.file),
        Place::Path(path) => path,
        Place::Study => "",
    };
    let masked = sweep.masked_name(name);
    if masked != name {
        d.place = Place::Path(masked);
    }
    d.also.retain(|(span, _)| sweep.masked_name(files.name(span.file)) == files.name(span.file));
    if let Place::Span(span) = d.place {
        d.sensitive |= std::iter::once(span).chain(d.also.iter().map(|(s, _)| *s)).any(|s| is_private(files.line_of(s)));
    }
    if d.sensitive && d.code.area == Area::Yaml {
        d.help = d.help.as_deref().map(|help| mask_text::in_ticks(help).into());
    }
    if is_private(&d.message) {
        d.message = d.code.title.trim_end_matches('.').to_owned();
    }
    d.help.take_if(|help| is_private(help));
}

/// Whether a line that a diagnostic would show may hold what is private: attributes of participants, or a quote that was
/// withdrawn or withheld. In a file that could not be read it is not known which quote is, only that one may be.
fn is_sensitive(d: &Diagnostic, files: &Files, hidden: &[Span], unread: &HashSet<FileId>) -> bool {
    let Place::Span(place) = d.place else { return false };
    std::iter::once(place).chain(d.also.iter().map(|(span, _)| *span)).any(|span| {
        let name = files.name(span.file);
        let private = name.starts_with("quotes/participants.") || name.starts_with("quotes/sources.");
        let withheld = || ["withheld", "consent", "withdrawn"].iter().any(|word| files.text(span.file).contains(word));
        let in_quote = |h: &Span| h.file == span.file && h.start <= span.end && span.start <= h.end;
        private || hidden.iter().any(in_quote) || (unread.contains(&span.file) && withheld())
    })
}
