//! What is found beside names: feasts that are days, months that are people, and who speaks.

use super::lists::is_english;
use super::word::LatinWord;
use crate::identifiers::characters::before;
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::pattern::pattern;

/// May and June as people: months come behind a preposition, and say nothing.
pub fn months(text: &str, marks: &mut Marks) {
    let people = pattern!(
        r"\b((?:May|June|April|August)) ?(?:'s (?:mum|dad|husband|wife|daughter|son|sister|brother|house)|and (?:me|I|him|her|my|Dad|Mum)\b|(?:said|says|told|asked|rang|came round|next door|who's|who was|lives|lived|always|never|used to)\b|, (?:she|he|my|our)\b)"
    );
    for found in people.into_iter().flat_map(|p| p.captures_iter(text)).filter_map(|found| found.get(1)) {
        let is_time = pattern!(
            r"(?i)\b(?:in|since|until|till|by|last|next|early|late|mid|of|this|from|every|each|to|and|during|through|before|after|\d\w*) $"
        );
        if !is_time.is_some_and(|p| p.is_match(before(text, found.start(), 12))) {
            marks.push((FindingKind::Person, found.range()));
        }
    }
}

/// A feast with its year is a day.
pub fn feasts(text: &str, marks: &mut Marks) {
    let feasts = pattern!(
        r"(?i)\b(?:christmas (?:eve|day)|christmas|boxing day|new year'?s (?:eve|day)|(?:st\.?|saint) (?:patrick|david|andrew|george|valentine)'?s day|valentine'?s day|hallowe'?en|bonfire night|guy fawkes night|good friday|easter (?:sunday|monday)|palm sunday|ash wednesday|shrove tuesday|thanksgiving|independence day|memorial day|labor day|may day|armistice day|remembrance sunday|christmas),? (?:of |in )?(?:19|20)\d\d\b"
    );
    marks.extend(feasts.into_iter().flat_map(|p| p.find_iter(text)).map(|found| (FindingKind::DateExact, found.range())));
}

/// Who speaks, at the beginning of a line: `Nasreen: I never wanted that.`
pub fn speakers(text: &str, marks: &mut Marks) {
    for found in pattern!(r"(?m)^(\p{Lu}\p{Ll}[\p{L}'\-]+(?: \p{Lu}[\p{L}'\-]+)?): ").into_iter().flat_map(|p| p.captures_iter(text)) {
        let Some(name) = found.get(1) else { continue };
        let words: Vec<LatinWord> = name.as_str().split(' ').map(LatinWord::capital).collect();
        if words.iter().all(|word| word.is_candidate() && !is_english(&word.bare)) {
            marks.push((FindingKind::Person, name.range()));
        }
    }
}

/// A birthday as one says it: "date of birth, fourteen two sixty-one".
pub fn birthdays(text: &str, marks: &mut Marks) {
    const NUMBER: &str = r"(?:oh|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)";
    let birthday =
        pattern!(&format!(r"(?i)\b(?:born|birth|d\.?o\.?b|birthday)\b.{{0,60}}?\b({NUMBER}(?:,? (?:of the |the )?{NUMBER}){{2,4}})\b"));
    for found in birthday.into_iter().flat_map(|p| p.captures_iter(text)).filter_map(|found| found.get(1)) {
        marks.push((FindingKind::DateExact, found.range()));
    }
}
