//! `small-cells`: the attributes beside a quote, taken together, leave nobody in a group of fewer than k.

use std::sync::Arc;

use super::place;
use super::rule::{Context, Rule};
use crate::analyse::cells::{Row, Table, below_k, minimal_sets, suggest};
use crate::diag::{Decide, Diagnostic, Subject, codes, words};
use crate::model::naming::attribute;
use crate::model::settings::Publish;
use crate::model::{ParticipantIx, Study};

codes! {
    Privacy {
        /// **Checks** that every combination of values shown beside quotes (attributes with `publish: person`) is shared by at least
        /// `k` participants. It is an error until privacy.yaml holds a decision on exactly these attributes. The message names the
        /// fewest attributes that single people out, and what would reach `k`.
        ///
        /// **Why:** one attribute alone rarely identifies anybody; several together often fit one person only.
        ///
        /// **Example:** `age` and `relation` are both `publish: person`, and only `P05` is a son between 20 and 29.
        SMALL_CELLS = "small-cells", Error, "Attributes that stand beside a quote together leave people in groups smaller than k.";
    }
}

pub static RULE: Rule = Rule {
    codes: CODES,
    checked: "combinations of attributes that stand beside a quote, for groups of fewer than {k}",
    check: Some(check),
};

/// How many people a message names.
const NAMED: usize = 6;

/// The participants with what may stand beside their words.
fn table(study: &Study) -> Table {
    let public: Vec<usize> =
        study.settings.attributes.iter().enumerate().filter(|(_, a)| a.publish == Publish::Person).map(|(at, _)| at).collect();
    let value = |ix: ParticipantIx, at: usize| {
        let value = study.participant(ix).attributes[at].as_ref();
        value.map(|value| Arc::from(attribute(study, Some(value), at)))
    };
    Table {
        attributes: public.iter().map(|at| Arc::clone(&study.settings.attributes[*at].key)).collect(),
        rows: study
            .participant_ixs()
            .map(|ix| Row { id: study.participant(ix).id.as_str().into(), values: public.iter().map(|at| value(ix, *at)).collect() })
            .collect(),
    }
}

fn check(context: &Context) -> Vec<Diagnostic> {
    let k = context.study.settings.privacy.k;
    let table = table(context.study);
    let every: Vec<usize> = (0..table.attributes.len()).collect();
    let below = below_k(&table, &every, k);
    let smallest = (1..=k).find(|fewer| !below_k(&table, &every, fewer + 1).is_empty()).unwrap_or(k);
    // What all of them share tells nobody apart, however few they are.
    if below.is_empty() || smallest as usize == table.rows.len() {
        return Vec::new();
    }
    let attributes = words::list(&table.attributes.iter().map(|a| format!("`{a}`")).collect::<Vec<_>>(), "and");
    let message = format!(
        "{} of {} share {attributes} with fewer than {k}: {}",
        below.len(),
        words::count(table.rows.len(), "participant", "participants"),
        singled_out(&table, k)
    );
    vec![
        Diagnostic::new(&SMALL_CELLS, place::setting(context.files, "attributes"), message)
            .about(Subject::Attributes(table.attributes.clone()))
            .help(remedy(&table, k))
            .decided_by(Decide::Cells { attributes: table.attributes.clone(), below: below.len() as u32, smallest }),
    ]
}

/// "`P02`, `P05` by `age` alone, `P03` by `relation` with `age`".
fn singled_out(table: &Table, k: u32) -> String {
    let mut by: Vec<(Vec<usize>, Vec<&str>)> = Vec::new();
    for one in minimal_sets(table, k) {
        let Some(set) = one.sets.into_iter().min_by_key(Vec::len) else { continue };
        let id = &*table.rows[one.row].id;
        match by.iter_mut().find(|(known, _)| *known == set) {
            Some((_, people)) => people.push(id),
            None => by.push((set, vec![id])),
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
    let proposals: Vec<String> = suggest(table, k).iter().take(3).map(ToString::to_string).collect();
    let what = if proposals.is_empty() { String::new() } else { format!("{k} is reached so: {}; ", proposals.join("; or: ")) };
    what + &format!(
        "or, if all of it has to stand beside a quote, record why: emic privacy ack small-cells {} --reason … --reviewer …",
        table.attributes.join(",")
    )
}
