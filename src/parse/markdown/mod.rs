//! `content/*.md`: Markdown into our own blocks.
//!
//! 1. Front matter is cut off and read as YAML ([`super::page`]).
//! 2. pulldown-cmark's events become blocks and inline text; `[[…]]` and `![[…]]` become raw references with their places.
//! 3. Notes are numbered in the order of their first mention; headings get their slugs.
//! 4. What would not be set as it is written is reported: embeds in inline text, HTML that the sanitiser takes away.

mod inline;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

pub use inline::not_yet_citation;

use super::decode::Reading;
use super::quotation;
use super::reference::{RawKind, RawRef};
use crate::diag::{Diagnostic, Span, Spanned, code};
use crate::model::document::{Alignment, Block, CalloutKind, Document, Footnote, Inline, Quotation, plain};

/// Reads `reading.text[part]` as a page.
pub fn document(reading: &Reading, part: Range<usize>) -> Document<RawRef> {
    let base = part.start;
    let events: Vec<(Event, Range<usize>)> =
        parser(&reading.text[part]).into_offset_iter().map(|(e, r)| (e, r.start + base..r.end + base)).collect();
    let mut builder = Builder::new(reading, reading.text, events, None);
    let blocks = builder.blocks(None);
    builder.finish(blocks)
}

/// Reads a field's text as inline text (paragraphs become breaks). Places in it are the field's.
pub fn inline(reading: &Reading, text: &Spanned<Arc<str>>) -> Vec<Inline<RawRef>> {
    // Most definitions have no mark-up at all.
    if !text.value.contains(['*', '_', '`', '[', ']', '<', '&', '\\', '\n', '#', '!', '~', '|', '>', '+', '-', '=', '$']) {
        return vec![Inline::Text(Arc::clone(&text.value))];
    }
    let events: Vec<(Event, Range<usize>)> = parser(&text.value).into_offset_iter().collect();
    let mut builder = Builder::new(reading, &text.value, events, Some(text.span));
    let blocks = builder.blocks(None);
    if !builder.notes.is_empty() || !builder.written.is_empty() {
        builder.written.clear();
        reading.report(
            Diagnostic::at(&code::NOT_RUNNING_TEXT, text.span, "a footnote cannot stand here")
                .help("write what it says into the text, or on a page of `content/`"),
        );
    }
    let mut out = Vec::new();
    for block in builder.finish(blocks).blocks {
        let Block::Paragraph(content, _) = block else {
            reading.report(
                Diagnostic::at(&code::NOT_RUNNING_TEXT, text.span, "only running text can stand here")
                    .help("emphasis and links are fine; lists, headings, tables and embeds belong into a page of `content/`"),
            );
            continue;
        };
        if !out.is_empty() {
            out.extend([Inline::HardBreak, Inline::HardBreak]);
        }
        out.extend(content);
    }
    out
}

fn parser(text: &str) -> Parser<'_> {
    // Not `Options::all()`: smart punctuation would rewrite people's words.
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM;
    Parser::new_ext(text, options)
}

/// A footnote's text.
struct Note {
    label: String,
    span: Span,
    blocks: Vec<Block<RawRef>>,
}

struct Builder<'a, 'r, 't> {
    reading: &'r Reading<'t>,
    /// What the events' places are in.
    source: &'a str,
    events: std::iter::Peekable<std::vec::IntoIter<(Event<'a>, Range<usize>)>>,
    /// Where everything stands, if the events' own places mean nothing.
    fixed: Option<Span>,
    slugs: HashMap<String, u32>,
    notes: Vec<(String, u32)>,
    written: Vec<Note>,
    has_html: bool,
}

impl<'a, 'r, 't> Builder<'a, 'r, 't> {
    fn new(reading: &'r Reading<'t>, source: &'a str, events: Vec<(Event<'a>, Range<usize>)>, fixed: Option<Span>) -> Self {
        Builder {
            reading,
            source,
            events: events.into_iter().peekable(),
            fixed,
            slugs: HashMap::new(),
            notes: Vec::new(),
            written: Vec::new(),
            has_html: false,
        }
    }

    fn span(&self, range: &Range<usize>) -> Span {
        self.fixed.unwrap_or_else(|| Span::new(self.reading.file, range.clone()))
    }

    fn finish(mut self, blocks: Vec<Block<RawRef>>) -> Document<RawRef> {
        let footnotes = self
            .notes
            .iter()
            .map(|(label, mentions)| {
                let at = self.written.iter().position(|n| n.label == *label);
                Footnote { blocks: at.map(|at| self.written.remove(at).blocks).unwrap_or_default(), mentions: *mentions }
            })
            .collect();
        for note in self.written {
            self.reading.report(
                Diagnostic::at(&code::UNUSED_FOOTNOTE, note.span, format!("the footnote `[^{}]` is never referred to", note.label))
                    .help(format!("write `[^{}]` where it belongs, or take the note away: it is not published", note.label)),
            );
        }
        Document { blocks, footnotes, has_html: self.has_html }
    }

    /// Blocks up to the end of what encloses them.
    fn blocks(&mut self, until: Option<TagEnd>) -> Vec<Block<RawRef>> {
        let mut blocks = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(end) if Some(end) == until => break,
                Event::Start(tag) if !inline::is_inline(&tag) => self.block(tag, range, &mut blocks),
                Event::Rule => blocks.push(Block::Rule),
                Event::Html(html) => self.html_block(&html, &range, &mut blocks),
                // In a tight list inline text is without a paragraph around it.
                event => {
                    let start = range.start;
                    let (content, end) = self.loose(event, range, until);
                    if !content.is_empty() {
                        blocks.push(self.paragraph(content, &(start..end)));
                    }
                }
            }
        }
        blocks
    }

    fn block(&mut self, tag: Tag<'a>, range: Range<usize>, blocks: &mut Vec<Block<RawRef>>) {
        let end = tag.to_end();
        match tag {
            Tag::Paragraph => {
                let content = self.inlines(end);
                blocks.push(self.paragraph(content, &range));
            }
            Tag::Heading { level, .. } => {
                let content = self.inlines(end);
                self.refuse_embeds(&content, "in a heading");
                let slug = self.slug(&plain(&content));
                blocks.push(Block::Heading { level: level as u8, slug, content });
            }
            Tag::BlockQuote(Some(kind)) => {
                let kind = match kind {
                    BlockQuoteKind::Note => CalloutKind::Note,
                    BlockQuoteKind::Tip => CalloutKind::Tip,
                    BlockQuoteKind::Important => CalloutKind::Important,
                    BlockQuoteKind::Warning => CalloutKind::Warning,
                    BlockQuoteKind::Caution => CalloutKind::Caution,
                };
                blocks.push(Block::Callout { kind, blocks: self.blocks(Some(end)) });
            }
            Tag::BlockQuote(None) => {
                let mut inner = self.blocks(Some(end));
                let by = quotation::take_attribution(&mut inner).map(|who| RawRef { span: self.span(&range), kind: RawKind::By(who) });
                let text = quotation::text(&inner).into();
                blocks.push(Block::Quotation(Quotation { blocks: inner, text, by, span: self.span(&range) }));
            }
            Tag::CodeBlock(kind) => {
                let mut text = String::new();
                for (event, _) in self.events.by_ref() {
                    match event {
                        Event::End(e) if e == end => break,
                        Event::Text(t) => text.push_str(&t),
                        _ => {}
                    }
                }
                let language = match kind {
                    CodeBlockKind::Fenced(info) => info.split([' ', ',']).next().filter(|l| !l.is_empty()).map(Arc::from),
                    CodeBlockKind::Indented => None,
                };
                blocks.push(Block::Code { language, text: text.into() });
            }
            Tag::List(start) => {
                let mut items = Vec::new();
                while let Some((event, _)) = self.events.next() {
                    match event {
                        Event::Start(Tag::Item) => items.push(self.blocks(Some(TagEnd::Item))),
                        Event::End(e) if e == end => break,
                        _ => {}
                    }
                }
                blocks.push(Block::List { start, items });
            }
            Tag::Table(alignments) => blocks.push(self.table(&alignments, end)),
            Tag::FootnoteDefinition(label) => {
                let first_line = range.start..range.start + self.source[range.clone()].find('\n').unwrap_or(range.len());
                let span = self.span(&first_line);
                let inner = self.blocks(Some(end));
                self.enter_note(Note { label: label.to_string(), span, blocks: inner });
            }
            // It comes line by line, and a comment may run over several.
            Tag::HtmlBlock => {
                let mut html = String::new();
                for (event, _) in self.events.by_ref() {
                    match event {
                        Event::End(e) if e == end => break,
                        Event::Html(t) | Event::Text(t) => html.push_str(&t),
                        _ => {}
                    }
                }
                self.html_block(&html, &range, blocks);
            }
            _ => {
                let content = self.inlines(end);
                blocks.push(self.paragraph(content, &range));
            }
        }
    }

    fn table(&mut self, alignments: &[pulldown_cmark::Alignment], end: TagEnd) -> Block<RawRef> {
        let (mut head, mut rows, mut row) = (Vec::new(), Vec::new(), Vec::new());
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => {
                    let cell = self.inlines(TagEnd::TableCell);
                    self.refuse_embeds(&cell, "in a table");
                    row.push(cell);
                }
                Event::End(TagEnd::TableHead) => head = std::mem::take(&mut row),
                Event::End(TagEnd::TableRow) => rows.push(std::mem::take(&mut row)),
                Event::End(e) if e == end => break,
                _ => {}
            }
        }
        let alignments = alignments
            .iter()
            .map(|a| match a {
                pulldown_cmark::Alignment::None => Alignment::None,
                pulldown_cmark::Alignment::Left => Alignment::Start,
                pulldown_cmark::Alignment::Center => Alignment::Center,
                pulldown_cmark::Alignment::Right => Alignment::End,
            })
            .collect();
        Block::Table { alignments, head, rows }
    }

    fn html_block(&mut self, html: &str, range: &Range<usize>, blocks: &mut Vec<Block<RawRef>>) {
        self.has_html = true;
        self.check_html(html, range);
        match blocks.last_mut() {
            Some(Block::Html(before)) => *before = format!("{before}{html}").into(),
            _ => blocks.push(Block::Html(html.into())),
        }
    }

    /// An embed in a paragraph of its own is a block; in inline text only counts may be.
    fn paragraph(&mut self, content: Vec<Inline<RawRef>>, range: &Range<usize>) -> Block<RawRef> {
        if let [Inline::Embed(of)] = &content[..] {
            return Block::Embed(of.clone());
        }
        self.refuse_embeds(&content, "in the middle of a paragraph");
        Block::Paragraph(content, self.span(range))
    }

    fn enter_note(&mut self, note: Note) {
        let Some(first) = self.written.iter().find(|n| n.label.to_lowercase() == note.label.to_lowercase()) else {
            self.written.push(note);
            return;
        };
        self.reading.report(
            Diagnostic::at(&code::DUPLICATE_FOOTNOTE, note.span, format!("there are two footnotes `[^{}]`", note.label))
                .also(first.span, "the first")
                .help("give one of the two another label"),
        );
    }

    /// A heading's address: its letters and digits in lower case, numbered where two are alike.
    fn slug(&mut self, title: &str) -> Arc<str> {
        let mut slug = String::new();
        for c in title.chars().flat_map(char::to_lowercase) {
            if c.is_alphanumeric() {
                slug.push(c);
            } else if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        }
        let slug = slug.trim_end_matches('-').to_owned();
        let slug = if slug.is_empty() { "section".to_owned() } else { slug };
        let times = self.slugs.entry(slug.clone()).or_insert(0);
        *times += 1;
        if *times == 1 { slug.into() } else { format!("{slug}-{times}").into() }
    }
}
