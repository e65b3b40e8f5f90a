//! Ages of ninety and more: few people reach them, so that they tell who somebody is (45 CFR 164.514(b)(2)(i)(C)).

use crate::identifiers::characters::{after, before};
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::pattern::Pattern;
use crate::identifiers::signs::{Cue, Signs};
use crate::identifiers::word_list::WordList;

/// How a language says how old somebody is. Texts are patterns, without regard to case.
pub struct AgeWords {
    /// Numbers from ninety on, in words.
    pub numbers: WordList,
    /// What is an age by itself: "nonagenarian", "in her nineties".
    pub always: &'static str,
    /// Behind a number makes it an age: " years old".
    pub unit: &'static str,
    /// Behind a number makes it none: " mg".
    pub measured: &'static str,
    /// Before a number makes it an age: "turned ".
    pub cue: &'static str,
    /// Before a number makes it none: "the score is ".
    pub thing: &'static str,
    pub patterns: [Pattern; 6],
}

impl AgeWords {
    pub fn mark(&self, text: &str, signs: &Signs, marks: &mut Marks) {
        if signs.digits < 2 && !signs.has(Cue::Ages) {
            return;
        }
        let [number, always, ..] = &self.patterns;
        if signs.has(Cue::Ages) {
            let always = always.get(|| format!(r"(?i)\b(?:{})\b", self.always));
            marks.extend(always.into_iter().flat_map(|p| p.find_iter(text)).map(|found| (FindingKind::Age90Plus, found.range())));
        }
        let number = number.get(|| format!(r"(?i)(?-u:\b)(?:9\d|1[01]\d|{})(?-u:\b)", self.numbers.alternatives()));
        for found in number.into_iter().flat_map(|p| p.find_iter(text)) {
            if let Some(unit) = self.age(text, found.start(), found.end()) {
                marks.push((FindingKind::Age90Plus, found.start()..found.end() + unit));
            }
        }
    }

    /// The length of the unit behind a number that is an age; `None` where it is none.
    fn age(&self, text: &str, start: usize, end: usize) -> Option<usize> {
        let [_, _, unit, measured, cue, thing] = &self.patterns;
        let (behind, ahead) = (before(text, start, 48), after(text, end, 24));
        if behind.ends_with(['£', '$', '€', '.', '/', '-', '#', ':', ',']) {
            return None;
        }
        if let Some(found) = unit.get(|| format!(r"(?i)^(?:{})", self.unit)).and_then(|p| p.find(ahead)) {
            return Some(found.end());
        }
        let is_measured = measured.is_match(|| format!(r"(?i)^(?:[%‰°/:.,]?\d|[%‰°/:]| ?-\d|{})", self.measured), ahead);
        let is_age = !is_measured
            && cue.is_match(|| format!(r"(?i)(?:^|[^\w'])(?:{})$", self.cue), behind)
            && !thing.is_match(|| format!(r"(?i)\b(?:{})$", self.thing), behind);
        is_age.then_some(0)
    }
}
