//! The texts of a page, a block each.

use std::borrow::Cow;

use super::{Home, Text, Voice};
use crate::diag::Span;
use crate::model::document::{Block, Inline};
use crate::model::{Page, Ref};

pub fn texts<'s>(page: &'s Page, out: &mut Vec<Text<'s>>) {
    let whole = Span { start: 0, end: u32::MAX, ..page.span };
    let mut take = |words: Cow<'s, str>, span: Span| {
        out.push(Text { words, of: Cow::Owned(format!("{}.md", page.slug)), home: Home::Within(span), voice: Voice::Researcher });
    };
    take(Cow::Borrowed(&page.title), whole);
    page.summary.iter().for_each(|summary| take(Cow::Borrowed(summary), whole));
    take(Cow::Owned(page.slug.replace(['-', '_'], " ")), whole);
    blocks(&page.document.blocks, whole, &mut take);
    page.document.footnotes.iter().for_each(|note| blocks(&note.blocks, whole, &mut take));
}

/// `whole` is the page, within which a block stands that has no place of its own.
fn blocks<'s>(all: &'s [Block<Ref>], whole: Span, take: &mut dyn FnMut(Cow<'s, str>, Span)) {
    for block in all {
        match block {
            Block::Paragraph(content, span) => take(Cow::Owned(running(content)), *span),
            Block::Heading { content, .. } => take(Cow::Owned(running(content)), whole),
            Block::List { items, .. } => items.iter().for_each(|item| blocks(item, whole, take)),
            Block::Quotation(quotation) => blocks(&quotation.blocks, whole, take),
            Block::Callout { blocks: inner, .. } => blocks(inner, whole, take),
            Block::Code { text, .. } | Block::Html(text) => take(Cow::Borrowed(text), whole),
            Block::Table { head, rows, .. } => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| take(Cow::Owned(running(cell)), whole));
            }
            Block::Rule | Block::Embed(_) => {}
        }
    }
}

/// Running text as it is read, with what is said of images. A link's address is meant to be followed.
fn running(inlines: &[Inline<Ref>]) -> String {
    fn walk(inlines: &[Inline<Ref>], out: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::Code(text) | Inline::Html(text) => out.push_str(text),
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => walk(inner, out),
                Inline::Maths(maths) => out.push_str(&maths.latex),
                Inline::Link { to: Ref::Url(url), content } => {
                    let mut shown = String::new();
                    walk(content, &mut shown);
                    // An address that is written out is one that links.
                    out.push_str(if url.ends_with(shown.trim_start_matches("https://")) { " " } else { &shown });
                }
                Inline::Link { content, .. } => walk(content, out),
                Inline::Image { alt, title, .. } => {
                    out.push_str(alt);
                    title.iter().for_each(|title| out.extend([" ", title]));
                }
                Inline::SoftBreak | Inline::HardBreak => out.push(' '),
                Inline::Embed(_) | Inline::Footnote { .. } => {}
            }
        }
    }
    let mut out = String::new();
    walk(inlines, &mut out);
    out
}
