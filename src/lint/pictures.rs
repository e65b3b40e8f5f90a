//! `image-metadata`, `image-place`, and the rules on identifiers for what a picture's file holds: notes of a camera, words of a drawing.

use std::collections::HashMap;
use std::sync::Arc;

use super::identifying::{IDENTIFIER, LIKELY_IDENTIFIER};
use crate::diag::{Code, Decide, Diagnostic, FoundTerm, Place, Subject, code, words};
use crate::identifiers;
use crate::pictures::{self, ImageNotes};

/// What was found in pictures, by file and what was in it.
#[derive(Default)]
pub struct PictureCache(HashMap<(Arc<str>, blake3::Hash), Arc<[Diagnostic]>>);

impl PictureCache {
    /// Looks at every asset, given as its path and a hash of its bytes; `read` gives the bytes of the nth. One that has not changed is
    /// not read again, and one that cannot be read is passed over.
    pub fn check<'a>(
        &mut self,
        assets: impl IntoIterator<Item = (&'a Arc<str>, blake3::Hash)>,
        read: impl Fn(usize) -> Option<Vec<u8>>,
    ) -> Vec<Diagnostic> {
        let before = std::mem::take(&mut self.0);
        let mut out = Vec::new();
        for (at, (source, hash)) in assets.into_iter().enumerate() {
            let key = (Arc::clone(source), hash);
            if let Some(found) = before.get(&key).cloned().or_else(|| Some(picture(source, &read(at)?).into())) {
                out.extend(found.iter().cloned());
                self.0.insert(key, found);
            }
        }
        out
    }
}

/// What is wrong with one picture.
fn picture(source: &str, bytes: &[u8]) -> Vec<Diagnostic> {
    if source.to_ascii_lowercase().ends_with(".svg") {
        let words = pictures::words_of_drawing(&String::from_utf8_lossy(bytes));
        return identifying(&words, "a drawing’s words", source).collect();
    }
    let notes = pictures::read(bytes);
    let text = notes.texts.join("\n");
    identifying(&text, "a picture’s notes", source).chain(unseen(&notes, &text, source)).collect()
}

/// That a picture has notes, or says where it was taken.
fn unseen(notes: &ImageNotes, text: &str, source: &str) -> Option<Diagnostic> {
    let help = "save it without its notes: `exiftool -all= FILE`, or an editor’s export “for the web”";
    if notes.has_position {
        return Some(
            Diagnostic::new(&code::IMAGE_PLACE, place(source), "the picture says where it was taken")
                .about(Subject::Asset(source.into()))
                .help(help),
        );
    }
    let kinds: Vec<&str> = notes.kinds.iter().map(|kind| kind.name()).collect();
    (!kinds.is_empty()).then(|| {
        let message = format!("the picture holds notes that nobody sees on the page: {}", words::list(&kinds, "and"));
        Diagnostic::new(&code::IMAGE_METADATA, place(source), message).about(Subject::Asset(source.into())).help(help).decided_by(decide(
            &code::IMAGE_METADATA,
            source,
            text.as_bytes(),
        ))
    })
}

/// What identifies somebody in a text that a picture holds.
fn identifying<'a>(text: &'a str, where_from: &'a str, source: &'a str) -> impl Iterator<Item = Diagnostic> + 'a {
    identifiers::scan(text).into_iter().map(move |finding| {
        let code = if finding.kind.is_error() { &IDENTIFIER } else { &LIKELY_IDENTIFIER };
        Diagnostic::new(code, place(source), format!("{} would be published, in {where_from}", finding.kind.name()))
            .about(Subject::Term(FoundTerm::new(finding.kind.tag(), &text[finding.range.clone()])))
            .help("take it out of the picture; if it identifies nobody, record why with `emic privacy ack`")
            .decided_by(decide(code, source, format!("{}\0{text}", finding.range.start).as_bytes()))
    })
}

fn place(source: &str) -> Place {
    Place::Path(source.to_owned())
}

/// A decision on a picture holds for what was found in it, and lapses with it.
fn decide(code: &Code, source: &str, what: &[u8]) -> Decide {
    let mut hasher = blake3::Hasher::new();
    hasher.update(code.name.as_bytes()).update(&[0]).update(source.as_bytes()).update(&[0]).update(what);
    Decide::Text { of: hasher.finalize(), place: source.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_that_has_not_changed_is_not_read_again() {
        let (path, bytes) = (Arc::from("static/ward.jpg"), b"\xff\xd8\xff\xfe\0\x0eby a camera".to_vec());
        let mut pictures = PictureCache::default();
        let times = std::cell::Cell::new(0);
        let read = |_| {
            times.set(times.get() + 1);
            Some(bytes.clone())
        };
        for _ in 0..2 {
            let found = pictures.check([(&path, blake3::hash(&bytes))], read);
            assert_eq!(found.iter().map(|d| d.code.name).collect::<Vec<_>>(), ["image-metadata"]);
        }
        assert_eq!(times.get(), 1);
        assert!(pictures.check([(&path, blake3::hash(b"other"))], |_| None).is_empty());
    }
}
