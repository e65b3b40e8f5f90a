//! What kinds of characters and which cue words are in a text: a rule that needs one of them does not look where there is none.

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

impl Signs {
    /// The characters of a text, without cues.
    pub fn new(text: &str) -> Signs {
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
        Signs {
            digits: if has(class::DIGIT) { text.bytes().filter(u8::is_ascii_digit).count() } else { 0 },
            letter: has(class::LETTER),
            capital,
            at: has(class::AT),
            colon: has(class::COLON),
            inner_dot: has(class::DOT) && inner_dot(),
            cjk,
            cues: [0; Cue::COUNT],
        }
    }

    /// Counts a word of a cue.
    pub fn add(&mut self, cue: Cue) {
        self.cues[cue as usize] += 1;
    }

    /// Says that there may be words of every cue.
    pub fn add_all(&mut self) {
        self.cues.fill(u32::MAX);
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
    fn kinds_of_characters_are_told_apart() {
        let of = |text: &str| {
            let s = Signs::new(text);
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
