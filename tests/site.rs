//! The finished site: every link resolves, and no page needs what a strict policy forbids.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

#[path = "support/generate.rs"]
mod generate;

fn demo() -> (tempfile::TempDir, BTreeMap<String, String>) {
    build(env!("CARGO_MANIFEST_DIR"))
}

/// The finished site of a study, file by file.
fn build(root: &str) -> (tempfile::TempDir, BTreeMap<String, String>) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let run = Command::new(env!("CARGO_BIN_EXE_emic")).args(["build", root, "-o"]).arg(&out).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let mut pages = BTreeMap::new();
    for entry in walkdir::WalkDir::new(&out) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(&out).unwrap().to_str().unwrap().to_owned();
            pages.insert(name, String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).into_owned());
        }
    }
    (folder, pages)
}

fn attributes<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let open = format!(" {name}=\"");
    page.match_indices(&open).filter_map(|(at, _)| page[at + open.len()..].split('"').next()).collect()
}

/// Every link within a site leads to a file, and to a place in it.
fn links_resolve(pages: &BTreeMap<String, String>) {
    let ids: BTreeMap<&str, BTreeSet<&str>> = pages.iter().map(|(n, p)| (n.as_str(), attributes(p, "id").into_iter().collect())).collect();
    for (name, page) in pages.iter().filter(|(n, _)| n.ends_with(".html")) {
        for href in attributes(page, "href").into_iter().chain(attributes(page, "src")) {
            if href.starts_with("http") {
                continue;
            }
            let (path, fragment) = href.split_once('#').unwrap_or((href, ""));
            let mut parts: Vec<&str> = name.split('/').collect();
            parts.pop();
            for part in path.split('/') {
                if part == ".." { assert!(parts.pop().is_some(), "{name}: {href}") } else { parts.push(part) }
            }
            let target = if path.is_empty() { name.clone() } else { parts.join("/") };
            let there = ids.get(target.as_str()).unwrap_or_else(|| panic!("{name} links {href}, and there is no {target}"));
            if !fragment.is_empty() && !fragment.contains('=') {
                assert!(there.contains(fragment), "{name} links {href}, and there is no such place");
            }
        }
    }
}

#[test]
fn every_link_of_the_demo_leads_to_a_file_and_a_place_in_it() {
    links_resolve(&demo().1);
}

/// Links and unions on generated studies, whose data no hand has arranged.
fn holds_at(size: generate::Size) {
    let study = tempfile::tempdir().unwrap();
    for (name, text) in generate::files(size, 7) {
        let path = study.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let (_folder, pages) = build(study.path().to_str().unwrap());
    links_resolve(&pages);
    let mut counts = 0;
    for page in pages.values() {
        for found in page.split("data-count=\"participants theme=").skip(1) {
            let text = found.split('>').nth(1).unwrap().split('<').next().unwrap();
            let words: Vec<&str> = text.split(' ').collect();
            if let [n, "of", of, ..] = words[..] {
                assert!(n.parse::<u32>().unwrap() <= of.parse::<u32>().unwrap(), "{text}");
                counts += 1;
            }
        }
    }
    assert!(counts > 0);
}

#[test]
fn links_resolve_and_no_union_exceeds_n_at_300_quotes() {
    holds_at(generate::Size::S);
}

#[test]
fn links_resolve_and_no_union_exceeds_n_at_10_000_quotes() {
    holds_at(generate::Size::M);
}

#[test]
fn no_page_needs_inline_style_or_script() {
    let (_folder, pages) = demo();
    for (name, page) in pages.iter().filter(|(n, _)| n.ends_with(".html")) {
        assert!(!page.contains(" style=\""), "{name}");
        assert!(!page.contains("<script>"), "{name}");
        assert!(page.contains("Illustrative quotes"), "{name}");
    }
}

#[test]
fn the_code_list_in_the_documents_is_the_code_list() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diagnostics.md")).unwrap();
    for code in emic::diag::ALL_CODES {
        assert!(text.contains(&format!("| `{}` |", code.name)), "{} is not in docs/diagnostics.md", code.name);
    }
}
