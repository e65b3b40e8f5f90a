//! What kinds of characters and which cue words are in a text, found in one pass over it: a rule that needs one of them does not look
//! where there is none.
//!
//! The cue words are those of the [`LANGUAGES`], from the same lists as their patterns.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::languages::LANGUAGES;
use crate::text::is_cjk;

/// Words of which one has to be there before a costly pattern is worth a look. Each language says which they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// How old somebody is, in words.
    Ages,
    Months,
    /// Digits in words.
    Digits,
    Mail,
    /// Services where people have an account name.
    Services,
    Saints,
    Titles,
    /// Before a name that somebody goes by: called, named.
    Named,
    Organisations,
    Shops,
    /// Being employed.
    Work,
    Streets,
    HouseNumbers,
    /// A number that a hospital, an office, an insurer keeps somebody under.
    Records,
    /// Kinds of small places: village, ward.
    Places,
}

impl Cue {
    const COUNT: usize = Cue::Places as usize + 1;
}

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

/// A character's kind, a bit for each.
mod class {
    pub const DIGIT: u8 = 1;
    pub const CAPITAL: u8 = 2;
    pub const AT: u8 = 4;
    pub const DOT: u8 = 8;
    pub const LETTER: u8 = 16;
    /// What a view may not show as it is written.
    pub const MARKUP: u8 = 32;
    /// Part of a character beyond ASCII.
    pub const BEYOND: u8 = 64;
    pub const COLON: u8 = 128;
}

static CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'0'..=b'9' => class::DIGIT,
            b'A'..=b'Z' => class::CAPITAL | class::LETTER,
            b'a'..=b'z' => class::LETTER,
            b'@' => class::AT,
            b'.' => class::DOT,
            b':' => class::COLON,
            b'<' | b'*' | b'`' | b'_' | b'\\' | 0..=31 | 127 => class::MARKUP,
            128.. => class::BEYOND,
            _ => 0,
        };
        byte += 1;
    }
    classes
};

fn classes(text: &str) -> u8 {
    text.bytes().fold(0, |all, byte| all | CLASSES[usize::from(byte)])
}

/// Whether a reader sees every character of a text as it is written, each being its own plain form.
pub fn is_plain(text: &str) -> bool {
    classes(text) & (class::MARKUP | class::BEYOND) == 0
}

/// The signs of a text, with the cues of one language.
#[derive(Clone, Copy)]
pub struct Signs {
    /// How many of ASCII's digits.
    pub digits: usize,
    /// An ASCII letter of either case.
    pub letter: bool,
    /// Of any alphabet.
    pub capital: bool,
    pub at: bool,
    pub colon: bool,
    /// A full stop with a letter or digit right behind it.
    pub inner_dot: bool,
    pub cjk: bool,
    /// How often words of each cue were seen.
    cues: [u32; Cue::COUNT],
}

/// The signs of a text, by language, in the order of [`LANGUAGES`].
pub fn signs(text: &str) -> [Signs; LANGUAGES.len()] {
    let bits = classes(text);
    let has = |class| bits & class != 0;
    let inner_dot = || text.as_bytes().windows(2).any(|pair| pair[0] == b'.' && pair[1].is_ascii_alphanumeric());
    let (mut cjk, mut capital) = (false, has(class::CAPITAL));
    if has(class::BEYOND) {
        for c in text.chars().filter(|c| !c.is_ascii()) {
            match c {
                c if is_cjk(c) => cjk = true,
                // Punctuation of the same scripts, which is asked often.
                '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}' => {}
                c => capital |= c.is_uppercase(),
            }
        }
    }
    let mut signs = [Signs {
        digits: if has(class::DIGIT) { text.bytes().filter(u8::is_ascii_digit).count() } else { 0 },
        letter: has(class::LETTER),
        capital,
        at: has(class::AT),
        colon: has(class::COLON),
        inner_dot: has(class::DOT) && inner_dot(),
        cjk,
        cues: [0; Cue::COUNT],
    }; LANGUAGES.len()];
    match AUTOMATON.as_ref() {
        Some(automaton) => automaton.words.find_overlapping_iter(text).for_each(|found| {
            let word = &automaton.cues[found.pattern().as_usize()];
            let is_letter = |at: Option<usize>| at.and_then(|at| text.as_bytes().get(at)).is_some_and(u8::is_ascii_alphabetic);
            if !(word.begins && is_letter(found.start().checked_sub(1)) || word.ends && is_letter(Some(found.end()))) {
                signs[word.language].cues[word.cue as usize] += 1;
            }
        }),
        None => signs.iter_mut().for_each(|signs| signs.cues.fill(u32::MAX)),
    }
    signs
}

impl Signs {
    pub fn has(&self, cue: Cue) -> bool {
        self.count(cue) > 0
    }

    pub fn count(&self, cue: Cue) -> u32 {
        self.cues[cue as usize]
    }
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

    #[test]
    fn kinds_of_characters_are_told_apart() {
        let of = |text: &str| {
            let s = english(text);
            [s.digits > 0, s.letter, s.capital, s.at, s.inner_dot, s.cjk]
        };
        assert_eq!(of("well. no"), [false, true, false, false, false, false]);
        assert_eq!(of("A1@b.c"), [true, true, true, true, true, false]);
        assert_eq!(of("é"), [false; 6]);
        assert_eq!(of("É"), [false, false, true, false, false, false]);
        assert_eq!(of("好"), [false, false, false, false, false, true]);
    }

    #[test]
    fn a_plain_text_is_seen_as_it_is_written() {
        for (text, plain) in [("so it goes, \"well\"", true), ("a\nb", false), ("a*b*", false), ("it’s", false), ("a<b", false)] {
            assert_eq!(is_plain(text), plain, "{text:?}");
        }
    }
}
