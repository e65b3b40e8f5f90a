//! Putting a finished site in its place.
//!
//! 1. The two folders are exchanged in one step where the system can: the live path is never empty.
//! 2. Where it cannot, the old site is renamed into the scaffold and the new one out of it. Whoever dies in between leaves both in
//!    the scaffold, and the next build puts the old one back; a second rename that fails is undone at once.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::error::WriteError;
use super::guard::{Target, TargetState};
use super::scaffold::Scaffold;
use super::tree;

/// How folders change places. Tests put in systems that cannot, or that fail.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moves {
    /// Exchanges two folders in one step; `Unsupported` where the system has no such step.
    pub exchange: fn(&Path, &Path) -> io::Result<()>,
    pub rename: fn(&Path, &Path) -> io::Result<()>,
}

impl Moves {
    /// This system's.
    pub(super) const SYSTEM: Moves = Moves { exchange, rename: |from, to| fs::rename(from, to) };
}

/// Puts the site in `scaffold` in its place. Then the old one, if there was one, is in the scaffold.
///
/// # Errors
/// The system's, and then the old site is in its place; or `Stranded`.
pub(super) fn put_in_place(scaffold: &Scaffold, target: &Target, moves: Moves) -> Result<(), WriteError> {
    let (ready, live) = (scaffold.ready(), target.folder());
    let failed = |error: io::Error| match error.kind() {
        ErrorKind::CrossesDevices | ErrorKind::ResourceBusy => WriteError::Immovable { folder: live.to_path_buf() },
        _ => WriteError::io("put the new site at", live)(error),
    };
    // From here on the folder's name no longer shows that it never was live.
    (moves.rename)(&scaffold.new_site(), &ready).map_err(failed)?;
    if tree::look(live).map_err(failed)?.is_none() {
        return (moves.rename)(&ready, live).map_err(failed);
    }
    match (moves.exchange)(&ready, live) {
        Err(error) if error.kind() == ErrorKind::Unsupported => {}
        done => return done.map_err(failed),
    }
    (moves.rename)(live, &scaffold.old()).map_err(failed)?;
    (moves.rename)(&ready, live).map_err(|source| match scaffold.settle(target) {
        Err(stranded) => stranded,
        Ok(left) => match left.into_iter().next() {
            // Someone was quick to put something else there.
            Some(site) if !matches!(target.found(), Ok(TargetState::Site(_) | TargetState::Empty)) => {
                let folder = live.to_path_buf();
                WriteError::Stranded { folder, site, source }
            }
            _ => failed(source),
        },
    })
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, two: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    renameat_with(CWD, one, CWD, two, RenameFlags::EXCHANGE).map_err(|errno| match errno {
        // An old kernel; a file system that does not know the flag.
        Errno::NOSYS | Errno::INVAL | Errno::NOTSUP => ErrorKind::Unsupported.into(),
        _ => errno.into(),
    })
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}
