//! The texts of a page, a block each.

use std::borrow::Cow;

use super::{Home, Text, Voice};
use crate::diag::Span;
use crate::model::document::{Block, Inline};
use crate::model::{Page, Ref};

pub fn texts<'s>(page: &'s Page, out: &mut Vec<Text<'s>>) {
    let mut take = |words: Cow<'s, str>| {
        out.push(Text {
            words,
            of: format!("{}.md", page.slug),
            home: Home::Within(Span { start: 0, end: u32::MAX, ..page.span }),
            voice: Voice::Researcher,
        });
    };
    take(Cow::Borrowed(&page.title));
    page.summary.iter().for_each(|summary| take(Cow::Borrowed(summary)));
    take(Cow::Owned(page.slug.replace(['-', '_'], " ")));
    blocks(&page.document.blocks, &mut take);
    page.document.footnotes.iter().for_each(|note| blocks(&note.blocks, &mut take));
}

fn blocks<'s>(all: &'s [Block<Ref>], take: &mut dyn FnMut(Cow<'s, str>)) {
    for block in all {
        match block {
            Block::Heading { content, .. } | Block::Paragraph(content) => take(Cow::Owned(running(content))),
            Block::List { items, .. } => items.iter().for_each(|item| blocks(item, take)),
            Block::Quotation(quotation) => blocks(&quotation.blocks, take),
            Block::Callout { blocks: inner, .. } => blocks(inner, take),
            Block::Code { text, .. } | Block::Html(text) => take(Cow::Borrowed(text)),
            Block::Table { head, rows, .. } => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| take(Cow::Owned(running(cell))));
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
