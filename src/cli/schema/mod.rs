//! `emic schema`: what an editor has to know to complete and check a study's YAML, as JSON Schema, draft-07.
//!
//! The readers in `parse` are written by hand, so these are too; a second set of types to derive them from would be one more
//! thing to drift. Lists of words are the readers' own (`Method::WORDS` …), and `tests/new.rs` asks the readers for the names
//! of all fields and holds them against these.

mod kit;
mod people;
mod quotes;
mod study;
mod themes;

use std::io::{ErrorKind, Write};

use clap::{Args, ValueEnum};
use serde_json::{Map, Value};

use super::{End, print};

pub use study::asks;

#[derive(Args)]
pub struct SchemaArgs {
    /// Whose schema [default: all five in one object, by these names]
    #[arg(value_enum, value_name = "FILE")]
    which: Option<Which>,
}

/// The YAML files of a study, each with a schema of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
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

fn pretty(schema: &Value) -> String {
    format!("{schema:#}\n")
}

pub fn run(args: &SchemaArgs) -> End {
    let text = args.which.map_or_else(
        || pretty(&Value::Object(Which::ALL.iter().map(|w| (w.word().to_owned(), w.schema())).collect::<Map<_, _>>())),
        Which::text,
    );
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        // Whoever reads has seen enough, as in `emic schema | head`.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => End::Done,
        Err(error) => {
            print::line(&format!("error: the schema cannot be printed: {error}"));
            End::System
        }
        Ok(()) => End::Done,
    }
}
