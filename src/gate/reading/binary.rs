//! Text within bytes that are no text.

use super::encoding::{utf16, windows_1252};

/// A run of fewer bytes that happen to be text says nothing.
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

/// What a PNG or JPEG says of itself (its captions, EXIF, XMP …), in each encoding that it may be in.
pub(super) fn metadata(bytes: &[u8]) -> Vec<String> {
    let segments = match bytes {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', chunks @ ..] => png(chunks),
        [0xff, 0xd8, segments @ ..] => jpeg(segments),
        _ => return Vec::new(),
    };
    let mut texts = Vec::new();
    for segment in segments {
        texts.push(String::from_utf8_lossy(segment).into_owned());
        texts.push(segment.iter().map(|&byte| windows_1252(byte)).collect());
        for aligned in [segment, segment.get(1..).unwrap_or_default()] {
            texts.push(utf16(aligned, u16::from_le_bytes));
            texts.push(utf16(aligned, u16::from_be_bytes));
        }
    }
    texts
}

/// The chunks that hold no picture: length, type, data, checksum. The data alone, since the checksum could look like letters.
fn png(mut rest: &[u8]) -> Vec<&[u8]> {
    let mut segments = Vec::new();
    while let Some((&[a, b, c, d], after)) = rest.split_first_chunk()
        && let Some((kind, after)) = after.split_first_chunk::<4>()
    {
        let length = (u32::from_be_bytes([a, b, c, d]) as usize).min(after.len());
        if kind != b"IDAT" {
            segments.push(&after[..length]);
        }
        rest = after.get(length + 4..).unwrap_or_default();
    }
    segments
}

/// The segments before the picture: marker, length (its own two bytes included), data.
fn jpeg(mut rest: &[u8]) -> Vec<&[u8]> {
    const START_OF_SCAN: u8 = 0xda;
    let mut segments = Vec::new();
    while let Some((&[0xff, marker, a, b], after)) = rest.split_first_chunk()
        && marker != START_OF_SCAN
    {
        let length = usize::from(u16::from_be_bytes([a, b])).saturating_sub(2).min(after.len());
        segments.push(&after[..length]);
        rest = &after[length..];
    }
    segments
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_of_a_png_are_read_without_their_checksums() {
        let mut image = b"\x89PNG\r\n\x1a\n".to_vec();
        for (kind, data) in [(b"tEXt", b"Author\0Zoe"), (b"IDAT", b"0123456789"), (b"eXIf", b"9876543210")] {
            image.extend((data.len() as u32).to_be_bytes());
            image.extend(kind.iter().chain(data).chain(b"sums"));
        }
        let texts = metadata(&image);
        assert_eq!(texts[0], "Author\0Zoe");
        assert_eq!(texts[6], "9876543210");
        assert_eq!(texts.len(), 12);
    }

    #[test]
    fn segments_of_a_jpeg_are_read_up_to_the_picture() {
        let texts = metadata(b"\xff\xd8\xff\xe1\0\x05Zoe\xff\xfe\0\x04Bo\xff\xda\0\x04xx");
        assert_eq!((texts[0].as_str(), texts[6].as_str(), texts.len()), ("Zoe", "Bo", 12));
    }

    #[test]
    fn cut_off_images_are_read_as_far_as_they_go() {
        assert_eq!(metadata(b"\x89PNG\r\n\x1a\n\0\0\x10\0tEXtZoe")[0], "Zoe");
        assert_eq!(metadata(b"\xff\xd8\xff\xe1\xff\xffZoe")[0], "Zoe");
        assert!(metadata(b"\xff\xd8\xff").is_empty());
    }

    #[test]
    fn runs_of_text_are_found_among_other_bytes() {
        assert_eq!(legible(b"\xff\xfe\xfdZoe!\xff\x80abc\xffM\0a\0"), "Zoe! | M\0a\0 | ");
    }
}
