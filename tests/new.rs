//! `emic new` and `emic schema`: a new study builds at once, and the schemas know what the readers know.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "new/fields.rs"]
mod fields;
#[path = "new/validator.rs"]
mod validator;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use validator::{faults, yaml};

fn emic(args: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_emic")).args(args).current_dir(folder).stdin(Stdio::null()).output().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn schema(which: &str) -> Value {
    let output = emic(&["schema", which], Path::new("."));
    assert!(output.status.success() && output.stderr.is_empty());
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Codes and messages of all that `emic check` has to say.
fn said(study: &Path) -> Vec<Value> {
    let output = emic(&["check", "--format", "json"], study);
    let lines = String::from_utf8(output.stdout).unwrap();
    lines.lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

/// Makes a study and builds it; gives its folder and the title in its data.
fn built(args: &[&str]) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let made = emic(&[&["new", "my-study"], args].concat(), folder.path());
    assert_eq!(made.status.code(), Some(0), "{args:?}: {}", stderr(&made));
    let study = folder.path().join("my-study");
    let output = emic(&["build"], &study);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", stderr(&output));
    let data: Value = serde_json::from_slice(&fs::read(study.join("output/data/study.json")).unwrap()).unwrap();
    let title = data["title"].as_str().unwrap().to_owned();
    (folder, title)
}

fn schema_of(path: &str) -> &'static str {
    match path {
        "study.yaml" => "study",
        "quotes/participants.yaml" => "participants",
        "quotes/sources.yaml" => "sources",
        _ if path.starts_with("themes/") => "themes",
        _ => "quotes",
    }
}

/// Every YAML file of a study, by its path in it.
fn yaml_files(study: &Path) -> Vec<(String, String)> {
    ["study.yaml", "themes", "quotes"]
        .iter()
        .flat_map(|part| walkdir::WalkDir::new(study.join(part)))
        .filter_map(Result::ok)
        .filter(|e| e.path().extension().is_some_and(|x| x == "yaml"))
        .map(|e| (e.path().strip_prefix(study).unwrap().to_str().unwrap().to_owned(), fs::read_to_string(e.path()).unwrap()))
        .collect()
}

#[test]
fn a_new_study_builds_at_once_with_every_method() {
    let words = schema("study").pointer("/properties/method/enum").unwrap().as_array().unwrap().clone();
    assert!(words.len() > 5);
    for method in words.iter().map(|w| w.as_str().unwrap()) {
        let (folder, title) = built(&["--method", method]);
        assert_eq!(title, "My study");
        let study = folder.path().join("my-study");
        let codes: Vec<Value> = said(&study).iter().map(|d| d["code"].clone()).collect();
        assert_eq!(codes, ["about-empty"], "{method}");
        let page = fs::read_to_string(study.join("output/findings/first-finding.html")).unwrap();
        assert!(page.contains("holding the rail") && !page.contains("A finding, one a file"), "{method}");
    }
}

#[test]
fn any_title_is_quoted_so_that_it_is_read_as_it_was_typed() {
    for title in [
        "He said: \"no\" #1",
        "中文标题",
        "عنوان الدراسة",
        "It’s “theirs”, isn't it?",
        "- a list: [x, {y}] & *z* | > % @ ` !",
        "back\\slash \"and\" mark",
        "{{method}} <b>bold</b> {% raw %}",
        "yes",
        "007",
        "#",
        "a\u{feff}b",
        "क्या \u{1f600}",
    ] {
        let (folder, found) = built(&["--title", title, "--language", "no", "--health", "no"]);
        assert_eq!(found, title);
        let settings = yaml(&fs::read_to_string(folder.path().join("my-study/study.yaml")).unwrap());
        assert_eq!(
            (&settings["title"], &settings["language"], &settings["privacy"]["health"]),
            (&title.into(), &"no".into(), &"no".into())
        );
    }
}

#[test]
fn every_setting_that_is_switched_off_can_be_switched_on() {
    for method in ["framework", "ipa"] {
        let (folder, _) = built(&["--method", method]);
        let study = folder.path().join("my-study");
        for (path, text) in yaml_files(&study) {
            let on = text.lines().map(|line| match line.strip_prefix('#') {
                Some(rest) if rest.starts_with("  ") || rest.starts_with(|c: char| c.is_ascii_lowercase()) => format!("{rest}\n"),
                _ => format!("{line}\n"),
            });
            let on: String = on.collect();
            assert_eq!(faults(&schema(schema_of(&path)), &yaml(&on)), [""; 0], "{path}: {on}");
            fs::write(study.join(path), on).unwrap();
        }
        let said: Vec<Value> = said(&study).into_iter().filter(|d| d["code"] != "about-empty").collect();
        assert_eq!(said, [Value::Null; 0], "{method}");
        assert!(fs::read_to_string(study.join("study.yaml")).unwrap().lines().any(|l| l.starts_with("attribution: ")));
    }
}

#[test]
fn an_editor_finds_the_schema_of_every_file() {
    let (folder, _) = built(&[]);
    let study = folder.path().join("my-study");
    for (path, text) in yaml_files(&study) {
        let file = text.lines().next().and_then(|l| l.strip_prefix("# yaml-language-server: $schema=")).unwrap_or_else(|| panic!("{path}"));
        let found = fs::read(study.join(&path).parent().unwrap().join(file)).unwrap();
        assert_eq!(found, emic(&["schema", schema_of(&path)], &study).stdout, "{path}");
        assert_eq!(faults(&schema(schema_of(&path)), &yaml(&text)), [""; 0], "{path}");
    }
    let settings: Value = serde_json::from_slice(&fs::read(study.join(".vscode/settings.json")).unwrap()).unwrap();
    let mapped = settings["yaml.schemas"].as_object().unwrap();
    assert!(mapped.len() == 5 && mapped.keys().all(|path| study.join(path).is_file()));
    let ignored = fs::read_to_string(study.join(".gitignore")).unwrap();
    assert!(ignored.lines().any(|l| l == "/private/") && ignored.lines().any(|l| l == "/output/"));
}

#[test]
fn the_commands_that_its_readme_names_are_there() {
    let (folder, _) = built(&["--title", "A *study* [x]"]);
    let readme = fs::read_to_string(folder.path().join("my-study/README.md")).unwrap();
    assert!(readme.starts_with("# A \\*study\\* \\[x\\]\n"), "{readme}");
    let help = String::from_utf8(emic(&["--help"], folder.path()).stdout).unwrap();
    for verb in readme.split("`emic ").skip(1).filter_map(|rest| rest.split([' ', '`']).next()) {
        assert!(help.lines().any(|l| l.trim_start().starts_with(&format!("{verb} "))), "emic {verb}: {help}");
    }
}

#[test]
fn a_folder_that_is_not_free_is_left_as_it_is() {
    let root = tempfile::tempdir().unwrap();
    let at = |name: &str| root.path().join(name);
    fs::create_dir_all(at("full/notes")).unwrap();
    fs::write(at("full/a.txt"), "theirs").unwrap();
    fs::write(at("file"), "theirs").unwrap();
    let mut cases =
        vec![("full", "`a.txt` and `notes`"), ("file", "is a file"), ("file/study", "cannot be used"), ("x/../../y", "without `..`")];
    #[cfg(unix)]
    {
        fs::create_dir(at("empty")).unwrap();
        std::os::unix::fs::symlink(at("empty"), at("link")).unwrap();
        std::os::unix::fs::symlink(at("nowhere"), at("dangling")).unwrap();
        cases.extend(["link", "link/", "link/.", "dangling"].map(|name| (name, "symbolic link")));
    }
    let seen = || walkdir::WalkDir::new(root.path()).sort_by_file_name().into_iter().map(|e| e.unwrap().into_path()).collect::<Vec<_>>();
    let before = seen();
    for (name, why) in cases {
        let output = emic(&["new", name], root.path());
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(stderr(&output).contains(why), "{name}: {}", stderr(&output));
        assert_eq!(seen(), before, "{name}");
    }
}

#[test]
fn an_empty_folder_is_taken_and_missing_ones_are_made() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir_all(root.path().join("empty/.git")).unwrap();
    fs::create_dir(root.path().join("night-shift")).unwrap();
    for (place, name) in [("", "empty"), ("", "some/where/new/"), ("night-shift", ".")] {
        let output = emic(&["new", name, "--yes"], &root.path().join(place));
        assert!(output.status.success(), "{}", stderr(&output));
        assert!(root.path().join(place).join(name).join("study.yaml").is_file());
    }
    assert!(fs::read_to_string(root.path().join("night-shift/study.yaml")).unwrap().contains("\ntitle: \"Night shift\"\n"));
}

#[test]
fn what_cannot_be_a_flag_s_value_is_said_and_nothing_is_written() {
    let root = tempfile::tempdir().unwrap();
    for (flag, value, why) in [
        ("--title", "  ", "at least one word"),
        ("--title", "a\u{7}b", "control character"),
        ("--language", "english", "is not a language tag"),
        ("--language", "en\nillustrative: no", "is not a language tag"),
        ("--method", "frmework", "framework"),
        ("--health", "perhaps", "yes"),
    ] {
        let output = emic(&["new", "s", flag, value], root.path());
        assert_eq!(output.status.code(), Some(2), "{flag} {value}");
        assert!(stderr(&output).contains(why), "{}", stderr(&output));
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 0);
    }
}

#[test]
fn the_schemas_take_every_study_that_emic_takes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let golden = fs::read_dir(root.join("tests/golden")).into_iter().flatten().map(|e| e.unwrap().path().join("study"));
    for study in golden.filter(|p| p.is_dir()).chain([root.to_owned(), root.join("tests/diagnostics/good")]) {
        for (path, text) in yaml_files(&study) {
            assert_eq!(faults(&schema(schema_of(&path)), &yaml(&text)), [""; 0], "{}: {path}", study.display());
        }
    }
}

#[test]
fn all_schemas_stand_in_one_object() {
    let all: Value = serde_json::from_slice(&emic(&["schema"], Path::new(".")).stdout).unwrap();
    let names: Vec<&str> = all.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names, ["participants", "quotes", "sources", "study", "themes"]);
    names.iter().for_each(|name| assert_eq!(all[*name], schema(name)));
}
