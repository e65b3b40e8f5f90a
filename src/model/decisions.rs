//! What people decided about findings of the privacy gate, as `privacy.yaml` records it. None of it is published.

use std::sync::Arc;

use crate::diag::Span;

/// An entry of `privacy.yaml`.
#[derive(Clone, Debug)]
pub struct Record {
    pub what: Recorded,
    pub reviewer: Arc<str>,
    /// `YYYY-MM-DD`.
    pub date: Arc<str>,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum Recorded {
    /// A finding in a text is known and stays: the rule, where, the keyed hash of the text with its context, and why.
    Text { rule: Arc<str>, place: Arc<str>, fingerprint: Arc<str>, reason: Arc<str> },
    /// A combination of attributes stays below k: as many people, in groups as small, and no worse.
    Cells { attributes: Vec<Arc<str>>, below: u32, smallest: u32, reason: Arc<str> },
    /// Somebody read all that a reader can learn about a participant, as it then was.
    Read { participant: Arc<str>, fingerprint: Arc<str> },
    /// Somebody answers for the study as it then was.
    Signed { fingerprint: Arc<str> },
}
