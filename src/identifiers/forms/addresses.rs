//! Street addresses: the number of a house with its street.

use crate::identifiers::characters::is_apart;
use crate::identifiers::pattern::{Pattern, pattern};
use crate::identifiers::signs::Signs;
use crate::identifiers::word_list::WordList;
use crate::identifiers::{FindingKind, Marks};

/// How a language writes the address of a house.
pub struct StreetWords {
    /// What streets are called, or how their names end.
    pub kinds: WordList,
    /// The name of a street, as a pattern in which `{KIND}` is one of `kinds`.
    pub name: &'static str,
    /// The number of a house, as a pattern.
    pub number: &'static str,
    /// Whether the number is before the street.
    pub number_first: bool,
    /// What may be before the whole and behind it, as patterns.
    pub around: [&'static str; 2],
    pub pattern: Pattern,
}

impl StreetWords {
    pub fn mark(&self, text: &str, signs: &Signs, marks: &mut Marks) {
        let has_box = signs.digits > 0 && signs.letter;
        let boxes = pattern!(r"(?i)(?-u:\b)P\.? ?O\.? Box \d+|\bPostfach \d[\d ]+").filter(|_| has_box);
        for found in boxes.into_iter().flat_map(|p| p.find_iter(text)) {
            marks.push((FindingKind::Address, found.range()));
        }
        if !signs.capital || !(signs.digits > 0 || signs.has(crate::identifiers::signs::Cue::HouseNumbers)) {
            return;
        }
        let address = self.pattern.get(|| {
            let name = self.name.replace("{KIND}", &self.capital_kinds());
            let [ahead, behind] = self.around;
            if self.number_first {
                format!(r"(?:{ahead})?(?-u:\b)(?:{}),? {name}(?:{behind})?", self.number)
            } else {
                format!(r"(?:{ahead})?{name},? (?:{})(?:{behind})?", self.number)
            }
        });
        for found in address.into_iter().flat_map(|p| p.find_iter(text)).filter(|found| is_apart(text, &found.range())) {
            marks.push((FindingKind::Address, found.range()));
        }
    }

    /// The kinds, each as it is in the list or with a capital.
    fn capital_kinds(&self) -> String {
        self.kinds.alternatives()
    }
}
