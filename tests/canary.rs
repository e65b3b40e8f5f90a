//! A name of the key, planted anywhere in any disguise, gets out nowhere: not into the site, the messages, their JSON, or a file
//! left behind.
//!
//! `EMIC_CANARY=1000 cargo test --release --test canary` tries as many studies; 60 are tried otherwise.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/random.rs"]
mod random;

use std::fs;
use std::path::Path;

use ::emic::cli::Captured;
use ::emic::published::Field;
use random::Random;
use unicode_normalization::UnicodeNormalization;
use walkdir::WalkDir;

/// Names that are no words: wherever one of their parts shows, it got out.
const PEOPLE: &[(&str, &str)] =
    &[("Zephyrine Quillfeather", "Zeffy"), ("Ottoline Brackwater", ""), ("Łucja Wójtowicz", "Lucysia"), ("欧阳雪瑶", "雪瑶")];

type Disguise = (&'static str, fn(&str) -> String);

/// Ways to write a name that a reader still reads.
const DISGUISES: &[Disguise] = &[
    ("plain", str::to_owned),
    ("small letters", str::to_lowercase),
    ("capitals", str::to_uppercase),
    ("soft hyphen", |n| between(n, '\u{ad}')),
    ("zero width", |n| between(n, '\u{200b}')),
    ("full width", |n| {
        n.chars().map(|c| if c.is_ascii_alphabetic() { char::from_u32(u32::from(c) + 0xfee0).unwrap() } else { c }).collect()
    }),
    ("decomposed", |n| n.nfd().collect()),
    ("no-break space", |n| n.replace(' ', "\u{a0}")),
    ("turned round", |n| n.split_once(' ').map_or(n.to_owned(), |(first, last)| format!("{last}, {first}"))),
    ("without accents", |n| n.replace('Ł', "L").replace('ó', "o")),
];

fn between(name: &str, c: char) -> String {
    let half = name.chars().count() / 2;
    name.chars().take(half).chain([c]).chain(name.chars().skip(half)).collect()
}

/// Where a name may be written; each makes a study's file.
const PLACES: &[&str] = &[
    "text",
    "original",
    "context",
    "asked",
    "turn",
    "meaning",
    "attribute",
    "theme name",
    "definition",
    "change",
    "title",
    "summary",
    "about",
    "finding",
    "heading",
    "emphasis",
    "alt",
    "link",
    "code",
    "table",
    "footnote",
    "html",
    "entities",
    "front matter",
    "page name",
    "drawing",
    "drawing name",
    "paraphrase",
    "percent",
    "short title",
    "subtitle",
    "period",
    "based on",
    "based on address",
    "version",
    "author",
    "affiliation",
    "licence",
    "licence of quotes",
    "attribution",
    "attribute label",
    "attribute value",
    "wave",
    "full",
    "include",
    "exclude",
    "origin",
    "contrary",
    "change date",
    "reason",
    "question",
    "original turn",
    "page title",
    "headline",
    "code language",
    "asset name",
];

/// Where a name is planted for each field that is published; a field that is added does not compile until it has a place. Ids, keys
/// and tags of languages can hold no name as it is written, and a time, page or line no name at all.
fn place_of(field: Field) -> Option<&'static str> {
    use Field as F;
    Some(match field {
        F::Title => "title",
        F::ShortTitle => "short title",
        F::Subtitle => "subtitle",
        F::Summary => "summary",
        F::Period => "period",
        F::BasedOnTitle => "based on",
        F::BasedOnUrl => "based on address",
        F::Version => "version",
        F::AuthorName => "author",
        F::AuthorAffiliation => "affiliation",
        F::LicenceText => "licence",
        F::LicenceQuotes => "licence of quotes",
        F::Attribution => "attribution",
        F::AttributeLabel => "attribute label",
        F::AttributeValue => "attribute value",
        F::About => "about",
        F::ParticipantAttribute => "attribute",
        F::Wave => "wave",
        F::ThemeName => "theme name",
        F::Definition => "definition",
        F::Full => "full",
        F::Include => "include",
        F::Exclude => "exclude",
        F::Origin => "origin",
        F::ContraryFound => "contrary",
        F::ChangeDate => "change date",
        F::Change => "change",
        F::ChangeReason => "reason",
        F::QuoteText => "text",
        F::QuoteOriginal => "original",
        F::Turn => "turn",
        F::Question => "question",
        F::OriginalTurn => "original turn",
        F::OriginalQuestion => "question",
        F::Paraphrase => "paraphrase",
        F::Asked => "asked",
        F::Context => "context",
        F::Meaning => "meaning",
        F::PageSlug => "page name",
        F::PageTitle => "page title",
        F::PageSummary => "front matter",
        F::PageText => "finding",
        F::PageCode => "code",
        F::PageHtml => "html",
        F::CodeLanguage => "code language",
        F::LinkAddress => "link",
        F::Headline => "headline",
        F::FileName | F::AssetPath => "asset name",
        F::Language
        | F::Date
        | F::AuthorOrcid
        | F::AttributeKey
        | F::AttributeValueKey
        | F::ParticipantId
        | F::SourceLanguage
        | F::ThemeId
        | F::Alias
        | F::QuoteId
        | F::OriginalLanguage
        | F::At => return None,
    })
}

#[test]
fn a_name_is_planted_in_every_field_that_is_published() {
    for field in Field::ALL {
        assert!(place_of(*field).is_none_or(|place| PLACES.contains(&place)), "{}", field.word());
    }
}

fn study(root: &Path, place: &str, name: &str) {
    let at = |wanted: &str, text: &str| if place == wanted { format!("{text} {name}") } else { text.to_owned() };
    let yaml = |text: String| serde_json::to_string(&text).unwrap();
    let put = |path: &str, text: String| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    put(
        "study.yaml",
        [
            format!("title: {}\n", yaml(at("title", "Rest at night"))),
            format!("short_title: {}\n", yaml(at("short title", "Rest"))),
            format!("subtitle: {}\n", yaml(at("subtitle", "And waking"))),
            format!("summary: {}\n", yaml(at("summary", "Who sleeps."))),
            format!("period: {}\n", yaml(at("period", "2025"))),
            format!(
                "based_on: {{ title: {}, url: {} }}\n",
                yaml(at("based on", "A preprint")),
                yaml(at("based on address", "https://example.org/?q=").replace(' ', ""))
            ),
            format!("version: {}\n", yaml(at("version", "1.0"))),
            format!("authors: [{{ name: {}, affiliation: {} }}]\n", yaml(at("author", "N. N.")), yaml(at("affiliation", "A university"))),
            format!("licence: {{ text: {}, quotes: {} }}\n", yaml(at("licence", "Free")), yaml(at("licence of quotes", "Ask first"))),
            format!("attribution: {}\n", yaml(format!("{{id}}, {} {{job}} {{shift}}", at("attribution", "a")))),
            format!(
                "attributes: {{ job: {{ label: {}, publish: person }}, shift: {{ publish: person, values: {{ night: {} }} }} }}\n",
                yaml(at("attribute label", "Job")),
                yaml(at("attribute value", "by night"))
            ),
            "illustrative: yes\nmethod: content-analysis\nconsent: { default: dataset }\ndata: [codebook, themes, quotes, participants]\nprivacy: { health: no, k: 1 }\n".to_owned(),
            format!("about: {{ setting: {} }}\n", yaml(at("about", "A ward."))),
        ]
        .concat(),
    );
    put(
        "themes/1.yaml",
        [
            format!("id: rest\nname: {}\n", yaml(at("theme name", "Rest"))),
            format!("definition: {}\n", yaml(at("definition", "Sleeping."))),
            format!("full: {}\n", yaml(at("full", "All of it."))),
            format!("include: {}\n", yaml(at("include", "Naps."))),
            format!("exclude: {}\n", yaml(at("exclude", "Waking."))),
            format!("origin: {}\n", yaml(at("origin", "theory: sleep"))),
            format!("contrary: {{ sought: yes, found: {} }}\n", yaml(at("contrary", "None."))),
            format!(
                "history: [{{ date: {}, change: {}, why: {} }}]\n",
                yaml(at("change date", "2025")),
                yaml(at("change", "Named.")),
                yaml(at("reason", "It was two."))
            ),
        ]
        .concat(),
    );
    put("quotes/participants.yaml", format!("- {{ id: P01, job: {}, shift: night }}\n", yaml(at("attribute", "baker"))));
    put("quotes/sources.yaml", format!("- {{ id: S1, kind: interview, participants: [P01], wave: {} }}\n", yaml(at("wave", "T1"))));
    let words = match place {
        "turn" | "question" | "original turn" => format!(
            "turns: [{{ asked: {} }}, {{ P01: {} }}]\n    original: {{ lang: de, turns: [{{ asked: Und }}, {{ P01: {} }}] }}",
            yaml(at("question", "And")),
            yaml(at("turn", "I slept with")),
            yaml(at("original turn", "Ich schlief"))
        ),
        "paraphrase" => format!("consent: paraphrase\n    paraphrase: {}", yaml(at("paraphrase", "Slept beside"))),
        _ => format!(
            "text: {}\n    original: {{ lang: de, text: {} }}\n    context: {}\n    asked: {}\n    meaning: {}",
            yaml(at("text", "I slept beside")),
            yaml(at("original", "Ich schlief neben")),
            yaml(at("context", "After a night with")),
            yaml(at("asked", "And")),
            yaml(at("meaning", "Rest with"))
        ),
    };
    put("quotes/P01.yaml", format!("source: S1\nquotes:\n  - id: P01-01\n    themes: [rest]\n    {words}\n"));
    let split = between(name, '*').replacen('*', "</b>", 1);
    let entities: String = name.chars().map(|c| format!("&#x{:x};", u32::from(c))).collect();
    let percent: String = name.bytes().map(|b| format!("%{b:02X}")).collect();
    let body = match place {
        "finding" => format!("Then came {name}."),
        "heading" => format!("# Of {name}"),
        "emphasis" => format!("Then <b>{split} came."),
        "alt" => format!("![A lamp, and {name}](lamp.svg)"),
        "link" => format!("[a page](https://example.org/?q={})", name.replace(' ', "_")),
        "percent" => format!("[a page](https://example.org/{percent})"),
        "code" => format!("```\n{name}\n```"),
        "code language" => format!("```{}\nlet it be\n```", name.replace([' ', ','], "-")),
        "headline" => format!("![[chart:prevalence|Of {name}]]"),
        "table" => format!("| who |\n|---|\n| {name} |"),
        "footnote" => format!("Rest.[^1]\n\n[^1]: So said {name}."),
        "html" => format!("<p title=\"{name}\">Rest</p>"),
        "entities" => format!("Then came {entities}."),
        _ => "Rest came back first.".to_owned(),
    };
    let front = match place {
        "front matter" => format!("---\nsummary: {}\n---\n", yaml(format!("Of {name}"))),
        "page title" => format!("---\ntitle: {}\n---\n", yaml(format!("Of {name}"))),
        _ => String::new(),
    };
    let file = if place == "page name" { format!("1-{}", name.replace([' ', ','], "-")) } else { "1-rest".to_owned() };
    put(&format!("content/{file}.md"), format!("{front}{body}\n\n![[P01-01]]\n"));
    let drawing = if place == "drawing name" { format!("lamp-{}", name.replace([' ', ','], "-")) } else { "lamp".to_owned() };
    let label = if place == "drawing" { name } else { "a lamp" };
    put(&format!("content/{drawing}.svg"), format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><text>{label}</text></svg>"));
    let asset = if place == "asset name" { name.replace([' ', ','], "-") } else { "guide".to_owned() };
    put(&format!("static/{asset}.txt"), "A guide.\n".to_owned());
    put("content/lamp.svg", format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><text>{label}</text></svg>"));
}

/// What of a name shows in a text, however it is written.
fn shows(text: &str, parts: &[String]) -> bool {
    let bare: String = text.nfkd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let bare = bare.replace('ł', "l");
    parts.iter().any(|part| bare.contains(part))
}

fn parts(people: (&str, &str)) -> Vec<String> {
    let bare = |word: &str| word.nfkd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>().replace('ł', "l");
    people.0.split(' ').chain([people.1]).filter(|p| p.chars().count() > 1).map(bare).collect()
}

fn emic(study: &Path, key: &Path, args: &[&str]) -> Captured {
    ::emic::cli::capture([args, &[study.to_str().unwrap(), "--key", key.to_str().unwrap()]].concat())
}

#[test]
fn a_name_of_the_key_gets_out_nowhere() {
    let tries: u64 = std::env::var_os("EMIC_CANARY").and_then(|n| n.into_string().ok()?.parse().ok()).unwrap_or(60);
    let mut missed = Vec::new();
    for seed in 1..=tries {
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let folder = tempfile::tempdir().unwrap();
        let (root, key) = (folder.path().join("study"), folder.path().join("key.csv"));
        let person = PEOPLE[random.below(PEOPLE.len())];
        let rows: String = PEOPLE.iter().enumerate().map(|(n, (name, alias))| format!("P{:02},{name},{alias}\n", n + 1)).collect();
        fs::write(&key, format!("pseudonym,real_name,aliases\n{rows}")).unwrap();
        #[cfg(unix)]
        fs::set_permissions(&key, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
        let written = if !person.1.is_empty() && random.below(4) == 0 { person.1 } else { person.0 };
        let (disguise, put_on) = DISGUISES[random.below(DISGUISES.len())];
        let place = PLACES[random.below(PLACES.len())];
        study(&root, place, &put_on(written));
        let before: Vec<_> = WalkDir::new(folder.path()).into_iter().map(|e| e.unwrap().into_path()).collect();

        let what = format!("seed {seed}: {written} as {disguise} in {place}");
        for args in [&["build"][..], &["build", "--format", "json"], &["check"], &["check", "--format", "json"]] {
            let run = emic(&root, &key, args);
            let said = run.printed();
            if shows(&said, &parts(person)) {
                missed.push(format!("{what}: {args:?} prints it:\n{said}"));
            }
            if run.code != 1 {
                missed.push(format!("{what}: {args:?} ends with {}:\n{said}", run.code));
            }
        }
        let after: Vec<_> = WalkDir::new(folder.path()).into_iter().map(|e| e.unwrap().into_path()).collect();
        if before != after {
            missed.push(format!("{what}: something was left behind"));
        }
    }
    assert!(missed.is_empty(), "{} of {tries}:\n{}", missed.len(), missed.join("\n"));
}
