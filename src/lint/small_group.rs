//! `small-group`: totals of an attribute are not published while one of its groups is smaller than k.

use std::sync::Arc;

use super::rule::{Context, Rule};
use crate::analyse::shown_groups;
use crate::diag::{Diagnostic, Place, Subject, codes};

codes! {
    Privacy {
        /// **Checks** that every group of an attribute's totals holds at least `k` participants. The totals of one that does not
        /// are left out.
        ///
        /// **Why:** “one participant had brain cancer” singles somebody out, even if no attribute is shown beside a quote.
        ///
        /// **Example:** `cancer: { publish: group }`, where two of twenty participants share a value and `k` is 5.
        SMALL_GROUP = "small-group", Warning, "Totals of an attribute are left out because a group is too small.";
    }
}

pub static RULE: Rule = Rule { codes: CODES, checked: "totals of attributes, for groups of fewer than {k}", check: Some(check) };

fn check(context: &Context) -> Vec<Diagnostic> {
    let study = context.study;
    if study.participants.is_empty() {
        return Vec::new();
    }
    let k = study.settings.privacy.k;
    study
        .settings
        .attributes
        .iter()
        .enumerate()
        .filter(|(at, _)| shown_groups(study, *at).is_none())
        .map(|(_, attribute)| {
            Diagnostic::new(
                &SMALL_GROUP,
                Place::Path("study.yaml".into()),
                format!("totals of `{}` are left out: a group has fewer than {k} participants", attribute.key),
            )
            .about(Subject::Attributes(vec![Arc::clone(&attribute.key)]))
            .help("join values into larger groups (age bands, for example), or set `privacy: { k: … }` if smaller groups single nobody out")
        })
        .collect()
}
