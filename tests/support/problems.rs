//! What emic finds in a small study that is never written to a disk.

use emic::compile::{Cache, check};
use emic::diag::{Diagnostic, Place};
use emic::load;

/// One problem: its code, its words with their help, and the text it points at.
#[derive(Debug)]
pub struct Problem {
    pub code: &'static str,
    pub words: String,
    pub at: String,
}

/// All problems of a study, files by name, but what is not finished.
pub fn problems(files: &[(&str, &str)]) -> Vec<Problem> {
    let files = files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
    let checked = check(load::memory(files), &mut Cache::default());
    let problem = |d: &Diagnostic| Problem {
        code: d.code.name,
        words: format!("{}; {}", d.message, d.help.as_deref().unwrap_or_default()),
        at: match d.place {
            Place::Span(span) => checked.sources.files.text(span.file)[span.range()].to_owned(),
            _ => String::new(),
        },
    };
    checked.diagnostics.iter().filter(|d| !UNFINISHED.contains(&d.code.name)).map(problem).collect()
}

const UNFINISHED: &[&str] =
    &["about-empty", "theme-without-quotes", "participant-never-quoted", "finding-without-quote", "small-group", "likely-identifier"];
