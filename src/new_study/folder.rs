//! The folder of a new study: free, then written whole or not at all.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use crate::diag::words;
use crate::system::SystemError;

/// What may lie in a folder that is empty to whoever looks at it.
const UNSEEN: [&str; 4] = [".git", ".DS_Store", "Thumbs.db", "desktop.ini"];

/// How many names of what lies in a folder are told.
const NAMED: usize = 5;

/// A folder that was free when it was looked at.
#[derive(Debug)]
pub struct NewFolder {
    folder: PathBuf,
}

impl NewFolder {
    /// # Errors
    /// In words: why no study can be begun there.
    pub fn free(folder: &Path) -> Result<NewFolder, SystemError> {
        // A slash at the end would have the link followed that is to be refused.
        let folder: PathBuf = folder.components().collect();
        let shown = folder.display();
        let unusable = |e: io::Error| SystemError::with_cause(format!("`{shown}` cannot be used"), e);
        match fs::symlink_metadata(&folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let missing = folder.ancestors().take_while(|a| !a.as_os_str().is_empty() && fs::metadata(a).is_err());
                if missing.last().is_some_and(|_| leads_back(&folder)) {
                    return Err(SystemError::new(format!("`{shown}` is not there yet; write it without `..`")));
                }
            }
            Err(error) => return Err(unusable(error)),
            Ok(found) if found.is_symlink() => {
                return Err(SystemError::new(format!("`{shown}` is a symbolic link; name the folder itself")));
            }
            Ok(found) if !found.is_dir() => return Err(SystemError::new(format!("`{shown}` is a file; a study is a folder"))),
            Ok(_) => {
                let entries = fs::read_dir(&folder).and_then(Iterator::collect::<io::Result<Vec<_>>>).map_err(unusable)?;
                let mut names: Vec<String> = entries
                    .iter()
                    .map(fs::DirEntry::file_name)
                    .filter(|name| !UNSEEN.iter().any(|unseen| name == OsStr::new(unseen)))
                    .map(|name| format!("`{}`", name.to_string_lossy()))
                    .collect();
                names.sort();
                if !names.is_empty() {
                    let more = names.len().saturating_sub(NAMED);
                    names.truncate(NAMED);
                    names.extend((more > 0).then(|| format!("{more} more")));
                    return Err(SystemError::new(format!("`{shown}` is not empty: there is {} in it", words::list(&names, "and"))));
                }
            }
        }
        Ok(NewFolder { folder })
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder's own name, also where it was written as `.`.
    pub fn name(&self) -> String {
        let folder = fs::canonicalize(&self.folder).unwrap_or_else(|_| self.folder.clone());
        folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// Writes every file, or takes away again what it created.
    ///
    /// # Errors
    /// In words: what the system said, of which file.
    pub fn write(&self, files: &[(&str, String)]) -> Result<(), SystemError> {
        let mut created = Created::default();
        // Only above the study may somebody's link lead on.
        for folder in outermost_first(&self.folder).filter(|f| *f != self.folder) {
            created.folder(folder, Path::is_dir)?;
        }
        created.folder(&self.folder, is_folder_itself)?;
        for (name, text) in files {
            for folder in outermost_first(Path::new(name)).filter(|f| *f != Path::new(name)) {
                created.folder(&self.folder.join(folder), is_folder_itself)?;
            }
            created.file(&self.folder.join(name), text)?;
        }
        created.stay();
        Ok(())
    }
}

/// A path and the folders it lies in: a folder is made before what is in it.
fn outermost_first(path: &Path) -> impl Iterator<Item = &Path> {
    let mut folders: Vec<&Path> = path.ancestors().filter(|a| !a.as_os_str().is_empty()).collect();
    folders.reverse();
    folders.into_iter()
}

fn is_folder_itself(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_dir())
}

fn leads_back(folder: &Path) -> bool {
    folder.components().any(|c| c == Component::ParentDir)
}

/// What was made so far; it goes when it is dropped, unless it is to stay.
#[derive(Default)]
struct Created {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

impl Created {
    fn folder(&mut self, folder: &Path, is_there: impl Fn(&Path) -> bool) -> Result<(), SystemError> {
        match fs::create_dir(folder) {
            Ok(()) => {
                self.folders.push(folder.to_owned());
                Ok(())
            }
            Err(_) if is_there(folder) => Ok(()),
            Err(error) => Err(SystemError::with_cause(format!("the folder `{}` cannot be made", folder.display()), error)),
        }
    }

    fn file(&mut self, path: &Path, text: &str) -> Result<(), SystemError> {
        let failed = |e: io::Error| {
            SystemError::new(format!("`{}` cannot be written: {e}; what was written of the study is taken away again", path.display()))
        };
        // Never over a file that is there, nor through a link.
        let mut file = File::options().write(true).create_new(true).open(path).map_err(failed)?;
        self.files.push(path.to_owned());
        file.write_all(text.as_bytes()).map_err(failed)
    }

    fn stay(mut self) {
        self.files.clear();
        self.folders.clear();
    }
}

impl Drop for Created {
    fn drop(&mut self) {
        for file in self.files.iter().rev() {
            let _ = fs::remove_file(file);
        }
        // A folder in which somebody else put something stays.
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn twice() -> Vec<(&'static str, String)> {
        ["a.txt", "b/c.txt", "a.txt"].map(|name| (name, "x".to_owned())).to_vec()
    }

    #[test]
    fn a_study_that_cannot_be_written_whole_is_taken_away_with_the_folders_made_for_it() {
        let root = tempfile::tempdir().unwrap();
        let place = NewFolder::free(&root.path().join("deep/er/study")).unwrap();
        let error = place.write(&twice()).unwrap_err().to_string();
        assert!(error.contains("a.txt` cannot be written"), "{error}");
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_others_put_there_stays() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join(".git")).unwrap();
        let place = NewFolder::free(root.path()).unwrap();
        fs::write(root.path().join("a.txt"), "theirs").unwrap();
        assert!(place.write(&twice()).is_err());
        assert_eq!(fs::read_to_string(root.path().join("a.txt")).unwrap(), "theirs");
        assert!(root.path().join(".git").is_dir());
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 2);
    }
}
