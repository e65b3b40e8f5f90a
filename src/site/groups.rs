//! Participants in groups, by the attributes that may be shown beside a person.

use super::words;
use crate::analyse::groups;
use crate::model::settings::Publish;
use crate::model::{ParticipantIx, Study};

/// The name of a group, none where nobody is grouped, and who is in it.
pub type NamedGroup = (Option<String>, Vec<ParticipantIx>);

/// The attributes that may be shown beside a person, in their order.
pub fn attributes(study: &Study) -> impl Iterator<Item = usize> + '_ {
    study.settings.attributes.iter().enumerate().filter(|(_, a)| a.publish == Publish::Person).map(|(at, _)| at)
}

/// Participants in the order of their groups: by the first attribute that may be shown beside a person.
pub fn grouped(study: &Study) -> Vec<NamedGroup> {
    let Some(at) = attributes(study).next() else {
        return vec![(None, study.participant_ixs().collect())];
    };
    groups(study, at).into_iter().map(|g| (Some(words::capital(&g.name(study, at))), g.members)).collect()
}

/// The groups a matrix without participants can have: the values of the first attribute that may be shown beside a person,
/// where each is shared by at least k.
pub fn large_enough(study: &Study) -> Option<Vec<NamedGroup>> {
    let groups = grouped(study);
    let k = study.settings.privacy.k as usize;
    (groups.len() > 1 && groups.iter().all(|(name, members)| name.is_some() && members.len() >= k)).then_some(groups)
}
