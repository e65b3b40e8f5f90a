//! Titles with a capital, and who bears them.

use super::lists::{KIN, TITLES, is_family, is_given, is_public};
use super::word::LatinWord;
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::pattern::pattern;

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
pub fn mark(text: &str, marks: &mut Marks) {
    let titles = pattern!(&format!(
        r"\b(?:{})\.? ((?:(?:O'|Mc|Mac|D'|de la |de |van der |van den |van |von der |von |al-|el-|bin )?\p{{Lu}}[\p{{L}}'\-]*)(?: (?:(?:O'|Mc|Mac|D'|de |van |von |al-|bin )?\p{{Lu}}[\p{{L}}'\-]+)){{0,2}})",
        capital_titles()
    ));
    for found in titles.into_iter().flat_map(|p| p.captures_iter(text)) {
        let (Some(whole), Some(name)) = (found.get(0), found.get(1)) else { continue };
        let title = text[whole.start()..name.start()].trim_end();
        // "Dr. Patel", and "I told the doctor. Honestly,": only what is short for a title has a full stop.
        if title.strip_suffix('.').is_some_and(|title| title.len() > 4 || KIN.contains(&title.to_lowercase())) {
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
pub fn is_stop(word: &str) -> bool {
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
