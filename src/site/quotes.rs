//! A quote's HTML: made once, the same on every page of one depth.

use std::sync::{Arc, OnceLock};

use serde::Serialize;

use super::html::{Html, escaped, paragraphs, spoken_into};
use super::templates::{Templates, value};
use super::words;
use crate::diag::Diagnostic;
use crate::model::naming::{detail, has_id};
use crate::model::settings::Linking;
use crate::model::{ParticipantIx, Quote, QuoteIx, Stance, Study, ThemeIx, Turn, TurnSpeaker, Words};
use crate::route::{Depth, Links, Route};

/// What the template of a quote sees.
#[derive(Serialize)]
struct QuoteView<'a> {
    id: &'a str,
    /// Whether it opens a page and is set larger.
    lead: bool,
    permalink: String,
    /// Who speaks; more than one in an exchange.
    speakers: Vec<Speaker>,
    /// The researcher's own text, or words told in the author's: no quotation marks.
    told: bool,
    paraphrase: bool,
    contrary: bool,
    says: Html,
    turns: Vec<TurnView>,
    original: Option<OriginalView>,
    translated_from: Option<String>,
    asked: Option<&'a str>,
    context: Option<&'a str>,
    meaning: Option<&'a str>,
    at: Option<&'a str>,
    codes: Vec<ThemeTag>,
    /// The quotes before and after it in the same source, where the study lets them be followed.
    earlier: Option<String>,
    later: Option<String>,
    illustrative: bool,
}

#[derive(Serialize)]
struct Speaker {
    id: Option<String>,
    href: Option<String>,
    /// What is shown beside or in the place of the id.
    detail: String,
}

#[derive(Serialize)]
struct TurnView {
    who: String,
    asked: bool,
    says: Html,
}

#[derive(Serialize)]
struct OriginalView {
    lang: String,
    says: Html,
    turns: Vec<TurnView>,
}

/// A theme as a badge with its name.
#[derive(Serialize)]
pub struct ThemeTag {
    pub number: String,
    pub name: String,
    pub href: String,
    pub ink: u8,
    pub stance: &'static str,
}

impl ThemeTag {
    pub fn new(links: &Links, theme: ThemeIx, stance: Stance) -> ThemeTag {
        let t = links.study.theme(theme);
        ThemeTag {
            number: t.number.to_string(),
            name: t.name.to_string(),
            href: links.to(&Route::Theme(theme)),
            ink: t.ink,
            stance: match stance {
                Stance::Supports => "",
                Stance::Contrary => "against",
                Stance::Mixed => "both ways",
            },
        }
    }
}

type Fragment = Result<Arc<str>, Diagnostic>;

/// The fragments of all quotes, made when they are first asked for.
pub struct Fragments {
    at: [Vec<OnceLock<Fragment>>; 2],
}

impl Fragments {
    pub fn new(study: &Study) -> Fragments {
        let empty = || (0..study.quotes.len()).map(|_| OnceLock::new()).collect();
        Fragments { at: [empty(), empty()] }
    }

    /// # Errors
    /// Where the study's own template of a quote fails.
    pub fn get(&self, links: &Links, templates: &Templates, ix: QuoteIx) -> Result<Arc<str>, Diagnostic> {
        let depth = match links.depth {
            Depth::Top => 0,
            Depth::Folder => 1,
        };
        self.at[depth][ix.at()].get_or_init(|| render(links, templates, ix, false).map(Arc::from)).clone()
    }
}

/// A quote's HTML; with `lead` as it opens a page.
///
/// # Errors
/// Where the study's own template of a quote fails.
pub fn render(links: &Links, templates: &Templates, ix: QuoteIx, lead: bool) -> Result<String, Diagnostic> {
    let study = links.study;
    let quote = study.quote(ix);
    let source = study.source(quote.source);
    let researchers = source.kind.is_researchers();
    let (says, turns, original, paraphrase) = spoken(links, quote);
    let language = original.as_ref().map(|o| o.lang.clone());
    let view = QuoteView {
        id: links.names.quote(ix),
        lead,
        permalink: links.quote(ix),
        speakers: speakers(links, quote),
        told: researchers || paraphrase,
        paraphrase,
        contrary: quote.codings.iter().any(|c| c.stance == Stance::Contrary),
        says,
        turns,
        translated_from: language.as_deref().and_then(words::language).map(str::to_owned),
        original,
        asked: quote.asked.as_deref(),
        context: quote.context.as_deref(),
        meaning: quote.meaning.as_deref(),
        at: quote.at.as_deref(),
        codes: quote.codings.iter().map(|c| ThemeTag::new(links, c.theme, c.stance)).collect(),
        earlier: neighbour(links, ix, |at| at.checked_sub(1)),
        later: neighbour(links, ix, |at| at.checked_add(1)),
        illustrative: study.settings.illustrative,
    };
    templates.render("quote.html", &[("quote", &value(&view))])
}

/// The permalink of the next quote shown in the same source, `step` by `step`. Quotes of a source are next to each other.
fn neighbour(links: &Links, ix: QuoteIx, step: impl Fn(u32) -> Option<u32>) -> Option<String> {
    let study = links.study;
    if !study.settings.privacy.neighbours || study.settings.privacy.linking == Linking::None {
        return None;
    }
    let mut at = ix.0;
    loop {
        at = step(at)?;
        let next = study.quotes.get(at as usize).filter(|q| q.source == study.quote(ix).source)?;
        if next.is_shown() {
            return Some(links.quote(QuoteIx(at)));
        }
    }
}

fn spoken(links: &Links, quote: &Quote) -> (Html, Vec<TurnView>, Option<OriginalView>, bool) {
    match &quote.words {
        Words::Speech { text, original } => {
            let original =
                original.as_ref().map(|o| OriginalView { lang: o.language.to_string(), says: paragraphs(&o.text), turns: Vec::new() });
            (paragraphs(text), Vec::new(), original, false)
        }
        Words::Exchange { turns, original } => {
            let original = original.as_ref().map(|(lang, turns)| OriginalView {
                lang: lang.to_string(),
                says: Html::default(),
                turns: turn_views(links, turns),
            });
            (Html::default(), turn_views(links, turns), original, false)
        }
        Words::Paraphrase(text) => (paragraphs(text), Vec::new(), None, true),
        Words::Unset => (Html::default(), Vec::new(), None, false),
    }
}

fn turn_views(links: &Links, turns: &[Turn]) -> Vec<TurnView> {
    let unlinked = links.study.settings.privacy.linking == Linking::None;
    turns
        .iter()
        .map(|t| TurnView {
            who: match t.speaker {
                TurnSpeaker::Interviewer => "Asked".to_owned(),
                TurnSpeaker::Unknown => "Someone".to_owned(),
                TurnSpeaker::Participant(_) if unlinked => "Answered".to_owned(),
                TurnSpeaker::Participant(p) => links.study.participant(p).id.to_string(),
            },
            asked: t.speaker == TurnSpeaker::Interviewer,
            says: {
                let mut html = String::new();
                spoken_into(&mut html, &t.text);
                Html(html)
            },
        })
        .collect()
}

fn speakers(links: &Links, quote: &Quote) -> Vec<Speaker> {
    if quote.voices.is_empty() {
        let kind = links.study.source(quote.source).kind.one();
        return vec![Speaker { id: None, href: None, detail: words::capital(kind) }];
    }
    quote.voices.iter().map(|v| speaker(links, *v)).collect()
}

fn speaker(links: &Links, ix: ParticipantIx) -> Speaker {
    let unlinked = links.study.settings.privacy.linking == Linking::None;
    Speaker {
        id: (!unlinked && has_id(links.study)).then(|| links.study.participant(ix).id.to_string()),
        href: links.participant(ix),
        detail: detail(links.study, ix),
    }
}

/// A quote that is whole elsewhere on the page, in one line.
pub fn again(links: &Links, ix: QuoteIx) -> Html {
    let id = escaped(links.names.quote(ix));
    let quote = links.study.quote(ix);
    let voices: Vec<&str> = quote.voices.iter().map(|v| links.study.participant(*v).id.as_str()).collect();
    let who = match links.study.settings.privacy.linking {
        Linking::Pages | Linking::Ids if !voices.is_empty() => format!("{}: ", escaped(&voices.join(", "))),
        _ => String::new(),
    };
    Html(format!("<p class=\"again\">{who}<a href=\"#{id}\">{id}</a>, on this page</p>"))
}
