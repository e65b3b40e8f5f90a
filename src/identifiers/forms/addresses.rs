//! Street addresses: the number of a house with its street.

use crate::identifiers::characters::is_apart;
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::pattern::{Pattern, pattern};
use crate::identifiers::signs::{Cue, Signs};
use crate::identifiers::word_list::WordList;

/// How a language writes the address of a house.
pub struct StreetWords {
    /// What streets are called, or how their names end; `{CAPITAL}` is one of them with a capital.
    pub kinds: WordList,
    /// The name of a street, as a pattern in which `{KIND}` is one of `kinds`.
    pub name: &'static str,
    /// The number of a house, as a pattern.
    pub number: &'static str,
    /// Whether the number is before the street.
    pub number_first: bool,
    /// What may be before the whole and behind it, as patterns.
    pub around: [&'static str; 2],
    /// Words before a number that are no street, in small letters.
    pub never: WordList,
    pub pattern: Pattern,
}

impl StreetWords {
    pub fn mark(&self, text: &str, signs: &Signs, marks: &mut Marks) {
        let has_box = signs.digits > 0 && signs.letter;
        let boxes = pattern!(r"(?i)(?-u:\b)P\.? ?O\.? Box \d+|\bPostfach \d[\d ]+").filter(|_| has_box);
        for found in boxes.into_iter().flat_map(|p| p.find_iter(text)) {
            marks.push((FindingKind::Address, found.range()));
        }
        if !signs.capital
            || self.number_first && !signs.has(Cue::Streets)
            || !(signs.digits > 0 || signs.has(Cue::HouseNumbers) || signs.has(Cue::Digits))
        {
            return;
        }
        let address = self.pattern.get(|| {
            let name = self.name.replace("{KIND}", &self.kinds.alternatives()).replace("{CAPITAL}", &self.capital_kinds());
            let [ahead, behind] = self.around;
            if self.number_first {
                format!(r"(?:{ahead})?(?-u:\b)(?:{}),? {name}(?:{behind})?", self.number)
            } else {
                format!(r"(?:{ahead})?{name},? (?:{})(?:{behind})?", self.number)
            }
        });
        for found in address.into_iter().flat_map(|p| p.find_iter(text)).filter(|found| is_apart(text, &found.range())) {
            // "Am Montag 12", "Im Jahr 1998": a time.
            let last = found.as_str().split([' ', ',']).rev().find(|word| word.starts_with(char::is_alphabetic) && word.len() > 2);
            if !last.is_some_and(|word| self.never.contains(&word.to_lowercase())) {
                marks.push((FindingKind::Address, found.range()));
            }
        }
    }

    /// The kinds with a capital, as they are in a name of several words.
    fn capital_kinds(&self) -> String {
        let capital = |kind: &str| {
            let mut chars = kind.chars();
            chars.next().map_or_else(String::new, |first| format!("{}{}", first.to_uppercase(), regex::escape(chars.as_str())))
        };
        let kinds: Vec<String> = self.kinds.entries().map(capital).collect();
        format!("(?:{})", kinds.join("|"))
    }
}
