//! What text some bytes are, if they are text.

use std::borrow::Cow;

/// What bytes turned out to be.
pub(super) enum Content<'b> {
    /// Text, in UTF-8 or UTF-16.
    Text(Cow<'b, str>),
    /// Text in an unknown encoding, in the ways to read it that are left; none, if it does not look like text.
    Unclear(Vec<String>),
}

/// How many bytes are looked at to find out what they are.
const SAMPLE: usize = 4096;

/// Decodes `bytes`, by their byte order mark or else by what they look like.
pub(super) fn decode(bytes: &[u8]) -> Content<'_> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => return Content::Text(utf16(rest, u16::from_le_bytes).into()),
        [0xfe, 0xff, rest @ ..] => return Content::Text(utf16(rest, u16::from_be_bytes).into()),
        _ => {}
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if is_mostly_nul(sample.iter().skip(1)) {
        return Content::Unclear(vec![utf16(bytes, u16::from_le_bytes)]);
    }
    if is_mostly_nul(sample.iter()) {
        return Content::Unclear(vec![utf16(bytes, u16::from_be_bytes)]);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Content::Text(text.into()),
        Err(_) if sample.contains(&0) => Content::Unclear(Vec::new()),
        Err(_) => {
            let lossy = String::from_utf8_lossy(bytes).into_owned();
            Content::Unclear(vec![lossy, bytes.iter().map(|&byte| windows_1252(byte)).collect()])
        }
    }
}

/// Reads UTF-16. A byte that is left over at the end is none.
pub(super) fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// The character of a byte in the old encoding of Windows for Western Europe, which includes Latin-1.
pub(super) fn windows_1252(byte: u8) -> char {
    const FROM_128: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•',
        '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    byte.checked_sub(128).and_then(|index| FROM_128.get(usize::from(index)).copied()).unwrap_or(byte.into())
}

/// Whether most of every second byte is 0, as in UTF-16 that is mostly ASCII.
fn is_mostly_nul<'b>(bytes: impl Iterator<Item = &'b u8>) -> bool {
    let (mut all, mut nuls) = (0, 0);
    for byte in bytes.step_by(2) {
        all += 1;
        nuls += usize::from(*byte == 0);
    }
    nuls * 2 > all && nuls > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        match decode(bytes) {
            Content::Text(text) => text.into_owned(),
            Content::Unclear(readings) => readings.into_iter().next_back().unwrap_or_default(),
        }
    }

    #[test]
    fn utf16_is_told_by_its_mark_or_its_look() {
        let le = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
        let be = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>();
        assert_eq!(text(&le("\u{feff}王芳")), "王芳");
        assert_eq!(text(&be("\u{feff}王芳")), "王芳");
        assert_eq!(text(&le("<p>Zoë</p>")), "<p>Zoë</p>");
        assert_eq!(text(&be("<p>Zoë</p>")), "<p>Zoë</p>");
    }

    #[test]
    fn other_bytes_are_latin_or_binary() {
        assert_eq!(text("Zoë".as_bytes()), "Zoë");
        assert_eq!(text(b"Zo\xeb \x8aime\x9d"), "Zoë Šime\u{9d}");
        assert_eq!(text(b"\x89PNG\0\x01\x02\x03\x04"), "");
    }
}
