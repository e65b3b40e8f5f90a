//! The languages whose identifiers are known, and what a language is to the rules.
//!
//! A further language is a folder here with its lists in `data/`, and one line in [`LANGUAGES`].

mod de;
mod en;
mod language;
mod zh;

use super::word_list::WordList;

pub use language::Language;

/// All languages, in the order in which their rules are asked.
pub const LANGUAGES: [&dyn Language; 3] = [&en::English, &zh::Chinese, &de::German];

/// The tag of the language whose small words a text of Latin letters has most of; the first, where it has none of any.
pub fn dominant(text: &str) -> &'static str {
    let words = || text.split(|c: char| !c.is_alphabetic() && c != '\'').filter(|word| !word.is_empty());
    let all = words().count();
    let is_small =
        |list: &WordList, word: &str| list.contains(word) || word.starts_with(char::is_uppercase) && list.contains(&word.to_lowercase());
    let mut best = (LANGUAGES[0].tag(), 0);
    for language in LANGUAGES {
        let Some(list) = language.small_words() else { continue };
        let count = words().filter(|word| is_small(&list, word)).count();
        if count > best.1 {
            best = (language.tag(), count);
        }
        // No other can have more.
        if count * 2 > all {
            break;
        }
    }
    best.0
}

/// Whether a word, in small letters, is a name and nothing else in one of the languages.
pub fn is_name(word: &str) -> bool {
    LANGUAGES.iter().any(|language| language.is_name(word))
}
