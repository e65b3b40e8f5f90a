//! What a language is to the rules.

use crate::identifiers::finding::Marks;
use crate::identifiers::forms::Words;
use crate::identifiers::signs::{Cue, Signs};
use crate::identifiers::word_list::WordList;

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

    /// Marks what only this language has; `dominant` gives the tag of the language that the text is in.
    fn mark(&self, text: &str, signs: &Signs, dominant: &dyn Fn() -> &'static str, marks: &mut Marks);

    /// The small words that hold its sentences together, in small letters, by which the language of a text is told.
    fn small_words(&self) -> Option<WordList> {
        None
    }

    /// Whether a word, in small letters, is a name and nothing else.
    fn is_name(&self, _word: &str) -> bool {
        false
    }
}
