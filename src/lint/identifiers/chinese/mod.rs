//! Names in Chinese texts. Nothing is written large there and nothing set apart, so the text is first cut into the words of a
//! dictionary; what then is left over as single characters, and fits the form of a name, is one.
//!
//! 1. [`people`]: surname and title, nickname, surname and given name.
//! 2. [`places`]: towns, counties and districts, which the dictionary knows or which end in what they are.
//! 3. [`organisations`]: a name that ends in hospital, school, works …, taken whole.

mod lists;
mod organisations;
mod people;
mod places;

use std::ops::Range;
use std::sync::LazyLock;

use jieba_rs::Jieba;

use super::{Marks, is_cjk};

/// The dictionary is read when the first Chinese text is met.
static JIEBA: LazyLock<Jieba> = LazyLock::new(Jieba::new);

pub fn mark(text: &str, marks: &mut Marks) {
    if text.is_ascii() || !text.chars().any(|c| is_cjk(c)) {
        return;
    }
    let words = words(text);
    people::mark(text, &words, marks);
    organisations::mark(text, &words, marks);
    places::mark(text, &words, marks);
}

/// A word of the dictionary, or a single character, with its part of speech.
struct Word<'t> {
    text: &'t str,
    tag: &'t str,
    range: Range<usize>,
}

impl Word<'_> {
    fn chars(&self) -> usize {
        self.text.chars().count()
    }

    fn only(&self) -> Option<char> {
        let mut chars = self.text.chars();
        chars.next().filter(|_| chars.next().is_none())
    }
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut at = 0;
    JIEBA
        .tag(text, false)
        .into_iter()
        .map(|tag| {
            let range = at..at + tag.word.len();
            at = range.end;
            Word { text: tag.word, tag: tag.tag, range }
        })
        .collect()
}

/// Whether the dictionary has a word, names aside. What it has and hardly ever met may be a name that it took for a word.
fn is_word(text: &str) -> bool {
    const RARE: usize = 200;
    JIEBA.has_word(text)
        && JIEBA.suggest_freq(text) >= RARE
        && JIEBA.tag(text, false).first().is_some_and(|first| first.word == text && !is_name_tag(first.tag))
}

/// How often the dictionary has met a word.
fn frequency(text: &str) -> usize {
    if JIEBA.has_word(text) { JIEBA.suggest_freq(text) } else { 0 }
}

/// Whether a word is met so often that the dictionary was wrong to call it a name: 明白, 长大.
fn is_frequent(text: &str) -> bool {
    const FREQUENT: usize = 1000;
    JIEBA.suggest_freq(text) >= FREQUENT
}

fn is_name_tag(tag: &str) -> bool {
    tag.starts_with("nr") || tag == "x"
}

#[cfg(test)]
mod tests;
