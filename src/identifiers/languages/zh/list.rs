//! Lists of words that are asked at every character of a text, so they answer at once: which characters their words begin and end
//! with is known beforehand.

use super::text::ZhText;

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

/// The words of one or more files of `data/zh`.
pub(super) struct List {
    words: Vec<&'static str>,
    firsts: Characters,
    lasts: Characters,
    longest: usize,
}

impl List {
    pub(super) fn new(files: &[&'static str]) -> Self {
        let mut words: Vec<&'static str> = files.iter().flat_map(|file| entries(file)).collect();
        words.sort_unstable();
        let firsts = Characters::new(words.iter().filter_map(|word| word.chars().next()));
        let lasts = Characters::new(words.iter().filter_map(|word| word.chars().next_back()));
        let longest = words.iter().map(|word| word.chars().count()).max().unwrap_or(0);
        Self { words, firsts, lasts, longest }
    }

    /// Whether a string is one of the words.
    pub(super) fn has(&self, word: &str) -> bool {
        word.chars().next().is_some_and(|c| self.firsts.has(c)) && self.words.binary_search(&word).is_ok()
    }

    /// The length of the longest of the words that begins at a character.
    pub(super) fn longest_at(&self, text: &ZhText, at: usize) -> Option<usize> {
        let most = self.longest.min(text.len().saturating_sub(at));
        let lengths = if self.firsts.has(text.at(at)) { most } else { 0 };
        (1..=lengths).rev().find(|length| self.has(text.slice(at, at + length)))
    }

    /// The length of the longest of the words that ends before a character.
    pub(super) fn longest_before(&self, text: &ZhText, end: usize) -> Option<usize> {
        let lengths = if self.lasts.has(text.before(end)) { self.longest.min(end) } else { 0 };
        (1..=lengths).rev().find(|length| self.has(text.slice(end - length, end)))
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

/// The entries of a file of `data/zh`: one a line, below a head of `#` lines.
fn entries(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#'))
}

/// The text of a file of `data/zh`.
macro_rules! data {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/zh/", $name, ".txt"))
    };
}

/// A [`List`] of files of `data/zh`, read when it is first asked.
macro_rules! list {
    ($($name:literal),+) => {
        std::sync::LazyLock::new(|| $crate::identifiers::languages::zh::list::List::new(&[$($crate::identifiers::languages::zh::list::data!($name)),+]))
    };
}

/// A set of the [`Characters`] that are the entries of files of `data/zh`, read when it is first asked.
macro_rules! characters {
    ($($name:literal),+) => {
        std::sync::LazyLock::new(|| {
            let files = [$($crate::identifiers::languages::zh::list::data!($name)),+];
            let entries = files.iter().flat_map(|file| file.lines().filter(|line| !line.starts_with('#')));
            $crate::identifiers::languages::zh::list::Characters::new(entries.flat_map(str::chars))
        })
    };
}

pub(super) use {characters, data, list};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_is_found_from_either_side() {
        let (list, text) = (List::new(&["# Titles.\n主任\n任\n", "副主任\n"]), ZhText::new("王副主任来"));
        assert_eq!((list.longest_at(&text, 1), list.longest_at(&text, 0), list.longest_before(&text, 4)), (Some(3), None, Some(3)));
        assert!(list.covers(&text, 1, 4, 0) && !list.covers(&text, 0, 4, 2) && list.has("任") && !list.has("王"));
    }

    #[test]
    fn a_set_of_characters_holds_those_it_was_given() {
        let set = Characters::new("王a".chars());
        assert!(set.has('王') && set.has('a') && !set.has('李') && !set.has('\u{20000}'));
    }
}
