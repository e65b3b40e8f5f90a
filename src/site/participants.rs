//! Participants: who took part, the strip of those whose words are coded, a page for each where that is agreed to.

use serde::Serialize;

use super::html::{Html, escaped, put};
use super::pages::{Around, Filled, Step};
use super::sheet::Sheet;
use super::shell::crumbs;
use super::words;
use crate::analyse::{Evidence, large_groups, told_groups};
use crate::diag::Diagnostic;
use crate::model::naming::{attribute, attribution};
use crate::model::settings::{Linking, Publish};
use crate::model::{ParticipantIx, ThemeIx};
use crate::route::Route;

/// Beyond this many people a strip of them is no picture any more.
const MOST_IN_STRIP: usize = 200;

/// "Whose words are coded here": one square or none for each participant.
pub fn strip(sheet: &Sheet, theme: ThemeIx) -> Html {
    let study = sheet.study();
    if study.settings.privacy.linking == Linking::None || study.participants.len() > MOST_IN_STRIP || study.participants.is_empty() {
        return Html::default();
    }
    let long = study.participants.iter().any(|p| p.id.as_str().len() > 3);
    let mut out = String::new();
    put(
        &mut out,
        format_args!(
            "<ol class=\"strip{} t{}\" aria-label=\"Whose words are coded here\">",
            if long { " long" } else { "" },
            study.theme(theme).ink
        ),
    );
    let counted = sheet.count(theme).is_some();
    for p in study.participant_ixs() {
        let id = escaped(study.participant(p).id.as_str());
        match sheet.analysis().cell(theme, p) {
            None => put(
                &mut out,
                format_args!(
                    "<li><span class=\"vh\">{id}: nothing coded</span><span class=\"silent\" aria-hidden=\"true\">{id}</span></li>"
                ),
            ),
            Some(cell) if cell.shown == 0 => {
                put(&mut out, format_args!("<li><span class=\"vh\">{id}: coded, not shown</span><i aria-hidden=\"true\">{id}</i></li>"))
            }
            Some(cell) => {
                let href = escaped(&sheet.links.evidence(Evidence::Cell(theme, p)));
                let (data, quotes) = if counted {
                    let theme = &study.theme(theme).id;
                    let quotes = words::count(cell.shown as usize, "quote", "quotes");
                    (format!(" data-count=\"quotes theme={theme} participant={id}\""), format!(": {quotes}"))
                } else {
                    Default::default()
                };
                let who = escaped(&attribution(study, p));
                put(&mut out, format_args!("<li><a href=\"{href}\"{data} aria-label=\"{who}{quotes}\">{id}</a></li>"));
            }
        }
    }
    out.push_str("</ol>");
    Html(out)
}

#[derive(Serialize)]
struct Index {
    lede: String,
    /// Columns of what may be told of a person; none where no ids are shown.
    heads: Vec<String>,
    people: Vec<Person>,
    totals: Html,
    linked: bool,
}

#[derive(Serialize)]
struct Person {
    id: String,
    href: Option<String>,
    values: Vec<String>,
    coded: Vec<Option<Coded>>,
}

#[derive(Serialize)]
struct Coded {
    number: String,
    name: String,
    href: String,
    ink: u8,
}

pub fn index(sheet: &Sheet) -> Filled {
    let study = sheet.study();
    let named = study.settings.privacy.linking != Linking::None;
    let person_attributes: Vec<usize> =
        study.settings.attributes.iter().enumerate().filter(|(_, a)| a.publish == Publish::Person).map(|(at, _)| at).collect();
    let index = Index {
        lede: lede(sheet),
        heads: person_attributes.iter().map(|at| study.settings.attributes[*at].label.to_string()).collect(),
        people: if named { study.participant_ixs().map(|p| person(sheet, p, &person_attributes)).collect() } else { Vec::new() },
        totals: totals_table(sheet),
        linked: study.settings.privacy.linking == Linking::Pages,
    };
    Filled::new("participants.html", "Who took part", crumbs(sheet, &[("Participants".into(), None)]), &index).says(lede(sheet))
}

/// "20 participants: 8 spouses and 12 adult children."
fn lede(sheet: &Sheet) -> String {
    let study = sheet.study();
    let all = words::count(study.participants.len(), "participant", "participants");
    let counted = match study.counted_only {
        0 => String::new(),
        1 => " One more took part and agreed to be counted only: here, and in no other number.".to_owned(),
        n => format!(" {n} more took part and agreed to be counted only: here, and in no other number."),
    };
    let first = study.settings.attributes.iter().position(|a| a.publish == Publish::Person && !a.values.is_empty());
    match first.and_then(|at| Some((at, large_groups(study, at)?))) {
        Some((at, groups)) if groups.len() > 1 => {
            let parts: Vec<String> = groups.iter().map(|g| format!("{} {}", g.members.len(), g.name(study, at))).collect();
            format!("{all}: {}.{counted}", words::list(&parts, "and"))
        }
        _ => format!("{all}.{counted}"),
    }
}

fn person(sheet: &Sheet, p: ParticipantIx, attributes: &[usize]) -> Person {
    let study = sheet.study();
    let participant = study.participant(p);
    Person {
        id: participant.id.to_string(),
        href: sheet.links.participant(p),
        values: attributes.iter().map(|at| attribute(study, participant.attributes[*at].as_ref(), *at)).collect(),
        coded: study
            .main_themes()
            .map(|t| {
                let theme = study.theme(t);
                sheet.analysis().cell(t, p).filter(|c| c.shown > 0).map(|_| Coded {
                    number: theme.number.to_string(),
                    name: theme.name.to_string(),
                    href: sheet.links.evidence(Evidence::Cell(t, p)),
                    ink: theme.ink,
                })
            })
            .collect(),
    }
}

/// Who took part, in totals: every attribute whose groups are large enough.
pub fn totals_table(sheet: &Sheet) -> Html {
    let study = sheet.study();
    let mut body = String::new();
    let mut any_hidden = false;
    for (at, attribute) in study.settings.attributes.iter().enumerate() {
        let Some(groups) = told_groups(study, at) else { continue };
        put(&mut body, format_args!("<tr class=\"g\"><th scope=\"rowgroup\" colspan=\"2\">{}</th></tr>", escaped(&attribute.label)));
        for (group, hidden) in groups {
            any_hidden |= hidden;
            let number = if hidden { "<span aria-label=\"not told\">–</span>".to_owned() } else { group.members.len().to_string() };
            put(
                &mut body,
                format_args!(
                    "<tr><th class=\"i\" scope=\"row\">{}</th><td class=\"n\">{}</td></tr>",
                    escaped(&words::capital(&group.name(study, at))),
                    number
                ),
            );
        }
    }
    if body.is_empty() {
        return Html::default();
    }
    Html(format!(
        "<table class=\"data\"><caption>Who took part, in totals</caption><thead><tr><th scope=\"col\"><span class=\"vh\">Attribute</span></th><th scope=\"col\" class=\"n\">Participants, of {}</th></tr></thead><tbody>{body}</tbody></table>{}",
        study.participants.len(),
        if any_hidden {
            format!("<p class=\"by\">–: not told, so that no group of fewer than {} can be worked out.</p>", study.settings.privacy.k)
        } else {
            String::new()
        }
    ))
}

#[derive(Serialize)]
struct One {
    id: String,
    attributes: Vec<(String, String)>,
    /// The page is the author's, who sees all that readers can learn about one person.
    author: bool,
    strip: Html,
    quotes: Html,
    around: Around,
}

pub fn one(sheet: &Sheet, ix: ParticipantIx) -> Result<Filled, Diagnostic> {
    let study = sheet.study();
    let participant = study.participant(ix);
    let mut attributes: Vec<(String, String)> = study
        .settings
        .attributes
        .iter()
        .enumerate()
        .filter(|(at, a)| a.publish == Publish::Person && participant.attributes[*at].is_some())
        .map(|(at, a)| (a.label.to_string(), attribute(study, participant.attributes[at].as_ref(), at)))
        .collect();
    attributes.extend(material(sheet, ix));
    let mut quotes = String::new();
    for q in sheet.analysis().quotes_of(ix) {
        quotes.push_str(&sheet.quote(*q)?.0);
    }
    let last = study.participants.len() as u32 - 1;
    let step =
        |p: u32| Step { label: study.participants[p as usize].id.to_string(), href: sheet.to(&Route::Participant(ParticipantIx(p))) };
    let view = One {
        id: participant.id.to_string(),
        attributes,
        author: sheet.site.edition.participants,
        strip: themes_strip(sheet, ix),
        quotes: Html(quotes),
        around: Around {
            previous: ix.0.checked_sub(1).map(step),
            up: Some(Step { label: "All participants".into(), href: sheet.to(&Route::Participants) }),
            next: (ix.0 < last).then(|| step(ix.0 + 1)),
        },
    };
    let trail = crumbs(sheet, &[("Participants".into(), Some(Route::Participants)), (participant.id.to_string(), None)]);
    let who = attribution(study, ix);
    Ok(Filled::new("participant.html", participant.id.to_string(), trail, &view).says(format!("Every quote of {who} that is shown.")))
}

/// The kinds and languages of what a participant took part in.
fn material(sheet: &Sheet, ix: ParticipantIx) -> Vec<(String, String)> {
    let study = sheet.study();
    let mut seen = Vec::new();
    for source in study.sources.iter().filter(|s| s.participants.contains(&ix)) {
        let language = source.language.as_deref().filter(|l| **l != *study.settings.language).and_then(words::language);
        let wave = source.wave.as_deref().map(|w| format!(", {w}")).unwrap_or_default();
        let text = match language {
            Some(language) => format!("{}, in {language}{wave}", source.kind.one()),
            None => format!("{}{wave}", source.kind.one()),
        };
        if !seen.contains(&text) {
            seen.push(text);
        }
    }
    if seen.is_empty() { Vec::new() } else { vec![("Took part in".to_owned(), seen.join("; "))] }
}

/// One square for each leaf theme in which a participant's words are coded.
fn themes_strip(sheet: &Sheet, ix: ParticipantIx) -> Html {
    let study = sheet.study();
    let mut out = String::from("<ol class=\"strip subs-strip\" aria-label=\"Themes\">");
    for t in study.theme_ixs().filter(|t| study.theme(*t).is_leaf()) {
        let theme = study.theme(t);
        let number = &theme.number;
        match sheet.analysis().cell(t, ix) {
            Some(cell) if cell.shown > 0 => put(
                &mut out,
                format_args!(
                    "<li class=\"t{}\"><a href=\"{}\" aria-label=\"{number} {}\">{number}</a></li>",
                    theme.ink,
                    escaped(&sheet.links.evidence(Evidence::Cell(t, ix))),
                    escaped(&theme.name)
                ),
            ),
            Some(_) => put(
                &mut out,
                format_args!(
                    "<li class=\"t{}\"><span class=\"vh\">{number}: coded, not shown</span><i aria-hidden=\"true\">{number}</i></li>",
                    theme.ink
                ),
            ),
            None => put(
                &mut out,
                format_args!(
                    "<li><span class=\"vh\">{number}: nothing coded</span><span class=\"silent\" aria-hidden=\"true\">{number}</span></li>"
                ),
            ),
        }
    }
    out.push_str("</ol>");
    Html(out)
}
