//! A study while it is written: checked again after every change, kept ready for whoever looks.
//!
//! 1. [`Session::refresh`] reads all files again, which takes milliseconds and cannot miss anything; only those whose bytes changed
//!    are parsed. Everything behind that (names, counts, pages) is made anew of the parts, since it is a function of them and quick.
//! 2. A [`Snapshot`] is the study at one moment. A page is rendered when it is asked for, and kept until the next change.
//! 3. [`sweep`] has the gate look through the pages that nobody has asked for.
//! 4. [`Preview`] answers a web server's requests from the latest snapshot.

mod page;
mod pages;
mod snapshot;
pub mod sweep;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use crate::compile::{Cache, Checked, check};
use crate::diag::Files;
use crate::load;
use crate::site::Edition;
use crate::system::SystemError;

pub use page::Page;
pub use pages::Preview;
pub use snapshot::Snapshot;

/// What the author sees that readers do not.
pub const AUTHORS_EDITION: Edition = Edition { drafts: true, participants: true, preview: true };

/// The snapshot of the moment, for whoever looks.
pub type Latest = Arc<RwLock<Arc<Snapshot>>>;

/// A study that is looked at again and again.
pub struct Session {
    root: PathBuf,
    key: Option<PathBuf>,
    edition: Edition,
    cache: Cache,
    files: Files,
    fingerprints: BTreeMap<String, blake3::Hash>,
    /// Codes and messages, in the order in which they were found.
    problems: Vec<(&'static str, String)>,
    latest: Latest,
}

impl Session {
    /// # Errors
    /// Where the folder cannot be read as a study at all.
    pub fn new(root: PathBuf, key: Option<PathBuf>, edition: Edition) -> Result<Session, SystemError> {
        let mut cache = Cache::default();
        let loaded = load::folder(&root, key.as_deref())
            .map_err(|e| SystemError::with_cause(format!("`{}` cannot be read as a study", root.display()), e))?;
        let checked = check(loaded, &mut cache);
        let problems = problems(&checked);
        let snapshot = Snapshot::new(checked, edition);
        let fingerprints = snapshot.checked.sources.fingerprints();
        let files = snapshot.checked.sources.files.clone();
        Ok(Session { root, key, edition, cache, files, fingerprints, problems, latest: Arc::new(RwLock::new(Arc::new(snapshot))) })
    }

    /// The place where the snapshot of the moment is found.
    pub fn latest(&self) -> Latest {
        Arc::clone(&self.latest)
    }

    pub fn current(&self) -> Arc<Snapshot> {
        current(&self.latest)
    }

    /// Reads the study again; gives the names of the files that changed, none where nothing did.
    ///
    /// # Errors
    /// Where the folder cannot be read any more.
    pub fn refresh(&mut self) -> Result<Vec<String>, SystemError> {
        let loaded = load::folder_again(&self.root, self.key.as_deref(), &self.files)
            .map_err(|e| SystemError::with_cause("the study cannot be read", e))?;
        let fingerprints = loaded.0.fingerprints();
        let mut changed: Vec<String> =
            fingerprints.iter().filter(|(name, hash)| self.fingerprints.get(*name) != Some(hash)).map(|(name, _)| name.clone()).collect();
        changed.extend(self.fingerprints.keys().filter(|name| !fingerprints.contains_key(*name)).cloned());
        let next = check(loaded, &mut self.cache);
        let problems = problems(&next);
        // What lies outside the texts counts too: a list of private words, a link, a file that cannot be read.
        if changed.is_empty() && problems == self.problems && !next.secrets_differ(&self.current().checked) {
            return Ok(changed);
        }
        if changed.is_empty() {
            changed.push("private/".to_owned());
        }
        self.files = next.sources.files.clone();
        self.fingerprints = fingerprints;
        self.problems = problems;
        let next = Arc::new(Snapshot::new(next, self.edition));
        // A whole study is let go of, which takes a while: not while pages wait for the lock.
        let before = std::mem::replace(&mut *self.latest.write().unwrap_or_else(PoisonError::into_inner), next);
        drop(before);
        Ok(changed)
    }
}

fn current(latest: &Latest) -> Arc<Snapshot> {
    Arc::clone(&latest.read().unwrap_or_else(PoisonError::into_inner))
}

fn problems(checked: &Checked) -> Vec<(&'static str, String)> {
    checked.diagnostics.iter().map(|d| (d.code.name, d.message.clone())).collect()
}
