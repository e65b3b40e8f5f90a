//! A list of words as a file of `data/`: one entry a line, sorted by bytes, lines of `#` at its head.
//!
//! The file's text is the list: looking a word up is a binary search between line ends, so nothing is built when the program starts.

use std::cmp::Ordering;

#[derive(Clone, Copy)]
pub struct WordList(&'static str);

impl WordList {
    pub const fn new(text: &'static str) -> WordList {
        WordList(text)
    }

    /// Whether the list has exactly this entry.
    pub fn contains(&self, word: &str) -> bool {
        let (text, word) = (self.0.as_bytes(), word.as_bytes());
        if word.is_empty() {
            return false;
        }
        let (mut low, mut high) = (0, text.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let start = memchr::memrchr(b'\n', &text[low..middle]).map_or(low, |at| low + at + 1);
            let end = memchr::memchr(b'\n', &text[middle..high]).map_or(high, |at| middle + at);
            match text[start..end].cmp(word) {
                Ordering::Equal => return true,
                Ordering::Less => low = (end + 1).min(high),
                Ordering::Greater => high = start,
            }
        }
        false
    }

    /// The entries, in order.
    pub fn entries(&self) -> impl Iterator<Item = &'static str> {
        self.0.lines().filter(|line| !line.starts_with('#'))
    }

    /// The entries as alternatives of a pattern, the longer first, so that none hides one that begins like it.
    pub fn alternatives(&self) -> String {
        let mut entries: Vec<&str> = self.entries().collect();
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.len()));
        let escaped: Vec<String> = entries.into_iter().map(regex::escape).collect();
        format!("(?:{})", escaped.join("|"))
    }

    #[cfg(test)]
    pub fn text(&self) -> &'static str {
        self.0
    }
}

/// A word list of `data/`, by its path there.
macro_rules! word_list {
    ($path:literal) => {
        $crate::identifiers::word_list::WordList::new(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/", $path)))
    };
}

pub(in crate::identifiers) use word_list;

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: WordList = WordList::new("# Something\n# Licence: none\nab\nabc\nb c\nz\n");

    #[test]
    fn each_entry_is_found_and_nothing_else() {
        assert!(LIST.entries().all(|entry| LIST.contains(entry)));
        assert_eq!(LIST.entries().count(), 4);
        for word in ["", "a", "abcd", "b", "c", "zz", "# Something", "\n", "ab\nabc"] {
            assert!(!LIST.contains(word) || word.starts_with('#'), "{word:?}");
        }
    }

    #[test]
    fn alternatives_prefer_the_longer_and_take_signs_as_written() {
        assert_eq!(WordList::new("# x\na.\na.b\n").alternatives(), r"(?:a\.b|a\.)");
    }
}
