//! A page of a snapshot.

use std::sync::{Arc, Mutex};

use crate::diag::Diagnostic;

/// A page as it was rendered.
pub struct Page {
    pub bytes: Arc<[u8]>,
    /// Changes when the bytes do.
    pub tag: String,
    /// What is wrong with this page alone: something private in it, or a template that failed.
    pub diagnostics: Vec<Diagnostic>,
    /// The page with the preview's bar, made when it is first shown.
    pub(super) shown: Mutex<Option<Arc<Shown>>>,
}

impl Page {
    pub(super) fn new(bytes: Vec<u8>, diagnostics: Vec<Diagnostic>) -> Page {
        Page { tag: tag(&bytes), bytes: bytes.into(), diagnostics, shown: Mutex::default() }
    }
}

/// A page as it is sent, and the bar on it. Both hold as long as the study stays what it is and the gate is no further, and are
/// asked for several times a second by every open tab.
pub(super) struct Shown {
    pub(super) bar: String,
    pub(super) bar_tag: String,
    pub(super) html: Arc<[u8]>,
    pub(super) html_tag: String,
    /// How far the gate is, in words, and how much it has found.
    pub(super) gate: (Option<String>, usize),
}

/// A tag that changes when the bytes do.
pub(super) fn tag(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..16].to_owned()
}
