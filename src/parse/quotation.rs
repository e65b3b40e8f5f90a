//! Blockquotes: their plain words, and to whom they are ascribed.

use std::sync::Arc;

use super::markdown::{RawKind, RawRef};
use crate::model::document::{Block, Inline, plain};

/// The words of a quotation, paragraphs separated by a blank line.
pub fn text(blocks: &[Block<RawRef>]) -> String {
    let paragraphs: Vec<String> = blocks
        .iter()
        .filter_map(|b| match b {
            Block::Paragraph(content) => Some(plain(content)),
            _ => None,
        })
        .collect();
    paragraphs.join("\n\n")
}

/// Takes the brackets at the end off, where they name somebody: `(P03-02)`, `(P03, daughter)`, `([[P03-02]])`.
///
/// Whether there is such a person is not known here. A year or a remark in brackets stays where it is.
pub fn take_attribution(blocks: &mut Vec<Block<RawRef>>) -> Option<Arc<str>> {
    let Some(Block::Paragraph(content)) = blocks.last_mut() else { return None };
    let who = from_link(content).or_else(|| from_text(content))?;
    while matches!(content.last(), Some(Inline::SoftBreak | Inline::HardBreak))
        || matches!(content.last(), Some(Inline::Text(t)) if t.trim().is_empty())
    {
        content.pop();
    }
    if content.is_empty() {
        blocks.pop();
    }
    Some(who)
}

fn from_text(content: &mut [Inline<RawRef>]) -> Option<Arc<str>> {
    let Some(Inline::Text(last)) = content.last_mut() else { return None };
    let inside = last.trim_end().trim_end_matches('.').strip_suffix(')')?;
    let open = inside.rfind('(')?;
    let who = inside[open + 1..].split([',', ';']).next()?.trim();
    if !names_somebody(who) {
        return None;
    }
    let who: Arc<str> = who.trim_start_matches(['—', '–', '-', ' ']).into();
    *last = last[..open].trim_end().trim_end_matches(['—', '–']).trim_end().into();
    Some(who)
}

fn from_link(content: &mut Vec<Inline<RawRef>>) -> Option<Arc<str>> {
    let [.., Inline::Text(before), Inline::Link { to: RawRef { kind: RawKind::Wiki(target), .. }, .. }, Inline::Text(after)] = &content[..]
    else {
        return None;
    };
    let before = before.trim_end().strip_suffix('(')?.trim_end();
    if !after.trim_start().starts_with([')', ',']) || !after.trim_end().ends_with(')') {
        return None;
    }
    let (before, target): (Arc<str>, Arc<str>) = (before.into(), Arc::clone(target));
    content.truncate(content.len() - 3);
    content.push(Inline::Text(before));
    Some(target)
}

/// Ids of people and quotes have a digit in practice; a year has nothing else, and a remark such as `(sic)` has none.
fn names_somebody(who: &str) -> bool {
    let id_like = who.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-')) && !who.is_empty();
    id_like && who.bytes().any(|b| b.is_ascii_digit()) && who.bytes().any(|b| b.is_ascii_alphabetic())
}
