//! `small-cells`: the attributes that stand beside a quote, taken together, leave nobody in a group of fewer than k.
//!
//! It is an error until the study holds one decision on exactly these attributes. What singles people out is told by the
//! smallest sets of attributes, and with it what would reach k.

use std::sync::Arc;

use crate::analyse::Analysis;
use crate::analyse::cells::{Row, Table};
use crate::diag::{Decide, Diagnostic, Files, Place, Span, code, words};
use crate::model::naming::attribute;
use crate::model::settings::Publish;
use crate::model::{ParticipantIx, Study};

/// How many people a message names.
const NAMED: usize = 6;

/// The participants with what may stand beside their words.
pub fn table(study: &Study) -> Table {
    let public: Vec<usize> =
        study.settings.attributes.iter().enumerate().filter(|(_, a)| a.publish == Publish::Person).map(|(at, _)| at).collect();
    let value = |ix: ParticipantIx, at: usize| Arc::from(attribute(study, study.participant(ix).attributes[at].as_ref(), at));
    Table {
        attributes: public.iter().map(|at| Arc::clone(&study.settings.attributes[*at].key)).collect(),
        rows: study
            .participant_ixs()
            .map(|ix| Row { id: study.participant(ix).id.as_str().into(), values: public.iter().map(|at| value(ix, *at)).collect() })
            .collect(),
    }
}

pub fn check(study: &Study, _: &Analysis, files: &Files) -> Vec<Diagnostic> {
    let k = study.settings.privacy.k;
    let table = table(study);
    let (below, smallest) = table.below(k);
    // What all of them share tells nobody apart, however few they are.
    if below.is_empty() || table.attributes.is_empty() || smallest as usize == table.rows.len() {
        return Vec::new();
    }
    let attributes = words::list(&table.attributes.iter().map(|a| format!("`{a}`")).collect::<Vec<_>>(), "and");
    let message = format!(
        "{} of {} share {attributes} with fewer than {k}: {}",
        below.len(),
        words::count(table.rows.len(), "participant", "participants"),
        singled_out(&table, k)
    );
    let place = files.get("study.yaml").map_or(Place::Study, |file| {
        let text = files.text(file);
        text.find("attributes:").map_or(Place::Path("study.yaml".into()), |at| Place::Span(Span::new(file, at..at + "attributes".len())))
    });
    vec![
        Diagnostic::new(&code::SMALL_CELLS, place, message)
            .help(remedy(&table, k))
            .decided_by(Decide::Cells { attributes: table.attributes.clone(), below: below.len() as u32, smallest }),
    ]
}

/// "`P02`, `P05` by `age` alone, `P03` by `relation` with `age`".
fn singled_out(table: &Table, k: u32) -> String {
    let mut by: Vec<(Vec<usize>, Vec<&str>)> = Vec::new();
    for (row, sets) in table.rows.iter().zip(table.minimal_sets(k)) {
        // The first is one of the smallest.
        let Some(set) = sets.into_iter().next() else { continue };
        match by.iter_mut().find(|(known, _)| *known == set) {
            Some((_, people)) => people.push(&row.id),
            None => by.push((set, vec![&row.id])),
        }
    }
    by.sort_by_key(|(set, people)| (set.len(), std::cmp::Reverse(people.len())));
    let parts: Vec<String> = by
        .iter()
        .map(|(set, people)| {
            let named: Vec<String> = people.iter().take(NAMED).map(|id| format!("`{id}`")).collect();
            let more = people.len().saturating_sub(NAMED);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            let keys: Vec<String> = set.iter().map(|at| format!("`{}`", table.attributes[*at])).collect();
            let keys = if let [one] = &keys[..] { format!("{one} alone") } else { keys.join(" with ") };
            format!("{}{more} by {keys}", named.join(", "))
        })
        .collect();
    parts.join("; ")
}

fn remedy(table: &Table, k: u32) -> String {
    let mut out = String::new();
    for at in 0..table.attributes.len() {
        let mut without = table.clone();
        without.attributes.remove(at);
        without.rows.iter_mut().for_each(|row| drop(row.values.remove(at)));
        if without.attributes.is_empty() || without.below(k).0.is_empty() {
            out = format!("`publish: group` for `{}` reaches {k}; ", table.attributes[at]);
            break;
        }
    }
    out + &format!(
        "join values into larger groups (`50-69`), or tell an attribute in totals only; if all of it has to stand beside a quote, record why: \
         emic privacy ack small-cells {} --reason … --reviewer …",
        table.attributes.join(",")
    )
}
