//! Proposals as data, and in a researcher's words.

use super::bands;
use super::recode::{Recode, Subject};
use super::table::{Row, Table};
use std::fmt::{self, Display};
use std::sync::Arc;

/// A range that takes in several values. A band of one value keeps its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// Its name, as `40–59`.
    pub label: Arc<str>,
    /// The values that it takes in.
    pub values: Vec<Option<Arc<str>>>,
}

/// One thing a researcher can decide about one attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Wider ranges.
    Band {
        /// The attribute.
        attribute: Arc<str>,
        /// All bands, lowest first.
        bands: Vec<Band>,
    },
    /// Several values become one.
    Merge {
        /// The attribute.
        attribute: Arc<str>,
        /// The values, in order; `None` is "not stated".
        values: Vec<Option<Arc<str>>>,
        /// The new value.
        into: Arc<str>,
    },
    /// The attribute is shown in totals only, no longer beside a person.
    Group {
        /// The attribute.
        attribute: Arc<str>,
    },
}

/// What a proposal comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reached {
    /// People who still share their combination with fewer than k.
    pub below: usize,
    /// What is lost, in thousandths of the pairs of people that the attributes told apart.
    pub lost: u32,
}

/// Steps to take together, at most one an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The steps, each with what is reached once it and those before it are taken.
    pub steps: Vec<(Step, Reached)>,
    /// What all of them reach.
    pub reached: Reached,
}

impl Step {
    /// The attribute that the step is about.
    pub fn attribute(&self) -> &Arc<str> {
        match self {
            Step::Band { attribute, .. } | Step::Merge { attribute, .. } | Step::Group { attribute } => attribute,
        }
    }

    /// The new value for an old one.
    fn recoded(&self, value: &Option<Arc<str>>) -> Option<Arc<str>> {
        match self {
            Step::Band { bands, .. } => bands.iter().find(|band| band.values.contains(value)).map(|band| band.label.clone()),
            Step::Merge { values, into, .. } if values.contains(value) => Some(into.clone()),
            _ => value.clone(),
        }
    }
}

impl Proposal {
    /// The steps from the table as it is to a recode, in the order of attributes, each with what it reaches.
    pub(super) fn new(table: &Table, subject: &Subject, recode: &Recode) -> Proposal {
        let mut so_far = subject.untouched();
        let mut steps = Vec::new();
        for attribute in 0..recode.groups.len() {
            if so_far.groups[attribute] == recode.groups[attribute] {
                continue;
            }
            so_far.groups[attribute].clone_from(&recode.groups[attribute]);
            let step = step(&table.attributes[attribute], subject, attribute, recode.groups[attribute].as_deref());
            steps.push((step, Reached { below: subject.below(&so_far), lost: subject.lost(&so_far) }));
        }
        Proposal { steps, reached: Reached { below: subject.below(recode), lost: subject.lost(recode) } }
    }

    /// The table after the proposal. Attributes for groups only are gone from it.
    pub fn apply(&self, table: &Table) -> Table {
        let step_of = |name: &Arc<str>| self.steps.iter().map(|(step, _)| step).find(|step| step.attribute() == name);
        let kept: Vec<usize> = (0..table.attributes.len())
            .filter(|attribute| !matches!(step_of(&table.attributes[*attribute]), Some(Step::Group { .. })))
            .collect();
        let value = |row: &Row, attribute: usize| {
            let old = row.values.get(attribute).cloned().flatten();
            step_of(&table.attributes[attribute]).map_or(old.clone(), |step| step.recoded(&old))
        };
        Table {
            attributes: kept.iter().map(|attribute| table.attributes[*attribute].clone()).collect(),
            rows: table
                .rows
                .iter()
                .map(|row| Row { id: row.id.clone(), values: kept.iter().map(|attribute| value(row, *attribute)).collect() })
                .collect(),
        }
    }
}

fn step(name: &Arc<str>, subject: &Subject, attribute: usize, groups: Option<&[usize]>) -> Step {
    let Some(groups) = groups else { return Step::Group { attribute: name.clone() } };
    let values = &subject.columns[attribute].values;
    let Some(spans) = &subject.spans[attribute] else {
        let merged = (0..groups.len()).filter(|value| groups.iter().filter(|group| **group == groups[*value]).count() > 1);
        let merged: Vec<Option<Arc<str>>> = merged.map(|value| values[value].clone()).collect();
        // Two values keep their names, for "other" would belittle them; a new name must not be that of a value that stays.
        let taken = |label: &str| values.iter().any(|value| value.as_deref() == Some(label) && !merged.contains(value));
        let both = match &merged[..] {
            [Some(one), Some(two)] => Some(format!("{one} or {two}")),
            _ => None,
        };
        let labels = both.into_iter().chain(["other".to_owned(), "all others".to_owned()]);
        let label = labels.into_iter().find(|label| !taken(label)).unwrap_or_else(|| "all the others".to_owned());
        return Step::Merge { attribute: name.clone(), into: Arc::from(label), values: merged };
    };
    let mut bands: Vec<(Arc<str>, Vec<usize>)> = Vec::new();
    let mut last = None;
    for value in bands::in_order(spans) {
        match bands.last_mut() {
            Some((_, members)) if last == Some(groups[value]) => members.push(value),
            _ => bands.push((Arc::from(""), vec![value])),
        }
        last = Some(groups[value]);
    }
    for (label, members) in &mut bands {
        *label = bands::label(values, spans, members).unwrap_or_else(|| Arc::from("any"));
    }
    let named =
        |(label, members): (Arc<str>, Vec<usize>)| Band { label, values: members.iter().map(|member| values[*member].clone()).collect() };
    Step::Band { attribute: name.clone(), bands: bands.into_iter().map(named).collect() }
}

impl Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Step::Band { attribute, bands } => {
                write!(f, "band {attribute} into {}", listed(bands.iter().map(|band| band.label.to_string()).collect()))
            }
            Step::Merge { attribute, values, into } => {
                let names = values.iter().map(|value| value.as_deref().map_or("not stated".to_owned(), |value| format!("“{value}”")));
                write!(f, "merge {} of {attribute} into “{into}”", listed(names.collect()))
            }
            Step::Group { attribute } => write!(f, "publish: group for {attribute}"),
        }
    }
}

impl Display for Proposal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (step, _)) in self.steps.iter().enumerate() {
            write!(f, "{}{step}", if place == 0 { "" } else { "; " })?;
        }
        Ok(())
    }
}

/// "a", "a and b", "a, b and c".
fn listed(mut words: Vec<String>) -> String {
    let last = words.pop().unwrap_or_default();
    if words.is_empty() { last } else { format!("{} and {last}", words.join(", ")) }
}
