//! Names in texts of Latin letters: people, places, organisations.
//!
//! A capital in the middle of a sentence is a name, unless the word is one that everybody shares (a month, a country, a feast) or
//! one of the language. At the beginning of a sentence a capital says nothing, so there has to be other evidence: a list, a title,
//! a second capital. What kind of name it is, the words around it tell.

mod asides;
mod context;
mod cued;
mod known;
mod lists;
mod organisations;
mod places;
mod titles;
mod word;
mod words;

use std::ops::Range;

use super::language::Language;
use crate::identifiers::characters::{after, before};
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::forms::Words;
use crate::identifiers::pattern::pattern;
use crate::identifiers::signs::{Cue, Signs};
use crate::identifiers::word_list::WordList;
use context::{
    is_acting, is_addressed, is_apposed, is_cited, is_disease, is_drug, is_literature, is_named_thing, is_place, is_somebody, is_speaking,
    is_study, is_theory,
};
use lists::{is_city, is_double, is_english, is_family, is_given, is_ordinary, is_small};
use word::LatinWord;

pub struct English;

impl Language for English {
    fn tag(&self) -> &'static str {
        "en"
    }

    fn cues(&self) -> &'static [(Cue, WordList)] {
        words::CUES
    }

    fn words(&self) -> &'static Words {
        &words::WORDS
    }

    fn mark(&self, text: &str, signs: &Signs, dominant: &dyn Fn() -> &'static str, marks: &mut Marks) {
        mark(text, signs, &|| dominant() == "en", marks);
    }

    fn small_words(&self) -> Option<WordList> {
        Some(lists::SMALL)
    }

    fn is_name(&self, word: &str) -> bool {
        (is_given(word) || is_family(word)) && !is_english(word)
    }
}

fn mark(text: &str, signs: &Signs, is_english: &dyn Fn() -> bool, marks: &mut Marks) {
    let before = marks.len();
    if signs.letter {
        cued::mark(text, signs, is_english, marks);
    }
    if signs.count(Cue::Digits) >= 2 {
        asides::birthdays(text, marks);
    }
    if signs.capital {
        capitals(text, signs, is_english, marks);
    }
    let found = marks.split_off(before);
    marks.extend(found.into_iter().filter(|(_, range)| !known::is_known(text, range)));
}

fn capitals(text: &str, signs: &Signs, is_english: &dyn Fn() -> bool, marks: &mut Marks) {
    if signs.digits >= 4 && (text.contains(" 19") || text.contains(" 20")) {
        asides::feasts(text, marks);
    }
    if signs.colon && is_english() {
        asides::speakers(text, marks);
    }
    organisations::mark(text, signs, marks);
    places::mark(text, signs, marks);
    if signs.has(Cue::Months) {
        asides::months(text, marks);
    }
    if signs.has(Cue::Titles) {
        titles::mark(text, marks);
    }
    let words = word::words(text);
    let mut at = 0;
    while at < words.len() {
        let end = run(text, &words, at);
        // In German every noun has a capital: there only a name that a list has is one.
        if end > at && (is_english() || is_sure(&words[at..end])) {
            judge(text, &words, at..end, marks);
        }
        at = end.max(at + 1);
    }
}

/// In another language a name is one that is no word of either.
fn is_sure(name: &[LatinWord]) -> bool {
    name[0].bare.len() > 3 && lists::SURE.contains(&name[0].bare)
}

/// Whether a sentence begins with a word.
fn is_first(text: &str, words: &[LatinWord], n: usize) -> bool {
    let start = words[n].range.start;
    let Some(last) = n.checked_sub(1).map(|n| &words[n].range) else {
        return text[..start].chars().all(|c| !c.is_alphanumeric()) || text[..start].trim_end().ends_with(ENDS);
    };
    let gap = &text[last.end..start];
    // An initial's full stop ends no sentence.
    let is_initial = gap == ". " && last.len() == 1;
    !is_initial && (gap.contains(ENDS) || gap.contains(" -") || gap.contains("' ") || gap.contains(" '"))
}

/// Signs behind which a sentence begins.
const ENDS: [char; 17] = ['.', '!', '?', '…', ':', ';', '"', '\n', '(', '[', '•', '。', '！', '？', '，', '/', '*'];

/// Whether two words with capitals are no kind of thing that every town or hospital has.
fn is_unusual(text: &str, words: &[LatinWord], at: usize) -> bool {
    let pair = &words[at..(at + 2).min(words.len())];
    pair.len() == 2
        && !lists::INQUIRIES.contains(&pair[1].bare)
        && pair.iter().all(|word| {
            !lists::LEADING.contains(word.written) && !places::is_medical(&[word.written]) && !lists::NATIONAL.contains(word.written)
        })
        && !after(text, pair[1].range.end, 2).trim_start().starts_with(|c: char| c.is_ascii_digit())
}

/// The words from `at` on that stand together as one name, by index; `at` where there is none.
fn run(text: &str, words: &[LatinWord], at: usize) -> usize {
    const PARTICLES: &[&str] = &[
        "de", "da", "del", "della", "di", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "du", "dos", "ap", "of",
        "upon", "on", "under", "y",
    ];
    // A word that only the longest list has may be a name there too, if a person would stand in its place.
    let stands_for_somebody = |n: usize| {
        let range = &words[n].range;
        !is_first(text, words, n)
            && !is_ordinary(&words[n].bare)
            && is_acting(after(text, range.end, 24))
            && is_addressed(before(text, range.start, 40), after(text, range.end, 24))
    };
    // Two capitals where one goes or lives: Market Harborough.
    let is_double_place = |n: usize| {
        let range = &words[n].range;
        let is_part = |word: &LatinWord| word.is_capital() && !is_small(&word.bare) && word.is_candidate();
        let next = words.get(n + 1).filter(|next| &text[range.end..next.range.start] == " ");
        next.is_some_and(is_part)
            && is_part(&words[n])
            && is_place(before(text, range.start, 12), "", "")
            && !before(text, range.start, 3).ends_with("of ")
    };
    let starts = |n: usize| {
        let word = &words[n];
        // Most capitals begin a sentence with a word that every sentence may have.
        (!is_small(&word.bare) || is_given(&word.bare))
            && word.is_candidate()
            && (is_given(&word.bare) || !word.is_common() || stands_for_somebody(n) || is_double_place(n))
    };
    if !starts(at) {
        return at;
    }
    // "Moss Side": both words are of the language, and together a place.
    let mut end = at + if is_double_place(at) && is_unusual(text, words, at) { 2 } else { 1 };
    while end < words.len() && !words[end - 1].written.ends_with("'s") {
        let (last, word) = (&words[end - 1], &words[end]);
        let gap = &text[last.range.end..word.range.start];
        let close = gap == " " || gap == ". " && last.range.len() <= 2;
        if !close || is_first(text, words, end) {
            break;
        }
        // What stands large behind a name belongs to it, save where a sentence without its full stop begins.
        let belongs = word.is_candidate() && !is_small(&word.bare) && !is_double(&word.bare);
        let follows_given = is_given(&last.bare) && word.is_capital() && !word.is_shouted() && !is_ordinary(&word.bare);
        if follows_given || belongs || word.is_candidate() && !word.is_common() || word.is_capital() && is_family(&word.bare) {
            end += 1;
        } else if PARTICLES.contains(&word.written)
            && words.get(end + 1).is_some_and(|next| {
                next.is_capital()
                    && &text[word.range.end..next.range.start] == " "
                    && (!next.is_common() || !matches!(word.written, "of" | "on" | "upon" | "under"))
            })
        {
            end += 2;
        } else {
            break;
        }
    }
    end
}

/// Where a name really begins: a word of the language with a capital that is right before it, within a sentence, belongs to it.
fn widened(text: &str, words: &[LatinWord], start: usize) -> usize {
    let Some(before) = start.checked_sub(1) else { return start };
    let word = &words[before];
    let belongs = word.is_candidate()
        && !is_first(text, words, before)
        && !is_small(&word.bare)
        && !lists::TITLES.contains(&word.bare)
        && !lists::KIN.contains(&word.bare)
        && !lists::LEADING.contains(word.written)
        && &text[word.range.end..words[start].range.start] == " ";
    if belongs { before } else { start }
}

fn judge(text: &str, words: &[LatinWord], run: Range<usize>, marks: &mut Marks) {
    let range = words[widened(text, words, run.start)].range.start..words[run.end - 1].range.end;
    let written = &text[range.clone()];
    let range = range.start..range.end - if written.ends_with("'s") { 2 } else { 0 };
    let single = run.len() == 1;
    let begins = is_first(text, words, run.start);
    let first = &words[run.start].bare;
    let (behind, ahead) = (before(text, range.start, 40), after(text, range.end, 24));
    if is_cited(ahead) || is_disease(behind, first, written, ahead) || is_named_thing(behind) || is_drug(behind, ahead) {
        return;
    }
    let is_model = run.start.checked_sub(1).is_some_and(|n| {
        let brand = &words[n];
        brand.is_capital() && lists::BRANDS.contains(&brand.bare) && &text[brand.range.end..range.start] == " "
    });
    if single && is_model
        || is_study(after(text, range.end, 48)) && !is_given(first)
        || is_literature(behind)
        || is_theory(behind, ahead) && !is_given(first)
        || single && known::is_author(written)
    {
        return;
    }
    // "the Big C"
    if !single && words[run.end - 1].written.len() == 1 && is_ordinary(first) {
        return;
    }
    // "twelve cans of Stella"
    if pattern!(r"(?i)\b(?:cans?|pints?|bottles?|glass(?:es)?|cups?|packets?|box(?:es)?|tubes?|tubs?|packs?|slices?|pairs?|jars?|tins?|bars?|crates?|drop|brand|shot) of $").is_some_and(|p| p.is_match(behind)) {
        return;
    }
    // "a Corsa", "an Olympus recorder": a thing, of which there are many.
    if !is_place(behind, first, ahead)
        && (behind.ends_with(" a ") || behind.ends_with(" an ") || behind.ends_with("A "))
        && single
        && !written.contains('-')
    {
        return;
    }
    // "they gave me Zapain"
    if single
        && !is_given(first)
        && !is_family(first)
        && pattern!(r"(?i)\b(?:gave|given|give|gives|giving|tried|try|had) (?:me|him|her|us|them|it|some|the)? ?$")
            .is_some_and(|p| p.is_match(behind))
    {
        return;
    }
    let lower = text[range.clone()].to_lowercase();
    if is_city(&lower) && !(single && (is_given(first) || begins && is_english(first))) {
        marks.push((FindingKind::Place, range));
        return;
    }
    if single && lists::KIN.contains(first) {
        return;
    }
    if begins
        && single
        && !has_evidence(first, ahead)
        && !(is_given(first) && (is_somebody(ahead) || is_apposed(after(text, range.end, 40))))
    {
        return;
    }
    // In the middle of a line without full stops a word may begin a sentence.
    if single
        && is_double(first)
        && !is_addressed(behind, ahead)
        && !cued::is_kin_before(text, range.start)
        && !(is_given(first) && (is_somebody(ahead) || is_apposed(after(text, range.end, 40)) || !begins && is_speaking(ahead)))
    {
        return;
    }
    let kind = if !is_given(first) && is_place(behind, &lower, ahead) { FindingKind::Place } else { FindingKind::Person };
    marks.push((kind, range));
}

/// Whether a word that begins a sentence is a name all the same.
fn has_evidence(word: &str, ahead: &str) -> bool {
    if is_double(word) {
        return false;
    }
    is_given(word) || !is_english(word) && is_acting(ahead)
}

#[cfg(test)]
mod tests;
