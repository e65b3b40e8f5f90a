//! What is published, held against finished sites in both directions: every string that an author can write holds a marker of its
//! own; each marker that is in any byte of a site is in `Published`, and each that is in `Published` is in some byte.
//!
//! A family of studies covers the settings that decide what is published: linking, consent, downloads, times, counts, a coding
//! table, exchanges, paraphrases.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;

use emic::compile::{Cache, Checked, check};
use emic::load;
use emic::published::{Field, File, Voice};
use emic::site::{Body, Edition};

/// One member of the family.
#[derive(Clone, Debug)]
struct Settings {
    linking: &'static str,
    consent: &'static str,
    data: &'static str,
    times: &'static str,
    counts: &'static str,
    coding_table: bool,
}

const PLAIN: Settings = Settings {
    linking: "pages",
    consent: "dataset",
    data: "[codebook, themes, quotes, participants]",
    times: "yes",
    counts: "participants",
    coding_table: false,
};

fn family() -> Vec<Settings> {
    let mut family = vec![PLAIN];
    for linking in ["ids", "none"] {
        family.push(Settings { linking, ..PLAIN });
    }
    family.push(Settings { linking: "none", data: "[]", ..PLAIN });
    family.push(Settings { linking: "ids", data: "[]", ..PLAIN });
    family.push(Settings { consent: "quote", ..PLAIN });
    family.push(Settings { times: "no", ..PLAIN });
    family.push(Settings { counts: "off", ..PLAIN });
    family.push(Settings { counts: "quotes", ..PLAIN });
    family.push(Settings { coding_table: true, ..PLAIN });
    family
}

/// Every `zq…qz` in a text, in small letters.
fn markers(text: &str) -> BTreeSet<String> {
    let text = text.to_lowercase();
    let mut found = BTreeSet::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find("zq") {
        rest = &rest[at..];
        let end = rest[2..].find("qz").map_or(rest.len(), |end| end + 4);
        let marker = &rest[..end];
        if marker.bytes().all(|b| b.is_ascii_lowercase()) {
            found.insert(marker.to_owned());
        }
        rest = &rest[2..];
    }
    found
}

/// The study: each string that may be written holds a marker, `zq` + the field + `qz`.
fn study(settings: &Settings) -> Vec<(String, String)> {
    let Settings { linking, consent, data, times, counts, coding_table } = settings;
    let about = [
        "approach",
        "positionality",
        "sampling",
        "recruitment",
        "declined",
        "setting",
        "guide",
        "transcription",
        "translation",
        "analysis",
        "participant_validation",
        "ethics",
        "data_availability",
        "funding",
        "interests",
        "limits",
    ];
    let about: String = about
        .iter()
        .map(|field| {
            let name = field.replace('_', "");
            format!("  {field}: \"Zqabout{name}qz, see [a page](https://zqlink{name}qz.example/)\"\n")
        })
        .collect();
    let quotes_are = if *coding_table { "selected" } else { "all-coded" };
    let embeds = if *counts == "off" { "" } else { "![[chart:prevalence|Zqheadlineqz]]\n\nSo many ![[count:zqsubthemeidqz]] did.\n" };
    let see_participant = if *linking == "none" { "" } else { "It was [[zqparticipantoneqz]] who said so.\n" };
    // Under `linking: none` no id stands beside a quote.
    let id = if *linking == "none" { "" } else { "{id}, " };
    let mut files = vec![
        ("study.yaml", format!(
            "title: Zqtitleqz\nshort_title: Zqshorttitleqz\nsubtitle: Zqsubtitleqz\nsummary: Zqsummaryqz\nopening: zqquoteoneqz\n\
             period: Zqperiodqz\nbased_on: {{ title: Zqbasedontitleqz, url: \"https://zqbasedonurlqz.example/\" }}\nlanguage: en\n\
             version: zqversionqz\nauthors: [{{ name: Zqauthornameqz, orcid: 0000-0002-1825-0097, affiliation: Zqaffiliationqz }}]\n\
             licence: {{ text: Zqlicencetextqz, quotes: Zqlicencequotesqz }}\nmethod: content-analysis\ncounts: {counts}\n\
             quotes_are: {quotes_are}\nattribution: \"{id}zqattributionqz {{relation}}, {{job}}\"\nattributes:\n\
             \x20 relation: {{ label: Zqrelationlabelqz, publish: person, values: {{ zqvaluekeyqz: [zqvalueoneqz, zqvaluemanyqz], zqvalueotherkeyqz: [zqvalueotheroneqz, zqvalueothermanyqz] }} }}\n\
             \x20 job: {{ label: Zqjoblabelqz, publish: person }}\n\
             \x20 age: {{ label: Zqagelabelqz, publish: group, values: {{ zqagekeyqz: zqagevalueqz, zqageotherkeyqz: zqagevalueotherqz }} }}\n\
             \x20 town: {{ label: Zqnolabelqz, publish: no }}\n\
             consent: {{ default: {consent}, statement: Zqstatementqz }}\n\
             privacy: {{ health: no, k: 1, linking: {linking}, times: {times}, reason: Zqreasonqz }}\n\
             data: {data}\nnotation: {{ replaced: [\"[zqreplacedqz]\"], sounds: [\"[zqsoundsqz]\"] }}\nabout:\n{about}"
        )),
        ("themes/1.yaml", "id: zqthemeidqz\nname: Zqthemenameqz\ndefinition: \"Zqdefinitionqz, *zqemphasisqz*, [here](https://zqdefinitionlinkqz.example/)\"\n\
             full: Zqfullqz\ninclude: Zqincludeqz\nexclude: Zqexcludeqz\norigin: Zqoriginqz\nasked: some\n\
             contrary: { sought: yes, found: Zqcontraryfoundqz }\nhistory: [{ date: zqchangedateqz, change: Zqchangeqz, why: Zqchangereasonqz }]\n\
             aliases: [zqaliasqz]\nsubthemes:\n  - { id: zqsubthemeidqz, name: Zqsubthemenameqz, examples: [zqquoteoneqz] }\n".to_owned()),
        ("quotes/participants.yaml",
            "- { id: zqparticipantoneqz, relation: zqvaluekeyqz, job: Zqjoboneqz, age: zqagekeyqz, town: Zqtownqz, shoe: Zqundeclaredqz }\n\
             - { id: zqparticipanttwoqz, relation: zqvalueotherkeyqz, job: Zqjobtwoqz, age: zqagekeyqz }\n\
             - { id: zqparticipantthreeqz, relation: zqvaluekeyqz, job: Zqjoboneqz, age: zqageotherkeyqz }\n\
             - { id: zqparticipantfourqz, relation: zqvalueotherkeyqz, job: Zqjobtwoqz, age: zqageotherkeyqz }\n\
             - { id: zqparticipantgoneqz, withdrawn: true, job: Zqjobgoneqz }\n".to_owned()),
        ("quotes/sources.yaml",
            "- { id: zqsourceoneqz, kind: interview, participants: [zqparticipantoneqz], wave: Zqwaveqz, language: de }\n\
             - { id: zqsourcetwoqz, kind: focus-group, participants: [zqparticipantoneqz, zqparticipanttwoqz], wave: Zqwaveotherqz }\n\
             - { id: zqsourcegoneqz, kind: interview, participants: [zqparticipantgoneqz], wave: Zqwavegoneqz }\n".to_owned()),
        ("quotes/1.yaml",
            "source: zqsourceoneqz\nquotes:\n\
             \x20 - id: zqquoteoneqz\n    themes: [zqsubthemeidqz]\n    text: Zqquotetextqz was it.\n\
             \x20   original: { lang: de, text: Zqoriginalqz war es. }\n    asked: Zqaskedqz?\n    context: Zqcontextqz.\n    meaning: Zqmeaningqz.\n    at: \"00:14:05\"\n\
             \x20 - id: zqquotewithheldqz\n    themes: [zqsubthemeidqz]\n    text: Zqwithheldtextqz.\n    asked: Zqwithheldaskedqz\n    context: Zqwithheldcontextqz\n    withheld: Zqwithheldreasonqz\n\
             \x20 - id: zqquoteparaphraseqz\n    themes: [zqsubthemeidqz]\n    consent: paraphrase\n    paraphrase: Zqparaphraseqz.\n".to_owned()),
        ("quotes/2.yaml",
            "source: zqsourcetwoqz\nquotes:\n\
             \x20 - id: zqquoteexchangeqz\n    themes: [{ id: zqsubthemeidqz, as: contrary }]\n\
             \x20   turns: [{ asked: Zqturnaskedqz? }, { zqparticipantoneqz: Zqturnoneqz. }, { \"?\": Zqturnunknownqz. }]\n\
             \x20   original: { lang: fr, turns: [{ asked: Zqoriginalturnaskedqz? }, { zqparticipantoneqz: Zqoriginalturnqz. }, { \"?\": Zqoriginalturnunknownqz. }] }\n\
             \x20 - id: zqquotetwoqz\n    participant: zqparticipanttwoqz\n    themes: [zqsubthemeidqz]\n    text: Zqquotetextotherqz.\n".to_owned()),
        ("quotes/gone.yaml",
            "source: zqsourcegoneqz\nquotes:\n  - { id: zqquotegoneqz, themes: [zqsubthemeidqz], text: Zqgonetextqz. }\n".to_owned()),
        ("content/1-zqpagenameqz.md", format!(
            "---\ntitle: Zqpagetitleqz\nsummary: Zqpagesummaryqz\ntheme: zqthemeidqz\n---\n\n## Zqheadingqz\n\nZqparagraphqz and *zqpageemphasisqz* `zqinlinecodeqz` \
             with a note[^n], a [zqlinktextqz](https://zqpagelinkqz.example/) and <span title=\"zqinlinehtmlqz\">more</span>, $\\text{{zqmathsqz}}$.\n\n\
             - zqlistqz\n\n> zqblockquoteqz\n\n> [!NOTE]\n> zqcalloutqz\n\n| zqtableheadqz |\n|---|\n| zqtablecellqz |\n\n\
             ```zqcodelanguageqz\nzqcodeqz\n```\n\n<p title=\"zqhtmlattributeqz\">zqhtmltextqz</p>\n\n![zqaltqz](lamp.svg \"zqimagetitleqz\")\n\n\
             ![[zqquoteoneqz]]\n\n{see_participant}\n{embeds}\n[^n]: Zqfootnoteqz.\n"
        )),
        ("content/2-zqpageotherqz.md", "---\nkind: page\n---\n# Zqpageothertitleqz\n\nZqpageothertextqz.\n".to_owned()),
        ("content/3-zqdraftnameqz.md", "---\ndraft: true\n---\n# Zqdrafttitleqz\n\nZqdrafttextqz.\n".to_owned()),
        ("content/lamp.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>a lamp</text></svg>".to_owned()),
        ("static/zqassetqz.txt", "A file.\n".to_owned()),
        ("templates/404.html", "{% extends \"base.html\" %}{% block main %}<h1>zqtemplateqz</h1>{% endblock %}".to_owned()),
        ("privacy.yaml", "- decided: likely-identifier\n  place: zqdecidedplaceqz\n  fingerprint: zqfingerprintqz\n  reason: Zqdecisionreasonqz\n  reviewer: Zqreviewerqz\n  date: 2026-01-01\n".to_owned()),
    ];
    if *coding_table {
        let rows = "zqparticipantoneqz,zqsubthemeidqz,4\nzqparticipanttwoqz,zqsubthemeidqz,1\n";
        files.push(("coding/all.csv", format!("participant,theme,passages\n{rows}")));
    }
    files.into_iter().map(|(name, text)| (name.to_owned(), text)).collect()
}

fn checked(settings: &Settings) -> Checked {
    let files = study(settings).into_iter().map(|(name, text)| (name, text.into_bytes()));
    let checked = check(load::memory(files), &mut Cache::default());
    let errors: Vec<String> =
        checked.diagnostics.iter().filter(|d| d.is_error()).map(|d| format!("{}: {}", d.code.name, d.message)).collect();
    assert!(errors.is_empty(), "{settings:?}: {errors:#?}");
    checked
}

/// The markers of a finished site, in its bytes and in the names of its files. What stands in an asset is its own affair.
fn markers_of_site(checked: &Checked) -> BTreeSet<String> {
    let site = checked.site(Edition::default()).unwrap_or_else(|errors| panic!("{errors:?}"));
    let mut found = BTreeSet::new();
    for route in site.routes() {
        found.extend(markers(&site.path(route)));
        if let Ok(Body::Bytes(bytes)) = site.render(route) {
            found.extend(markers(&String::from_utf8_lossy(&bytes)));
        }
    }
    found
}

fn markers_of_published(checked: &Checked) -> BTreeSet<String> {
    let published = checked.published();
    let mut found: BTreeSet<String> = published.texts.iter().flat_map(|text| markers(&text.words)).collect();
    for file in &published.files {
        if let File::Template { text, .. } = file {
            found.extend(markers(text));
        }
    }
    found
}

#[test]
fn every_marker_of_a_site_is_published_and_every_published_marker_is_in_the_site() {
    for settings in family() {
        let checked = checked(&settings);
        let (site, published) = (markers_of_site(&checked), markers_of_published(&checked));
        let unknown: Vec<_> = site.difference(&published).collect();
        let nowhere: Vec<_> = published.difference(&site).collect();
        assert!(unknown.is_empty(), "{settings:?}: in the site and not in Published: {unknown:?}");
        assert!(nowhere.is_empty(), "{settings:?}: in Published and nowhere in the site: {nowhere:?}");
        assert!(site.len() > 90, "{settings:?}: {} markers try nothing", site.len());
    }
}

#[test]
fn what_is_private_is_in_no_site() {
    let private =
        ["nolabel", "town", "undeclared", "statement", "reason", "source", "gone", "withheld", "draft", "decision", "reviewer", "decided"];
    for settings in family() {
        for marker in markers_of_site(&checked(&settings)) {
            assert!(!private.iter().any(|word| marker.starts_with(&format!("zq{word}"))), "{settings:?}: {marker}");
        }
    }
}

/// A date is set in words, so that no site has it as it is written.
#[test]
fn every_field_is_tried_by_the_family() {
    let mut tried: BTreeSet<&str> = BTreeSet::new();
    for settings in family() {
        tried.extend(checked(&settings).published().texts.iter().map(|text| text.field.word()));
    }
    let all: BTreeSet<&str> = Field::WORDS.iter().copied().collect();
    let untried: Vec<_> = all.difference(&tried).copied().collect();
    assert_eq!(untried, [Field::Date.word()]);
}

/// The fields whose words are read by the rules on identifiers: all that are prose.
#[test]
fn a_phone_number_in_any_prose_that_is_published_is_an_error() {
    const PHONE: &str = " 07700 900123";
    let settings = PLAIN;
    let prose: BTreeSet<String> = {
        let checked = checked(&settings);
        let published = checked.published();
        let is_prose = |text: &&emic::published::Text| {
            text.voice != Voice::Metadata && !matches!(text.field, Field::PageSlug | Field::FileName | Field::PageHtml)
        };
        published.texts.iter().filter(is_prose).flat_map(|text| markers(&text.words)).collect()
    };
    // Names of ids are read where they are shown, and cannot hold a blank; nor can a tag, or what stands in quotation marks there.
    let held: Vec<&String> = prose
        .iter()
        .filter(|marker| !["id", "one", "two", "exchange", "html", "maths"].iter().any(|end| marker.ends_with(&format!("{end}qz"))))
        .collect();
    assert!(held.len() > 60, "{} markers try nothing", held.len());
    let mut missed = Vec::new();
    for marker in held {
        let planted: Vec<(String, Vec<u8>)> = study(&settings)
            .into_iter()
            .map(|(name, text)| {
                let capital = format!("Z{}", &marker[1..]);
                let text = text.replace(marker.as_str(), &format!("{marker}{PHONE}")).replace(&capital, &format!("{capital}{PHONE}"));
                (name, text.into_bytes())
            })
            .collect();
        let checked = check(load::memory(planted), &mut Cache::default());
        if !checked.diagnostics.iter().any(|d| *d.code == emic::lint::identifying::IDENTIFIER) {
            missed.push(marker.clone());
        }
    }
    assert!(missed.is_empty(), "a phone number would be published in {missed:?}");
}

#[test]
fn names_and_hospitals_are_found_in_the_fields_that_nobody_listed() {
    let cases = [
        ("Zqperiodqz", "March to May, with Anna Kowalczyk"),
        ("Zqlicencequotesqz", "Ask Anna Kowalczyk first"),
        ("Zqwaveqz", "after Anna Kowalczyk left"),
        ("Zqbasedontitleqz", "What Anna Kowalczyk told us"),
        ("Zqaffiliationqz", "Brackwater General Hospital"),
        ("Zqaffiliationqz", "Department of Anna Kowalczyk"),
    ];
    for (marker, words) in cases {
        let found = |words: &str| {
            let files = study(&PLAIN).into_iter().map(|(name, text)| (name, text.replace(marker, words).into_bytes()));
            let checked = check(load::memory(files), &mut Cache::default());
            checked.diagnostics.iter().filter(|d| *d.code == emic::lint::identifying::LIKELY_IDENTIFIER).count()
        };
        assert!(found(words) > found("x"), "{marker}: {words}");
    }
    // Where authors work is expected to be named.
    let files = study(&PLAIN).into_iter().map(|(name, text)| (name, text.replace("Zqaffiliationqz", "University of Leeds").into_bytes()));
    let checked = check(load::memory(files), &mut Cache::default());
    assert!(!checked.diagnostics.iter().any(|d| d.message.contains("authors.affiliation")));
}
