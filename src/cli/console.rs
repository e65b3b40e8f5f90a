//! Everything that is printed goes through a console, the terminal's or one that keeps what is printed: results and JSON on stdout,
//! people's text on stderr.

use std::io::{IsTerminal, Write};
use std::sync::{Mutex, PoisonError};

use super::{Common, Format};
use crate::diag::{Diagnostic, Files, Severity, json, sort, text, words};
use crate::lint::identifying::LIKELY_IDENTIFIER;

/// What looks like a name is reported so often; a large study has hundreds, and what refuses it would be lost among them.
const MOST_LIKELY: usize = 30;

/// Where a command prints.
pub struct Console(Option<Mutex<Printed>>);

/// What a command printed, where that is kept.
#[derive(Clone, Debug, Default)]
pub(super) struct Printed {
    /// Results and JSON.
    pub stdout: String,
    /// Text for people.
    pub stderr: String,
}

impl Console {
    /// The terminal's, or that of whoever started the program.
    pub fn system() -> Console {
        Console(None)
    }

    /// One that keeps what is printed; there is no terminal and no colour.
    pub fn capture() -> Console {
        Console(Some(Mutex::default()))
    }

    /// What was printed so far on a console that keeps it.
    pub(super) fn printed(&self) -> Printed {
        self.0.as_ref().map(|kept| kept.lock().unwrap_or_else(PoisonError::into_inner).clone()).unwrap_or_default()
    }

    /// A line of what was asked for.
    pub fn result(&self, line: &str) {
        match &self.0 {
            // Whoever reads has seen enough, as in `emic schema | head`.
            None => _ = writeln!(anstream::stdout(), "{line}"),
            Some(kept) => {
                kept.lock().unwrap_or_else(PoisonError::into_inner).stdout.extend([&anstream::adapter::strip_str(line).to_string(), "\n"])
            }
        }
    }

    /// A line for people.
    pub fn line(&self, line: &str) {
        self.people(&format!("{line}\n"));
    }

    /// Text for people, which may hold colours.
    pub fn people(&self, text: &str) {
        match &self.0 {
            None => _ = anstream::stderr().lock().write_all(text.as_bytes()),
            Some(kept) => {
                let plain = anstream::adapter::strip_str(text).to_string();
                kept.lock().unwrap_or_else(PoisonError::into_inner).stderr.push_str(&plain);
            }
        }
    }

    /// Prints all problems, in reading order.
    pub(super) fn diagnostics(&self, common: &Common, files: &Files, diagnostics: &mut [Diagnostic]) {
        sort(diagnostics, files);
        match common.format {
            Format::Json => diagnostics.iter().for_each(|d| self.result(&json::line(d, files))),
            Format::Text => {
                let is_likely = |d: &Diagnostic| *d.code == LIKELY_IDENTIFIER;
                let mut likely = 0;
                let shown = diagnostics.iter().filter(|d| {
                    likely += usize::from(is_likely(d));
                    !is_likely(d) || likely <= MOST_LIKELY
                });
                let mut all: String = shown.map(|d| text::render(d, files, true) + "\n").collect();
                if likely > MOST_LIKELY {
                    let more = words::count(likely - MOST_LIKELY, "likely identifier", "likely identifiers");
                    all.push_str(&format!("and {more} more; `emic check --format json` lists them all\n\n"));
                }
                self.people(&all);
            }
        }
    }

    /// Reports what a check without a key has not seen. Of invented words nobody is behind, so there is nothing to see.
    pub(super) fn unchecked(&self, common: &Common, illustrative: bool) {
        if common.key.is_none() && !illustrative {
            self.line("not checked against a key file: nothing was held against the participants’ real names (`--key FILE`)");
        }
    }

    /// A bar of pages done, where somebody sits at a terminal.
    pub(super) fn progress(&self, common: &Common, pages: usize) -> indicatif::ProgressBar {
        if self.0.is_some() || common.quiet || common.format == Format::Json || !std::io::stderr().is_terminal() {
            return indicatif::ProgressBar::hidden();
        }
        indicatif::ProgressBar::new(pages as u64)
    }
}

/// "2 errors, 1 warning".
pub fn tally(diagnostics: &[Diagnostic]) -> String {
    let errors = diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
    let warnings = diagnostics.len() - errors;
    let mut parts = Vec::new();
    if errors > 0 {
        parts.push(words::count(errors, "error", "errors"));
    }
    if warnings > 0 {
        parts.push(words::count(warnings, "warning", "warnings"));
    }
    if parts.is_empty() { "no problems".to_owned() } else { parts.join(", ") }
}
