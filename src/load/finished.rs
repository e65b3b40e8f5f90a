//! A folder that is finished, such as a site: every file in it, whatever it is.

use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::{order, walk};

/// A file by its name relative to the folder, with `/`.
#[derive(Debug)]
pub struct FinishedFile {
    pub name: String,
    path: PathBuf,
}

impl FinishedFile {
    /// # Errors
    /// Where it cannot be read.
    pub fn read(&self) -> io::Result<Vec<u8>> {
        std::fs::read(&self.path)
    }
}

/// The files of a folder in natural order. Links are not followed.
///
/// # Errors
/// Where a folder cannot be read: to pass it over would be to call it searched.
pub fn finished(root: &Path) -> io::Result<Vec<FinishedFile>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(root).follow_links(false) {
        let entry = entry?;
        if let (true, Ok(inside)) = (entry.file_type().is_file(), entry.path().strip_prefix(root)) {
            files.push(FinishedFile { name: walk::slashed(inside), path: entry.into_path() });
        }
    }
    files.sort_by(|a, b| order::natural(&a.name, &b.name));
    Ok(files)
}
