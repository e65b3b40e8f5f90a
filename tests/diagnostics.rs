//! What an author may write wrongly, and the code, file and line that emic answers with.

use std::fs;
use std::process::Command;

const GOOD: &[(&str, &str)] = &[
    ("study.yaml", "title: Rest at night\nattributes:\n  relation: { label: Relation, values: [spouse, child], publish: person }\n"),
    ("themes/1-rest.yaml", "id: rest\nname: Rest at night\nsubthemes:\n  - { id: sleep, name: Sleep }\n"),
    ("quotes/participants.yaml", "- { id: P01, relation: spouse }\n- { id: P02, relation: child }\n"),
    ("quotes/P01.yaml", "participant: P01\nquotes:\n  - id: P01-01\n    themes: [sleep]\n    text: I slept through.\n"),
    ("content/1-rest.md", "Rest came back first.\n\n![[P01-01]]\n"),
];

/// Code, file that is written, its text, and the place emic must name.
const WRONG: &[(&str, &str, &str, &str)] = &[
    ("yaml-colon", "quotes/P02.yaml", "participant: P02\nquotes:\n  - id: P02-01\n    themes: [sleep]\n    text: He said: no\n", "5"),
    (
        "yaml-bracket",
        "quotes/P02.yaml",
        "participant: P02\nquotes:\n  - id: P02-01\n    themes: [sleep]\n    text: [crying] He left.\n",
        "5",
    ),
    ("yaml-quote", "quotes/P02.yaml", "participant: P02\nquotes:\n  - id: P02-01\n    text: \"I slept\n    themes: [sleep]\n", "4"),
    ("yaml-tab", "quotes/P02.yaml", "participant: P02\nquotes:\n\t- id: P02-01\n", "3"),
    ("yaml-alias", "themes/2-x.yaml", "id: &a x\nname: *a\n", "2"),
    ("yaml-tag", "themes/2-x.yaml", "id: x\nname: !x y\n", "2"),
    ("yaml-documents", "themes/2-x.yaml", "id: x\nname: X\n---\nid: y\nname: Y\n", "3"),
    ("duplicate-key", "themes/2-x.yaml", "id: x\nname: X\nname: Y\n", "3"),
    ("unknown-field", "themes/2-x.yaml", "id: x\nname: X\ndefinitoin: Y\n", "3"),
    ("missing-field", "themes/2-x.yaml", "id: x\n", "1"),
    ("wrong-type", "themes/2-x.yaml", "id: x\nname: [X]\n", "2"),
    ("bad-value", "study.yaml", "title: Rest\ncounts: sometimes\n", "2"),
    ("empty-text", "themes/2-x.yaml", "id: x\nname: \"\"\n", "2"),
    ("comment-in-text", "themes/2-x.yaml", "id: x\nname: #x\n", "2"),
    ("bad-id", "themes/2-x.yaml", "id: a b\nname: X\n", "1"),
    ("duplicate-id", "themes/2-x.yaml", "id: Rest\nname: X\n", "1"),
    ("unknown-theme", "quotes/P02.yaml", "participant: P02\nquotes:\n  - id: P02-01\n    themes: [slepe]\n    text: No.\n", "4"),
    ("unknown-participant", "quotes/P02.yaml", "participant: P20\nquotes: []\n", "1"),
    ("unknown-source", "quotes/P02.yaml", "source: P02-T1\nquotes: []\n", "1"),
    ("unknown-quote", "study.yaml", "title: Rest\nopening: P09-01\n", "2"),
    ("unknown-value", "quotes/participants.yaml", "- { id: P01, relation: spous }\n- { id: P02 }\n", "1"),
    ("unknown-placeholder", "study.yaml", "title: Rest\nattribution: \"{id}, {job}\"\n", "2"),
    ("quote-without-themes", "quotes/P02.yaml", "participant: P02\nquotes:\n  - id: P02-01\n    themes: []\n    text: No.\n", "4"),
    (
        "words-twice",
        "quotes/P02.yaml",
        "participant: P02\nquotes:\n  - id: P02-01\n    themes: [sleep]\n    text: No.\n    paraphrase: They refused.\n",
        "6",
    ),
    ("bad-turn", "quotes/P02.yaml", "participant: P02\nquotes:\n  - id: P02-01\n    themes: [sleep]\n    turns: [No]\n", "5"),
    ("no-speaker", "quotes/P02.yaml", "quotes: []\n", "1"),
    ("example-not-coded", "themes/2-x.yaml", "id: x\nname: X\nexamples: [P01-01]\n", "3"),
    ("coding-row", "coding/all.csv", "participant,theme,passages\nP02,sleep,1\n", "3"),
    ("broken-link", "content/2-x.md", "See [[slepe]].\n", "1"),
    ("broken-embed", "content/2-x.md", "![[P01-09]]\n", "1"),
    ("unknown-chart", "content/2-x.md", "![[chart:pie]]\n", "1"),
    ("missing-image", "content/2-x.md", "![A ward](ward.png)\n", "1"),
    ("remote-image", "content/2-x.md", "![A ward](https://example.org/ward.png)\n", "1"),
    ("unsafe-link", "content/2-x.md", "[x](javascript:alert)\n", "1"),
    ("embed-in-text", "content/2-x.md", "He said ![[P01-01]] to me.\n", "1"),
    ("front-matter", "content/2-x.md", "---\ntitle: X\n", "1"),
    ("quotation", "content/2-x.md", "Rest.\n\n> I never slept through. (P01-01)\n", "3"),
    ("quotation-nobody", "content/2-x.md", "Rest.\n\n> I slept through. (P09-01)\n", "3"),
    ("html-removed", "content/2-x.md", "<script>x</script>\n", "1"),
    ("not-utf8", "themes/2-x.yaml", "", ""),
    ("not-yet", "references.bib", "x", ""),
];

#[test]
fn every_slip_is_answered_with_its_code_at_its_place() {
    let mut missed = Vec::new();
    for (code, file, text, line) in WRONG {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in GOOD.iter().chain([&(*file, *text)]) {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        if *code == "not-utf8" {
            fs::write(folder.path().join(file), [0xff, 0xfe, 0x41, 0]).unwrap();
        }
        let run = Command::new(env!("CARGO_BIN_EXE_emic")).args(["check", "--format", "json"]).arg(folder.path()).output().unwrap();
        let said: Vec<serde_json::Value> =
            String::from_utf8(run.stdout).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect();
        let place = |d: &serde_json::Value| d["line"].as_u64().map(|n| n.to_string()).unwrap_or_default();
        let found = said
            .iter()
            .any(|d| d["code"] == *code && (line.is_empty() || d["code"] == "coding-row" || d["file"] == *file && place(d) == *line));
        let refused = run.status.code() == Some(1) || *code == "html-removed";
        if !found || !refused {
            let all: Vec<String> = said.iter().map(|d| format!("{} {} {}", d["code"], d["file"], place(d))).collect();
            missed.push(format!("{code} ({file}:{line}): {all:?}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
