//! `small-group`: totals of an attribute are not published while one of its groups is smaller than k.

use crate::analyse::{Analysis, told_groups};
use crate::diag::{Diagnostic, Place, code};
use crate::model::Study;

pub fn check(study: &Study, _: &Analysis) -> Vec<Diagnostic> {
    if study.participants.is_empty() {
        return Vec::new();
    }
    let k = study.settings.privacy.k;
    study
        .settings
        .attributes
        .iter()
        .enumerate()
        .filter(|(at, _)| told_groups(study, *at).is_none())
        .map(|(_, attribute)| {
            Diagnostic::new(
                &code::SMALL_GROUP,
                Place::Path("study.yaml".into()),
                format!("totals of `{}` are left out: a group has fewer than {k} participants", attribute.key),
            )
            .help("join values into larger groups (age bands, for example), or set `privacy: { k: … }` if smaller groups single nobody out")
        })
        .collect()
}
