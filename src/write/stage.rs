//! One build's writing, from its lock to the exchange.
//!
//! 1. [`Stage::open`] takes the lock, settles what is left of dead builds and looks at what is live.
//! 2. [`Stage::put`] takes a file: it claims the name, hashes the bytes, and writes them unless the live site has the same.
//! 3. [`Stage::swap`] compares, and stops where nothing changed. Else it brings in the files that stayed the same and the
//!    strangers' files, signs, flushes, exchanges, and clears the old site away.
//! 4. Dropped before that, it clears the new one away.

use std::collections::{BTreeMap, HashSet};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use blake3::Hash;

use super::durable;
use super::error::WriteError;
use super::guard::{Target, TargetState};
use super::lock::Lock;
use super::manifest::{self, Manifest};
use super::names::{self, ClaimedNames, MANIFEST, MARKER};
use super::scaffold::Scaffold;
use super::swap::{self, Moves};
use super::tree::{self, EntryKind, TreeEntry};
use crate::gate::Swept;

/// How long a build waits for another of the same site.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a build has written.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Written {
    /// How many files the site has, without emic's marker and manifest, and without strangers' files.
    pub files: usize,
    /// How many of them are new or have other bytes than before.
    pub changed: usize,
    /// How many files of the last build the site no longer has.
    pub removed: usize,
    /// What is in the output folder and was not written by emic. It was kept; a folder with nothing in it ends in `/`.
    pub carried: Vec<String>,
    /// Folders beside the output folder that hold what could not be kept in it, or could not be cleared away.
    pub left: Vec<PathBuf>,
}

/// A site in the making, beside the live one. Many threads may [`put`](Stage::put) at once.
#[derive(Debug)]
pub struct Stage {
    target: Target,
    scaffold: Scaffold,
    /// What emic wrote the last time.
    before: Manifest,
    /// Which of it still are regular files, so that `put` neither asks the disk nor follows a link that has taken its place.
    still_there: HashSet<String>,
    site: Mutex<StagedSite>,
    left: Vec<PathBuf>,
    pub(super) moves: Moves,
    is_settled: bool,
    // The last field, since it is dropped last: after the scaffold is settled.
    _lock: Lock,
}

/// What was put so far.
#[derive(Debug, Default)]
struct StagedSite {
    names: ClaimedNames,
    files: BTreeMap<String, Staged>,
    has_failed: bool,
}

#[derive(Debug, Clone, Copy)]
struct Staged {
    hash: Hash,
    is_new: bool,
}

impl Stage {
    /// Begins a build. The live site is not touched, unless a build that died in the midst of an exchange has left it elsewhere:
    /// then it is put back.
    ///
    /// # Errors
    /// `Busy` where another emic does not finish in time, `Refused` where the target has changed since it was checked,
    /// `Stranded` where an earlier site cannot be put back, `Io` where the system fails.
    pub fn open(target: Target) -> Result<Stage, WriteError> {
        Stage::open_within(target, PATIENCE)
    }

    pub(super) fn open_within(target: Target, patience: Duration) -> Result<Stage, WriteError> {
        let lock = Lock::take(&target, patience)?;
        let looking = || WriteError::io("look for earlier builds in", target.parent());
        let mut left = Vec::new();
        for scaffold in Scaffold::left_by_killed_builds(&target).map_err(looking())? {
            left.extend(scaffold.settle(&target)?);
        }
        let found = target.found()?;
        let scaffold = Scaffold::create(&target).map_err(WriteError::io("make a folder beside", target.folder()))?;
        let mut stage = Stage {
            target,
            scaffold,
            before: Manifest::default(),
            still_there: HashSet::new(),
            site: Mutex::default(),
            left,
            moves: Moves::SYSTEM,
            is_settled: false,
            _lock: lock,
        };
        stage.remember(found).map_err(WriteError::io("read", stage.target.folder()))?;
        Ok(stage)
    }

    /// Keeps what is known of the live site.
    fn remember(&mut self, found: TargetState) -> io::Result<()> {
        let live = self.target.folder();
        if let TargetState::Site(before) = found {
            let files = tree::walk(live)?.into_iter().filter(|entry| entry.kind == EntryKind::File);
            self.still_there = files.filter_map(|entry| Some(entry.name()?.into_owned())).collect();
            self.before = before;
        }
        match tree::look(live)? {
            Some(_) => tree::dress(live, &self.scaffold.new_site()),
            None => Ok(()),
        }
    }

    /// Puts a file into the site: one that the gate has let pass.
    ///
    /// # Errors
    /// `Path` for a path that no site may have, `Twice` for one that cannot be beside an earlier one, `Io` where the system
    /// fails. After an error the stage can only be dropped.
    pub fn put<B: AsRef<[u8]>>(&self, file: &Swept<B>) -> Result<(), WriteError> {
        self.try_put(file.path(), file.bytes()).inspect_err(|_| self.site().has_failed = true)
    }

    fn try_put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        names::clean(path).map_err(|why| WriteError::Path { path: path.to_owned(), why })?;
        self.claim(path)?;
        let hash = blake3::hash(bytes);
        let is_live = self.before.hash(path) == Some(&hash)
            && self.still_there.contains(path)
            && tree::holds(&self.target.folder().join(path), bytes);
        if !is_live {
            self.write(path, bytes)?;
        }
        let is_new = !is_live;
        self.site().files.insert(path.to_owned(), Staged { hash, is_new });
        Ok(())
    }

    /// Claims a name, and makes the folders that it is the first to need: under the lock, since the second comes right after.
    fn claim(&self, path: &str) -> Result<(), WriteError> {
        let mut site = self.site();
        let folders = site.names.claim(path).map_err(|clash| WriteError::Twice { path: path.to_owned(), first: clash.earlier })?;
        for folder in folders {
            let folder = self.scaffold.new_site().join(folder);
            fs::create_dir(&folder).map_err(WriteError::io("make", &folder))?;
        }
        Ok(())
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let file = self.scaffold.new_site().join(path);
        let written = File::create_new(&file).and_then(|mut file| file.write_all(bytes));
        written.map_err(WriteError::io("write", &file))
    }

    fn site(&self) -> MutexGuard<'_, StagedSite> {
        // A thread that panicked in here leaves a claim without a file, which `swap` cannot take for a whole site.
        self.site.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts the site in its place, with the files that emic did not write; or touches nothing, where nothing has changed.
    ///
    /// # Errors
    /// `Unfinished` after a `put` that failed, `InTheWay` where a stranger's file has a name that the site needs, `Mounted` where a
    /// part of the output folder is another disk, `Refused` where the target has changed meanwhile, `Stranded` or `Io` where the
    /// system fails. Once the site is in its place nothing fails: what could not be cleared away is named.
    pub fn swap(mut self) -> Result<Written, WriteError> {
        let StagedSite { names, files, has_failed } = std::mem::take(&mut *self.site());
        if has_failed || names.files() != files.len() {
            return Err(WriteError::Unfinished);
        }
        let strangers = self.strangers(&names)?;
        let now: Manifest = files.iter().map(|(path, staged)| (path.clone(), staged.hash)).collect();
        let mut written = Written {
            files: files.len(),
            changed: files.values().filter(|staged| staged.is_new).count(),
            removed: self.before.missing_from(&now),
            carried: strangers.iter().filter_map(TreeEntry::title).collect(),
            left: std::mem::take(&mut self.left),
        };
        if written.changed > 0 || !self.is_signed(&now) {
            for (path, _) in files.iter().filter(|(_, staged)| !staged.is_new) {
                self.bring(Path::new(path), EntryKind::File)?;
            }
            for stranger in &strangers {
                self.make_room(&stranger.path)?;
                self.bring(&stranger.path, stranger.kind)?;
            }
            self.sign(&now)?;
            self.put_in_place()?;
        }
        written.left.extend(self.settle());
        Ok(written)
    }

    /// What is in the live site and is not emic's.
    fn strangers(&self, names: &ClaimedNames) -> Result<Vec<TreeEntry>, WriteError> {
        let live = self.target.folder();
        if let TargetState::Nothing = self.target.found()? {
            return Ok(Vec::new());
        }
        let mut entries = tree::walk(live).map_err(WriteError::io("read", live))?;
        let folders = self.before.folders();
        entries.retain(|entry| match entry.kind {
            EntryKind::Folder { .. } => !entry.name().is_some_and(|name| folders.contains(&*name)),
            _ => !entry.is_ours(&self.before),
        });
        let is_blocked = |entry: &&TreeEntry| names.block(&entry.path.to_string_lossy(), matches!(entry.kind, EntryKind::Folder { .. }));
        match entries.iter().find(is_blocked) {
            Some(entry) => Err(WriteError::InTheWay { file: live.join(&entry.path) }),
            None => Ok(entries),
        }
    }

    /// Whether the live site bears exactly the signature that this one would.
    fn is_signed(&self, now: &Manifest) -> bool {
        let live = self.target.folder();
        tree::holds(&live.join(MARKER), manifest::marker().as_bytes()) && tree::holds(&live.join(MANIFEST), now.text().as_bytes())
    }

    /// Makes the folder that a stranger's file lies in, where the site no longer has it.
    fn make_room(&self, path: &Path) -> Result<(), WriteError> {
        let folder = self.scaffold.new_site().join(path.parent().unwrap_or(path));
        fs::create_dir_all(&folder).map_err(WriteError::io("make", &folder))
    }

    /// Brings a file or folder of the live site into the new one.
    fn bring(&self, path: &Path, kind: EntryKind) -> Result<(), WriteError> {
        let (from, to) = (self.target.folder().join(path), self.scaffold.new_site().join(path));
        tree::bring(&from, &to, kind).map_err(|error| match error.kind() {
            io::ErrorKind::CrossesDevices => WriteError::Mounted { file: from },
            _ => WriteError::io("keep", &from)(error),
        })
    }

    fn sign(&self, now: &Manifest) -> Result<(), WriteError> {
        self.write(MARKER, manifest::marker().as_bytes())?;
        self.write(MANIFEST, now.text().as_bytes())
    }

    fn put_in_place(&self) -> Result<(), WriteError> {
        let new_site = self.scaffold.new_site();
        durable::flush(&new_site).map_err(WriteError::io("bring to the disk", &new_site))?;
        swap::put_in_place(&self.scaffold, &self.target, self.moves)
    }

    /// Clears the scaffold away, with the old site, and gives what is left of it.
    fn settle(&mut self) -> Vec<PathBuf> {
        self.is_settled = true;
        self.scaffold.settle(&self.target).unwrap_or_else(|_| vec![self.scaffold.root().to_path_buf()])
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if !self.is_settled {
            // There is nobody to report to; what is left, the next build settles.
            let _ = self.scaffold.settle(&self.target);
        }
    }
}
