//! What an earlier run found in texts, so that an edit costs the texts it changed.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::identifiers::Finding;

/// The findings in a text, by the text's hash.
pub type Findings = HashMap<blake3::Hash, Box<[Finding]>>;

/// What was found in the texts of the last run.
#[derive(Default)]
pub struct IdentifierCache(Mutex<Findings>);

impl IdentifierCache {
    /// Empties it.
    pub fn take(&self) -> Findings {
        self.replace(Findings::default())
    }

    /// Puts the findings of a run in the place of those before.
    pub fn replace(&self, findings: Findings) -> Findings {
        std::mem::replace(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner), findings)
    }
}
