//! A list of words as a file of `data/`: one entry a line, sorted by bytes, lines of `#` at its head.
//!
//! The file's text is the list, and the build script has written an index of it: nothing is built when the program starts.

use super::word_hash::hash;

#[derive(Clone, Copy)]
pub struct WordList {
    text: &'static str,
    /// By the hash of an entry where it begins in the text, plus one, as the build script writes it.
    index: &'static [u8],
}

impl WordList {
    pub const fn new(text: &'static str, index: &'static [u8]) -> WordList {
        WordList { text, index }
    }

    /// Whether the list has exactly this entry.
    pub fn contains(&self, word: &str) -> bool {
        let places = self.index.len() / 4;
        if word.is_empty() || places == 0 {
            return false;
        }
        // A power of two.
        let mut place = hash(word.as_bytes()) & (places - 1);
        while let Some(start) = self.entry(place) {
            let rest = &self.text.as_bytes()[start..];
            if rest.starts_with(word.as_bytes()) && matches!(rest.get(word.len()), Some(b'\n') | None) {
                return true;
            }
            place = (place + 1) & (places - 1);
        }
        false
    }

    /// Where the entry of a place in the index begins.
    fn entry(&self, place: usize) -> Option<usize> {
        let bytes = self.index.get(place * 4..place * 4 + 4)?;
        (u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]) as usize).checked_sub(1)
    }

    /// The entries, in order.
    pub fn entries(self) -> impl Iterator<Item = &'static str> {
        self.text.lines().filter(|line| !line.starts_with('#'))
    }

    /// The entries as alternatives of a pattern, the longer first, so that none hides one that begins like it.
    pub fn alternatives(&self) -> String {
        let mut entries: Vec<&str> = self.entries().collect();
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.len()));
        let escaped: Vec<String> = entries.into_iter().map(regex::escape).collect();
        format!("(?:{})", escaped.join("|"))
    }
}

/// A word list of `data/`, by its path there.
macro_rules! word_list {
    ($path:literal) => {
        $crate::identifiers::word_list::WordList::new(
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/", $path)),
            include_bytes!(concat!(env!("OUT_DIR"), "/data/", $path)),
        )
    };
}

pub(in crate::identifiers) use word_list;

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: WordList = word_list!("en/months.txt");

    #[test]
    fn each_entry_is_found_and_nothing_else() {
        assert!(LIST.entries().count() > 12 && LIST.entries().all(|entry| LIST.contains(entry)));
        for word in ["", "ma", "marc", "marchs", "March", "# Source", "\n", "june\njuly"] {
            assert!(!LIST.contains(word), "{word:?}");
        }
    }

    #[test]
    fn alternatives_prefer_the_longer() {
        let alternatives = LIST.alternatives();
        assert!(alternatives.find("march") < alternatives.find("|mar|"));
    }

    /// Sorted, each once, and headed by what it is, where it is from, when and under which licence.
    #[test]
    fn every_list_of_data_is_in_order_and_says_where_it_is_from() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let files = std::fs::read_dir(folder).unwrap().flatten().filter(|entry| entry.path().is_dir());
        let files = files.flat_map(|folder| std::fs::read_dir(folder.path()).unwrap().flatten());
        let mut count = 0;
        for file in files.map(|entry| entry.path()) {
            let text = std::fs::read_to_string(&file).unwrap();
            let name = file.display();
            let (head, entries): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| line.starts_with('#'));
            assert!(text.starts_with('#') && text.ends_with('\n') && !text.contains('\r'), "{name}");
            for word in ["source", "date: 20", "licence"] {
                assert!(head.iter().any(|line| line.to_lowercase().contains(word)), "{name} does not say its {word}");
            }
            assert!(head.iter().zip(text.lines()).all(|(head, line)| *head == line), "{name}: a line of # is not at its head");
            if let Some(pair) = entries.windows(2).find(|pair| pair[0].as_bytes() >= pair[1].as_bytes()) {
                panic!("{name}: {pair:?} are not in order");
            }
            assert!(entries.iter().all(|entry| !entry.trim().is_empty()), "{name}");
            count += 1;
        }
        assert!(count > 50);
    }
}
