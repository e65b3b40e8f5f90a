//! A surname with a title: 李医生, 栗护士长, 张大爷; a surname behind 姓: 姓周.

use super::dictionary::{Speech, is_han};
use super::found::LikelyName;
use super::kin::{self, NameCue};
use super::list::{Characters, List, list};
use super::speech;
use super::surname::{self, Surname};
use super::text::{ZhText, ZhWord};
use std::sync::LazyLock;

/// Titles, the longer before the shorter that they begin with: at the hospital, at school and at work, out of politeness, of kin.
static TITLES: LazyLock<List> = list!("zh/titles.txt");

/// Titles of one character, which need a clear surname and stand alone.
static SHORT: LazyLock<Characters> = LazyLock::new(|| Characters::new("姐哥叔婶姨嫂爷伯总工某妈爸奶婆太生老".chars()));

/// Titles before which even a character is a surname that is nearly always something else.
const PROFESSIONS: [&str; 14] =
    ["大夫", "医生", "主任", "老师", "护士", "护士长", "院长", "教授", "先生", "女士", "师傅", "校长", "经理", "书记"];

/// Whether a title begins at a character.
pub(super) fn begins(text: &ZhText, at: usize) -> bool {
    TITLES.longest_at(text, at).is_some()
}

/// The length of the title that begins at a character.
pub(super) fn length_at(text: &ZhText, at: usize) -> Option<usize> {
    TITLES.longest_at(text, at)
}

/// Adds the surnames with a title in a text.
pub(super) fn find(text: &ZhText, found: &mut Vec<LikelyName>) {
    for word in &text.words {
        let at = word.start;
        if text.has(at, "姓") {
            found.extend(surname_at(text, at + 1).map(|end| LikelyName::person(at + 1, end)));
        }
        let Some((length, sure)) = surname::begins(text, at) else { continue };
        // 康师傅 is known to all.
        if word.speech == Speech::Function && word.len() > length {
            continue;
        }
        let start = at + length;
        if let Some(end) = TITLES.longest_at(text, start).map(|length| start + length).or_else(|| short(text, at, start, sure)) {
            // 时大夫: only where a clause begins, or after a word for a person.
            let is_professional = || PROFESSIONS.contains(&text.slice(start, end));
            if sure == Surname::Rare && !(is_professional() && is_apart(text, at)) {
                continue;
            }
            let governs = length == 1
                && surname::is_verb(text.at(at))
                && !NAMES_ALL_THE_SAME.contains(text.at(at))
                && (kin::before(text, at) < NameCue::Link || PRONOUNS.contains(text.before(at)));
            if !governs && whole(text, at, word, start, end) {
                found.push(LikelyName::person(at, end));
            }
        }
    }
}

/// Verbs that are a surname before a title all the same: 于院长.
const NAMES_ALL_THE_SAME: &str = "于许成费路边祝简任曾权步";

/// 我向主任反映: somebody does something to whom the title is of.
const PRONOUNS: &str = "我你您他她们咱俺";

/// Whether a character is a word by itself and begins a clause, or follows a word for a person.
fn is_apart(text: &ZhText, at: usize) -> bool {
    let cue = kin::before(text, at);
    text.begins_word(at + 1) && (!is_han(text.before(at)) || cue == NameCue::Strong)
}

/// The end of a surname that is after the word 姓.
fn surname_at(text: &ZhText, at: usize) -> Option<usize> {
    // 姓那的: what a surname is for sure.
    let is_apart =
        matches!(text.at(at + 1), '的' | '，' | '。' | '、' | ',') && is_han(text.at(at)) && !"什啥名氏甚么".contains(text.at(at));
    let Some((length, _)) = surname::begins(text, at) else { return is_apart.then_some(at + 1) };
    text.begins_word(at + length).then_some(at + length)
}

fn short(text: &ZhText, at: usize, start: usize, sure: Surname) -> Option<usize> {
    let titled = SHORT.has(text.at(start)) && text.begins_word(start + 1);
    let kin = "姐哥叔婶姨嫂爷".contains(text.at(start)) && (kin::before(text, at) > NameCue::None || speech::begins_act(text, start + 1));
    (titled && (sure >= Surname::Fair || kin)).then_some(start + 1)
}

/// Whether the dictionary's words agree: the surname is a word, or is in one with the title or a part of it.
fn whole(text: &ZhText, at: usize, first: &ZhWord, start: usize, end: usize) -> bool {
    let word_end = first.end;
    if word_end <= start {
        return true;
    }
    let word = text.slice(at, word_end);
    // 孙女士 is cut as 孙女 and 士: the title reaches beyond the word.
    word_end <= end && !(word_end == end && kin::is_person_word(word)) && (end - start > 1 || first.frequency < 200)
}

#[cfg(test)]
mod tests {
    use super::super::found::assert_found;
    use super::*;

    #[test]
    fn a_surname_with_a_title_is_a_person() {
        assert_found(
            find,
            &[
                ("栗护士长讲得直接。", &["栗护士长"]),
                ("孙女士请进。", &["孙女士"]),
                ("多亏上官医生。", &["上官医生"]),
                ("江姐一直鼓励我。", &["江姐"]),
                ("她姓覃，广西来的。", &["覃"]),
            ],
        );
    }

    #[test]
    fn a_title_without_a_surname_is_none() {
        assert_found(
            find,
            &[("医生说没事。", &[]), ("连护士都哭了。", &[]), ("国家主任医师。", &[]), ("女医生来了。", &[]), ("小学老师。", &[])],
        );
    }
}
