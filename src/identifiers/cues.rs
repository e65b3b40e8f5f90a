//! The cue words of all languages, found in one pass over a text.
//!
//! They are those of the [`LANGUAGES`], from the same lists as their patterns.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::languages::LANGUAGES;
use super::signs::{Cue, Signs};

struct Automaton {
    words: AhoCorasick,
    cues: Vec<CueWord>,
}

/// Fewer letters begin too many words.
const SHORT: usize = 3;

/// What a pattern of the automaton is a cue for.
struct CueWord {
    /// By its number in [`LANGUAGES`].
    language: usize,
    cue: Cue,
    /// Whether it has to begin where a word does, and whether it has to end there.
    begins: bool,
    ends: bool,
}

impl CueWord {
    /// Beginnings of words are cues too, so that their other forms are; a few letters alone begin too many.
    fn new(word: &str, language: usize, cue: Cue) -> CueWord {
        let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        let apart = !LANGUAGES[language].has_compounds();
        CueWord {
            language,
            cue,
            begins: apart && is_letter(word.chars().next()),
            ends: apart && word.len() <= SHORT && is_letter(word.chars().next_back()),
        }
    }
}

/// All cues of all languages in one automaton, without regard to ASCII case. Were it wrong, every rule would look at every text.
static AUTOMATON: LazyLock<Option<Automaton>> = LazyLock::new(|| {
    let all = LANGUAGES.iter().enumerate().flat_map(|(n, language)| {
        let mut cues: Vec<(&str, Cue)> =
            language.cues().iter().flat_map(|(cue, words)| words.entries().map(|word| (word, *cue)).collect::<Vec<_>>()).collect();
        cues.sort_by_key(|(word, _)| word.len());
        // Where a word of a longer cue is a cue for the same, that is enough.
        let mut kept: Vec<(&str, Cue)> = Vec::with_capacity(cues.len());
        for (word, cue) in cues {
            let holds = |other: &str| word.match_indices(other).any(|(at, _)| at == 0 || word[..at].ends_with([' ', '-']));
            if !kept.iter().any(|(other, of)| *of == cue && other.len() > SHORT && holds(other)) {
                kept.push((word, cue));
            }
        }
        kept.into_iter().map(|(word, cue)| (word, CueWord::new(word, n, cue))).collect::<Vec<_>>()
    });
    let (words, cues): (Vec<&str>, Vec<_>) = all.unzip();
    let words = AhoCorasick::builder().ascii_case_insensitive(true).kind(Some(AhoCorasickKind::ContiguousNFA)).build(words).ok()?;
    Some(Automaton { words, cues })
});

/// The signs of a text, by language, in the order of [`LANGUAGES`].
pub fn signs(text: &str) -> [Signs; LANGUAGES.len()] {
    let mut signs = [Signs::new(text); LANGUAGES.len()];
    match AUTOMATON.as_ref() {
        Some(automaton) => automaton.words.find_overlapping_iter(text).for_each(|found| {
            let word = &automaton.cues[found.pattern().as_usize()];
            let is_letter = |at: Option<usize>| at.and_then(|at| text.as_bytes().get(at)).is_some_and(u8::is_ascii_alphabetic);
            if !(word.begins && is_letter(found.start().checked_sub(1)) || word.ends && is_letter(Some(found.end()))) {
                signs[word.language].add(word.cue);
            }
        }),
        None => signs.iter_mut().for_each(Signs::add_all),
    }
    signs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english(text: &str) -> Signs {
        signs(text)[0]
    }

    #[test]
    fn each_cue_is_counted_for_its_own_rule() {
        let signs = english("Oh, one nurse in MARCH, at the hospital.");
        let seen = [Cue::Digits, Cue::Titles, Cue::Months, Cue::Organisations].map(|cue| signs.has(cue));
        assert_eq!(seen, [true; 4]);
        assert_eq!([Cue::Mail, Cue::Services, Cue::Saints, Cue::Shops].map(|cue| signs.has(cue)), [false; 4]);
        assert_eq!(english("one, two and three").count(Cue::Digits), 3);
    }
}
