//! Exif, which is a TIFF without a picture, and the notes of TIFF and HEIF files.

use std::io::Cursor;

use ::exif::{Context, Error, Exif, Field, Reader, Value};

use super::notes::{NoteKind, Notes, decoded};
use super::{iptc, xml};

/// The longest value of a TIFF file that is kept as a block. A longer one holds pixels.
const LONGEST_BLOCK: usize = 1 << 16;

/// What one more value costs beside its bytes.
const COST: usize = 24;

/// Takes up a block of Exif.
pub(super) fn of_block(block: &[u8], notes: &mut Notes) {
    notes.kind(NoteKind::Exif);
    notes.block(block);
    // Thousands of blocks are in no photograph.
    if notes.left == 0 {
        return;
    }
    match partial(Reader::new().continue_on_error(true).read_raw(block.to_vec())) {
        Some(exif) => fields(&exif, notes, false),
        None => notes.runs(block),
    }
}

/// Takes up the notes of a TIFF file. Its pixels are not looked at.
pub(super) fn of_tiff(bytes: &[u8], notes: &mut Notes) {
    if let Some(exif) = partial(Reader::new().continue_on_error(true).read_raw(bytes.to_vec())) {
        fields(&exif, notes, true);
    }
}

/// Takes up the Exif of a HEIC or AVIF.
pub(super) fn of_heif(bytes: &[u8], notes: &mut Notes) {
    if let Some(exif) = partial(Reader::new().continue_on_error(true).read_from_container(&mut Cursor::new(bytes))) {
        notes.kind(NoteKind::Exif);
        notes.block(exif.buf());
        fields(&exif, notes, false);
    }
}

/// What could be read, whatever could not.
fn partial(read: Result<Exif, Error>) -> Option<Exif> {
    read.or_else(|error| error.distill_partial_result(|_| {})).ok()
}

/// Takes up the values that are texts; in a TIFF file their bytes, too, since nobody else does.
fn fields(exif: &Exif, notes: &mut Notes, is_file: bool) {
    for field in exif.fields() {
        if is_file && field.tag.context() != Context::Tiff {
            notes.kind(NoteKind::Exif);
        }
        notes.found.has_position |= is_position(field);
        let texts = notes.found.texts.len();
        let size = value(field, exif.little_endian(), notes, is_file);
        if is_file && notes.found.texts.len() > texts {
            notes.kind(NoteKind::Exif);
        }
        // A value is read when it is come to, so that the rest is left unread.
        notes.left = notes.left.saturating_sub(size + COST);
        if notes.left == 0 {
            break;
        }
    }
}

/// Whether a field gives coordinates, of the camera or of what it looked at, or names the area.
fn is_position(field: &Field) -> bool {
    field.tag.context() == Context::Gps && matches!(field.tag.number(), 0x02 | 0x04 | 0x14 | 0x16 | 0x1c)
}

/// Takes up one value; gives its size in memory.
fn value(field: &Field, is_little: bool, notes: &mut Notes, is_file: bool) -> usize {
    const XMP: u16 = 0x02bc;
    const IPTC: u16 = 0x83bb;
    const PHOTOSHOP: u16 = 0x8649;
    const USER_COMMENT: u16 = 0x9286;
    /// Title, comment, author, keywords and subject, as Windows writes them.
    const WINDOWS: std::ops::RangeInclusive<u16> = 0x9c9b..=0x9c9f;
    let number = field.tag.number();
    match &field.value {
        Value::Ascii(parts) => {
            for part in parts {
                notes.text(&decoded(part));
                if is_file {
                    notes.block(part);
                }
            }
            parts.iter().map(|part| part.len() + COST).sum()
        }
        Value::Long(words) if number == IPTC => {
            let bytes: Vec<u8> = words.iter().flat_map(|word| if is_little { word.to_le_bytes() } else { word.to_be_bytes() }).collect();
            iptc::records(&bytes, notes);
            bytes.len() * 2
        }
        Value::Byte(bytes) | Value::Undefined(bytes, _) => {
            match number {
                XMP => xml::xmp(bytes, notes),
                IPTC => iptc::records(bytes, notes),
                PHOTOSHOP => iptc::of_photoshop(bytes, notes),
                number if WINDOWS.contains(&number) => notes.text(&utf16(bytes, true)),
                USER_COMMENT => match bytes.strip_prefix(b"UNICODE\0") {
                    Some(text) => notes.text(&utf16_of_either_order(text, is_little)),
                    None => notes.text(&decoded(bytes.get(8..).unwrap_or_default())),
                },
                // The four letters of a version are no text.
                _ if bytes.len() > 8 => notes.runs(bytes),
                _ => {}
            }
            if is_file && bytes.len() <= LONGEST_BLOCK {
                notes.block(bytes);
            }
            bytes.len()
        }
        Value::Short(values) => values.len() * 2,
        Value::Long(values) => values.len() * 4,
        Value::Rational(values) => values.len() * 8,
        Value::SByte(values) => values.len(),
        Value::SShort(values) => values.len() * 2,
        Value::SLong(values) => values.len() * 4,
        Value::SRational(values) => values.len() * 8,
        Value::Float(values) => values.len() * 4,
        Value::Double(values) => values.len() * 8,
        Value::Unknown(..) => 0,
    }
}

/// UTF-16 in the byte order that gives more letters of Latin-1, or else in that of the block: programs differ.
fn utf16_of_either_order(bytes: &[u8], is_little: bool) -> String {
    let [first, second] = [0, 1].map(|at| bytes.chunks_exact(2).filter(|pair| pair[at] == 0).count());
    utf16(bytes, if first == second { is_little } else { second > first })
}

fn utf16(bytes: &[u8], is_little: bool) -> String {
    let unit = if is_little { u16::from_le_bytes } else { u16::from_be_bytes };
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
