//! `study.yaml` with its defaults filled in and what may not be published taken out.

use std::sync::Arc;

use crate::diag::{Diagnostic, Subject, code, words};
use crate::model::Settings;
use crate::model::settings::{Attribute, Attribution, AttributionPart, ConsentSettings, Counts, Linking, Privacy, Publish};
use crate::model::settings::{Consent, QuotesAre, SearchEngines};
use crate::parse::{RawAttribute, RawStudy};

/// The settings less what refers to the rest of the study (`opening`, `about`), which is resolved at the end.
pub fn settings(raw: Option<&RawStudy>, diagnostics: &mut Vec<Diagnostic>) -> Settings {
    let Some(raw) = raw else { return unreadable() };
    let attributes: Vec<Attribute> = raw
        .attributes
        .iter()
        .filter(|a| a.publish != Publish::No)
        .map(|a| Attribute {
            key: Arc::clone(&a.key.value),
            label: a.label.clone().unwrap_or_else(|| Arc::clone(&a.key.value)),
            values: a.values.clone(),
            publish: a.publish,
        })
        .collect();
    let linking = raw.privacy.linking.unwrap_or(Linking::Ids);
    let health = raw.privacy.health.unwrap_or(true);
    Settings {
        title: raw.title.clone().unwrap_or_else(|| "Untitled study".into()),
        short_title: raw.short_title.clone(),
        subtitle: raw.subtitle.clone(),
        summary: raw.summary.clone(),
        opening: None,
        period: raw.period.clone(),
        based_on: raw.based_on.clone(),
        language: raw.language.clone().unwrap_or_else(|| "en".into()),
        date: raw.date.clone(),
        version: raw.version.clone(),
        illustrative: raw.illustrative,
        authors: raw.authors.clone(),
        licence: raw.licence.clone(),
        method: raw.method,
        counts: raw.counts.or(raw.method.map(|m| m.counts())).unwrap_or(Counts::Participants),
        counts_chosen: raw.counts.is_some(),
        quotes_are: raw.quotes_are,
        words: raw.words.clone(),
        attribution: attribution(raw, &attributes, linking, diagnostics),
        attributes,
        consent: ConsentSettings { default: raw.consent_default.unwrap_or(Consent::Quote), statement: raw.consent_statement.clone() },
        privacy: Privacy {
            health,
            // Three for ordinary material, five for health data: what the field's guidance asks for.
            k: raw.privacy.k.unwrap_or(if health { 5 } else { 3 }),
            linking,
            times: raw.privacy.times.unwrap_or(false),
            neighbours: raw.privacy.neighbours.unwrap_or(false),
            reason: raw.privacy.reason.clone(),
        },
        search_engines: raw.search_engines,
        data: raw.data,
        notation: raw.notation.clone(),
        about: Vec::new(),
    }
}

fn attribution(raw: &RawStudy, attributes: &[Attribute], linking: Linking, diagnostics: &mut Vec<Diagnostic>) -> Attribution {
    let Some(written) = &raw.attribution else {
        return Attribution(if linking == Linking::None { Vec::new() } else { vec![AttributionPart::Id] });
    };
    let mut parts = Vec::new();
    let mut rest = &*written.value;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}').map(|at| open + at) else { break };
        if open > 0 {
            parts.push(AttributionPart::Text(rest[..open].into()));
        }
        let name = &rest[open + 1..close];
        rest = &rest[close + 1..];
        match placeholder(name, &raw.attributes, attributes, linking) {
            Ok(part) => parts.push(part),
            Err((message, help)) => diagnostics
                .push(Diagnostic::at(&code::UNKNOWN_PLACEHOLDER, written.span, message).about(Subject::Setting("attribution")).help(help)),
        }
    }
    if !rest.is_empty() {
        parts.push(AttributionPart::Text(rest.into()));
    }
    Attribution(parts)
}

fn placeholder(name: &str, declared: &[RawAttribute], public: &[Attribute], linking: Linking) -> Result<AttributionPart, (String, String)> {
    if name == "id" {
        return if linking == Linking::None {
            Err((
                "`{id}` cannot stand beside quotes under `linking: none`".to_owned(),
                "take `{id}` out of `attribution`, or choose another `linking`".to_owned(),
            ))
        } else {
            Ok(AttributionPart::Id)
        };
    }
    if let Some(at) = public.iter().position(|a| &*a.key == name) {
        return if public[at].publish == Publish::Person {
            Ok(AttributionPart::Attribute(at))
        } else {
            Err((
                format!("`{{{name}}}` may be told in totals only, not beside a quote"),
                format!("take it out of `attribution`, or set `publish: person` for `{name}` if it does not single people out"),
            ))
        };
    }
    if declared.iter().any(|a| &*a.key.value == name) {
        return Err((
            format!("`{{{name}}}` is not published"),
            format!("take it out of `attribution`, or set `publish: person` for `{name}` if it does not single people out"),
        ));
    }
    let names = public.iter().filter(|a| a.publish == Publish::Person).map(|a| &*a.key).chain(["id"]);
    Err((
        format!("`attribution` names `{{{name}}}`, which is no attribute"),
        words::did_you_mean(name, names, || "declare it under `attributes` with `publish: person`".to_owned()),
    ))
}

/// What stands in for settings that could not be read: the narrowest there are.
fn unreadable() -> Settings {
    Settings {
        title: "Untitled study".into(),
        short_title: None,
        subtitle: None,
        summary: None,
        opening: None,
        period: None,
        based_on: None,
        language: "en".into(),
        date: None,
        version: None,
        illustrative: false,
        authors: Vec::new(),
        licence: Default::default(),
        method: None,
        counts: Counts::Participants,
        counts_chosen: true,
        quotes_are: QuotesAre::Selected,
        words: Vec::new(),
        attribution: Attribution(Vec::new()),
        attributes: Vec::new(),
        // Not known to be missing.
        consent: ConsentSettings { default: Consent::Quote, statement: Some("".into()) },
        privacy: Privacy { health: true, k: 5, linking: Linking::Ids, times: false, neighbours: false, reason: None },
        search_engines: SearchEngines::Off,
        data: Default::default(),
        notation: Default::default(),
        about: Vec::new(),
    }
}
