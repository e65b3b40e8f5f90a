//! A text as words and signs, in the one form in which a quotation and a quote are compared.
//!
//! What only looks different is made equal: Unicode forms, full-width letters, kinds of space, dash and quotation mark.
//! What may mean something else is not: capitals, accents, digits set high. Brackets are told apart by the study's notation.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::model::settings::Notation;
use crate::text::{is_hangul, is_invisible, is_unspaced};

/// Between two turns of one voice somebody else spoke: only what is left out leads over it.
pub const TURN: &str = " \u{1} ";

/// The one word of an ellipsis, however its dots are written.
pub const DOTS: &str = "…";

/// What a stretch of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotationTokenKind {
    /// A word, a character of a script without spaces, or a sign.
    Word,
    /// `[hospital]`, declared under `notation.replaced`: a word of the transcript.
    Replaced,
    /// `[crying]`, declared under `notation.sounds`: it may be left out.
    Sound,
    /// Any other bracket.
    Bracket,
    /// `[…]`
    LeftOut,
}

/// A word, a sign or a bracket, and where it is.
#[derive(Clone, Debug)]
pub struct QuotationToken {
    pub kind: QuotationTokenKind,
    pub word: String,
    pub at: Range<usize>,
}

impl QuotationToken {
    /// A quotation may end in a full stop where the speaker went on.
    pub fn closes(&self) -> bool {
        self.kind == QuotationTokenKind::Word && matches!(&*self.word, "." | "," | ";" | ":" | "、")
    }

    /// A sentence, or somebody's turn, is over.
    pub fn ends_sentence(&self) -> bool {
        self.kind == QuotationTokenKind::Word && matches!(&*self.word, "." | "?" | "!" | "\u{1}")
    }

    /// In a quotation: whether it is there in the place of words of the text, and so moves on in it.
    pub fn moves(&self) -> bool {
        matches!(self.kind, QuotationTokenKind::Word | QuotationTokenKind::Replaced | QuotationTokenKind::Sound)
    }

    /// Whether somebody spoke it: a word, and no sign.
    pub fn is_spoken(&self) -> bool {
        self.kind == QuotationTokenKind::Word && self.word.starts_with(char::is_alphanumeric)
    }
}

/// The study's notation in the form of [`normal`]; without brackets of its own it is taken to be in square ones.
pub struct NotationMarks(Vec<(QuotationTokenKind, String)>);

impl NotationMarks {
    pub fn new(notation: &Notation) -> NotationMarks {
        let of = |kind: QuotationTokenKind, written: &str| {
            let written = normal(written.trim());
            let bare = written.starts_with(char::is_alphanumeric);
            (kind, if bare { format!("[{written}]") } else { written }.to_lowercase())
        };
        let replaced = notation.replaced.iter().map(|w| of(QuotationTokenKind::Replaced, w));
        let mut marks: Vec<_> = replaced.chain(notation.sounds.iter().map(|w| of(QuotationTokenKind::Sound, w))).collect();
        marks.retain(|(_, mark)| !mark.is_empty());
        NotationMarks(marks)
    }

    /// The mark at the beginning of a text, and how long it is there.
    fn at(&self, text: &str) -> Option<(QuotationTokenKind, usize)> {
        self.0.iter().find_map(|(kind, mark)| {
            let mut length = 0;
            let mut expected = mark.chars();
            for c in text.chars() {
                let Some(first) = expected.clone().next() else { break };
                if !c.to_lowercase().eq([first]) {
                    return None;
                }
                expected.next();
                length += c.len_utf8();
            }
            expected.next().is_none().then_some((*kind, length))
        })
    }
}

/// A text in the Unicode form in which it is compared. It still looks as it was written.
pub fn normal(text: &str) -> String {
    let same = text.chars().filter(|c| !is_invisible(*c)).flat_map(|c| {
        let plain = std::iter::once(c);
        match c as u32 {
            // Ligatures, Arabic forms, full and half width: the same letters in another shape.
            0xFB00..=0xFDFF | 0xFE70..=0xFEFF | 0xFF00..=0xFFEF => plain.nfkc().collect::<Vec<_>>(),
            _ => plain.collect(),
        }
    });
    same.map(|c| match c {
        '【' | '〔' => '[',
        '】' | '〕' => ']',
        c => c,
    })
    .nfc()
    .collect()
}

/// Words with their punctuation apart; scripts without spaces fall into characters. The text must be [`normal`].
pub fn tokens(text: &str, marks: &NotationMarks) -> Vec<QuotationToken> {
    let mut out: Vec<QuotationToken> = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let (kind, length) = marks.at(rest).or_else(|| bracket(rest)).unwrap_or_else(|| (QuotationTokenKind::Word, stretch(rest)));
        let written = &rest[..length];
        let word = match kind {
            QuotationTokenKind::LeftOut => DOTS.to_owned(),
            QuotationTokenKind::Word => plain_word(written),
            _ => inside(written).to_lowercase(),
        };
        let again = word == "-" && out.last().is_some_and(|t| t.word == "-" && t.at.end == at);
        if !word.is_empty() && !again {
            out.push(QuotationToken { kind, word, at: at..at + length });
        }
        at += length.max(c.len_utf8());
    }
    out
}

/// A bracket in square brackets, or dots in round ones.
fn bracket(rest: &str) -> Option<(QuotationTokenKind, usize)> {
    let close = match rest.chars().next()? {
        '[' => ']',
        '(' => ')',
        _ => return None,
    };
    let end = rest[1..].find(close)? + 1;
    let dots = !rest[1..end].trim().is_empty() && rest[1..end].chars().all(|c| is_dot(c) || c.is_whitespace());
    match (dots, close) {
        (true, _) => Some((QuotationTokenKind::LeftOut, end + 1)),
        (false, ']') => Some((QuotationTokenKind::Bracket, end + 1)),
        _ => None,
    }
}

/// What is inside a bracket.
fn inside(written: &str) -> &str {
    written.strip_prefix('[').and_then(|w| w.strip_suffix(']')).unwrap_or(written).trim()
}

/// How far the first word or sign of a text goes.
fn stretch(rest: &str) -> usize {
    let Some(first) = rest.chars().next() else { return 0 };
    if is_dot(first) {
        return dots(rest);
    }
    if !first.is_alphanumeric() || stands_alone(first) {
        return first.len_utf8();
    }
    let goes_on = |c: char| c.is_alphanumeric() && !stands_alone(c) || is_combining_mark(c) || plain_sign(c) == '\'';
    let end = rest.find(|c| !goes_on(c)).unwrap_or(rest.len());
    // An apostrophe at a word's end is a closing quotation mark.
    rest[..end].trim_end_matches(|c| plain_sign(c) == '\'').len()
}

/// `…`, `...` and `. . .` as one; a single full stop by itself.
fn dots(rest: &str) -> usize {
    let mut end = 0;
    let mut seen = 0;
    for (at, c) in rest.char_indices() {
        if is_dot(c) {
            seen += 1;
            end = at + c.len_utf8();
        } else if c != ' ' || seen == 0 || at != end {
            break;
        }
    }
    let first = rest.chars().next().map_or(0, char::len_utf8);
    // Two full stops with a space between them are no ellipsis.
    if rest[..end].chars().filter(|c| is_dot(*c)).count() == 2 && rest[..end].contains(' ') { first } else { end }
}

fn is_dot(c: char) -> bool {
    matches!(c, '.' | '…' | '⋯' | '。' | '‥')
}

fn plain_word(written: &str) -> String {
    if written.starts_with(is_dot) {
        let many = written.chars().count() > 1 || written.starts_with(['…', '⋯', '‥']);
        return if many { DOTS } else { "." }.to_owned();
    }
    let word: String = written.chars().map(plain_sign).collect();
    if matches!(word.trim(), "" | "\"" | "'") { String::new() } else { word }
}

fn plain_sign(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | 'ʼ' | '`' | '´' | '‹' | '›' | '′' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' | '〝' | '〞' | '″' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '⸺' | '─' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Scripts that are written without spaces, and Korean, whose spacing varies.
pub fn stands_alone(c: char) -> bool {
    is_unspaced(c) || is_hangul(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        tokens(&normal(text), &NotationMarks::new(&Notation::default())).into_iter().map(|t| t.word).collect()
    }

    #[test]
    fn what_only_looks_different_is_equal() {
        for (one, other) in [
            ("Cafe\u{301}, “yes” – don’t", "Café, \"yes\" — don't"),
            ("ﬁrst ＡＢＣ，１", "first ABC,1"),
            ("wait... no", "wait… no"),
            ("wait . . . no", "wait ⋯ no"),
            ("ガ\u{200B}ス", "ｶﾞｽ"),
            ("하늘", "\u{1112}\u{1161}\u{1102}\u{1173}\u{11AF}"),
            ("well--known", "well—known"),
            ("« Non\u{202F}! »", "\"Non!\""),
            ("co\u{AD}operate", "cooperate"),
        ] {
            assert_eq!(words(one), words(other));
        }
    }

    #[test]
    fn what_may_mean_something_else_is_not() {
        for (one, other) in
            [("m²", "m2"), ("Us", "us"), ("resume", "résumé"), ("well known", "well-known"), ("its", "it's"), ("No.", "No…"), ("½", "1/2")]
        {
            assert_ne!(words(one), words(other), "{one}");
        }
    }

    #[test]
    fn brackets_are_told_apart_by_the_notation() {
        let notation = Notation { replaced: vec!["[hospital]".into()], sounds: vec!["(laughs)".into(), "pause".into()] };
        let text = normal("At [Hospital] (laughs) [pause] [he] […] (...) （……） [. . .] (no)");
        let kinds: Vec<QuotationTokenKind> = tokens(&text, &NotationMarks::new(&notation)).into_iter().map(|t| t.kind).collect();
        let left_out = [QuotationTokenKind::LeftOut; 4];
        let start = [
            QuotationTokenKind::Word,
            QuotationTokenKind::Replaced,
            QuotationTokenKind::Sound,
            QuotationTokenKind::Sound,
            QuotationTokenKind::Bracket,
        ];
        assert_eq!(kinds, [&start[..], &left_out, &[QuotationTokenKind::Word; 3]].concat());
    }
}
