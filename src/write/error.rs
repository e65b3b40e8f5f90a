//! Why a site could not be written.
//!
//! Paths are escaped in messages, since one that was refused may hold control characters.
//!
//! 1. Each failure names the file or folder it met and what a person can do.
//! 2. Whatever the failure, the live site is as it was; the one exception, [`WriteError::Stranded`], names where it is.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::refusal::TargetRefusal;

/// Why a site could not be written. The live site is as it was.
#[derive(Debug)]
#[non_exhaustive]
pub enum WriteError {
    /// The target may not be written: it changed after [`Target::check`](super::Target::check) had allowed it.
    Refused(TargetRefusal),
    /// Another emic went on writing the same site for all the time that this one waited.
    Busy {
        /// The folder both want.
        folder: PathBuf,
        /// How long this one waited.
        waited: Duration,
    },
    /// A path that no site may have.
    Path {
        /// The path, as it was given.
        path: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// A path that cannot be beside another: the same one again, the same but for case or accents' encoding, or a file
    /// where the other needs a folder.
    Twice {
        /// The later path.
        path: String,
        /// The earlier one.
        first: String,
    },
    /// A file that emic did not write is where the site has a file or folder of its own.
    InTheWay {
        /// That file.
        file: PathBuf,
    },
    /// Part of the output folder is another disk, which cannot be exchanged with the rest.
    Mounted {
        /// A file on that disk.
        file: PathBuf,
    },
    /// The system does not let the output folder be moved: it came with a container's image, or a disk is mounted on it.
    Immovable {
        /// The output folder.
        folder: PathBuf,
    },
    /// A file could not be put, so the site is not whole.
    Unfinished,
    /// Neither the new site nor the old one could be put in place.
    Stranded {
        /// Where the site belongs.
        folder: PathBuf,
        /// Where the old site lies, whole.
        site: PathBuf,
        /// The error of the system.
        source: io::Error,
    },
    /// The system failed: a full disk, a missing right, a broken drive.
    Io {
        /// What was being done, as in "cannot …".
        doing: &'static str,
        /// The file or folder it was done to.
        path: PathBuf,
        /// The error of the system.
        source: io::Error,
    },
}

impl WriteError {
    /// For `map_err`: names what was being done, and to what.
    pub(super) fn io(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> WriteError {
        move |source| WriteError::Io { doing, path: path.to_path_buf(), source }
    }
}

impl From<TargetRefusal> for WriteError {
    fn from(refusal: TargetRefusal) -> WriteError {
        WriteError::Refused(refusal)
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Refused(refusal) => refusal.fmt(f),
            Self::Busy { folder, waited } => write!(
                f,
                "another emic is writing the site in {} and did not finish in {} seconds: wait for it, or stop it, and try again",
                folder.display(),
                waited.as_secs(),
            ),
            Self::Path { path, why } => {
                write!(f, "no file of a site may be called \"{}\": {why}", path.escape_debug())
            }
            Self::Twice { path, first } if path == first => {
                write!(f, "two files of the site would be \"{}\": rename one of them", path.escape_debug())
            }
            Self::Twice { path, first } => {
                let (path, first) = (path.escape_debug(), first.escape_debug());
                write!(f, "\"{path}\" and \"{first}\" cannot stand in one folder on every computer: rename one of them")
            }
            Self::InTheWay { file } => write!(
                f,
                "emic did not write {}, and the site has a page or folder of that name: move it away, or rename it, and build again",
                file.display(),
            ),
            Self::Mounted { file } => write!(
                f,
                "{} lies on another disk that is mounted inside the output folder: unmount it, or choose another output folder",
                file.display(),
            ),
            Self::Immovable { folder } => write!(
                f,
                "{} cannot be replaced, since it came with a container's image or a disk is mounted on it: \
                 choose another output folder, or delete this one and build again",
                folder.display(),
            ),
            Self::Unfinished => f.write_str("a file of the site could not be written, so the site was not put in place"),
            Self::Stranded { folder, site, source } => write!(
                f,
                "neither the new site nor the old one could be put at {}: {source}. \
                 The old one lies whole in {}: make room for it, and build again",
                folder.display(),
                site.display(),
            ),
            Self::Io { doing, path, source } => {
                write!(f, "cannot {doing} {}: {source}. The site is as it was", path.display())
            }
        }
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            Self::Stranded { source, .. } | Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
