//! Facts that need a system which cannot exchange folders, or which fails in the midst of it.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use super::swap::Moves;
use super::{Stage, Target, WriteError, Written};
use crate::gate::{Secrets, Sweep};

/// A system without an exchange.
const RENAMES: Moves = Moves { exchange: |_, _| Err(ErrorKind::Unsupported.into()), ..Moves::SYSTEM };

/// Puts a file, in which the gate had nothing to look for.
fn put(stage: &Stage, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
    let sweep = Sweep::new(&Secrets::new()).unwrap();
    stage.put(&sweep.pass(path, bytes).unwrap_or_else(|_| panic!("nothing is private")))
}

fn target(study: &Path) -> Target {
    Target::check(&study.join("output"), study, &["content"]).unwrap()
}

/// Builds a site of a few files that all say `version`.
fn build(study: &Path, version: &str, moves: Moves) -> Result<Written, WriteError> {
    let mut stage = Stage::open(target(study))?;
    stage.moves = moves;
    for number in 0..50 {
        let text = format!("{version} {number}");
        put(&stage, &format!("pages/{number}.html"), text.as_bytes())?;
    }
    put(&stage, &format!("{version}.html"), version.as_bytes())?;
    stage.swap()
}

/// The version that a whole site says, and its strangers.
fn version(study: &Path) -> (String, Vec<String>) {
    let text = fs::read_to_string(study.join("output/pages/0.html")).unwrap();
    let version = text.split(' ').next().unwrap().to_owned();
    for number in 0..50 {
        let text = fs::read_to_string(study.join(format!("output/pages/{number}.html"))).unwrap();
        assert_eq!(text, format!("{version} {number}"));
    }
    assert!(study.join(format!("output/{version}.html")).is_file());
    let ours = [".emic-site", ".emic-manifest", "pages", &format!("{version}.html")].map(str::to_owned);
    let strangers = names(&study.join("output")).into_iter().filter(|name| !ours.contains(name));
    (version, strangers.collect())
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn snapshot(folder: &Path) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
    let entries = super::tree::walk(folder).unwrap().into_iter();
    entries.map(|entry| (entry.path.clone(), fs::read(folder.join(&entry.path)).ok())).collect()
}

#[test]
fn without_an_exchange_two_renames_do() {
    let study = tempfile::tempdir().unwrap();
    let study = study.path();
    build(study, "one", RENAMES).unwrap();
    fs::write(study.join("output/notes.txt"), "mine").unwrap();
    let written = build(study, "two", RENAMES).unwrap();
    assert_eq!((written.files, written.changed, written.removed), (51, 51, 1));
    assert_eq!(version(study), ("two".to_owned(), vec!["notes.txt".to_owned()]));
    assert_eq!(names(study), ["output"]);
}

#[test]
fn a_second_rename_that_fails_is_undone() {
    fn failing(from: &Path, to: &Path) -> io::Result<()> {
        if from.ends_with("ready") { Err(ErrorKind::StorageFull.into()) } else { fs::rename(from, to) }
    }
    let study = tempfile::tempdir().unwrap();
    let study = study.path();
    build(study, "one", RENAMES).unwrap();
    fs::write(study.join("output/notes.txt"), "mine").unwrap();
    let before = snapshot(study);
    let error = build(study, "two", Moves { rename: failing, ..RENAMES }).unwrap_err();
    assert!(matches!(error, WriteError::Io { .. }), "{error}");
    assert!(snapshot(study) == before);
}

#[test]
fn a_stranger_who_takes_the_place_between_the_renames_costs_nobody_a_file() {
    fn overtaken(from: &Path, to: &Path) -> io::Result<()> {
        if from.ends_with("ready") {
            fs::write(to, "mine")?;
        }
        fs::rename(from, to)
    }
    let study = tempfile::tempdir().unwrap();
    let study = study.path();
    build(study, "one", RENAMES).unwrap();
    let before = snapshot(&study.join("output"));
    let moves = Moves { rename: overtaken, ..RENAMES };
    let error = build(study, "two", moves).unwrap_err();
    let WriteError::Stranded { site, .. } = error else { panic!("{error}") };
    assert!(site.ends_with("output.emic-kept-1"));
    assert!(snapshot(&site) == before);
    assert_eq!(fs::read_to_string(study.join("output")).unwrap(), "mine");
    assert_eq!(names(study), ["output", "output.emic-kept-1"]);
}

#[test]
fn an_exchange_that_fails_changes_nothing() {
    let study = tempfile::tempdir().unwrap();
    let study = study.path();
    build(study, "one", Moves::SYSTEM).unwrap();
    fs::write(study.join("output/notes.txt"), "mine").unwrap();
    let before = snapshot(study);
    let broken = Moves { exchange: |_, _| Err(ErrorKind::ResourceBusy.into()), ..Moves::SYSTEM };
    assert!(matches!(build(study, "two", broken), Err(WriteError::Immovable { .. })));
    assert!(snapshot(study) == before);
}

#[test]
fn a_build_that_dies_between_the_renames_is_undone_by_the_next() {
    fn dying(from: &Path, to: &Path) -> io::Result<()> {
        if from.ends_with("ready") { std::process::abort() } else { fs::rename(from, to) }
    }
    if let Some(study) = env::var_os("EMIC_TEST_TORN") {
        let _ = build(Path::new(&study), "two", Moves { rename: dying, ..RENAMES });
        return;
    }
    let study = tempfile::tempdir().unwrap();
    let study = study.path();
    build(study, "one", RENAMES).unwrap();
    fs::write(study.join("output/notes.txt"), "mine").unwrap();
    let name = "write::tests::a_build_that_dies_between_the_renames_is_undone_by_the_next";
    let child = Command::new(env::current_exe().unwrap()).args([name, "--exact"]).env("EMIC_TEST_TORN", study).output();
    assert!(!child.unwrap().status.success());
    assert!(!study.join("output").exists());
    drop(Stage::open(target(study)).unwrap());
    assert_eq!(version(study), ("one".to_owned(), vec!["notes.txt".to_owned()]));
    assert_eq!(names(study), ["output"]);
}

#[test]
fn a_killed_build_of_two_renames_is_whole_after_the_next_opening() {
    if let Some(study) = env::var_os("EMIC_TEST_KILLED") {
        for number in 0.. {
            build(Path::new(&study), &format!("v{number}"), RENAMES).unwrap();
        }
    }
    let study = tempfile::tempdir().unwrap();
    let study = study.path();
    build(study, "old", RENAMES).unwrap();
    fs::write(study.join("output/notes.txt"), "mine").unwrap();
    let name = "write::tests::a_killed_build_of_two_renames_is_whole_after_the_next_opening";
    for round in 0..50 {
        let mut child = Command::new(env::current_exe().unwrap());
        child.args([name, "--exact"]).env("EMIC_TEST_KILLED", study).stdout(std::process::Stdio::null());
        let mut child = child.spawn().unwrap();
        thread::sleep(Duration::from_micros(5_000 + round * 1_370));
        child.kill().unwrap();
        child.wait().unwrap();
        drop(Stage::open(target(study)).unwrap());
        assert_eq!(version(study).1, ["notes.txt"]);
        assert_eq!(names(study), ["output"]);
    }
}

#[test]
fn a_build_that_finds_another_says_so() {
    let study = tempfile::tempdir().unwrap();
    let study = study.path();
    let first = Stage::open(target(study)).unwrap();
    let error = Stage::open_within(target(study), Duration::from_millis(100)).unwrap_err();
    assert!(matches!(error, WriteError::Busy { .. }));
    assert!(error.to_string().starts_with("another emic is writing the site in "), "{error}");
    drop(first);
    drop(Stage::open(target(study)).unwrap());
    assert_eq!(names(study), Vec::<String>::new());
}

#[test]
fn a_stage_may_be_shared_by_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Stage>();
}
