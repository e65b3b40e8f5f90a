//! Full names: a surname and one or two characters of a given name.
//!
//! Where the words of the dictionary leave a surname over, what follows is weighed: how sure the surname is, how far each
//! character speaks for a given name, what stands before and after. Ordinary words that look like a name are whole words of
//! the dictionary, so they leave nothing over.

use super::given;
use super::kin;
use super::lexicon::{self, Speech};
use super::line::{Line, Word};
use super::speech;
use super::surname::{self, Surname};
use super::title;
use super::{Found, Kind};

/// What a surname with one character has to weigh.
const SHORT: i32 = 7;
/// What a surname with two characters has to weigh.
const LONG: i32 = 8;
/// A word counted this often is first of all a word.
const ORDINARY: usize = 60;
/// A word counted less often than this may as well be a name, whatever the dictionary says of it.
const SELDOM: usize = 20;

/// Adds the full names in a line.
pub(super) fn find(line: &Line, found: &mut Vec<Found>) {
    let mut free = 0;
    for word in &line.words {
        if word.start < free || word.len() > 3 {
            continue;
        }
        if let Some(end) = name_at(line, word) {
            found.push(Found::new(Kind::Person, word.start, end));
            free = end;
        }
    }
}

/// Where the name ends that begins with a word.
fn name_at(line: &Line, word: &Word) -> Option<usize> {
    let at = word.start;
    let (length, sure) = surname::begins(line, at)?;
    if kin::is_person_word(line.text_of(word))
        || kin::is_cue_verb(line.text_of(word))
        || word.speech == Speech::Region
        || word.len() > 1 && length == 1 && word.speech == Speech::Function
    {
        return None;
    }
    if length == 1 && counted(line, at) {
        return None;
    }
    let cue = kin::before(line, at);
    let sum = cue.weight() + worth(sure) + i32::from(length == 2) * 2;
    let given = at + length;
    let fits = |end: usize, least: i32, weight: Option<i32>| weight.filter(|weight| sum + weight + after(line, end) >= least).map(|_| end);
    let long = two(line, word, given).and_then(|weight| fits(given + 2, LONG, Some(weight)));
    let short = fits(given + 1, SHORT, one(line, word, given));
    match (long, short) {
        // A second character that does not speak for a name is left to what follows.
        (Some(_), Some(end)) if given::weight(line, given + 1) == Some(0) => Some(end),
        (Some(end), _) | (None, Some(end)) => Some(end),
        (None, None) => None,
    }
}

/// 一张, 两周, 画了张图: the surname is a measure here.
fn counted(line: &Line, at: usize) -> bool {
    const MEASURES: &str = "张周段章曲席成石钟方房关包项任";
    const COUNTS: &str = "一二两三四五六七八九十百千几半这那每上下多整各某哪第";
    let before = line.before(at);
    MEASURES.contains(line.at(at))
        && (COUNTS.contains(before)
            || before.is_ascii_digit()
            || matches!(before, '了' | '有') && kin::before(line, at) != kin::Cue::Strong)
}

fn worth(sure: Surname) -> i32 {
    match sure {
        Surname::Clear => 4,
        Surname::Fair => 3,
        Surname::Weak => 2,
    }
}

/// What the text after a name adds.
fn after(line: &Line, end: usize) -> i32 {
    if title::begins(line, end) {
        return 3;
    }
    i32::from(speech::begins_act(line, end))
}

/// What the one character of a given name weighs.
fn one(line: &Line, word: &Word, given: usize) -> Option<i32> {
    let weight = given::weight(line, given)?;
    if word.end == given + 1 && word.len() == 2 {
        return Some(weight - against(line, word));
    }
    if word.end == given + 1 && given == word.start + 2 {
        return Some(weight + 2);
    }
    let next = line.word_at(given).map(|at| &line.words[at])?;
    if word.end != given || next.start != given {
        return None;
    }
    match next.len() {
        1 => Some(weight),
        2 if cuts_a_word(line, given) => Some(weight - 1),
        _ => None,
    }
}

/// What the two characters of a given name weigh.
fn two(line: &Line, word: &Word, given: usize) -> Option<i32> {
    let (first, second) = (given::weight(line, given)?, given::weight(line, given + 1)?);
    let next = line.word_at(word.end).map(|at| &line.words[at]);
    if word.end == given + 2 && word.len() == 3 && given == word.start + 1 {
        return (first > 0 && second > 0 && word.speech == Speech::Person).then_some(first + second + 2);
    }
    let next = next?;
    if word.end == given + 1 && word.len() == 2 {
        let against = against(line, word) - i32::from(second == given::STRONG);
        return (next.len() == 1 && second > 0 && !speech::is_small_word(line.at(given + 1))).then_some(first + second - against.max(0));
    }
    if word.end != given {
        return None;
    }
    match next.len() {
        1 => line.begins_word(given + 2).then_some(first + second),
        2 if next.speech != Speech::Person && cuts_a_word(line, given) => None,
        2 => given::weight_of_pair(line, next),
        _ => None,
    }
}

/// 张伟大家: the dictionary took the end of the name for the beginning of a word.
fn cuts_a_word(line: &Line, given: usize) -> bool {
    given::weight(line, given) == Some(given::STRONG) && line.at(given + 2) != '。' && lexicon::knows(line.slice(given + 1, given + 3))
}

/// What speaks against a word of the dictionary that begins with a surname.
fn against(line: &Line, word: &Word) -> i32 {
    let frequency = lexicon::frequency(line.text_of(word));
    match word.speech {
        Speech::Person if frequency < ORDINARY => i32::from(surname::of(line.at(word.start)) == Some(Surname::Weak)) * 2,
        _ if frequency < SELDOM => 2,
        Speech::Person if frequency < 5 * ORDINARY => 2,
        Speech::Person => 4,
        Speech::Proper | Speech::Place => 3,
        _ => 5,
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
    fn a_surname_left_over_begins_a_name() {
        table(&[
            ("这事还没告诉郑晓燕。", &["郑晓燕"]),
            ("主刀的是沈国栋教授。", &["沈国栋"]),
            ("欧阳雪帮我写的。", &["欧阳雪"]),
            ("同事潘伟帮我挂的号。", &["潘伟"]),
            ("张伟大家都认识。", &["张伟"]),
        ]);
    }

    #[test]
    fn words_that_look_like_names_are_none() {
        table(&[
            ("黄金时间浪费了。", &[]),
            ("谢谢你们。", &[]),
            ("我先生高兴得很。", &[]),
            ("给我贴了张图。", &[]),
            ("周围没有人。", &[]),
            ("孙女很乖。", &[]),
        ]);
    }
}
