//! Participants by what they are: the values of one attribute.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cells::{Axis, Reader, suppress_all};
use crate::model::{AttributeIs, ParticipantIx, Study};

/// The participants who share one value of an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// `None` where the value was not recorded.
    pub value: Option<AttributeIs>,
    /// In the study's order; never empty.
    pub members: Vec<ParticipantIx>,
}

/// The groups of one attribute in the order its values are declared (or of the alphabet), those not recorded first.
pub fn groups(study: &Study, at: usize) -> Vec<Group> {
    let mut by_value: BTreeMap<Option<&AttributeIs>, Vec<ParticipantIx>> = BTreeMap::new();
    for ix in study.participant_ixs() {
        by_value.entry(study.participant(ix).attributes[at].as_ref()).or_default().push(ix);
    }
    by_value.into_iter().map(|(value, members)| Group { value: value.cloned(), members }).collect()
}

/// The totals of an attribute as they may be told: each group, and whether its number has to be hidden so that none of fewer
/// than k follows from the others. `None` where nothing of it may be told.
pub fn shown_groups(study: &Study, at: usize) -> Option<Vec<(Group, bool)>> {
    let groups = groups(study, at);
    let axis = Axis {
        attribute: Arc::clone(&study.settings.attributes[at].key),
        values: (0..groups.len()).map(|n| Some(n.to_string().into())).collect(),
        totals: groups.iter().map(|group| group.members.len() as u32).collect(),
    };
    // What is hidden has one mark, whether it is small or only covers for what is.
    let published = suppress_all(&[], std::slice::from_ref(&axis), study.settings.privacy.k, Reader::SeesOneMark);
    let hidden = published.totals.into_iter().next().filter(|hidden| !hidden.withheld)?;
    let shown: Vec<(Group, bool)> = groups.into_iter().zip(hidden.values).collect();
    shown.iter().any(|(_, hidden)| !hidden).then_some(shown)
}

/// Like [`groups`], or `None` where one is smaller than the study's k: a total of one tells who it is, and leaving out that
/// one alone could be undone by subtracting the others.
pub fn large_groups(study: &Study, at: usize) -> Option<Vec<Group>> {
    let groups = groups(study, at);
    groups.iter().all(|g| g.members.len() >= study.settings.privacy.k as usize).then_some(groups)
}

impl Group {
    /// The group's name by how many it holds: "spouse", "spouses".
    pub fn name(&self, study: &Study, at: usize) -> Arc<str> {
        match &self.value {
            Some(AttributeIs::Value(v)) => {
                let value = &study.settings.attributes[at].values[*v];
                Arc::clone(if self.members.len() == 1 { &value.one } else { &value.many })
            }
            Some(AttributeIs::Written(text)) => Arc::clone(text),
            None => "not recorded".into(),
        }
    }
}
