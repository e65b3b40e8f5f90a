//! `image-metadata`, `image-place`, and the rules on identifiers for what stands in pictures: notes of a camera, words of a drawing.

use std::collections::HashMap;
use std::sync::Arc;

use crate::diag::{Code, Decide, Diagnostic, FoundTerm, Place, Subject, code, words};
use crate::gate;
use crate::identifiers;
use crate::lint::identifying::{IDENTIFIER, LIKELY_IDENTIFIER};
use crate::load::Sources;

/// What was found in a picture, by its file and what was in it.
#[derive(Default)]
pub struct Pictures(HashMap<(Arc<str>, blake3::Hash), Arc<[Diagnostic]>>);

impl Pictures {
    /// Looks at every picture; one that has not changed is not read again.
    pub fn check(&mut self, sources: &Sources) -> Vec<Diagnostic> {
        let before = std::mem::take(&mut self.0);
        let mut out = Vec::new();
        for (at, asset) in sources.assets.iter().enumerate() {
            let key = (Arc::clone(&asset.source), sources.asset_print(at));
            // A file that cannot be read is said where it is to be published.
            let found = before.get(&key).cloned().or_else(|| Some(said(&asset.source, &sources.asset(at).ok()?).into()));
            if let Some(found) = found {
                out.extend(found.iter().cloned());
                self.0.insert(key, found);
            }
        }
        out
    }
}

fn said(source: &Arc<str>, bytes: &[u8]) -> Vec<Diagnostic> {
    let path = || Place::Path(source.to_string());
    let decided = |code: &Code, what: &[u8]| {
        let mut hasher = blake3::Hasher::new();
        hasher.update(code.name.as_bytes()).update(&[0]).update(source.as_bytes()).update(&[0]).update(what);
        Decide::Text { of: hasher.finalize(), place: source.to_string() }
    };
    if source.to_ascii_lowercase().ends_with(".svg") {
        return identifiers(&gate::words_of(&String::from_utf8_lossy(bytes)), "a drawing’s words", &path, &decided);
    }
    let says = gate::image(bytes);
    let mut out = identifiers(&says.texts.join("\n"), "what a picture says of itself", &path, &decided);
    let help = "save it without its notes: `exiftool -all= FILE`, or an editor’s export “for the web”";
    if says.place {
        out.push(
            Diagnostic::new(&code::IMAGE_PLACE, path(), "the picture says where it was taken")
                .about(Subject::Asset(Arc::clone(source)))
                .help(help),
        );
    } else if !says.notes.is_empty() {
        let message = format!("the picture holds notes that nobody sees on the page: {}", words::list(&says.notes, "and"));
        out.push(
            Diagnostic::new(&code::IMAGE_METADATA, path(), message)
                .about(Subject::Asset(Arc::clone(source)))
                .help(help)
                .decided_by(decided(&code::IMAGE_METADATA, says.texts.join("\n").as_bytes())),
        );
    }
    out
}

fn identifiers(text: &str, where_from: &str, path: &dyn Fn() -> Place, decided: &dyn Fn(&Code, &[u8]) -> Decide) -> Vec<Diagnostic> {
    identifiers::scan(text)
        .iter()
        .map(|finding| {
            let code = if finding.kind.is_error() { &IDENTIFIER } else { &LIKELY_IDENTIFIER };
            Diagnostic::new(code, path(), format!("{} would be published, in {where_from}", finding.kind.name()))
                .about(Subject::Term(FoundTerm::new(finding.kind.tag(), &text[finding.range.clone()])))
                .help("take it out of the picture; if it identifies nobody, record why with `emic privacy ack`")
                .decided_by(decided(code, format!("{}\0{text}", finding.range.start).as_bytes()))
        })
        .collect()
}
