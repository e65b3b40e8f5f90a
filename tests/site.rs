//! The finished demo: every link resolves, and every count is what the study's own files say.

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

/// The study's codings, read from its files line by line and by no code of emic's.
fn codings() -> (BTreeMap<String, BTreeSet<String>>, Vec<(String, Vec<String>, bool)>, BTreeMap<String, String>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut parents = BTreeMap::new();
    for file in fs::read_dir(root.join("themes")).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let mut main = String::new();
        for line in text.lines() {
            let bare = line.trim_start().trim_start_matches("- ").trim_start_matches("{ ");
            if let Some(id) = bare.strip_prefix("id: ") {
                let id = id.split([',', ' ']).next().unwrap().to_owned();
                if line.starts_with("id:") || line.starts_with("- id:") {
                    main = id;
                } else {
                    parents.insert(id, main.clone());
                }
            }
        }
    }
    let mut quotes = Vec::new();
    for file in fs::read_dir(root.join("quotes")).unwrap() {
        let path = file.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if !stem.starts_with('P') {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for entry in text.split("\n  - id: ").skip(1) {
            let list = entry.split("themes: [").nth(1).and_then(|r| r.split(']').next()).unwrap_or_default();
            let themes: Vec<String> = list
                .split(',')
                .map(|t| t.trim().trim_start_matches('{').trim().trim_start_matches("id: ").trim_end_matches('}').trim().to_owned())
                .filter(|t| !t.starts_with("as:") && !t.is_empty())
                .collect();
            quotes.push((stem.clone(), themes, !entry.contains("\n    withheld:")));
        }
    }
    let mut people: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (who, themes, _) in &quotes {
        for theme in themes {
            people.entry(theme.clone()).or_default().insert(who.clone());
            if let Some(parent) = parents.get(theme) {
                people.entry(parent.clone()).or_default().insert(who.clone());
            }
        }
    }
    (people, quotes, parents)
}

#[test]
fn every_count_in_the_finished_pages_is_what_the_files_say() {
    let (_folder, pages) = demo();
    let (people, quotes, parents) = codings();
    let within = |theme: &str, wanted: &str| theme == wanted || parents.get(theme).is_some_and(|p| p == wanted);
    let mut seen = 0;
    for (name, page) in pages.iter().filter(|(n, _)| n.ends_with(".html")) {
        for (at, _) in page.match_indices(" data-count=\"") {
            let rest = &page[at + " data-count=\"".len()..];
            let (key, rest) = rest.split_once('"').unwrap();
            // The number stands in the name of the link where it has one, and else in its text.
            let tag_end = rest.find('>').unwrap();
            let text = match rest[..tag_end].split_once("aria-label=\"") {
                Some((_, label)) => label.split('"').next().unwrap().rsplit(": ").next().unwrap(),
                None => rest[tag_end + 1..].split('<').next().unwrap(),
            };
            let n: usize = text.split(' ').next().unwrap().parse().unwrap_or_else(|_| panic!("{name}: no number in `{text}`"));
            let field = |f: &str| key.split(' ').find_map(|part| part.strip_prefix(f)).map(str::to_owned);
            let (theme, person) = (field("theme="), field("participant="));
            let expected = match (key.split(' ').next().unwrap(), &theme, &person) {
                ("participants", Some(theme), None) => people[theme].len(),
                ("quotes", theme, person) => quotes
                    .iter()
                    .filter(|(who, themes, shown)| {
                        *shown
                            && person.as_ref().is_none_or(|p| p == who)
                            && theme.as_ref().is_none_or(|t| themes.iter().any(|x| within(x, t)))
                    })
                    .count(),
                other => panic!("{name}: {other:?}"),
            };
            assert_eq!(n, expected, "{name}: {key}");
            seen += 1;
        }
    }
    assert!(seen > 500, "only {seen} counts were found");
}

#[test]
fn the_code_list_in_the_documents_is_the_code_list() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diagnostics.md")).unwrap();
    for code in emic::diag::ALL_CODES {
        assert!(text.contains(&format!("| `{}` |", code.name)), "{} is not in docs/diagnostics.md", code.name);
    }
}
