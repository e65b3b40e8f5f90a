//! Having on the disk what a power cut must not take.
//!
//! 1. [`flush`] is for a finished site, before it is put in place: else its pages could be there and empty.
//! 2. [`flush_folder`] is for the exchange, before the old site is cleared away: else neither could be there.

use std::fs::File;
use std::io;
use std::path::Path;

/// Has a whole tree on the disk.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub(super) fn flush(tree: &Path) -> io::Result<()> {
    // One call for the whole disk is far cheaper than one for each of thousands of files.
    rustix::fs::syncfs(File::open(tree)?).map_err(io::Error::from)
}

/// Has a whole tree on the disk.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub(super) fn flush(tree: &Path) -> io::Result<()> {
    use super::tree::{EntryKind, walk};
    for entry in walk(tree)? {
        let path = tree.join(&entry.path);
        match entry.kind {
            EntryKind::File => flush_file(&path)?,
            EntryKind::Folder { .. } => flush_folder(&path)?,
            EntryKind::Link | EntryKind::Other => {}
        }
    }
    flush_folder(tree)
}

#[cfg(all(unix, not(any(target_os = "linux", target_os = "android"))))]
fn flush_file(path: &Path) -> io::Result<()> {
    // Hands the file to the drive; `flush_folder` has the drive write its cache. On macOS doing both for each file takes minutes.
    rustix::fs::fsync(File::open(path)?).map_err(io::Error::from)
}

#[cfg(not(unix))]
fn flush_file(path: &Path) -> io::Result<()> {
    File::options().write(true).open(path)?.sync_all()
}

/// Has on the disk which files a folder holds.
#[cfg(unix)]
pub(super) fn flush_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        // Some network disks know no such step.
        Err(error) if matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput) => Ok(()),
        done => done,
    }
}

/// Has on the disk which files a folder holds.
#[cfg(not(unix))]
pub(super) fn flush_folder(_: &Path) -> io::Result<()> {
    // There a folder cannot be opened to be flushed; the system does it on its own.
    Ok(())
}
