//! What a picture says of itself besides what can be seen: who took it, with what, when, and where.

/// What stands in a picture's file beside the picture.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ImageSays {
    /// The kinds of notes: `EXIF`, `XMP`, `a comment`, `text`.
    pub notes: Vec<&'static str>,
    /// Whether they tell where it was taken.
    pub place: bool,
    /// What of them is text.
    pub texts: Vec<String>,
}

/// A run of fewer characters is rather chance than a word.
const SHORTEST: usize = 4;

/// Reads the notes of a PNG or JPEG; of any other file there are none.
pub fn image(bytes: &[u8]) -> ImageSays {
    let mut says = ImageSays::default();
    match bytes {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', chunks @ ..] => png(chunks, &mut says),
        [0xff, 0xd8, segments @ ..] => jpeg(segments, &mut says),
        _ => {}
    }
    says
}

fn png(mut rest: &[u8], says: &mut ImageSays) {
    while let Some((&[a, b, c, d], after)) = rest.split_first_chunk()
        && let Some((kind, after)) = after.split_first_chunk::<4>()
    {
        let length = (u32::from_be_bytes([a, b, c, d]) as usize).min(after.len());
        match kind {
            b"tEXt" | b"iTXt" | b"zTXt" => says.note("text", &after[..length]),
            b"eXIf" => says.exif(&after[..length]),
            _ => {}
        }
        rest = after.get(length + 4..).unwrap_or_default();
    }
}

fn jpeg(mut rest: &[u8], says: &mut ImageSays) {
    const START_OF_SCAN: u8 = 0xda;
    while let Some((&[0xff, marker, a, b], after)) = rest.split_first_chunk()
        && marker != START_OF_SCAN
    {
        let length = usize::from(u16::from_be_bytes([a, b])).saturating_sub(2).min(after.len());
        let segment = &after[..length];
        match marker {
            0xe1 => match segment.strip_prefix(b"Exif\0\0") {
                Some(exif) => says.exif(exif),
                None => says.note("XMP", segment),
            },
            0xfe => says.note("a comment", segment),
            _ => {}
        }
        rest = &after[length..];
    }
}

impl ImageSays {
    fn note(&mut self, kind: &'static str, bytes: &[u8]) {
        if !self.notes.contains(&kind) {
            self.notes.push(kind);
        }
        let text: String = String::from_utf8_lossy(bytes)
            .chars()
            .map(|c| if c.is_control() || c == char::REPLACEMENT_CHARACTER { '\n' } else { c })
            .collect();
        self.texts.extend(text.lines().map(str::trim).filter(|line| line.chars().count() >= SHORTEST).map(str::to_owned));
    }

    fn exif(&mut self, tiff: &[u8]) {
        self.note("EXIF", tiff);
        self.place |= has_place(tiff).unwrap_or(false);
    }
}

/// Whether the first directory of a TIFF structure leads to one of places (tag 0x8825, Exif 2.32, 4.6.3).
fn has_place(tiff: &[u8]) -> Option<bool> {
    const PLACES: u32 = 0x8825;
    let is_little = match tiff.get(..2)? {
        b"II" => true,
        b"MM" => false,
        _ => return None,
    };
    let number = |at: usize, length: usize| -> Option<u32> {
        let bytes = tiff.get(at..at.checked_add(length)?)?;
        let fold = |n: u32, byte: &u8| n << 8 | u32::from(*byte);
        Some(if is_little { bytes.iter().rev().fold(0, fold) } else { bytes.iter().fold(0, fold) })
    };
    let directory = number(4, 4)? as usize;
    let entries = number(directory, 2)? as usize;
    Some((0..entries).filter_map(|n| number(directory + 2 + n * 12, 2)).any(|tag| tag == PLACES))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
        [&[0xff, marker][..], &length, data].concat()
    }

    #[test]
    fn a_photograph_tells_who_took_it_and_where() {
        let tiff = b"II*\0\x08\0\0\0\x01\0\x25\x88\x04\0\x01\0\0\0\x1a\0\0\0\0\0\0\0Ada Quill\0";
        let jpeg = [&b"\xff\xd8"[..], &segment(0xe0, b"JFIF\0"), &segment(0xe1, &[b"Exif\0\0", &tiff[..]].concat()), b"\xff\xda"].concat();
        let says = image(&jpeg);
        assert_eq!((says.notes, says.place), (vec!["EXIF"], true));
        assert!(says.texts.contains(&"Ada Quill".to_owned()), "{:?}", says.texts);
    }

    #[test]
    fn a_png_tells_its_texts() {
        let chunk = |kind: &[u8], data: &[u8]| [&u32::try_from(data.len()).unwrap().to_be_bytes()[..], kind, data, b"sums"].concat();
        let png = [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", b"0123"), &chunk(b"tEXt", b"Author\0Ada Quill")].concat();
        assert_eq!(image(&png), ImageSays { notes: vec!["text"], place: false, texts: vec!["Author".into(), "Ada Quill".into()] });
    }

    #[test]
    fn a_picture_without_notes_says_nothing() {
        for bytes in
            [&b"\xff\xd8\xff\xe0\0\x04ab\xff\xda"[..], b"\x89PNG\r\n\x1a\n\0\0\0\x01IDATx", b"GIF89a", b"", b"\xff\xd8\xff\xe1\xff\xff"]
        {
            assert_eq!(image(bytes).texts, Vec::<String>::new());
        }
    }
}
