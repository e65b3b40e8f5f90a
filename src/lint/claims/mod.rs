//! `claim-number`, `claim-word`: what a finding says of numbers is what the study has.
//!
//! 1. Paragraphs, list items and callouts become sentences ([`sentence`]); quotations, code and tables are not read.
//! 2. A sentence's claims are read ([`english`], [`chinese`]), the theme that each is about ([`scope`]), and how
//!    much of it is meant ([`extent`]).
//! 3. A claim allows some numbers and the data allow some; where no number is in both, it is wrong ([`judge`]).
//!
//! What cannot be judged is left alone: it is worse to refuse a true sentence than to pass a false one.

mod chinese;
mod claim;
mod english;
mod extent;
mod judge;
mod number;
mod scope;
mod sentence;
mod tree;
mod words;

use crate::analyse::Analysis;
use crate::diag::{Diagnostic, Files, Span, code};
use crate::model::document::Block;
use crate::model::{PageKind, Ref, Study};
use judge::{Judge, claims_nothing};
use words::Groups;

pub fn check(study: &Study, analysis: &Analysis, files: &Files) -> Vec<Diagnostic> {
    let groups = Groups::new(study);
    let mut reader = Reader { study, judge: Judge { study, analysis }, groups: &groups, files, out: Vec::new() };
    for page in study.pages.iter().filter(|p| p.kind == PageKind::Finding) {
        reader.blocks(&page.document.blocks);
        page.document.footnotes.iter().for_each(|note| reader.blocks(&note.blocks));
    }
    reader.out
}

struct Reader<'a> {
    study: &'a Study,
    judge: Judge<'a>,
    groups: &'a Groups,
    files: &'a Files,
    out: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn blocks(&mut self, blocks: &[Block<Ref>]) {
        for block in blocks {
            match block {
                Block::Paragraph(content, span) => self.paragraph(&sentence::flat(content), *span),
                Block::List { items, .. } => items.iter().for_each(|item| self.blocks(item)),
                Block::Callout { blocks, .. } => self.blocks(blocks),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, text: &str, span: Span) {
        let tokens = sentence::tokens(text);
        let mut from = 0;
        for s in sentence::sentences(text, &tokens) {
            if claims_nothing(&s) {
                continue;
            }
            let whole = s.tokens.first().zip(s.tokens.last()).map_or("", |(first, last)| &text[first.at.start..last.at.end]);
            let claims = if chinese::is_chinese(whole) { chinese::claims(&s, self.groups) } else { english::claims(&s, self.groups) };
            if let Some((at, has)) = tree::wrong(self.study, &s) {
                let written = s.written(&at);
                self.out.push(
                    Diagnostic::at(
                        &code::CLAIM_NUMBER,
                        self.place(span, &written, &mut from),
                        format!("“{written}” is not what the study has: {has}"),
                    )
                    .help("correct the number, or the theme tree in `themes/`"),
                );
            }
            for at in 0..claims.len() {
                if let Some(wrong) = self.judge.judge(&s, &claims, at) {
                    let place = self.place(span, &s.written(&claims[at].at), &mut from);
                    self.out.push(Diagnostic::at(wrong.code, place, wrong.message).help(wrong.help));
                }
            }
        }
    }

    /// Where in the paragraph the words stand, past emphasis and line ends; the whole paragraph where they are not found.
    fn place(&self, span: Span, words: &str, from: &mut usize) -> Span {
        let text = &self.files.text(span.file)[span.range()];
        let skipped = |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '>');
        let wanted: Vec<char> = words.chars().filter(|c| !skipped(*c)).collect();
        let found = text.char_indices().filter(|(at, c)| at >= from && !skipped(*c)).find_map(|(start, _)| {
            let mut rest = text[start..].char_indices().filter(|(_, c)| !skipped(*c));
            let mut end = start;
            for c in &wanted {
                let (at, d) = rest.next()?;
                if d != *c {
                    return None;
                }
                end = start + at + d.len_utf8();
            }
            (end > start).then_some((start, end))
        });
        let Some((start, end)) = found else { return span };
        *from = end;
        let base = span.start as usize;
        Span::new(span.file, base + start..base + end)
    }
}
