//! Everything that is printed.
#![expect(clippy::print_stdout, reason = "the one place that prints: JSON on stdout, people's text on stderr through anstream")]

use std::io::{IsTerminal, Write};

use super::{Common, Format};
use crate::diag::{Diagnostic, Files, Severity, json, sort, text, words};

/// Prints all problems, in reading order.
pub fn diagnostics(common: &Common, files: &Files, diagnostics: &mut [Diagnostic]) {
    sort(diagnostics, files);
    match common.format {
        Format::Json => diagnostics.iter().for_each(|d| println!("{}", json::line(d, files))),
        Format::Text => {
            let mut err = anstream::stderr().lock();
            let all: String = diagnostics.iter().map(|d| text::render(d, files, true) + "\n").collect();
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
