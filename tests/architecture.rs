//! The house as ARCHITECTURE.md draws it: who may use whom, who may touch the world, how long a file may be.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A module and what it may use, as the table in ARCHITECTURE.md has it. `cli` may use all.
const MAY_USE: &[(&str, &[&str])] = &[
    ("diag", &[]),
    ("model", &["diag"]),
    ("load", &["diag", "gate", "model", "parse"]),
    ("parse", &["model", "diag"]),
    ("resolve", &["parse", "model", "diag"]),
    ("analyse", &["model"]),
    ("identifiers", &[]),
    ("lint", &["analyse", "identifiers", "model", "diag"]),
    ("route", &["analyse", "model"]),
    ("chart", &[]),
    ("export", &["analyse", "model", "route"]),
    ("search", &["analyse", "diag", "model", "route"]),
    ("site", &["analyse", "chart", "diag", "export", "model", "route", "search"]),
    ("report", &["analyse", "model", "diag", "lint", "site"]),
    ("gate", &[]),
    ("watch", &[]),
    ("serve", &[]),
    ("write", &[]),
];

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
                assert!(used == *module || may.contains(&used.as_str()), "{name} uses `{used}`: {line}");
            }
        }
    }
}

#[test]
fn only_the_edges_touch_disk_network_or_clock() {
    for (module, name, text) in
        sources().iter().filter(|(m, _, _)| !matches!(m.as_str(), "load" | "write" | "watch" | "serve" | "cli" | "main"))
    {
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

#[test]
fn no_source_file_passes_six_hundred_lines_and_the_median_is_under_150() {
    let mut lengths: Vec<usize> = sources().iter().map(|(_, _, t)| t.lines().count()).collect();
    lengths.sort_unstable();
    assert!(lengths.last().is_some_and(|most| *most <= 600));
    assert!(lengths[lengths.len() / 2] < 150);
}
