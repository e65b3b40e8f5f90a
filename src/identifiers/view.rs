//! A text as a reader sees it: without what is invisible, without the marks of Markdown and HTML inside words, with one form for
//! each letter, digit, dash and space. Each of its characters knows where it was written.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::signs;
use crate::text::{is_cjk, is_invisible};

pub struct View<'w> {
    text: Cow<'w, str>,
    /// For each character of the text: where it begins in it, and where it was written. Of a text that is seen as it was written,
    /// nothing.
    origins: Vec<Origin>,
}

impl<'w> View<'w> {
    pub fn new(written: &'w str) -> View<'w> {
        if signs::is_plain(written) {
            return View { text: Cow::Borrowed(written), origins: Vec::new() };
        }
        let seen = Seen::new(written);
        View { text: Cow::Owned(seen.text), origins: seen.origins }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a range of the text was written.
    pub fn origin(&self, range: Range<usize>) -> Range<usize> {
        if let Cow::Borrowed(_) = self.text {
            return range;
        }
        let first = self.origins.partition_point(|(at, _)| (*at as usize) < range.start);
        let last = self.origins.partition_point(|(at, _)| (*at as usize) < range.end);
        match (self.origins.get(first), last.checked_sub(1).and_then(|last| self.origins.get(last))) {
            (Some((_, first)), Some((_, last))) if first.start < last.end => first.start as usize..last.end as usize,
            _ => 0..0,
        }
    }
}

/// Where a character is seen to begin, and the range in which it was written. A study's files are smaller than 4 GiB.
type Origin = (u32, Range<u32>);

/// What is seen of a text that is not plain.
struct Seen {
    text: String,
    origins: Vec<Origin>,
}

impl Seen {
    fn new(written: &str) -> Seen {
        let mut view = Seen { text: String::with_capacity(written.len()), origins: Vec::with_capacity(written.chars().count()) };
        let mut rest = written.char_indices().peekable();
        while let Some((at, c)) = rest.next() {
            let end = at + c.len_utf8();
            let from = at as u32..end as u32;
            if c.is_ascii_alphanumeric() {
                view.push(c, from);
            } else if c == '<' {
                let length = tag(&written[at..]);
                if length == 0 {
                    view.push(c, from);
                }
                while length > 0 && rest.peek().is_some_and(|(next, _)| *next < at + length) {
                    rest.next();
                }
            } else if matches!(c, '*' | '`') || c == '_' && is_mark(written, at) {
                // A mark beside a letter is Markdown's; one between spaces is the writer's.
                if view.text.ends_with(' ') && written[end..].starts_with(' ') {
                    view.push(c, from);
                }
            } else if c == '\\' && written[end..].starts_with(|next: char| next.is_ascii_punctuation()) {
                // An escape of Markdown's.
            } else if let Some(latin) =
                lookalike(c).filter(|_| view.ends_with_latin() || written[end..].starts_with(|c: char| c.is_ascii_alphabetic()))
            {
                view.push(latin, from);
            } else if !is_invisible(c) {
                view.take(c, from);
            }
        }
        view.close_spaces()
    }

    fn ends_with_latin(&self) -> bool {
        self.text.ends_with(|c: char| c.is_ascii_alphabetic())
    }

    fn push(&mut self, c: char, from: Range<u32>) {
        self.origins.push((self.text.len() as u32, from));
        self.text.push(c);
    }

    fn take(&mut self, c: char, from: Range<u32>) {
        match c {
            c if c.is_whitespace() => self.push(' ', from),
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' => self.push('-', from),
            '‘' | '’' | '‛' | 'ʼ' | '＇' => self.push('\'', from),
            '“' | '”' | '„' | '‟' => self.push('"', from),
            // Full-width forms of what ASCII has, which follow it in the same order.
            '\u{ff01}'..='\u{ff5e}' => self.push(char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c), from),
            // Other forms of one width, and mathematical letters and digits.
            '\u{ff5f}'..='\u{ffee}' | '\u{1d400}'..='\u{1d7ff}' => {
                std::iter::once(c).nfkc().for_each(|plain| self.push(plain, from.clone()))
            }
            c => self.push(c, from),
        }
    }

    /// Without the spaces between two characters of a script that sets none.
    fn close_spaces(mut self) -> Seen {
        if self.text.is_ascii() || !self.text.contains(' ') {
            return self;
        }
        let chars: Vec<char> = self.text.chars().collect();
        if !chars.iter().any(|c| is_cjk(*c)) {
            return self;
        }
        let origins = std::mem::take(&mut self.origins);
        self.text.clear();
        for (at, (c, (_, from))) in chars.iter().zip(origins).enumerate() {
            let joins = at > 0 && is_cjk(chars[at - 1]) && chars.get(at + 1).is_some_and(|next| is_cjk(*next));
            if *c != ' ' || !joins {
                self.push(*c, from);
            }
        }
        self
    }
}

/// The length of an HTML tag at the beginning of a text; 0 where there is none.
fn tag(text: &str) -> usize {
    const LONGEST: usize = 200;
    let begins = text[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    text.bytes().take(LONGEST).position(|byte| byte == b'>').filter(|end| begins && !text[..*end].contains('@')).map_or(0, |end| end + 1)
}

/// Whether an underscore is Markdown's: doubled, or at the edge of a word.
fn is_mark(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + 1..].chars().next();
    before == Some('_') || after == Some('_') || !(before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric))
}

/// The Latin letter that a letter of another alphabet is taken for, where it is among Latin ones.
fn lookalike(c: char) -> Option<char> {
    const PAIRS: &str = "аaеeоoрpсcхxуyіiјjѕsԁdһhқkаaАAВBЕEКKМMНHОOРPСCТTУYХXІIЅSЈJαaοoνvρpυuιiκkΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";
    if c.is_ascii() || !matches!(u32::from(c), 0x370..=0x52f) {
        return None;
    }
    let mut letters = PAIRS.chars();
    std::iter::from_fn(|| letters.next().zip(letters.next())).find(|(other, _)| *other == c).map(|(_, latin)| latin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_is_what_is_read_and_knows_where_it_was_written() {
        for (written, seen) in [
            ("**E**N19\u{a0}PCV", "EN19 PCV"),
            ("Ro\u{ad}ber\u{200b}ta", "Roberta"),
            ("０２１－８１", "021-81"),
            ("灞 桥 nearby", "灞桥 nearby"),
            ("Ma<b>ry</b> O’Hara", "Mary O'Hara"),
            ("a * b", "a * b"),
            ("@sammys_dad", "@sammys_dad"),
            ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
            ("Brеndа аnd Ольга", "Brenda and Ольга"),
            ("write to <a@b.example> now", "write to <a@b.example> now"),
        ] {
            assert_eq!(View::new(written).text(), seen, "{written}");
        }
        let written = "so **E**N19 PCV.";
        let view = View::new(written);
        let at = view.text().find("EN19 PCV").unwrap();
        assert_eq!(&written[view.origin(at..at + 8)], "E**N19 PCV");
    }
}
