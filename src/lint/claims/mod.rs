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
mod vocabulary;
mod who;

use super::rule::{Context, Rule};
use crate::diag::{Diagnostic, Files, Span, Subject, codes};
use crate::model::document::Block;
use crate::model::{Page, PageKind, Ref, Study};
use judge::{ClaimJudge, claims_nothing};
use who::Groups;

codes! {
    Claims {
        /// **Checks** numbers of participants in the sentences of findings: of all, of a group that an attribute names, and of
        /// those who spoke of a theme that the sentence links; and numbers of themes. What cannot be judged is left alone.
        ///
        /// **Why:** a text is written once, while the coding goes on changing, and readers compare the two.
        ///
        /// **Example:** “14 of 20 participants spoke of [[sleep]]”, where 12 did. `![[count:sleep]]` in its place is always right.
        CLAIM_NUMBER = "claim-number", Error, "A number in a finding is not the number that the study has.";
        /// **Checks** words for numbers in the same sentences: all, most, many, some, few, none. `words:` in study.yaml sets
        /// what most, many, some and few mean.
        ///
        /// **Why:** “most” for 7 of 20 misleads as much as a wrong number. Words are used loosely, so this is a warning only.
        ///
        /// **Example:** “Most participants spoke of [[sleep]]”, where 7 of 20 did.
        CLAIM_WORD = "claim-word", Warning, "A word such as most or none does not fit the number that the study has.";
    }
}

pub static RULE: Rule =
    Rule { codes: CODES, checked: "numbers of participants and themes in findings, against the coding", check: Some(check) };

fn check(context: &Context) -> Vec<Diagnostic> {
    let Context { study, analysis, files, .. } = *context;
    let groups = Groups::new(study);
    let mut out = Vec::new();
    for page in study.pages.iter().filter(|p| p.kind == PageKind::Finding) {
        let mut reader = FindingReader { study, judge: ClaimJudge { study, analysis }, groups: &groups, files, page, out: &mut out };
        reader.blocks(&page.document.blocks);
        page.document.footnotes.iter().for_each(|note| reader.blocks(&note.blocks));
    }
    out
}

/// Reads one finding.
struct FindingReader<'a> {
    study: &'a Study,
    judge: ClaimJudge<'a>,
    groups: &'a Groups,
    files: &'a Files,
    page: &'a Page,
    out: &'a mut Vec<Diagnostic>,
}

impl FindingReader<'_> {
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
                let place = self.place(span, &written, &mut from);
                self.out.push(
                    Diagnostic::at(&CLAIM_NUMBER, place, format!("“{written}” is not what the study has: {has}"))
                        .about(Subject::page(&self.page.slug))
                        .help("correct the number, or the theme tree in `themes/`"),
                );
            }
            for (at, claim) in claims.iter().enumerate() {
                if let Some(wrong) = self.judge.judge(&s, &claims, at) {
                    let place = self.place(span, &s.written(&claim.at), &mut from);
                    let code = if claim.is_word() { &CLAIM_WORD } else { &CLAIM_NUMBER };
                    let subject = wrong
                        .theme
                        .map_or_else(|| Subject::page(&self.page.slug), |theme| Subject::theme(self.study.theme(theme).id.as_str()));
                    self.out.push(Diagnostic::at(code, place, wrong.message).about(subject).help(wrong.help));
                }
            }
        }
    }

    /// Where in the paragraph the words are, past emphasis and line ends; the whole paragraph where they are not found.
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
