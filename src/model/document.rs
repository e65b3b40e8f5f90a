//! The author's Markdown as our own blocks. `R` is a reference: raw from the parser, typed in a study.

use std::sync::Arc;

use super::choices::choices;
use crate::diag::Span;

/// A block of a page.
#[derive(Clone, Debug)]
pub enum Block<R> {
    Heading {
        level: u8,
        slug: Arc<str>,
        content: Vec<Inline<R>>,
    },
    /// With where it is in its file.
    Paragraph(Vec<Inline<R>>, Span),
    List {
        start: Option<u64>,
        items: Vec<Vec<Block<R>>>,
    },
    Quotation(Quotation<R>),
    /// `> [!NOTE]` and its kin.
    Callout {
        kind: CalloutKind,
        blocks: Vec<Block<R>>,
    },
    Code {
        language: Option<Arc<str>>,
        text: Arc<str>,
    },
    Table {
        alignments: Vec<Alignment>,
        head: Vec<Vec<Inline<R>>>,
        rows: Vec<Vec<Vec<Inline<R>>>>,
    },
    /// The author's raw HTML, sanitised where it is set.
    Html(Arc<str>),
    Rule,
    /// A quote, count, chart or table in a paragraph of its own.
    Embed(R),
}

/// A blockquote. Where it ends in `(P03-02)` or `(P03, …)` it is held against the quote.
#[derive(Clone, Debug)]
pub struct Quotation<R> {
    pub blocks: Vec<Block<R>>,
    /// The words without the attribution, as plain text.
    pub text: Arc<str>,
    /// Whom the words are ascribed to.
    pub by: Option<R>,
    pub span: Span,
}

choices! {
    /// What a callout is for.
    CalloutKind { Note = "note", Tip = "tip", Important = "important", Warning = "warning", Caution = "caution" }
}

/// A formula: as the author wrote it, and as MathML.
#[derive(Clone, Debug)]
pub struct Maths {
    pub latex: Arc<str>,
    pub mathml: Arc<str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    None,
    Start,
    Center,
    End,
}

/// A piece of inline text.
#[derive(Clone, Debug)]
pub enum Inline<R> {
    Text(Arc<str>),
    Emphasis(Vec<Inline<R>>),
    Strong(Vec<Inline<R>>),
    Strikethrough(Vec<Inline<R>>),
    Code(Arc<str>),
    Maths(Maths),
    SoftBreak,
    HardBreak,
    /// A link; without content the reference names itself.
    Link {
        to: R,
        content: Vec<Inline<R>>,
    },
    Image {
        of: R,
        alt: Arc<str>,
        title: Option<Arc<str>>,
    },
    /// An embed in inline text, which only a count may be.
    Embed(R),
    /// A note's place in the page's order of first mention, from 1, and which mention of it this is.
    Footnote {
        number: u32,
        mention: u32,
    },
    Html(Arc<str>),
}

/// A page's whole text.
#[derive(Clone, Debug)]
pub struct Document<R> {
    pub blocks: Vec<Block<R>>,
    /// In the order of first mention; each with how often it is mentioned.
    pub footnotes: Vec<Footnote<R>>,
    /// Whether any raw HTML is in it.
    pub has_html: bool,
}

#[derive(Clone, Debug)]
pub struct Footnote<R> {
    pub blocks: Vec<Block<R>>,
    pub mentions: u32,
}

impl<R> Document<R> {
    /// The document with every reference replaced.
    pub fn map<S>(self, f: &mut impl FnMut(R) -> S) -> Document<S> {
        Document {
            blocks: map_blocks(self.blocks, f),
            footnotes: self.footnotes.into_iter().map(|n| Footnote { blocks: map_blocks(n.blocks, f), mentions: n.mentions }).collect(),
            has_html: self.has_html,
        }
    }

    /// Calls `see` for every reference, in reading order.
    pub fn each_ref<'a>(&'a self, see: &mut impl FnMut(&'a R)) {
        see_blocks(&self.blocks, see);
        for note in &self.footnotes {
            see_blocks(&note.blocks, see);
        }
    }

    /// Calls `see` for every quotation, in reading order.
    pub fn each_quotation<'a>(&'a self, see: &mut impl FnMut(&'a Quotation<R>)) {
        fn walk<'a, R>(blocks: &'a [Block<R>], see: &mut impl FnMut(&'a Quotation<R>)) {
            for block in blocks {
                match block {
                    Block::Quotation(q) => {
                        see(q);
                        walk(&q.blocks, see);
                    }
                    Block::List { items, .. } => items.iter().for_each(|i| walk(i, see)),
                    Block::Callout { blocks, .. } => walk(blocks, see),
                    _ => {}
                }
            }
        }
        walk(&self.blocks, see);
        self.footnotes.iter().for_each(|n| walk(&n.blocks, see));
    }
}

fn map_blocks<R, S>(blocks: Vec<Block<R>>, f: &mut impl FnMut(R) -> S) -> Vec<Block<S>> {
    blocks.into_iter().map(|b| map_block(b, f)).collect()
}

fn map_block<R, S>(block: Block<R>, f: &mut impl FnMut(R) -> S) -> Block<S> {
    match block {
        Block::Heading { level, slug, content } => Block::Heading { level, slug, content: map_inlines(content, f) },
        Block::Paragraph(content, span) => Block::Paragraph(map_inlines(content, f), span),
        Block::List { start, items } => Block::List { start, items: items.into_iter().map(|i| map_blocks(i, f)).collect() },
        Block::Quotation(q) => {
            Block::Quotation(Quotation { blocks: map_blocks(q.blocks, f), text: q.text, by: q.by.map(&mut *f), span: q.span })
        }
        Block::Callout { kind, blocks } => Block::Callout { kind, blocks: map_blocks(blocks, f) },
        Block::Code { language, text } => Block::Code { language, text },
        Block::Table { alignments, head, rows } => Block::Table {
            alignments,
            head: head.into_iter().map(|c| map_inlines(c, f)).collect(),
            rows: rows.into_iter().map(|r| r.into_iter().map(|c| map_inlines(c, f)).collect()).collect(),
        },
        Block::Html(html) => Block::Html(html),
        Block::Rule => Block::Rule,
        Block::Embed(r) => Block::Embed(f(r)),
    }
}

/// Running text with every reference replaced.
pub fn map_inlines<R, S>(inlines: Vec<Inline<R>>, f: &mut impl FnMut(R) -> S) -> Vec<Inline<S>> {
    inlines
        .into_iter()
        .map(|inline| match inline {
            Inline::Text(t) => Inline::Text(t),
            Inline::Emphasis(c) => Inline::Emphasis(map_inlines(c, f)),
            Inline::Strong(c) => Inline::Strong(map_inlines(c, f)),
            Inline::Strikethrough(c) => Inline::Strikethrough(map_inlines(c, f)),
            Inline::Code(c) => Inline::Code(c),
            Inline::Maths(m) => Inline::Maths(m),
            Inline::SoftBreak => Inline::SoftBreak,
            Inline::HardBreak => Inline::HardBreak,
            Inline::Link { to, content } => Inline::Link { to: f(to), content: map_inlines(content, f) },
            Inline::Image { of, alt, title } => Inline::Image { of: f(of), alt, title },
            Inline::Embed(r) => Inline::Embed(f(r)),
            Inline::Footnote { number, mention } => Inline::Footnote { number, mention },
            Inline::Html(h) => Inline::Html(h),
        })
        .collect()
}

fn see_blocks<'a, R>(blocks: &'a [Block<R>], see: &mut impl FnMut(&'a R)) {
    for block in blocks {
        match block {
            Block::Heading { content, .. } | Block::Paragraph(content, _) => see_inlines(content, see),
            Block::List { items, .. } => items.iter().for_each(|i| see_blocks(i, see)),
            Block::Quotation(q) => {
                see_blocks(&q.blocks, see);
                q.by.iter().for_each(&mut *see);
            }
            Block::Callout { blocks, .. } => see_blocks(blocks, see),
            Block::Table { head, rows, .. } => {
                head.iter().chain(rows.iter().flatten()).for_each(|c| see_inlines(c, see));
            }
            Block::Embed(r) => see(r),
            Block::Code { .. } | Block::Html(_) | Block::Rule => {}
        }
    }
}

/// Calls `see` for every reference in inline text.
pub fn see_inlines<'a, R>(inlines: &'a [Inline<R>], see: &mut impl FnMut(&'a R)) {
    for inline in inlines {
        match inline {
            Inline::Emphasis(c) | Inline::Strong(c) | Inline::Strikethrough(c) => see_inlines(c, see),
            Inline::Link { to, content } => {
                see(to);
                see_inlines(content, see);
            }
            Inline::Image { of: r, .. } | Inline::Embed(r) => see(r),
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Maths(_)
            | Inline::SoftBreak
            | Inline::HardBreak
            | Inline::Footnote { .. }
            | Inline::Html(_) => {}
        }
    }
}

/// Running text without its marks.
pub fn plain<R>(inlines: &[Inline<R>]) -> String {
    fn walk<R>(inlines: &[Inline<R>], out: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Text(t) | Inline::Code(t) => out.push_str(t),
                Inline::Emphasis(c) | Inline::Strong(c) | Inline::Strikethrough(c) => walk(c, out),
                Inline::Maths(m) => out.push_str(&m.latex),
                Inline::Link { content, .. } => walk(content, out),
                Inline::Image { alt, .. } => out.push_str(alt),
                Inline::SoftBreak | Inline::HardBreak => out.push(' '),
                Inline::Embed(_) | Inline::Footnote { .. } | Inline::Html(_) => {}
            }
        }
    }
    let mut out = String::new();
    walk(inlines, &mut out);
    out
}
