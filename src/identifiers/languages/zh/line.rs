//! A text as its characters and the words it is cut into.

use super::lexicon::{self, Speech};
use std::ops::Range;

/// A word, in characters of the line.
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The part of speech by jieba's dictionary.
    pub(super) speech: Speech,
}

impl Word {
    pub(super) fn len(&self) -> usize {
        self.end - self.start
    }
}

/// A text, its characters and its words.
pub(super) struct Line<'a> {
    text: &'a str,
    chars: Vec<char>,
    /// The byte at which each character begins, and the length of the text.
    offsets: Vec<usize>,
    pub(super) words: Vec<Word>,
    /// The word that each character belongs to.
    owner: Vec<usize>,
    brackets: Vec<Range<usize>>,
}

impl<'a> Line<'a> {
    /// Cuts a text into words.
    pub(super) fn new(text: &'a str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let offsets = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut owner = vec![0; chars.len()];
        let mut words = Vec::new();
        for tag in lexicon::jieba().tag(text, false) {
            owner[tag.start..tag.end].fill(words.len());
            words.push(Word { start: tag.start, end: tag.end, speech: lexicon::speech(tag.word, tag.tag) });
        }
        let brackets = brackets(&chars);
        Self { text, chars, offsets, words, owner, brackets }
    }

    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The character at a place, or a full stop beyond the ends.
    pub(super) fn at(&self, at: usize) -> char {
        self.chars.get(at).copied().unwrap_or('。')
    }

    /// The character before a place, or a full stop.
    pub(super) fn before(&self, at: usize) -> char {
        at.checked_sub(1).map_or('。', |at| self.at(at))
    }

    /// The text of some characters; what lies beyond the end is left off.
    pub(super) fn slice(&self, start: usize, end: usize) -> &'a str {
        let end = end.min(self.len());
        if start >= end { "" } else { &self.text[self.offsets[start]..self.offsets[end]] }
    }

    pub(super) fn text_of(&self, word: &Word) -> &'a str {
        self.slice(word.start, word.end)
    }

    /// The index of the word that holds a character.
    pub(super) fn word_at(&self, at: usize) -> Option<usize> {
        self.owner.get(at).copied()
    }

    /// Whether a word begins at a character; so does nothing, after the end.
    pub(super) fn begins_word(&self, at: usize) -> bool {
        self.word_at(at).is_none_or(|word| self.words[word].start == at)
    }

    /// Whether the characters from `at` on are these.
    pub(super) fn has(&self, at: usize, word: &str) -> bool {
        self.offsets.get(at).is_some_and(|&byte| self.text[byte..].starts_with(word))
    }

    /// Whether the characters before `at` are these.
    pub(super) fn has_before(&self, at: usize, word: &str) -> bool {
        self.offsets.get(at).is_some_and(|&byte| self.text[..byte].ends_with(word))
    }

    /// Whether some of the characters stand in square brackets.
    pub(super) fn in_brackets(&self, chars: &Range<usize>) -> bool {
        self.brackets.iter().any(|one| chars.start < one.end && one.start < chars.end)
    }

    pub(super) fn bytes(&self, chars: &Range<usize>) -> Range<usize> {
        self.offsets[chars.start]..self.offsets[chars.end]
    }
}

fn brackets(chars: &[char]) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut open = None;
    for (at, c) in chars.iter().enumerate() {
        match c {
            '[' | '［' | '【' => open = Some(at),
            ']' | '］' | '】' => all.extend(open.take().map(|start| start..at + 1)),
            _ => {}
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_beyond_the_ends_are_full_stops() {
        let line = Line::new("好人");
        assert_eq!((line.before(0), line.at(0), line.at(2)), ('。', '好', '。'));
        assert_eq!(line.slice(1, 9), "人");
    }

    #[test]
    fn a_word_is_found_by_any_of_its_characters() {
        let line = Line::new("我在医院，a好");
        let word = line.word_at(3).map(|at| line.text_of(&line.words[at]));
        assert_eq!(word, Some("医院"));
        assert_eq!(line.bytes(&(2..4)), 6..12);
    }

    #[test]
    fn brackets_cover_what_touches_them() {
        let line = Line::new("在[某地]住");
        assert!(line.in_brackets(&(2..4)) && !line.in_brackets(&(0..1)) && !line.in_brackets(&(5..6)));
    }
}
