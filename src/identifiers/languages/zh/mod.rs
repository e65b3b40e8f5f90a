//! Likely names of persons, places and organisations in Chinese text.
//!
//! The text is cut into words by a dictionary that also says what part of speech a word is. Rules then look at what ordinary words
//! leave over: a surname that begins no word, a place word with a name before it, a kind of institution with a name before it. What
//! is found is likely, never certain, so it is a matter for a warning.

mod called;
mod dictionary;
#[cfg(test)]
mod dictionary_tests;
mod file_name;
mod forms;
mod found;
mod given;
mod given_alone;
mod kin;
mod list;
mod nickname;
mod organisation;
mod person;
mod place;
mod public;
mod region;
mod speech;
mod stem;
mod surname;
mod text;
mod title;
mod transliterated;

use super::language::Language;
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::forms::Words;
use crate::identifiers::signs::{Cue, Signs};
use crate::identifiers::word_list::{WordList, word_list};
use std::ops::Range;
use text::ZhText;

pub struct Chinese;

impl Language for Chinese {
    fn tag(&self) -> &'static str {
        "zh"
    }

    fn cues(&self) -> &'static [(Cue, WordList)] {
        const AGES: WordList = word_list!("zh/ages.txt");
        const MAIL: WordList = word_list!("zh/mail-cues.txt");
        &[(Cue::Ages, AGES), (Cue::Mail, MAIL), (Cue::Services, forms::web::SERVICES)]
    }

    fn words(&self) -> &'static Words {
        &Words::NONE
    }

    fn mark(&self, text: &str, signs: &Signs, _: &dyn Fn() -> &'static str, marks: &mut Marks) {
        if signs.cjk {
            forms::mark(text, signs, marks);
            marks.extend(scan(text));
        }
    }
}

/// Finds the likely names in a text: byte ranges, sorted, none overlapping another.
fn scan(text: &str) -> Vec<(FindingKind, Range<usize>)> {
    if !text.chars().any(dictionary::is_han) {
        return Vec::new();
    }
    let text = ZhText::new(text);
    let mut found = Vec::new();
    organisation::find(&text, &mut found);
    place::find(&text, &mut found);
    title::find(&text, &mut found);
    transliterated::find(&text, &mut found);
    person::find(&text, &mut found);
    person::find_cut_off(&text, &mut found);
    nickname::find(&text, &mut found);
    called::find(&text, &mut found);
    given_alone::find(&text, &mut found);
    found.retain(|one| !text.in_brackets(&one.chars) && !public::is_public(&text, one));
    file_name::widen(&text, &mut found);
    found::settle(found).into_iter().map(|one| (one.kind, text.bytes(&one.chars))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(FindingKind, &str)> {
        scan(text).into_iter().map(|(kind, bytes)| (kind, &text[bytes])).collect()
    }

    #[test]
    fn text_without_chinese_has_no_findings() {
        assert_eq!(found("He said it hurt at 12 mg."), []);
    }

    #[test]
    fn names_are_sorted_and_do_not_overlap() {
        let all = found("我在塘栖镇长大，后来去了瑞金医院，碰到赵秀珍。");
        assert_eq!(all, [(FindingKind::Place, "塘栖镇"), (FindingKind::Org, "瑞金医院"), (FindingKind::Person, "赵秀珍")]);
    }

    #[test]
    fn what_is_in_square_brackets_has_been_replaced_already() {
        assert_eq!(found("我在[塘栖镇]长大，后来去了[瑞金医院]。"), []);
    }
}
