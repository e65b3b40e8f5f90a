//! Everything that is printed.
#![expect(clippy::print_stdout, reason = "the one place that prints: JSON on stdout, people's text on stderr through anstream")]

use std::io::{IsTerminal, Write};

use super::{Common, Format};
use crate::diag::{Diagnostic, Files, Severity, json, sort, text, words};
use crate::lint::identifying::LIKELY_IDENTIFIER;

/// What looks like a name is told so often; a large study has hundreds, and what refuses it would be lost among them.
const MOST_LIKELY: usize = 30;

/// Prints all problems, in reading order.
pub fn diagnostics(common: &Common, files: &Files, diagnostics: &mut [Diagnostic]) {
    sort(diagnostics, files);
    match common.format {
        Format::Json => diagnostics.iter().for_each(|d| println!("{}", json::line(d, files))),
        Format::Text => {
            let mut err = anstream::stderr().lock();
            let mut likely = 0;
            let shown = diagnostics.iter().filter(|d| {
                likely += usize::from(*d.code == LIKELY_IDENTIFIER);
                *d.code != LIKELY_IDENTIFIER || likely <= MOST_LIKELY
            });
            let mut all: String = shown.map(|d| text::render(d, files, true) + "\n").collect();
            if likely > MOST_LIKELY {
                let more = words::count(likely - MOST_LIKELY, "likely identifier", "likely identifiers");
                all.push_str(&format!("and {more} more; `emic check --format json` lists them all\n\n"));
            }
            let _ = err.write_all(all.as_bytes());
        }
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

/// What a look without a key has not seen. Of invented words nobody is behind, so there is nothing to see.
pub fn unchecked(common: &Common, illustrative: bool) {
    if common.key.is_none() && !illustrative {
        line("not checked against a key file: nothing was held against the participants’ real names (`--key FILE`)");
    }
}

/// A line of what was asked for.
pub fn result(text: &str) {
    println!("{text}");
}

/// A line for people.
pub fn line(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// A bar of pages done, where somebody sits at a terminal.
pub fn progress(common: &Common, pages: usize) -> indicatif::ProgressBar {
    if common.quiet || common.format == Format::Json || !std::io::stderr().is_terminal() {
        return indicatif::ProgressBar::hidden();
    }
    indicatif::ProgressBar::new(pages as u64)
}
