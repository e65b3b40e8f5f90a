//! A private value, ready to be held against the gaps of a text.
//!
//! The automaton has found the letters; here it is decided whether they are the value's words or happen to follow each
//! other. All that the gate knows of boundaries is in this file.

use super::fold;
use super::gaps::{GAP, MARKED, PUNCT, SOFT, SPACE, STOP};
use super::skeleton::Skeleton;

/// A value of several words is found written as one (`maryokafor`) if it has at least this many letters. In shorter ones
/// the words easily make another: An Na, Anna.
const FEWEST_JOINED: usize = 5;

/// A value of at most this many letters is found only with the accents that it has. Without them Lê, Đỗ and Mỹ, family
/// and given names, are words of French and English.
const MOST_EXACT: usize = 2;

/// A value of fewer bytes than this is not looked for in noise, where chance writes any short word.
const FEWEST_IN_NOISE: usize = 4;

/// The letters of a private value and the gaps between them. It has no Debug, Display or Clone, and is to have none.
pub(super) struct SecretValue {
    letters: Box<[u8]>,
    /// What the value itself has before each byte of its letters.
    gaps: Box<[u8]>,
    length: usize,
}

impl SecretValue {
    pub(super) fn new(text: &str) -> Self {
        let mut skeleton = Skeleton::default();
        skeleton.fill(text);
        let letters = skeleton.letters();
        let length = String::from_utf8_lossy(letters).chars().filter(|&c| !fold::is_tail(c)).count();
        Self { letters: letters.into(), gaps: skeleton.gaps()[..letters.len()].into(), length }
    }

    /// How many letters, digits and characters it has; marks are not counted.
    pub(super) fn length(&self) -> usize {
        self.length
    }

    /// What the automaton is to look for.
    pub(super) fn letters(&self) -> &[u8] {
        &self.letters
    }

    /// Whether it is long enough to be looked for among random bytes.
    pub(super) fn stands_out(&self) -> bool {
        self.letters.len() >= FEWEST_IN_NOISE
    }

    /// Whether a text that has these letters has the value, by its gaps: those before each byte, and the one that follows.
    pub(super) fn fits(&self, text: &[u8]) -> bool {
        let Some((&after, before)) = text.split_last() else { return false };
        is_boundary(after)
            && before.first().is_some_and(|&first| is_boundary(first))
            && std::iter::zip(&self.gaps, before).skip(1).all(|(&own, &met)| self.allows(own, met))
            && (self.length > MOST_EXACT || std::iter::zip(&self.gaps, before).all(|(own, met)| (own ^ met) & MARKED == 0))
    }

    /// Whether within the value, where it has the gap `own`, a text may have `met`.
    fn allows(&self, own: u8, met: u8) -> bool {
        const LOOSE: u8 = SPACE | PUNCT;
        // "Quill, Ada" is a name turned round; in "to the mark. Hope said" are two sentences.
        if met & STOP != 0 && own & LOOSE == LOOSE && own & STOP == 0 {
            return false;
        }
        match own & GAP {
            // Within a word: nothing, or what can be looked past, such as a tag.
            0 => met & LOOSE == 0,
            // Between two characters of a script without spaces: a space too, since lines are broken there.
            SOFT => met & PUNCT == 0,
            // Between words: spaces, hyphens and underscores, or punctuation close to the letters (`mary.okafor@`), but
            // not both, unless the value has both ("J. Smith"): "we hope. Mark came" does not speak of Hope Mark.
            own if own & LOOSE != LOOSE && met & LOOSE == LOOSE => false,
            _ => is_boundary(met) || self.length >= FEWEST_JOINED,
        }
    }
}

/// Whether words may begin and end here.
fn is_boundary(gap: u8) -> bool {
    gap & GAP != 0
}
