//! The paths of a site: which are allowed, and which cannot be side by side.
//!
//! 1. [`clean`] lets through what every file system and every host can hold, and nothing that leads out of the site.
//! 2. [`ClaimedNames`] remembers each path that was claimed, and the folders it needs, under its [`fold`]ed form: two names that one
//!    computer tells apart may be one name on the next.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

/// The file by which a folder is known as a site by emic.
pub(super) const MARKER: &str = ".emic-site";
/// The file that lists what emic wrote.
pub(super) const MANIFEST: &str = ".emic-manifest";

/// Says what is wrong with a path for a file of a site.
pub(super) fn clean(path: &str) -> Result<(), &'static str> {
    let first = path.split('/').next().unwrap_or_default();
    if [MARKER, MANIFEST, ".git"].contains(&fold(first).as_str()) {
        return Err("emic or git uses that name itself");
    }
    if path.is_empty() {
        return Err("it is empty");
    }
    path.split('/').try_for_each(clean_part)
}

fn clean_part(part: &str) -> Result<(), &'static str> {
    if part.is_empty() {
        Err("it has an empty part; paths in a site are relative, with single `/`")
    } else if part == "." || part == ".." {
        Err("it has a `.` or `..` in it, which may lead out of the site")
    } else if part.contains('\\') {
        Err("it has a `\\` in it; paths in a site have `/`")
    } else if part.chars().any(|c| c.is_control() || "<>:\"|?*".contains(c)) {
        Err("it has a character in it that not every computer allows in a file name: < > : \" | ? * or a control character")
    } else if part.ends_with(['.', ' ']) {
        Err("a part of it ends in a dot or a space, which Windows drops")
    } else if is_device(part) {
        Err("a part of it is the name of a device on Windows")
    } else {
        Ok(())
    }
}

/// Whether Windows takes a file name for a device, which it does whatever follows the first dot.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let numbered = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    let is_digit = |rest: &str| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit();
    ["con", "prn", "aux", "nul"].contains(&stem.as_str()) || numbered.is_some_and(is_digit)
}

/// The form in which two paths are equal where any common file system takes them for one: without case, in one encoding.
pub(super) fn fold(path: &str) -> String {
    if path.is_ascii() {
        return path.to_ascii_lowercase();
    }
    // By way of upper case, since `ß` and `SS`, `ſ` and `s` meet only there.
    path.nfd().collect::<String>().to_uppercase().to_lowercase().nfc().collect()
}

/// The folders that a path lies in, outermost first.
pub(super) fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(end, _)| &path[..end])
}

/// Two paths that cannot be side by side.
#[derive(Debug)]
pub(super) struct NameClash {
    /// The path that was claimed first.
    pub(super) earlier: String,
}

/// The paths of a site so far.
#[derive(Debug, Default)]
pub(super) struct ClaimedNames(HashMap<String, ClaimedName>);

#[derive(Debug)]
struct ClaimedName {
    spelt: String,
    folder: bool,
}

impl ClaimedNames {
    /// Claims `path` for a file, and gives the folders that nothing before it needed, outermost first.
    ///
    /// # Errors
    /// Where an earlier path is in the way.
    pub(super) fn claim<'p>(&mut self, path: &'p str) -> Result<Vec<&'p str>, NameClash> {
        let mut new = Vec::new();
        for folder in folders(path) {
            match self.0.get(&fold(folder)) {
                None => {
                    self.insert(folder, true);
                    new.push(folder);
                }
                Some(name) if name.folder && name.spelt == folder => {}
                Some(name) => return Err(NameClash { earlier: name.spelt.clone() }),
            }
        }
        match self.0.get(&fold(path)) {
            Some(name) => Err(NameClash { earlier: name.spelt.clone() }),
            None => {
                self.insert(path, false);
                Ok(new)
            }
        }
    }

    fn insert(&mut self, path: &str, folder: bool) {
        let spelt = path.to_owned();
        self.0.insert(fold(path), ClaimedName { spelt, folder });
    }

    /// How many files were claimed.
    pub(super) fn files(&self) -> usize {
        self.0.values().filter(|name| !name.folder).count()
    }

    /// Whether something that is not the site's cannot be at `path`, since the site has that name itself.
    pub(super) fn block(&self, path: &str, folder: bool) -> bool {
        let is_file = |path| self.0.get(&fold(path)).is_some_and(|name| !name.folder);
        let is_taken = |path| self.0.contains_key(&fold(path));
        folders(path).any(is_file) || if folder { is_file(path) } else { is_taken(path) }
    }
}
