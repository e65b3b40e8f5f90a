//! The dictionary: Chinese words with their part of speech and how often they were counted.
//!
//! It is a finite-state transducer, read where it lies in the program, so that nothing is built or unpacked when the first Chinese
//! text is met. The file is made from the lists of `data/zh` by the tests of `dictionary_tests.rs`.

pub(super) use crate::text::is_han;
use fst::raw::{Fst, Output};
use std::ops::RangeInclusive;
use std::sync::LazyLock;

/// A table with a row for each of the common characters, and behind it the transducer.
static BYTES: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/zh-words.fst"));

/// Were the file broken no word would be known, which the tests see.
static WORDS: LazyLock<Option<Fst<&[u8]>>> = LazyLock::new(|| BYTES.get(TABLE..).and_then(|bytes| Fst::new(bytes).ok()));

/// The natural logarithm of all words that were counted: 60,101,967 in jieba's dictionary.
const LOG_TOTAL: f64 = 17.911_553_127_755_22;

/// What a word is, as far as names are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Speech {
    /// The name of a prefecture or county, and no ordinary word besides.
    Region,
    Place,
    Person,
    Organisation,
    /// A proper name of another kind.
    Proper,
    Noun,
    /// A part of words that is seldom alone.
    Bound,
    Verb,
    Adjective,
    Number,
    /// Pronouns, prepositions, particles, adverbs and so on.
    Function,
}

impl Speech {
    /// Parts of speech by the number under which the dictionary keeps them.
    pub(super) const ALL: [Speech; 11] = [
        Speech::Region,
        Speech::Place,
        Speech::Person,
        Speech::Organisation,
        Speech::Proper,
        Speech::Noun,
        Speech::Bound,
        Speech::Verb,
        Speech::Adjective,
        Speech::Number,
        Speech::Function,
    ];
}

/// What the dictionary says of a word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Entry {
    pub(super) speech: Speech,
    /// How often the word was counted.
    pub(super) frequency: u32,
    /// Whether a prefecture or county has this name, be it an ordinary word besides or not.
    pub(super) names_region: bool,
}

impl Entry {
    pub(super) const UNKNOWN: Entry = Entry { speech: Speech::Bound, frequency: 1, names_region: false };

    /// The entry as one number, by which the transducer keeps it.
    #[cfg(test)]
    pub(super) fn to_number(self) -> u64 {
        let speech = Speech::ALL.iter().position(|speech| *speech == self.speech).unwrap() as u64;
        u64::from(self.frequency) << 5 | u64::from(self.names_region) << 4 | speech
    }

    fn from_number(number: u64) -> Entry {
        Entry {
            speech: Speech::ALL.get((number & 15) as usize).copied().unwrap_or(Speech::Bound),
            frequency: (number >> 5) as u32,
            names_region: number >> 4 & 1 == 1,
        }
    }

    /// The natural logarithm of how likely the word is.
    pub(super) fn likelihood(&self) -> f64 {
        f64::from(self.frequency).ln() - LOG_TOTAL
    }
}

/// The key under which a word is kept: two bytes a character, so that looking it up takes few steps. Characters beyond the basic
/// plane take four, as in UTF-16.
pub(super) fn key(word: &str) -> Vec<u8> {
    word.encode_utf16().flat_map(u16::to_be_bytes).collect()
}

/// The entry of a word.
#[cfg(test)]
pub(super) fn entry(word: &str) -> Option<Entry> {
    WORDS.as_ref()?.get(key(word)).map(|output| Entry::from_number(output.value()))
}

/// Whether the dictionary knows a word.
pub(super) fn knows(word: &str) -> bool {
    WORDS.as_ref().is_some_and(|words| words.contains_key(key(word)))
}

/// A node of the transducer by its address, and what was put out on the way to it.
type Place = (usize, Output);

/// The characters that have a row.
pub(super) const COMMON: RangeInclusive<char> = '\u{4e00}'..='\u{9fff}';
const TABLE: usize = (*COMMON.end() as usize - *COMMON.start() as usize + 1) * Row::LENGTH;

/// Where a common character leads in the transducer. Words are looked for at every character of a text, most of the way is the
/// first character, and mostly no word goes on with the second.
#[derive(Clone, Copy, Default)]
pub(super) struct Row {
    pub(super) address: u32,
    pub(super) output: u32,
    /// The entry of the character by itself, as a number; 0 where it is no word.
    pub(super) entry: u32,
    /// A bit for each kind of character with which words go on.
    pub(super) next: u64,
}

impl Row {
    const LENGTH: usize = 20;

    #[cfg(test)]
    pub(super) fn to_bytes(self) -> Vec<u8> {
        let [address, output, entry] = [self.address, self.output, self.entry].map(u32::to_le_bytes);
        [&address[..], &output, &entry, &self.next.to_le_bytes()].concat()
    }

    /// The row of a common character.
    fn of_common(c: char) -> Option<Row> {
        let start = (c as usize).checked_sub(*COMMON.start() as usize)? * Row::LENGTH;
        let bytes = BYTES.get(start..start + Row::LENGTH).filter(|_| c <= *COMMON.end())?;
        let number = |at: usize| bytes[at..at + 4].iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte));
        let next = u64::from(number(16)) << 32 | u64::from(number(12));
        Some(Row { address: number(0), output: number(4), entry: number(8), next })
    }

    /// The bit of a character with which words go on.
    pub(super) fn bit(c: char) -> u64 {
        1 << ((c as u32).wrapping_mul(0x9e37_79b1) >> 26)
    }
}

/// Where a character leads from a place.
pub(super) fn after<D: AsRef<[u8]>>(words: &Fst<D>, place: Place, c: char) -> Option<Place> {
    let mut units = [0; 2];
    c.encode_utf16(&mut units).iter().flat_map(|unit| unit.to_be_bytes()).try_fold(place, |(address, output), byte| {
        let node = words.node(address);
        let transition = node.transition(node.find_input(byte)?);
        Some((transition.addr, output.cat(transition.out)))
    })
}

/// The words with which a text begins, the shortest first: how many characters they have, and their entry.
pub(super) fn words_at_start(chars: &[char], mut take: impl FnMut(usize, Entry)) {
    let (Some(words), Some((first, rest))) = (WORDS.as_ref(), chars.split_first()) else { return };
    let (mut length, mut rest) = (1, rest.iter());
    let mut place = match Row::of_common(*first) {
        Some(row) => {
            if row.entry != 0 {
                take(1, Entry::from_number(u64::from(row.entry)));
            }
            let Some(second) = rest.next().filter(|second| row.next & Row::bit(**second) != 0) else { return };
            length = 2;
            after(words, (row.address as usize, Output::new(u64::from(row.output))), *second)
        }
        None => after(words, (words.root().addr(), Output::zero()), *first),
    };
    while let Some((address, output)) = place {
        let node = words.node(address);
        if node.is_final() {
            take(length, Entry::from_number(output.cat(node.final_output()).value()));
        }
        let Some(c) = rest.next() else { return };
        length += 1;
        place = after(words, (address, output), *c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_its_part_of_speech_and_frequency() {
        assert_eq!(entry("医院").map(|entry| (entry.speech, entry.frequency)), Some((Speech::Noun, 7_376)));
        assert_eq!(entry("药院"), None);
        assert!(knows("医生") && !knows("药院"));
    }

    #[test]
    fn a_region_is_one_word_and_an_ordinary_word_is_no_region() {
        for region in ["莱芜", "崇州"] {
            assert_eq!(entry(region).map(|entry| entry.speech), Some(Speech::Region));
        }
        assert!(entry("和平").is_some_and(|entry| entry.speech != Speech::Region && entry.names_region));
    }

    #[test]
    fn all_words_at_the_start_of_a_text_are_met() {
        let mut words = Vec::new();
        words_at_start(&['医', '院', '里'], |length, _| words.push(length));
        assert_eq!(words, [1, 2]);
    }

    #[test]
    fn every_part_of_speech_is_kept() {
        for speech in Speech::ALL {
            let entry = Entry { speech, frequency: 70_000, names_region: true };
            assert_eq!(Entry::from_number(entry.to_number()), entry);
        }
    }
}
