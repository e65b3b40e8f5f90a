//! Names of files that hold somebody's name: `maureen_scan.pdf`.

use crate::identifiers::characters::around;
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::pattern::pattern;
use crate::identifiers::signs::Signs;

/// `is_name` tells whether a word, in small letters, is a name and nothing else.
pub fn mark(text: &str, signs: &Signs, is_name: fn(&str) -> bool, marks: &mut Marks) {
    if !signs.inner_dot {
        return;
    }
    let files = pattern!(
        r"(?i)[\p{L}\p{N}_\-.()]+\.(?:pdf|docx?|odt|rtf|txt|xlsx?|csv|pptx?|jpe?g|png|heic|gif|tiff?|mp3|mp4|m4a|wav|mov|avi|vtt|srt|zip|eml|msg|sav|nvpx?|mx\d\d|json|ya?ml)(?-u:\b)"
    );
    for found in files.into_iter().flat_map(|p| p.find_iter(text)) {
        if !matches!(around(text, &found.range()).0, Some('/' | '@')) && pieces(found.as_str()).any(|piece| is_name(&piece)) {
            marks.push((FindingKind::Person, found.range()));
        }
    }
}

/// The words of a file's name, in small letters: between signs, digits and capitals inside.
fn pieces(file: &str) -> impl Iterator<Item = String> {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let mut pieces = vec![String::new()];
    let mut was_small = false;
    for c in stem.chars() {
        if !c.is_alphabetic() || c.is_uppercase() && was_small {
            pieces.push(String::new());
        }
        was_small = c.is_lowercase();
        if let (true, Some(piece)) = (c.is_alphabetic(), pieces.last_mut()) {
            piece.extend(c.to_lowercase());
        }
    }
    pieces.into_iter().filter(|piece| piece.chars().count() > 2)
}
