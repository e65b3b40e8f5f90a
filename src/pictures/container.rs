//! Where a JPEG, PNG or WebP keeps its notes.
//!
//! These walks are ours and not a library's: those take a file whole or not at all, so that one wrong checksum would hide the notes.

use memchr::{memchr, memmem};

use super::notes::{NoteKind, Notes, decoded};
use super::{exif, iptc, xml};

/// What an Exif block begins with in a JPEG, and from some programs in a WebP.
const EXIF: &[u8] = b"Exif\0\0";

/// Takes up the segments of a JPEG, and of the pictures that cameras append to it.
pub(super) fn jpeg(bytes: &[u8], notes: &mut Notes) {
    const END: u8 = 0xd9;
    let mut extended = Vec::new();
    let mut rest = bytes;
    // Within a scan the marker byte is followed by 0 or the number of a restart; before a marker it may be repeated.
    while let Some(at) = memchr(0xff, rest) {
        rest = &rest[at..];
        let fill = rest.iter().take_while(|byte| **byte == 0xff).count();
        let Some((&marker, after)) = rest[fill..].split_first() else { break };
        rest = after;
        match marker {
            0 | 1 | 0xd0..=0xd8 => {}
            END => match memmem::find(rest, b"\xff\xd8\xff") {
                Some(next) => rest = &rest[next..],
                None => break,
            },
            _ => {
                let Some((&length, after)) = rest.split_first_chunk() else { break };
                let length = usize::from(u16::from_be_bytes(length)).saturating_sub(2).min(after.len());
                segment(marker, &after[..length], &mut extended, notes);
                rest = &after[length..];
            }
        }
    }
    if !extended.is_empty() {
        xml::xmp(&extended, notes);
    }
}

fn segment(marker: u8, data: &[u8], extended: &mut Vec<u8>, notes: &mut Notes) {
    const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
    /// Followed by a hash of the whole, its length, and where in it the part begins.
    const EXTENDED_XMP: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";
    const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";
    match marker {
        0xe1 => {
            if let Some(block) = data.strip_prefix(EXIF) {
                exif::of_block(block, notes);
            } else if let Some(part) = data.strip_prefix(EXTENDED_XMP) {
                extended.extend_from_slice(part.get(40..).unwrap_or_default());
            } else {
                xml::xmp(data.strip_prefix(XMP).unwrap_or(data), notes);
            }
        }
        0xed if data.starts_with(PHOTOSHOP) => iptc::of_photoshop(&data[PHOTOSHOP.len()..], notes),
        0xfe => {
            notes.kind(NoteKind::Comment);
            notes.block(data);
            notes.text(&decoded(data));
        }
        0xe0..=0xef => notes.block(data),
        _ => {}
    }
}

/// Takes up the chunks of a PNG: length, type, data, checksum.
pub(super) fn png(mut rest: &[u8], notes: &mut Notes) {
    while let Some((&length, after)) = rest.split_first_chunk()
        && let Some((kind, after)) = after.split_first_chunk::<4>()
    {
        let length = (u32::from_be_bytes(length) as usize).min(after.len());
        chunk(kind, &after[..length], notes);
        rest = after.get(length + 4..).unwrap_or_default();
    }
}

fn chunk(kind: &[u8; 4], data: &[u8], notes: &mut Notes) {
    match kind {
        b"tEXt" => {
            let (key, text) = cut(data);
            entry(key, text.to_vec(), notes);
        }
        b"zTXt" => {
            let (key, packed) = cut(data);
            let text = notes.inflated(packed.get(1..).unwrap_or_default());
            entry(key, text, notes);
        }
        b"iTXt" => {
            let (key, after) = cut(data);
            let is_packed = after.first() == Some(&1);
            let (_language, after) = cut(after.get(2..).unwrap_or_default());
            let (translated, text) = cut(after);
            let text = if is_packed { notes.inflated(text) } else { text.to_vec() };
            notes.text(&decoded(translated));
            entry(key, text, notes);
        }
        b"eXIf" => exif::of_block(data, notes),
        b"iCCP" => {
            let (name, packed) = cut(data);
            notes.block(name);
            let profile = notes.inflated(packed.get(1..).unwrap_or_default());
            notes.block(&profile);
        }
        // What is drawn and how: no text is in it.
        b"IHDR" | b"PLTE" | b"IDAT" | b"IEND" | b"tRNS" | b"gAMA" | b"cHRM" | b"sRGB" | b"cICP" | b"sBIT" | b"bKGD" | b"hIST" | b"pHYs"
        | b"tIME" | b"acTL" | b"fcTL" | b"fdAT" => {}
        _ => notes.block(data),
    }
}

/// A text of a PNG under its key.
fn entry(key: &[u8], text: Vec<u8>, notes: &mut Notes) {
    // What ImageMagick makes of notes that it found in another format.
    if let Some(kind) = key.strip_prefix(b"Raw profile type ")
        && let Some(bytes) = raw_profile(&text)
    {
        return match kind {
            b"exif" | b"APP1" | b"app1" => match bytes.strip_prefix(EXIF) {
                Some(block) => exif::of_block(block, notes),
                None => xml::xmp(&bytes, notes),
            },
            b"xmp" => xml::xmp(&bytes, notes),
            b"iptc" | b"8bim" => iptc::of_photoshop(&bytes, notes),
            _ => notes.block(&bytes),
        };
    }
    if key == b"XML:com.adobe.xmp" {
        return xml::xmp(&text, notes);
    }
    notes.kind(NoteKind::Text);
    notes.block(&text);
    notes.text(&decoded(key));
    notes.text(&decoded(&text));
}

/// The bytes of a raw profile: a line of what it is, one of its length, then hexadecimal digits.
fn raw_profile(text: &[u8]) -> Option<Vec<u8>> {
    let mut lines = text.split(|byte| *byte == b'\n').skip_while(|line| line.trim_ascii().is_empty()).skip(1);
    lines.next()?;
    let digits: Vec<u8> = lines.flatten().filter_map(|byte| char::from(*byte).to_digit(16)).filter_map(|d| u8::try_from(d).ok()).collect();
    Some(digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

/// What is before and after the first zero.
fn cut(data: &[u8]) -> (&[u8], &[u8]) {
    memchr(0, data).map_or((data, &[]), |at| (&data[..at], &data[at + 1..]))
}

/// Takes up the chunks of a WebP: type, length, data, and a byte more where the length is odd.
pub(super) fn webp(mut rest: &[u8], notes: &mut Notes) {
    while let Some((kind, after)) = rest.split_first_chunk::<4>()
        && let Some((&length, after)) = after.split_first_chunk()
    {
        let length = (u32::from_le_bytes(length) as usize).min(after.len());
        let data = &after[..length];
        match kind {
            b"EXIF" => exif::of_block(data.strip_prefix(EXIF).unwrap_or(data), notes),
            b"XMP " => xml::xmp(data, notes),
            b"VP8 " | b"VP8L" | b"VP8X" | b"ALPH" | b"ANIM" | b"ANMF" => {}
            _ => notes.block(data),
        }
        rest = after.get(length + length % 2..).unwrap_or_default();
    }
}
