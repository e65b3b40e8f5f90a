//! What kind of place a folder is, as far as the system knows.
//!
//! 1. Folders are compared by the system's own number for them, since names lie: `..`, case, links, second mounts.
//! 2. What is the system's own is a list; what is a repository's or a file browser's is known by its name.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::names::fold;

/// Whether `path` is `folder` or lies in it, by identity. A `folder` that is not there holds nothing.
///
/// # Errors
/// Where the system refuses, since a place that is not known is not known to be harmless.
pub(super) fn is_within(path: &Path, folder: &Path) -> io::Result<bool> {
    let Some(folder) = identity(folder)? else {
        return Ok(false);
    };
    for around in path.ancestors() {
        if identity(around)?.as_ref() == Some(&folder) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The system's own name for what is at a path; `None` where nothing is.
pub(super) fn identity(path: &Path) -> io::Result<Option<Identity>> {
    #[cfg(unix)]
    let found = fs::metadata(path).map(|found| super::tree::identity(&found));
    #[cfg(not(unix))]
    let found = fs::canonicalize(path).map(|path| fold(&path.to_string_lossy()));
    match found {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        found => found.map(Some),
    }
}

#[cfg(unix)]
type Identity = (u64, u64);
#[cfg(not(unix))]
type Identity = String;

/// Whether a name is that of a version control system's store.
pub(super) fn is_store(name: &OsStr) -> bool {
    [".git", ".hg", ".svn", ".jj", ".bzr"].contains(&fold(&name.to_string_lossy()).as_str())
}

/// Whether a file is one that file browsers drop into any folder.
pub(super) fn is_litter(name: &OsStr) -> bool {
    [".ds_store", "thumbs.db", "desktop.ini"].contains(&fold(&name.to_string_lossy()).as_str())
}

/// Whether a folder is the system's: one of its own folders, or inside one to which only the system writes.
pub(super) fn is_of_the_system(folder: &Path) -> bool {
    #[rustfmt::skip]
    const ITSELF: &[&str] = &[
        "/dev/shm", "/home", "/media", "/mnt", "/opt", "/root", "/run", "/srv", "/tmp", "/usr/local", "/var", "/var/lib", "/var/tmp",
        "/Applications", "/Users", "/Users/Shared", "/Volumes", "/private", "C:\\Users",
    ];
    #[rustfmt::skip]
    const WHOLE: &[&str] = &[
        "/bin", "/boot", "/dev", "/etc", "/lib", "/lib32", "/lib64", "/proc", "/sbin", "/sys", "/usr",
        "/Library", "/System", "/cores", "C:\\Program Files", "C:\\Program Files (x86)", "C:\\ProgramData", "C:\\Windows",
    ];
    const FREE_WITHIN: &[&str] = &["/dev/shm", "/usr/local"];
    // A listed folder that cannot be looked at is not this one, which can.
    let is_in = |list: &[&str], path: &Path| list.iter().any(|listed| is_one(Path::new(listed), path));
    let within = |list| folder.ancestors().skip(1).any(|around| is_in(list, around));
    is_in(ITSELF, folder) || is_in(WHOLE, folder) || within(WHOLE) && !within(FREE_WITHIN)
}

fn is_one(one: &Path, two: &Path) -> bool {
    matches!((identity(one), identity(two)), (Ok(Some(one)), Ok(Some(two))) if one == two)
}

#[cfg(target_os = "linux")]
pub(super) fn is_mount_point(folder: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    // Where the system does not know, the exchange itself will show.
    statx(CWD, folder, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::empty())
        .is_ok_and(|found| found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

#[cfg(not(target_os = "linux"))]
pub(super) fn is_mount_point(_: &Path) -> bool {
    false
}

#[cfg(unix)]
pub(super) fn is_writable(folder: &Path) -> bool {
    use rustix::fs::{Access, access};
    access(folder, Access::WRITE_OK | Access::EXEC_OK).is_ok()
}

#[cfg(not(unix))]
pub(super) fn is_writable(folder: &Path) -> bool {
    fs::metadata(folder).is_ok_and(|found| !found.permissions().readonly())
}
