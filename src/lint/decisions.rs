//! `decision-unused`: what somebody has decided about is not reported again; a decision that fits nothing any more is.
//!
//! A decision about a text holds a keyed hash of it with its context, so it lapses when the text changes, and neither the file
//! nor who gets hold of it later tells what was there. The key lies in `private/`. One about a combination of attributes
//! holds how many people were below k and how small the smallest group was: it lapses when either gets worse.

use super::rule::Rule;
use crate::diag::{Decide, Diagnostic, Subject, codes, words};
use crate::model::decisions::{Record, Recorded};

codes! {
    Privacy {
        /// **Checks** that every decision in privacy.yaml is about something that is still there, as it was when it was decided.
        ///
        /// **Why:** a decision is about the words it was made for. When they change, the new words have to be reviewed, and the old
        /// entry would only suggest that somebody did so.
        ///
        /// **Example:** somebody decided that the name of a town may stay in a quote; later the quote was shortened, and the town is gone.
        DECISION_UNUSED = "decision-unused", Warning, "A decision in privacy.yaml fits nothing any more.";
    }
}

/// It has no check: what is decided about comes from every stage, so it is applied to all that they report.
pub static RULE: Rule = Rule { codes: CODES, checked: "decisions in privacy.yaml, for those that fit nothing any more", check: None };

/// The key of a study's decisions.
pub type Key = [u8; 32];

/// The keyed hash of what a decision is about, as `privacy.yaml` has it.
pub fn fingerprint(key: &Key, of: &blake3::Hash) -> String {
    blake3::keyed_hash(key, of.as_bytes()).to_hex()[..32].to_owned()
}

/// Takes out what was decided about, and adds what is to be reported of the decisions.
pub fn apply(found: Vec<Diagnostic>, records: &[Record], key: Option<&Key>) -> Vec<Diagnostic> {
    let mut used = vec![false; records.len()];
    let mut out: Vec<Diagnostic> = found
        .into_iter()
        .filter(|d| {
            let fits = records.iter().enumerate().filter(|(_, record)| settles(record, d, key)).map(|(at, _)| at).collect::<Vec<_>>();
            fits.iter().for_each(|at| used[*at] = true);
            fits.is_empty()
        })
        .collect();
    let is_decision = |record: &Record| matches!(record.what, Recorded::Text { .. } | Recorded::Cells { .. });
    for (record, used) in records.iter().zip(used) {
        if used || !is_decision(record) {
            continue;
        }
        let (message, help) = match (&record.what, key) {
            (Recorded::Text { .. }, None) => (
                "this decision cannot be held against the study: `private/acknowledge.key` is not here".to_owned(),
                "get the file from the colleague who decided; it is not kept with the study, so that what was decided about stays private",
            ),
            (Recorded::Cells { attributes, .. }, _) => (
                format!("this decision on {} fits nothing any more", words::list(attributes, "and")),
                "the combination is above k now, or it got worse and has to be decided again; take the entry away",
            ),
            _ => (
                "this decision fits nothing any more".to_owned(),
                "the text it was made for has changed or is gone, and what is there now is told again; take the entry away",
            ),
        };
        out.push(Diagnostic::at(&DECISION_UNUSED, record.span, message).about(subject(record)).help(help));
    }
    out
}

/// The place that a decision names, or the attributes.
fn subject(record: &Record) -> Subject {
    match &record.what {
        Recorded::Text { place, .. } => Subject::Decision(place.clone()),
        Recorded::Cells { attributes, .. } => Subject::Decision(attributes.join(",").into()),
        Recorded::Read { participant, .. } => Subject::Decision(participant.clone()),
        Recorded::Signed { .. } => Subject::Decision(record.reviewer.clone()),
    }
}

fn settles(record: &Record, d: &Diagnostic, key: Option<&Key>) -> bool {
    match (&record.what, d.decide.as_deref(), key) {
        (Recorded::Text { rule, fingerprint: recorded, .. }, Some(Decide::Text { of, .. }), Some(key)) => {
            d.code.is_named(rule) && **recorded == *fingerprint(key, of)
        }
        (Recorded::Cells { attributes, below, smallest, .. }, Some(Decide::Cells { attributes: now, below: are, smallest: is }), _) => {
            attributes.len() == now.len() && attributes.iter().all(|a| now.contains(a)) && are <= below && is >= smallest
        }
        _ => false,
    }
}
