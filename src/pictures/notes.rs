//! What is gathered of a picture.

/// How many bytes of values are unpacked or read in a picture. Values may overlap, and what is packed may be much: a small file could
/// hold gigabytes.
pub(super) const MOST_READ: usize = 16 << 20;

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

/// The notes so far, and how many bytes may be read for more.
pub(super) struct Notes {
    pub(super) found: ImageNotes,
    pub(super) left: usize,
}

impl Default for Notes {
    fn default() -> Self {
        Self { found: ImageNotes::default(), left: MOST_READ }
    }
}

impl Notes {
    pub(super) fn kind(&mut self, kind: NoteKind) {
        if !self.found.kinds.contains(&kind) {
            self.found.kinds.push(kind);
        }
    }

    /// Keeps bytes for whoever looks at each.
    pub(super) fn block(&mut self, bytes: &[u8]) {
        if !bytes.is_empty() {
            self.found.blocks.push(bytes.to_vec());
        }
    }

    /// Takes up a value, whatever its length. A control character parts two.
    pub(super) fn text(&mut self, text: &str) {
        self.found.texts.extend(text.split(is_parting).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned));
    }

    /// Takes up what looks like text among bytes.
    pub(super) fn runs(&mut self, bytes: &[u8]) {
        for chunk in bytes.utf8_chunks() {
            let runs = chunk.valid().split(is_parting).map(str::trim).filter(|run| run.chars().count() >= SHORTEST_RUN);
            self.found.texts.extend(runs.map(str::to_owned));
        }
    }

    /// Unpacks what zlib packed, as far as it goes and the bound allows.
    pub(super) fn inflated(&mut self, packed: &[u8]) -> Vec<u8> {
        let bytes = miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(packed, self.left).unwrap_or_else(|error| error.output);
        self.left = self.left.saturating_sub(bytes.len());
        bytes
    }
}

fn is_parting(c: char) -> bool {
    c.is_control() || c == char::REPLACEMENT_CHARACTER
}

/// Bytes in an unknown encoding: UTF-8 if they can be, or else Latin-1, which most formats ask for.
pub(super) fn decoded(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).map_or_else(|_| bytes.iter().map(|byte| char::from(*byte)).collect(), str::to_owned)
}
