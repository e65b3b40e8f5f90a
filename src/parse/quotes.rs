//! `quotes/**/*.yaml`: the words, usually one file an interview.

use std::sync::Arc;

use super::decode::Reading;
use super::fields::Fields;
use super::locator::is_locator;
use super::study;
use super::yaml::{Node, NodeKind};
use crate::diag::{Diagnostic, Span, Spanned, code, words};
use crate::model::settings::Consent;
use crate::model::{Id, Stance};

/// A quote file as written.
#[derive(Clone, Debug)]
pub struct RawQuotes {
    pub source: Option<Spanned<Id>>,
    pub participant: Option<Spanned<Id>>,
    pub order: Option<u32>,
    pub quotes: Vec<RawQuote>,
}

#[derive(Clone, Debug)]
pub struct RawQuote {
    pub span: Span,
    pub id: Spanned<Id>,
    pub participant: Option<Spanned<Id>>,
    pub themes: Vec<(Spanned<Id>, Stance)>,
    pub words: RawWords,
    pub asked: Option<Arc<str>>,
    pub context: Option<Arc<str>>,
    pub at: Option<Arc<str>>,
    pub meaning: Option<Arc<str>>,
    pub consent: Option<Consent>,
    pub withheld: bool,
}

#[derive(Clone, Debug)]
pub enum RawWords {
    Text {
        text: Arc<str>,
        original: Option<(Arc<str>, Arc<str>)>,
    },
    Turns {
        turns: Vec<RawTurn>,
        original: Option<(Arc<str>, Vec<RawTurn>)>,
    },
    Paraphrase(Arc<str>),
    /// Nothing usable was written; a diagnostic says so.
    Missing,
}

#[derive(Clone, Debug)]
pub struct RawTurn {
    pub speaker: RawSpeaker,
    pub text: Arc<str>,
}

#[derive(Clone, Debug)]
pub enum RawSpeaker {
    Interviewer,
    Unknown,
    Participant(Spanned<Id>),
}

pub fn read(reading: &Reading, root: &Node) -> Option<RawQuotes> {
    if matches!(root.kind, NodeKind::List(_)) {
        reading.report(
            Diagnostic::at(
                &code::WRONG_TYPE,
                Span { end: root.span.start + 1, ..root.span },
                "a quote file begins with whose words it holds, and here is a list",
            )
            .help("write `participant: P01` (or `source: …`) in the first line, `quotes:` in the next, and the list under it; participants are listed in `quotes/participants.yaml`, sources in `quotes/sources.yaml`"),
        );
        return None;
    }
    let mut f = reading.fields(root, "a quote file")?;
    let source = f.id("source");
    let participant = f.id("participant");
    let order = f.number("order", 0);
    if f.key_span("quotes").is_none() {
        f.missing("quotes");
    }
    let quotes = f.node("quotes").map(|n| list(reading, n).iter().filter_map(|n| quote(reading, n)).collect()).unwrap_or_default();
    f.finish(&[]);
    Some(RawQuotes { source, participant, order, quotes })
}

fn list<'n>(reading: &Reading, node: &'n Node) -> &'n [Node] {
    if reading.items(node).is_empty() {
        reading.report(
            Diagnostic::at(&code::EMPTY_FILE, node.span, "`quotes` holds nothing")
                .help("write the quotes under it, each beginning with `- id: …`, or take the file away"),
        );
    }
    reading.list_of(node, "the quotes", &["id", "text", "themes", "turns", "paraphrase"], "P01-01").unwrap_or_default()
}

fn quote(reading: &Reading, node: &Node) -> Option<RawQuote> {
    let mut f = reading.fields(node, "a quote")?;
    let id = f.required_id("id");
    let themes = themes(reading, &mut f);
    let words = words_of(reading, &mut f);
    let participant = f.id("participant");
    let asked = f.words("asked");
    let context = f.words("context");
    let at = locator(reading, &mut f);
    let meaning = f.words("meaning");
    let consent = f.choice("consent", Consent::WORDS, Consent::from_word);
    // The reason is for the author's own file: it is read to see that there is one, and kept nowhere.
    let withheld =
        f.node("withheld").is_some_and(|n| !matches!(&n.kind, NodeKind::Scalar { text, .. } if matches!(&**text, "no" | "false")));
    f.finish(&[]);
    Some(RawQuote { span: node.span, id: id?, participant, themes, words, asked, context, at, meaning, consent, withheld })
}

/// Where in the source the quote is: what is published beside it is a time, a page or a line.
fn locator(reading: &Reading, f: &mut Fields) -> Option<Arc<str>> {
    let at = f.text("at")?;
    if is_locator(&at.value) {
        return Some(at.value);
    }
    reading.report(
        Diagnostic::at(&code::BAD_VALUE, at.span, "`at` is a time, a page or a line, and this is none of them")
            .sensitive()
            .help("write `at: \"00:14:05\"`, `at: p. 12` or `at: line 88`; what went before belongs into `context:`"),
    );
    None
}

fn themes(reading: &Reading, f: &mut Fields) -> Vec<(Spanned<Id>, Stance)> {
    let Some(node) = f.node("themes") else {
        f.missing("themes");
        return Vec::new();
    };
    if reading.unbracketed(node, "themes") {
        return Vec::new();
    }
    let items = reading.items(node);
    if items.is_empty() {
        reading.report(
            Diagnostic::at(&code::QUOTE_WITHOUT_THEMES, node.span, "the quote has no themes")
                .help("name at least one theme, as in `themes: [quality-of-life]`; a quote that is not coded belongs to no finding"),
        );
    }
    items
        .iter()
        .filter_map(|n| {
            if !matches!(n.kind, NodeKind::Map(_)) {
                return Some((reading.id_of(n, "themes")?, Stance::Supports));
            }
            let mut f = reading.fields(n, "a theme of a quote")?;
            let id = f.required_id("id");
            let stance = f.choice("as", Stance::WORDS, Stance::from_word).unwrap_or(Stance::Supports);
            f.finish(&[]);
            Some((id?, stance))
        })
        .collect()
}

fn words_of(reading: &Reading, f: &mut Fields) -> RawWords {
    let written: Vec<&str> = ["text", "turns", "paraphrase"].into_iter().filter(|n| f.key_span(n).is_some()).collect();
    if let [first, second, ..] = written[..]
        && let Some(span) = f.key_span(second)
    {
        reading.report(
            Diagnostic::at(&code::WORDS_TWICE, span, format!("the quote has both `{first}` and `{second}`"))
                .help("a quote is one of three: `text` (one voice), `turns` (an exchange) or `paraphrase` (in your words)"),
        );
    }
    let text = f.node("text").and_then(|n| reading.needed_text_of(n, "text"));
    let turns = f.node("turns").map(|n| turns(reading, n));
    let paraphrase = f.node("paraphrase").and_then(|n| reading.needed_text_of(n, "paraphrase")).map(|t| t.value);
    let original = f.node("original");
    if let Some(turns) = turns {
        return RawWords::Turns { turns, original: original.and_then(|n| original_turns(reading, n)) };
    }
    if let Some(text) = text {
        return RawWords::Text { text: text.value, original: original.and_then(|n| original_text(reading, n)) };
    }
    if let Some(paraphrase) = paraphrase {
        if let Some(span) = f.key_span("original") {
            reading
                .report(Diagnostic::at(&code::UNKNOWN_FIELD, span, "a paraphrase has no `original`").help(
                    "take it away: who agreed to a paraphrase did not agree to the words, in any language; with `text` it can stand",
                ));
        }
        return RawWords::Paraphrase(paraphrase);
    }
    if written.is_empty() {
        f.missing("text");
    }
    RawWords::Missing
}

fn original_text(reading: &Reading, node: &Node) -> Option<(Arc<str>, Arc<str>)> {
    let mut f = reading.fields(node, "`original`")?;
    let lang = f.required_text("lang").and_then(|t| study::language(reading, t));
    let text = f.required_text("text");
    f.finish(&[]);
    Some((lang?, text?.value))
}

fn original_turns(reading: &Reading, node: &Node) -> Option<(Arc<str>, Vec<RawTurn>)> {
    let mut f = reading.fields(node, "`original` of an exchange")?;
    let lang = f.required_text("lang").and_then(|t| study::language(reading, t));
    if f.key_span("turns").is_none() {
        f.missing("turns");
    }
    let turns = f.node("turns").map(|n| turns(reading, n));
    f.finish(&[]);
    Some((lang?, turns?))
}

/// An exchange: a list whose items each name one speaker.
fn turns(reading: &Reading, node: &Node) -> Vec<RawTurn> {
    if matches!(&node.kind, NodeKind::List(items) if items.is_empty()) || node.is_null() {
        reading.report(
            Diagnostic::at(&code::EMPTY_TEXT, node.span, "`turns` is empty").help("write the turns, or `text:` where one voice speaks"),
        );
    }
    let example =
        "write each turn as its speaker and the words, as in `- P03: Nobody.`, `- asked: Who do you ring?` or `- \"?\": It rings.`";
    reading
        .items(node)
        .iter()
        .filter_map(|n| {
            let NodeKind::Map(entries) = &n.kind else {
                reading.report(Diagnostic::at(&code::BAD_TURN, n.span, "a turn names its speaker, and here is none").help(example));
                return None;
            };
            let [(key, value)] = &entries[..] else {
                reading.report(Diagnostic::at(&code::BAD_TURN, n.span, "a turn has one speaker").help(example));
                return None;
            };
            let speaker = match &*key.name {
                "asked" => RawSpeaker::Interviewer,
                "?" => RawSpeaker::Unknown,
                name => match Id::new(name) {
                    Ok(id) => RawSpeaker::Participant(Spanned { value: id, span: key.span }),
                    Err(_) => {
                        reading.report(
                            Diagnostic::at(&code::BAD_TURN, key.span, format!("`{}` is nobody's id", words::shortened(name, 40)))
                                .help(example),
                        );
                        return None;
                    }
                },
            };
            Some(RawTurn { speaker, text: reading.text_of(value, &key.name)?.value })
        })
        .collect()
}
