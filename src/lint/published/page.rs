//! The texts of a page, a block each.

use std::borrow::Cow;

use super::{Home, Text, Voice};
use crate::diag::Span;
use crate::model::document::{Block, Inline};
use crate::model::{Page, Ref, Study};

pub fn texts<'s>(study: &'s Study, page: &'s Page, out: &mut Vec<Text<'s>>) {
    let whole = Span { start: 0, end: u32::MAX, ..page.span };
    let mut take = |words: Cow<'s, str>, span: Span| {
        out.push(Text { words, of: Cow::Owned(format!("{}.md", page.slug)), home: Home::Within(span), voice: Voice::Researcher });
    };
    take(Cow::Borrowed(&page.title), whole);
    page.summary.iter().for_each(|summary| take(Cow::Borrowed(summary), whole));
    take(Cow::Owned(page.slug.replace(['-', '_'], " ")), whole);
    blocks(study, &page.document.blocks, whole, &mut take);
    page.document.footnotes.iter().for_each(|note| blocks(study, &note.blocks, whole, &mut take));
}

/// `whole` is the page, within which a block stands that has no place of its own.
fn blocks<'s>(study: &'s Study, all: &'s [Block<Ref>], whole: Span, take: &mut dyn FnMut(Cow<'s, str>, Span)) {
    for block in all {
        match block {
            Block::Paragraph(content, span) => take(Cow::Owned(running(study, content)), *span),
            Block::Heading { content, .. } => take(Cow::Owned(running(study, content)), whole),
            Block::List { items, .. } => items.iter().for_each(|item| blocks(study, item, whole, take)),
            Block::Quotation(quotation) => blocks(study, &quotation.blocks, whole, take),
            Block::Callout { blocks: inner, .. } => blocks(study, inner, whole, take),
            Block::Code { text, .. } | Block::Html(text) => take(Cow::Borrowed(text), whole),
            Block::Table { head, rows, .. } => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| take(Cow::Owned(running(study, cell)), whole));
            }
            Block::Rule | Block::Embed(_) => {}
        }
    }
}

/// Running text as it is read, with what is said of images. A link's address is meant to be followed.
fn running(study: &Study, inlines: &[Inline<Ref>]) -> String {
    fn walk(study: &Study, inlines: &[Inline<Ref>], out: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::Code(text) | Inline::Html(text) => out.push_str(text),
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => walk(study, inner, out),
                Inline::Maths(maths) => out.push_str(&maths.latex),
                Inline::Link { to: Ref::Url(url), content } => {
                    let mut shown = String::new();
                    walk(study, content, &mut shown);
                    // An address that is written out is one that links.
                    out.push_str(if url.ends_with(shown.trim_start_matches("https://")) { " " } else { &shown });
                }
                // A link without words of its own shows what it leads to.
                Inline::Link { to: Ref::Theme(ix), content } if content.is_empty() => out.push_str(&study.theme(*ix).name),
                Inline::Link { to: Ref::Quote(ix), content } if content.is_empty() => out.push_str(study.quote(*ix).id.as_str()),
                Inline::Link { to: Ref::Participant(ix), content } if content.is_empty() => {
                    out.push_str(study.participant(*ix).id.as_str())
                }
                Inline::Link { content, .. } => walk(study, content, out),
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
    walk(study, inlines, &mut out);
    out
}
