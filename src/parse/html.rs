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

/// Warns of every element that will not be there, and refuses links and embeds that would not be read. `place` tells where a
/// piece of the HTML stands; it is asked for one after the other.
pub fn check(reading: &Reading, html: &str, mut place: impl FnMut(&str) -> Span) {
    let mut rest = html;
    while let Some(at) = rest.find(['<', '[']) {
        rest = &rest[at..];
        if rest.starts_with("[[") {
            let end = rest.find("]]").map_or(2, |at| at + 2);
            let embed = html[..html.len() - rest.len()].ends_with('!');
            let (code, name) = if embed { (&code::EMBED_IN_TEXT, "an embed") } else { (&code::BROKEN_LINK, "a link") };
            reading.report(
                Diagnostic::at(
                    code,
                    place(&html[html.len() - rest.len() - usize::from(embed)..][..end + usize::from(embed)]),
                    format!("{name} stands inside raw HTML, where it is not read"),
                )
                .help("leave a blank line between the HTML and the text, or write the whole in Markdown"),
            );
            rest = &rest[end..];
            continue;
        }
        let Some(tag) = rest.strip_prefix('<') else {
            rest = &rest[1..];
            continue;
        };
        if let Some(comment) = tag.strip_prefix("!--") {
            let end = comment.find("-->").map_or(rest.len(), |end| end + 7);
            place(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect();
        rest = tag;
        let lower = name.to_ascii_lowercase();
        if name.is_empty() || KEPT.contains(&lower.as_str()) {
            continue;
        }
        let help = match lower.as_str() {
            "img" => "write it in Markdown, `![what it shows](file.png)`, so that it is checked and copied",
            "script" | "iframe" | "object" | "embed" => "a page must work offline and in ten years; nothing that runs is published",
            _ => "write it in Markdown",
        };
        let span = place(&format!("<{name}"));
        reading.report(Diagnostic::at(&code::HTML_REMOVED, span, format!("`<{lower}>` is taken out of the page")).help(help));
    }
}
