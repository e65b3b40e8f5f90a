//! Walks the study's own folders, and no other.

use std::path::Path;

use walkdir::WalkDir;

use super::{Handle, class, order};
use crate::diag::{Diagnostic, Place, code};

/// Every file in the study's folders, in natural order, with what could not be walked.
pub fn walk(root: &Path) -> (Vec<(String, Handle)>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let mut diagnostics = Vec::new();
    let walker = WalkDir::new(root).follow_links(false).into_iter().filter_entry(|e| match e.depth() {
        0 => true,
        // Of the study's root only what belongs to a study is entered: it may lie in a repository full of other things.
        1 => e.file_name().to_str().is_some_and(|name| class::is_entered(name, e.file_type().is_dir())),
        _ => e.file_name().to_str().is_none_or(|name| !class::is_litter(name)),
    });
    for entry in walker {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().and_then(|p| p.strip_prefix(root).ok()).map(slashed).unwrap_or_default();
                diagnostics.push(
                    Diagnostic::new(&code::UNREADABLE, Place::Path(path.clone()), format!("`{path}` cannot be read"))
                        .help("look at its permissions"),
                );
                continue;
            }
        };
        let Ok(relative) = entry.path().strip_prefix(root) else { continue };
        if entry.depth() == 0 || entry.file_type().is_dir() {
            continue;
        }
        let name = slashed(relative);
        if entry.file_type().is_symlink() {
            diagnostics.push(
                Diagnostic::new(&code::SYMLINK, Place::Path(name.clone()), format!("`{name}` is a symbolic link, and emic follows none"))
                    .help("copy the file to where it is needed; so nothing outside the study can be published"),
            );
            continue;
        }
        // A pipe or a device would be waited for, or read without end.
        if !entry.file_type().is_file() {
            diagnostics.push(
                Diagnostic::new(&code::UNREADABLE, Place::Path(name.clone()), format!("`{name}` is neither a file nor a folder"))
                    .help("a pipe, socket or device cannot be read as part of a study; take it away"),
            );
            continue;
        }
        found.push((name, Handle::Disk(entry.path().to_owned())));
    }
    found.sort_by(|a, b| order::natural(&a.0, &b.0));
    (found, diagnostics)
}

/// A path with `/`, whatever the system has.
pub fn slashed(path: &Path) -> String {
    path.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
