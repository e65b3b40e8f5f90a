//! Rules over a whole study: one rule, one file, one code, one fixture.

mod claims;
mod completeness;
mod consent;
pub mod decisions;
mod identifying;
mod lengths;
mod pictures;
mod quotation;
mod shares;
mod small_cells;
mod small_groups;

use crate::analyse::Analysis;
use crate::diag::{Diagnostic, Files};
use crate::model::Study;

pub use identifying::{FindingsCache, check as identifying};
pub use pictures::Pictures as PictureCache;

/// Runs every rule but that on identifiers, which needs no analysis. The files are those that the study was read from, to point at
/// single words of them.
pub fn lint(study: &Study, analysis: &Analysis, files: &Files) -> Vec<Diagnostic> {
    let rules: [fn(&Study, &Analysis) -> Vec<Diagnostic>; 5] =
        [quotation::check, completeness::check, shares::check, lengths::check, small_groups::check];
    let mut said: Vec<Diagnostic> = rules.iter().flat_map(|rule| rule(study, analysis)).collect();
    said.extend(claims::check(study, analysis, files));
    said.extend(small_cells::check(study, files));
    said.extend(consent::check(study, files));
    said
}
