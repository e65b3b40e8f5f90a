//! Small studies and the sites that emic makes of them, byte for byte.
//!
//! Each folder holds a `study/` with one point to it, and in `expected/` its site, less the front end's own files and the lists of
//! what was written. `EMIC_BLESS=1 cargo test --test golden` writes `expected/` anew; read the difference before it is committed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// A site by the names of its files, with `/`.
type Site = BTreeMap<String, Vec<u8>>;

/// emic's own files, the same in every site; and the marker and the manifest, which change with them.
const OWN: &[&str] = &["assets/emic.css", "assets/highlight.css", "assets/browser.js", "assets/matrix.js", ".emic-site", ".emic-manifest"];

fn is_compared(name: &str) -> bool {
    let is_script = name.starts_with("assets/emic") && name.ends_with(".js");
    !is_script && !OWN.contains(&name)
}

fn cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut cases: Vec<PathBuf> = fs::read_dir(root).unwrap().map(|e| e.unwrap().path()).filter(|p| p.join("study").is_dir()).collect();
    cases.sort();
    assert_eq!(cases.len(), 10);
    cases
}

fn named(case: &str) -> PathBuf {
    cases().into_iter().find(|path| path.ends_with(case)).unwrap()
}

fn read(root: &Path) -> Site {
    let files = WalkDir::new(root).into_iter().filter_map(Result::ok).filter(|e| e.file_type().is_file());
    files
        .map(|e| {
            let parts = e.path().strip_prefix(root).unwrap().components();
            let name: Vec<&str> = parts.map(|part| part.as_os_str().to_str().unwrap()).collect();
            (name.join("/"), fs::read(e.path()).unwrap())
        })
        .collect()
}

/// All that emic writes for a case's study.
fn build(case: &Path) -> Site {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("site");
    let run = emic::cli::capture(["build", "--quiet", "--output", output.to_str().unwrap(), case.join("study").to_str().unwrap()]);
    assert!(run.is_done(), "{}: {}", case.display(), run.stderr);
    read(&output)
}

fn bless(expected: &Path, site: &Site) {
    let _ = fs::remove_dir_all(expected);
    for (name, bytes) in site {
        let path = expected.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// The first line in which two files differ.
fn difference(expected: &[u8], built: &[u8]) -> String {
    let (expected, built) = (String::from_utf8_lossy(expected), String::from_utf8_lossy(built));
    let (mut old, mut new) = (expected.split_inclusive('\n'), built.split_inclusive('\n'));
    for number in 1.. {
        let (old, new) = (old.next(), new.next());
        if old != new {
            let shown = |line: Option<&str>| line.map_or("(the end)".to_owned(), |l| format!("{l:?}"));
            return format!("line {number}\n  expected {}\n  built    {}", shown(old), shown(new));
        }
        if old.is_none() {
            break;
        }
    }
    "bytes that are not text".to_owned()
}

#[test]
fn every_site_is_what_it_was_byte_for_byte() {
    let mut wrong = Vec::new();
    for case in cases() {
        let site: Site = build(&case).into_iter().filter(|(name, _)| is_compared(name)).collect();
        let folder = case.join("expected");
        if std::env::var_os("EMIC_BLESS").is_some() {
            bless(&folder, &site);
        }
        let expected = read(&folder);
        let names: BTreeSet<&String> = expected.keys().chain(site.keys()).collect();
        for name in names {
            let place = format!("{}/{name}", case.file_name().unwrap().to_string_lossy());
            match (expected.get(name), site.get(name)) {
                (Some(old), Some(new)) if old != new => wrong.push(format!("{place}: {}", difference(old, new))),
                (Some(_), None) => wrong.push(format!("{place} is no longer written")),
                (None, Some(_)) => wrong.push(format!("{place} is new")),
                _ => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Where any of the words stands in a site: in a file's name or in its bytes.
fn found(site: &Site, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (name, bytes) in site {
        let text = String::from_utf8_lossy(bytes);
        let hits = words.iter().filter(|word| text.contains(**word) || name.contains(**word));
        found.extend(hits.map(|word| format!("`{word}` in {name}")));
    }
    found
}

// What follows holds whatever is blessed.

#[test]
fn what_consent_hides_is_in_no_byte() {
    let site = build(&named("consent"));
    assert_eq!(found(&site, &["HIDDEN", "P05", "P06", "P01-02", "P01-03", "P04-01"]), [""; 0]);
    let data: Site = site.into_iter().filter(|(name, _)| name.starts_with("data/")).collect();
    assert_eq!(found(&data, &["listening", "Not in the data", "opened the window"]), [""; 0]);
}

#[test]
fn linking_none_has_no_participant_in_any_byte() {
    assert_eq!(found(&build(&named("linking-none")), &["P01", "P02", "P03", "P02-T1"]), [""; 0]);
}

#[test]
fn what_is_published_no_further_than_never_is_not_published() {
    assert_eq!(found(&build(&named("linking-pages")), &["unpublished-ward", "D01", "P01-T1", "P02-D"]), [""; 0]);
}

#[test]
fn a_study_that_does_not_count_has_no_count() {
    let site = build(&named("counts-off"));
    assert_eq!(found(&site, &["participants are quoted", "participants spoke", "data-count=\"participants"]), [""; 0]);
}
