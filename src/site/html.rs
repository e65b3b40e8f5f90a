//! HTML as text: escaping, and pieces that are known to be whole.

use std::fmt::Write;

use serde::Serialize;

/// HTML that emic made: every text in it is escaped.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Html(pub String);

/// Writes a text so that it can stand between tags and in a quoted attribute.
pub fn escape_into(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Not allowed in HTML, and a way to hide things in it.
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}' => {}
            c => out.push(c),
        }
    }
}

pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    escape_into(&mut out, text);
    out
}

/// `write!` into a string, which cannot fail.
pub fn put(out: &mut String, args: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(args);
}

/// Text as paragraphs: a blank line is a paragraph, any other white space is a space.
pub fn paragraphs(text: &str) -> Html {
    let mut out = String::new();
    for paragraph in text.split("\n\n") {
        out.push_str("<p>");
        spoken_into(&mut out, paragraph);
        out.push_str("</p>");
    }
    Html(out)
}

/// Speech: escaped, with elisions set apart.
pub fn spoken_into(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find("[…]") {
        escape_into(out, &rest[..at]);
        out.push_str("<span class=\"el\">[…]</span>");
        rest = &rest[at + "[…]".len()..];
    }
    escape_into(out, rest);
}
