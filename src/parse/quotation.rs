//! Blockquotes: their plain words, and to whom they are ascribed.

use std::sync::Arc;

use super::reference::{RawKind, RawRef};
use crate::model::document::{Block, Inline, plain};

/// The words of a quotation, paragraphs separated by a blank line. What stands in a quotation inside it is that one's own.
pub fn text(blocks: &[Block<RawRef>]) -> String {
    let mut paragraphs = Vec::new();
    gather(blocks, &mut paragraphs);
    paragraphs.join("\n\n")
}

fn gather(blocks: &[Block<RawRef>], out: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(content, _) | Block::Heading { content, .. } => out.push(plain(content)),
            Block::List { items, .. } => items.iter().for_each(|item| gather(item, out)),
            Block::Callout { blocks, .. } => gather(blocks, out),
            Block::Code { text, .. } => out.push(text.to_string()),
            Block::Table { head, rows, .. } => out.extend(head.iter().chain(rows.iter().flatten()).map(|cell| plain(cell))),
            Block::Quotation(_) | Block::Html(_) | Block::Rule | Block::Embed(_) => {}
        }
    }
}

/// Takes the words at the end off that name somebody: `(P03-02)`, `(P03, daughter)`, `([[P03-02]])`, `— P03`.
///
/// Whether there is such a person is not known here. A year or a remark in brackets stays where it is.
pub fn take_attribution(blocks: &mut Vec<Block<RawRef>>) -> Option<Arc<str>> {
    match blocks.last_mut()? {
        Block::Paragraph(content, _) | Block::Heading { content, .. } => {
            let who = take(content)?;
            if content.is_empty() {
                blocks.pop();
            }
            Some(who)
        }
        Block::List { items, .. } => {
            // `- P03-02` under the words: Markdown takes the dash for a list's.
            if let [item] = &items[..]
                && let [Block::Paragraph(content, _)] = &item[..]
                && let Some(who) = first_name(&plain(content))
            {
                blocks.pop();
                return Some(who);
            }
            let item = items.last_mut()?;
            let who = take_attribution(item)?;
            if item.is_empty() {
                items.pop();
            }
            Some(who)
        }
        Block::Code { text, .. } => {
            let (rest, who) = named_at_end(text, true)?;
            *text = rest;
            Some(who)
        }
        _ => None,
    }
}

fn take(content: &mut Vec<Inline<RawRef>>) -> Option<Arc<str>> {
    // A note or a tag may stand behind it.
    let last = content.iter().rposition(|i| match i {
        Inline::Text(t) => !t.trim().is_empty(),
        Inline::Footnote { .. } | Inline::Html(_) | Inline::SoftBreak | Inline::HardBreak => false,
        _ => true,
    })?;
    let begins_line = last == 0 || matches!(content[last - 1], Inline::SoftBreak | Inline::HardBreak);
    let who = match &mut content[last] {
        Inline::Text(text) => match named_at_end(text, begins_line) {
            Some((rest, who)) => {
                *text = rest;
                who
            }
            None => from_link(content, last)?,
        },
        Inline::Emphasis(inner) | Inline::Strong(inner) => take(inner)?,
        _ => from_link(content, last)?,
    };
    while content.last().is_some_and(is_blank) {
        content.pop();
    }
    Some(who)
}

fn is_blank(inline: &Inline<RawRef>) -> bool {
    match inline {
        Inline::SoftBreak | Inline::HardBreak => true,
        Inline::Text(t) => t.trim().is_empty(),
        Inline::Emphasis(inner) | Inline::Strong(inner) => inner.iter().all(is_blank),
        _ => false,
    }
}

const DASHES: &[char] = &['—', '–', '―', '-', '−', '~'];

/// What is left of a text, and who is named at its end.
fn named_at_end(text: &str, begins_line: bool) -> Option<(Arc<str>, Arc<str>)> {
    let end =
        text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | '。' | '"' | '”' | '“' | '’' | '»' | '」'));
    let marks: String = text[end.len()..].chars().filter(|c| matches!(c, '"' | '”' | '“' | '’' | '»' | '」')).collect();
    if let Some(inside) = end.strip_suffix([')', '）']) {
        let open = inside.rfind(['(', '（'])?;
        let who = first_name(&inside[inside[open..].chars().next().map_or(open, |c| open + c.len_utf8())..])?;
        let rest = inside[..open].trim_end().trim_end_matches(DASHES).trim_end();
        return Some((format!("{rest}{marks}").into(), who));
    }
    // `… — P03`, or `— P03, daughter` in a line of its own.
    let dash = end.rfind(['—', '–', '―']).or_else(|| end.rfind(" - ").map(|at| at + 1)).or_else(|| end.rfind("--").map(|at| at + 1));
    let dash = dash.or_else(|| begins_line.then(|| end.find(DASHES)).flatten().filter(|at| end[..*at].trim().is_empty()))?;
    let behind = end[dash..].trim_start_matches(DASHES);
    let line_of_its_own = begins_line && end[..dash].trim_end_matches(DASHES).trim().is_empty();
    let who = first_name(behind).filter(|who| line_of_its_own || behind.trim() == &**who)?;
    let rest = end[..dash].trim_end().trim_end_matches(DASHES).trim_end();
    Some((format!("{rest}{marks}").into(), who))
}

/// `P03` of `P03, daughter`, if it can be somebody's.
fn first_name(inside: &str) -> Option<Arc<str>> {
    let who = inside.split([',', ';', '，', '；', ':', '：']).next()?.trim().trim_start_matches(DASHES).trim();
    names_somebody(who).then(|| who.into())
}

/// `([[P03-02]])`, `— [[P03-02]]`, or a link in a line of its own.
fn from_link(content: &mut Vec<Inline<RawRef>>, last: usize) -> Option<Arc<str>> {
    let at = (0..=last).rev().find(|at| matches!(content[*at], Inline::Link { .. })).filter(|at| *at + 1 >= last)?;
    let Inline::Link { to: RawRef { kind: RawKind::Wiki(who), .. }, .. } = &content[at] else { return None };
    let who = Arc::clone(who);
    let after = match content.get(at + 1) {
        Some(Inline::Text(t)) => t.trim(),
        _ => "",
    };
    let before = match at.checked_sub(1).map(|at| &content[at]) {
        Some(Inline::Text(t)) => t.trim_end(),
        _ => "",
    };
    let in_brackets = before.ends_with(['(', '（']) && after.starts_with([')', '）', ',', '，']) && after.contains([')', '）']);
    let alone =
        after.trim_matches(['.', ',']).is_empty() && (before.is_empty() || before.ends_with(['—', '–', '―']) || before.ends_with(" -"));
    // A link in the middle of speech that is all the paragraph has is no ascription.
    if !in_brackets && !(alone && (at > 0 || !before.is_empty())) {
        return None;
    }
    let before: Arc<str> = before.trim_end_matches(['(', '（']).trim_end().trim_end_matches(DASHES).trim_end().into();
    content.truncate(at);
    if let Some(Inline::Text(text)) = content.last_mut() {
        *text = before;
    }
    Some(who)
}

/// Ids of people and quotes have a digit in practice; a year has nothing else, and a remark such as `(sic)` has none.
fn names_somebody(who: &str) -> bool {
    let id_like = who.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-')) && !who.is_empty();
    id_like && who.bytes().any(|b| b.is_ascii_digit()) && who.bytes().any(|b| b.is_ascii_alphabetic())
}
