//! `content/*.md`: Markdown into our own blocks.
//!
//! 1. Front matter is cut off and read as YAML ([`super::page`]).
//! 2. pulldown-cmark's events become blocks and running text; `[[…]]` and `![[…]]` become raw references with their places.
//! 3. Notes are numbered in the order of their first mention; headings get their slugs.
//! 4. What would not be set as it is written is said: embeds in running text, HTML that the sanitiser takes away.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::decode::Reading;
use super::html;
use super::maths;
use super::quotation;
use crate::diag::{Diagnostic, Span, Spanned, code, words};
use crate::model::document::{Alignment, Block, CalloutKind, Document, Footnote, Inline, Quotation, plain};

/// A reference as written.
#[derive(Clone, Debug, PartialEq)]
pub struct RawRef {
    pub span: Span,
    pub kind: RawKind,
}

#[derive(Clone, Debug, PartialEq)]
pub enum RawKind {
    /// `[[target]]`
    Wiki(Arc<str>),
    /// `![[target|words]]`
    Embed { target: Arc<str>, words: Option<Arc<str>> },
    /// `[…](target)`
    Link(Arc<str>),
    /// `![…](path)`
    Image(Arc<str>),
    /// Whom a quotation is ascribed to: what stands first in its last brackets.
    By(Arc<str>),
}

/// Reads `reading.text[part]` as a page.
pub fn document(reading: &Reading, part: Range<usize>) -> Document<RawRef> {
    let base = part.start;
    let events: Vec<(Event, Range<usize>)> =
        parser(&reading.text[part]).into_offset_iter().map(|(e, r)| (e, r.start + base..r.end + base)).collect();
    let mut builder = Builder::new(reading, reading.text, events, None);
    let blocks = builder.blocks(None);
    builder.finish(blocks)
}

/// Reads a field's text as running text (paragraphs become breaks). Places in it are the field's.
pub fn inline(reading: &Reading, text: &Spanned<Arc<str>>) -> Vec<Inline<RawRef>> {
    // Most definitions have no mark-up at all.
    if !text.value.contains(['*', '_', '`', '[', ']', '<', '&', '\\', '\n', '#', '!', '~', '|', '>', '+', '-', '=', '$']) {
        return vec![Inline::Text(Arc::clone(&text.value))];
    }
    let events: Vec<(Event, Range<usize>)> = parser(&text.value).into_offset_iter().collect();
    let mut builder = Builder::new(reading, &text.value, events, Some(text.span));
    let blocks = builder.blocks(None);
    let mut out = Vec::new();
    for block in builder.finish(blocks).blocks {
        let Block::Paragraph(content) = block else {
            reading.say(
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

struct Builder<'a, 'r, 't> {
    reading: &'r Reading<'t>,
    /// What the events' places are in.
    source: &'a str,
    events: std::iter::Peekable<std::vec::IntoIter<(Event<'a>, Range<usize>)>>,
    /// Where everything stands, if the events' own places mean nothing.
    fixed: Option<Span>,
    slugs: HashMap<String, u32>,
    notes: Vec<(String, u32)>,
    note_blocks: HashMap<String, Vec<Block<RawRef>>>,
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
            note_blocks: HashMap::new(),
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
            .map(|(label, mentions)| Footnote { blocks: self.note_blocks.remove(label).unwrap_or_default(), mentions: *mentions })
            .collect();
        Document { blocks, footnotes, has_html: self.has_html }
    }

    /// Blocks up to the end of what encloses them.
    fn blocks(&mut self, until: Option<TagEnd>) -> Vec<Block<RawRef>> {
        let mut blocks = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(end) if Some(end) == until => break,
                Event::Start(tag) => self.block(tag, range, &mut blocks),
                Event::Rule => blocks.push(Block::Rule),
                Event::Html(html) => self.html_block(&html, &range, &mut blocks),
                // In a tight list running text stands without a paragraph around it.
                event => {
                    let content = self.loose(event, range, until);
                    if !content.is_empty() {
                        blocks.push(self.paragraph(content));
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
                blocks.push(self.paragraph(content));
            }
            Tag::Heading { level, .. } => {
                let content = self.inlines(end);
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
                let inner = self.blocks(Some(end));
                self.note_blocks.insert(label.to_string(), inner);
            }
            // The HTML itself comes as events of its own.
            Tag::HtmlBlock => blocks.extend(self.blocks(Some(end))),
            _ => {
                let content = self.inlines(end);
                blocks.push(self.paragraph(content));
            }
        }
    }

    fn table(&mut self, alignments: &[pulldown_cmark::Alignment], end: TagEnd) -> Block<RawRef> {
        let (mut head, mut rows, mut row) = (Vec::new(), Vec::new(), Vec::new());
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => row.push(self.inlines(TagEnd::TableCell)),
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
        html::check(self.reading, html, self.span(range));
        match blocks.last_mut() {
            Some(Block::Html(before)) => *before = format!("{before}{html}").into(),
            _ => blocks.push(Block::Html(html.into())),
        }
    }

    /// An embed that stands alone is a block; in running text only counts may stand.
    fn paragraph(&mut self, content: Vec<Inline<RawRef>>) -> Block<RawRef> {
        if let [Inline::Embed(of)] = &content[..] {
            return Block::Embed(of.clone());
        }
        for inline in &content {
            if let Inline::Embed(RawRef { span, kind: RawKind::Embed { target, .. } }) = inline
                && !target.starts_with("count:")
            {
                self.reading.say(
                    Diagnostic::at(&code::EMBED_IN_TEXT, *span, format!("`![[{target}]]` stands in the middle of a paragraph"))
                        .help("leave a blank line before and after it; in running text a link, `[[…]]`, can stand, and a count"),
                );
            }
        }
        Block::Paragraph(content)
    }

    /// Running text that begins without a paragraph, up to the next block or the end of what encloses it.
    fn loose(&mut self, first: Event<'a>, range: Range<usize>, until: Option<TagEnd>) -> Vec<Inline<RawRef>> {
        let mut out = Vec::new();
        self.inline(first, range, &mut out);
        while let Some((event, _)) = self.events.peek() {
            let goes_on = match event {
                Event::End(end) => Some(*end) != until,
                Event::Start(tag) => matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }),
                Event::Rule | Event::Html(_) => false,
                _ => true,
            };
            if !goes_on {
                break;
            }
            let Some((event, range)) = self.events.next() else { break };
            self.inline(event, range, &mut out);
        }
        out
    }

    fn inlines(&mut self, end: TagEnd) -> Vec<Inline<RawRef>> {
        let mut out = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(e) if e == end => break,
                event => self.inline(event, range, &mut out),
            }
        }
        out
    }

    fn inline(&mut self, event: Event<'a>, range: Range<usize>, out: &mut Vec<Inline<RawRef>>) {
        match event {
            Event::Text(t) => text_into(out, t),
            // "$5-$10" is money.
            Event::InlineMath(t) if self.source[range.end..].starts_with(|c: char| c.is_ascii_digit()) => {
                text_into(out, format!("${t}$").into());
            }
            Event::Code(t) => out.push(Inline::Code(shared(t))),
            Event::InlineMath(t) => out.push(maths::inline(self.reading, &t, self.span(&range), maths::Display::Inline)),
            Event::DisplayMath(t) => out.push(maths::inline(self.reading, &t, self.span(&range), maths::Display::Block)),
            Event::SoftBreak => out.push(Inline::SoftBreak),
            Event::HardBreak => out.push(Inline::HardBreak),
            Event::InlineHtml(html) | Event::Html(html) => {
                self.has_html = true;
                html::check(self.reading, &html, self.span(&range));
                out.push(Inline::Html(shared(html)));
            }
            Event::FootnoteReference(label) => {
                let at = self.notes.iter().position(|(l, _)| **l == *label).unwrap_or_else(|| {
                    self.notes.push((label.to_string(), 0));
                    self.notes.len() - 1
                });
                self.notes[at].1 += 1;
                out.push(Inline::Footnote { number: at as u32 + 1, mention: self.notes[at].1 });
            }
            Event::Start(tag) => self.inline_tag(tag, range, out),
            _ => {}
        }
    }

    fn inline_tag(&mut self, tag: Tag<'a>, range: Range<usize>, out: &mut Vec<Inline<RawRef>>) {
        let end = tag.to_end();
        match tag {
            Tag::Emphasis => out.push(Inline::Emphasis(self.inlines(end))),
            Tag::Strong => out.push(Inline::Strong(self.inlines(end))),
            Tag::Strikethrough => out.push(Inline::Strikethrough(self.inlines(end))),
            Tag::Link { link_type, dest_url, .. } => {
                let content = self.inlines(end);
                let span = self.span(&range);
                out.push(match link_type {
                    LinkType::WikiLink { has_pothole } => Inline::Link {
                        to: RawRef { span, kind: RawKind::Wiki(dest_url.trim().into()) },
                        content: if has_pothole { content } else { Vec::new() },
                    },
                    LinkType::Email => {
                        Inline::Link { to: RawRef { span, kind: RawKind::Link(format!("mailto:{dest_url}").into()) }, content }
                    }
                    _ => Inline::Link { to: RawRef { span, kind: RawKind::Link(shared(dest_url)) }, content },
                });
            }
            Tag::Image { link_type, dest_url, title, .. } => {
                let alt = plain(&self.inlines(end));
                let span = self.span(&range);
                if let LinkType::WikiLink { has_pothole } = link_type {
                    let words = has_pothole.then(|| Arc::from(alt.trim()));
                    out.push(Inline::Embed(RawRef { span, kind: RawKind::Embed { target: dest_url.trim().into(), words } }));
                    return;
                }
                if alt.trim().is_empty() {
                    self.reading.say(
                        Diagnostic::at(
                            &code::IMAGE_WITHOUT_ALT,
                            span,
                            format!("the image `{}` has no alternative text", words::shortened(&dest_url, 60)),
                        )
                        .help("say in a sentence what it shows, for those who cannot see it: `![A ward at night, one lamp lit](ward.jpg)`"),
                    );
                }
                let title = (!title.is_empty()).then(|| shared(title));
                out.push(Inline::Image { of: RawRef { span, kind: RawKind::Image(shared(dest_url)) }, alt: alt.into(), title });
            }
            _ => out.extend(self.inlines(end)),
        }
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

fn text_into(out: &mut Vec<Inline<RawRef>>, text: CowStr<'_>) {
    match out.last_mut() {
        Some(Inline::Text(before)) => *before = format!("{before}{text}").into(),
        _ => out.push(Inline::Text(shared(text))),
    }
}

fn shared(text: CowStr<'_>) -> Arc<str> {
    Arc::from(&*text)
}
