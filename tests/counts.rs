//! Every count in the finished pages, held against the study's own files by code that shares nothing with the site: another
//! YAML reader, other data, other sums.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use yaml_rust2::{Yaml, YamlLoader};

#[path = "support/generate.rs"]
mod generate;

#[derive(Clone, Copy, PartialEq)]
enum Basis {
    Selected,
    AllCoded,
    Table,
}

struct Quote {
    voices: Vec<String>,
    /// Theme, and the stance where it is not "supports".
    themes: Vec<(String, String)>,
    shown: bool,
    /// The researcher's own notes stand among the quotes and are not counted.
    counted: bool,
}

/// A study's facts.
struct Facts {
    basis: Basis,
    participants: BTreeSet<String>,
    parents: BTreeMap<String, String>,
    quotes: Vec<Quote>,
    rows: Vec<(String, String)>,
}

fn yaml(path: &Path) -> Yaml {
    let text = fs::read_to_string(path).unwrap();
    YamlLoader::load_from_str(text.trim_start_matches('\u{feff}')).unwrap().into_iter().next().unwrap_or(Yaml::Null)
}

fn files(folder: &Path, extension: &str) -> Vec<std::path::PathBuf> {
    let all = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok).map(|e| e.into_path());
    all.filter(|p| p.extension().is_some_and(|e| e == extension)).collect()
}

fn list(value: &Yaml) -> Vec<Yaml> {
    match value {
        Yaml::Array(items) => items.clone(),
        Yaml::BadValue | Yaml::Null => Vec::new(),
        one => vec![one.clone()],
    }
}

fn text(value: &Yaml) -> String {
    match value {
        Yaml::String(s) | Yaml::Real(s) => s.clone(),
        Yaml::Integer(i) => i.to_string(),
        Yaml::Boolean(b) => b.to_string(),
        _ => String::new(),
    }
}

impl Facts {
    fn read(root: &Path) -> Facts {
        let study = yaml(&root.join("study.yaml"));
        let default = match text(&study["consent"]["default"]).as_str() {
            "" => "quote".to_owned(),
            word => word.to_owned(),
        };
        let mut consents: BTreeMap<String, String> = BTreeMap::new();
        let mut withdrawn = BTreeSet::new();
        let mut facts_counted: BTreeSet<String> = BTreeSet::new();
        for p in list(&yaml(&root.join("quotes/participants.yaml"))) {
            if matches!(text(&p["withdrawn"]).as_str(), "yes" | "true") || text(&p["consent"]) == "none" {
                withdrawn.insert(text(&p["id"]));
            } else {
                consents.insert(text(&p["id"]), text(&p["consent"]));
            }
        }
        // Who is only counted is in no number but that of who took part, unless everybody is.
        let of = |own: &String| if own.is_empty() { default.clone() } else { own.clone() };
        let is_counted_only = |own: &String| of(own) == "aggregate" || default == "aggregate";
        if !consents.values().all(is_counted_only) {
            facts_counted.extend(consents.iter().filter(|(_, own)| is_counted_only(own)).map(|(id, _)| id.clone()));
        }
        let mut sources: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
        if root.join("quotes/sources.yaml").exists() {
            for s in list(&yaml(&root.join("quotes/sources.yaml"))) {
                let who = list(&s["participants"]).iter().map(text).collect();
                sources.insert(text(&s["id"]), (text(&s["kind"]), who));
            }
        }
        let mut facts = Facts {
            basis: if text(&study["quotes_are"]) == "all-coded" { Basis::AllCoded } else { Basis::Selected },
            participants: consents.keys().filter(|id| !facts_counted.contains(*id)).cloned().collect(),
            parents: BTreeMap::new(),
            quotes: Vec::new(),
            rows: Vec::new(),
        };
        for file in files(&root.join("themes"), "yaml") {
            list(&yaml(&file)).iter().for_each(|t| facts.theme(t, None));
        }
        for file in files(&root.join("coding"), "csv") {
            facts.basis = Basis::Table;
            for line in fs::read_to_string(file).unwrap().lines().skip(1).filter(|l| !l.trim().is_empty()) {
                let cells: Vec<&str> = line.split(',').collect();
                facts.rows.push((cells[0].to_owned(), cells[1].to_owned()));
            }
        }
        facts.rows.retain(|(person, _)| !facts_counted.contains(person));
        for file in files(&root.join("quotes"), "yaml") {
            let name = file.file_name().unwrap().to_str().unwrap();
            if name == "participants.yaml" || name == "sources.yaml" {
                continue;
            }
            let whole = yaml(&file);
            let own = text(&whole["participant"]);
            let (kind, among) = match sources.get(&text(&whole["source"])) {
                Some((kind, among)) => (kind.clone(), among.clone()),
                None => ("interview".to_owned(), vec![own]),
            };
            for q in list(&whole["quotes"]) {
                facts.quote(&q, (&kind, &among, &text(&whole["participant"])), &default, &consents, &withdrawn);
            }
        }
        facts.quotes.retain_mut(|q| {
            let before = q.voices.len();
            q.voices.retain(|v| !facts_counted.contains(v));
            before == 0 || !q.voices.is_empty()
        });
        facts
    }

    fn theme(&mut self, theme: &Yaml, parent: Option<&str>) {
        let id = text(&theme["id"]);
        if let Some(parent) = parent {
            self.parents.insert(id.clone(), parent.to_owned());
        }
        list(&theme["subthemes"]).iter().for_each(|t| self.theme(t, Some(&id)));
    }

    fn quote(
        &mut self,
        q: &Yaml,
        (kind, among, speaker): (&str, &[String], &str),
        default: &str,
        consents: &BTreeMap<String, String>,
        withdrawn: &BTreeSet<String>,
    ) {
        let mut voices: Vec<String> = list(&q["participant"]).iter().map(text).collect();
        let turns = list(&q["turns"]);
        for turn in &turns {
            for key in turn.as_hash().unwrap().keys().map(text).filter(|k| k != "asked" && k != "?") {
                voices.push(key);
            }
        }
        if voices.is_empty() && turns.is_empty() && !speaker.is_empty() {
            voices = vec![speaker.to_owned()];
        }
        if voices.is_empty() && turns.is_empty() && among.len() == 1 {
            voices = among.to_vec();
        }
        if matches!(kind, "observation" | "field-note") {
            voices.clear();
        }
        let unknown = turns.iter().any(|t| t.as_hash().unwrap().keys().any(|k| text(k) == "?"));
        let unnamed = unknown || (voices.is_empty() && turns.is_empty());
        let whose: Vec<&String> = if unnamed { among.iter().chain(&voices).collect() } else { voices.iter().collect() };
        if whose.iter().any(|v| withdrawn.contains(*v)) || (!among.is_empty() && among.iter().all(|p| withdrawn.contains(p))) {
            return;
        }
        let rank = |word: &str| ["none", "aggregate", "paraphrase", "quote", "dataset"].iter().position(|w| *w == word);
        let words = whose.iter().filter_map(|v| consents.get(*v)).map(String::as_str).chain([default]).map(str::to_owned);
        let consent = words.chain([text(&q["consent"])]).filter_map(|w| rank(&w)).min().unwrap();
        if consent == 0 {
            return;
        }
        let withheld = !matches!(text(&q["withheld"]).as_str(), "" | "no" | "false");
        let themes = list(&q["themes"])
            .iter()
            .map(|t| if t.as_hash().is_some() { (text(&t["id"]), text(&t["as"])) } else { (text(t), String::new()) })
            .collect();
        let counted = !matches!(kind, "observation" | "field-note");
        self.quotes.push(Quote { voices, themes, shown: !withheld && consent >= 2, counted });
    }

    fn within(&self, theme: &str, wanted: &str) -> bool {
        theme == wanted || self.parents.get(theme).is_some_and(|p| self.within(p, wanted))
    }

    fn coded<'a>(&'a self, theme: &'a str) -> impl Iterator<Item = (&'a Quote, &'a str)> {
        self.quotes
            .iter()
            .flat_map(move |q| q.themes.iter().filter(move |(t, _)| self.within(t, theme)).map(move |(_, stance)| (q, stance.as_str())))
            .filter(|(q, _)| q.shown || self.basis != Basis::Selected)
    }

    fn people<'a>(&'a self, theme: &'a str, stance: Option<&str>) -> BTreeSet<&'a str> {
        let quoted = self.coded(theme).filter(|(_, s)| stance.is_none_or(|wanted| wanted == *s)).flat_map(|(q, _)| &q.voices);
        let rows = self.rows.iter().filter(|(_, t)| stance.is_none() && self.within(t, theme)).map(|(p, _)| p);
        quoted.chain(rows).map(String::as_str).collect()
    }

    fn quotes(&self, theme: Option<&str>, person: Option<&str>, shown: bool) -> usize {
        self.quotes
            .iter()
            .filter(|q| q.counted && (q.shown || !shown))
            .filter(|q| person.is_none_or(|p| q.voices.iter().any(|v| v == p)))
            .filter(|q| theme.is_none_or(|t| q.themes.iter().any(|(x, _)| self.within(x, t))))
            .count()
    }

    /// What a count must be, by its `data-count`.
    fn expected(&self, key: &str) -> usize {
        let mut words = key.split(' ');
        let unit = words.next().unwrap();
        let field = |f: &str| key.split(' ').find_map(|part| part.strip_prefix(f));
        match (unit, field("theme="), field("participant=")) {
            ("participants", Some(theme), None) => self.people(theme, None).len(),
            ("quotes", theme, person) => self.quotes(theme, person, true),
            ("coded-quotes", theme, person) => self.quotes(theme, person, false),
            _ => panic!("what is `{key}`?"),
        }
    }
}

fn built(root: &Path) -> (tempfile::TempDir, BTreeMap<String, String>) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let run = emic::cli::capture(["build", root.to_str().unwrap(), "-o", out.to_str().unwrap()]);
    assert!(run.is_done(), "{}", run.stderr);
    let pages = files(&out, "html").into_iter().map(|p| {
        let name = p.strip_prefix(&out).unwrap().to_str().unwrap().to_owned();
        (name, fs::read_to_string(p).unwrap())
    });
    let pages = pages.collect();
    (folder, pages)
}

fn held(root: &Path) -> usize {
    held_each(root, 1)
}

/// Holds a study's pages against its files, every count or each so-manieth; gives how many there were.
fn held_each(root: &Path, each: usize) -> usize {
    let facts = Facts::read(root);
    let (_folder, pages) = built(root);
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    let mut seen = 0;
    for (name, page) in &pages {
        for (at, open) in page.match_indices(" data-count=\"") {
            seen += 1;
            if seen % each != 0 {
                continue;
            }
            let (key, rest) = page[at + open.len()..].split_once('"').unwrap();
            // The number stands in the name of the link where it has one, and else in its text.
            let tag_end = rest.find('>').unwrap();
            let said = match rest[..tag_end].split_once("aria-label=\"") {
                Some((_, label)) => label.split('"').next().unwrap().rsplit(": ").next().unwrap(),
                None => rest[tag_end + 1..].split('<').next().unwrap(),
            };
            let n: usize = said.split(' ').next().unwrap().parse().unwrap_or_else(|_| panic!("{name}: no number in `{said}`"));
            let expected = *known.entry(key).or_insert_with(|| facts.expected(key));
            assert_eq!(n, expected, "{name}: {key}");
            if let Some(of) = said.split(' ').skip_while(|w| *w != "of").nth(1) {
                assert_eq!(of.parse(), Ok(facts.participants.len()), "{name}: {key}");
            }
        }
        // "…, 2 against it", on the theme's own page.
        if let Some(theme) = name.strip_prefix("themes/").and_then(|n| n.strip_suffix(".html")).filter(|t| *t != "index")
            && let Some((_, said)) = page.split_once("<p class=\"note r\">").filter(|_| page.contains("participants theme="))
        {
            let said = said.split("</p>").next().unwrap();
            let against = said.split(" against it").next().filter(|_| said.contains(" against it"));
            let n = against.map_or(0, |s| s.rsplit(", ").next().unwrap().parse().unwrap());
            assert_eq!(n, facts.people(theme, Some("contrary")).len(), "{name}: against");
        }
    }
    seen
}

/// A generated study of 300 quotes, some of them contrary, mixed, withheld, or agreed to for counting only.
fn varied(settings: &[(&str, &str)], table: bool) -> tempfile::TempDir {
    let study = tempfile::tempdir().unwrap();
    for (name, mut text) in generate::files(generate::Size::S, 11) {
        if name == "study.yaml" {
            settings.iter().for_each(|(from, to)| text = text.replace(from, to));
        }
        if name.starts_with("quotes/P") {
            let parts: Vec<String> = text.split("\n  - id: ").map(str::to_owned).collect();
            let vary = |(at, quote): (usize, &String)| {
                let mut quote = quote.clone();
                let example = quote.contains("-001\n");
                if at % 7 == 2 {
                    quote = with_stance(&quote, "contrary");
                } else if at % 7 == 5 {
                    quote = with_stance(&quote, "mixed");
                }
                // What a page shows cannot be withheld: only the last quotes of an interview are.
                let last = at + 2 >= parts.len() && !example;
                if last && at % 2 == 0 { format!("{quote}\n    consent: aggregate") } else { quote }
            };
            text = parts.iter().enumerate().map(vary).collect::<Vec<_>>().join("\n  - id: ");
        }
        let path = study.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    if table {
        let facts = Facts::read(study.path());
        let leaves = |t: &String| !facts.parents.values().any(|p| p == t);
        let mut rows: BTreeMap<(String, String), usize> = BTreeMap::new();
        for quote in &facts.quotes {
            for (theme, _) in &quote.themes {
                *rows.entry((quote.voices[0].clone(), theme.clone())).or_default() += 1;
            }
        }
        // And some who were coded and are not quoted.
        for (at, theme) in facts.parents.keys().filter(|t| leaves(t)).enumerate() {
            let person = facts.participants.iter().nth(at * 3 % facts.participants.len()).unwrap();
            *rows.entry((person.clone(), theme.clone())).or_default() += 2;
        }
        let lines: String = rows.iter().map(|((p, t), n)| format!("{p},{t},{n}\n")).collect();
        fs::create_dir_all(study.path().join("coding")).unwrap();
        fs::write(study.path().join("coding/all.csv"), format!("participant,theme,passages\n{lines}")).unwrap();
    }
    study
}

/// A quote's first theme, with a stance.
fn with_stance(quote: &str, stance: &str) -> String {
    let (before, rest) = quote.split_once("themes: [").unwrap();
    if rest.starts_with('{') {
        return quote.to_owned();
    }
    let end = rest.find([',', ']']).unwrap();
    format!("{before}themes: [{{ id: {}, as: {stance} }}{}", &rest[..end], &rest[end..])
}

#[test]
fn the_demos_counts_are_what_its_files_say() {
    assert!(held(Path::new(env!("CARGO_MANIFEST_DIR"))) > 500);
}

#[test]
fn counts_of_10_000_quotes_are_what_the_files_say() {
    let study = tempfile::tempdir().unwrap();
    for (name, text) in generate::files(generate::Size::M, 5) {
        let path = study.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    assert!(held_each(study.path(), 31) > 10_000);
}

#[test]
fn counts_with_contrary_mixed_and_withheld_words_are_what_the_files_say() {
    assert!(held(varied(&[], false).path()) > 500);
}

#[test]
fn counts_of_a_selection_are_of_those_quoted() {
    assert!(held(varied(&[("quotes_are: all-coded\n", "")], false).path()) > 500);
}

#[test]
fn counts_by_a_coding_table_are_the_tables() {
    assert!(held(varied(&[("quotes_are: all-coded\n", "")], true).path()) > 500);
}

#[test]
fn counts_of_quotes_are_what_the_files_say() {
    assert!(held(varied(&[("counts: participants", "counts: quotes")], false).path()) > 300);
}

#[test]
fn where_nothing_is_counted_no_page_has_a_count() {
    let study = varied(&[("counts: participants", "counts: \"off\"")], false);
    // Findings embed counts, which is an error under this setting.
    for file in files(&study.path().join("content"), "md") {
        let text = fs::read_to_string(&file).unwrap();
        let kept: String =
            text.lines().filter(|l| !l.contains("![[count:") && !l.contains("![[chart:prevalence")).map(|l| format!("{l}\n")).collect();
        fs::write(file, kept).unwrap();
    }
    assert_eq!(held(study.path()), 0);
}

#[test]
fn counts_of_the_golden_studies_are_what_their_files_say() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut seen = 0;
    for case in fs::read_dir(golden).unwrap().map(|e| e.unwrap().path().join("study")).filter(|p| p.is_dir()) {
        seen += held(&case);
    }
    assert!(seen > 50, "{seen}");
}
