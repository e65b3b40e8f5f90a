//! What a rule is, and what it reads.

use super::cache::IdentifierCache;
use crate::analyse::Analysis;
use crate::diag::{Area, Code, Diagnostic, Files};
use crate::model::Study;

/// All that a rule may read.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub study: &'a Study,
    pub analysis: &'a Analysis,
    /// The files that the study was read from, to point at single words of them.
    pub files: &'a Files,
    /// What was found in texts in an earlier run.
    pub cache: &'a IdentifierCache,
}

/// Something that a study is held to.
pub struct Rule {
    /// What it may report; at least one, all of one area.
    pub codes: &'static [&'static Code],
    /// What it looks at, and for what: a line in the privacy report's list of what was checked, where `{k}` becomes the study's own.
    pub checked: &'static str,
    /// Looks at a study. `None` where only another stage can: it knows what never reaches `Study`.
    pub check: Option<fn(&Context) -> Vec<Diagnostic>>,
}

impl Rule {
    /// What it is about.
    pub fn area(&self) -> Option<Area> {
        self.codes.first().map(|code| code.area)
    }
}
