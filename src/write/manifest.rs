//! By what a site is known: the marker, that emic wrote it; the manifest, which files emic wrote.
//!
//! 1. Both hold nothing but what follows from the site: no time, no machine, no order of writing.
//! 2. Only what a manifest lists may be deleted, so a manifest that cannot be understood whole is no manifest.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use blake3::Hash;

use super::names::{self, MANIFEST, MARKER};

/// The format of both, raised when an older emic could misread them.
pub(super) const FORMAT: u32 = 1;

const SIGNATURE: &str = "emic site, format ";

/// The marker's text.
pub(super) fn marker() -> String {
    format!("{SIGNATURE}{FORMAT}: emic wrote this folder and replaces it at each build; files it did not write are kept\n")
}

/// The format a folder's marker names; `None` where there is no marker, or none of emic's.
pub(super) fn format_of(site: &Path) -> io::Result<Option<u32>> {
    let Some(text) = read(&site.join(MARKER), 1_000)? else {
        return Ok(None);
    };
    let format = text.strip_prefix(SIGNATURE).and_then(|rest| rest.split(':').next());
    Ok(format.and_then(|number| number.parse().ok()))
}

/// The files that emic wrote into a site, with the hash of each.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Manifest(BTreeMap<String, Hash>);

impl Manifest {
    /// Reads a site's manifest; `None` where it is missing or damaged.
    pub(super) fn read(site: &Path) -> io::Result<Option<Manifest>> {
        Ok(read(&site.join(MANIFEST), u64::MAX)?.and_then(|text| Manifest::parse(&text)))
    }

    fn parse(text: &str) -> Option<Manifest> {
        let mut files = BTreeMap::new();
        for line in text.lines() {
            let (hash, path) = line.split_once("  ")?;
            names::clean(path).ok()?;
            let listed_before = files.insert(path.to_owned(), Hash::from_hex(hash).ok()?);
            if listed_before.is_some() {
                return None;
            }
        }
        Some(Manifest(files))
    }

    /// The manifest's text: a line a file, sorted by path, as `b3sum` writes it.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for (path, hash) in &self.0 {
            // Writing to a `String` does not fail.
            let _ = writeln!(text, "{}  {path}", hash.to_hex());
        }
        text
    }

    /// The hash under which `path` is listed.
    pub(super) fn hash(&self, path: &str) -> Option<&Hash> {
        self.0.get(path)
    }

    /// Whether emic wrote the file at `path`, or keeps it for itself.
    pub(super) fn is_ours(&self, path: &str) -> bool {
        self.0.contains_key(path) || path == MARKER || path == MANIFEST
    }

    /// The folders that its files need.
    pub(super) fn folders(&self) -> HashSet<&str> {
        self.0.keys().flat_map(|path| names::folders(path)).collect()
    }

    /// How many of its files `other` does not list.
    pub(super) fn missing_from(&self, other: &Manifest) -> usize {
        self.0.keys().filter(|path| !other.0.contains_key(*path)).count()
    }
}

impl FromIterator<(String, Hash)> for Manifest {
    fn from_iter<I: IntoIterator<Item = (String, Hash)>>(files: I) -> Manifest {
        Manifest(files.into_iter().collect())
    }
}

/// The text of a regular file, up to a length; `None` where there is none, or no UTF-8.
fn read(path: &Path, most: u64) -> io::Result<Option<String>> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_file() => {}
        Ok(_) => return Ok(None),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(String::from_utf8(bytes).ok())
}
