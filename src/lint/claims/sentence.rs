//! A paragraph as sentences, and a sentence as words, numbers and links to themes.
//!
//! What others say is not the author's claim: words in quotation marks, code and formulas become one mark that means nothing.

use std::ops::Range;

use super::number;
use super::vocabulary::names_participants;
use crate::model::document::{Inline, plain};
use crate::model::{Ref, ThemeIx};
use crate::text::is_unspaced;

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum SentenceTokenKind {
    /// In lower case; a Chinese character is a word.
    Word(String),
    Number(u32),
    /// A number with a decimal point, and how many digits are behind it.
    Decimal(f64, usize),
    Sign(char),
    /// A link to a theme.
    Theme(ThemeIx),
    /// A quote, code, a formula, a count.
    Opaque,
}

/// A piece and where it is in the paragraph's text.
#[derive(Clone, Debug)]
pub struct SentenceToken {
    pub kind: SentenceTokenKind,
    pub at: Range<usize>,
}

/// The words of one sentence.
pub struct Sentence<'a> {
    pub text: &'a str,
    pub tokens: &'a [SentenceToken],
}

impl<'a> Sentence<'a> {
    /// The word at a place, or nothing.
    pub fn word(&self, at: usize) -> &'a str {
        match self.tokens.get(at).map(|t| &t.kind) {
            Some(SentenceTokenKind::Word(word)) => word,
            _ => "",
        }
    }

    pub fn is(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        !word.is_empty() && words.contains(&word)
    }

    pub fn sign(&self, at: usize) -> Option<char> {
        match self.tokens.get(at).map(|t| &t.kind) {
            Some(SentenceTokenKind::Sign(sign)) => Some(*sign),
            _ => None,
        }
    }

    pub fn number(&self, at: usize) -> Option<u32> {
        match self.tokens.get(at).map(|t| &t.kind) {
            Some(SentenceTokenKind::Number(n)) => Some(*n),
            _ => None,
        }
    }

    /// The themes that are linked, and where.
    pub fn themes(&self) -> Vec<(usize, ThemeIx)> {
        let theme = |(at, t): (usize, &SentenceToken)| if let SentenceTokenKind::Theme(ix) = t.kind { Some((at, ix)) } else { None };
        self.tokens.iter().enumerate().filter_map(theme).collect()
    }

    /// Some of the words as they are written.
    pub fn written(&self, tokens: &Range<usize>) -> String {
        let (Some(first), Some(last)) = (self.tokens.get(tokens.start), self.tokens[..tokens.end].last()) else { return String::new() };
        self.text[first.at.start..last.at.end].chars().filter(|c| !is_mark(*c)).collect()
    }
}

const OPAQUE: char = '\u{E001}';
const FOREIGN: char = '\u{E003}';
const THEMES: u32 = 0xF_0000;

fn is_mark(c: char) -> bool {
    matches!(c as u32, 0xE000..=0xE003 | THEMES..=0xF_FFFD)
}

/// Running text as one string with marks in it.
pub fn flat(inlines: &[Inline<Ref>]) -> String {
    let mut out = String::new();
    flatten(inlines, &mut out);
    without_speech(&out)
}

/// Whether the sentence tells of something outside the study, by a link or by its words.
pub fn is_foreign(text: &str) -> bool {
    let year =
        |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.bytes().all(|b| b.is_ascii_digit());
    let cited = text.split('(').skip(1).filter_map(|rest| rest.split(')').next()).any(|inside| inside.split([' ', ',', ';']).any(year));
    let lower = text.to_lowercase();
    let elsewhere = ["et al", "literature", "other studies", "another study", "earlier stud", "previous stud", "文献", "既往研究"];
    cited || text.contains(FOREIGN) || elsewhere.iter().any(|words| lower.contains(words))
}

fn flatten(inlines: &[Inline<Ref>], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => out.extend(text.chars().map(|c| if is_mark(c) { ' ' } else { c })),
            Inline::Emphasis(inner) | Inline::Strong(inner) => flatten(inner, out),
            Inline::Link { to: Ref::Theme(theme), content } => {
                // The words of a link are a name, unless they are themselves the claim.
                let words = plain(content);
                if names_participants(&words) {
                    flatten(content, out);
                    out.push(' ');
                }
                out.extend(char::from_u32(THEMES + theme.0));
            }
            Inline::Link { to: Ref::Url(_), content } => {
                flatten(content, out);
                out.push(FOREIGN);
            }
            Inline::Link { content, .. } if !content.is_empty() => flatten(content, out),
            Inline::SoftBreak | Inline::HardBreak => out.push(' '),
            // What is struck out is no longer claimed.
            Inline::Strikethrough(_) | Inline::Footnote { .. } | Inline::Html(_) => {}
            Inline::Link { .. } | Inline::Code(_) | Inline::Maths(_) | Inline::Image { .. } | Inline::Embed(_) => out.push(OPAQUE),
        }
    }
}

/// The text without what is in quotation marks.
fn without_speech(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let behind = &rest[c.len_utf8()..];
        let closes: &[char] = match c {
            '“' => &['”'],
            '„' => &['“', '”'],
            '«' => &['»'],
            '»' => &['«'],
            '「' => &['」'],
            '『' => &['』'],
            '"' => &['"'],
            '‘' => &['’'],
            _ => &[],
        };
        let end = behind
            .char_indices()
            .find(|(at, d)| closes.contains(d) && (*d != '’' || !behind[at + d.len_utf8()..].starts_with(char::is_alphanumeric)));
        match end {
            Some((at, d)) => {
                out.push(OPAQUE);
                rest = &behind[at + d.len_utf8()..];
            }
            None => {
                out.push(c);
                rest = behind;
            }
        }
    }
    out
}

/// The pieces of a paragraph's text.
pub fn tokens(text: &str) -> Vec<SentenceToken> {
    let mut out: Vec<SentenceToken> = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let mut length = c.len_utf8();
        let kind = match c as u32 {
            theme @ THEMES..=0xF_FFFD => Some(SentenceTokenKind::Theme(ThemeIx(theme - THEMES))),
            0xE000..=0xE003 => Some(SentenceTokenKind::Opaque),
            _ if c.is_whitespace() => None,
            _ if c.is_alphanumeric() && !is_unspaced(c) => {
                length = word_length(rest);
                Some(word(&rest[..length]))
            }
            _ if c.is_alphanumeric() => Some(SentenceTokenKind::Word(c.to_string())),
            _ => Some(SentenceTokenKind::Sign(plain_sign(c))),
        };
        out.extend(kind.map(|kind| SentenceToken { kind, at: at..at + length }));
        at += length;
    }
    out
}

fn word_length(rest: &str) -> usize {
    let mut end = 0;
    let mut before = ' ';
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, c)| *c);
        let joins = match c {
            '-' | '‐' | '‑' | '\'' | '’' => next.is_alphanumeric() && !is_unspaced(next),
            // 10,000 and 0.5
            ',' | '.' => before.is_ascii_digit() && next.is_ascii_digit(),
            _ => c.is_alphanumeric() && !is_unspaced(c),
        };
        if !joins {
            break;
        }
        end = at + c.len_utf8();
        before = c;
    }
    end
}

fn word(written: &str) -> SentenceTokenKind {
    let lower: String = written.to_lowercase().chars().map(plain_sign).collect();
    if let Some((whole, part)) = lower.split_once('.')
        && let Ok(value) = lower.parse::<f64>()
        && !whole.is_empty()
    {
        return SentenceTokenKind::Decimal(value, part.len());
    }
    match number::english(&lower.replace(',', "")) {
        Some(n) => SentenceTokenKind::Number(n),
        None => SentenceTokenKind::Word(lower),
    }
}

fn plain_sign(c: char) -> char {
    match c {
        '’' => '\'',
        '‐' | '‑' => '-',
        '–' | '—' | '―' => '—',
        '（' => '(',
        '）' => ')',
        '，' => ',',
        '；' => ';',
        '：' => ':',
        '％' => '%',
        '／' => '/',
        '。' => '.',
        '？' => '?',
        '！' => '!',
        '＝' => '=',
        c => c,
    }
}

/// Words before a full stop that ends nothing.
const SHORTENED: &[&str] =
    &["e.g", "i.e", "g", "e", "i", "vs", "cf", "ca", "approx", "no", "resp", "al", "dr", "mr", "mrs", "ms", "fig", "st"];

/// The places at which sentences end.
pub fn sentences<'a>(text: &'a str, tokens: &'a [SentenceToken]) -> Vec<Sentence<'a>> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, token) in tokens.iter().enumerate() {
        let ends = match token.kind {
            SentenceTokenKind::Sign('!' | '?') => true,
            SentenceTokenKind::Sign('.') => {
                let chinese = text[token.at.clone()].starts_with('。');
                let spaced = !text[token.at.end..].starts_with(|c: char| c.is_alphanumeric());
                let shortened =
                    matches!(at.checked_sub(1).map(|b| &tokens[b].kind), Some(SentenceTokenKind::Word(w)) if SHORTENED.contains(&&**w));
                chinese || spaced && !shortened
            }
            _ => false,
        };
        if ends || at + 1 == tokens.len() {
            out.push(Sentence { text, tokens: &tokens[start..=at] });
            start = at + 1;
        }
    }
    out
}
