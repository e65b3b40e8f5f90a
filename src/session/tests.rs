//! What is kept ready is what a cold start makes of the same files.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::{AUTHORS_EDITION, Session};

/// A study to be edited: small, so that much can happen to it.
const STUDY: &[(&str, &str)] = &[
    (
        "study.yaml",
        "title: Rest at night\nillustrative: true\ncounts: participants\nquotes_are: all-coded\nattributes:\n  relation: { label: Relation, values: [spouse, child], publish: person }\ndata: [codebook, themes, quotes, participants]\n",
    ),
    ("themes/1-rest.yaml", "id: rest\nname: Rest at night\nsubthemes:\n  - { id: sleep, name: Sleep }\n  - { id: waking, name: Waking }\n"),
    ("themes/2-help.yaml", "id: help\nname: Help\n"),
    ("quotes/participants.yaml", "- { id: P01, relation: spouse }\n- { id: P02, relation: child }\n- { id: P03, relation: child }\n"),
    (
        "quotes/P01.yaml",
        "participant: P01\nquotes:\n  - id: P01-01\n    themes: [sleep]\n    text: I slept through.\n  - id: P01-02\n    themes: [waking, help]\n    text: She called and I came.\n",
    ),
    (
        "quotes/P02.yaml",
        "participant: P02\nquotes:\n  - id: P02-01\n    themes: [sleep, { id: help, as: contrary }]\n    text: Nobody came.\n",
    ),
    ("content/1-rest.md", "# Rest came back first\n\nIt did. ![[count:sleep]]\n\n![[P01-01]]\n\n![[chart:prevalence]]\n"),
    ("content/methods.md", "---\nkind: page\n---\n# Methods\n\nWe asked.\n"),
];

/// What an edit may write into a file, right and wrong.
const TEXTS: &[(&str, &str)] = &[
    ("quotes/P01.yaml", "participant: P01\nquotes:\n  - id: P01-01\n    themes: [sleep]\n    text: I slept, and woke, and slept.\n"),
    ("quotes/P01.yaml", "participant: P01\nquotes:\n  - id: P01-01\n    themes: [slepe]\n    text: He said: no\n"),
    (
        "quotes/P02.yaml",
        "participant: P02\nquotes:\n  - id: P02-01\n    themes: [waking]\n    text: Everybody came.\n    withheld: too close\n",
    ),
    (
        "quotes/P03.yaml",
        "participant: P03\nquotes:\n  - id: P03-01\n    themes: [help]\n    text: The neighbour's car stood there all night.\n",
    ),
    ("quotes/sub/P03b.yaml", "participant: P03\nquotes:\n  - id: P03-02\n    themes: [sleep]\n    text: At last.\n"),
    (
        "quotes/participants.yaml",
        "- { id: P01, relation: spouse }\n- { id: P02, relation: child, withdrawn: yes }\n- { id: P03, relation: child }\n",
    ),
    ("themes/2-help.yaml", "id: help\nname: Help that came\ndefinition: What _others_ did; see [[sleep]].\n"),
    ("themes/3-more.yaml", "id: more\nname: More\n"),
    ("themes/1-rest.yaml", "id: rest\nname: \"Rest\n"),
    ("content/1-rest.md", "# Rest\n\n![[P01-02]]\n\n[[P02-01]] and [[nobody]]\n"),
    ("content/2-help.md", "---\ndraft: true\n---\n# Help\n\n![[P02-01]]\n\n![A ward](ward.svg)\n"),
    ("content/ward.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    ("study.yaml", "title: Rest\n\tcounts: off\n"),
    ("study.yaml", "title: Rest, again\ncounts: off\nprivacy: { linking: none }\n"),
    ("private/names.txt", "neighbour\n"),
    ("coding/all.csv", "participant,theme,passages\nP01,sleep,2\nP01,waking,1\nP01,help,1\n"),
];

struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        // Numerical Recipes' generator: the same edits on every machine.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

fn write(root: &Path, name: &str, text: &str) {
    let path = root.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn files(root: &Path) -> Vec<PathBuf> {
    walkdir::WalkDir::new(root)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .filter(|e| e.file_type().is_file())
        .map(|e| e.into_path())
        .collect()
}

/// Does one thing to the study: writes, restores, changes, deletes or renames a file, or moves a folder away or back.
fn edit(root: &Path, random: &mut Random) -> String {
    let all = files(root);
    match random.below(10) {
        0..=2 => {
            let (name, text) = TEXTS[random.below(TEXTS.len())];
            write(root, name, text);
            format!("wrote {name}")
        }
        3..=4 => {
            let (name, text) = STUDY[random.below(STUDY.len())];
            write(root, name, text);
            format!("restored {name}")
        }
        5 if !all.is_empty() => {
            let path = &all[random.below(all.len())];
            let text = fs::read_to_string(path).unwrap();
            fs::write(path, text.replacen(['e', 'a'], "i", 1 + random.below(3))).unwrap();
            format!("changed {}", path.display())
        }
        6 if !all.is_empty() => {
            let path = &all[random.below(all.len())];
            fs::remove_file(path).unwrap();
            format!("deleted {}", path.display())
        }
        7 if !all.is_empty() => {
            let path = &all[random.below(all.len())];
            let to = path.with_file_name(format!("x{}", path.file_name().unwrap().to_str().unwrap()));
            fs::rename(path, &to).unwrap();
            format!("renamed to {}", to.display())
        }
        8 => {
            let folder = ["content", "themes", "quotes"][random.below(3)];
            let (here, away) = (root.join(folder), root.join(format!("away-{folder}")));
            if away.exists() {
                let _ = fs::remove_dir_all(&here);
                fs::rename(&away, &here).unwrap();
            } else if here.exists() {
                fs::rename(&here, &away).unwrap();
            }
            format!("moved {folder}")
        }
        _ => {
            // As editors save: beside, then over it.
            let (name, text) = STUDY[random.below(STUDY.len())];
            write(root, &format!("{name}~"), text);
            fs::create_dir_all(root.join(name).parent().unwrap()).unwrap();
            fs::rename(root.join(format!("{name}~")), root.join(name)).unwrap();
            format!("saved {name}")
        }
    }
}

/// Every route's bytes, and everything that is said.
fn everything(session: &Session) -> BTreeMap<String, Vec<u8>> {
    let now = session.current();
    let files = &now.checked.sources.files;
    let diagnostics: String = now.checked.diagnostics.iter().map(|d| crate::diag::text::render(d, files, false)).collect();
    let mut all = BTreeMap::from([("diagnostics".to_owned(), diagnostics.into_bytes())]);
    for route in now.site.iter().flat_map(|s| s.routes()) {
        let path = now.site.as_ref().unwrap().path(route);
        if let Some(page) = now.page(&path) {
            let private: String = page.diagnostics.iter().map(|d| d.message.clone()).collect();
            all.insert(path, [&page.bytes[..], private.as_bytes()].concat());
        }
    }
    all
}

#[test]
fn after_every_edit_the_study_shown_is_that_of_a_cold_start() {
    // The long run is one command: EMIC_EDITS=1000 cargo test --release after_every_edit
    let edits = std::env::var_os("EMIC_EDITS").and_then(|n| n.to_str()?.parse().ok()).unwrap_or(60);
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    STUDY.iter().for_each(|(name, text)| write(root, name, text));
    let mut session = Session::new(root.to_owned(), None, AUTHORS_EDITION).unwrap();
    let mut random = Random(7);
    let mut done = Vec::new();
    for _ in 0..edits {
        // A few at once now and then, as when a branch is switched.
        for _ in 0..1 + random.below(3) / 2 * random.below(4) {
            done.push(edit(root, &mut random));
        }
        session.refresh().unwrap();
        let (kept, cold) = (everything(&session), everything(&Session::new(root.to_owned(), None, AUTHORS_EDITION).unwrap()));
        for (path, bytes) in &cold {
            let kept = kept.get(path).map(|b| String::from_utf8_lossy(b)).unwrap_or_default();
            assert!(kept == String::from_utf8_lossy(bytes), "{path} differs after {:?}", done.last());
        }
        assert_eq!(kept.len(), cold.len(), "after {:?}", done.last());
    }
}

#[test]
fn an_edit_that_changes_nothing_is_none() {
    let folder = tempfile::tempdir().unwrap();
    STUDY.iter().for_each(|(name, text)| write(folder.path(), name, text));
    let mut session = Session::new(folder.path().to_owned(), None, AUTHORS_EDITION).unwrap();
    write(folder.path(), STUDY[0].0, STUDY[0].1);
    assert_eq!(session.refresh().unwrap(), [""; 0]);
    write(folder.path(), TEXTS[3].0, TEXTS[3].1);
    assert_eq!(session.refresh().unwrap(), [TEXTS[3].0]);
}
