//! `identifier` and `likely-identifier`: what may tell who somebody is, in any text that would be published.
//!
//! What is looked for, and how, is in [`identifiers`](crate::identifiers). Here it is decided what a finding means where it stands:
//! a date in what a participant says is told as an error, in the researchers' own text as a warning. The value is never printed,
//! and its line only masked.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::cache::IdentifierCache;
use super::published::{self, Text, Voice};
use super::rule::{Context, Rule};
use crate::diag::{Code, Decide, Diagnostic, Files, FoundTerm, Subject, codes};
use crate::identifiers::{Finding, FindingKind, scan};
use crate::model::Study;

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
    let texts = published::texts(study);
    let known = cache.take();
    let read: Vec<(blake3::Hash, Box<[Finding]>)> = texts
        .par_iter()
        .map(|text| {
            let hash = blake3::hash(text.words.as_bytes());
            (hash, known.get(&hash).map_or_else(|| scan(&text.words).into(), Clone::clone))
        })
        .collect();
    // Where one value stands in several texts of a file, each is told in its turn.
    let mut before: BTreeMap<(String, &str), usize> = BTreeMap::new();
    let mut said = Vec::new();
    for (text, (_, findings)) in texts.iter().zip(&read) {
        for finding in findings.iter() {
            let turn = before.entry((format!("{:?}", text.home), &text.words[finding.range.clone()])).or_default();
            if let Some(code) = meant(finding.kind, text) {
                said.push(told(text, finding, code, files, *turn));
            }
            *turn += 1;
        }
    }
    cache.replace(read.into_iter().collect());
    said
}

/// What a finding means where it stands; `None` where it is to be expected there.
fn meant(kind: FindingKind, text: &Text) -> Option<&'static Code> {
    match (kind, text.voice) {
        // When a study was done, and what was written when, has to be told.
        (FindingKind::MonthYear, Voice::Researcher | Voice::Institution) => None,
        (FindingKind::UrlHandle, Voice::Researcher | Voice::Institution) => None,
        (FindingKind::Person | FindingKind::Place | FindingKind::Org | FindingKind::DateExact, Voice::Institution) => None,
        (FindingKind::DateExact, Voice::Researcher) => Some(&LIKELY_IDENTIFIER),
        _ if kind.is_error() => Some(&IDENTIFIER),
        _ => Some(&LIKELY_IDENTIFIER),
    }
}

fn told(text: &Text, finding: &Finding, code: &'static Code, files: &Files, turn: usize) -> Diagnostic {
    let what = finding.kind.name();
    let (message, help) = if *code == IDENTIFIER {
        (
            format!("{what} would be published, in `{}`", text.of),
            "replace it by what it is, in brackets: `[phone number]`, `[name]`, `[hospital]`; if it identifies nobody, record why with `emic privacy ack`",
        )
    } else if finding.kind == FindingKind::MonthYear {
        (
            format!("{what} stands in `{}`", text.of),
            "beside an event that few had, it tells who; say it less exactly, in brackets: `[the spring before]`; or record with `emic privacy ack` why it may stand",
        )
    } else {
        (
            format!("{what} stands in `{}`", text.of),
            "if it is one, replace it by what it is, in brackets: `[name]`, `[town]`; if it identifies nobody, record why with `emic privacy ack`",
        )
    };
    let mut hasher = blake3::Hasher::new();
    for part in [code.name, &text.of, &text.words.split_whitespace().collect::<Vec<_>>().join(" ")] {
        hasher.update(part.as_bytes()).update(&[0]);
    }
    let nth = text.words[..finding.range.start].split_whitespace().count() as u32;
    hasher.update(&nth.to_le_bytes());
    let place = published::place(files, text, finding.range.clone(), turn);
    let term = FoundTerm::new(finding.kind.tag(), &text.words[finding.range.clone()]);
    let diagnostic = Diagnostic::new(code, place, message).about(Subject::Term(term)).help(help).sensitive();
    diagnostic.decided_by(Decide::Text { of: hasher.finalize(), place: text.of.to_string() })
}
