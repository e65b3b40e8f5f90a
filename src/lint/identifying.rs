//! `identifier` and `likely-identifier`: what may tell who somebody is, in any text that would be published.
//!
//! What is looked for, and how, is in [`identifiers`](crate::identifiers); which texts are read, in [`published`](crate::published).
//! Here it is decided what a finding means where it is: a date in what a participant says is an error, in the researchers' own text
//! a warning. The value is never printed, and its line only masked.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashSet};

use rayon::prelude::*;

use super::cache::IdentifierCache;
use super::rule::{Context, Rule};
use crate::diag::{Code, Decide, Diagnostic, Files, FoundTerm, Subject, codes};
use crate::identifiers::{Finding, FindingKind, scan};
use crate::model::Study;
use crate::published::{Drafts, Field, Location, Text, Voice, visit};

codes! {
    Privacy {
        /// **Checks** every text that would be published for what identifies a person by itself: numbers (identity, health
        /// insurance, record, card, account, telephone, number plate), e-mail and web addresses, full dates, street addresses,
        /// postcodes, and ages of 90 or more. In the researchers' own texts a web address is expected, and a full date is reported as
        /// `likely-identifier`.
        ///
        /// **Why:** one such number in one quote undoes all other care, and anybody can search for it.
        ///
        /// **Example:** a quote contains a telephone number. Replace it by what it is: `[phone number]`.
        IDENTIFIER = "identifier", Error, "A number, date or address that may tell who somebody is would be published.";
        /// **Checks** every text that would be published for what looks like the name of a person, place or organisation, and
        /// what participants say for months with their year.
        ///
        /// **Why:** an overlooked name is the most common way in which an anonymised study identifies somebody. No list holds all
        /// names, and many names are also words, so each finding is a guess that a person has to review.
        ///
        /// **Example:** “I rang Dr Miller”. Replace the name: `[name]`.
        LIKELY_IDENTIFIER = "likely-identifier", Warning, "What looks like the name of a person, place or organisation, or a month with its year, stands in a text.";
    }
}

pub static RULE: Rule = Rule {
    codes: CODES,
    checked: "every text that would be published (quotes, originals, contexts, themes, findings, methods, attributes, captions, file names), for \
              direct identifiers and for likely names of people, places and organisations, in English and Chinese",
    check: Some(|context: &Context| check(context.study, context.files, context.cache)),
};

/// What may identify somebody, in any text that would be published; `cache` keeps what was found from one run to the next.
fn check(study: &Study, files: &Files, cache: &IdentifierCache) -> Vec<Diagnostic> {
    let mut texts = Vec::new();
    visit(study, Drafts::With, &mut |text| {
        if text.voice != Voice::Metadata {
            texts.push(text);
        }
    });
    let known = cache.take();
    let read: Vec<(blake3::Hash, Box<[Finding]>)> = texts
        .par_iter()
        .map(|text| {
            let hash = blake3::hash(text.words.as_bytes());
            (hash, known.get(&hash).map_or_else(|| scan(&text.words).into(), Clone::clone))
        })
        .collect();
    // Where one value is in several texts of a file, each is reported in its turn.
    let mut before: BTreeMap<(Location, &str), usize> = BTreeMap::new();
    // The study's own ids look like codes, and name nobody. Most studies have no finding that asks for them.
    let ids: OnceCell<HashSet<&str>> = OnceCell::new();
    let is_id = |value: &str| ids.get_or_init(|| own_ids(study)).contains(value);
    let mut diagnostics = Vec::new();
    for (text, (_, findings)) in texts.iter().zip(&read) {
        for finding in findings.iter() {
            let value = &text.words[finding.range.clone()];
            let turn = before.entry((text.location(study), value)).or_default();
            if let Some(code) = meaning(finding.kind, value, text).filter(|_| !is_id(value)) {
                diagnostics.push(diagnostic(study, text, finding, code, files, *turn));
            }
            *turn += 1;
        }
    }
    cache.replace(read.into_iter().collect());
    diagnostics
}

fn own_ids(study: &Study) -> HashSet<&str> {
    let participants = study.participants.iter().map(|participant| participant.id.as_str());
    let quotes = study.quotes.iter().map(|quote| quote.id.as_str());
    let themes = study.themes.iter().flat_map(|theme| theme.aliases.iter().chain([&theme.id])).map(|id| id.as_str());
    participants.chain(quotes).chain(themes).collect()
}

/// What a finding means where it is; `None` where it is to be expected there.
fn meaning(kind: FindingKind, value: &str, text: &Text) -> Option<&'static Code> {
    use FindingKind as K;
    match (kind, text.voice) {
        // When a study was done, and what was written when, has to be reported.
        (K::MonthYear, Voice::Researcher | Voice::Institution | Voice::Author) => None,
        (K::UrlHandle, Voice::Researcher | Voice::Institution | Voice::Author) => None,
        (K::Person | K::Place | K::Org | K::DateExact, Voice::Institution) => None,
        // Authors sign with their names and addresses. Where they work may be where participants were treated.
        (K::Email | K::Address | K::Postcode | K::DateExact | K::Place, Voice::Author) => None,
        (K::Person, Voice::Author) if text.field == Field::AuthorName => None,
        (K::Org, Voice::Author) if !gives_care(value) => None,
        // The title of a work that is public: its capitals say nothing, and a place in it is known.
        (K::Place | K::DateExact, _) if text.field == Field::BasedOnTitle => None,
        (K::Org, _) if text.field == Field::BasedOnTitle && !gives_care(value) => None,
        (K::DateExact, Voice::Researcher) => Some(&LIKELY_IDENTIFIER),
        _ if kind.is_error() => Some(&IDENTIFIER),
        _ => Some(&LIKELY_IDENTIFIER),
    }
}

/// Whether an organisation's name says that people are cared for there.
fn gives_care(name: &str) -> bool {
    const CARE: &[&str] = &[
        "hospital",
        "hospice",
        "clinic",
        "infirmary",
        "surgery",
        "practice",
        "care home",
        "nursing home",
        "medical centre",
        "medical center",
        "医院",
        "诊所",
        "卫生院",
        "卫生室",
        "养老院",
        "护理院",
        "疗养院",
    ];
    let name = name.to_lowercase();
    CARE.iter().any(|word| name.contains(word))
}

fn diagnostic(study: &Study, text: &Text, finding: &Finding, code: &'static Code, files: &Files, turn: usize) -> Diagnostic {
    let what = finding.kind.name();
    let owner = text.owner_name(study);
    let (message, help) = if *code == IDENTIFIER {
        (
            format!("{what} would be published, in `{owner}`"),
            "replace it by what it is, in brackets: `[phone number]`, `[name]`, `[hospital]`; if it identifies nobody, record why with `emic privacy ack`",
        )
    } else if finding.kind == FindingKind::MonthYear {
        (
            format!("{what} stands in `{owner}`"),
            "beside an event that few had, it tells who; say it less exactly, in brackets: `[the spring before]`; or record with `emic privacy ack` why it may stand",
        )
    } else {
        (
            format!("{what} stands in `{owner}`"),
            "if it is one, replace it by what it is, in brackets: `[name]`, `[town]`; if it identifies nobody, record why with `emic privacy ack`",
        )
    };
    let mut hasher = blake3::Hasher::new();
    for part in [code.name, &owner, &text.words.split_whitespace().collect::<Vec<_>>().join(" ")] {
        hasher.update(part.as_bytes()).update(&[0]);
    }
    let nth = text.words[..finding.range.start].split_whitespace().count() as u32;
    hasher.update(&nth.to_le_bytes());
    let place = text.place(study, files, finding.range.clone(), turn);
    let term = FoundTerm::new(finding.kind.tag(), &text.words[finding.range.clone()]);
    let diagnostic = Diagnostic::new(code, place, message).about(Subject::Term(term)).help(help).sensitive();
    diagnostic.decided_by(Decide::Text { of: hasher.finalize(), place: owner.into_owned() })
}
