//! The coding table, held against the quotes: whoever is shown to have said something must be counted as having said it.

use std::collections::HashMap;

use super::names::{Entity, Names, Want};
use crate::diag::{Diagnostic, Subject, code, words};
use crate::model::{CodingRow, Participant, ParticipantIx, Quote, Theme, ThemeIx};
use crate::parse::RawCoding;

/// The rows of those who are told apart; a pair written twice is said.
pub fn rows(raw: &[&RawCoding], names: &Names, diagnostics: &mut Vec<Diagnostic>) -> Vec<CodingRow> {
    let mut seen: HashMap<(ParticipantIx, ThemeIx), &RawCoding> = HashMap::new();
    let mut rows = Vec::new();
    for row in raw {
        if matches!(names.get(row.participant.value.as_str()), Some(Entity::Withdrawn | Entity::Counted)) {
            continue;
        }
        let participant = names.find(&row.participant, Want::Participant, diagnostics);
        let theme = names.find(&row.theme, Want::Theme, diagnostics);
        let (Some(Entity::Participant(participant)), Some(Entity::Theme(theme))) = (participant, theme) else { continue };
        if let Some(first) = seen.insert((participant, theme), row) {
            diagnostics.push(
                Diagnostic::at(
                    &code::CODING_ROW,
                    row.span,
                    format!("`{}` and `{}` stand in the table twice", row.participant.value, row.theme.value),
                )
                .about(Subject::theme(row.theme.value.as_str()))
                .also(first.span, "first here")
                .help("write one row for each pair, with all its passages"),
            );
            continue;
        }
        rows.push(CodingRow { participant, theme, passages: row.passages });
    }
    rows.sort_by_key(|r| (r.theme, r.participant));
    rows
}

/// Says which shown quotes the table does not know of.
pub fn check(rows: &[CodingRow], quotes: &[Quote], participants: &[Participant], themes: &[Theme], diagnostics: &mut Vec<Diagnostic>) {
    let passages: HashMap<_, _> = rows.iter().map(|r| ((r.participant, r.theme), r.passages)).collect();
    let mut shown: HashMap<(ParticipantIx, ThemeIx), u32> = HashMap::new();
    for quote in quotes.iter().filter(|q| q.is_shown()) {
        for voice in &quote.voices {
            for coding in &quote.codings {
                let (person, theme) = (&participants[voice.at()].id, &themes[coding.theme.at()].id);
                let so_far = shown.entry((*voice, coding.theme)).or_insert(0);
                *so_far += 1;
                match passages.get(&(*voice, coding.theme)) {
                    None if *so_far == 1 => diagnostics.push(
                        Diagnostic::at(
                            &code::CODING_ROW,
                            quote.span,
                            format!("`{}` is coded to `{theme}`, but the coding table has no row `{person},{theme}`", quote.id),
                        )
                        .about(Subject::quote(quote.id.as_str()))
                        .help(format!("add a row  {person},{theme},1  to the table in `coding/`, with the number of passages")),
                    ),
                    Some(&n) if *so_far == n + 1 => diagnostics.push(
                        Diagnostic::at(
                            &code::CODING_ROW,
                            quote.span,
                            format!(
                                "more quotes of `{person}` are coded to `{theme}` than the coding table has passages ({})",
                                words::count(n as usize, "passage", "passages")
                            ),
                        )
                        .about(Subject::theme(theme.as_str()))
                        .help("correct the number of passages in `coding/`, or the quote's themes"),
                    ),
                    _ => {}
                }
            }
        }
    }
}
