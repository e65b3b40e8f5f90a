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
    /// case of ASCII's letters, and may be part of a longer word.
    fn cues(&self) -> &'static [(Cue, WordList)];

    /// The words that the common forms take.
    fn words(&self) -> &'static Words;

    /// Marks what only this language has.
    fn mark(&self, text: &str, signs: &Signs, marks: &mut Marks);

    /// Whether a word, in small letters, is a name and nothing else.
    fn is_name(&self, _word: &str) -> bool {
        false
    }
}
