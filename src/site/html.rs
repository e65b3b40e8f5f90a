//! Pieces of HTML that are known to be whole.

use std::fmt::Write;

use serde::Serialize;

pub use crate::text::{escape_into, escaped};

/// HTML that emic made: every text in it is escaped.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Html(pub String);

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
