//! The author's raw HTML: what the sanitiser will take away is said here, where its place is known.

use super::decode::Reading;
use crate::diag::{Diagnostic, Span, code};

/// What the sanitiser keeps (ammonia's own list), less `img`: images are written in Markdown, so that they are checked.
const KEPT: &[&str] = &[
    "a",
    "abbr",
    "acronym",
    "area",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "map",
    "mark",
    "nav",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "rtc",
    "ruby",
    "s",
    "samp",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Warns of every element that will not be there.
pub fn check(reading: &Reading, html: &str, span: Span) {
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let name: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
        if name.is_empty() || KEPT.contains(&name.as_str()) {
            continue;
        }
        let help = match name.as_str() {
            "img" => "write it in Markdown, `![what it shows](file.png)`, so that it is checked and copied",
            "script" | "iframe" | "object" | "embed" => "a page must work offline and in ten years; nothing that runs is published",
            _ => "write it in Markdown",
        };
        reading.say(Diagnostic::at(&code::HTML_REMOVED, span, format!("`<{name}>` is taken out of the page")).help(help));
    }
}
