//! Rules over a whole study: one rule, one file, one code, one fixture.

mod claims;
mod completeness;
mod lengths;
mod quotation;
mod shares;
mod small_groups;

use crate::analyse::Analysis;
use crate::diag::{Diagnostic, Files};
use crate::model::Study;

/// Runs every rule. The files are those that the study was read from, to point at single words of them.
pub fn lint(study: &Study, analysis: &Analysis, files: &Files) -> Vec<Diagnostic> {
    let rules: [fn(&Study, &Analysis) -> Vec<Diagnostic>; 5] =
        [quotation::check, completeness::check, shares::check, lengths::check, small_groups::check];
    let said = rules.iter().flat_map(|rule| rule(study, analysis));
    said.chain(claims::check(study, analysis, files)).collect()
}
