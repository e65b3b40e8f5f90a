//! Decisions on the privacy gate's findings, the key file, and the report: as an author meets them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;

use ::emic::cli::Captured;

const STUDY: &[(&str, &str)] = &[
    ("study.yaml", "title: Rest\nillustrative: yes\nattributes:\n  ward: { publish: person }\nprivacy: { health: no }\n"),
    ("themes/1.yaml", "id: rest\nname: Rest\n"),
    ("quotes/participants.yaml", "- { id: P01, ward: a }\n- { id: P02, ward: b }\n- { id: P03, ward: b }\n- { id: P04, ward: b }\n"),
    ("quotes/P01.yaml", "participant: P01\nquotes:\n  - id: P01-01\n    themes: [rest]\n    text: I slept.\n"),
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

/// Runs a command on the study in a folder.
fn emic(root: &Path, args: &[&str]) -> Captured {
    let folder = root.to_str().unwrap();
    let report = format!("{folder}/privacy-report.html");
    let more: &[&str] = match args {
        ["privacy", "report", ..] => &[folder, "--output", &report],
        ["privacy", ..] => &["--study", folder],
        _ => &[folder],
    };
    ::emic::cli::capture([args, more].concat())
}

/// The codes of `emic check`.
fn codes(root: &Path) -> Vec<String> {
    let run = emic(root, &["check", "--format", "json"]);
    let lines = run.stdout;
    lines.lines().map(|l| serde_json::from_str::<serde_json::Value>(l).unwrap()["code"].as_str().unwrap().to_owned()).collect()
}

fn acknowledges(root: &Path, rule: &str, place: &str) {
    let run =
        emic(root, &["privacy", "ack", rule, place, "--reason", "[hospital]: \"it\" tells nobody # apart.", "--reviewer", "A colleague"]);
    assert!(run.is_done(), "{}", run.printed());
}

#[test]
fn a_decision_on_small_cells_holds_until_the_data_are_worse() {
    let study = study();
    let has = |root: &Path| codes(root).contains(&"small-cells".to_owned());
    assert!(has(study.path()));
    acknowledges(study.path(), "small-cells", "ward");
    assert!(!has(study.path()) && !codes(study.path()).contains(&"decision-unused".to_owned()));
    put(
        study.path(),
        "quotes/participants.yaml",
        "- { id: P01, ward: a }\n- { id: P02, ward: b }\n- { id: P03, ward: b }\n- { id: P04, ward: c }\n",
    );
    assert!(has(study.path()), "more people are below k, and that was never decided");
    assert!(codes(study.path()).contains(&"decision-unused".to_owned()));
}

#[test]
fn a_decision_on_a_text_holds_until_the_text_changes_and_never_names_it() {
    let study = study();
    put(
        study.path(),
        "quotes/P01.yaml",
        "participant: P01\nquotes:\n  - id: P01-01\n    themes: [rest]\n    text: Write to help@ward.example then.\n",
    );
    acknowledges(study.path(), "small-cells", "ward");
    assert_eq!(codes(study.path()).iter().filter(|c| *c == "identifier").count(), 1);
    acknowledges(study.path(), "identifier", "quotes/P01.yaml:5");
    assert!(!codes(study.path()).contains(&"identifier".to_owned()));
    let recorded = fs::read_to_string(study.path().join("privacy.yaml")).unwrap();
    assert!(!recorded.contains("ward.example") && recorded.contains("P01-01"), "{recorded}");
    assert!(study.path().join("private/acknowledge.key").is_file());

    put(
        study.path(),
        "quotes/P01.yaml",
        "participant: P01\nquotes:\n  - id: P01-01\n    themes: [rest]\n    text: Never write to help@ward.example then.\n",
    );
    assert!(codes(study.path()).contains(&"identifier".to_owned()), "what was decided about is not what stands there now");
    assert!(codes(study.path()).contains(&"decision-unused".to_owned()));
}

#[test]
fn what_is_not_told_cannot_be_acknowledged() {
    let study = study();
    let run = emic(study.path(), &["privacy", "ack", "identifier", "quotes/P01.yaml:5", "--reason", "x", "--reviewer", "y"]);
    assert_eq!(run.code, 2);
    assert!(run.printed().contains("small-cells ward"), "it names what is open: {}", run.printed());
    assert!(!study.path().join("privacy.yaml").exists());
}

#[test]
fn a_name_of_the_key_cannot_be_acknowledged() {
    let study = study();
    acknowledges(study.path(), "small-cells", "ward");
    put(study.path(), "content/1.md", "So said Quillfeather.\n\n![[P01-01]]\n");
    let keys = tempfile::tempdir().unwrap();
    let key = keys.path().join("key.csv");
    fs::write(&key, "pseudonym,real_name,aliases\nP01,Zephyrine Quillfeather,Quillfeather\n").unwrap();
    #[cfg(unix)]
    fs::set_permissions(&key, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    let run = emic(study.path(), &["build", "--key", key.to_str().unwrap()]);
    assert_eq!(run.code, 1);
    assert!(
        run.printed().contains("the name of `P01` (line 2 of the key)") && !run.printed().to_lowercase().contains("quillf"),
        "{}",
        run.printed()
    );
    assert!(!study.path().join("output").exists());
    let run = emic(study.path(), &["privacy", "ack", "private-word", "findings/1.html", "--reason", "x", "--reviewer", "y"]);
    assert_eq!(run.code, 2);
}

#[test]
#[cfg(unix)]
fn a_key_that_others_may_read_or_that_could_be_shared_is_not_used() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let study = study();
    acknowledges(study.path(), "small-cells", "ward");
    let keys = tempfile::tempdir().unwrap();
    let write = |path: &Path, mode: u32| {
        fs::write(path, "pseudonym,real_name,aliases\nP01,Zephyrine Quillfeather,\n").unwrap();
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    let good = keys.path().join("key.csv");
    write(&good, 0o600);
    let (open, inside, linked, tracked) =
        (keys.path().join("open.csv"), study.path().join("key.csv"), keys.path().join("link.csv"), keys.path().join("git/key.csv"));
    write(&open, 0o640);
    write(&inside, 0o600);
    symlink(&good, &linked).unwrap();
    fs::create_dir_all(keys.path().join("git/.git")).unwrap();
    write(&tracked, 0o600);
    let build = |key: &Path| emic(study.path(), &["build", "--key", key.to_str().unwrap()]);
    assert!(build(&good).is_done(), "{}", build(&good).printed());
    for (key, why) in
        [(&open, "others on this machine"), (&inside, "in the study"), (&linked, "symbolic link"), (&tracked, "git working tree")]
    {
        let run = build(key);
        assert_eq!(run.code, 1, "{}", key.display());
        assert!(run.printed().contains(why), "{}", run.printed());
    }
    assert_eq!(build(&keys.path().join("none.csv")).code, 1);
}

#[test]
fn the_report_tells_what_was_read_and_signed_and_when_that_no_longer_holds() {
    let study = study();
    let report = |root: &Path| {
        let run = emic(root, &["privacy", "report"]);
        assert!(run.is_done(), "{}", run.printed());
        fs::read_to_string(root.join("privacy-report.html")).unwrap()
    };
    let first = report(study.path());
    assert!(first.contains("No machine sees who is recognised by their story") && first.contains("no key file was given"));
    assert!(
        first.contains("Everything a reader can learn about P01") && first.contains("I slept.") && first.contains("Nobody has signed yet")
    );
    for args in [&["privacy", "read", "P01", "--reviewer", "A colleague"][..], &["privacy", "sign", "--reviewer", "A colleague"]] {
        let run = emic(study.path(), args);
        assert!(run.is_done(), "{}", run.printed());
    }
    assert!(report(study.path()).contains("Read by A colleague on "));
    assert!(!report(study.path()).contains("changed since"));
    put(study.path(), "quotes/P01.yaml", "participant: P01\nquotes:\n  - id: P01-01\n    themes: [rest]\n    text: I slept badly.\n");
    let changed = report(study.path());
    assert!(changed.contains("(it has changed since)") && changed.contains("it has to be signed anew"));
    // What the researchers say of somebody is learnt too.
    let run = emic(study.path(), &["privacy", "read", "P02", "--reviewer", "A colleague"]);
    assert!(run.is_done(), "{}", run.printed());
    assert!(!report(study.path()).contains("text names them"));
    put(study.path(), "content/2-night.md", "# The night\n\nP02 kept the only pharmacy of the valley.\n");
    let named = report(study.path());
    let of = |id: &str| named.split(&format!("learn about {id}</h3>")).nth(1).unwrap().split("</section>").next().unwrap().to_owned();
    assert!(of("P02").contains("text names them") && of("P02").contains("the only pharmacy") && of("P02").contains("changed since"));
    assert!(!of("P03").contains("text names them"));
}

#[test]
fn the_report_lists_what_every_rule_of_privacy_checks() {
    let study = study();
    let run = emic(study.path(), &["privacy", "report"]);
    assert!(run.is_done(), "{}", run.printed());
    let report = fs::read_to_string(study.path().join("privacy-report.html")).unwrap();
    let listed = report.split("What was checked</h2>").nth(1).unwrap().split("</ul>").next().unwrap();
    for rule in emic::lint::RULES.iter().filter(|rule| rule.area() == Some(emic::diag::Area::Privacy)) {
        let line = format!("<li>{}</li>", rule.checked.replace("{k}", "3 (no health data)"));
        assert!(listed.contains(&line), "{line} is not in {listed}");
    }
    assert!(listed.contains("<li>quotations in the text, word by word, against the quotes</li>"));
}
