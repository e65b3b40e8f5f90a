//! Names that somebody goes by: 外号叫老学究, 铁柱, 裁缝邓, “小豆子” as a name at home.

use super::dictionary::{self, Speech};
use super::found::LikelyName;
use super::given;
use super::kin::{self, NameCue};
use super::list::{List, list};
use super::speech;
use super::surname::{self, Surname};
use super::text::ZhText;
use std::sync::LazyLock;

/// After these words comes what somebody is called.
static NAMING: LazyLock<List> = list!("zh/naming.txt");
/// What people are called at home.
static PETS: LazyLock<List> = list!("zh/pet-names.txt");
/// What somebody is known by, before their surname.
static TRADES: LazyLock<List> = list!("zh/trades.txt");

/// Words for such names, in whose sentence a word in quotation marks is one.
const NAMES: [&str; 6] = ["小名", "乳名", "外号", "绰号", "诨号", "昵称"];

/// Adds the names in a text that somebody goes by.
pub(super) fn find(text: &ZhText, found: &mut Vec<LikelyName>) {
    for word in &text.words {
        let at = word.start;
        if let Some((start, end)) = named(text, at) {
            found.push(LikelyName::person(start, end));
        }
        found.extend(introduced(text, at).map(|end| LikelyName::person(at, end)));
        found.extend(pet(text, at).map(|end| LikelyName::person(at, end)));
        found.extend(known_by_trade(text, at).map(|end| LikelyName::person(at, end)));
    }
    quoted(text, found);
}

/// The name behind a word that says that one comes, where the word ends before a place.
fn named(text: &ZhText, at: usize) -> Option<(usize, usize)> {
    NAMING.longest_before(text, at)?;
    let start = if matches!(text.at(at), '儿' | '“' | '"' | '「' | '『' | '：' | ':' | '‘') { at + 1 } else { at };
    let mut end = start;
    while end - start < 2 {
        let word = text.word_at(end)?;
        let is_part = word.start == end && word.speech != Speech::Function && dictionary::is_han(text.at(end)) && word.len() < 5;
        let is_small = word.len() == 1 && speech::is_small_word(text.at(end)) && word.speech != Speech::Number;
        if !is_part || is_small {
            return None;
        }
        end = word.end;
    }
    // 胖墩儿, 大刘子: an ending.
    while matches!(text.at(end), '儿' | '子') {
        end += 1;
    }
    (!kin::is_person_word(text.slice(start, end))).then_some((start, end))
}

/// 我对象叫占飞, 那个病号叫火旺: where the name ends that is all between 叫 behind a person and the end of the clause.
fn introduced(text: &ZhText, at: usize) -> Option<usize> {
    let verb = at.checked_sub(1).filter(|verb| text.at(*verb) == '叫' && kin::ends_person(text, *verb))?;
    let end = (at..text.len().min(at + 4)).find(|at| !dictionary::is_han(text.at(*at))).unwrap_or(text.len());
    let word = text.word_at(at)?;
    let is_ordinary =
        word.end == end && word.frequency > 300 || kin::is_person_word(text.slice(at, end)) || word.speech == Speech::Function;
    ((2..4).contains(&(end - at)) && text.begins_word(verb) && !is_ordinary).then_some(end)
}

/// Whether a word is what people are called at home.
pub(super) fn is_pet(word: &str) -> bool {
    PETS.has(word)
}

fn pet(text: &ZhText, at: usize) -> Option<usize> {
    let end = at + PETS.longest_at(text, at)?;
    let is_doubled = end - at == 2 && text.at(at) == text.at(at + 1);
    let cue = kin::before(text, at);
    let is_known = (cue >= NameCue::Start || end - at > 2) && (speech::begins_act(text, end) || matches!(text.at(end), '他' | '她' | '家'));
    (!is_doubled && text.begins_word(end) && (is_known || cue == NameCue::Strong)).then_some(end)
}

fn known_by_trade(text: &ZhText, at: usize) -> Option<usize> {
    let end = at + TRADES.longest_at(text, at)?;
    let is_surname = surname::sureness(text.at(end)) >= Some(Surname::Fair) && text.begins_word(end) && text.begins_word(end + 1);
    let goes_on = given::weight(text, end + 1) > Some(0) && !speech::begins_act(text, end + 1);
    // 哑巴栓: what children are called.
    let is_surname =
        is_surname || "栓柱锁娃根贵福喜旺财强军明".contains(text.at(end)) && text.begins_word(end) && text.begins_word(end + 1);
    (is_surname && !goes_on && (speech::begins_act(text, end + 1) || kin::before(text, at) >= NameCue::Link)).then_some(end + 1)
}

/// A word in quotation marks, where names that somebody goes by are spoken of.
fn quoted(text: &ZhText, found: &mut Vec<LikelyName>) {
    const FARTHEST: usize = 18;
    let mut open = None;
    for at in 0..text.len() {
        match text.at(at) {
            '“' | '"' | '「' | '『' if open.is_none() => open = Some(at + 1),
            '”' | '"' | '」' | '』' => {
                let Some(start) = open.take() else { continue };
                let is_word = (2..5).contains(&(at - start)) && (start..at).all(|at| dictionary::is_han(text.at(at)));
                let around = || text.slice(start.saturating_sub(FARTHEST), at + FARTHEST);
                if is_word && NAMES.iter().any(|name| around().contains(name)) {
                    found.push(LikelyName::person(start, at));
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::found::assert_found;
    use super::*;

    #[test]
    fn what_somebody_is_called_is_a_name() {
        assert_found(
            find,
            &[
                ("他外号叫老学究，都认识。", &["老学究"]),
                ("我小名叫石榴。", &["石榴"]),
                ("铁柱拿车拉我去的。", &["铁柱"]),
                ("我对象叫占飞，干装修的。", &["占飞"]),
                ("裁缝邓见了都说好。", &["裁缝邓"]),
                ("把“小豆子”当成乳名。", &["小豆子"]),
            ],
        );
    }

    #[test]
    fn other_words_are_none() {
        assert_found(
            find,
            &[("叫救护车吧。", &[]), ("护士叫医生。", &[]), ("我妈叫外卖。", &[]), ("司机马上就到。", &[]), ("他说“不知道”。", &[])],
        );
    }
}
