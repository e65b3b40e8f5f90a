//! Text within bytes that are no text.

use super::encoding::{utf16, windows_1252};
use crate::pictures::{self, ImageNotes};

/// A run of fewer bytes that happen to be text means nothing.
const SHORTEST_RUN: usize = 4;

/// Stands between runs of text, which are never read on into each other.
const APART: &str = " | ";

/// The runs of UTF-8 in `bytes`. The zeros that UTF-16 has between ASCII letters are part of them: they are looked past.
pub(super) fn legible(bytes: &[u8]) -> String {
    let mut text = String::new();
    for run in bytes.utf8_chunks().map(|chunk| chunk.valid()).filter(|run| run.len() >= SHORTEST_RUN) {
        text.push_str(run);
        text.push_str(APART);
    }
    text
}

/// The notes of a picture (its captions, EXIF, XMP …), as far as it is text by its format, and each of its blocks in every
/// encoding that it may be in.
pub(super) fn metadata(bytes: &[u8]) -> Vec<String> {
    let ImageNotes { mut texts, blocks, .. } = pictures::read(bytes);
    for block in blocks {
        texts.push(String::from_utf8_lossy(&block).into_owned());
        texts.push(block.iter().map(|&byte| windows_1252(byte)).collect());
        for aligned in [&block[..], block.get(1..).unwrap_or_default()] {
            texts.push(utf16(aligned, u16::from_le_bytes));
            texts.push(utf16(aligned, u16::from_be_bytes));
        }
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_read_in_every_encoding() {
        let wide: Vec<u8> = "Zoë".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for note in ["Zoë".as_bytes(), b"Zo\xeb", &wide, &[b" ", &wide[..]].concat()] {
            let length = u16::try_from(note.len() + 2).unwrap().to_be_bytes();
            let jpeg = [&b"\xff\xd8\xff\xfe"[..], &length, note, b"\xff\xda"].concat();
            assert!(metadata(&jpeg).iter().any(|text| text.contains("Zoë")), "{note:?}");
        }
    }

    #[test]
    fn runs_of_text_are_found_among_other_bytes() {
        assert_eq!(legible(b"\xff\xfe\xfdZoe!\xff\x80abc\xffM\0a\0"), "Zoe! | M\0a\0 | ");
    }
}
