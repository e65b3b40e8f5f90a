//! The folder beside a target in which its site is made, and from which it is put in place.
//!
//! 1. A scaffold is raised under the lock, so any other that is found then belongs to a process that has died.
//! 2. The names of its folders show how far its build came; [`Scaffold::settle`] reads that, whoever left it: a killed
//!    process, a build that failed, or one that succeeded and has the old site to clear away.
//! 3. Nothing is deleted that emic did not write: that is moved beside the target, to be named to the author.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::durable;
use super::error::WriteError;
use super::guard::Target;
use super::tree;

/// The file by which a folder is known as emic's.
const SIGN: &str = ".emic-stage";
const SIGN_TEXT: &str = "emic makes a site here and removes this folder when it is done; after a crash, the next build does\n";

/// A folder beside the target, of emic's own.
#[derive(Debug)]
pub(super) struct Scaffold {
    root: PathBuf,
}

impl Scaffold {
    /// Makes an empty scaffold.
    pub(super) fn create(target: &Target) -> io::Result<Scaffold> {
        let mut number = 0;
        let root = loop {
            let root = target.beside(&format!("stage-{number}"));
            match fs::create_dir(&root) {
                Ok(()) => break root,
                // A stranger's folder, or one that could not be cleared.
                Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
                Err(error) => return Err(error),
            }
        };
        let scaffold = Scaffold { root };
        let signed = fs::write(scaffold.root.join(SIGN), SIGN_TEXT).and_then(|()| fs::create_dir(scaffold.new_site()));
        if let Err(error) = signed {
            scaffold.clear(target);
            return Err(error);
        }
        Ok(scaffold)
    }

    /// The scaffolds that dead processes left. Only for who holds the lock.
    pub(super) fn left_by_killed_builds(target: &Target) -> io::Result<Vec<Scaffold>> {
        let prefix = target.beside("stage-");
        let prefix = prefix.file_name().unwrap_or_default().as_encoded_bytes();
        let mut dead = Vec::new();
        for entry in fs::read_dir(target.parent())? {
            let entry = entry?;
            let name = entry.file_name();
            let number = name.as_encoded_bytes().strip_prefix(prefix);
            if !number.is_some_and(|number| !number.is_empty() && number.iter().all(u8::is_ascii_digit)) {
                continue;
            }
            let root = entry.path();
            let signed = tree::look(&root.join(SIGN)).is_ok_and(|found| found.is_some_and(|found| found.is_file()));
            if entry.file_type()?.is_dir() && signed {
                dead.push(Scaffold { root });
            } else if entry.file_type()?.is_dir() {
                // Killed before it could sign, or just after it took its sign down: then nothing is in it.
                let _ = fs::remove_dir(root);
            }
        }
        dead.sort_by(|one, two| one.root.cmp(&two.root));
        Ok(dead)
    }

    /// The whole of it.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// The site in the making. It never was live, so all in it is emic's, or a second name for what is in the live site.
    pub(super) fn new_site(&self) -> PathBuf {
        self.root.join("new")
    }

    /// The finished site until the exchange, and the old one after it.
    pub(super) fn ready(&self) -> PathBuf {
        self.root.join("ready")
    }

    /// The old site from the first of two renames on.
    pub(super) fn old(&self) -> PathBuf {
        self.root.join("old")
    }

    /// Whether a build came to its end between two renames.
    fn is_torn(&self) -> io::Result<bool> {
        Ok(tree::look(&self.old())?.is_some() && tree::look(&self.ready())?.is_some())
    }

    /// Puts things in order: the old site back in place where an exchange was cut short, everything of emic's cleared away. Gives
    /// the folders that are left, with strangers' files in them.
    ///
    /// # Errors
    /// `Stranded` where the old site is not in its place and cannot be put there.
    pub(super) fn settle(&self, target: &Target) -> Result<Vec<PathBuf>, WriteError> {
        let is_torn = self.is_torn();
        if is_torn.map_err(WriteError::io("look into", &self.root))?
            && let Err(source) = fs::rename(self.old(), target.folder())
            // Where someone has put something else there meanwhile, the old site is kept beside it.
            && !tree::look(target.folder()).is_ok_and(|found| found.is_some())
        {
            return Err(WriteError::Stranded { folder: target.folder().to_path_buf(), site: self.old(), source });
        }
        Ok(self.clear(target))
    }

    /// Clears everything away. What cannot be cleared, the next build tries again.
    fn clear(&self, target: &Target) -> Vec<PathBuf> {
        self.try_clear(target).unwrap_or_else(|_| vec![self.root.clone()])
    }

    fn try_clear(&self, target: &Target) -> io::Result<Vec<PathBuf>> {
        let mut kept = Vec::new();
        if self.is_torn()? {
            kept.push(keep(&self.old(), target)?);
        }
        for site in [self.old(), self.ready()] {
            if tree::look(&site)?.is_some() {
                // Its successor must be sure to stay before it goes.
                durable::flush_folder(target.parent())?;
                if !tree::discard(&site, target.folder())? {
                    kept.push(keep(&site, target)?);
                }
            }
        }
        ignore_missing(fs::remove_dir_all(self.new_site()))?;
        ignore_missing(fs::remove_file(self.root.join(SIGN)))?;
        if !tree::remove_if_empty(&self.root)? {
            kept.push(keep(&self.root, target)?);
        }
        Ok(kept)
    }
}

/// Moves a folder with strangers' files to where the author sees it.
fn keep(folder: &Path, target: &Target) -> io::Result<PathBuf> {
    let mut number = 1;
    while tree::look(&target.kept(number))?.is_some() {
        number += 1;
    }
    let kept = target.kept(number);
    fs::rename(folder, &kept)?;
    Ok(kept)
}

fn ignore_missing(done: io::Result<()>) -> io::Result<()> {
    match done {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        done => done,
    }
}
