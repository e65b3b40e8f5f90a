//! A sign-off holds for what was published when it was made: whatever a reader meets and the study's author wrote voids it, nothing
//! else does.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;

use emic::cli::capture;
use emic::compile::check_folder;

const STUDY: &[(&str, &str)] = &[
    ("study.yaml", "title: Rest\nillustrative: yes\nprivacy: { health: no, k: 1 }\nabout: { setting: A ward. }\n"),
    ("themes/1.yaml", "id: rest\nname: Rest\ndefinition: Sleeping.\n"),
    ("quotes/participants.yaml", "- { id: P01 }\n- { id: P02 }\n"),
    ("quotes/sources.yaml", "- { id: P01-T1, kind: interview, participants: [P01], wave: first }\n"),
    ("quotes/P01.yaml", "source: P01-T1\nquotes:\n  - id: P01-01\n    themes: [rest]\n    text: I slept.\n"),
    ("quotes/P02.yaml", "participant: P02\nquotes:\n  - id: P02-01\n    themes: [rest]\n    text: I woke.\n"),
    ("content/1-rest.md", "# Rest\n\n![[P01-01]]\n"),
    ("static/guide.txt", "What helped?\n"),
    ("templates/404.html", "{% extends \"base.html\" %}{% block main %}<p>No page.</p>{% endblock %}"),
];

fn study() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    STUDY.iter().for_each(|(path, text)| put(folder.path(), path, text));
    folder
}

fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn fingerprint(root: &Path) -> String {
    let checked = check_folder(root, None).unwrap();
    let errors: Vec<&str> = checked.diagnostics.iter().filter(|d| d.is_error()).map(|d| d.message.as_str()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    checked.fingerprint(&checked.published()).unwrap()
}

fn privacy(root: &Path, args: &[&str]) -> String {
    let folder = root.to_str().unwrap();
    let report = root.join("privacy-report.html");
    let more: Vec<&str> = if args == ["report"] { vec![folder, "--output", report.to_str().unwrap()] } else { vec!["--study", folder] };
    let run = capture([&["privacy"], args, &more[..]].concat());
    assert!(run.is_done(), "{}", run.printed());
    fs::read_to_string(report).unwrap_or_default()
}

#[test]
fn whatever_is_published_voids_a_signature_when_it_changes() {
    let changes: &[(&str, &str, &str)] = &[
        ("study.yaml", "A ward.", "A ward of nine beds."),
        ("study.yaml", "title: Rest", "title: Sleep"),
        ("themes/1.yaml", "Sleeping.", "Lying still."),
        ("themes/1.yaml", "name: Rest", "name: Sleep"),
        ("quotes/sources.yaml", "wave: first", "wave: second"),
        ("quotes/P01.yaml", "I slept.", "I slept badly."),
        ("content/1-rest.md", "# Rest", "# Sleep"),
        ("static/guide.txt", "What helped?", "What did not?"),
        ("templates/404.html", "No page.", "No such page."),
    ];
    for (path, before, after) in changes {
        let study = study();
        let signed = fingerprint(study.path());
        let text = fs::read_to_string(study.path().join(path)).unwrap();
        assert!(text.contains(before), "{path}");
        put(study.path(), path, &text.replace(before, after));
        assert_ne!(fingerprint(study.path()), signed, "{path}: {before} → {after}");
    }
    let study = study();
    let signed = fingerprint(study.path());
    fs::rename(study.path().join("static/guide.txt"), study.path().join("static/questions.txt")).unwrap();
    assert_ne!(fingerprint(study.path()), signed, "a file's name is published too");
}

#[test]
fn a_quote_that_changes_hands_voids_a_signature() {
    let study = study();
    let signed = fingerprint(study.path());
    put(study.path(), "quotes/P02.yaml", "participant: P01\nquotes:\n  - id: P02-01\n    themes: [rest]\n    text: I woke.\n");
    assert_ne!(fingerprint(study.path()), signed);
}

#[test]
fn what_no_reader_meets_leaves_a_signature_as_it_is() {
    let study = study();
    let signed = fingerprint(study.path());
    privacy(study.path(), &["sign", "--reviewer", "A colleague"]);
    privacy(study.path(), &["read", "P01", "--reviewer", "A colleague"]);
    put(study.path(), "private/names.txt", "Quillfeather\n");
    put(study.path(), "content/2-later.md", "---\ndraft: true\n---\n# Later\n\nNot yet.\n");
    put(
        study.path(),
        "quotes/P01.yaml",
        "# A remark.\nsource: P01-T1\nquotes:\n  - id: P01-01\n    themes: [rest]\n    text: >-\n      I\n      slept.\n",
    );
    assert_eq!(fingerprint(study.path()), signed);
    assert!(!privacy(study.path(), &["report"]).contains("signed anew"));
}

#[test]
fn a_signature_of_an_older_form_is_reported_as_one() {
    let study = study();
    put(
        study.path(),
        "privacy.yaml",
        "- signed: 0123456789abcdef\n  reviewer: A colleague\n  date: 2026-01-01\n- read: P01\n  print: 0123456789abcdef\n  reviewer: A colleague\n  date: 2026-01-01\n",
    );
    let report = privacy(study.path(), &["report"]);
    assert_eq!(report.matches("it was recorded in an older form").count(), 2, "{report}");
    assert!(!report.contains("changed since"));
}
