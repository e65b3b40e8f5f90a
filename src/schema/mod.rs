//! What an editor has to know to complete and check a study's YAML, as JSON Schema, draft-07.
//!
//! The readers in `parse` are written by hand, so these are too; a second set of types to derive them from would be one more
//! thing to drift. Lists of words are the readers' own (`Method::WORDS` …), and `tests/new.rs` asks the readers for the names
//! of all fields and holds them against these.

mod kit;
mod people;
mod quotes;
mod study;
mod themes;

use serde_json::{Map, Value};

pub use study::asks;

/// The YAML files of a study, each with a schema of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// study.yaml
    Study,
    /// themes/*.yaml
    Themes,
    /// quotes/participants.yaml
    Participants,
    /// quotes/sources.yaml
    Sources,
    /// quotes/*.yaml
    Quotes,
}

impl Which {
    pub const ALL: [Which; 5] = [Which::Study, Which::Themes, Which::Participants, Which::Sources, Which::Quotes];
    /// What they are called on the command line, in the same order.
    pub const WORDS: [&str; 5] = ["study", "themes", "participants", "sources", "quotes"];

    pub fn from_word(word: &str) -> Option<Which> {
        Which::ALL.into_iter().find(|which| which.word() == word)
    }

    /// What it is called on the command line, and its file without `.json`.
    pub fn word(self) -> &'static str {
        match self {
            Which::Study => "study",
            Which::Themes => "themes",
            Which::Participants => "participants",
            Which::Sources => "sources",
            Which::Quotes => "quotes",
        }
    }

    pub fn schema(self) -> Value {
        match self {
            Which::Study => study::schema(),
            Which::Themes => themes::schema(),
            Which::Participants => people::participants(),
            Which::Sources => people::sources(),
            Which::Quotes => quotes::schema(),
        }
    }

    /// The schema as a file has it.
    pub fn text(self) -> String {
        pretty(&self.schema())
    }
}

/// All of them in one object, by their names.
pub fn all() -> String {
    pretty(&Value::Object(Which::ALL.iter().map(|which| (which.word().to_owned(), which.schema())).collect::<Map<_, _>>()))
}

fn pretty(schema: &Value) -> String {
    format!("{schema:#}\n")
}
