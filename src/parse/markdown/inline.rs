//! Inline text: links, embeds, images, notes, and what looks like one of them.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::super::{html, maths};
use super::{Builder, RawKind, RawRef};
use crate::diag::{Code, Diagnostic, Span, code, words};
use crate::model::document::{Inline, plain};

impl<'a> Builder<'a, '_, '_> {
    /// Inline text that begins without a paragraph, up to the next block or the end of what encloses it; and where it ends.
    pub(super) fn loose(&mut self, first: Event<'a>, range: Range<usize>, until: Option<TagEnd>) -> (Vec<Inline<RawRef>>, usize) {
        let mut out = Vec::new();
        let mut end = range.end;
        self.inline(first, range, &mut out);
        while let Some((event, _)) = self.events.peek() {
            let goes_on = match event {
                Event::End(end) => Some(*end) != until,
                Event::Start(tag) => is_inline(tag),
                Event::Rule | Event::Html(_) => false,
                _ => true,
            };
            if !goes_on {
                break;
            }
            let Some((event, range)) = self.events.next() else { break };
            end = range.end;
            self.inline(event, range, &mut out);
        }
        (out, end)
    }

    pub(super) fn inlines(&mut self, end: TagEnd) -> Vec<Inline<RawRef>> {
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
            Event::Text(t) => {
                self.look_for_labels(range);
                text_into(out, t);
            }
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
                self.check_html(&html, &range);
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
                    LinkType::WikiLink { .. } if dest_url.trim().is_empty() => {
                        self.nothing_named(&code::BROKEN_LINK, span);
                        return;
                    }
                    LinkType::WikiLink { has_pothole } => Inline::Link {
                        to: RawRef { span, kind: RawKind::Wiki(target(&dest_url)) },
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
                    let target = target(&dest_url);
                    if target.is_empty() {
                        self.nothing_named(&code::BROKEN_EMBED, span);
                        return;
                    }
                    let words = has_pothole.then(|| Arc::from(alt.trim()));
                    if words.is_some() && !target.starts_with("chart:") {
                        self.refuse_words(&target, span);
                    }
                    out.push(Inline::Embed(RawRef { span, kind: RawKind::Embed { target, words } }));
                    return;
                }
                if alt.trim().is_empty() {
                    self.reading.report(
                        Diagnostic::at(
                            &code::IMAGE_WITHOUT_ALT,
                            span,
                            format!("the image `{}` has no alternative text", words::shortened(&dest_url, 60)),
                        )
                        .help("say in a sentence what it shows, for those who cannot see it: `![A ward at night, one lamp lit](ward.jpg)`"),
                    );
                }
                if dest_url.to_ascii_lowercase().starts_with("file:") {
                    self.reading.report(
                        Diagnostic::at(&code::MISSING_IMAGE, span, "this image is named by its place on your own computer")
                            .help("copy it into `static/`, or beside the Markdown in `content/`, and write its name there"),
                    );
                    out.push(Inline::Text(alt.into()));
                    return;
                }
                let title = (!title.is_empty()).then(|| shared(title));
                out.push(Inline::Image { of: RawRef { span, kind: RawKind::Image(shared(dest_url)) }, alt: alt.into(), title });
            }
            _ => out.extend(self.inlines(end)),
        }
    }

    /// `[@smith2020]` and `[^x]` come as text where they mean nothing to Markdown, bracket by bracket.
    fn look_for_labels(&self, range: Range<usize>) {
        let Some(inside) = self.source[range.start..].strip_prefix('[').and_then(|rest| rest.split_once(']')).map(|(inside, _)| inside)
        else {
            return;
        };
        if self.source[..range.start].ends_with('\\') {
            return;
        }
        let span = self.span(&(range.start..range.start + inside.len() + 2));
        let key = |k: &str| k.trim().trim_start_matches('-').strip_prefix('@').is_some_and(|k| k.starts_with(char::is_alphanumeric));
        if inside.len() < 200 && inside.split(';').all(key) {
            self.reading.report(not_yet_citation(span));
        }
        if let Some(label) = inside.strip_prefix('^').filter(|l| !l.is_empty() && !l.contains(char::is_whitespace)) {
            self.reading.report(
                Diagnostic::at(&code::UNKNOWN_FOOTNOTE, span, format!("there is no footnote `{}`", words::shortened(label, 40)))
                    .help(format!("write it in a paragraph of its own: `[^{}]: …`", words::shortened(label, 40))),
            );
        }
    }

    /// Reports every embed that cannot be there; only counts can be in inline text.
    pub(super) fn refuse_embeds(&self, content: &[Inline<RawRef>], place: &str) {
        for inline in content {
            match inline {
                Inline::Embed(RawRef { span, kind: RawKind::Embed { target, .. } }) if !target.starts_with("count:") => {
                    self.reading.report(
                        Diagnostic::at(&code::EMBED_IN_TEXT, *span, format!("`![[{target}]]` stands {place}"))
                            .help("leave a blank line before and after it; in running text a link, `[[…]]`, can stand, and a count"),
                    )
                }
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
                    self.refuse_embeds(inner, "inside emphasis")
                }
                Inline::Link { content, .. } => self.refuse_embeds(content, "inside a link"),
                _ => {}
            }
        }
    }

    pub(super) fn check_html(&self, html: &str, range: &Range<usize>) {
        // Inside a quotation every line has signs before it that the HTML has not.
        let mut from = range.start;
        html::check(self.reading, html, |found| match self.fixed {
            Some(span) => span,
            None => {
                let at = self.source[from..range.end].find(found).map_or(range.start, |at| from + at);
                from = (at + found.len()).min(range.end);
                let line = self.source[at..range.end].find('\n').unwrap_or(range.end - at);
                self.span(&(at..at + line))
            }
        });
    }

    /// Only a chart has a headline to set.
    fn refuse_words(&self, target: &str, span: Span) {
        self.reading.report(
            Diagnostic::at(&code::EMBED_WORDS, span, format!("the words behind `|` have no place in `![[{target}]]`"))
                .help("take them away; a chart takes a headline so, `![[chart:prevalence|What it shows]]`, and a link its words, `[[P03-02|she said]]`"),
        );
    }

    fn nothing_named(&self, code: &'static Code, span: Span) {
        self.reading.report(
            Diagnostic::at(code, span, "nothing stands between the brackets")
                .help("write the id of a quote, theme or page between them, or take them away"),
        );
    }
}

/// Mark-up inside inline text, with which a tight list's item may also begin.
pub(super) fn is_inline(tag: &Tag) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

/// The diagnostic of a citation.
pub fn not_yet_citation(span: Span) -> Diagnostic {
    Diagnostic::at(&code::NOT_YET, span, "emic does not read citations yet")
        .help("write the reference out for now, as a footnote for example")
}

/// What stands between the brackets, without space at the ends and behind `count:`, `chart:`, `table:` and `page:`.
fn target(written: &str) -> Arc<str> {
    let written = written.trim();
    match written.split_once(':') {
        Some((kind, name)) if matches!(kind.trim_end(), "count" | "chart" | "table" | "page") => {
            format!("{}:{}", kind.trim_end(), name.trim_start()).into()
        }
        _ => written.into(),
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
