//! The words of a text of Latin letters, and what a word tells by itself.

use std::ops::Range;

use super::lists::{is_city, is_english, is_family, is_given, is_ordinary, is_public};
use crate::text::is_cjk;

pub struct LatinWord<'t> {
    pub written: &'t str,
    pub range: Range<usize>,
    /// How the lists have a word with a capital; of others nothing is asked.
    pub bare: String,
}

impl<'t> LatinWord<'t> {
    fn new(written: &'t str, start: usize) -> LatinWord<'t> {
        let bare = if starts_large(written) { bare(written) } else { String::new() };
        LatinWord { written, range: start..start + written.len(), bare }
    }

    /// A word that stands by itself.
    pub fn capital(written: &'t str) -> LatinWord<'t> {
        LatinWord { written, range: 0..written.len(), bare: bare(written) }
    }

    pub fn is_capital(&self) -> bool {
        starts_large(self.written)
    }

    /// All capitals: an abbreviation. Of names written so nothing is known.
    pub fn is_shouted(&self) -> bool {
        self.written.chars().count() > 1 && self.written.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
    }

    /// Whether it can be part of a name.
    pub fn is_candidate(&self) -> bool {
        self.is_capital()
            && !self.is_shouted()
            && !self.is_brand()
            && self.bare.chars().count() > 1
            && !is_public(&self.bare)
            && !self.is_contraction()
    }

    /// Capitals inside a word are a product's, save behind the syllables of a few families.
    fn is_brand(&self) -> bool {
        const SYLLABLES: &[&str] = &["Mc", "Mac", "O'", "D'", "Fitz", "De", "Di", "Du", "La", "Le", "Van", "Von", "St"];
        let word = self.written;
        let inner = word.char_indices().skip(1).find(|(at, c)| c.is_uppercase() && !word[..*at].ends_with('-'));
        inner.is_some_and(|(at, _)| !SYLLABLES.contains(&&word[..at]))
    }

    fn is_contraction(&self) -> bool {
        self.written
            .rsplit_once('\'')
            .is_some_and(|(before, after)| matches!(after, "m" | "ll" | "ve" | "re" | "d" | "t") && is_english(&before.to_lowercase()))
    }

    /// A word of the language, which a capital alone does not make a name.
    pub fn is_common(&self) -> bool {
        let bare = &self.bare;
        is_ordinary(bare) || is_english(bare) && !is_given(bare) && !is_family(bare) && !is_city(bare)
    }
}

fn starts_large(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// A word as the lists have it: without its possessive.
pub fn bare(word: &str) -> String {
    let lower = word.to_lowercase();
    lower.strip_suffix("'s").unwrap_or(&lower).to_owned()
}

/// Words of Latin letters, with their hyphens and apostrophes.
pub fn words(text: &str) -> Vec<LatinWord<'_>> {
    let bytes = text.as_bytes();
    let is_letter = |c: char| c.is_alphabetic() && !is_cjk(c);
    // The letter at a place, by how many bytes it has; most are of one.
    let letter = |at: usize| match bytes.get(at) {
        Some(byte) if byte.is_ascii() => usize::from(byte.is_ascii_alphabetic()),
        Some(_) => text[at..].chars().next().filter(|c| is_letter(*c)).map_or(0, char::len_utf8),
        None => 0,
    };
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        loop {
            let length = letter(at);
            let joins = length == 0 && at > start && matches!(bytes.get(at), Some(b'\'' | b'-')) && letter(at + 1) > 0;
            if length == 0 && !joins {
                break;
            }
            at += length.max(1);
        }
        let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        if at > start {
            if !is_digit(at) && !start.checked_sub(1).is_some_and(is_digit) {
                words.push(LatinWord::new(&text[start..at], start));
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    words
}
