//! Folders of files: walking them, comparing and bringing over single files, clearing away what emic wrote.
//!
//! 1. Nothing here follows a symlink: a link is a thing of its own, carried and compared as such.
//! 2. Nothing here deletes by a list of paths. A tree is walked, and each file met is asked whether it may go.

use std::borrow::Cow;
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::manifest::Manifest;
use super::names::{MANIFEST, MARKER};

/// One thing in a tree.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct TreeEntry {
    /// Where, from the tree's root.
    pub path: PathBuf,
    pub kind: EntryKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum EntryKind {
    File,
    Link,
    Folder {
        empty: bool,
    },
    /// A pipe, a socket, a device.
    Other,
}

impl TreeEntry {
    /// The path as a site writes it; `None` where there is none, so that no site has it.
    pub(super) fn name(&self) -> Option<Cow<'_, str>> {
        let name = self.path.to_str()?;
        Some(match std::path::MAIN_SEPARATOR {
            '/' => Cow::Borrowed(name),
            separator => Cow::Owned(name.replace(separator, "/")),
        })
    }

    /// How it is named to a person; `None` for a folder, unless nothing is in it that would be named instead.
    pub(super) fn title(&self) -> Option<String> {
        let title = self.name().unwrap_or_else(|| self.path.to_string_lossy());
        match self.kind {
            EntryKind::Folder { empty } => empty.then(|| format!("{title}/")),
            _ => Some(title.into_owned()),
        }
    }

    /// Whether it is a file of the site that `manifest` lists, or what someone has put in such a file's place.
    pub(super) fn is_ours(&self, manifest: &Manifest) -> bool {
        !matches!(self.kind, EntryKind::Folder { .. }) && self.name().is_some_and(|name| manifest.is_ours(&name))
    }
}

/// What is at a path itself; `None` where nothing is.
pub(super) fn look(path: &Path) -> io::Result<Option<Metadata>> {
    match fs::symlink_metadata(path) {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The number by which the system knows a file, whatever it is called.
#[cfg(unix)]
pub(super) fn identity(found: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (found.dev(), found.ino())
}

/// All that is in a tree, each folder before what is in it.
pub(super) fn walk(root: &Path) -> io::Result<Vec<TreeEntry>> {
    let mut entries = Vec::new();
    let mut open = vec![PathBuf::new()];
    while let Some(folder) = open.pop() {
        let mut empty = true;
        for found in fs::read_dir(root.join(&folder))? {
            let found = found?;
            let (path, file_type) = (folder.join(found.file_name()), found.file_type()?);
            empty = false;
            if file_type.is_dir() {
                open.push(path);
                continue;
            }
            let kind = match file_type {
                t if t.is_symlink() => EntryKind::Link,
                t if t.is_file() => EntryKind::File,
                _ => EntryKind::Other,
            };
            entries.push(TreeEntry { path, kind });
        }
        if folder != Path::new("") {
            let kind = EntryKind::Folder { empty };
            entries.push(TreeEntry { path: folder, kind });
        }
    }
    entries.sort();
    Ok(entries)
}

/// Whether the regular file at `path` holds exactly `bytes`. What cannot be read does not.
pub(super) fn holds(path: &Path, bytes: &[u8]) -> bool {
    File::open(path).and_then(|file| reads_as(file, bytes)).unwrap_or(false)
}

fn reads_as(mut file: File, mut bytes: &[u8]) -> io::Result<bool> {
    let found = file.metadata()?;
    if !found.is_file() || found.len() != bytes.len() as u64 {
        return Ok(false);
    }
    let mut buffer = [0; 1 << 16];
    loop {
        let read = file.read(&mut buffer)?;
        match bytes.split_at_checked(read) {
            _ if read == 0 => return Ok(bytes.is_empty()),
            Some((same, rest)) if *same == buffer[..read] => bytes = rest,
            _ => return Ok(false),
        }
    }
}

/// Brings one thing from a tree into another on the same disk, as it is: a file by a second name for it, or, where the system
/// does not give it one, by a copy with the same time.
///
/// # Errors
/// `CrossesDevices` where `from` is on another disk, `AlreadyExists` where `to` is taken; else the error of the system.
pub(super) fn bring(from: &Path, to: &Path, kind: EntryKind) -> io::Result<()> {
    match kind {
        EntryKind::Folder { .. } => fs::create_dir_all(to).and_then(|()| dress(from, to)),
        EntryKind::Link => relink(from, to),
        EntryKind::File | EntryKind::Other => match fs::hard_link(from, to) {
            Err(error) if kind == EntryKind::File && may_copy(error.kind()) => copy(from, to),
            done => done,
        },
    }
}

fn may_copy(error: ErrorKind) -> bool {
    use ErrorKind::{AlreadyExists, CrossesDevices, NotFound};
    !matches!(error, AlreadyExists | CrossesDevices | NotFound)
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let mut source = File::open(from)?;
    let found = source.metadata()?;
    let mut copy = File::create_new(to)?;
    io::copy(&mut source, &mut copy)?;
    copy.set_permissions(found.permissions())?;
    copy.set_modified(found.modified()?)
}

#[cfg(unix)]
fn relink(from: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(from)?, to)
}

#[cfg(windows)]
fn relink(from: &Path, to: &Path) -> io::Result<()> {
    use std::os::windows::fs::{FileTypeExt, symlink_dir, symlink_file};
    let to_folder = fs::symlink_metadata(from)?.file_type().is_symlink_dir();
    let target = fs::read_link(from)?;
    if to_folder { symlink_dir(target, to) } else { symlink_file(target, to) }
}

/// Gives the folder `to` the permissions of `from`, so that a closed folder does not open by being carried.
pub(super) fn dress(from: &Path, to: &Path) -> io::Result<()> {
    fs::set_permissions(to, fs::metadata(from)?.permissions())
}

/// Clears away a tree that was built or replaced: what its own manifest lists, and what the live site holds just so. Gives
/// whether all of it is gone; what is left is nobody's to delete.
pub(super) fn discard(tree: &Path, live: &Path) -> io::Result<bool> {
    if !look(tree)?.is_some_and(|found| found.is_dir()) {
        return Ok(false);
    }
    let listed = Manifest::read(tree)?.unwrap_or_default();
    let mut folders = Vec::new();
    for entry in walk(tree)? {
        let path = tree.join(&entry.path);
        let is_signature = [MARKER, MANIFEST].iter().any(|name| entry.path == Path::new(name));
        if let EntryKind::Folder { .. } = entry.kind {
            folders.push(path);
        } else if !is_signature && (entry.is_ours(&listed) || is_same(&path, &live.join(&entry.path))?) {
            fs::remove_file(path)?;
        }
    }
    // The manifest goes when nothing that it lists is left, so that a clearing cut short can be taken up again.
    for name in [MARKER, MANIFEST] {
        match fs::remove_file(tree.join(name)) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    for folder in folders.iter().rev() {
        remove_if_empty(folder)?;
    }
    remove_if_empty(tree)
}

/// Removes a folder, unless something is in it; gives whether it is gone.
pub(super) fn remove_if_empty(folder: &Path) -> io::Result<bool> {
    match fs::remove_dir(folder) {
        Err(error) if error.kind() == ErrorKind::DirectoryNotEmpty => Ok(false),
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(true),
    }
}

/// Whether two paths are one file by two names, or alike to the last byte.
fn is_same(path: &Path, other: &Path) -> io::Result<bool> {
    let (Some(one), Some(two)) = (look(path)?, look(other)?) else {
        return Ok(false);
    };
    #[cfg(unix)]
    if identity(&one) == identity(&two) {
        return Ok(true);
    }
    if one.is_symlink() && two.is_symlink() {
        return Ok(fs::read_link(path)? == fs::read_link(other)?);
    }
    Ok(one.is_file() && two.is_file() && one.len() == two.len() && holds(other, &fs::read(path)?))
}
