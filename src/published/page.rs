//! The texts of a page, a block each, and of inline Markdown anywhere.

use std::borrow::Cow;

use super::{Field, Owner, Text, Voice};
use crate::diag::Span;
use crate::model::document::{Block, Document, Footnote, Inline, Maths, Quotation};
use crate::model::{Page, PageIx, Ref, Study};

type Take<'t, 's> = &'t mut dyn FnMut(Text<'s>);

pub(super) fn visit<'s>(study: &'s Study, ix: PageIx, page: &'s Page, take: Take<'_, 's>) {
    let Page { slug, kind: _, title, summary, theme: _, draft: _, document, span } = page;
    let Document { blocks: all, footnotes, has_html: _ } = document;
    let whole = Span { start: 0, end: u32::MAX, ..*span };
    let mut give = |field: Field, words: Cow<'s, str>| {
        take(Text { field, owner: Owner::Page(ix), voice: field.voice(), words, language: None, speaker: None, span: Some(whole) });
    };
    give(Field::PageTitle, Cow::Borrowed(title));
    summary.iter().for_each(|summary| give(Field::PageSummary, Cow::Borrowed(summary)));
    give(Field::PageSlug, Cow::Owned(slug.replace(['-', '_'], " ")));
    let mut visitor = Visitor { study, owner: Owner::Page(ix), whole, take };
    visitor.blocks(all);
    for Footnote { blocks, mentions: _ } in footnotes {
        visitor.blocks(blocks);
    }
}

/// Inline Markdown as one text, as it is read, and the addresses of its links.
pub(super) fn inline<'s>(study: &'s Study, content: &'s [Inline<Ref>], field: Field, owner: Owner, voice: Voice, take: Take<'_, 's>) {
    let text = |field, voice, words| Text { field, owner, voice, words, language: None, speaker: None, span: None };
    take(text(field, voice, Cow::Owned(words(study, content))));
    extras(content, &mut |field, words| take(text(field, field.voice(), Cow::Borrowed(words))));
}

struct Visitor<'t, 's> {
    study: &'s Study,
    owner: Owner,
    /// The page, within which a block stands that has no place of its own.
    whole: Span,
    take: Take<'t, 's>,
}

impl<'s> Visitor<'_, 's> {
    fn give(&mut self, field: Field, words: Cow<'s, str>, span: Span) {
        (self.take)(Text { field, owner: self.owner, voice: field.voice(), words, language: None, speaker: None, span: Some(span) });
    }

    fn inline(&mut self, content: &'s [Inline<Ref>], span: Span) {
        self.give(Field::PageText, Cow::Owned(words(self.study, content)), span);
        extras(content, &mut |field, words| self.give(field, Cow::Borrowed(words), span));
    }

    fn blocks(&mut self, all: &'s [Block<Ref>]) {
        let whole = self.whole;
        for block in all {
            match block {
                Block::Paragraph(content, span) => self.inline(content, *span),
                // The slug is made of the content.
                Block::Heading { level: _, slug: _, content } => self.inline(content, whole),
                Block::List { start: _, items } => items.iter().for_each(|item| self.blocks(item)),
                // The text is that of the blocks, to be held against the quote.
                Block::Quotation(Quotation { blocks, text: _, by: _, span: _ }) => self.blocks(blocks),
                Block::Callout { kind: _, blocks } => self.blocks(blocks),
                Block::Code { language, text } => {
                    self.give(Field::PageCode, Cow::Borrowed(text), whole);
                    language.iter().for_each(|language| self.give(Field::CodeLanguage, Cow::Borrowed(language), whole));
                }
                Block::Html(text) => self.give(Field::PageHtml, Cow::Borrowed(text), whole),
                Block::Table { alignments: _, head, rows } => {
                    head.iter().chain(rows.iter().flatten()).for_each(|cell| self.inline(cell, whole));
                }
                Block::Rule => {}
                Block::Embed(to) => reference(to, &mut |field, words| self.give(field, Cow::Borrowed(words), whole)),
            }
        }
    }
}

/// Inline text as it is read, with what is said of images.
fn words(study: &Study, inlines: &[Inline<Ref>]) -> String {
    fn walk(study: &Study, inlines: &[Inline<Ref>], out: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::Code(text) | Inline::Html(text) => out.push_str(text),
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => walk(study, inner, out),
                // The MathML is made of the LaTeX.
                Inline::Maths(Maths { latex, mathml: _ }) => out.push_str(latex),
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
                    out.push_str(study.participant(*ix).id.as_str());
                }
                Inline::Link { to: _, content } => walk(study, content, out),
                Inline::Image { of: _, alt, title } => {
                    out.push_str(alt);
                    title.iter().for_each(|title| out.extend([" ", title]));
                }
                Inline::SoftBreak | Inline::HardBreak => out.push(' '),
                Inline::Embed(_) | Inline::Footnote { number: _, mention: _ } => {}
            }
        }
    }
    let mut out = String::new();
    walk(study, inlines, &mut out);
    out
}

/// What inline text holds beside its words: addresses, headlines of figures.
fn extras<'s>(inlines: &'s [Inline<Ref>], give: &mut dyn FnMut(Field, &'s str)) {
    crate::model::document::see_inlines(inlines, &mut |to| reference(to, give));
}

fn reference<'s>(to: &'s Ref, give: &mut dyn FnMut(Field, &'s str)) {
    match to {
        Ref::Url(url) => give(Field::LinkAddress, url),
        Ref::Anchor(anchor) => give(Field::LinkAddress, anchor),
        Ref::Chart { chart: _, headline } => headline.iter().for_each(|headline| give(Field::Headline, headline)),
        // What the author wrote where it leads nowhere: an error, and shown in the preview.
        Ref::Broken(written) => give(Field::LinkAddress, written),
        // These name what stands elsewhere.
        Ref::Quote(_) | Ref::Theme(_) | Ref::Page(_) | Ref::Participant(_) | Ref::Place(_) | Ref::Asset(_) | Ref::Count(_) => {}
        Ref::Table(_) => {}
    }
}
