//! Where a setting is written.

use crate::diag::{Files, Place, Span};

/// Where study.yaml has a field, given without its colon; the file as a whole, where it has none.
pub fn setting(files: &Files, field: &str) -> Place {
    let Some(file) = files.get("study.yaml") else { return Place::Study };
    match files.text(file).find(&format!("{field}:")) {
        Some(at) => Place::Span(Span::new(file, at..at + field.len())),
        None => Place::Path("study.yaml".into()),
    }
}
