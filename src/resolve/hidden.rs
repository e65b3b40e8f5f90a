//! What the study must not show although it stands in its files: where it stands, and the words the gate looks for.

use std::sync::Arc;

use crate::diag::{Span, Spanned};
use crate::model::Id;
use crate::parse::{RawQuote, RawTurn, RawWords};
use crate::text::is_cjk;

/// A sentence of fewer letters than this may be anybody's.
const FEWEST_LETTERS: usize = 24;
/// A Chinese character says about as much as three letters.
const LETTERS_OF_CJK: usize = 3;

/// Quotes that were withdrawn, withheld, or agreed to for less than their words; ids that name nobody any more.
#[derive(Default)]
pub struct Hidden {
    /// Where the quotes stand: a line of theirs is not printed as it is.
    pub quotes: Vec<Span>,
    /// What is looked for in the finished pages, each with its place.
    pub words: Vec<(Span, Arc<str>)>,
}

impl Hidden {
    /// An id that may stand nowhere.
    pub fn id(&mut self, id: &Spanned<Id>) {
        self.words.push((id.span, id.value.as_str().into()));
    }

    /// A quote whose words nobody is to read: none of its longer sentences may stand anywhere, in whose name ever.
    pub fn quote(&mut self, raw: &RawQuote) {
        self.quotes.push(raw.span);
        let turns = |turns: &[RawTurn]| turns.iter().map(|t| Arc::clone(&t.text)).collect::<Vec<_>>();
        let texts: Vec<Arc<str>> = match &raw.words {
            RawWords::Text { text, original } => {
                std::iter::once(Arc::clone(text)).chain(original.as_ref().map(|(_, text)| Arc::clone(text))).collect()
            }
            RawWords::Turns { turns: diagnostics, original } => {
                turns(diagnostics).into_iter().chain(original.iter().flat_map(|(_, diagnostics)| turns(diagnostics))).collect()
            }
            RawWords::Paraphrase(_) | RawWords::Missing => Vec::new(),
        };
        let sentences = texts.iter().flat_map(|text| text.split(['.', '!', '?', '。', '！', '？', '\n']));
        self.words.extend(sentences.map(str::trim).filter(|s| is_telling(s)).map(|s| (raw.span, s.into())));
    }
}

fn is_telling(sentence: &str) -> bool {
    let weight = |c: char| match c {
        c if is_cjk(c) => LETTERS_OF_CJK,
        c if c.is_alphanumeric() => 1,
        _ => 0,
    };
    sentence.chars().map(weight).sum::<usize>() >= FEWEST_LETTERS
}
