//! German forms: no names.

use super::language::Language;
use crate::identifiers::finding::Marks;
use crate::identifiers::forms::Words;
use crate::identifiers::signs::{Cue, Signs};
use crate::identifiers::word_list::WordList;

mod words;

pub struct German;

impl Language for German {
    fn tag(&self) -> &'static str {
        "de"
    }

    fn cues(&self) -> &'static [(Cue, WordList)] {
        words::CUES
    }

    fn has_compounds(&self) -> bool {
        true
    }

    fn words(&self) -> &'static Words {
        &words::WORDS
    }

    fn small_words(&self) -> Option<WordList> {
        Some(words::SMALL)
    }

    fn mark(&self, _text: &str, _signs: &Signs, _: &dyn Fn() -> &'static str, _marks: &mut Marks) {}
}

#[cfg(test)]
mod tests;
