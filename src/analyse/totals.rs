//! How many participants have which value of an attribute: totals that single nobody out.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::settings::Attribute;
use crate::model::{AttributeIs, Study};

/// One value's total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// The value as a plural, for "12 adult children".
    pub name: Arc<str>,
    pub n: u32,
}

/// The totals of one attribute in the order its values are declared (or of the alphabet), or `None` where a group is
/// smaller than the study's k: a total of one tells who it is, and leaving out that one alone could be undone by
/// subtracting the others.
pub fn totals(study: &Study, at: usize) -> Option<Vec<Total>> {
    let attribute: &Attribute = &study.settings.attributes[at];
    let mut by_value: BTreeMap<Option<&AttributeIs>, u32> = BTreeMap::new();
    for participant in &study.participants {
        *by_value.entry(participant.attributes[at].as_ref()).or_insert(0) += 1;
    }
    if by_value.values().any(|n| *n < study.settings.privacy.k) {
        return None;
    }
    let totals = by_value
        .into_iter()
        .map(|(value, n)| Total {
            name: match value {
                Some(AttributeIs::Value(v)) => Arc::clone(if n == 1 { &attribute.values[*v].one } else { &attribute.values[*v].many }),
                Some(AttributeIs::Written(text)) => Arc::clone(text),
                None => "not recorded".into(),
            },
            n,
        })
        .collect();
    Some(totals)
}
