//! The words, and the themes they were coded to.

use std::sync::Arc;

use super::theme::Stance;
use super::{Id, ParticipantIx, SourceIx, ThemeIx};
use crate::diag::Span;

/// A passage of a source, coded to at least one theme.
#[derive(Clone, Debug)]
pub struct Quote {
    pub id: Id,
    pub source: SourceIx,
    /// The participants whose voice is identified, in the order of `Study::participants`, each once. Empty where the
    /// passage is the group's, or the researcher's own text.
    pub voices: Vec<ParticipantIx>,
    pub codings: Vec<Coding>,
    pub words: Words,
    /// The interviewer's words.
    pub asked: Option<Arc<str>>,
    /// The author's summary of what went before.
    pub context: Option<Arc<str>>,
    /// Where in the source, as written.
    pub at: Option<Arc<str>>,
    /// Colaizzi's formulated meaning.
    pub meaning: Option<Arc<str>>,
    /// May stand in `data/` as well as on pages.
    pub in_dataset: bool,
    pub span: Span,
}

impl Quote {
    /// The quote may stand on a page.
    pub fn is_shown(&self) -> bool {
        !matches!(self.words, Words::Unset)
    }

    /// How the quote was coded to a theme, if it was.
    pub fn stance(&self, theme: ThemeIx) -> Option<Stance> {
        self.codings.iter().find(|c| c.theme == theme).map(|c| c.stance)
    }
}

/// A quote's place under a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coding {
    pub theme: ThemeIx,
    pub stance: Stance,
}

/// What may be set of a quote.
#[derive(Clone, Debug)]
pub enum Words {
    /// One voice. Paragraphs are separated by a blank line.
    Speech { text: Arc<str>, original: Option<Original> },
    /// An exchange.
    Exchange { turns: Vec<Turn>, original: Option<(Arc<str>, Vec<Turn>)> },
    /// Told in the author's words, where the participant agreed to no more.
    Paraphrase(Arc<str>),
    /// Coded, but withheld or agreed to for counting only: the words never reach the study.
    Unset,
}

impl Words {
    /// The language in which they were said, where they are shown in translation.
    pub fn original_language(&self) -> Option<&str> {
        match self {
            Words::Speech { original, .. } => original.as_ref().map(|o| &*o.language),
            Words::Exchange { original, .. } => original.as_ref().map(|(language, _)| &**language),
            Words::Paraphrase(_) | Words::Unset => None,
        }
    }
}

#[derive(Clone, Debug)]
pub struct Original {
    pub language: Arc<str>,
    pub text: Arc<str>,
}

/// One turn of an exchange.
#[derive(Clone, Debug)]
pub struct Turn {
    pub speaker: TurnSpeaker,
    pub text: Arc<str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TurnSpeaker {
    Interviewer,
    Participant(ParticipantIx),
    /// A voice not identified.
    Unknown,
}
