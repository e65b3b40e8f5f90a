//! Lists of characters and of words that are asked at every character of a text, so they answer at once.

use super::line::Line;
use std::collections::HashSet;

/// A set of characters: one bit for each of those of the basic plane.
pub(super) struct Chars(Vec<u64>);

impl Chars {
    pub(super) fn new(chars: impl IntoIterator<Item = char>) -> Self {
        let mut bits = vec![0; 1024];
        for c in chars {
            if let Some(word) = bits.get_mut(c as usize / 64) {
                *word |= 1 << (c as usize % 64);
            }
        }
        Self(bits)
    }

    pub(super) fn has(&self, c: char) -> bool {
        self.0.get(c as usize / 64).is_some_and(|word| word & 1 << (c as usize % 64) != 0)
    }
}

/// A set of words.
pub(super) struct List {
    words: HashSet<&'static str>,
    firsts: Chars,
    lasts: Chars,
    longest: usize,
}

impl List {
    /// The words of a text, which blanks part.
    pub(super) fn new(text: &'static str) -> Self {
        Self::of(text.split_ascii_whitespace())
    }

    pub(super) fn of(words: impl Iterator<Item = &'static str>) -> Self {
        let words: HashSet<&str> = words.collect();
        // What the bits and the length are does not depend on the order in which the set hands out its words.
        let mut sorted = Vec::from_iter(words.iter().copied());
        sorted.sort_unstable();
        let firsts = Chars::new(sorted.iter().filter_map(|word| word.chars().next()));
        let lasts = Chars::new(sorted.iter().filter_map(|word| word.chars().next_back()));
        let longest = sorted.iter().map(|word| word.chars().count()).max().unwrap_or(0);
        Self { words, firsts, lasts, longest }
    }

    /// The words in order.
    pub(super) fn words(&self) -> impl Iterator<Item = &'static str> {
        let mut words = Vec::from_iter(self.words.iter().copied());
        words.sort_unstable();
        words.into_iter()
    }

    /// Whether a text is one of the words.
    pub(super) fn has(&self, word: &str) -> bool {
        word.chars().next().is_some_and(|c| self.firsts.has(c)) && self.words.contains(word)
    }

    /// The length of the longest of the words that begins at a character.
    pub(super) fn longest_at(&self, line: &Line, at: usize) -> Option<usize> {
        let most = self.longest.min(line.len().saturating_sub(at));
        let lengths = if self.firsts.has(line.at(at)) { most } else { 0 };
        (1..=lengths).rev().find(|length| self.words.contains(line.slice(at, at + length)))
    }

    /// The length of the longest of the words that ends before a character.
    pub(super) fn longest_before(&self, line: &Line, end: usize) -> Option<usize> {
        let lengths = if self.lasts.has(line.before(end)) { self.longest.min(end) } else { 0 };
        (1..=lengths).rev().find(|length| self.words.contains(line.slice(end - length, end)))
    }

    /// Whether the characters of a stretch are words of the list and nothing else, not more than some of one character.
    pub(super) fn covers(&self, line: &Line, start: usize, end: usize, single: usize) -> bool {
        let (mut at, mut left) = (start, single);
        while at < end {
            match self.longest_at(line, at) {
                Some(1) if left == 0 => return false,
                Some(length) => {
                    at += length;
                    left -= usize::from(length == 1);
                }
                None => return false,
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_is_found_from_either_side() {
        let (list, line) = (List::new("主任 副主任 任"), Line::new("王副主任来"));
        assert_eq!((list.longest_at(&line, 1), list.longest_at(&line, 0), list.longest_before(&line, 4)), (Some(3), None, Some(3)));
        assert!(list.covers(&line, 1, 4, 0) && !list.covers(&line, 0, 4, 2) && list.has("任") && !list.has("王"));
    }

    #[test]
    fn a_set_of_characters_holds_those_it_was_given() {
        let set = Chars::new("王a".chars());
        assert!(set.has('王') && set.has('a') && !set.has('李') && !set.has('\u{20000}'));
    }
}
