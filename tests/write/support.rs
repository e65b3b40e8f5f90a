//! Sites to write, and ways to look at what came of it that share nothing with the writer.

use std::collections::BTreeMap;
use std::env;
use std::fs::{self, Metadata};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use emic::gate::{Secrets, Sweep};
use emic::write::{Stage, Target, WriteError, Written};

pub const INPUTS: [&str; 8] = ["study.yaml", "content", "themes", "quotes", "coding", "private", "templates", "static"];

/// A site: paths and what is in them.
pub type Site = BTreeMap<String, Vec<u8>>;

/// A folder with a small study in it.
pub struct Desk {
    pub dir: tempfile::TempDir,
}

impl Desk {
    pub fn new() -> Desk {
        let dir = tempfile::tempdir().unwrap();
        let desk = Desk { dir };
        for folder in ["content", "themes", "static"] {
            fs::create_dir_all(desk.study().join(folder)).unwrap();
        }
        fs::write(desk.study().join("study.yaml"), "title: A study\n").unwrap();
        fs::write(desk.study().join("content/1-night.md"), "![[P03-02]]\n").unwrap();
        desk
    }

    pub fn study(&self) -> PathBuf {
        self.dir.path().join("study")
    }

    pub fn output(&self) -> PathBuf {
        self.study().join("output")
    }

    pub fn target(&self) -> Target {
        Target::check(&self.output(), &self.study(), &INPUTS).unwrap()
    }

    pub fn build(&self, site: &Site) -> Result<Written, WriteError> {
        build(&self.output(), &self.study(), site)
    }

    /// What is beside the study's inputs: the site, and whatever the writer has left.
    pub fn beside(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.study())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| !INPUTS.contains(&name.as_str()))
            .collect();
        names.sort();
        names
    }
}

pub fn build(out: &Path, study: &Path, site: &Site) -> Result<Written, WriteError> {
    let stage = Stage::open(Target::check(out, study, &INPUTS)?)?;
    for (path, bytes) in site {
        put(&stage, path, bytes)?;
    }
    stage.swap()
}

/// Puts a file, in which the gate had nothing to look for.
pub fn put(stage: &Stage, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
    let sweep = Sweep::new(&Secrets::new()).unwrap();
    stage.put(&sweep.pass(path, bytes).unwrap_or_else(|_| panic!("nothing is private")))
}

pub fn site(files: &[(&str, &str)]) -> Site {
    files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
}

/// A site of about `files` files, where each says which version it is of; some are in one version only, some in all alike.
pub fn version(version: usize, files: usize) -> Site {
    let mut site = Site::from([("version.txt".to_owned(), version.to_string().into_bytes())]);
    for number in 0..files {
        let of_all = number % 3 == 0;
        let folder = ["", "quotes/", "themes/", "data/deep/"][number % 4];
        let path = match number % 5 {
            0 => format!("{folder}{number}-of-{version}.html"),
            _ => format!("{folder}{number}.html"),
        };
        let said = if of_all { "every version".to_owned() } else { format!("version {version}") };
        site.insert(path, format!("{number}: {said}\n").repeat(number % 50 + 1).into_bytes());
    }
    site
}

/// What is in a tree: each path with the bytes of its file, `None` for a folder, `-> target` for a link.
pub fn tree(root: &Path) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
    states(root).into_iter().map(|(path, state)| (path, state.0)).collect()
}

/// As [`tree`], with what a touch would change: inode, times, mode, links.
pub fn states(root: &Path) -> BTreeMap<PathBuf, (Option<Vec<u8>>, [i64; 7])> {
    let mut found = BTreeMap::new();
    let mut open = vec![root.to_path_buf()];
    while let Some(path) = open.pop() {
        let meta = fs::symlink_metadata(&path).unwrap();
        let held = if meta.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            None
        } else if meta.is_symlink() {
            Some(format!("-> {}", fs::read_link(&path).unwrap().display()).into_bytes())
        } else if meta.is_file() {
            Some(fs::read(&path).unwrap())
        } else {
            Some(b"special".to_vec())
        };
        found.insert(path.strip_prefix(root).unwrap().to_path_buf(), (held, state(&meta)));
    }
    found
}

fn state(meta: &Metadata) -> [i64; 7] {
    let numbers = [meta.ino(), meta.nlink(), u64::from(meta.mode())].map(|n| i64::try_from(n).unwrap());
    let [ino, links, mode] = numbers;
    [ino, links, mode, meta.mtime(), meta.mtime_nsec(), meta.ctime(), meta.ctime_nsec()]
}

/// The files of a finished site as the manifest lists them, each held against its hash; fails where one is missing or torn.
pub fn listed(site: &Path) -> Site {
    assert!(fs::read_to_string(site.join(".emic-site")).unwrap().starts_with("emic site, format 1"));
    let manifest = fs::read_to_string(site.join(".emic-manifest")).unwrap();
    let read = |line: &str| {
        let (hash, path) = line.split_once("  ").unwrap();
        let bytes = fs::read(site.join(path)).unwrap();
        assert_eq!(blake3::hash(&bytes).to_hex().as_str(), hash, "{path}");
        (path.to_owned(), bytes)
    };
    manifest.lines().map(read).collect()
}

/// Fails unless the folder holds one version whole, with `strangers` and nothing more.
pub fn assert_whole(out: &Path, of: impl Fn(usize) -> Site, strangers: &[&str]) {
    let files = listed(out);
    let number = String::from_utf8(files["version.txt"].clone()).unwrap().parse().unwrap();
    assert!(files == of(number), "not version {number} whole");
    let all = tree(out).into_iter().filter(|(_, bytes)| bytes.is_some()).count();
    assert_eq!(all, files.len() + 2 + strangers.len());
    assert!(strangers.iter().all(|stranger| out.join(stranger).is_file()));
}

/// In a test that runs itself as a child: what the parent has told the child to work on.
pub fn told() -> Option<PathBuf> {
    env::var_os("EMIC_TEST_CHILD").map(PathBuf::from)
}

/// Runs one test of this program as a child, by way of a command in front of it.
pub fn child(front: &[&str], test: &str, told: &Path, more: &[(&str, &Path)]) -> Child {
    let program = env::current_exe().unwrap();
    let mut command: Vec<_> = front.iter().map(Into::into).collect();
    command.extend([program.into_os_string(), test.into(), "--exact".into(), "--nocapture".into()]);
    Command::new(&command[0])
        .args(&command[1..])
        .env("EMIC_TEST_CHILD", told)
        .envs(more.iter().copied())
        .current_dir(told)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Waits for a child, and fails with what it said where it failed.
pub fn assert_done(child: Child) {
    let done = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{said}");
}
