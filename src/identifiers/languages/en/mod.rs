//! Names in texts of Latin letters: people, places, organisations.
//!
//! A capital in the middle of a sentence is a name, unless the word is one that everybody shares (a month, a country, a feast) or
//! one of the language. At the beginning of a sentence a capital says nothing, so there has to be other evidence: a list, a title,
//! a second capital. What kind of name it is, the words around it tell.

mod context;
mod cued;
mod known;
mod lists;
mod organisations;
mod places;
mod word;
mod words;

use std::cell::OnceCell;
use std::ops::Range;

use super::{Language, dominant};
use crate::identifiers::characters::{after, before};
use crate::identifiers::forms::Words;
use crate::identifiers::pattern::pattern;
use crate::identifiers::signs::{Cue, Signs};
use crate::identifiers::word_list::WordList;
use crate::identifiers::{FindingKind, Marks};
use context::{
    is_acting, is_addressed, is_apposed, is_cited, is_disease, is_drug, is_literature, is_named_thing, is_place, is_somebody, is_speaking,
    is_theory,
};
use lists::{TITLES, is_city, is_double, is_english, is_family, is_given, is_ordinary, is_public, is_small};
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

    fn mark(&self, text: &str, signs: &Signs, marks: &mut Marks) {
        mark(text, signs, marks);
    }

    fn small_words(&self) -> Option<WordList> {
        Some(lists::SMALL)
    }

    fn is_name(&self, word: &str) -> bool {
        (is_given(word) || is_family(word)) && !is_english(word)
    }
}

fn mark(text: &str, signs: &Signs, marks: &mut Marks) {
    let before = marks.len();
    // Which language the text is in is asked once, and only where a name may be.
    let known = OnceCell::new();
    let is_english = || *known.get_or_init(|| dominant(text) == "en");
    if signs.letter {
        cued::mark(text, signs, &is_english, marks);
    }
    if signs.capital {
        capitals(text, signs, &is_english, marks);
    }
    let found = marks.split_off(before);
    marks.extend(found.into_iter().filter(|(_, range)| !known::is_known(text, range)));
}

/// May and June as people: months come behind a preposition, and say nothing.
fn months(text: &str, marks: &mut Marks) {
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
fn feasts(text: &str, marks: &mut Marks) {
    let feasts = pattern!(
        r"(?i)\b(?:christmas (?:eve|day)|christmas|boxing day|new year'?s (?:eve|day)|(?:st\.?|saint) (?:patrick|david|andrew|george|valentine)'?s day|valentine'?s day|hallowe'?en|bonfire night|guy fawkes night|good friday|easter (?:sunday|monday)|palm sunday|ash wednesday|shrove tuesday|thanksgiving|independence day|memorial day|labor day|may day|armistice day|remembrance sunday|christmas),? (?:of |in )?(?:19|20)\d\d\b"
    );
    marks.extend(feasts.into_iter().flat_map(|p| p.find_iter(text)).map(|found| (FindingKind::DateExact, found.range())));
}

/// Who speaks, at the beginning of a line: `Nasreen: I never wanted that.`
fn speakers(text: &str, marks: &mut Marks) {
    for found in pattern!(r"(?m)^(\p{Lu}\p{Ll}[\p{L}'\-]+(?: \p{Lu}[\p{L}'\-]+)?): ").into_iter().flat_map(|p| p.captures_iter(text)) {
        let Some(name) = found.get(1) else { continue };
        let words: Vec<LatinWord> = name.as_str().split(' ').map(LatinWord::capital).collect();
        if words.iter().all(|word| word.is_candidate() && !is_english(&word.bare)) {
            marks.push((FindingKind::Person, name.range()));
        }
    }
}

fn capitals(text: &str, signs: &Signs, is_english: &dyn Fn() -> bool, marks: &mut Marks) {
    if signs.digits >= 4 && (text.contains(" 19") || text.contains(" 20")) {
        feasts(text, marks);
    }
    if signs.colon && is_english() {
        speakers(text, marks);
    }
    organisations::mark(text, signs, marks);
    places::mark(text, signs, marks);
    if signs.has(Cue::Months) {
        months(text, marks);
    }
    if signs.has(Cue::Titles) {
        titled(text, marks);
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
        !(is_small(&word.bare) && !is_given(&word.bare))
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
    if is_literature(behind) || is_theory(behind, ahead) && !is_given(first) || single && known::is_author(written) {
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

/// The titles as they are written before a name: with a capital, those of kinship also without.
fn capital_titles() -> String {
    let mut titles: Vec<&str> = TITLES.entries().collect();
    titles.sort_by_key(|title| std::cmp::Reverse(title.len()));
    let capital = |title: &str| {
        let mut chars = title.chars();
        chars.next().map_or_else(String::new, |first| format!("[{}{first}]{}", first.to_uppercase(), chars.as_str()))
    };
    titles.into_iter().map(capital).collect::<Vec<_>>().join("|")
}

/// A title and who bears it.
fn titled(text: &str, marks: &mut Marks) {
    let titles = pattern!(&format!(
        r"\b(?:{})\.? ((?:(?:O'|Mc|Mac|D'|de la |de |van der |van den |van |von der |von |al-|el-|bin )?\p{{Lu}}[\p{{L}}'\-]*)(?: (?:(?:O'|Mc|Mac|D'|de |van |von |al-|bin )?\p{{Lu}}[\p{{L}}'\-]+)){{0,2}})",
        capital_titles()
    ));
    for found in titles.into_iter().flat_map(|p| p.captures_iter(text)) {
        let (Some(whole), Some(name)) = (found.get(0), found.get(1)) else { continue };
        let title = text[whole.start()..name.start()].trim_end();
        // "Dr. Patel", and "I told the doctor. Honestly,": only what is short for a title has a full stop.
        if title.strip_suffix('.').is_some_and(|title| title.len() > 4 || lists::KIN.contains(&title.to_lowercase())) {
            continue;
        }
        let words: Vec<LatinWord> = name.as_str().split(' ').map(LatinWord::capital).collect();
        // "Nurse Said she would": what follows is a sentence.
        let is_part = |(n, word): (usize, &LatinWord)| {
            if word.written.starts_with(char::is_lowercase) {
                return true;
            }
            !is_public(&word.bare) && (!word.is_common() || is_family(&word.bare) || is_given(&word.bare) || n == 0 && !is_stop(&word.bare))
        };
        let kept = words.iter().enumerate().take_while(|(n, word)| is_part((*n, word))).count();
        let is_letter = kept == 1 && words[0].written.len() == 1;
        if kept == 0 || is_letter || words[0].is_shouted() || is_stop(&words[0].bare) {
            continue;
        }
        let mut end = name.start() + words[..kept].iter().map(|word| word.written.len() + 1).sum::<usize>() - 1;
        if text[..end].ends_with("'s") {
            end -= 2;
        }
        marks.push((FindingKind::Person, whole.start()..end));
    }
}

/// A word that begins a sentence and never ends a name.
fn is_stop(word: &str) -> bool {
    matches!(
        word,
        "i" | "he"
            | "she"
            | "they"
            | "we"
            | "you"
            | "it"
            | "the"
            | "a"
            | "an"
            | "and"
            | "but"
            | "so"
            | "that"
            | "this"
            | "then"
            | "there"
            | "what"
            | "when"
            | "where"
            | "who"
            | "why"
            | "how"
            | "my"
            | "our"
            | "his"
            | "her"
            | "their"
            | "no"
            | "yes"
            | "not"
            | "if"
            | "in"
            | "on"
            | "at"
            | "of"
            | "for"
            | "is"
            | "was"
            | "said"
            | "says"
            | "just"
            | "well"
    )
}

#[cfg(test)]
mod tests;
