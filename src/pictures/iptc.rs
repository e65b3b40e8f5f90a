//! IPTC: captions, authors and places, as picture agencies and archives write them (IPTC-IIM 4.2).

use super::notes::{NoteKind, Notes, decoded};

/// Takes up the IPTC records among Photoshop's resources: `8BIM`, number, name, length, data.
pub(super) fn of_photoshop(mut rest: &[u8], notes: &mut Notes) {
    const IPTC: u16 = 0x0404;
    notes.block(rest);
    while let Some(after) = rest.strip_prefix(b"8BIM")
        && let Some((&number, after)) = after.split_first_chunk()
        && let Some(&name) = after.first()
    {
        // A name and its length, and data, are filled up to an even number of bytes.
        let name = usize::from(name) + 1;
        let Some((&length, after)) = after.get(name.next_multiple_of(2)..).and_then(<[u8]>::split_first_chunk) else { return };
        let length = (u32::from_be_bytes(length) as usize).min(after.len());
        if u16::from_be_bytes(number) == IPTC {
            records(&after[..length], notes);
        }
        rest = after.get(length.next_multiple_of(2)..).unwrap_or_default();
    }
}

/// Takes up IPTC records: a mark, the numbers of record and field, length, data.
pub(super) fn records(mut rest: &[u8], notes: &mut Notes) {
    const MARK: u8 = 0x1c;
    /// The record that is about the picture; the others are about how it was sent.
    const APPLICATION: u8 = 2;
    notes.block(rest);
    while let Some((&[MARK, record, field, a, b], after)) = rest.split_first_chunk() {
        let length = usize::from(u16::from_be_bytes([a, b])).min(after.len());
        notes.kind(NoteKind::Iptc);
        // Field 0 is a version.
        if record == APPLICATION && field != 0 {
            notes.text(&decoded(&after[..length]));
        }
        rest = &after[length..];
    }
}
