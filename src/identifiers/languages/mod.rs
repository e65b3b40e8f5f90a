//! The languages whose identifiers are known, and what a language is to the rules.
//!
//! A further language is a folder here with its lists in `data/`, and one line in [`LANGUAGES`].

mod de;
mod en;
mod zh;

use super::Marks;
use super::forms::Words;
use super::signs::{Cue, Signs};
use super::word_list::WordList;

/// All languages, in the order in which their rules are asked.
pub const LANGUAGES: [&dyn Language; 3] = [&en::English, &zh::Chinese, &de::German];

pub trait Language: Sync {
    /// As in BCP 47.
    fn tag(&self) -> &'static str;

    /// Words of which one has to be in a text before the rules that need them look at it. They are written without regard to the
    /// case of ASCII's letters, and may be the beginning of a longer word.
    fn cues(&self) -> &'static [(Cue, WordList)];

    /// Whether words are put together without a space, so that a cue may be inside a longer word.
    fn has_compounds(&self) -> bool {
        false
    }

    /// The words that the common forms take.
    fn words(&self) -> &'static Words;

    /// Marks what only this language has.
    fn mark(&self, text: &str, signs: &Signs, marks: &mut Marks);

    /// The small words that hold its sentences together, in small letters, by which the language of a text is told.
    fn small_words(&self) -> Option<WordList> {
        None
    }

    /// Whether a word, in small letters, is a name and nothing else.
    fn is_name(&self, _word: &str) -> bool {
        false
    }
}

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
