//! Rules over a whole study: one rule, one file, one fixture.
//!
//! 1. A rule is a file. It declares its codes beside its check, with a doc comment on what is checked, why, and an example.
//! 2. It reads one [`Context`], touches nothing else, and names with each diagnostic the subject it is about.
//! 3. [`RULES`] is the one list of them: what is run, what docs/diagnostics.md explains, and what the privacy report says was
//!    checked all follow from it. A new rule is its file, and here its `mod` and its line in the list.

mod about_empty;
mod cache;
mod claims;
mod consent_statement;
pub mod decisions;
mod elsewhere;
mod finding_without_quote;
pub mod identifying;
mod linking_reason;
mod long_quote;
mod one_voice;
mod participant_never_quoted;
mod pictures;
mod place;
mod quotation;
mod rule;
mod small_cells;
mod small_group;
mod theme_without_quotes;

use rayon::prelude::*;

use crate::diag::{Code, Diagnostic, code};

pub use cache::IdentifierCache;
pub use pictures::PictureCache;
pub use rule::{Context, Rule};

/// Every rule. The privacy report lists those of privacy and of quotations in this order.
pub static RULES: &[&Rule] = &[
    &identifying::RULE,
    &small_cells::RULE,
    &small_group::RULE,
    &consent_statement::RULE,
    &linking_reason::RULE,
    &elsewhere::CONSENT,
    &elsewhere::CASES,
    &elsewhere::WITHDRAWAL,
    &one_voice::RULE,
    &long_quote::RULE,
    &elsewhere::PICTURES,
    &decisions::RULE,
    &quotation::RULE,
    &claims::RULE,
    &theme_without_quotes::RULE,
    &participant_never_quoted::RULE,
    &finding_without_quote::RULE,
    &about_empty::RULE,
];

/// Everything that the rules report of a study.
pub fn check(context: &Context) -> Vec<Diagnostic> {
    RULES.par_iter().filter_map(|rule| rule.check).flat_map_iter(|check| check(context)).collect()
}

/// Every code of emic, by area: those of the stages, and those of the rules.
pub fn codes() -> Vec<&'static Code> {
    let mut codes: Vec<&Code> = code::CODES.to_vec();
    for code in RULES.iter().flat_map(|rule| rule.codes) {
        if !codes.contains(code) {
            codes.push(code);
        }
    }
    codes.sort_by_key(|code| code.area);
    codes
}
