//! XMP, and the words of SVG drawings: both are XML.

use std::borrow::Cow;

use memchr::memmem;
use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::notes::{NoteKind, Notes, decoded};

/// Takes up a packet of XMP: the texts of its elements, the values of its attributes.
pub(super) fn xmp(packet: &[u8], notes: &mut Notes) {
    notes.kind(NoteKind::Xmp);
    notes.block(packet);
    read(decoded(packet).trim_matches(['\0', '\u{feff}']), |piece| match piece {
        Piece::Start(tag) => attributes(tag, notes),
        Piece::End(_) => {}
        Piece::Words(words) => notes.text(words),
    });
}

fn attributes(tag: &BytesStart<'_>, notes: &mut Notes) {
    notes.found.has_position |= is_position(tag.name().as_ref());
    for attribute in tag.attributes().with_checks(false).flatten() {
        let name = attribute.key.as_ref();
        // Namespaces, and how RDF ties its nodes together.
        if name.starts_with(b"xmlns") || name.starts_with(b"rdf:") {
            continue;
        }
        notes.found.has_position |= is_position(name);
        let written = decoded(&attribute.value);
        notes.text(&unescape(&written).unwrap_or(Cow::Borrowed(&written)));
    }
}

fn is_position(name: &[u8]) -> bool {
    matches!(name.rsplit(|byte| *byte == b':').next(), Some(b"GPSLatitude" | b"GPSLongitude"))
}

/// Takes up the packets of XMP in a file of any format. They are never compressed, so that they can be found by their tags.
pub(super) fn xmp_packets(bytes: &[u8], notes: &mut Notes) {
    const START: &[u8] = b"<x:xmpmeta";
    const END: &[u8] = b"</x:xmpmeta>";
    let mut rest = bytes;
    while let Some(start) = memmem::find(rest, START) {
        rest = &rest[start..];
        let end = memmem::find(rest, END).map_or(rest.len(), |at| at + END.len());
        xmp(&rest[..end], notes);
        rest = &rest[end..];
    }
}

/// The words of an SVG drawing, a line for each element that has some, without its styles and scripts.
pub fn words_of_drawing(svg: &str) -> String {
    let mut words = String::new();
    let mut is_code = false;
    read(svg, |piece| match piece {
        Piece::Start(tag) => {
            is_code = matches!(tag.local_name().as_ref(), b"style" | b"script");
            part(tag.local_name().as_ref(), &mut words);
        }
        Piece::End(name) => {
            is_code = false;
            part(name, &mut words);
        }
        Piece::Words(_) if is_code => {}
        Piece::Words(text) => words.push_str(text),
    });
    words
}

/// Begins a line, unless the element is within one: a drawing may place every letter of a word by itself.
fn part(name: &[u8], words: &mut String) {
    let is_inline = matches!(name, b"tspan" | b"textPath" | b"a" | b"b" | b"i" | b"em" | b"strong" | b"span" | b"sub" | b"sup");
    if !is_inline && !words.is_empty() && !words.ends_with('\n') {
        words.push('\n');
    }
}

/// A piece of XML.
enum Piece<'p> {
    Start(&'p BytesStart<'p>),
    /// The end of an element, by its name without a prefix.
    End(&'p [u8]),
    /// All text between two tags, its references resolved.
    Words(&'p str),
}

/// Shows `take` the pieces of `source`. What follows an error is shown as words: who cannot read its tags has to read them.
fn read(source: &str, mut take: impl FnMut(Piece<'_>)) {
    let mut reader = Reader::from_str(source);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let mut words = String::new();
    loop {
        let at = reader.buffer_position();
        let event = reader.read_event();
        match &event {
            Ok(Event::Text(text)) => words.push_str(&text.decode().unwrap_or_default()),
            Ok(Event::CData(text)) => words.push_str(&text.decode().unwrap_or_default()),
            Ok(Event::GeneralRef(name)) => refer(name, &mut words),
            Ok(Event::Comment(_) | Event::PI(_) | Event::Decl(_) | Event::DocType(_)) => {}
            _ if !words.is_empty() => {
                take(Piece::Words(&words));
                words.clear();
            }
            _ => {}
        }
        match event {
            Ok(Event::Start(tag)) => take(Piece::Start(&tag)),
            Ok(Event::Empty(tag)) => {
                take(Piece::Start(&tag));
                take(Piece::End(tag.local_name().as_ref()));
            }
            Ok(Event::End(tag)) => take(Piece::End(tag.local_name().as_ref())),
            Ok(Event::Eof) => return,
            Err(_) => {
                let rest = usize::try_from(at).ok().and_then(|at| source.get(at..)).unwrap_or(source);
                return take(Piece::Words(rest));
            }
            Ok(_) => {}
        }
    }
}

/// Adds the text of a reference; one that is not known stays as it is written.
fn refer(reference: &BytesRef<'_>, words: &mut String) {
    let name = decoded(reference);
    match (reference.resolve_char_ref(), resolve_predefined_entity(&name)) {
        (Ok(Some(c)), _) => words.push(c),
        (_, Some(text)) => words.push_str(text),
        _ => words.extend(["&", &name, ";"]),
    }
}
