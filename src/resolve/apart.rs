//! `case-stem`, `case-exchange`, `numbering-gap`: what the ids and the exchanges themselves would tell.
//!
//! Who knows one half of a couple, and reads that P03a and P03b are one, knows the other half too. Who sees that P07 is missing
//! knows that somebody withdrew.

use std::collections::BTreeMap;

use super::names::{Entity, Names};
use crate::diag::{Decide, Diagnostic, Subject, code};
use crate::model::settings::{Linking, Settings};
use crate::model::{Participant, Quote, Words};
use crate::parse::RawParticipant;

pub fn check(
    raw: &[&RawParticipant],
    participants: &[Participant],
    quotes: &[Quote],
    names: &Names,
    settings: &Settings,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if settings.privacy.linking == Linking::None {
        return;
    }
    stems(raw, names, diagnostics);
    exchanges(raw, participants, quotes, diagnostics);
    gaps(raw, names, diagnostics);
}

/// The participants who are in the study, by case.
fn cases<'r>(raw: &[&'r RawParticipant], names: &Names) -> BTreeMap<&'r str, Vec<&'r RawParticipant>> {
    let mut cases: BTreeMap<&str, Vec<&RawParticipant>> = BTreeMap::new();
    for person in raw.iter().filter(|p| matches!(names.get(p.id.value.as_str()), Some(Entity::Participant(_)))) {
        if let Some(case) = &person.case {
            cases.entry(case).or_default().push(person);
        }
    }
    cases
}

fn stems(raw: &[&RawParticipant], names: &Names, diagnostics: &mut Vec<Diagnostic>) {
    for people in cases(raw, names).values() {
        for (at, one) in people.iter().enumerate() {
            let other = people[..at].iter().find(|other| share_stem(one.id.value.as_str(), other.id.value.as_str()));
            let Some(other) = other.filter(|other| !(one.together && other.together)) else { continue };
            diagnostics.push(
                Diagnostic::at(&code::CASE_STEM, one.id.span, format!("the ids `{}` and `{}` show that the two belong together", other.id.value, one.id.value))
                    .about(Subject::Participants([other, one].map(|person| person.id.value.as_str().into()).to_vec()))
                    .also(other.id.span, "the other of the two")
                    .help("give them ids that have no number in common; or, where both agreed to be recognised by each other, write `together: yes` for both"),
            );
        }
    }
}

/// Whether two ids have their first number in common: P03a and P03b, P03 and C03, D3-1 and D3-2.
fn share_stem(one: &str, other: &str) -> bool {
    fn number(id: &str) -> Option<&str> {
        let digits = id.trim_start_matches(|c: char| !c.is_ascii_digit());
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        Some(digits[..end].trim_start_matches('0')).filter(|_| end > 0)
    }
    number(one).is_some_and(|n| number(other) == Some(n))
}

fn exchanges(raw: &[&RawParticipant], participants: &[Participant], quotes: &[Quote], diagnostics: &mut Vec<Diagnostic>) {
    for quote in quotes.iter().filter(|q| matches!(q.words, Words::Exchange { .. }) && q.voices.len() > 1) {
        let people: Vec<&RawParticipant> = quote
            .voices
            .iter()
            .filter_map(|voice| raw.iter().find(|person| person.id.value == participants[voice.at()].id).copied())
            .collect();
        let pair = people.iter().enumerate().find_map(|(at, one)| {
            let other = people[..at].iter().find(|other| one.case.is_some() && one.case == other.case)?;
            (!(one.together && other.together)).then_some((other, one))
        });
        if let Some((one, other)) = pair {
            diagnostics.push(
                Diagnostic::at(
                    &code::CASE_EXCHANGE,
                    quote.span,
                    format!(
                        "`{}` and `{}` are of one case, and the exchange `{}` shows them together",
                        one.id.value, other.id.value, quote.id
                    ),
                )
                .about(Subject::quote(quote.id.as_str()))
                .help("cut it into two quotes; or, where both agreed to be recognised by each other, write `together: yes` for both"),
            );
        }
    }
}

/// An id of one who withdrew, between two of the same form that are in the study.
fn gaps(raw: &[&RawParticipant], names: &Names, diagnostics: &mut Vec<Diagnostic>) {
    let is_there = |id: &str| matches!(names.get(id), Some(Entity::Participant(_)));
    let present: Vec<(&str, u64)> = raw.iter().map(|p| p.id.value.as_str()).filter(|id| is_there(id)).filter_map(numbered).collect();
    for gone in raw.iter().filter(|p| names.get(p.id.value.as_str()) == Some(Entity::Withdrawn)) {
        let Some((stem, number)) = numbered(gone.id.value.as_str()) else { continue };
        let same = || present.iter().filter(|(other, _)| *other == stem);
        if same().any(|(_, n)| *n < number) && same().any(|(_, n)| *n > number) {
            let of = blake3::hash(format!("numbering-gap\0{}", gone.id.value).as_bytes());
            diagnostics.push(
                Diagnostic::at(&code::NUMBERING_GAP, gone.id.span, format!("readers see that `{}` is missing between the others", gone.id.value))
                    .about(Subject::participant(gone.id.value.as_str()))
                    .help("give the participants behind it new ids, without a gap; or, if the numbers had gaps from the beginning, record so with `emic privacy ack`")
                    .decided_by(Decide::Text { of, place: gone.id.value.to_string() }),
            );
        }
    }
}

/// `P07` as `P` and 7.
fn numbered(id: &str) -> Option<(&str, u64)> {
    let stem = id.trim_end_matches(|c: char| c.is_ascii_digit());
    Some((stem, id[stem.len()..].parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_with_one_number_show_that_they_belong_together() {
        for (one, other) in [("P03a", "P03b"), ("P03", "C03"), ("D3-1", "D3-2"), ("P3", "p03-wife")] {
            assert!(share_stem(one, other), "{one} {other}");
        }
        for (one, other) in [("P03", "P04"), ("anna", "ben"), ("P13", "P3")] {
            assert!(!share_stem(one, other), "{one} {other}");
        }
    }
}
