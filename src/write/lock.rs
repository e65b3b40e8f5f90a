//! One build at a time for one target.
//!
//! 1. The lock is the system's, on an open file beside the target: it ends with the process that holds it, however that ends.
//! 2. The file itself means nothing, so one that a killed build left blocks nobody.
//! 3. It is removed while the lock is still held, and whoever then gets a lock on the removed file notices, and tries again.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::error::WriteError;
use super::guard::Target;

const PAUSE: Duration = Duration::from_millis(20);

/// The right to write a target, until it is dropped.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    file: File,
}

impl Lock {
    /// Takes the lock, waiting for another build to end.
    ///
    /// # Errors
    /// `Busy` after `patience`; `Io` where the file cannot be opened or locked.
    pub(super) fn take(target: &Target, patience: Duration) -> Result<Lock, WriteError> {
        let path = target.beside("lock");
        let started = Instant::now();
        while started.elapsed() < patience {
            let file = open(&path).map_err(WriteError::io("open the lock file", &path))?;
            match file.try_lock() {
                Ok(()) if is_at(&file, &path) => return Ok(Lock { path, file }),
                // The last holder removed the file after this one had opened it.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
                Err(TryLockError::Error(source)) => {
                    return Err(WriteError::io("lock", &path)(source));
                }
            }
        }
        Err(WriteError::Busy { folder: target.folder().to_path_buf(), waited: patience })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Elsewhere an open file cannot be removed so that its name is free at once.
        if cfg!(unix) && is_at(&self.file, &self.path) {
            let _ = fs::remove_file(&self.path);
        }
    }
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        // A symlink put here must not make emic create a file where it points.
        options.custom_flags(rustix::fs::OFlags::NOFOLLOW.bits().cast_signed());
    }
    options.open(path)
}

/// Whether `file` is the one that is now at `path`.
fn is_at(file: &File, path: &Path) -> bool {
    #[cfg(unix)]
    {
        use super::tree::identity;
        let held = file.metadata().map(|found| identity(&found));
        let there = fs::symlink_metadata(path).map(|found| identity(&found));
        matches!((held, there), (Ok(held), Ok(there)) if held == there)
    }
    #[cfg(not(unix))]
    {
        let _ = (file, path);
        true
    }
}
