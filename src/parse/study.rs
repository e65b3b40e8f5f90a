//! `study.yaml`: what the study is, and its settings.

use std::sync::Arc;

use super::decode::Reading;
use super::fields::Fields;
use super::markdown;
use super::reference::RawRef;
use super::reserved;
use super::yaml::{Node, NodeKind};
use crate::diag::{Diagnostic, Span, Spanned, code, words};
use crate::model::Id;
use crate::model::document::Inline;
use crate::model::settings::{
    AboutField, AttributeValue, Author, BasedOn, Consent, Counts, DataFile, DataFiles, Licence, Linking, Method, Notation, Publish,
    QuotesAre, SearchEngines,
};

/// `study.yaml` as written: nothing of it is looked up yet.
#[derive(Clone, Debug)]
pub struct RawStudy {
    pub span: Span,
    pub title: Option<Arc<str>>,
    pub short_title: Option<Arc<str>>,
    pub subtitle: Option<Arc<str>>,
    pub summary: Option<Arc<str>>,
    pub opening: Option<Spanned<Id>>,
    pub period: Option<Arc<str>>,
    pub based_on: Option<BasedOn>,
    pub language: Option<Arc<str>>,
    pub date: Option<Arc<str>>,
    pub version: Option<Arc<str>>,
    pub illustrative: bool,
    pub authors: Vec<Author>,
    pub licence: Licence,
    pub method: Option<Method>,
    pub counts: Option<Counts>,
    pub quotes_are: QuotesAre,
    pub words: Vec<(Arc<str>, f64)>,
    pub attribution: Option<Spanned<Arc<str>>>,
    pub attributes: Vec<RawAttribute>,
    pub consent_default: Option<Consent>,
    pub consent_statement: Option<Arc<str>>,
    pub privacy: RawPrivacy,
    pub search_engines: SearchEngines,
    pub data: DataFiles,
    pub notation: Notation,
    pub about: Vec<(AboutField, Vec<Inline<RawRef>>)>,
}

/// An attribute as declared, publishable or not.
#[derive(Clone, Debug)]
pub struct RawAttribute {
    pub key: Spanned<Arc<str>>,
    pub label: Option<Arc<str>>,
    pub values: Vec<AttributeValue>,
    pub publish: Publish,
}

#[derive(Clone, Debug, Default)]
pub struct RawPrivacy {
    pub health: Option<bool>,
    pub k: Option<u32>,
    pub linking: Option<Linking>,
    pub times: Option<bool>,
    pub neighbours: Option<bool>,
    pub reason: Option<Arc<str>>,
}

/// Settings that DESIGN keeps for later: named so that they are refused by name.
const LATER: [(&str, &str); 4] = [
    ("agreement", "agreement between coders"),
    ("figures", "figures of one's own choice"),
    ("framework", "framework matrices"),
    ("joint", "joint displays"),
];

pub fn read(reading: &Reading, root: &Node) -> Option<RawStudy> {
    let mut f = reading.fields(root, "study.yaml")?;
    let study = RawStudy {
        span: root.span,
        title: f.required_text("title").map(|t| t.value),
        short_title: f.words("short_title"),
        subtitle: f.words("subtitle"),
        summary: f.words("summary"),
        opening: f.id("opening"),
        period: f.words("period"),
        based_on: based_on(reading, &mut f),
        language: f.text("language").and_then(|t| language(reading, t)),
        date: f.text("date").and_then(|t| date(reading, t)),
        version: f.words("version"),
        illustrative: f.yes_no("illustrative").unwrap_or(false),
        authors: authors(reading, &mut f),
        licence: licence(reading, &mut f),
        method: f.choice("method", Method::WORDS, Method::from_word),
        counts: f.choice("counts", Counts::WORDS, Counts::from_word),
        quotes_are: f.choice("quotes_are", QuotesAre::WORDS, QuotesAre::from_word).unwrap_or(QuotesAre::Selected),
        words: bands(reading, &mut f),
        attribution: f.text("attribution").and_then(|t| braces(reading, t)),
        attributes: attributes(reading, &mut f),
        consent_default: None,
        consent_statement: None,
        privacy: privacy(reading, &mut f),
        search_engines: f.choice("search_engines", SearchEngines::WORDS, SearchEngines::from_word).unwrap_or(SearchEngines::Off),
        data: data(reading, &mut f),
        notation: notation(reading, &mut f),
        about: about(reading, &mut f),
    };
    let (consent_default, consent_statement) = consent(reading, &mut f);
    f.finish(&LATER);
    Some(RawStudy { consent_default, consent_statement, ..study })
}

fn based_on(reading: &Reading, f: &mut Fields) -> Option<BasedOn> {
    let mut f = reading.fields(f.node("based_on")?, "`based_on`")?;
    let title = f.required_text("title");
    let url = f.text("url").and_then(|t| web_address(reading, t));
    f.finish(&[]);
    Some(BasedOn { title: title?.value, url })
}

fn web_address(reading: &Reading, t: Spanned<Arc<str>>) -> Option<Arc<str>> {
    if t.value.starts_with("https://") || t.value.starts_with("http://") {
        return Some(t.value);
    }
    reading.report(
        Diagnostic::at(&code::BAD_VALUE, t.span, format!("`{}` is not a web address", words::shortened(&t.value, 40)))
            .help("a web address begins with `https://` or `http://`"),
    );
    None
}

/// A language tag in the form of BCP 47: letters and digits in groups, `en`, `zh-Hans`.
pub fn language(reading: &Reading, t: Spanned<Arc<str>>) -> Option<Arc<str>> {
    let mut groups = t.value.split('-');
    let first = groups.next().is_some_and(|g| (2..=3).contains(&g.len()) && g.bytes().all(|b| b.is_ascii_alphabetic()));
    let rest = groups.all(|g| (1..=8).contains(&g.len()) && g.bytes().all(|b| b.is_ascii_alphanumeric()));
    if first && rest {
        return Some(t.value);
    }
    reading.report(
        Diagnostic::at(&code::BAD_VALUE, t.span, format!("`{}` is not a language tag", words::shortened(&t.value, 40)))
            .help("write `en` for English, `zh` for Chinese, `pt-BR` for Brazilian Portuguese …"),
    );
    None
}

fn date(reading: &Reading, t: Spanned<Arc<str>>) -> Option<Arc<str>> {
    let parts: Vec<Option<u32>> =
        t.value.split('-').map(|p| p.bytes().all(|b| b.is_ascii_digit()).then(|| p.parse().ok()).flatten()).collect();
    if let [Some(year), Some(month), Some(day)] = parts[..]
        && t.value.len() == 10
        && (1..=days(year, month)).contains(&day)
    {
        return Some(t.value);
    }
    reading.report(
        Diagnostic::at(&code::BAD_VALUE, t.span, format!("`{}` is not a date", words::shortened(&t.value, 40)))
            .help("write year, month and day, as in `2026-01-15`"),
    );
    None
}

/// How many days a month has; none, where there is no such month.
fn days(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

fn authors(reading: &Reading, f: &mut Fields) -> Vec<Author> {
    let Some(node) = f.node("authors") else { return Vec::new() };
    reading
        .items(node)
        .iter()
        .filter_map(|item| {
            if matches!(item.kind, NodeKind::Scalar { .. }) {
                let name = reading.text_of(item, "authors")?.value;
                return Some(Author { name, orcid: None, affiliation: None });
            }
            let mut f = reading.fields(item, "an author")?;
            let name = f.required_text("name");
            let orcid = f.text("orcid").and_then(|t| orcid(reading, t));
            let affiliation = f.words("affiliation");
            f.finish(&[]);
            Some(Author { name: name?.value, orcid, affiliation })
        })
        .collect()
}

/// An ORCID iD's sixteen digits, held against its check digit (ISO 7064, MOD 11-2).
fn orcid(reading: &Reading, t: Spanned<Arc<str>>) -> Option<Arc<str>> {
    let bare = t.value.trim_start_matches("https://orcid.org/");
    let digits: Vec<u32> = bare.chars().filter(|c| *c != '-').map(|c| if c == 'X' { 10 } else { c.to_digit(10).unwrap_or(99) }).collect();
    let sound = digits.len() == 16 && bare.len() == 19 && digits[..15].iter().all(|d| *d < 10) && {
        let total = digits[..15].iter().fold(0, |total, d| (total + d) * 2);
        (12 - total % 11) % 11 == digits[15]
    };
    if sound {
        return Some(bare.into());
    }
    reading.report(
        Diagnostic::at(&code::BAD_VALUE, t.span, format!("`{}` is not an ORCID iD", words::shortened(&t.value, 40)))
            .help("an ORCID iD has sixteen digits in four groups, as in `0000-0002-1825-0097`; its last digit checks the others"),
    );
    None
}

fn licence(reading: &Reading, f: &mut Fields) -> Licence {
    let Some(node) = f.node("licence") else { return Licence::default() };
    if matches!(node.kind, NodeKind::Scalar { .. }) {
        return Licence { text: reading.text_of(node, "licence").map(|t| t.value), quotes: None };
    }
    let Some(mut f) = reading.fields(node, "`licence`") else { return Licence::default() };
    let licence = Licence { text: f.words("text"), quotes: f.words("quotes") };
    f.finish(&[]);
    licence
}

fn bands(reading: &Reading, f: &mut Fields) -> Vec<(Arc<str>, f64)> {
    let Some(mut f) = f.node("words").and_then(|n| reading.fields(n, "`words`")) else { return Vec::new() };
    let mut bands: Vec<(Arc<str>, f64)> = Vec::new();
    for name in ["few", "some", "many", "most"] {
        let Some(t) = f.text(name) else { continue };
        match t.value.parse::<f64>() {
            Ok(share) if (0.0..=1.0).contains(&share) => {
                if let Some((before, _)) = bands.last().filter(|(_, least)| *least >= share) {
                    reading.report(
                        Diagnostic::at(&code::BAD_VALUE, t.span, format!("`{name}` does not reach further than `{before}`"))
                            .help("the shares grow in this order: `few`, `some`, `many`, `most`"),
                    );
                }
                bands.push((name.into(), share));
            }
            _ => reading.report(
                Diagnostic::at(&code::BAD_VALUE, t.span, format!("`{name}` cannot be `{}`", words::shortened(&t.value, 40)))
                    .help("it is the largest share of the participants that the word stands for, from 0 to 1, as in `0.25`"),
            ),
        }
    }
    f.finish(&[]);
    bands
}

/// An attribution whose braces are closed; which names may stand in them is not known here.
fn braces(reading: &Reading, t: Spanned<Arc<str>>) -> Option<Spanned<Arc<str>>> {
    let mut open = false;
    for c in t.value.chars() {
        let wrong = match c {
            '{' => std::mem::replace(&mut open, true),
            '}' => !std::mem::replace(&mut open, false),
            _ => false,
        };
        if wrong {
            open = true;
            break;
        }
    }
    if !open {
        return Some(t);
    }
    reading.report(
        Diagnostic::at(&code::BAD_VALUE, t.span, "a brace of the attribution has no other that belongs to it")
            .help("each name stands in a pair of braces, as in `\"{id}, {relation}\"`"),
    );
    None
}

fn attributes(reading: &Reading, f: &mut Fields) -> Vec<RawAttribute> {
    let Some(f) = f.node("attributes").and_then(|n| reading.fields(n, "`attributes`")) else { return Vec::new() };
    f.rest()
        .filter_map(|(key, node)| {
            let own = ["id", "consent", "withdrawn", "case", "together"].into_iter().find(|own| *own == &*key.name);
            if let Some(own) = own.or_else(|| reserved::near(&key.name)) {
                reading.report(
                    Diagnostic::at(&code::BAD_VALUE, key.span, format!("`{}` cannot be an attribute", words::shortened(&key.name, 40)))
                        .help(format!(
                            "`{own}` is a field of every participant, with a meaning of its own; give the attribute another name"
                        )),
                );
                return None;
            }
            let mut f = reading.fields(node, "an attribute")?;
            let attribute = RawAttribute {
                key: Spanned { value: Arc::clone(&key.name), span: key.span },
                label: f.words("label"),
                values: attribute_values(reading, &mut f),
                publish: f.choice("publish", Publish::WORDS, Publish::from_word).unwrap_or(Publish::No),
            };
            f.finish(&[]);
            Some(attribute)
        })
        .collect()
}

fn attribute_values(reading: &Reading, f: &mut Fields) -> Vec<AttributeValue> {
    let Some(node) = f.node("values") else { return Vec::new() };
    if let NodeKind::List(items) = &node.kind {
        return items
            .iter()
            .filter_map(|n| reading.text_of(n, "values"))
            .map(|t| AttributeValue { key: Arc::clone(&t.value), one: Arc::clone(&t.value), many: t.value })
            .collect();
    }
    let Some(f) = reading.fields(node, "`values`") else { return Vec::new() };
    f.rest()
        .map(|(key, node)| {
            let names: Vec<Arc<str>> = reading.items(node).iter().filter_map(|n| reading.text_of(n, &key.name)).map(|t| t.value).collect();
            if names.len() > 2 {
                reading.report(
                    Diagnostic::at(&code::BAD_VALUE, node.span, format!("`{}` has more than two names", key.name))
                        .help("write how one person and how several are called, as in `spouse: [spouse, spouses]`"),
                );
            }
            let one = names.first().map_or_else(|| Arc::clone(&key.name), Arc::clone);
            let many = names.get(1).map_or_else(|| Arc::clone(&one), Arc::clone);
            AttributeValue { key: Arc::clone(&key.name), one, many }
        })
        .collect()
}

fn consent(reading: &Reading, f: &mut Fields) -> (Option<Consent>, Option<Arc<str>>) {
    let Some(mut f) = f.node("consent").and_then(|n| reading.fields(n, "`consent`")) else { return (None, None) };
    let consent = (f.choice("default", Consent::WORDS, Consent::from_word), f.words("statement"));
    f.finish(&[]);
    consent
}

fn privacy(reading: &Reading, f: &mut Fields) -> RawPrivacy {
    let Some(mut f) = f.node("privacy").and_then(|n| reading.fields(n, "`privacy`")) else { return RawPrivacy::default() };
    let privacy = RawPrivacy {
        health: f.yes_no("health"),
        k: f.number("k", 1),
        linking: f.choice("linking", Linking::WORDS, Linking::from_word),
        times: f.yes_no("times"),
        neighbours: f.yes_no("neighbours"),
        reason: f.words("reason"),
    };
    f.finish(&[]);
    privacy
}

fn data(reading: &Reading, f: &mut Fields) -> DataFiles {
    let written = f.key_span("data").is_some();
    let mut files = DataFiles { codebook: !written, themes: !written, ..DataFiles::default() };
    for t in f.texts("data") {
        match DataFile::from_word(&t.value) {
            Some(DataFile::Codebook) => files.codebook = true,
            Some(DataFile::Themes) => files.themes = true,
            Some(DataFile::Quotes) => files.quotes = true,
            Some(DataFile::Participants) => files.participants = true,
            None => reading.report(
                Diagnostic::at(&code::BAD_VALUE, t.span, format!("`data` cannot offer `{}`", words::shortened(&t.value, 40))).help(
                    words::did_you_mean(&t.value, DataFile::WORDS.iter().copied(), || {
                        format!("it can offer {}", words::choices(DataFile::WORDS))
                    }),
                ),
            ),
        }
    }
    files
}

fn notation(reading: &Reading, f: &mut Fields) -> Notation {
    let Some(mut f) = f.node("notation").and_then(|n| reading.fields(n, "`notation`")) else { return Notation::default() };
    let values = |texts: Vec<Spanned<Arc<str>>>| texts.into_iter().map(|t| t.value).collect();
    let notation = Notation { replaced: values(f.texts("replaced")), sounds: values(f.texts("sounds")) };
    f.finish(&[]);
    notation
}

fn about(reading: &Reading, f: &mut Fields) -> Vec<(AboutField, Vec<Inline<RawRef>>)> {
    let Some(mut f) = f.node("about").and_then(|n| reading.fields(n, "`about`")) else { return Vec::new() };
    let mut about = Vec::new();
    for &field in AboutField::ALL {
        // An empty field is not finished rather than wrong: the completeness rule warns of it.
        if let Some(node) = f.node(field.word())
            && !node.is_null()
            && let Some(text) = reading.text_of(node, field.word())
        {
            about.push((field, markdown::inline(reading, &text)));
        }
    }
    f.finish(&[]);
    about
}
