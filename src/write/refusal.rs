//! Why a folder may not hold a site, in words for the person who chose it.
//!
//! 1. A [`RefusalReason`] is one thing that is wrong with the folder.
//! 2. A [`TargetRefusal`] is the folder with the reason; as text it names the folder, what it is, and what to do instead.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// An output folder that emic will not write to. Nothing was touched.
#[derive(Debug)]
pub struct TargetRefusal {
    /// The folder, as far as it could be found out.
    pub folder: PathBuf,
    /// What is wrong with it.
    pub reason: RefusalReason,
}

/// What is wrong with an output folder.
#[derive(Debug)]
#[non_exhaustive]
pub enum RefusalReason {
    /// The path is empty.
    Nameless,
    /// The root of a disk.
    Root,
    /// A folder of the system, or inside one.
    System,
    /// The home folder, or a folder that holds it.
    Home,
    /// The study's own folder.
    Study,
    /// A folder that holds the study.
    HoldsStudy,
    /// An input of the study (named), inside one, or a folder that holds one.
    Input(String),
    /// A repository of a version control system, or inside its store.
    Repository(String),
    /// Inside another site that emic wrote (named).
    InsideSite(PathBuf),
    /// A name that emic uses for its own work.
    Reserved,
    /// A symbolic link.
    Symlink,
    /// A file, or anything else that is no folder.
    NotAFolder,
    /// The folder in which it would be made is not there.
    NoParent,
    /// The folder in which it would be made may not be written.
    Unwritable,
    /// A disk or volume is mounted there, and a mounted folder cannot be exchanged.
    MountPoint,
    /// It holds files (one is named), and emic did not write it.
    Strange(String),
    /// A newer emic wrote it, in this format.
    Newer(u32),
    /// emic wrote it, but the list of what it wrote is missing or damaged.
    ListLost,
    /// The system would not let emic look.
    Unreadable(io::Error),
}

impl RefusalReason {
    /// What the folder is, to follow "it", and what to do instead.
    fn words(&self) -> (String, &'static str) {
        const ELSEWHERE: &str = "Choose a folder of its own for the site, such as `output` in the study";
        const NEW: &str = "Choose a new or empty folder, or move away what is in this one";
        let (what, remedy): (&str, &str) = match self {
            Self::Nameless => ("has no name", ELSEWHERE),
            Self::Root => ("is the root of a disk", ELSEWHERE),
            Self::System => ("belongs to the system", ELSEWHERE),
            Self::Home => ("is your home folder, or holds it", ELSEWHERE),
            Self::Study => ("is the study itself, and its files would be lost", ELSEWHERE),
            Self::HoldsStudy => ("holds the study", ELSEWHERE),
            Self::Input(name) => {
                return (format!("is, holds, or is inside `{name}`, which the study is made from"), ELSEWHERE);
            }
            Self::Repository(name) => {
                let remedy = "Build into an ordinary folder, and copy the site from there";
                return (format!("is a repository, or inside one's store (`{name}`)"), remedy);
            }
            Self::InsideSite(site) => {
                return (format!("is inside another site, {}", site.display()), ELSEWHERE);
            }
            Self::Reserved => ("has a name that emic uses for its own work", "Choose another name"),
            Self::Symlink => ("is a symbolic link", "Give the folder that it points to, or another one"),
            Self::NotAFolder => ("is there and is not a folder", "Choose another name, or move it away"),
            Self::NoParent => ("would be made in a folder that is not there", "Make that folder first, or correct the path"),
            Self::Unwritable => ("is in a folder where you may not write", "Choose a folder where you may, or ask for the right to"),
            Self::MountPoint => ("is where a disk or volume is mounted", "Choose a folder inside it"),
            Self::Strange(name) => {
                return (format!("holds files that emic did not write, such as `{name}`"), NEW);
            }
            Self::Newer(format) => {
                let remedy = "Update emic, or choose another folder";
                return (format!("was written by a newer emic (format {format})"), remedy);
            }
            Self::ListLost => {
                let what = "is a site by emic, but its list of files, `.emic-manifest`, is missing or damaged, \
                            so that emic cannot tell its own files from yours";
                (what, "Move your own files out, delete the folder, and build again")
            }
            Self::Unreadable(source) => {
                return (format!("cannot be looked into: {source}"), "Choose a folder that you may read");
            }
        };
        (what.to_owned(), remedy)
    }
}

impl From<io::Error> for RefusalReason {
    fn from(source: io::Error) -> RefusalReason {
        RefusalReason::Unreadable(source)
    }
}

impl fmt::Display for TargetRefusal {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (what, remedy) = self.reason.words();
        write!(f, "the site cannot be written to `{}`: it {what}. {remedy}", self.folder.display())
    }
}

impl std::error::Error for TargetRefusal {}
