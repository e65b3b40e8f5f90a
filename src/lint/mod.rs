//! Rules over a whole study: one rule, one file, one code, one fixture.

mod completeness;
mod quotation;
mod small_groups;

use crate::analyse::Analysis;
use crate::diag::Diagnostic;
use crate::model::Study;

/// Runs every rule.
pub fn lint(study: &Study, analysis: &Analysis) -> Vec<Diagnostic> {
    let rules: [fn(&Study, &Analysis) -> Vec<Diagnostic>; 3] = [quotation::check, completeness::check, small_groups::check];
    rules.iter().flat_map(|rule| rule(study, analysis)).collect()
}
