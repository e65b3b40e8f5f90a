//! Phrases that everybody knows and a name is part of: sayings, public figures, brands, regions, programmes.

use std::ops::Range;

use super::lists::{AUTHORS, BRANDS, FIGURES, IDIOMS, PHRASES, is_given, is_known_to_all};

/// How many words before and behind a name may belong to one phrase with it.
const REACH: usize = 5;

/// Whether a name is part of such a phrase, or is one.
pub fn is_known(text: &str, name: &Range<usize>) -> bool {
    let (words, first, last) = words_around(text, name);
    let own = phrase(&words[first..=last]);
    let own = own.strip_suffix("'s").unwrap_or(&own);
    if FIGURES.contains(own) || PHRASES.contains(own) || is_known_to_all(own) || BRANDS.contains(own) && (!is_given(own) || is_of_things(&text[..name.start])) {
        return true;
    }
    for start in first.saturating_sub(REACH)..=first {
        for end in last..(last + REACH + 1).min(words.len()) {
            if (start, end) == (first, last) {
                continue;
            }
            let longer = phrase(&words[start..=end]);
            let plain = longer.strip_suffix("'s").unwrap_or(&longer);
            let is_listed = |words: &str| IDIOMS.contains(words) || PHRASES.contains(words) || FIGURES.contains(words) || BRANDS.contains(words) || is_known_to_all(words);
            if longer.contains(' ') && (is_listed(&longer) || is_listed(plain)) {
                return true;
            }
        }
    }
    IDIOMS.contains(own)
}

/// Whether what follows is one of many: "the Tena pads", "my Hoover".
fn is_of_things(behind: &str) -> bool {
    ["the", "my", "a", "an", "some", "his", "her", "this", "no"].iter().any(|word| {
        behind.strip_suffix(' ').and_then(|behind| behind.strip_suffix(word)).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    })
}

/// Authors of theories and methods, where nobody stands beside them by a given name.
pub fn is_author(name: &str) -> bool {
    let lower = name.to_lowercase();
    AUTHORS.contains(lower.strip_suffix("'s").unwrap_or(&lower)) && !is_given(&lower)
}

/// The words around a name, in small letters and without signs, and the places of the name's first and last among them.
fn words_around(text: &str, name: &Range<usize>) -> (Vec<String>, usize, usize) {
    let clean = |word: &str| {
        word.trim_matches(|c: char| !c.is_alphanumeric() && c != '&').to_lowercase()
    };
    let mut words: Vec<String> =
        text[..name.start].split_whitespace().rev().map(clean).filter(|word| !word.is_empty()).take(REACH).collect();
    words.reverse();
    let first = words.len();
    words.extend(text[name.clone()].split_whitespace().map(clean));
    let last = words.len().saturating_sub(1).max(first);
    if words.len() == first {
        words.push(String::new());
    }
    let mut rest = &text[name.end..];
    if let (Some(behind), Some(word)) = (rest.strip_prefix("'s"), words.last_mut()) {
        word.push_str("'s");
        rest = behind;
    }
    words.extend(rest.split_whitespace().map(clean).filter(|word| !word.is_empty()).take(REACH));
    (words, first, last)
}

fn phrase(words: &[String]) -> String {
    words.join(" ")
}
