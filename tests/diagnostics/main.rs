//! What an author may write wrongly, and every word that emic answers.
//!
//! 1. `good/` is a study of which nothing is to be said.
//! 2. A folder of `cases/` is named after the code it stands for, with `-2`, `-3` … where the same slip has several forms. It holds
//!    the files that differ from `good/`, and in `expected.txt` the exit code and what `emic build` prints.
//! 3. What no folder in git can hold (a link, a NUL byte, 64 MiB) is [`made`] when the test runs.
//!
//! `EMIC_BLESS=1 cargo test --test diagnostics` writes every `expected.txt` anew; read the difference before it is committed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod docs;
mod made;
mod rules;
mod torn;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use ::emic::cli::Captured;
use ::emic::diag::Severity;
use ::emic::lint;
use serde_json::Value;
use walkdir::WalkDir;

const EXPECTED: &str = "expected.txt";

/// Codes that name no file. A theme has one; it should be named (a known gap).
const NOWHERE: &[&str] = &["no-study", "theme-without-quotes"];

/// What only the finished site shows, so that `emic check` cannot.
const NOT_CHECKED: &[&str] = &["private-word"];

fn here(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics").join(name)
}

/// The cases by name, in the order of the alphabet.
fn cases() -> BTreeSet<String> {
    let folders = fs::read_dir(here("cases")).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
    folders.chain(made::CASES.iter().map(|(name, _)| (*name).to_owned())).collect()
}

/// `yaml-colon` of `yaml-colon-2`.
fn code_of(case: &str) -> &str {
    match case.rsplit_once('-') {
        Some((code, number)) if number.bytes().all(|b| b.is_ascii_digit()) => code,
        _ => case,
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in WalkDir::new(from).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file()) {
        let path = to.join(entry.path().strip_prefix(from).unwrap());
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::copy(entry.path(), path).unwrap();
    }
}

/// The good study with a case's slip in it.
fn study(case: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&here("good"), folder.path());
    let files = here("cases").join(case);
    if files.exists() {
        copy(&files, folder.path());
        let _ = fs::remove_file(folder.path().join(EXPECTED));
    }
    for (_, make) in made::CASES.iter().filter(|(name, _)| *name == case) {
        make(folder.path());
    }
    folder
}

fn emic(verb: &str, study: &Path, more: &[&str]) -> Captured {
    let mut args = vec![verb.to_owned(), "--quiet".to_owned(), study.to_str().unwrap().to_owned()];
    args.extend(more.iter().map(|arg| (*arg).to_owned()));
    // A key in the study is one of the slips.
    let key = study.join("key.csv");
    if key.exists() {
        args.extend(["--key".to_owned(), key.to_str().unwrap().to_owned()]);
    }
    ::emic::cli::capture(args)
}

fn build(study: &Path, output: &Path, more: &[&str]) -> Captured {
    emic("build", study, &[&["--output", output.to_str().unwrap()][..], more].concat())
}

/// Every file below a folder, with its bytes.
fn tree(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = WalkDir::new(root).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file());
    files.map(|e| (e.path().strip_prefix(root).unwrap().to_owned(), fs::read(e.path()).unwrap())).collect()
}

/// A good site, where every case is then built to.
fn good_site() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("site");
    let run = build(&here("good"), &output, &["--strict"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "the good study is not good");
    (folder, output)
}

#[test]
fn every_code_has_a_case() {
    let shown: BTreeSet<String> = cases().iter().map(|case| code_of(case).to_owned()).collect();
    let all: BTreeSet<String> = lint::codes().iter().map(|code| code.name.to_owned()).collect();
    let without: Vec<_> = all.difference(&shown).collect();
    let unknown: Vec<_> = shown.difference(&all).collect();
    assert!(without.is_empty(), "no folder of tests/diagnostics/cases shows {without:?}");
    assert!(unknown.is_empty(), "tests/diagnostics/cases has folders for codes that are none: {unknown:?}");
}

#[test]
fn every_slip_is_answered_in_these_words() {
    let (_folder, output) = good_site();
    let mut wrong = Vec::new();
    for case in cases() {
        let study = study(&case);
        // A warning alone publishes, and may then not be built to where the others are.
        let fresh = tempfile::tempdir().unwrap();
        let is_error = lint::codes().iter().any(|code| code.name == code_of(&case) && code.severity == Severity::Error);
        let run = build(study.path(), if is_error { &output } else { fresh.path() }, &[]);
        let said = format!("exit code {}\n\n{}\n", run.code, run.stderr.trim_end());
        let path = here("cases").join(&case).join(EXPECTED);
        if std::env::var_os("EMIC_BLESS").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &said).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if said != expected {
            wrong.push(format!("{case}: emic says\n{said}where {} has\n{expected}", path.display()));
        }
        // The folder's own path, and an attribute of P01 that is never published.
        for private in [study.path().to_str().unwrap(), "baker"] {
            if said.contains(private) {
                wrong.push(format!("{case}: `{private}` is printed"));
            }
        }
        wrong.extend(misplaced(code_of(&case), &said).map(|why| format!("{case}: {why}:\n{said}")));
        if run.code != u8::from(is_error) {
            wrong.push(format!("{case}: wrong exit code {}", run.code));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Why an answer does not stand for a code: it is not said, or names no place.
fn misplaced(code: &str, said: &str) -> Option<String> {
    let title = format!("[{code}]: ");
    let Some(answer) = said.split("\n\n").find(|answer| answer.lines().next().is_some_and(|first| first.contains(&title))) else {
        return Some(format!("`{code}` is not said"));
    };
    (!NOWHERE.contains(&code) && !answer.contains("╭▸ ")).then(|| format!("`{code}` names no file"))
}

#[test]
fn a_refused_build_leaves_the_last_good_site_byte_for_byte() {
    let (_folder, output) = good_site();
    let before = tree(&output);
    assert!(before.len() > 20, "{} files are no site", before.len());
    for case in cases() {
        // `--strict`, so that a warning refuses as well.
        let run = build(study(&case).path(), &output, &["--strict"]);
        assert_eq!(run.code, 1, "{case}: {}", run.stderr);
        assert!(tree(&output) == before, "{case}: the last good site is no longer what it was");
    }
}

#[test]
fn programs_are_told_the_same_as_people() {
    for case in cases().iter().filter(|case| !NOT_CHECKED.contains(&code_of(case))) {
        let said = fs::read_to_string(here("cases").join(case).join(EXPECTED)).unwrap();
        let run = emic("check", study(case).path(), &["--format", "json"]);
        let lines: Vec<Value> = run.stdout.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
        assert!(lines.iter().any(|l| l["code"] == code_of(case)), "{case}: {lines:?}");
        for line in &lines {
            let text = |key: &str| line[key].as_str().unwrap_or_default();
            let title = format!("{}[{}]: {}\n", text("severity"), text("code"), text("message"));
            assert!(said.contains(&title), "{case}: people are not told {title}");
            let place = match line["line"].as_u64() {
                Some(n) => format!("╭▸ {}:{n}:{}\n", text("file"), line["column"]),
                None => format!("╭▸ {}\n", text("file")),
            };
            assert!(text("file").is_empty() || said.contains(&place), "{case}: people are not told {place}");
        }
    }
}
