//! Likely names of persons, places and organisations in Chinese text.
//!
//! The text is cut into words by jieba, whose dictionary also says what part of speech a word is. Rules of our own then look
//! at what ordinary words leave over: a surname that begins no word, a place word with a name before it, a kind of institution
//! with a name before it. What is found is likely, never certain, so it is a matter for a warning.

mod forms;
mod given;
mod kin;
mod lexicon;
mod line;
mod list;
mod nickname;
mod organisation;
mod person;
mod place;
mod region;
mod speech;
mod stem;
mod surname;
mod title;
mod transliterated;

use self::line::Line;
use super::Language;
pub use crate::identifiers::FindingKind as Kind;
use crate::identifiers::Marks;
use crate::identifiers::forms::Words;
use crate::identifiers::signs::{Cue, Signs};
use crate::identifiers::word_list::{WordList, word_list};
use std::ops::Range;

pub struct Chinese;

impl Language for Chinese {
    fn tag(&self) -> &'static str {
        "zh"
    }

    fn cues(&self) -> &'static [(Cue, WordList)] {
        const HOUSE_NUMBERS: WordList = word_list!("zh/house-numbers.txt");
        &[(Cue::HouseNumbers, HOUSE_NUMBERS)]
    }

    fn words(&self) -> &'static Words {
        &Words::NONE
    }

    fn mark(&self, text: &str, signs: &Signs, marks: &mut Marks) {
        if signs.cjk {
            forms::mark(text, signs, marks);
            marks.extend(scan(text));
        }
    }

    /// Has the dictionary read.
    fn warm(&self) {
        // One character is enough.
        scan("人");
    }
}

/// A likely name, in characters of the line.
struct Found {
    kind: Kind,
    chars: Range<usize>,
}

impl Found {
    fn new(kind: Kind, start: usize, end: usize) -> Self {
        Self { kind, chars: start..end }
    }
}

/// Finds the likely names in a text: byte ranges, sorted, none overlapping another.
fn scan(text: &str) -> Vec<(Kind, Range<usize>)> {
    if !text.chars().any(lexicon::is_han) {
        return Vec::new();
    }
    let line = Line::new(text);
    let mut found = organisation::find(&line);
    place::find(&line, &mut found);
    title::find(&line, &mut found);
    transliterated::find(&line, &mut found);
    person::find(&line, &mut found);
    nickname::find(&line, &mut found);
    found.retain(|one| !line.in_brackets(&one.chars));
    settle(found).into_iter().map(|one| (one.kind, line.bytes(&one.chars))).collect()
}

/// Of names that overlap, keeps the one found by the rule that came first: an institution holds the place in its name.
/// Of two of a kind, the one that begins first is kept, then the longer one.
fn settle(found: Vec<Found>) -> Vec<Found> {
    let mut kept: Vec<Found> = Vec::with_capacity(found.len());
    for one in found {
        let worse = |other: &Found| {
            let later = (other.chars.start, one.chars.end) > (one.chars.start, other.chars.end);
            other.kind == one.kind && later && one.chars.start < other.chars.end && other.chars.start < one.chars.end
        };
        kept.retain(|other| !worse(other));
        if kept.iter().all(|other| one.chars.end <= other.chars.start || other.chars.end <= one.chars.start) {
            kept.push(one);
        }
    }
    kept.sort_by_key(|one| one.chars.start);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(Kind, &str)> {
        scan(text).into_iter().map(|(kind, bytes)| (kind, &text[bytes])).collect()
    }

    #[test]
    fn text_without_chinese_has_no_findings() {
        assert_eq!(found("He said it hurt at 12 mg."), []);
    }

    #[test]
    fn names_are_sorted_and_do_not_overlap() {
        let all = found("我在塘栖镇长大，后来去了瑞金医院，碰到赵秀珍。");
        assert_eq!(all, [(Kind::Place, "塘栖镇"), (Kind::Org, "瑞金医院"), (Kind::Person, "赵秀珍")]);
    }

    #[test]
    fn what_stands_in_square_brackets_has_been_replaced_already() {
        assert_eq!(found("我在[塘栖镇]长大，后来去了[瑞金医院]。"), []);
    }
}
