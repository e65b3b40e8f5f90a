//! The house as ARCHITECTURE.md draws it: who may use whom, who may touch the world, how long a file may be.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A module and what it may use, as the table in ARCHITECTURE.md has it. `cli` may use all, and all may use `text`.
const MAY_USE: &[(&str, &[&str])] = &[
    ("diag", &[]),
    ("text", &[]),
    ("model", &["diag"]),
    ("load", &["diag", "gate", "model", "parse"]),
    ("parse", &["model", "diag"]),
    ("resolve", &["parse", "model", "diag"]),
    ("analyse", &["model"]),
    ("identifiers", &[]),
    ("published", &["model", "diag"]),
    ("lint", &["analyse", "identifiers", "model", "pictures", "published", "diag"]),
    ("route", &["analyse", "model"]),
    ("chart", &[]),
    ("export", &["analyse", "model", "route"]),
    ("search", &["analyse", "diag", "model", "published", "route"]),
    ("site", &["analyse", "chart", "diag", "export", "model", "route", "search"]),
    ("report", &["analyse", "model", "diag", "lint", "published"]),
    ("gate", &["pictures"]),
    ("pictures", &[]),
    ("system", &["gate", "write"]),
    ("schema", &["model"]),
    ("new_study", &["diag", "model", "parse", "schema", "system"]),
    ("record", &["lint", "load"]),
    (
        "compile",
        &["analyse", "diag", "gate", "identifiers", "lint", "load", "model", "parse", "published", "resolve", "route", "site", "system"],
    ),
    ("session", &["compile", "diag", "gate", "load", "model", "route", "serve", "site", "system"]),
    ("watch", &[]),
    ("serve", &[]),
    ("write", &["gate"]),
];

/// The modules that may touch the disk, the network or the clock.
const EDGES: &[&str] = &["load", "write", "watch", "serve", "session", "record", "new_study", "cli", "main"];

/// Every source file less its test modules: module, name and text.
fn sources() -> Vec<(String, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    walkdir::WalkDir::new(&root)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|e| e.path().extension().is_some_and(|x| x == "rs"))
        .filter(|e| !e.path().to_string_lossy().contains("tests"))
        .map(|e| {
            let name = e.path().strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
            let module = name.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
            let text = fs::read_to_string(e.path()).unwrap();
            (module, name, text.split("#[cfg(test)]\nmod tests {").next().unwrap().to_owned())
        })
        .collect()
}

/// Lines that are code, not comment.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|l| !l.trim_start().starts_with("//"))
}

#[test]
fn modules_use_only_what_the_table_allows() {
    let allowed: BTreeMap<&str, &[&str]> = MAY_USE.iter().copied().collect();
    for (module, name, text) in sources().iter().filter(|(m, _, _)| !matches!(m.as_str(), "cli" | "main" | "lib")) {
        let may = allowed.get(module.as_str()).unwrap_or_else(|| panic!("{name}: `{module}` has no row"));
        for line in code(text) {
            for (at, _) in line.match_indices("crate::") {
                let used: String = line[at + 7..].chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
                assert!(used == *module || used == "text" || may.contains(&used.as_str()), "{name} uses `{used}`: {line}");
            }
        }
    }
}

#[test]
fn only_the_edges_touch_disk_network_or_clock() {
    for (module, name, text) in sources().iter().filter(|(m, _, _)| !EDGES.contains(&m.as_str())) {
        for line in code(text) {
            for world in ["std::fs", "std::net", "std::process", "std::env", "std::time", "Instant::now", "SystemTime"] {
                assert!(!line.contains(world), "{name} ({module}) touches the world: {line}");
            }
        }
    }
}

#[test]
fn yaml_and_markdown_are_read_in_one_place() {
    for (module, name, text) in sources().iter().filter(|(m, _, _)| m != "parse") {
        for line in code(text) {
            assert!(!line.contains("granit_parser") && !line.contains("pulldown_cmark"), "{name} ({module}): {line}");
        }
    }
}

/// Where a text of code decides something by the name of a [`emic::diag::Code`]: each place, with a little of what follows.
fn compared_names(text: &str) -> Vec<String> {
    let packed: String = code(text).flat_map(str::chars).filter(|c| !c.is_whitespace()).collect();
    let decides = |at: usize| {
        let before = packed[..at].trim_end_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '*' | '&'));
        let after = &packed[at + "code.name".len()..];
        ["==", "!=", "contains(", "eq("].iter().any(|sign| before.ends_with(sign))
            || ["==", "!=", "{", ".starts_with(", ".ends_with(", ".contains(", ".eq("].iter().any(|sign| after.starts_with(sign))
    };
    let names = packed.match_indices("code.name").map(|(at, _)| at).filter(|at| decides(*at));
    let literals = packed.match_indices("is_named(\"").map(|(at, _)| at);
    names.chain(literals).map(|at| packed[at..].chars().take(40).collect()).collect()
}

#[test]
fn no_code_is_compared_by_its_name() {
    for wrong in [
        "d.code.name == \"no-study\"",
        "d.code.name\n    != other",
        "if X.name == d.code.name",
        "GATE.contains(&d.code.name)",
        "match d.code.name {",
        "d.code.name.starts_with(\"yaml-\")",
        "d.code.is_named(\"x\")",
    ] {
        assert_eq!(compared_names(wrong).len(), 1, "{wrong}");
    }
    assert!(compared_names("let code = d.code.name; d.code.is_named(&args.rule)").is_empty());
    for (_, name, text) in sources() {
        let compared = compared_names(&text);
        assert!(compared.is_empty(), "{name} compares a code by its name: {compared:?}");
    }
}

/// What is to be different in a page is said before it is written: a search in it finds what emic wrote, not what a study's own
/// template did.
#[test]
fn finished_html_is_not_edited() {
    for (_, name, text) in sources().iter().filter(|(module, ..)| matches!(module.as_str(), "site" | "chart" | "report")) {
        for line in code(text) {
            for edit in [".replacen(", ".insert_str(", ".replace_range(", "strip_prefix(\"<", "strip_suffix(\"<", "starts_with(\"<"] {
                assert!(!line.contains(edit), "{name} edits what is written: {line}");
            }
        }
    }
}

#[test]
fn no_source_file_passes_six_hundred_lines_and_the_median_is_under_150() {
    let mut lengths: Vec<usize> = sources().iter().map(|(_, _, t)| t.lines().count()).collect();
    lengths.sort_unstable();
    assert!(lengths.last().is_some_and(|most| *most <= 600));
    assert!(lengths[lengths.len() / 2] < 150);
}

#[test]
fn no_debug_text_is_stored_hashed_sorted_by_or_published() {
    for (_, name, text) in sources() {
        for line in code(&text) {
            assert!(!line.contains(":?}") && !line.contains(":#?}"), "{name} formats for debugging: {line}");
        }
    }
}

#[test]
fn only_the_gate_makes_what_may_leave_and_writers_take_nothing_else() {
    for (module, name, text) in sources() {
        for line in code(&text) {
            let makes = line.contains("Swept {") || line.contains("Swept::built_in(");
            assert!(!makes || module == "gate" || name == "compile/render.rs", "{name} makes what may leave: {line}");
        }
    }
    // What is public of the writer and takes bytes takes them as the gate gave them.
    for (_, name, text) in sources().iter().filter(|(m, _, _)| m == "write") {
        for (at, _) in text.match_indices("\n    pub fn ").chain(text.match_indices("\npub fn ")) {
            let signature = text[at..].split('{').next().unwrap();
            assert!(!signature.contains("&[u8]") && !signature.contains("Vec<u8>"), "{name} writes bytes that nobody swept: {signature}");
        }
    }
    // Nobody else writes files, but for the study's own: a new study, and the record of decisions.
    for (module, name, text) in sources().iter().filter(|(m, _, _)| !matches!(m.as_str(), "write" | "record" | "new_study")) {
        for line in code(text) {
            for writes in ["fs::write", "File::create", "OpenOptions", "fs::copy", "fs::rename"] {
                assert!(!line.contains(writes), "{name} ({module}) writes: {line}");
            }
        }
    }
}
