//! The command line on real folders: what is written, refused and printed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn emic(args: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_emic")).args(args).current_dir(folder).output().unwrap()
}

fn write(root: &Path, files: &[(&str, &str)]) {
    for (name, text) in files {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

const SMALL: &[(&str, &str)] = &[
    ("study.yaml", "title: Rest at night\nillustrative: yes\n"),
    ("themes/1-rest.yaml", "id: rest\nname: Rest at night\n"),
    ("quotes/participants.yaml", "- id: P01\n- id: P02\n"),
    ("quotes/P01.yaml", "participant: P01\nquotes:\n  - id: P01-01\n    themes: [rest]\n    text: I slept through.\n"),
    ("quotes/P02.yaml", "participant: P02\nquotes:\n  - id: P02-01\n    themes: [rest]\n    text: I lay awake, listening.\n"),
    ("content/1-rest.md", "Rest came back first.\n\n![[P01-01]]\n"),
];

fn study() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), SMALL);
    folder
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_two_quote_study_builds_end_to_end() {
    let study = study();
    let output = emic(&["build"], study.path());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let page = fs::read_to_string(study.path().join("output/themes/rest.html")).unwrap();
    assert!(page.contains("I slept through.") && page.contains("I lay awake, listening."));
    assert!(page.contains("2 of 2 participants are quoted"), "{page}");
}

#[test]
fn an_error_names_file_and_line_and_leaves_the_old_site_alone() {
    let study = study();
    assert!(emic(&["build"], study.path()).status.success());
    let before = fs::read(study.path().join("output/themes/rest.html")).unwrap();
    write(study.path(), &[("quotes/P01.yaml", "participant: P01\nquotes:\n  - id: P01-01\n    themes: [rset]\n    text: I slept.\n")]);
    let output = emic(&["build"], study.path());
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("quotes/P01.yaml:4:14"), "{}", stderr(&output));
    assert!(stderr(&output).contains("did you mean `rest`?"), "{}", stderr(&output));
    assert_eq!(fs::read(study.path().join("output/themes/rest.html")).unwrap(), before);
}

#[test]
fn a_private_name_refuses_the_build_and_is_printed_nowhere() {
    for (file, text) in [
        ("content/1-rest.md", "Okonkwo slept.\n\n![[P01-01]]\n"),
        ("content/okonkwo.md", "Rest.\n\n![[P01-01]]\n"),
        ("themes/1-rest.yaml", "id: rest\nname: Rest of O&shy;konkwo\ndefinition: For Ｏkonkwo\n"),
        ("study.yaml", "title: Rest at night\nillustrative: yes\nsummary: As okonkwo said\n"),
    ] {
        let study = study();
        write(study.path(), &[("private/names.txt", "# names\nOkonkwo\n"), (file, text)]);
        let output = emic(&["build"], study.path());
        assert_eq!(output.status.code(), Some(1), "{file}: {}", stderr(&output));
        assert!(stderr(&output).contains("line 2 of `private/names.txt`"), "{}", stderr(&output));
        assert!(!stderr(&output).to_lowercase().contains("okonkwo"), "{}", stderr(&output));
        assert!(!study.path().join("output").exists());
    }
}

#[test]
fn an_unchanged_study_changes_no_file() {
    let study = study();
    assert!(emic(&["build"], study.path()).status.success());
    let again = emic(&["build"], study.path());
    assert!(stderr(&again).contains("0 files changed"), "{}", stderr(&again));
}

#[test]
fn a_folder_without_study_yaml_is_shown_what_a_study_looks_like() {
    let folder = tempfile::tempdir().unwrap();
    let output = emic(&["build"], folder.path());
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("participant: P01"), "{}", stderr(&output));
    assert!(!folder.path().join("output").exists());
}

#[test]
fn json_is_one_object_a_line() {
    let study = study();
    let output = emic(&["check", "--format", "json"], study.path());
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(value["code"].is_string() && value["severity"].is_string());
    }
}

#[test]
fn withheld_and_withdrawn_words_leave_no_trace() {
    let study = study();
    write(
        study.path(),
        &[
            ("quotes/participants.yaml", "- id: P01\n- { id: P02, withdrawn: yes }\n"),
            (
                "quotes/P01.yaml",
                "participant: P01\nquotes:\n  - id: P01-01\n    themes: [rest]\n    text: I slept through.\n  - id: P01-02\n    themes: [rest]\n    text: Too close.\n    withheld: one family\n",
            ),
        ],
    );
    let output = emic(&["build"], study.path());
    assert!(output.status.success(), "{}", stderr(&output));
    for entry in walkdir::WalkDir::new(study.path().join("output")) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let text = String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).into_owned();
            for gone in ["listening", "P02", "Too close", "P01-02", "one family"] {
                assert!(!text.contains(gone), "{gone} in {}", entry.path().display());
            }
        }
    }
}

#[test]
fn a_folder_that_is_not_emics_is_never_written_into() {
    let study = study();
    let other = tempfile::tempdir().unwrap();
    fs::write(other.path().join("letter.txt"), "mine").unwrap();
    let output = emic(&["build", "-o", other.path().to_str().unwrap()], study.path());
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read_to_string(other.path().join("letter.txt")).unwrap(), "mine");
}
