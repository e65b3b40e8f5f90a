//! HTML, SVG and XML, taken apart into what readers see, what attributes hold, and the rest.
//!
//! Unlike a browser it throws nothing away: a comment, a tag nobody knows, a quotation mark that is never closed, all of it
//! ends up in one of the [`Parts`]. So where it takes something for what it is not, the words are still read.

use memchr::{memchr, memchr2_iter, memmem};

use super::names::{self, Element};
use super::references::{self, Context};

/// What can be looked past: in the place of a tag within a line of text.
const SOFT: char = '\u{1}';
/// Stands for a tag that begins a new block.
const BLOCK: char = '\n';
/// Stands between attribute values, which are never read on into each other.
const APART: &str = " | ";

/// A document in parts, each a text of its own.
#[derive(Default)]
pub(super) struct Parts {
    /// The text between tags, with references decoded.
    pub(super) text: String,
    /// The values of all attributes, with references decoded.
    pub(super) values: String,
    /// The names of tags and attributes that are not HTML's or SVG's own.
    pub(super) names: String,
    /// Scripts, comments, declarations.
    pub(super) asides: String,
    /// The text in `<style>`.
    pub(super) styles: String,
}

/// Whether there is a tag or a reference in `text`.
pub(super) fn is_in(text: &str) -> bool {
    memchr2_iter(b'<', b'&', text.as_bytes()).any(|at| match text.as_bytes()[at..] {
        [b'<', next, ..] => next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?'),
        [b'&', ..] => references::reference(&text[at..], Context::Text).is_some(),
        _ => false,
    })
}

/// Takes `source` apart.
pub(super) fn split(source: &str) -> Parts {
    // As much as an ordinary page needs, lest the buffers grow while it is read.
    let mut parts =
        Parts { text: String::with_capacity(source.len()), values: String::with_capacity(source.len() / 2), ..Parts::default() };
    let mut rest = source;
    while let Some(at) = memchr(b'<', rest.as_bytes()) {
        references::decode_into(&rest[..at], Context::Text, &mut parts.text);
        rest = parts.take_markup(&rest[at + 1..]);
    }
    references::decode_into(rest, Context::Text, &mut parts.text);
    parts
}

impl Parts {
    /// Takes what a `<` before `rest` opens, and gives what follows it.
    fn take_markup<'t>(&mut self, rest: &'t str) -> &'t str {
        if let Some(comment) = rest.strip_prefix("!--") {
            self.text.push(SOFT);
            return take_until("-->", comment, &mut self.asides);
        }
        if let Some(data) = rest.strip_prefix("![CDATA[") {
            self.text.push(SOFT);
            let rest = take_until("]]>", data, &mut self.text);
            self.text.push(SOFT);
            return rest;
        }
        match rest.as_bytes() {
            [b'!' | b'?', ..] => {
                self.text.push(SOFT);
                take_until(">", rest, &mut self.asides)
            }
            [b'/', first, ..] | [first, ..] if first.is_ascii_alphabetic() => self.take_tag(rest),
            _ => {
                self.text.push('<');
                rest
            }
        }
    }

    fn take_tag<'t>(&mut self, rest: &'t str) -> &'t str {
        let (is_end, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
        let (name, mut rest) = cut(rest, |byte| is_space(byte) || matches!(byte, b'/' | b'>'));
        let element = names::element(name);
        self.text.push(if element == Some(Element::Block) { BLOCK } else { SOFT });
        if element.is_none() {
            self.take_name(name);
        }
        loop {
            rest = skip(rest, |byte| is_space(byte) || byte == b'/');
            match rest.as_bytes().first() {
                None => return rest,
                Some(b'>') => break,
                Some(_) => rest = self.take_attribute(rest),
            }
        }
        let rest = &rest[1..];
        if is_end {
            rest
        } else if name.eq_ignore_ascii_case("script") {
            take_until_end_of(name, rest, &mut self.asides)
        } else if name.eq_ignore_ascii_case("style") {
            take_until_end_of(name, rest, &mut self.styles)
        } else {
            rest
        }
    }

    fn take_attribute<'t>(&mut self, rest: &'t str) -> &'t str {
        let (name, rest) = cut(rest, |byte| is_space(byte) || matches!(byte, b'/' | b'>' | b'='));
        if !names::is_attribute(name) {
            self.take_name(name);
        }
        let Some(rest) = skip(rest, is_space).strip_prefix('=') else { return rest };
        let rest = skip(rest, is_space);
        let (value, rest) = match rest.as_bytes().first() {
            Some(&quote @ (b'"' | b'\'')) => {
                let inside = &rest[1..];
                let end = memchr(quote, inside.as_bytes());
                (&inside[..end.unwrap_or(inside.len())], end.map_or("", |end| &inside[end + 1..]))
            }
            _ => cut(rest, |byte| is_space(byte) || byte == b'>'),
        };
        references::decode_into(value, Context::Attribute, &mut self.values);
        self.values.push_str(APART);
        rest
    }

    fn take_name(&mut self, name: &str) {
        self.names.push_str(name);
        self.names.push(' ');
    }
}

/// Moves what is before `end` to `part`, and gives what follows it.
fn take_until<'t>(end: &str, rest: &'t str, part: &mut String) -> &'t str {
    let at = memmem::find(rest.as_bytes(), end.as_bytes());
    part.push_str(&rest[..at.unwrap_or(rest.len())]);
    part.push(BLOCK);
    at.map_or("", |at| &rest[at + end.len()..])
}

/// Moves the raw text of the element `name` to `part`, and gives what follows, its end tag first.
fn take_until_end_of<'t>(name: &str, rest: &'t str, part: &mut String) -> &'t str {
    let is_end = |at: &usize| {
        let tag = rest.as_bytes().get(at + 2..at + 2 + name.len());
        tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()))
    };
    let end = memmem::find_iter(rest.as_bytes(), "</").find(is_end).unwrap_or(rest.len());
    part.push_str(&rest[..end]);
    part.push(BLOCK);
    &rest[end..]
}

/// Cuts `text` before the first byte that `stops` it, which is ASCII.
fn cut(text: &str, stops: impl Fn(u8) -> bool) -> (&str, &str) {
    text.split_at(text.bytes().position(stops).unwrap_or(text.len()))
}

/// What follows the bytes, all ASCII, that `text` begins with and that are to be skipped.
fn skip(text: &str, skipped: impl Fn(u8) -> bool) -> &str {
    cut(text, |byte| !skipped(byte)).1
}

fn is_space(byte: u8) -> bool {
    byte.is_ascii_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_part_blocks_and_not_words() {
        let parts = split("<p>On<b>e</b></p><li>t&#119;o &lt; 3 < 4");
        assert_eq!(parts.text, "\nOn\u{1}e\u{1}\n\ntwo < 3 < 4");
    }

    #[test]
    fn attribute_values_are_read_however_they_are_written() {
        let parts = split(r#"<a href=x/y title = 'a>b' alt="&eacute;" open lang=é é=1>"#);
        assert_eq!((parts.values.as_str(), parts.names.as_str()), ("x/y | a>b | é | é | 1 | ", "é "));
    }

    #[test]
    fn names_of_html_are_not_read_and_others_are() {
        assert_eq!(split("<li class=x data-q=1><my-tag></my-tag></li>").names, "data-q my-tag my-tag ");
    }

    #[test]
    fn scripts_styles_and_comments_are_kept_apart() {
        let parts = split("<script>a<b</SCRIPT><style>c{}</style><!-- d --><![CDATA[<e>]]><!DOCTYPE f>");
        assert_eq!(parts.asides, "a<b\n d \n!DOCTYPE f\n");
        assert_eq!(parts.styles, "c{}\n");
        assert!(parts.text.contains("<e>"));
    }

    #[test]
    fn what_is_never_closed_is_read_to_the_end() {
        assert_eq!(split("<a title='one two").values, "one two | ");
        assert_eq!(split("<!-- one").asides, " one\n");
        assert_eq!(split("<script>one").asides, "one\n");
        assert_eq!(split("a <").text, "a <");
    }
}
