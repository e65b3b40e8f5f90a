//! Full names: a surname and one or two characters of a given name.
//!
//! Where the words of the dictionary leave a surname over, what follows is weighed: how sure the surname is, how far each
//! character speaks for a given name, what is before and after. Ordinary words that look like a name are whole words of
//! the dictionary, so they leave nothing over.

use super::dictionary::{self, Speech, is_han};
use super::found::LikelyName;
use super::given;
use super::kin;
use super::speech;
use super::surname::{self, Surname};
use super::text::{ZhText, ZhWord};
use super::title;

/// What a surname with one character has to weigh.
const SHORT: i32 = 7;
/// How many characters before a name its surname may have been named.
const NAMED_WITHIN: usize = 40;
/// What a surname with two characters has to weigh.
const LONG: i32 = 7;
/// A word counted this often is first of all a word.
const ORDINARY: u32 = 60;
/// A word counted less often than this may as well be a name, whatever the dictionary says of it.
const SELDOM: u32 = 20;

/// Adds the full names in a text.
pub(super) fn find(text: &ZhText, found: &mut Vec<LikelyName>) {
    let mut free = 0;
    for word in &text.words {
        if word.start < free || word.len() > 3 {
            continue;
        }
        if let Some(end) = name_at(text, word) {
            found.push(LikelyName::person(word.start, end));
            free = end;
        }
    }
}

/// 那天王伟, 落款为何素珍: names whose surname the dictionary took for the end of a word.
pub(super) fn find_cut_off(text: &ZhText, found: &mut Vec<LikelyName>) {
    for word in text.words.iter().filter(|word| (2..4).contains(&word.len())) {
        let (at, given) = (word.end - 1, word.end);
        let is_surname = surname::sureness(text.at(at)) >= Some(Surname::Fair);
        if !is_surname || kin::is_person_word(text.text_of(word)) || title::begins(text, at) {
            continue;
        }
        let ends = |end: usize| text.begins_word(end) && (speech::begins_act(text, end) || title::begins(text, end));
        if given::alone(text, given) >= Some(given::Alone::Likely) && ends(given + 2) {
            found.push(LikelyName::person(at, given + 2));
        } else if text.begins_word(given + 1)
            && given::weight(text, given) == Some(given::STRONG)
            && ends(given + 1)
            && word.start > 0
            && dictionary::knows(text.slice(word.start - 1, at))
        {
            found.push(LikelyName::person(at, given + 1));
        }
    }
}

/// Where the name ends that begins with a word.
fn name_at(text: &ZhText, word: &ZhWord) -> Option<usize> {
    let at = word.start;
    let (length, sure) = surname::begins(text, at)?;
    if kin::is_person_word(text.text_of(word))
        || kin::is_cue_verb(text.text_of(word))
        || word.speech == Speech::Region
        || word.len() > length && word.speech == Speech::Function
    {
        return None;
    }
    if length == 1 && counted(text, at) {
        return None;
    }
    let cue = kin::before(text, at);
    if sure == Surname::Rare {
        // Nothing less than a whole name where one comes is believed.
        let strong = |at: usize| given::weight(text, at) == Some(given::STRONG);
        let is_whole = given::is_pair(text, at + 1) && (strong(at + 1) || strong(at + 2) || word.len() == 3) && text.begins_word(at + 3);
        let is_known = word.len() == 3 && word.speech == Speech::Person;
        return (cue >= kin::NameCue::Link && is_whole && (word.len() == 1 || is_known)).then_some(at + 3);
    }
    // 叫于得水。: between what says that a name comes and the end of the clause is one, whatever its characters.
    let is_between = |end: usize| text.has_before(at, "叫") && word.len() == length && text.begins_word(end) && !is_han(text.at(end));
    if length == 1 && is_between(at + 3) && is_han(text.at(at + 2)) && !title::begins(text, at + 1) {
        return Some(at + 3);
    }
    // 我姓向，向春来: a surname that has been named.
    let is_named = length == 1
        && (at.saturating_sub(NAMED_WITHIN).max(2)..at).any(|before| text.at(before - 1) == '姓' && text.at(before) == text.at(at));
    // 白花花, 温吞吞: what something is like.
    if text.at(at + length) == text.at(at + length + 1) && sure <= Surname::Weak && cue < kin::NameCue::Link {
        return None;
    }
    // 于云南, 任钳工, 曾受训: a verb or a preposition, with an ordinary word behind it.
    let next = text.word_at(at + 1);
    let is_before_word =
        next.is_some_and(|next| next.start == at + 1 && next.len() == 2 && next.speech != Speech::Person && !given::is_pair(text, at + 1));
    if length == 1 && !is_named && surname::is_verb(text.at(at)) && is_before_word {
        return None;
    }
    let sum = i32::from(is_named) * 3 + cue.weight() + worth(sure) - i32::from(surname::is_verb(text.at(at))) + i32::from(length == 2) * 2;
    let given = at + length;
    // 阮氏梅: as women are called in the south and in Vietnam.
    // 释永觉: as monks and nuns are called.
    if text.at(at) == '释' && word.len() == 1 && is_han(text.at(at + 2)) && text.begins_word(at + 3) && speech::begins_act(text, at + 3) {
        return Some(at + 3);
    }
    let is_maiden = text.at(given + 1) == '氏' && surname::sureness(text.at(given)).is_some();
    if is_maiden && text.begins_word(given + 2) {
        return Some(given + 2);
    }
    if text.at(given) == '氏' && given::weight(text, given + 1) > Some(0) && text.begins_word(given + 2) {
        return Some(given + 2);
    }
    let fits = |end: usize, least: i32, weight: Option<i32>| weight.filter(|weight| sum + weight + after(text, end) >= least).map(|_| end);
    let long = two(text, word, given).and_then(|weight| fits(given + 2, LONG, Some(weight)));
    let short = fits(given + 1, SHORT, one(text, word, given));
    match (long, short) {
        // A second character that does not speak for a name is left to what follows.
        (Some(_), Some(end)) if given::weight(text, given + 1) == Some(0) => Some(end),
        (Some(end), _) | (None, Some(end)) => Some(end),
        (None, None) => None,
    }
}

/// 一张, 两周, 画了张图: the surname is a measure here.
fn counted(text: &ZhText, at: usize) -> bool {
    const MEASURES: &str = "张周段章曲席成石钟方房关包项任楼井";
    const COUNTS: &str = "一二两三四五六七八九十百千几半这那每上下多整各某哪第";
    let before = text.before(at);
    MEASURES.contains(text.at(at))
        && (COUNTS.contains(before)
            || before.is_ascii_digit()
            || matches!(before, '了' | '有') && kin::before(text, at) != kin::NameCue::Strong)
}

fn worth(sure: Surname) -> i32 {
    match sure {
        Surname::Clear => 4,
        Surname::Fair => 3,
        Surname::Weak => 2,
        Surname::Rare => 0,
    }
}

/// What the spelling after a name adds.
fn after(text: &ZhText, end: usize) -> i32 {
    if title::begins(text, end) {
        return 3;
    }
    i32::from(speech::begins_act(text, end))
}

/// What the one character of a given name weighs.
fn one(text: &ZhText, word: &ZhWord, given: usize) -> Option<i32> {
    let weight = given::weight(text, given)?;
    if word.end == given + 1 && word.len() == 2 {
        return Some(weight - against(text, word));
    }
    if word.end == given + 1 && given == word.start + 2 {
        return Some(weight + 2);
    }
    let next = text.word_at(given)?;
    if word.end != given || next.start != given {
        return None;
    }
    match next.len() {
        1 => Some(weight),
        2 if cuts_a_word(text, given) => Some(weight - 1),
        _ => None,
    }
}

/// What the two characters of a given name weigh.
fn two(text: &ZhText, word: &ZhWord, given: usize) -> Option<i32> {
    let (first, second) = (given::weight(text, given)?, given::weight(text, given + 1)?);
    let next = text.word_at(word.end);
    if word.end == given + 2 && word.len() == 3 && given == word.start + 1 {
        return (first > 0 && second > 0 && word.speech == Speech::Person).then_some(first + second + 2);
    }
    let next = next?;
    if word.end == given + 1 && word.len() == 2 {
        let against = against(text, word) - i32::from(second == given::STRONG);
        return (next.len() == 1 && second > 0 && !speech::is_small_word(text.at(given + 1))).then_some(first + second - against.max(0));
    }
    if word.end != given {
        return None;
    }
    match next.len() {
        1 => text.begins_word(given + 2).then_some(first + second),
        2 if next.speech != Speech::Person && cuts_a_word(text, given) => None,
        2 => given::weight_of_pair(text, next),
        _ => None,
    }
}

/// 张伟大家: the dictionary took the end of the name for the beginning of a word.
fn cuts_a_word(text: &ZhText, given: usize) -> bool {
    given::weight(text, given) == Some(given::STRONG) && text.at(given + 2) != '。' && dictionary::knows(text.slice(given + 1, given + 3))
}

/// What speaks against a word of the dictionary that begins with a surname.
fn against(text: &ZhText, word: &ZhWord) -> i32 {
    let frequency = word.frequency;
    match word.speech {
        Speech::Person if frequency < ORDINARY => i32::from(surname::sureness(text.at(word.start)) == Some(Surname::Weak)) * 2,
        _ if frequency < SELDOM => 2,
        Speech::Person if frequency < 5 * ORDINARY => 2,
        Speech::Person => 4,
        Speech::Proper | Speech::Place => 3,
        _ => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::super::found::assert_found;
    use super::*;

    #[test]
    fn a_surname_left_over_begins_a_name() {
        assert_found(
            find,
            &[
                ("这事还没告诉郑晓燕。", &["郑晓燕"]),
                ("主刀的是沈国栋教授。", &["沈国栋"]),
                ("欧阳雪帮我写的。", &["欧阳雪"]),
                ("同事潘伟帮我挂的号。", &["潘伟"]),
                ("张伟大家都认识。", &["张伟"]),
            ],
        );
    }

    #[test]
    fn a_surname_at_the_end_of_another_word_begins_a_name() {
        assert_found(
            find_cut_off,
            &[("那天王伟来了。", &["王伟"]), ("签名为何素珍，", &["何素珍"]), ("他是为何来的。", &[]), ("请慢慢说。", &[])],
        );
    }

    #[test]
    fn words_that_look_like_names_are_none() {
        assert_found(
            find,
            &[
                ("黄金时间浪费了。", &[]),
                ("谢谢你们。", &[]),
                ("我先生高兴得很。", &[]),
                ("给我贴了张图。", &[]),
                ("周围没有人。", &[]),
                ("孙女很乖。", &[]),
            ],
        );
    }
}
