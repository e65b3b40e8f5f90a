//! Lists of words that are asked at every character of a text, so they answer at once: which characters their words begin and end
//! with is known beforehand.

use super::text::ZhText;
use crate::identifiers::word_list::WordList;

/// A set of characters: one bit for each of those of the basic plane.
pub(super) struct Characters(Vec<u64>);

impl Characters {
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

/// The words of one or more lists of `data/zh`.
pub(super) struct List {
    lists: &'static [WordList],
    firsts: Characters,
    lasts: Characters,
    longest: usize,
}

impl List {
    pub(super) fn new(lists: &'static [WordList]) -> Self {
        let words = || lists.iter().flat_map(|list| list.entries());
        let firsts = Characters::new(words().filter_map(|word| word.chars().next()));
        let lasts = Characters::new(words().filter_map(|word| word.chars().next_back()));
        let longest = words().map(|word| word.chars().count()).max().unwrap_or(0);
        Self { lists, firsts, lasts, longest }
    }

    /// Whether a string is one of the words.
    pub(super) fn has(&self, word: &str) -> bool {
        word.chars().next().is_some_and(|c| self.firsts.has(c)) && self.contains(word)
    }

    fn contains(&self, word: &str) -> bool {
        self.lists.iter().any(|list| list.contains(word))
    }

    /// The length of the longest of the words that begins at a character.
    pub(super) fn longest_at(&self, text: &ZhText, at: usize) -> Option<usize> {
        if !self.firsts.has(text.at(at)) {
            return None;
        }
        let most = self.longest.min(text.len().saturating_sub(at));
        (1..=most).rev().find(|length| self.lasts.has(text.at(at + length - 1)) && self.contains(text.slice(at, at + length)))
    }

    /// The length of the longest of the words that ends before a character.
    pub(super) fn longest_before(&self, text: &ZhText, end: usize) -> Option<usize> {
        if !self.lasts.has(text.before(end)) {
            return None;
        }
        let most = self.longest.min(end);
        (1..=most).rev().find(|length| self.firsts.has(text.at(end - length)) && self.contains(text.slice(end - length, end)))
    }

    /// Whether the characters of a stretch are words of the list and nothing else, not more than some of one character.
    pub(super) fn covers(&self, text: &ZhText, start: usize, end: usize, single: usize) -> bool {
        let (mut at, mut left) = (start, single);
        while at < end {
            match self.longest_at(text, at) {
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

/// A [`List`] of files by their path in `data`, whose ends are read when it is first asked.
macro_rules! list {
    ($($path:literal),+) => {
        std::sync::LazyLock::new(|| {
            const LISTS: &[$crate::identifiers::word_list::WordList] =
                &[$($crate::identifiers::word_list::word_list!($path)),+];
            $crate::identifiers::languages::zh::list::List::new(LISTS)
        })
    };
}

/// A set of the [`Characters`] that are the entries of a file of `data/zh`, read when it is first asked.
macro_rules! characters {
    ($path:literal) => {
        std::sync::LazyLock::new(|| {
            let list = $crate::identifiers::word_list::word_list!($path);
            $crate::identifiers::languages::zh::list::Characters::new(list.entries().flat_map(str::chars))
        })
    };
}

pub(super) use {characters, list};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifiers::word_list::word_list;

    #[test]
    fn the_longest_word_is_found_from_either_side() {
        const LISTS: &[WordList] = &[word_list!("zh/titles.txt"), word_list!("zh/small-words.txt")];
        let (list, text) = (List::new(LISTS), ZhText::new("王副主任来"));
        assert_eq!((list.longest_at(&text, 1), list.longest_at(&text, 0), list.longest_before(&text, 4)), (Some(3), None, Some(3)));
        assert!(list.covers(&text, 1, 5, 1) && !list.covers(&text, 1, 5, 0) && !list.covers(&text, 0, 4, 2));
        assert!(list.has("任意") == list.has("王") && list.has("来"));
    }

    #[test]
    fn a_set_of_characters_holds_those_it_was_given() {
        let set = Characters::new("王a".chars());
        assert!(set.has('王') && set.has('a') && !set.has('李') && !set.has('\u{20000}'));
    }
}
