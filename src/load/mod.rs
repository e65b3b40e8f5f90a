//! The only reader of a study.
//!
//! 1. The study's folders are walked in natural order; symbolic links are not followed and nothing outside is read.
//! 2. Every file is classified by where it lies ([`class`]).
//! 3. What is parsed is read and decoded, in parallel; assets stay handles that are read when they are written.
//! 4. The lines of `private/` become [`Secrets`], which only the gate takes.

mod class;
mod finished;
pub mod key;
mod order;
mod walk;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diag::{Diagnostic, FileId, Files, Place, code};
use crate::gate::Secrets;
use crate::model::Asset;
use crate::parse::Format;
use class::Class;

pub use class::{DECISION_KEY, INPUTS};
pub use finished::{FinishedFile, finished};

/// What the study's folder holds, less what is private.
pub struct Sources {
    pub files: Files,
    /// In reading order.
    pub inputs: Vec<Input>,
    pub assets: Vec<Asset>,
    /// The study's own templates: name and file.
    pub templates: Vec<(String, FileId)>,
    /// The key of the decisions in `privacy.yaml`.
    pub decision_key: Option<[u8; 32]>,
    handles: Vec<Handle>,
}

/// A file that is parsed.
#[derive(Clone, Copy, Debug)]
pub struct Input {
    pub file: FileId,
    pub format: Format,
}

/// Bytes on the disk, or already here.
pub enum Handle {
    Disk(PathBuf),
    Memory(Arc<[u8]>),
}

impl Handle {
    fn read(&self) -> io::Result<Vec<u8>> {
        match self {
            Handle::Disk(path) => std::fs::read(path),
            Handle::Memory(bytes) => Ok(bytes.to_vec()),
        }
    }

    /// A hash that changes when the content does; of a file on the disk, when its length or time does.
    fn fingerprint(&self) -> blake3::Hash {
        match self {
            Handle::Disk(path) => {
                let mut hasher = blake3::Hasher::new();
                if let Ok(meta) = std::fs::metadata(path) {
                    hasher.update(&meta.len().to_le_bytes());
                    // Before 1970 and where the system keeps no time, the length alone tells.
                    let since = meta.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
                    since.iter().for_each(|since| _ = hasher.update(&since.as_nanos().to_le_bytes()));
                }
                hasher.finalize()
            }
            Handle::Memory(bytes) => blake3::hash(bytes),
        }
    }

    fn len(&self) -> io::Result<u64> {
        match self {
            Handle::Disk(path) => Ok(std::fs::metadata(path)?.len()),
            Handle::Memory(bytes) => Ok(bytes.len() as u64),
        }
    }
}

impl Sources {
    /// Every file by its name, with a hash that changes when its content does. Of an asset length and time are taken for its
    /// content: it may be large.
    pub fn fingerprints(&self) -> BTreeMap<String, blake3::Hash> {
        let texts = self.inputs.iter().map(|i| i.file).chain(self.templates.iter().map(|(_, file)| *file));
        let texts = texts.map(|file| (self.files.name(file).to_owned(), blake3::hash(self.files.text(file).as_bytes())));
        let assets = self.assets.iter().zip(&self.handles).map(|(asset, handle)| (asset.source.to_string(), handle.fingerprint()));
        texts.chain(assets).collect()
    }

    /// A hash that changes when an asset does, by its place in `assets`.
    pub fn asset_fingerprint(&self, ix: usize) -> blake3::Hash {
        self.handles[ix].fingerprint()
    }

    /// The bytes of an asset, by its place in `assets`.
    ///
    /// # Errors
    /// Where the file cannot be read (any more).
    pub fn asset(&self, ix: usize) -> io::Result<Vec<u8>> {
        self.handles[ix].read()
    }
}

const LARGEST: u64 = 64 << 20;

/// Reads the study in a folder, and the key file that says who its participants are, if there is one.
///
/// # Errors
/// Where there is no such folder. Everything that is wrong inside it is a diagnostic.
pub fn folder(root: &Path, key: Option<&Path>) -> io::Result<(Sources, Secrets, Vec<Diagnostic>)> {
    folder_again(root, key, &Files::default())
}

/// Reads the study in a folder once more: a file that was there before keeps its number, so that what was parsed of it can
/// be kept too.
///
/// # Errors
/// As [`folder`].
pub fn folder_again(root: &Path, key: Option<&Path>, before: &Files) -> io::Result<(Sources, Secrets, Vec<Diagnostic>)> {
    if !root.metadata()?.is_dir() {
        return Err(io::Error::new(io::ErrorKind::NotADirectory, "not a folder"));
    }
    let (found, diagnostics) = walk::walk(root);
    let (sources, mut secrets, mut diagnostics) = read(found, diagnostics, before);
    if let Some(key) = key {
        diagnostics.extend(key::take(key, root, &mut secrets));
    }
    Ok((sources, secrets, diagnostics))
}

/// Reads a study that is not on a disk: names (with `/`) and bytes.
pub fn memory(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> (Sources, Secrets, Vec<Diagnostic>) {
    let mut found: Vec<(String, Handle)> = files.into_iter().map(|(name, bytes)| (name, Handle::Memory(bytes.into()))).collect();
    found.sort_by(|a, b| order::natural(&a.0, &b.0));
    read(found, Vec::new(), &Files::default())
}

enum Text {
    Good(Arc<str>),
    /// Decoded as far as it goes, so that places in it can be shown.
    Bad(Arc<str>, Box<Diagnostic>),
    Unread(Box<Diagnostic>),
}

fn read(found: Vec<(String, Handle)>, mut diagnostics: Vec<Diagnostic>, before: &Files) -> (Sources, Secrets, Vec<Diagnostic>) {
    let mut sources = Sources {
        files: Files::after(before),
        inputs: Vec::new(),
        assets: Vec::new(),
        templates: Vec::new(),
        decision_key: None,
        handles: Vec::new(),
    };
    let mut secrets = Secrets::new();
    let (mut texts, mut assets) = (Vec::new(), Vec::new());
    for (name, handle) in found {
        match class::classify(&name) {
            Class::Input(_) | Class::Private | Class::DecisionKey | Class::Template(_) => texts.push((name, handle)),
            Class::Asset(path) => assets.push((path, name, handle)),
            Class::Ignored => {}
            Class::Refused(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    let read: Vec<Text> = texts.par_iter().map(|(name, handle)| text(name, handle)).collect();
    for ((name, _), text) in texts.iter().zip(read) {
        let (text, good) = match text {
            Text::Good(text) => (text, true),
            Text::Bad(text, diagnostic) => {
                diagnostics.push(*diagnostic);
                (text, false)
            }
            Text::Unread(diagnostic) => {
                diagnostics.push(*diagnostic);
                continue;
            }
        };
        match class::classify(name) {
            Class::Private => {
                // A list that is read in part would be searched for in part.
                for refused in secrets.add_list(name, &text) {
                    let line = refused.line;
                    diagnostics.push(
                        Diagnostic::new(
                            &code::PRIVATE_WORD_TOO_SHORT,
                            Place::Path(format!("{name}:{line}")),
                            format!("line {line} is too short to be searched for"),
                        )
                        .help("one letter stands in every page; write a longer form, or take the line away"),
                    );
                }
            }
            Class::DecisionKey => sources.decision_key = blake3::Hash::from_hex(text.trim()).ok().map(Into::into),
            Class::Template(template) if good => {
                let file = sources.files.add(name, text);
                sources.templates.push((template, file));
            }
            Class::Input(format) => {
                let file = sources.files.add(name, text);
                sources.inputs.push(Input { file, format });
            }
            _ => {}
        }
    }
    enter_assets(&mut sources, assets, &mut diagnostics);
    if sources.files.get("study.yaml").is_none() && !diagnostics.iter().any(|d| matches!(&d.place, Place::Path(p) if p == "study.yaml")) {
        // A misspelt name is the whole trouble, and told in its own place.
        match diagnostics.iter_mut().find(|d| matches!(&d.place, Place::Path(p) if class::is_likely_study(p))) {
            Some(near) => *near = misnamed_study(&near.place),
            None => diagnostics.push(no_study()),
        }
    }
    (sources, secrets, diagnostics)
}

fn enter_assets(sources: &mut Sources, assets: Vec<(String, String, Handle)>, diagnostics: &mut Vec<Diagnostic>) {
    let mut taken = std::collections::HashMap::new();
    for (path, source, handle) in assets {
        if let Some((first, name)) = taken.get(&path.to_lowercase()) {
            let message = if *name == path {
                format!("`{first}` would be published under the same name, `assets/{path}`")
            } else {
                format!("`{first}` is named the same save for capitals, and many computers hold the two for one")
            };
            diagnostics.push(Diagnostic::new(&code::DUPLICATE_ASSET, Place::Path(source), message).help("rename one of the two"));
            continue;
        }
        taken.insert(path.to_lowercase(), (source.clone(), path.clone()));
        sources.assets.push(Asset { path: path.into(), source: source.into() });
        sources.handles.push(handle);
    }
}

fn text(name: &str, handle: &Handle) -> Text {
    let place = || Place::Path(name.to_owned());
    let unread = |error: io::Error| {
        Text::Unread(Box::new(
            Diagnostic::new(&code::UNREADABLE, place(), format!("`{name}` cannot be read: {error}"))
                .help("look at the file's permissions, and whether another program holds it"),
        ))
    };
    match handle.len() {
        Err(error) => return unread(error),
        Ok(size) if size > LARGEST => {
            return Text::Unread(Box::new(
                Diagnostic::new(&code::FILE_TOO_LARGE, place(), format!("`{name}` has {} MiB", size >> 20))
                    .help("a study's file has at most 64 MiB; one file for each interview is usual"),
            ));
        }
        Ok(_) => {}
    }
    let bytes = match handle.read() {
        Ok(bytes) => bytes,
        Err(error) => return unread(error),
    };
    let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    match std::str::from_utf8(body) {
        Ok(text) if !text.contains('\0') => Text::Good(with_line_ends(text)),
        Ok(text) => {
            let line = text.split('\0').next().unwrap_or_default().matches('\n').count() + 1;
            Text::Bad(
                text.replace('\0', " ").into(),
                Box::new(
                    Diagnostic::new(&code::NUL_BYTE, place(), format!("a NUL byte stands in line {line}; this may not be a text file"))
                        .help("open it in a text editor and save it as UTF-8 text"),
                ),
            )
        }
        Err(error) => {
            let line = body[..error.valid_up_to()].iter().filter(|b| **b == b'\n').count() + 1;
            let message = if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
                "the file is saved as UTF-16".to_owned()
            } else {
                format!("the file is not UTF-8 (first seen in line {line})")
            };
            Text::Bad(
                String::from_utf8_lossy(body).into(),
                Box::new(
                    Diagnostic::new(&code::NOT_UTF8, place(), message)
                        .help("save it as UTF-8: most editors offer it as “Encoding” when saving; in Excel choose “CSV UTF-8”"),
                ),
            )
        }
    }
}

/// A carriage return alone ends a line too (old Macs wrote so), and is read as a line feed: places stay where they are.
fn with_line_ends(text: &str) -> Arc<str> {
    if text.matches('\r').count() == text.matches("\r\n").count() {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        out.push(if c == '\r' && chars.peek() != Some(&'\n') { '\n' } else { c });
    }
    out.into()
}

fn misnamed_study(place: &Place) -> Diagnostic {
    Diagnostic::new(&code::NO_STUDY, place.clone(), "this folder has no study.yaml, and this file is not read as one")
        .help("did you mean `study.yaml`? Rename it: small letters, and no second ending")
}

fn no_study() -> Diagnostic {
    Diagnostic::new(&code::NO_STUDY, Place::Study, "this folder has no study.yaml, so it is not a study yet").help(
        "a study is a folder that looks like this:\n\
         \n\
         \x20 study.yaml                 title: What we asked and whom\n\
         \x20 themes/1-rest.yaml         id: rest\n\
         \x20                            name: Rest at night\n\
         \x20 quotes/participants.yaml   - id: P01\n\
         \x20 quotes/P01.yaml            participant: P01\n\
         \x20                            quotes:\n\
         \x20                              - id: P01-01\n\
         \x20                                themes: [rest]\n\
         \x20                                text: I slept through.\n\
         \x20 content/1-rest.md          Rest came back first.\n\
         \n\
         \x20                            ![[P01-01]]\n\
         \n\
         or name the study's folder: emic build path/to/study",
    )
}
