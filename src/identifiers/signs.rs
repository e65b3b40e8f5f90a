//! What kinds of characters and which words stand in a text, found in one pass over it: a rule that needs one of them does not look
//! where there is none.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::en;
use super::forms::{ages, dates, places, spelt, web};
use crate::text::is_cjk;

/// Words of which one has to be there before a costly pattern is worth a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    Ages,
    Months,
    DigitsSaid,
    Links,
    Mail,
    Services,
    Saints,
    Titles,
    Organisations,
    Shops,
    /// Of a house in Chinese, behind its street.
    HouseNumbers,
}

const CUES: [(Cue, &[&str]); 11] = [
    (Cue::Ages, ages::CUES),
    (Cue::Months, dates::MONTHS),
    (Cue::DigitsSaid, spelt::DIGITS),
    (Cue::Links, web::LINKS),
    (Cue::Mail, web::MAIL),
    (Cue::Services, web::SERVICES),
    (Cue::Saints, en::SAINTS),
    (Cue::Titles, en::TITLES),
    (Cue::Organisations, en::organisations::KINDS),
    (Cue::Shops, en::organisations::SHOPS),
    (Cue::HouseNumbers, places::HOUSE_NUMBERS),
];

/// All cues in one automaton, without regard to ASCII case. Were it wrong, every rule would look at every text.
static AUTOMATON: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let words = CUES.iter().flat_map(|(_, words)| words.iter());
    AhoCorasick::builder().ascii_case_insensitive(true).kind(Some(AhoCorasickKind::DFA)).build(words).ok()
});

/// What each pattern of the automaton is a cue for.
static CUE_OF: LazyLock<Vec<Cue>> = LazyLock::new(|| CUES.iter().flat_map(|(cue, words)| std::iter::repeat_n(*cue, words.len())).collect());

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

pub struct Signs {
    /// How many of ASCII's digits.
    pub digits: usize,
    /// An ASCII letter of either case.
    pub letter: bool,
    /// Of any alphabet.
    pub capital: bool,
    pub at: bool,
    /// A full stop with a letter or digit right behind it.
    pub inner_dot: bool,
    pub cjk: bool,
    pub ascii: bool,
    /// How often words of each cue were seen.
    cues: [u32; CUES.len()],
}

impl Signs {
    pub fn of(text: &str) -> Signs {
        let bits = classes(text);
        let has = |class| bits & class != 0;
        let mut cues = [0; CUES.len()];
        match AUTOMATON.as_ref() {
            Some(automaton) => {
                automaton.find_overlapping_iter(text).for_each(|found| cues[CUE_OF[found.pattern().as_usize()] as usize] += 1);
            }
            None => cues.fill(u32::MAX),
        }
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
        Signs {
            digits: if has(class::DIGIT) { text.bytes().filter(u8::is_ascii_digit).count() } else { 0 },
            letter: has(class::LETTER),
            capital,
            at: has(class::AT),
            inner_dot: has(class::DOT) && inner_dot(),
            cjk,
            ascii: !has(class::BEYOND),
            cues,
        }
    }

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

    #[test]
    fn each_cue_is_counted_for_its_own_rule() {
        let signs = Signs::of("Oh, one nurse in MARCH, at the hospital.");
        let seen = [Cue::DigitsSaid, Cue::Titles, Cue::Months, Cue::Organisations].map(|cue| signs.has(cue));
        assert_eq!(seen, [true; 4]);
        assert_eq!([Cue::Ages, Cue::Mail, Cue::Services, Cue::Saints, Cue::Shops].map(|cue| signs.has(cue)), [false; 5]);
        assert_eq!(Signs::of("one, two and three").count(Cue::DigitsSaid), 3);
    }

    #[test]
    fn kinds_of_characters_are_told_apart() {
        let of = |text: &str| {
            let s = Signs::of(text);
            [s.digits > 0, s.letter, s.capital, s.at, s.inner_dot, s.cjk, s.ascii]
        };
        assert_eq!(of("well. no"), [false, true, false, false, false, false, true]);
        assert_eq!(of("A1@b.c"), [true, true, true, true, true, false, true]);
        assert_eq!(of("é"), [false; 7]);
        assert_eq!(of("É"), [false, false, true, false, false, false, false]);
        assert_eq!(of("好"), [false, false, false, false, false, true, false]);
    }

    #[test]
    fn a_plain_text_is_seen_as_it_is_written() {
        for (text, plain) in [("so it goes, \"well\"", true), ("a\nb", false), ("a*b*", false), ("it’s", false), ("a<b", false)] {
            assert_eq!(is_plain(text), plain, "{text:?}");
        }
    }
}
