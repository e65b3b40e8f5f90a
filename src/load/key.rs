//! The key file is read here, and only here: it says who the participants are.
//!
//! It is refused where it could be published, or read by others on this machine: in the study, in a git working tree, behind a
//! symbolic link, or with a mode that lets anybody but its owner in.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::diag::{Diagnostic, Place, code};
use crate::gate::{KeyFileError, RefusedSecret, Secrets};

/// The environment's word for where the key is.
pub const VARIABLE: &str = "EMIC_KEY";

/// Why a key file was not used. Nothing is published unchecked that was to be checked.
#[derive(Debug)]
pub enum KeyRefused {
    Unreadable(PathBuf, io::Error),
    Symlink(PathBuf),
    /// Others than its owner may read it.
    Open(PathBuf, u32),
    InStudy(PathBuf),
    InGit(PathBuf),
    NotUtf8(PathBuf),
    Bad(PathBuf, KeyFileError),
}

impl fmt::Display for KeyRefused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Its name alone: where it lies is nobody's business.
        let diagnostics =
            |f: &mut fmt::Formatter<'_>, path: &Path, what: &str| write!(f, "the key file `{}` is not used: {what}", name(path));
        match self {
            Self::Unreadable(path, error) => diagnostics(f, path, &format!("it cannot be read: {error}")),
            Self::Symlink(path) => diagnostics(f, path, "it is a symbolic link; name the file itself"),
            Self::Open(path, mode) => {
                diagnostics(f, path, &format!("others on this machine may read it (mode {mode:04o}); say `chmod 600 {}`", name(path)))
            }
            Self::InStudy(path) => {
                diagnostics(f, path, "it lies in the study's folder, which is published and shared; keep it apart from the material")
            }
            Self::InGit(path) => diagnostics(f, path, "it lies in a git working tree, from where it is easily shared; keep it elsewhere"),
            Self::NotUtf8(path) => diagnostics(f, path, "it is not UTF-8; in Excel choose “CSV UTF-8” when saving"),
            Self::Bad(path, KeyFileError::Column(column)) => {
                diagnostics(f, path, &format!("it has no column `{column}`; its first line is `pseudonym,real_name,aliases`"))
            }
            Self::Bad(path, KeyFileError::Row(line)) => diagnostics(f, path, &format!("line {line} is no row with a name in it")),
            Self::Bad(path, KeyFileError::Empty) => diagnostics(f, path, "no name stands in it"),
        }
    }
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Whether a key file lies where only its owner reads it. `study` is the folder that it must not lie in.
///
/// # Errors
/// Where it does not.
pub fn guard(path: &Path, study: Option<&Path>) -> Result<(), KeyRefused> {
    let unreadable = |error| KeyRefused::Unreadable(path.to_owned(), error);
    let about = std::fs::symlink_metadata(path).map_err(unreadable)?;
    if about.file_type().is_symlink() {
        return Err(KeyRefused::Symlink(path.to_owned()));
    }
    let whole = path.canonicalize().map_err(unreadable)?;
    if let Some(study) = study.and_then(|study| study.canonicalize().ok())
        && whole.starts_with(study)
    {
        return Err(KeyRefused::InStudy(path.to_owned()));
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = about.permissions().mode() & 0o777;
        if mode & 0o077 != 0 {
            return Err(KeyRefused::Open(path.to_owned(), mode));
        }
    }
    match whole.ancestors().skip(1).find(|folder| folder.join(".git").exists()) {
        Some(_) => Err(KeyRefused::InGit(path.to_owned())),
        None => Ok(()),
    }
}

/// Reads a key file into `secrets`; gives the lines whose names are too short to be looked for.
///
/// # Errors
/// Where it cannot be read, or is no key file.
pub fn read(path: &Path, secrets: &mut Secrets) -> Result<Vec<RefusedSecret>, KeyRefused> {
    let bytes = std::fs::read(path).map_err(|error| KeyRefused::Unreadable(path.to_owned(), error))?;
    let text = String::from_utf8(bytes).map_err(|_| KeyRefused::NotUtf8(path.to_owned()))?;
    secrets.add_key(&name(path), &text).map_err(|bad| KeyRefused::Bad(path.to_owned(), bad))
}

/// Reads the key file of the study in `root` into `secrets`; says why it was not, or not whole.
pub(super) fn take(path: &Path, root: &Path, secrets: &mut Secrets) -> Vec<Diagnostic> {
    let place = |line: Option<u32>| {
        let name = name(path);
        Place::Path(line.map_or_else(|| name.clone(), |line| format!("{name}:{line}")))
    };
    match guard(path, Some(root)).and_then(|()| read(path, secrets)) {
        Ok(refused) => refused
            .iter()
            .map(|refused| {
                Diagnostic::new(
                    &code::PRIVATE_WORD_TOO_SHORT,
                    place(Some(refused.line)),
                    format!("a name in line {} of the key is too short to be searched for", refused.line),
                )
                .help("one letter stands in every page; write the whole name")
            })
            .collect(),
        Err(refused) => vec![
            Diagnostic::new(&code::KEY_FILE, place(None), refused.to_string())
                .help("nothing is published unchecked: put the key right, or leave out `--key` (and `EMIC_KEY`) to go on without it"),
        ],
    }
}
