//! `identifier` and `likely-identifier`: what may tell who somebody is, in any text that would be published.
//!
//! What is looked for, and how, is in [`identifiers`](crate::identifiers). Here it is decided what a finding means where it stands:
//! a date in what a participant says is told as an error, in the researchers' own text as a warning. The value is never printed,
//! and its line only masked.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::published::{self, Text, Voice};
use crate::diag::{Code, Decide, Diagnostic, Files, code};
use crate::identifiers::{Finding, FindingKind, scan};
use crate::model::Study;

/// What was found in texts before, by their hash, so that an edit costs the texts it changed.
#[derive(Default)]
pub struct Memory(Mutex<HashMap<blake3::Hash, Box<[Finding]>>>);

/// What may identify somebody, in any text that would be published; `memory` keeps what was found from one run to the next.
pub fn check(study: &Study, files: &Files, memory: &Memory) -> Vec<Diagnostic> {
    let texts = published::texts(study);
    let known = std::mem::take(&mut *memory.0.lock().unwrap_or_else(PoisonError::into_inner));
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
    *memory.0.lock().unwrap_or_else(PoisonError::into_inner) = read.into_iter().collect();
    said
}

/// What a finding means where it stands; `None` where it is to be expected there.
fn meant(kind: FindingKind, text: &Text) -> Option<&'static Code> {
    match (kind, text.voice) {
        // When a study was done, and what was written when, has to be told.
        (FindingKind::MonthYear, Voice::Researcher | Voice::Institution) => None,
        (FindingKind::UrlHandle, Voice::Researcher | Voice::Institution) => None,
        (FindingKind::Person | FindingKind::Place | FindingKind::Org | FindingKind::DateExact, Voice::Institution) => None,
        (FindingKind::DateExact, Voice::Researcher) => Some(&code::LIKELY_IDENTIFIER),
        _ if kind.is_error() => Some(&code::IDENTIFIER),
        _ => Some(&code::LIKELY_IDENTIFIER),
    }
}

fn told(text: &Text, finding: &Finding, code: &'static Code, files: &Files, turn: usize) -> Diagnostic {
    let what = finding.kind.name();
    let (message, help) = if code.name == "identifier" {
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
    let diagnostic = Diagnostic::new(code, place, message).help(help).sensitive();
    diagnostic.decided_by(Decide::Text { of: hasher.finalize(), place: text.of.to_string() })
}
