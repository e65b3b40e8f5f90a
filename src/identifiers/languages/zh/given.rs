//! Which characters are in given names, and how far they say so.
//!
//! A character that is seldom a word of its own speaks for a name, wherever it is left over between words.

use super::dictionary::{self, Speech};
use super::list::{Characters, List, characters, list};
use super::speech;
use super::text::{ZhText, ZhWord};
use std::sync::LazyLock;

/// What a character of a name weighs that is hardly anything else.
pub(super) const STRONG: i32 = 3;
/// What a character of a name weighs that is a word too.
pub(super) const FAIR: i32 = 2;

/// Characters of given names that are seldom words.
static SELDOM: LazyLock<Characters> = characters!("zh/given-characters.txt");
/// Characters of given names that are words as well.
static WORDS_TOO: LazyLock<Characters> = characters!("zh/given-characters-words.txt");
/// Characters with which given names of two begin, and with which they end.
static FIRSTS: LazyLock<Characters> = characters!("zh/given-first.txt");
static SECONDS: LazyLock<Characters> = characters!("zh/given-second.txt");
static WHOLE: LazyLock<List> = list!("zh/given-names.txt");

/// What a character weighs as a part of a given name; none if it cannot be one.
pub(super) fn weight(text: &ZhText, at: usize) -> Option<i32> {
    let c = text.at(at);
    if !dictionary::is_han(c) || speech::is_small(c) {
        return None;
    }
    if SELDOM.has(c) {
        return Some(STRONG);
    }
    if WORDS_TOO.has(c) {
        return Some(if speech::is_small_word(c) { FAIR - 1 } else { FAIR });
    }
    let alone = text.word_at(at).filter(|word| word.len() == 1);
    Some(match alone.map(|word| word.speech) {
        Some(Speech::Bound | Speech::Person) => STRONG,
        Some(Speech::Proper | Speech::Place | Speech::Region) => FAIR,
        _ => 0,
    })
}

/// How sure two characters are of being a given name by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Alone {
    /// A word besides, though seldom said.
    Faint,
    /// A word besides, but a very seldom one.
    Likely,
    Sure,
}

/// Whether the two characters from a place on are a given name as people are given them: one that begins such names, one that ends
/// them, and no ordinary word.
pub(super) fn alone(text: &ZhText, at: usize) -> Option<Alone> {
    let is_doubled = text.at(at) == text.at(at + 1);
    if is_doubled || !text.begins_word(at) || !text.begins_word(at + 2) || !is_pair(text, at) {
        return None;
    }
    let word = text.word_at(at)?;
    if word.len() == 2 && word.frequency < 1_000 && WHOLE.has(text.slice(at, at + 2)) {
        return Some(if word.frequency < 100 { Alone::Sure } else { Alone::Likely });
    }
    if word.len() == 1 && WHOLE.has(text.slice(at, at + 2)) {
        return Some(Alone::Sure);
    }
    if word.len() == 2 {
        return match word.speech {
            Speech::Function => None,
            Speech::Person if word.frequency < 100 => Some(Alone::Sure),
            Speech::Person | Speech::Proper | Speech::Place | Speech::Region if word.frequency < 300 => Some(Alone::Likely),
            _ if word.frequency < 60 => Some(Alone::Likely),
            _ => (word.frequency < 250).then_some(Alone::Faint),
        };
    }
    // A character that is often a word says little, even where it begins or ends many names.
    let is_seldom = |at: usize| text.word_at(at).is_some_and(|word| word.frequency < 6_000);
    match (weight(text, at)?, weight(text, at + 1)?) {
        (STRONG, STRONG) if is_seldom(at) && is_seldom(at + 1) => Some(Alone::Sure),
        (STRONG, STRONG) => Some(Alone::Likely),
        (STRONG, _) if is_seldom(at) => Some(Alone::Likely),
        (_, STRONG) if is_seldom(at + 1) => Some(Alone::Likely),
        (STRONG, FAIR) | (FAIR, STRONG) => Some(Alone::Likely),
        (FAIR, FAIR) => Some(Alone::Faint),
        _ => None,
    }
}

/// Whether two characters are one that begins given names and one that ends them.
pub(super) fn is_pair(text: &ZhText, at: usize) -> bool {
    FIRSTS.has(text.at(at)) && SECONDS.has(text.at(at + 1)) || WHOLE.has(text.slice(at, at + 2))
}

/// Whether two characters are a given name of the list.
pub(super) fn is_listed(text: &ZhText, at: usize) -> bool {
    WHOLE.has(text.slice(at, at + 2))
}

/// Whether a character ends given names.
pub(super) fn is_last(c: char) -> bool {
    SECONDS.has(c)
}

/// What a word of two characters weighs as a given name; none if it cannot be one.
pub(super) fn weight_of_pair(text: &ZhText, word: &ZhWord) -> Option<i32> {
    let (first, second) = (weight(text, word.start)?, weight(text, word.start + 1)?);
    if WHOLE.has(text.text_of(word)) {
        return Some(2 * STRONG);
    }
    match word.speech {
        Speech::Person | Speech::Proper | Speech::Place | Speech::Region | Speech::Bound => Some(first + second),
        _ if first == 0 || second == 0 => unusual(word),
        Speech::Noun => Some((first + second - 1).max(unusual(word).unwrap_or(0))),
        _ => Some((first + second - 2).max(unusual(word).unwrap_or(0))),
    }
}

/// What a word weighs that is seldom said: a name may have its two characters by chance.
fn unusual(word: &ZhWord) -> Option<i32> {
    match word.frequency {
        0..100 => Some(4),
        100..800 => Some(3),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_weighs_by_how_seldom_it_is_a_word() {
        for (spelling, weighs) in [("芳", Some(STRONG)), ("海", Some(FAIR)), ("药", Some(0)), ("说", None), ("a", None)] {
            assert_eq!(weight(&ZhText::new(spelling), 0), weighs, "{spelling}");
        }
    }

    #[test]
    fn an_ordinary_word_of_two_characters_is_no_given_name() {
        let pair = |spelling| {
            let text = ZhText::new(spelling);
            weight_of_pair(&text, &text.words[0])
        };
        assert!(
            pair("医院").is_none() && pair("报告").is_none() && pair("志豪") == Some(6) && pair("丽娟").is_some_and(|weight| weight > 3)
        );
    }
}
