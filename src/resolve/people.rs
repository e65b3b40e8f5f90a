//! Participants and sources: who is in the study, and what may be told of them.

use std::sync::Arc;

use super::hidden::Hidden;
use super::names::{Entity, Names, Want};
use crate::diag::{Diagnostic, Spanned, Subject, code, words};
use crate::model::settings::{Attribute, Consent, Linking, Settings};
use crate::model::{AttributeIs, Id, Participant, ParticipantIx, Source, SourceIx};
use crate::parse::{RawParticipant, RawSource, RawStudy};

/// Whether everybody agreed to be counted only: then there are counts and nothing else.
pub fn are_counted_only(raw: &[&RawParticipant], settings: &Settings) -> bool {
    let mut there = raw.iter().filter(|person| !person.withdrawn).map(|person| consent(person, settings)).filter(|c| *c > Consent::None);
    let mut any = false;
    there.all(|consent| {
        any = true;
        consent == Consent::Aggregate
    }) && any
}

fn consent(person: &RawParticipant, settings: &Settings) -> Consent {
    person.consent.unwrap_or(settings.consent.default).min(settings.consent.default)
}

/// Enters every participant who did not withdraw; attributes that may not be published are left behind here.
pub fn participants(
    raw: &[&RawParticipant],
    study: Option<&RawStudy>,
    settings: &Settings,
    names: &mut Names,
    hidden: &mut Hidden,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Participant>, u32) {
    let mut participants = Vec::new();
    let mut counted = 0;
    let everybody = are_counted_only(raw, settings);
    for person in raw {
        let consent = consent(person, settings);
        if person.withdrawn || consent == Consent::None {
            names.enter(&person.id, Entity::Withdrawn, diagnostics);
            hidden.id(&person.id);
            continue;
        }
        // Beside others who are told apart, one who is not could be had by subtraction from any total that holds both.
        if consent == Consent::Aggregate && !everybody {
            if names.enter(&person.id, Entity::Counted, diagnostics) {
                counted += 1;
                hidden.id(&person.id);
            }
            continue;
        }
        if !names.enter(&person.id, Entity::Participant(ParticipantIx(participants.len() as u32)), diagnostics) {
            continue;
        }
        let attributes = settings.attributes.iter().map(|a| attribute(a, person, diagnostics)).collect();
        near_misses(person, study, diagnostics);
        if settings.privacy.linking == Linking::None {
            hidden.id(&person.id);
        }
        participants.push(Participant { id: person.id.value.clone(), attributes, consent });
    }
    (participants, counted)
}

fn attribute(declared: &Attribute, person: &RawParticipant, diagnostics: &mut Vec<Diagnostic>) -> Option<AttributeIs> {
    let (_, value) = person.attributes.iter().find(|(key, _)| key.value == declared.key)?;
    if declared.values.is_empty() {
        return Some(AttributeIs::Written(Arc::clone(&value.value)));
    }
    if let Some(at) = declared.values.iter().position(|v| v.key == value.value) {
        return Some(AttributeIs::Value(at));
    }
    let keys: Vec<&str> = declared.values.iter().map(|v| &*v.key).collect();
    diagnostics.push(
        Diagnostic::at(
            &code::UNKNOWN_VALUE,
            value.span,
            format!("`{}` has no value `{}`", declared.key, words::shortened(&value.value, 40)),
        )
        .about(Subject::Attributes(vec![Arc::clone(&declared.key)]))
        .help(words::did_you_mean(&value.value, keys.iter().copied(), || format!("study.yaml declares {}", words::choices(&keys)))),
    );
    None
}

/// A field that is declared nowhere stays private, which is right unless it was meant to be declared.
fn near_misses(person: &RawParticipant, study: Option<&RawStudy>, diagnostics: &mut Vec<Diagnostic>) {
    let Some(study) = study else { return };
    let declared = || study.attributes.iter().map(|a| &*a.key.value);
    for (key, _) in &person.attributes {
        if declared().any(|d| d == &*key.value) {
            continue;
        }
        let missing = declared().filter(|d| !person.attributes.iter().any(|(k, _)| &*k.value == *d));
        if let Some(near) = words::nearest(&key.value, missing) {
            diagnostics.push(
                Diagnostic::at(
                    &code::LIKELY_ATTRIBUTE,
                    key.span,
                    format!("`{}` is no declared attribute, so it is not published", key.value),
                )
                .about(Subject::Attributes(vec![near.into()]))
                .help(format!("did you mean `{near}`?")),
            );
        }
    }
}

/// Enters the sources. Withdrawn participants are left out of them without a word.
///
/// With each source comes who is missing in it: what nobody is named for there may be theirs.
pub fn sources(raw: &[&RawSource], names: &mut Names, diagnostics: &mut Vec<Diagnostic>) -> (Vec<Source>, Vec<Missing>) {
    let (mut sources, mut lost) = (Vec::new(), Vec::new());
    for source in raw {
        let ix = SourceIx(sources.len() as u32);
        let are = |what: Entity| source.participants.iter().filter(|p| names.get(p.value.as_str()) == Some(what)).count();
        let (withdrew, counted) = (are(Entity::Withdrawn), are(Entity::Counted));
        let nobody_is_left = withdrew + counted > 0 && withdrew + counted == source.participants.len();
        let entity = match (nobody_is_left, counted) {
            (false, _) => Entity::Source(ix),
            (true, 0) => Entity::Withdrawn,
            (true, _) => Entity::Counted,
        };
        if !names.enter(&source.id, entity, diagnostics) || nobody_is_left {
            continue;
        }
        lost.push(Missing { withdrew: withdrew > 0, counted: counted > 0 });
        sources.push(Source {
            id: Some(source.id.value.clone()),
            kind: source.kind,
            participants: source.participants.iter().filter_map(|p| present(p, names, diagnostics)).collect(),
            wave: source.wave.clone(),
            order: source.order,
            language: source.language.clone(),
            minutes: source.minutes,
        });
    }
    (sources, lost)
}

/// Who of a source's participants is not told apart in the study.
#[derive(Clone, Copy, Default)]
pub struct Missing {
    pub withdrew: bool,
    pub counted: bool,
}

/// A participant who is there; nothing is said of one who withdrew or is only counted.
fn present(id: &Spanned<Id>, names: &Names, diagnostics: &mut Vec<Diagnostic>) -> Option<ParticipantIx> {
    if matches!(names.get(id.value.as_str()), Some(Entity::Withdrawn | Entity::Counted)) {
        return None;
    }
    match names.find(id, Want::Participant, diagnostics) {
        Some(Entity::Participant(ix)) => Some(ix),
        _ => None,
    }
}
