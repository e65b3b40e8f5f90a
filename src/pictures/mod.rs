//! What a picture's file says beside the picture: who took it, with what, when and where, and the words of a drawing.
//!
//! 1. [`container`] finds the blocks of notes in a JPEG, PNG or WebP, as far as the file goes: browsers show a picture that is cut
//!    off, or whose checksums are wrong, and anybody can read its notes.
//! 2. [`exif`], [`iptc`] and [`xml`] read the blocks: Exif (also that of a TIFF or HEIC), IPTC, and XMP.
//! 3. [`ImageNotes`] has their texts, and the blocks as they are for whoever has to look at every byte.
//!
//! Nothing here fails: what cannot be read holds no notes that anybody else could read. What is read of one picture is bounded.

mod container;
mod exif;
mod iptc;
mod xml;

pub use xml::words_of_drawing;

/// How many bytes of values are unpacked or read in a picture. Values may overlap, and what is packed may be much: a small file could
/// hold gigabytes.
const MOST_READ: usize = 16 << 20;

/// A run of fewer characters among bytes that are no text is rather chance than a word.
const SHORTEST_RUN: usize = 4;

/// The notes of a picture.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ImageNotes {
    /// What kinds there are, each once, in the order of the file.
    pub kinds: Vec<NoteKind>,
    /// Whether they give the coordinates of a place.
    pub has_position: bool,
    /// Every text in them, value by value.
    pub texts: Vec<String>,
    /// The bytes of everything in the file that may hold a text, unpacked: the notes, colour profiles, data of programs.
    pub blocks: Vec<Vec<u8>>,
}

/// A kind of notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    Exif,
    Xmp,
    Iptc,
    Comment,
    Text,
}

impl NoteKind {
    /// What it is called in a message.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exif => "EXIF",
            Self::Xmp => "XMP",
            Self::Iptc => "IPTC",
            Self::Comment => "a comment",
            Self::Text => "text",
        }
    }
}

/// Reads the notes of a JPEG, PNG, WebP, TIFF or HEIF (HEIC, AVIF). In any other file there are none.
pub fn read(bytes: &[u8]) -> ImageNotes {
    let mut notes = Notes { found: ImageNotes::default(), left: MOST_READ };
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

/// The notes so far, and how many bytes may be read for more.
struct Notes {
    found: ImageNotes,
    left: usize,
}

impl Notes {
    fn kind(&mut self, kind: NoteKind) {
        if !self.found.kinds.contains(&kind) {
            self.found.kinds.push(kind);
        }
    }

    /// Keeps bytes for whoever looks at each.
    fn block(&mut self, bytes: &[u8]) {
        if !bytes.is_empty() {
            self.found.blocks.push(bytes.to_vec());
        }
    }

    /// Takes up a value, whatever its length. A control character parts two.
    fn text(&mut self, text: &str) {
        self.found.texts.extend(text.split(is_parting).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned));
    }

    /// Takes up what looks like text among bytes.
    fn runs(&mut self, bytes: &[u8]) {
        for chunk in bytes.utf8_chunks() {
            let runs = chunk.valid().split(is_parting).map(str::trim).filter(|run| run.chars().count() >= SHORTEST_RUN);
            self.found.texts.extend(runs.map(str::to_owned));
        }
    }

    /// Unpacks what zlib packed, as far as it goes and the bound allows.
    fn inflated(&mut self, packed: &[u8]) -> Vec<u8> {
        let bytes = miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(packed, self.left).unwrap_or_else(|error| error.output);
        self.left = self.left.saturating_sub(bytes.len());
        bytes
    }
}

fn is_parting(c: char) -> bool {
    c.is_control() || c == char::REPLACEMENT_CHARACTER
}

/// Bytes of which no encoding is told: UTF-8 if they can be, or else Latin-1, which is what most formats say.
fn decoded(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).map_or_else(|_| bytes.iter().map(|byte| char::from(*byte)).collect(), str::to_owned)
}

#[cfg(test)]
mod tests;
