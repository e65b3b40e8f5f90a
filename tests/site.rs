//! The finished site: every link resolves, and no page needs what a strict policy forbids.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use emic::compile::{Cache, check};
use emic::load;
use emic::route::Route;
use emic::site::{Body, Edition, Site};

#[path = "support/generate.rs"]
mod generate;
fn demo() -> (tempfile::TempDir, BTreeMap<String, String>) {
    build(env!("CARGO_MANIFEST_DIR"))
}

/// The finished site of a study, file by file.
fn build(root: &str) -> (tempfile::TempDir, BTreeMap<String, String>) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let run = emic::cli::capture(["build", root, "-o", out.to_str().unwrap()]);
    assert!(run.is_done(), "{}", run.stderr);
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

/// A site of a small study that is never written to a disk.
fn site(files: &[(&str, &str)], edition: Edition) -> Site {
    let files = files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
    let checked = check(load::memory(files), &mut Cache::default());
    checked.site(edition).unwrap_or_else(|errors| panic!("{errors:?}"))
}

fn page(site: &Site, path: &str) -> String {
    let route = site.routes().iter().find(|route| site.path(route) == path).unwrap_or_else(|| panic!("no {path}"));
    match site.render(route) {
        Ok(Body::Bytes(bytes)) => String::from_utf8(bytes).unwrap(),
        other => panic!("{path}: {other:?}"),
    }
}

const STUDY: (&str, &str) = ("study.yaml", "title: Rest\nillustrative: true\ncounts: participants\nopening: P01-01\n");
const THEMES: (&str, &str) = ("themes/1-rest.yaml", "id: rest\nname: Rest\nexamples: [P01-02]\n");
const PARTICIPANTS: (&str, &str) = ("quotes/participants.yaml", "- { id: P01 }\n- { id: P02 }\n");
const QUOTES: (&str, &str) = (
    "quotes/P01.yaml",
    "participant: P01\nquotes:\n  - { id: P01-01, themes: [rest], text: I slept. }\n  - { id: P01-02, themes: [rest], text: I woke. }\n",
);

#[test]
fn a_study_with_its_own_template_of_a_quote_keeps_its_lead_quotes() {
    let around = "<section class=\"of-ours\">{% include \"emic/quote.html\" %}</section>";
    let own = "<blockquote{% if quote.lead %} class=\"large\"{% endif %} id=\"{{ quote.id }}\">{{ quote.says | safe }}</blockquote>";
    for (template, lead) in [(around, "<section class=\"of-ours\"><article class=\"q lead\" id="), (own, "<blockquote class=\"large\" id=")]
    {
        let site = site(&[STUDY, THEMES, PARTICIPANTS, QUOTES, ("templates/quote.html", template)], Edition::default());
        for (path, id) in [("index.html", "P01-01"), ("themes/rest.html", "P01-02")] {
            let page = page(&site, path);
            assert_eq!(page.matches(&format!("{lead}\"{id}\"")).count(), 1, "{path}: {page}");
            assert_eq!(page.matches(lead).count(), 1, "{path}: {page}");
        }
    }
}

#[test]
fn only_a_page_of_the_preview_may_ask_a_server() {
    for preview in [false, true] {
        let site = site(&[STUDY, THEMES, PARTICIPANTS, QUOTES], Edition { preview, ..Edition::default() });
        for route in site.routes().iter().filter(|route| route.is_page()) {
            let page = page(&site, &site.path(route));
            assert!(page.contains("content=\"default-src 'none';"), "{route:?}");
            assert_eq!(page.contains("default-src 'none'; connect-src 'self'; script-src 'self';"), preview, "{route:?}");
            assert_eq!(page.contains("connect-src"), preview, "{route:?}");
        }
    }
}

#[test]
fn where_a_figure_cannot_be_drawn_its_place_says_why() {
    let finding = ("content/1-rest.md", "# Rest\n\n![[chart:matrix]]\n");
    let no_one = site(&[STUDY, THEMES, finding], Edition::default());
    let page = page(&no_one, "findings/rest.html");
    assert!(page.contains("There are no participants and themes to draw."), "{page}");
    assert!(!page.contains("Too large") && !page.contains("<svg class=\"chart"), "{page}");
    assert!(!no_one.routes().iter().any(|route| matches!(route, Route::Figure(figure) if figure.kind.name == "matrix")));
}

#[test]
fn a_figure_of_one_theme_shows_its_themes_alone() {
    let finding = ("content/1-rest.md", "# Rest\n\n![[chart:prevalence?theme=rest|Two rested]]\n");
    let other = ("themes/2-help.yaml", "id: help\nname: Help\n");
    let site = site(&[STUDY, THEMES, other, PARTICIPANTS, QUOTES, finding], Edition::default());
    let page = page(&site, "findings/rest.html");
    assert!(page.contains("<b>Figure 1. Two rested.</b>"), "{page}");
    let figure = page.split("<figure").nth(1).unwrap();
    assert!(figure.contains("themes/rest.html") && !figure.contains("themes/help.html"), "{figure}");
}

#[test]
fn in_a_turned_matrix_each_mark_has_the_colour_of_its_column() {
    let people: String = (1..=30).map(|n| format!("- {{ id: P{n:02} }}\n")).collect();
    let quotes = "participant: P01\nquotes:\n  - { id: P01-01, themes: [help], text: They came. }\n";
    let other = ("themes/2-help.yaml", "id: help\nname: Help\n");
    let site = site(
        &[("study.yaml", "title: Rest\n"), THEMES, other, ("quotes/participants.yaml", &people), ("quotes/P01.yaml", quotes)],
        Edition::default(),
    );
    let page = page(&site, "matrix.html");
    assert!(page.contains("<td></td><td class=\"c t2\" data-n=\"1\"><a href=\"themes/help.html#P01\""), "{page}");
    assert_eq!(page.matches("<td class=\"c").count(), 1);
}

#[test]
fn every_figure_has_a_page_with_its_table_a_drawing_and_its_numbers() {
    let site = site(&[STUDY, THEMES, PARTICIPANTS, QUOTES], Edition::default());
    let index = page(&site, "figures/index.html");
    for kind in emic::site::figure_kinds() {
        let name = kind.name;
        assert!(index.contains(&format!("figures/{name}.html")), "{index}");
        let own = page(&site, &format!("figures/{name}.html"));
        assert!(own.contains("<table class=\"data\"><caption>The same figure as a table</caption>"), "{own}");
        for drawing in own.split("<svg ").skip(1).map(|rest| format!("<svg {}</svg>", rest.split("</svg>").next().unwrap())) {
            roxmltree::Document::parse(&drawing).unwrap_or_else(|error| panic!("{name}: {error}\n{drawing}"));
        }
        assert!(roxmltree::Document::parse(&page(&site, &format!("figures/{name}.svg"))).is_ok(), "{name}");
        assert!(page(&site, &format!("figures/{name}.csv")).starts_with("\u{feff}id,"), "{name}");
    }
}

#[test]
fn no_figure_is_shown_that_the_settings_forbid() {
    for (counts, linking) in [("participants", "pages"), ("quotes", "ids"), ("off", "ids"), ("participants", "none"), ("off", "none")] {
        let settings = format!("title: Rest\nillustrative: true\ncounts: {counts}\nprivacy: {{ linking: {linking} }}\n");
        for kind in emic::site::figure_kinds() {
            let forbidden = (kind.shows_counts && counts == "off") || (kind.shows_participants && linking == "none");
            let text = format!("# Rest\n\n![[chart:{}]]\n", kind.name);
            let files = [("study.yaml", &*settings), THEMES, PARTICIPANTS, QUOTES, ("content/1-rest.md", &text)];
            let checked = check(load::memory(files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))), &mut Cache::default());
            let refused = checked.diagnostics.iter().any(|d| ["counts-off", "linking-none"].contains(&d.code.name));
            assert_eq!(refused, forbidden, "{} under {counts}, {linking}", kind.name);
            let site = checked.site(Edition::default()).unwrap_or_else(|errors| panic!("{errors:?}"));
            let published = site
                .routes()
                .iter()
                .any(|route| matches!(route, Route::Figure(f) | Route::FigureSvg(f) | Route::FigureCsv(f) if f.kind == *kind));
            assert_eq!(published, !forbidden, "{} under {counts}, {linking}", kind.name);
        }
    }
}
