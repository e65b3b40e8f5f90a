//! Where a site may be written. Tools like this one have wiped home folders; this file is why emic does not.
//!
//! 1. The wished path is resolved to a folder's true place; a symlink, a file, or a place that cannot be is refused.
//! 2. Its place is held against what must not be overwritten: disks' roots, the system, the home folder, the study and its
//!    inputs, repositories, other sites. Folders are compared by the system's own number for them, since names lie (`..`, case,
//!    links), and by name where an input is not there yet.
//! 3. The folder around it must allow writing, and nothing may be mounted on it.
//! 4. What is in the folder is looked at: nothing, or a site by emic, or it is refused.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::manifest::{self, Manifest};
use super::names::fold;
use super::places::{self, identity, is_within};
use super::refusal::{RefusalReason, TargetRefusal};
use super::tree::look;

/// A folder in which a site may be written.
#[derive(Debug, Clone)]
pub struct Target {
    folder: PathBuf,
    parent: PathBuf,
    name: OsString,
}

/// What is in a target.
#[derive(Debug)]
pub(super) enum TargetState {
    /// It is not there yet.
    Nothing,
    /// It is there and empty, or nearly: a file browser has left its notes.
    Empty,
    /// A site, and what emic wrote of it.
    Site(Manifest),
}

impl Target {
    /// Allows or refuses `out` as the folder for the site of the study at `study`, whose `inputs` are names of files and folders
    /// in it. Touches nothing, and makes nothing.
    ///
    /// # Errors
    /// Says which folder was refused, why, and what to do.
    pub fn check(out: &Path, study: &Path, inputs: &[&str]) -> Result<Target, TargetRefusal> {
        let refuse = |folder: &Path, reason| TargetRefusal { folder: folder.to_path_buf(), reason };
        let folder = resolve(out).map_err(|reason| refuse(out, reason))?;
        let study = fs::canonicalize(study).map_err(|error| refuse(study, error.into()))?;
        let target = match (folder.parent(), folder.file_name()) {
            (Some(parent), Some(name)) => Target { folder: folder.clone(), parent: parent.to_path_buf(), name: name.to_owned() },
            _ => return Err(refuse(&folder, RefusalReason::Root)),
        };
        target.keeps_off(&study, inputs).and_then(|()| target.may_be_exchanged()).map_err(|reason| refuse(&folder, reason))?;
        target.found()?;
        Ok(target)
    }

    /// The folder, by its true path.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder around it.
    pub(super) fn parent(&self) -> &Path {
        &self.parent
    }

    /// Where emic keeps something of its own, hidden beside the target.
    pub(super) fn beside(&self, what: &str) -> PathBuf {
        let mut name = OsString::from(".");
        name.push(&self.name);
        name.push(format!(".emic-{what}"));
        self.parent.join(name)
    }

    /// Where emic leaves a person's files that it could not keep in the site.
    pub(super) fn kept(&self, number: usize) -> PathBuf {
        let mut name = self.name.clone();
        name.push(format!(".emic-kept-{number}"));
        self.parent.join(name)
    }

    /// What is in the folder, where a site may replace it.
    pub(super) fn found(&self) -> Result<TargetState, TargetRefusal> {
        loop {
            let folder = identity(&self.folder).ok();
            let found = self.look_inside().map_err(|reason| TargetRefusal { folder: self.folder.clone(), reason });
            // Another build may have exchanged the folder under this look, and then the new one is to be looked at.
            if found.is_ok() || identity(&self.folder).ok() == folder {
                return found;
            }
        }
    }

    fn look_inside(&self) -> Result<TargetState, RefusalReason> {
        let Some(found) = look(&self.folder)? else {
            return Ok(TargetState::Nothing);
        };
        if found.is_symlink() {
            return Err(RefusalReason::Symlink);
        }
        if !found.is_dir() {
            return Err(RefusalReason::NotAFolder);
        }
        let mut names = fs::read_dir(&self.folder)?.map(|entry| Ok(entry?.file_name())).collect::<io::Result<Vec<OsString>>>()?;
        if let Some(store) = names.iter().find(|name| places::is_store(name)) {
            return Err(RefusalReason::Repository(spelt(store)));
        }
        match manifest::format_of(&self.folder)? {
            Some(manifest::FORMAT) => Manifest::read(&self.folder)?.map(TargetState::Site).ok_or(RefusalReason::ListLost),
            Some(newer) => Err(RefusalReason::Newer(newer)),
            None => {
                names.retain(|name| !places::is_litter(name));
                match names.iter().min() {
                    None => Ok(TargetState::Empty),
                    Some(first) => Err(RefusalReason::Strange(spelt(first))),
                }
            }
        }
    }

    /// That the folder is not, holds not and is not inside what must not be overwritten.
    fn keeps_off(&self, study: &Path, inputs: &[&str]) -> Result<(), RefusalReason> {
        let name = fold(&spelt(&self.name));
        if name.starts_with(".emic-") || name.starts_with('.') && name.contains(".emic-") {
            return Err(RefusalReason::Reserved);
        }
        if places::is_of_the_system(&self.folder) {
            return Err(RefusalReason::System);
        }
        let home = env::home_dir().and_then(|home| fs::canonicalize(home).ok());
        if let Some(home) = home
            && is_within(&home, &self.folder)?
        {
            return Err(RefusalReason::Home);
        }
        if is_within(study, &self.folder)? {
            let is_the_study = is_within(&self.folder, study)?;
            return Err(if is_the_study { RefusalReason::Study } else { RefusalReason::HoldsStudy });
        }
        for input in inputs {
            if self.meets(study, input)? {
                return Err(RefusalReason::Input((*input).to_owned()));
            }
        }
        for around in self.folder.ancestors().skip(1) {
            if let Some(store) = around.file_name().filter(|name| places::is_store(name)) {
                return Err(RefusalReason::Repository(spelt(store)));
            }
            if manifest::format_of(around)?.is_some() {
                return Err(RefusalReason::InsideSite(around.to_path_buf()));
            }
        }
        Ok(())
    }

    /// Whether the folder is, holds, or is inside an input.
    fn meets(&self, study: &Path, input: &str) -> io::Result<bool> {
        // By name, since the input may not be there yet; without case, since the study may be copied to a computer without it.
        let parts = |path: &Path| path.iter().map(|part| fold(&spelt(part))).collect::<Vec<_>>();
        if let Ok(within) = self.folder.strip_prefix(study) {
            let (own, other) = (parts(within), parts(Path::new(input)));
            if own.starts_with(&other) || other.starts_with(&own) {
                return Ok(true);
            }
        }
        // By identity, since it may be a link, and what it points to is as dear.
        let there = study.join(input);
        if identity(&there)?.is_none() {
            return Ok(false);
        }
        let there = fs::canonicalize(there)?;
        Ok(is_within(&there, &self.folder)? || is_within(&self.folder, &there)?)
    }

    /// That the system can put another folder in its place.
    fn may_be_exchanged(&self) -> Result<(), RefusalReason> {
        if places::is_mount_point(&self.folder) {
            Err(RefusalReason::MountPoint)
        } else if !places::is_writable(&self.parent) {
            Err(RefusalReason::Unwritable)
        } else {
            Ok(())
        }
    }
}

fn spelt(name: &OsStr) -> String {
    name.to_string_lossy().into_owned()
}

/// A path's true place: that of the folder around it, and its own name in it.
fn resolve(out: &Path) -> Result<PathBuf, RefusalReason> {
    if out.as_os_str().is_empty() {
        return Err(RefusalReason::Nameless);
    }
    let absent = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => RefusalReason::NoParent,
        _ => RefusalReason::Unreadable(error),
    };
    let (Some(parent), Some(name)) = (out.parent(), out.file_name()) else {
        // `/`, `.`, `..`, `a/..` have no name of their own: only what is there can be meant.
        return fs::canonicalize(out).map_err(absent);
    };
    // `output` alone is in the current folder.
    let parent = fs::canonicalize(Path::new(".").join(parent)).map_err(absent)?;
    if !parent.is_dir() {
        return Err(RefusalReason::NoParent);
    }
    let folder = parent.join(name);
    match look(&folder)? {
        None => Ok(folder),
        Some(found) if found.is_symlink() => Err(RefusalReason::Symlink),
        Some(found) if !found.is_dir() => Err(RefusalReason::NotAFolder),
        // Once more, for its name as the disk has it.
        Some(_) => Ok(fs::canonicalize(&folder).unwrap_or(folder)),
    }
}
