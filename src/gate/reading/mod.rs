//! The ways in which a route's name and bytes can be read.
//!
//! 1. Bytes become text ([`encoding`]). Where it is unclear whether they are any, what looks like text among them is read,
//!    and the notes of a picture ([`binary`]).
//! 2. Data in base64 is taken out of a text ([`base64`]), and read as a file of its own.
//! 3. What is left is read as it is, save a page and a style sheet. Of these ([`markup`], [`style`]) only what people
//!    wrote is read, not what HTML and CSS call things, lest Li be found in every `<li>`.
//! 4. Where a text holds escapes they are decoded ([`references`], [`escapes`]), and the result is a text from step 2 on:
//!    so a name in a percent-encoded picture in a style sheet in an attribute is found too.
//!
//! Decoders are functions from text to text that know nothing of private words, and only run where there is something for
//! them to decode: an ordinary page is read once.

mod base64;
mod binary;
mod encoding;
mod escapes;
mod markup;
mod names;
mod references;
mod style;

use encoding::Content;

/// How often what was decoded is decoded again. Each step needs an encoding within the last one, which nobody does by
/// accident more than twice.
const DEEPEST: usize = 4;

/// One way in which something can be read.
pub(super) struct TextReading<'t> {
    /// What was read, as words that go after "in".
    pub(super) name: &'static str,
    /// The text. In it a control character is what can be looked past: it may part words or not.
    pub(super) text: &'t str,
    /// Whether most of it is there by chance, so that a short word in it means nothing.
    pub(super) is_noise: bool,
}

/// What a text is written in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SourceLanguage {
    Plain,
    Markup,
    Style,
}

/// Shows `see` all readings of a route's name.
pub(super) fn of_name(path: &str, see: &mut dyn FnMut(TextReading<'_>)) {
    Walk { see }.text("its name", path, SourceLanguage::Plain, 0);
}

/// Shows `see` all readings of a route's bytes. The name gives the language that they may be written in.
pub(super) fn of_bytes(path: &str, bytes: &[u8], see: &mut dyn FnMut(TextReading<'_>)) {
    Walk { see }.bytes("its text", bytes, SourceLanguage::by_extension(path), 0);
}

impl SourceLanguage {
    fn by_extension(path: &str) -> Self {
        let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
        let is = |known: &[&str]| known.iter().any(|known| extension.eq_ignore_ascii_case(known));
        if is(&["html", "htm", "xhtml", "xml", "svg", "rss", "atom"]) {
            Self::Markup
        } else if is(&["css"]) {
            Self::Style
        } else {
            Self::Plain
        }
    }

    /// Markup, where a text begins like a document: its name may not show it. One that begins with `<Mark>` may be a
    /// transcript, in which the tag is read.
    fn sniffed(self, text: &str) -> Self {
        let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').as_bytes();
        let begins = |with: &&str| start.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with.as_bytes()));
        if ["<!doctype", "<?xml", "<html", "<svg"].iter().any(begins) { Self::Markup } else { self }
    }
}

/// The way through all readings, each shown as it is met.
struct Walk<'s, 'f> {
    see: &'s mut (dyn FnMut(TextReading<'_>) + 'f),
}

impl Walk<'_, '_> {
    fn bytes(&mut self, name: &'static str, bytes: &[u8], language: SourceLanguage, depth: usize) {
        let unclear = match encoding::decode(bytes) {
            Content::Text(text) => return self.text(name, &text, language.sniffed(&text), depth),
            Content::Unclear(readings) => readings,
        };
        for text in unclear {
            self.text(name, &text, language.sniffed(&text), depth);
        }
        for text in binary::metadata(bytes) {
            self.text("a picture’s notes", &text, SourceLanguage::Plain, depth + 1);
        }
        (self.see)(TextReading { name: "binary data", text: &binary::legible(bytes), is_noise: true });
    }

    fn text(&mut self, name: &'static str, text: &str, language: SourceLanguage, depth: usize) {
        if text.is_empty() {
            return;
        }
        let (text, payloads) = base64::cut(text);
        if depth < DEEPEST {
            for payload in payloads {
                self.bytes("base64 data", &payload, SourceLanguage::Plain, depth + 1);
            }
        }
        match language {
            SourceLanguage::Markup if depth < DEEPEST => self.markup(&text, depth + 1),
            SourceLanguage::Style => self.plain(name, &style::content(&text), depth),
            _ => self.plain(name, &text, depth),
        }
    }

    /// Shows a text as it is, then as what is encoded in it.
    fn plain(&mut self, name: &'static str, text: &str, depth: usize) {
        (self.see)(TextReading { name, text, is_noise: false });
        if depth >= DEEPEST {
            return;
        }
        // A backslash in front of six hexadecimal digits is no string's, so that this cannot wait for the next.
        if let Some(decoded) = escapes::of_style(text) {
            self.text("escapes of a style sheet", &decoded, SourceLanguage::Plain, depth + 1);
        }
        // What a string holds is taken out of it first: in `"<a title=\"…\">"` there is no attribute yet.
        if let Some(decoded) = escapes::of_string(text) {
            return self.text("escaped strings", &decoded, SourceLanguage::Plain, depth + 1);
        }
        if let Some(decoded) = escapes::of_address(text) {
            self.text("percent-encoding", &decoded, SourceLanguage::Plain, depth + 1);
        }
        if markup::is_in(text) {
            self.markup(text, depth + 1);
        }
    }

    fn markup(&mut self, source: &str, depth: usize) {
        let parts = markup::split(source);
        self.text("its text", &parts.text, SourceLanguage::Plain, depth);
        self.text("attribute values", &parts.values, SourceLanguage::Plain, depth);
        self.text("names of tags and attributes", &parts.names, SourceLanguage::Plain, depth);
        self.text("scripts and comments", &parts.asides, SourceLanguage::Plain, depth);
        self.text("styles", &parts.styles, SourceLanguage::Style, depth);
    }
}
