//! Who took part: all of them in a table, and a page for each where that is agreed to.

use serde::Serialize;

use crate::analyse::{Evidence, large_groups};
use crate::diag::Diagnostic;
use crate::model::ParticipantIx;
use crate::model::naming::{attribute, attribution};
use crate::model::settings::{Linking, Publish};
use crate::route::Route;
use crate::site::content::{PageContent, PageLink, PageLinks};
use crate::site::html::Html;
use crate::site::page_context::PageContext;
use crate::site::shell::crumbs;
use crate::site::{groups, people, words};

#[derive(Serialize)]
struct ParticipantsIndex {
    lede: String,
    /// Columns of what may be told of a person; none where no ids are shown.
    heads: Vec<String>,
    people: Vec<PersonRow>,
    totals: Html,
    linked: bool,
}

#[derive(Serialize)]
struct PersonRow {
    id: String,
    href: Option<String>,
    values: Vec<String>,
    coded: Vec<Option<CodedTheme>>,
}

#[derive(Serialize)]
struct CodedTheme {
    number: String,
    name: String,
    href: String,
    ink: u8,
}

pub fn index(context: &PageContext) -> PageContent {
    let study = context.study();
    let named = study.settings.privacy.linking != Linking::None;
    let person_attributes: Vec<usize> = groups::attributes(study).collect();
    let index = ParticipantsIndex {
        lede: lede(context),
        heads: person_attributes.iter().map(|at| study.settings.attributes[*at].label.to_string()).collect(),
        people: if named { study.participant_ixs().map(|p| person(context, p, &person_attributes)).collect() } else { Vec::new() },
        totals: people::totals_table(context),
        linked: study.settings.privacy.linking == Linking::Pages,
    };
    PageContent::new("participants.html", "Who took part", crumbs(context, &[("Participants".into(), None)]), &index)
        .described_as(lede(context))
}

/// "20 participants: 8 spouses and 12 adult children."
fn lede(context: &PageContext) -> String {
    let study = context.study();
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

fn person(context: &PageContext, p: ParticipantIx, attributes: &[usize]) -> PersonRow {
    let study = context.study();
    let participant = study.participant(p);
    PersonRow {
        id: participant.id.to_string(),
        href: context.links.participant(p),
        values: attributes.iter().map(|at| attribute(study, participant.attributes[*at].as_ref(), *at)).collect(),
        coded: study
            .main_themes()
            .map(|t| {
                let theme = study.theme(t);
                context.analysis().cell(t, p).filter(|c| c.shown > 0).map(|_| CodedTheme {
                    number: theme.number.to_string(),
                    name: theme.name.to_string(),
                    href: context.links.evidence(Evidence::Cell(t, p)),
                    ink: theme.ink,
                })
            })
            .collect(),
    }
}

#[derive(Serialize)]
struct ParticipantView {
    id: String,
    attributes: Vec<(String, String)>,
    /// The page is the author's, who sees all that readers can learn about one person.
    author: bool,
    strip: Html,
    quotes: Html,
    around: PageLinks,
}

pub fn one(context: &PageContext, ix: ParticipantIx) -> Result<PageContent, Diagnostic> {
    let study = context.study();
    let participant = study.participant(ix);
    let mut attributes: Vec<(String, String)> = study
        .settings
        .attributes
        .iter()
        .enumerate()
        .filter(|(at, a)| a.publish == Publish::Person && participant.attributes[*at].is_some())
        .map(|(at, a)| (a.label.to_string(), attribute(study, participant.attributes[at].as_ref(), at)))
        .collect();
    attributes.extend(material(context, ix));
    let quotes = context.quotes(context.analysis().quotes_of(ix))?;
    let last = study.participants.len() as u32 - 1;
    let step =
        |p: u32| PageLink { label: study.participants[p as usize].id.to_string(), href: context.to(&Route::Participant(ParticipantIx(p))) };
    let view = ParticipantView {
        id: participant.id.to_string(),
        attributes,
        author: context.site.edition.participants,
        strip: people::themes_strip(context, ix),
        quotes,
        around: PageLinks {
            previous: ix.0.checked_sub(1).map(step),
            up: Some(PageLink { label: "All participants".into(), href: context.to(&Route::Participants) }),
            next: (ix.0 < last).then(|| step(ix.0 + 1)),
        },
    };
    let trail = crumbs(context, &[("Participants".into(), Some(Route::Participants)), (participant.id.to_string(), None)]);
    let who = attribution(study, ix);
    Ok(PageContent::new("participant.html", participant.id.to_string(), trail, &view)
        .described_as(format!("Every quote of {who} that is shown.")))
}

/// The kinds and languages of what a participant took part in.
fn material(context: &PageContext, ix: ParticipantIx) -> Vec<(String, String)> {
    let study = context.study();
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
