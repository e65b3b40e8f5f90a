//! What a researcher can do so that nobody's combination of attributes is shared by fewer than k people.
//!
//! From the table as it is, greedy searches take the step that helps the most people for the least loss, until nobody is
//! left: one search is free, one may only merge, and one for each attribute begins by leaving it out. Small studies also
//! try every set of attributes to leave out. Each result is then made milder where one of its steps allows it.

use super::proposal::Proposal;
use super::recode::{Recode, Subject};
use super::table::Table;

/// How many proposals are worth reading.
const MOST: usize = 6;
/// With so many attributes, every set of them is tried; with more, there would be too many.
const FEW_ATTRIBUTES: usize = 10;

/// Proposals after which nobody shares a combination with fewer than `k` people, the least loss first.
///
/// Empty when nothing has to be done. Leaving out all attributes is the last resort, and always reaches it.
pub fn suggest(table: &Table, k: u32) -> Vec<Proposal> {
    let subject = Subject::new(table, k);
    let untouched = subject.untouched();
    if subject.below(&untouched) == 0 {
        return Vec::new();
    }
    let mut starts = vec![untouched.clone()];
    for attribute in 0..table.attributes.len() {
        starts.push(untouched.with(attribute, None));
    }
    let mut found: Vec<Recode> = starts.into_iter().map(|start| greedy(&subject, start, true)).collect();
    found.push(greedy(&subject, untouched, false));
    found.extend(left_out(&subject));
    let mut rated: Vec<(u32, usize, Recode)> = found
        .into_iter()
        .map(|recode| {
            let mild = milder(&subject, recode);
            let changed = mild.groups.iter().zip(&subject.untouched().groups).filter(|(one, other)| one != other).count();
            (subject.lost(&mild), changed, mild)
        })
        .collect();
    rated.sort();
    rated.dedup();
    rated.into_iter().take(MOST).map(|(_, _, recode)| Proposal::new(table, &subject, &recode)).collect()
}

/// Every single step with what it reaches: the fewest people left first, then the least loss.
pub fn single_steps(table: &Table, k: u32) -> Vec<Proposal> {
    let subject = Subject::new(table, k);
    let untouched = subject.untouched();
    let steps = subject.steps(&untouched).into_iter();
    let recodes = steps.flat_map(|(attribute, choices)| choices.into_iter().map(move |groups| (attribute, groups)));
    let proposal = |(attribute, groups)| Proposal::new(table, &subject, &untouched.with(attribute, groups));
    let mut all: Vec<Proposal> = recodes.map(proposal).collect();
    all.sort_by_key(|proposal| proposal.reached);
    all
}

/// Takes the best step until nobody is left. Where attributes shall stay, one is left out only if nothing else can be done.
fn greedy(subject: &Subject, mut state: Recode, may_leave_out: bool) -> Recode {
    let (mut below, mut lost) = (subject.below(&state), subject.lost(&state));
    while below > 0 {
        let mut steps = subject.steps(&state);
        if !may_leave_out && steps.iter().any(|(_, choices)| choices.len() > 1) {
            steps.iter_mut().for_each(|(_, choices)| choices.retain(Option::is_some));
        }
        let mut best: Option<(u64, usize, u32, Recode)> = None;
        for (attribute, choices) in steps {
            let rest = subject.rest(&state, attribute);
            for groups in choices {
                let left = rest.below(subject, attribute, groups.as_deref());
                let next = state.with(attribute, groups);
                let loss = subject.lost(&next);
                // The loss for each person helped; a step that helps nobody comes after all that do.
                let (helped, more) = (below.saturating_sub(left) as u64, u64::from(loss.saturating_sub(lost)) + 1);
                let price = (more * 1_000_000).checked_div(helped).unwrap_or(u64::MAX / 2 + more);
                if best.as_ref().is_none_or(|(least, _, _, known)| (price, &next) < (*least, known)) {
                    best = Some((price, left, loss, next));
                }
            }
        }
        let Some((_, left, loss, next)) = best else { break };
        (below, lost, state) = (left, loss, next);
    }
    state
}

/// Sets of attributes to leave out, each as small as can be, if there are few enough to try all.
fn left_out(subject: &Subject) -> Vec<Recode> {
    let attributes = subject.columns.len();
    if attributes > FEW_ATTRIBUTES {
        return Vec::new();
    }
    let mut sets: Vec<u32> = (1..1u32 << attributes).collect();
    sets.sort_by_key(|set| (set.count_ones(), *set));
    let mut enough: Vec<u32> = Vec::new();
    let mut found = Vec::new();
    for set in sets {
        if enough.iter().any(|smaller| set & smaller == *smaller) {
            continue;
        }
        let mut recode = subject.untouched();
        for (attribute, groups) in recode.groups.iter_mut().enumerate() {
            if set >> attribute & 1 == 1 {
                *groups = None;
            }
        }
        if subject.below(&recode) == 0 {
            enough.push(set);
            found.push(recode);
        }
    }
    found
}

/// Takes steps back, or puts milder ones in their place, as long as nobody falls below.
fn milder(subject: &Subject, mut state: Recode) -> Recode {
    let untouched = subject.untouched();
    loop {
        let lost = subject.lost(&state);
        let mut best: Option<(u32, Recode)> = None;
        for attribute in 0..state.groups.len() {
            let Some(whole) = untouched.groups[attribute].clone() else { continue };
            if state.groups[attribute].as_ref() == Some(&whole) {
                continue;
            }
            let rest = subject.rest(&state, attribute);
            let mut choices = subject.coarser(attribute, &whole);
            choices.push(whole);
            for groups in choices.into_iter().filter(|groups| rest.below(subject, attribute, Some(groups)) == 0) {
                let next = state.with(attribute, Some(groups));
                let loss = subject.lost(&next);
                if loss < best.as_ref().map_or(lost, |(least, _)| *least) {
                    best = Some((loss, next));
                }
            }
        }
        let Some((_, better)) = best else { return state };
        state = better;
    }
}
