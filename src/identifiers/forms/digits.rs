//! Numbers said digit by digit: "nine nine oh, double four".

use super::numbers::NumberWords;
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::pattern::Pattern;
use crate::identifiers::signs::{Cue, Signs};
use crate::identifiers::word_list::WordList;

/// How a language says digits.
pub struct DigitWords {
    /// Digits, and words that double them.
    pub words: WordList,
    /// Those that stand for a number beyond nine, where people say a number in groups.
    pub groups: WordList,
    /// The digits from nought to nine, in order, as one counts.
    pub counting: [&'static str; 10],
    pub pattern: Pattern,
}

/// Fewer digits in a row are a score, a year or a way to count.
const FEWEST: u32 = 6;

/// Fewer do where something says what they are.
const FEWEST_CUED: u32 = 4;

impl DigitWords {
    pub fn mark(&self, numbers: Option<&NumberWords>, text: &str, signs: &Signs, marks: &mut Marks) {
        if signs.count(Cue::Digits) < FEWEST_CUED {
            return;
        }
        let said = self.pattern.get(|| {
            let (digit, group) = (self.words.alternatives(), self.groups.alternatives());
            format!(r"(?i)\b(?:{digit}|\d|(?-i:[A-Z])\b)(?:[ ,.\-]{{1,3}}(?:{digit}|{group}|\d|(?-i:[A-Z])\b)\b){{4,}}")
        });
        for found in said.into_iter().flat_map(|p| p.find_iter(text)) {
            let words = || found.as_str().split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
            let digits = words().filter(|word| self.words.contains(&word.to_lowercase())).count();
            // "one, two, three, four, five, six": who counts says no number.
            let cued = || numbers.and_then(|numbers| numbers.cue_before(text, found.start()));
            if (digits >= FEWEST as usize || digits >= FEWEST_CUED as usize && cued().is_some()) && !self.is_counting(words()) {
                marks.push((cued().unwrap_or(kind(digits)), found.range()));
            }
        }
    }

    fn is_counting<'t>(&self, words: impl Iterator<Item = &'t str>) -> bool {
        let values: Vec<usize> = words.filter_map(|word| self.counting.iter().position(|known| word.eq_ignore_ascii_case(known))).collect();
        values.len() >= FEWEST as usize && values.windows(2).all(|pair| pair[1] == pair[0] + 1)
    }
}

/// By how long it is, where nothing was said before: 10 digits are an NHS number's, 15 and more a card's.
fn kind(digits: usize) -> FindingKind {
    match digits {
        10 => FindingKind::NhsNumber,
        0..=12 => FindingKind::Phone,
        18 => FindingKind::NationalId,
        _ => FindingKind::BankCard,
    }
}
