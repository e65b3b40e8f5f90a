//! What a picture's file holds beside the picture: who took it, with what, when and where, and the words of a drawing.
//!
//! 1. [`container`] finds the blocks of notes in a JPEG, PNG or WebP, as far as the file goes: browsers show a picture that is cut
//!    off, or whose checksums are wrong, and anybody can read its notes.
//! 2. [`exif`], [`iptc`] and [`xml`] read the blocks: Exif (also that of a TIFF or HEIC), IPTC, and XMP.
//! 3. [`ImageNotes`] has their texts, and the blocks as they are for whoever has to look at every byte.
//!
//! Nothing here fails: what cannot be read holds no notes that anybody else could read. What is read of one picture is bounded; only an
//! ASCII value made of zeros takes 24 times its size, since each ends a text.

mod container;
mod exif;
mod iptc;
mod notes;
mod xml;

pub use notes::{ImageNotes, NoteKind};
pub use xml::words_of_drawing;

use notes::Notes;

/// Reads the notes of a JPEG, PNG, WebP, TIFF or HEIF (HEIC, AVIF). In any other file there are none.
pub fn read(bytes: &[u8]) -> ImageNotes {
    let mut notes = Notes::default();
    match bytes {
        [0xff, 0xd8, ..] => container::jpeg(bytes, &mut notes),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', chunks @ ..] => container::png(chunks, &mut notes),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', chunks @ ..] => container::webp(chunks, &mut notes),
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => exif::of_tiff(bytes, &mut notes),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => {
            exif::of_heif(bytes, &mut notes);
            xml::xmp_packets(bytes, &mut notes);
        }
        _ => {}
    }
    notes.found
}

#[cfg(test)]
mod tests;
