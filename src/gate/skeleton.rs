//! A text as its bare letters, and what is in the gaps between them.
//!
//! ```text
//! text      M a <b> r y ’ s     w o r d s
//! letters   m a     r y   s     w o r d s
//! gaps      #   ·   ~     '     _           #        # edge  ~ soft  ' punctuation  _ space
//! ```
//!
//! A site is read here byte by byte, so the way of an ASCII byte is a table and two stores, without a branch on what it
//! is. All other characters go through [`fold`].

use super::fold::{self, FoldStep};
use super::gaps::{MARKED, PUNCT, SOFT, SPACE};
use crate::text::is_han;

/// The most bytes that one letter takes, and so the room to have before one is written.
const WIDEST: usize = 4;

/// Letters and gaps of a text. The buffers are kept from one text to the next.
#[derive(Default)]
pub(super) struct Skeleton {
    letters: Vec<u8>,
    gaps: Vec<u8>,
    /// How much of both buffers is written.
    length: usize,
    /// Where the last letter (or tail) begins: a mark that follows belongs to it.
    letter: usize,
    /// What has been met since the last letter.
    gap: u8,
}

impl Skeleton {
    /// Takes `text` in the place of what was there.
    pub(super) fn fill(&mut self, text: &str) {
        self.clear();
        let mut rest = text;
        loop {
            rest = &rest[self.push_ascii(rest.as_bytes())..];
            let mut others = rest.chars();
            // One at a time would go back to the quick way after each, which in Chinese is of no use.
            loop {
                rest = others.as_str();
                match others.next() {
                    None => return self.finish(),
                    Some(c) if c.is_ascii() => break,
                    Some(c) => self.push_other(c),
                }
            }
        }
    }

    /// As [`fill`](Self::fill), and gives for each byte of the letters the byte of `text` that it came from.
    pub(super) fn fill_traced(&mut self, text: &str) -> Vec<usize> {
        self.clear();
        let mut origins = Vec::new();
        for (at, c) in text.char_indices() {
            self.push(c);
            origins.resize(self.length, at);
        }
        self.finish();
        origins
    }

    /// The letters and digits, folded, in UTF-8.
    pub(super) fn letters(&self) -> &[u8] {
        &self.letters[..self.length]
    }

    /// For each byte of the letters what is before it (nothing, within a character), and last what is at the end.
    pub(super) fn gaps(&self) -> &[u8] {
        &self.gaps[..=self.length]
    }

    fn clear(&mut self) {
        self.length = 0;
        self.letter = 0;
        self.gap = SPACE | PUNCT;
    }

    fn finish(&mut self) {
        self.make_room(WIDEST);
        self.gaps[self.length] = self.gap | SPACE | PUNCT;
    }

    fn push(&mut self, c: char) {
        match u8::try_from(c) {
            Ok(byte) if byte.is_ascii() => {
                self.push_ascii(&[byte]);
            }
            _ => self.push_other(c),
        }
    }

    /// Takes the ASCII that `bytes` begin with, and gives how many they were.
    fn push_ascii(&mut self, bytes: &[u8]) -> usize {
        self.make_room(bytes.len());
        let letters = &mut self.letters[self.length..][..bytes.len()];
        let gaps = &mut self.gaps[self.length..][..bytes.len()];
        let (mut written, mut taken, mut gap) = (0, 0, self.gap);
        for &byte in bytes {
            let Some([folded, between]) = ASCII.get(usize::from(byte)) else { break };
            // Written whatever it is, and kept only if it is a letter: cheaper than to ask first.
            letters[written] = *folded;
            gaps[written] = gap;
            let is_letter = *between == 0;
            written += usize::from(is_letter);
            gap = if is_letter { 0 } else { gap | between };
            taken += 1;
        }
        if written > 0 {
            self.letter = self.length + written - 1;
        }
        self.length += written;
        self.gap = gap;
        taken
    }

    fn push_other(&mut self, c: char) {
        if is_han(c) {
            self.push_letter(c, SOFT);
        } else {
            fold::steps(c, |step| match step {
                FoldStep::Letter { letter, around } => self.push_letter(letter, around),
                FoldStep::Tail(tail) => self.push_tail(tail),
                FoldStep::Mark => self.mark(),
                FoldStep::Gap(met) => self.gap |= met,
            });
        }
    }

    /// Takes a letter with what is on either side of it by its nature.
    fn push_letter(&mut self, letter: char, around: u8) {
        self.push_char(letter, self.gap | around);
        self.gap = around;
    }

    /// Takes what belongs to the letter before it. After a script without spaces it moves the soft gap on.
    fn push_tail(&mut self, tail: char) {
        self.push_char(tail, self.gap & !SOFT);
        self.gap &= SOFT;
    }

    fn push_char(&mut self, c: char, gap: u8) {
        self.make_room(WIDEST);
        let width = c.encode_utf8(&mut self.letters[self.length..]).len();
        self.letter = self.length;
        self.gaps[self.length..][..width].fill(0);
        self.gaps[self.length] = gap;
        self.length += width;
    }

    /// Notes that the last letter is marked. On a space a mark is a character of its own.
    fn mark(&mut self) {
        if self.gap & (SPACE | PUNCT) == 0 {
            self.gaps[self.letter] |= MARKED;
        }
    }

    fn make_room(&mut self, more: usize) {
        let needed = self.length + more.max(WIDEST);
        if self.letters.len() < needed {
            self.letters.resize(needed, 0);
            self.gaps.resize(needed, 0);
        }
    }
}

/// For each ASCII byte the letter that it folds to, and what it is between letters: 0 for a letter or digit.
static ASCII: [[u8; 2]; 128] = {
    let mut table = [[0; 2]; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'A'..=b'Z' => [byte.to_ascii_lowercase(), 0],
            b'\t'..=b'\r' | b' ' | b'-' | b'_' => [0, SPACE],
            // What cannot be seen may be between any two letters, as the NULs of UTF-16 do.
            0..b'\t' | 14..b' ' | 127 => [0, SOFT],
            _ => [0, PUNCT],
        };
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> String {
        let mut skeleton = Skeleton::default();
        skeleton.fill(text);
        String::from_utf8(skeleton.letters().to_vec()).unwrap()
    }

    #[test]
    fn letters_are_bare_and_folded() {
        assert_eq!(letters("Ma-RY’s 2 words"), "marys2words");
        assert_eq!(letters("Weiß, Ægir & Łódź"), "weissaegirlodz");
        assert_eq!(letters("ＭＡＲＹ ﬁn İI ıi Σςσ"), "maryfiniiiiσσσ");
    }

    #[test]
    fn composed_and_decomposed_are_one() {
        for (composed, decomposed) in [("é", "e\u{301}"), ("が", "か\u{3099}"), ("각", "각"), ("ệ", "e\u{302}\u{323}")] {
            assert_eq!(letters(composed), letters(decomposed));
        }
    }

    #[test]
    fn gaps_tell_what_stood_there() {
        let mut skeleton = Skeleton::default();
        skeleton.fill("a b\u{1}c'd. eéf王芳");
        let bytes = "abcdeef王芳".len();
        assert_eq!(skeleton.letters().len(), bytes);
        let edge = SPACE | PUNCT;
        let expected = [edge, SPACE, SOFT, PUNCT, PUNCT | SPACE, MARKED, 0, SOFT, 0, 0, SOFT, 0, 0, SOFT | SPACE | PUNCT];
        assert_eq!(skeleton.gaps(), expected);
    }

    #[test]
    fn origins_point_at_the_characters_of_the_text() {
        let mut skeleton = Skeleton::default();
        assert_eq!(skeleton.fill_traced("a-éß"), [0, 2, 4, 4]);
    }
}
