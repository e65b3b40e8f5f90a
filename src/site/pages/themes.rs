//! Themes: the list of all, and a page for each at any depth.

use serde::Serialize;

use super::{Around, Entry, Filled, Step};
use crate::analyse::{Basis, Count, Unit};
use crate::diag::Diagnostic;
use crate::model::settings::Linking;
use crate::model::{Asked, ParticipantIx, QuoteIx, ThemeIx};
use crate::route::Route;
use crate::site::counts::{self, Form};
use crate::site::html::{Html, escaped};
use crate::site::sheet::Sheet;
use crate::site::shell::crumbs;
use crate::site::{participants, text, words};

/// A theme in a list, with all below it.
#[derive(Serialize)]
pub struct Row {
    number: String,
    name: String,
    href: String,
    ink: u8,
    definition: Html,
    voice: Option<Voice>,
    total: Option<Total>,
    subs: Vec<Row>,
}

/// One line of somebody's words.
#[derive(Serialize)]
pub struct Voice {
    text: String,
    elided: bool,
    id: String,
    href: String,
}

/// A theme's count, with its bar.
#[derive(Serialize)]
pub struct Total {
    ticks: Html,
    /// "17 of 20", linked.
    main: Html,
    noun: &'static str,
    remarks: String,
    /// "32 quotes", linked, where participants are counted.
    quotes: Option<Html>,
    bare: Html,
}

pub fn total(sheet: &Sheet, theme: ThemeIx) -> Option<Total> {
    let count = sheet.count(theme)?;
    let ink = sheet.study().theme(theme).ink;
    Some(Total {
        ticks: count.of.map(|of| counts::ticks(count.n, of, ink)).unwrap_or_default(),
        main: counts::link(&sheet.links, &count, Form::Number, "count main"),
        noun: counts::noun(&count),
        remarks: counts::remarks(&count),
        quotes: (count.unit == Unit::Participants).then(|| counts::link(&sheet.links, &shown_quotes(sheet, theme), Form::Phrase, "count")),
        bare: counts::link(&sheet.links, &count, Form::Bare, "count"),
    })
}

/// The quotes shown under a theme, as a count of their own.
pub fn shown_quotes(sheet: &Sheet, theme: ThemeIx) -> Count {
    let n = sheet.analysis().shown_under(theme);
    Count { n, basis: Basis::Quoted, ..sheet.analysis().count_in(sheet.study(), theme, Unit::Quotes) }
}

/// The theme's first example in one line.
pub fn voice(sheet: &Sheet, theme: ThemeIx) -> Option<Voice> {
    let study = sheet.study();
    let ix = *study.theme(theme).examples.first()?;
    let (text, elided) = text::one_line(&study.quote(ix).words, 140)?;
    Some(Voice { text, elided, id: sheet.links.names.quote(ix).to_owned(), href: sheet.links.quote(ix) })
}

/// All main themes with their subthemes.
///
/// # Errors
/// Where one of the study's own templates fails.
pub fn rows(sheet: &Sheet, voices: bool) -> Result<Vec<Row>, Diagnostic> {
    sheet.study().main_themes().map(|t| row(sheet, t, voices)).collect()
}

fn row(sheet: &Sheet, ix: ThemeIx, voices: bool) -> Result<Row, Diagnostic> {
    let theme = sheet.study().theme(ix);
    Ok(Row {
        number: theme.number.to_string(),
        name: theme.name.to_string(),
        href: sheet.to(&Route::Theme(ix)),
        ink: theme.ink,
        definition: sheet.running(&theme.definition)?,
        voice: if voices && theme.depth == 0 { voice(sheet, ix) } else { None },
        total: total(sheet, ix),
        subs: theme.children.iter().map(|c| row(sheet, *c, false)).collect::<Result<_, _>>()?,
    })
}

#[derive(Serialize)]
struct Index {
    heading: String,
    lede: String,
    rows: Vec<Row>,
    ticks: bool,
    n: usize,
}

pub fn index(sheet: &Sheet) -> Result<Filled, Diagnostic> {
    let study = sheet.study();
    let mains = study.main_themes().count();
    let below = study.themes.len() - mains;
    let heading = format!("{} {}", words::capital(&words::number(mains)), if mains == 1 { "theme" } else { "themes" });
    let lede = match below {
        0 => format!("How the words were brought into order: {}.", words::count(mains, "theme", "themes")),
        _ => format!(
            "How the words were brought into order: {} with {}.",
            words::count(mains, "theme", "themes"),
            words::count(below, "subtheme", "subthemes")
        ),
    };
    let rows = rows(sheet, false)?;
    let ticks = rows.iter().any(|r| r.total.is_some()) && study.participants.len() <= 60;
    let index = Index { heading: heading.clone(), lede, rows, ticks, n: study.participants.len() };
    let says = index.lede.clone();
    Ok(Filled::new("themes.html", heading, crumbs(sheet, &[("Themes".into(), None)]), &index).says(says))
}

#[derive(Serialize)]
struct ThemeView {
    number: String,
    name: String,
    ink: u8,
    id: String,
    definition: Html,
    facts: Vec<(&'static str, Html)>,
    contents: Vec<Entry>,
    badges: Vec<BadgeView>,
    strip: Html,
    sentence: Html,
    sections: Vec<Section>,
    contrary_found: Option<String>,
    contrary_sought: bool,
    contrary: Html,
    around: Around,
}

#[derive(Serialize)]
struct BadgeView {
    number: String,
    name: String,
    href: String,
    ink: u8,
    current: bool,
}

/// The quotes of a direct child, or of the theme itself.
#[derive(Serialize)]
struct Section {
    id: String,
    /// None for the theme's own quotes.
    row: Option<Row>,
    quotes: Html,
}

pub fn theme(sheet: &Sheet, ix: ThemeIx) -> Result<Filled, Diagnostic> {
    let study = sheet.study();
    let theme = study.theme(ix);
    let mut sections = Vec::new();
    if theme.is_leaf() {
        let quotes = leaf_quotes(sheet, ix, true)?;
        sections.push(Section { id: "quotes".into(), row: None, quotes });
    } else {
        let own = sheet.analysis().own_quotes(ix);
        if !own.is_empty() {
            sections.push(Section { id: "quotes".into(), row: None, quotes: whole(sheet, own)? });
        }
        for &child in &theme.children {
            let quotes = child_quotes(sheet, child)?;
            let row = row(sheet, child, false)?;
            sections.push(Section { id: study.theme(child).id.to_string(), row: Some(row), quotes });
        }
    }
    let contrary: Vec<QuoteIx> = sheet.analysis().against(study, ix).collect();
    let contrary_html = whole(sheet, &contrary)?;
    let shows_contrary = !contrary.is_empty() || theme.contrary.as_ref().is_some_and(|c| c.sought || c.found.is_some());
    let strip = participants::strip(sheet, ix);
    let mut contents = Vec::new();
    if !strip.0.is_empty() {
        contents.push(Entry { label: "Whose words are coded here".into(), href: "#coded".into() });
    }
    if theme.is_leaf() {
        contents.push(Entry { label: "Quotes".into(), href: "#quotes".into() });
    }
    contents.extend(theme.children.iter().map(|c| {
        let child = study.theme(*c);
        Entry { label: format!("{} {}", child.number, child.name), href: format!("#{}", child.id) }
    }));
    if shows_contrary {
        contents.push(Entry { label: "Words that speak against this".into(), href: "#contrary".into() });
    }
    let main = study.ancestors(ix).first().copied().unwrap_or(ix);
    let view = ThemeView {
        number: theme.number.to_string(),
        name: theme.name.to_string(),
        ink: theme.ink,
        id: theme.id.to_string(),
        definition: sheet.running(&theme.definition)?,
        facts: facts(sheet, ix)?,
        contents,
        badges: study
            .main_themes()
            .map(|t| {
                let m = study.theme(t);
                BadgeView {
                    number: m.number.to_string(),
                    name: m.name.to_string(),
                    href: sheet.to(&Route::Theme(t)),
                    ink: m.ink,
                    current: t == main,
                }
            })
            .collect(),
        strip,
        sentence: sentence(sheet, ix),
        sections,
        contrary_found: theme.contrary.as_ref().and_then(|c| c.found.as_ref()).map(ToString::to_string),
        contrary_sought: theme.contrary.as_ref().is_some_and(|c| c.sought),
        contrary: contrary_html,
        around: around(sheet, ix),
    };
    let mut trail = vec![("Themes".to_owned(), Some(Route::Themes))];
    trail.extend(study.ancestors(ix).into_iter().map(|a| (study.theme(a).number.to_string(), Some(Route::Theme(a)))));
    trail.push((theme.number.to_string(), None));
    let title = format!("{} {}", theme.number, theme.name);
    let description = crate::model::document::plain(&theme.definition);
    Ok(Filled::new("theme.html", title, crumbs(sheet, &trail), &view).described((!description.is_empty()).then_some(description)))
}

/// What the code book says, in the order a reader asks.
pub fn facts(sheet: &Sheet, ix: ThemeIx) -> Result<Vec<(&'static str, Html)>, Diagnostic> {
    let theme = sheet.study().theme(ix);
    let mut facts = Vec::new();
    for (label, text) in [("In full", &theme.full), ("Code this when", &theme.include), ("Do not code this when", &theme.exclude)] {
        if !text.is_empty() {
            facts.push((label, sheet.running(text)?));
        }
    }
    let origin = theme.origin.as_deref().map(|o| match o {
        "inductive" => "From the material (inductive).".to_owned(),
        "deductive" => "From theory (deductive).".to_owned(),
        other => format!("{}.", words::capital(other.trim_end_matches('.'))),
    });
    let asked = theme.asked.map(|a| match a {
        Asked::All => "Everyone was asked about it.",
        Asked::Some => "Some were asked about it.",
        Asked::Arose => "Nobody was asked about it; it arose.",
    });
    if origin.is_some() || asked.is_some() {
        let text: Vec<&str> = origin.as_deref().into_iter().chain(asked).collect();
        facts.push(("Origin", Html(escaped(&text.join(" ")))));
    }
    if !theme.history.is_empty() {
        let entries: Vec<String> = theme
            .history
            .iter()
            .map(|h| {
                let date = h.date.as_ref().map(|d| format!("{d}: ")).unwrap_or_default();
                let why = h.why.as_ref().map(|w| format!(" ({})", w.trim_end_matches('.'))).unwrap_or_default();
                escaped(&format!("{date}{}{why}.", h.change.trim_end_matches('.')))
            })
            .collect();
        facts.push(("History", Html(entries.join("<br>"))));
    }
    Ok(facts)
}

/// "17 of 20 participants spoke of this, 2 against it, in 32 quotes."
fn sentence(sheet: &Sheet, ix: ThemeIx) -> Html {
    let Some(count) = sheet.count(ix) else { return Html::default() };
    let here = if sheet.study().theme(ix).is_leaf() { "#quotes" } else { "#main" };
    let quotes = shown_quotes(sheet, ix);
    let quotes_link = counts::link_to(&sheet.links, &quotes, Form::Phrase, "count", here);
    let mut out = counts::link_to(&sheet.links, &count, Form::Phrase, "count", here).0;
    match (count.unit, count.basis) {
        (Unit::Quotes, _) => {
            out.push_str(if count.n == 1 { " is coded here" } else { " are coded here" });
            if quotes.n != count.n {
                out.push_str(&format!(", {} of them shown", quotes.n));
            }
        }
        (Unit::Participants, Basis::Quoted) => {
            out.push_str(&format!(" here{}, in {}", counts::remarks(&count), quotes_link.0));
        }
        (Unit::Participants, _) => {
            out.push_str(&format!(" spoke of this{}", counts::remarks(&count)));
            if count.shown == count.n {
                out.push_str(&format!(", in {}", quotes_link.0));
            } else {
                let from = match count.shown {
                    0 => "none of their words are shown".to_owned(),
                    n => format!("{} from {n} of them {} shown", quotes_link.0, if quotes.n == 1 { "is" } else { "are" }),
                };
                out.push_str(&format!("; {from}"));
            }
        }
    }
    out.push('.');
    Html(out)
}

/// Quotes of a leaf by participant, so that a cell of the matrix leads to `#P03`; its example first, set larger.
fn leaf_quotes(sheet: &Sheet, ix: ThemeIx, lead: bool) -> Result<Html, Diagnostic> {
    let study = sheet.study();
    let mut out = String::new();
    let quotes = sheet.analysis().quotes(ix);
    if lead && let Some(first) = study.theme(ix).examples.first() {
        out.push_str(&sheet.lead(*first)?.0);
    }
    if study.settings.privacy.linking == Linking::None {
        out.push_str(&whole(sheet, &unlinked(sheet, quotes))?.0);
        return Ok(Html(out));
    }
    let mut by_voice: Vec<(ParticipantIx, Vec<QuoteIx>)> = Vec::new();
    let mut others = Vec::new();
    for &q in quotes {
        let voices = &study.quote(q).voices;
        if voices.is_empty() {
            others.push(q);
        }
        for &v in voices {
            match by_voice.binary_search_by_key(&v, |(p, _)| *p) {
                Ok(at) => by_voice[at].1.push(q),
                Err(at) => by_voice.insert(at, (v, vec![q])),
            }
        }
    }
    for (voice, quotes) in by_voice {
        out.push_str(&format!("<div class=\"of w\" id=\"{}\">", study.participant(voice).id));
        out.push_str(&whole(sheet, &quotes)?.0);
        out.push_str("</div>");
    }
    out.push_str(&whole(sheet, &others)?.0);
    Ok(Html(out))
}

/// A child's quotes on its parent's page, deeper ones under their own headings' numbers only.
fn child_quotes(sheet: &Sheet, child: ThemeIx) -> Result<Html, Diagnostic> {
    let study = sheet.study();
    let mut out = String::new();
    if let Some(first) = study.theme(child).examples.first()
        && !sheet.has_quote(*first)
    {
        out.push_str(&sheet.lead(*first)?.0);
    }
    let quotes: Vec<QuoteIx> =
        unlinked(sheet, sheet.analysis().quotes(child)).into_iter().filter(|q| Some(q) != study.theme(child).examples.first()).collect();
    out.push_str(&whole(sheet, &quotes)?.0);
    Ok(Html(out))
}

/// Quotes in the order they may be listed: under `linking: none` not by speaker.
pub fn unlinked(sheet: &Sheet, quotes: &[QuoteIx]) -> Vec<QuoteIx> {
    match &sheet.links.names.order {
        None => quotes.to_vec(),
        Some(_) => {
            let mut sorted = quotes.to_vec();
            sorted.sort_by_key(|q| sheet.links.names.quote(*q).to_owned());
            sorted
        }
    }
}

/// Quotes one after another.
pub fn whole(sheet: &Sheet, quotes: &[QuoteIx]) -> Result<Html, Diagnostic> {
    let mut out = String::new();
    for q in quotes {
        out.push_str(&sheet.quote(*q)?.0);
    }
    Ok(Html(out))
}

fn around(sheet: &Sheet, ix: ThemeIx) -> Around {
    let study = sheet.study();
    let step = |t: ThemeIx| {
        let theme = study.theme(t);
        Step { label: format!("{} {}", theme.number, theme.name), href: sheet.to(&Route::Theme(t)) }
    };
    let up = study.theme(ix).parent.map_or_else(|| Step { label: "All themes".into(), href: sheet.to(&Route::Themes) }, step);
    Around {
        previous: ix.0.checked_sub(1).map(|i| step(ThemeIx(i))),
        up: Some(up),
        next: ((ix.at() + 1) < study.themes.len()).then(|| step(ThemeIx(ix.0 + 1))),
    }
}
