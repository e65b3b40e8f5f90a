//! Names of the familiar kind: 小赵, 老李, 阿李, 阿芳, 二妞, 大宝, 丽丽.

use super::given;
use super::kin::{self, Cue};
use super::lexicon::{self, Speech};
use super::line::Line;
use super::list::Chars;
use super::speech;
use super::surname::{self, Surname};
use super::{Found, Kind};
use std::sync::LazyLock;

/// What is set before a surname or a part of a given name.
const BEFORE: &str = "小老阿";
/// What is set before a pet name by order of birth.
const ORDER: &str = "大二三四五小幺老阿";
static FIRST: LazyLock<Chars> = LazyLock::new(|| Chars::new(BEFORE.chars().chain(ORDER.chars())));
/// What children are called.
const PET: &str = "妞宝丫娃毛柱蛋虎牛狗囡仔妹胖";
/// Words for kin, before which such a prefix makes no name.
const KIN: &str = "媽妈爸爹娘公婆爷爺奶哥姐弟妹姨叔伯嫂嬸婶舅姑嫲";
/// Pairs of these that are ordinary words.
const ORDINARY: [&str; 12] = ["小妹", "大妹", "老虎", "小牛", "小狗", "小虎", "大牛", "大虎", "二胖", "小胖", "小毛", "大蛋"];

/// Adds the familiar names in a line.
pub(super) fn find(line: &Line, found: &mut Vec<Found>) {
    for word in &line.words {
        let at = word.start;
        let begins = FIRST.has(line.at(at)) || line.at(at) == line.at(at + 1);
        if !begins || !lexicon::is_han(line.at(at)) || word.len() > 2 || kin::is_person_word(line.text_of(word)) {
            continue;
        }
        if pet(line, at) || prefixed(line, at, word.len()) || doubled(line, at) {
            found.push(Found::new(Kind::Person, at, at + 2));
        }
    }
}

fn pet(line: &Line, at: usize) -> bool {
    ORDER.contains(line.at(at)) && PET.contains(line.at(at + 1)) && line.begins_word(at + 2) && !ORDINARY.contains(&line.slice(at, at + 2))
}

fn prefixed(line: &Line, at: usize, length: usize) -> bool {
    let (prefix, c) = (line.at(at), line.at(at + 1));
    if !BEFORE.contains(prefix) || !line.begins_word(at + 2) {
        return false;
    }
    if KIN.contains(c) {
        return false;
    }
    let cue = kin::before(line, at);
    let acts = speech::begins_act(line, at + 2);
    // 老毛病, 小花园: the character begins a word with the next.
    if lexicon::is_han(line.at(at + 2)) && lexicon::knows(line.slice(at + 1, at + 3)) && !acts {
        return false;
    }
    let word = line.word_at(at).map(|word| line.words[word].speech);
    let named = length == 1 || matches!(word, Some(Speech::Person | Speech::Bound | Speech::Place | Speech::Proper));
    let sure = surname::of(c);
    match sure {
        Some(Surname::Clear) => named || cue > Cue::None || acts,
        Some(Surname::Fair) => named && (cue > Cue::None || acts) || cue > Cue::None && acts,
        Some(Surname::Weak) => named && (cue >= Cue::Link || cue > Cue::None && acts),
        None => named && given::weight(line, at + 1) == Some(given::STRONG) && (prefix == '阿' || cue >= Cue::Start),
    }
}

/// The same character of a name twice.
fn doubled(line: &Line, at: usize) -> bool {
    let c = line.at(at);
    if c != line.at(at + 1) || !line.begins_word(at + 2) || speech::is_small_word(c) {
        return false;
    }
    let word = line.word_at(at).map(|word| &line.words[word]);
    let cue = kin::before(line, at);
    let seldom = word.is_some_and(|word| word.len() == 1 || lexicon::frequency(line.text_of(word)) < 300);
    match given::weight(line, at) {
        Some(given::STRONG) => seldom && cue > Cue::None,
        Some(weight) => {
            cue == Cue::Strong
                && (weight > 0 || word.is_some_and(|word| word.len() == 2 && matches!(word.speech, Speech::Person | Speech::Noun)))
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        let line = Line::new(text);
        let mut found = Vec::new();
        find(&line, &mut found);
        let found = super::super::settle(found);
        found.iter().map(|one| line.slice(one.chars.start, one.chars.end)).collect()
    }

    fn table(cases: &[(&str, &[&str])]) {
        for (text, expected) in cases {
            assert_eq!(names(text), *expected, "{text}");
        }
    }

    #[test]
    fn familiar_names_are_found() {
        table(&[
            ("多亏了小赵。", &["小赵"]),
            ("老孙头发掉光了。", &["老孙"]),
            ("阿芳最懂事。", &["阿芳"]),
            ("药都是二妞管的。", &["二妞"]),
            ("婷婷放学了。", &["婷婷"]),
        ]);
    }

    #[test]
    fn words_with_the_same_beginning_are_none() {
        table(&[
            ("老毛病又犯了。", &[]),
            ("小心走。", &[]),
            ("老师来了。", &[]),
            ("阿妈来了。", &[]),
            ("大夫捏捏他的肚皮。", &[]),
            ("常常睡不着。", &[]),
        ]);
    }
}
