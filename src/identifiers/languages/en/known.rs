//! Phrases that everybody knows and a name is part of: sayings, public figures, brands, regions, programmes.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::context::is_place;
use super::lists::{AUTHORS, BRANDS, COUNTRIES, FIGURES, LARGEST, NAMESAKES, PHRASES, is_given, is_known_to_all};

/// How many words before and behind a name may belong to one phrase with it.
const REACH: usize = 4;

/// The words with which phrases of several words begin: few words of a text do.
static FIRST_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let phrases = [PHRASES, COUNTRIES, LARGEST].into_iter().flat_map(|list| list.entries());
    phrases.filter_map(|phrase| phrase.split_once(' ')).map(|(first, _)| first).collect()
});

/// Whether a name is part of such a phrase, or is one.
pub fn is_known(text: &str, name: &Range<usize>) -> bool {
    let around = Around::new(text, name);
    let own = around.phrase(around.first, around.last);
    let own = own.strip_suffix("'s").unwrap_or(own);
    if FIGURES.contains(own)
        || PHRASES.contains(own)
        || is_known_to_all(own) && (!NAMESAKES.contains(own) || is_place(&text[..name.start], own, ""))
        || BRANDS.contains(own) && (!is_given(own) || is_of_things(&text[..name.start]))
    {
        return true;
    }
    let is_listed = |words: &str| PHRASES.contains(words) || is_known_to_all(words);
    let mut starts = around.first.saturating_sub(REACH)..=around.first;
    starts.any(|start| {
        if !FIRST_WORDS.contains(around.phrase(start, start)) {
            return false;
        }
        (around.last..around.words.len()).any(|end| {
            let longer = around.phrase(start, end);
            longer.contains(' ') && (is_listed(longer) || longer.strip_suffix("'s").is_some_and(is_listed))
        })
    })
}

/// Whether what follows is one of many: "the Tena pads", "my Hoover".
fn is_of_things(behind: &str) -> bool {
    ["the", "my", "a", "an", "some", "his", "her", "this", "no"].iter().any(|word| {
        behind.strip_suffix(' ').and_then(|behind| behind.strip_suffix(word)).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    })
}

/// Authors of theories and methods, where nobody is beside them by a given name.
pub fn is_author(name: &str) -> bool {
    let lower = name.to_lowercase();
    AUTHORS.contains(lower.strip_suffix("'s").unwrap_or(&lower)) && !is_given(&lower)
}

/// The words around a name, in small letters, with single spaces and no other signs.
struct Around {
    text: String,
    /// Where each word is in the text.
    words: Vec<Range<usize>>,
    /// The first and the last word of the name.
    first: usize,
    last: usize,
}

impl Around {
    fn new(text: &str, name: &Range<usize>) -> Around {
        let mut around = Around { text: String::with_capacity(96), words: Vec::with_capacity(2 * REACH + 3), first: 0, last: 0 };
        let before: Vec<&str> = text[..name.start].split_whitespace().rev().filter(|word| !trimmed(word).is_empty()).take(REACH).collect();
        before.iter().rev().for_each(|word| around.push(word));
        around.first = around.words.len();
        text[name.clone()].split_whitespace().for_each(|word| around.push(word));
        around.last = around.words.len().max(around.first + 1) - 1;
        let mut behind = &text[name.end..];
        if let Some(rest) = behind.strip_prefix("'s") {
            around.text.push_str("'s");
            if let Some(word) = around.words.last_mut() {
                word.end += 2;
            }
            behind = rest;
        }
        behind.split_whitespace().filter(|word| !trimmed(word).is_empty()).take(REACH).for_each(|word| around.push(word));
        around
    }

    fn push(&mut self, word: &str) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        let start = self.text.len();
        self.text.extend(trimmed(word).chars().flat_map(char::to_lowercase));
        self.words.push(start..self.text.len());
    }

    fn phrase(&self, first: usize, last: usize) -> &str {
        match (self.words.get(first), self.words.get(last)) {
            (Some(first), Some(last)) => &self.text[first.start..last.end],
            _ => "",
        }
    }
}

fn trimmed(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '&')
}
