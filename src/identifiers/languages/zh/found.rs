//! A likely name, before it is known which of those that overlap is kept.

use crate::identifiers::finding::FindingKind;
use std::ops::Range;

/// A likely name, in characters of the text.
#[derive(Debug)]
pub(super) struct LikelyName {
    pub(super) kind: FindingKind,
    pub(super) chars: Range<usize>,
}

impl LikelyName {
    pub(super) fn person(start: usize, end: usize) -> Self {
        Self { kind: FindingKind::Person, chars: start..end }
    }

    pub(super) fn place(start: usize, end: usize) -> Self {
        Self { kind: FindingKind::Place, chars: start..end }
    }

    pub(super) fn organisation(start: usize, end: usize) -> Self {
        Self { kind: FindingKind::Org, chars: start..end }
    }
}

/// Of names that overlap, keeps the one found by the rule that came first: an institution holds the place in its name.
/// Of two of a kind, the one that begins first is kept, then the longer one.
pub(super) fn settle(found: Vec<LikelyName>) -> Vec<LikelyName> {
    let mut kept: Vec<LikelyName> = Vec::with_capacity(found.len());
    for one in found {
        let overlaps = |other: &LikelyName| one.chars.start < other.chars.end && other.chars.start < one.chars.end;
        let is_worse = |other: &LikelyName| {
            other.kind == one.kind && overlaps(other) && (other.chars.start, one.chars.end) > (one.chars.start, other.chars.end)
        };
        kept.retain(|other| !is_worse(other));
        if !kept.iter().any(overlaps) {
            kept.push(one);
        }
    }
    kept.sort_by_key(|one| one.chars.start);
    kept
}

/// Holds that a rule finds in each text these names and no others.
#[cfg(test)]
pub(super) fn assert_found(rule: fn(&super::text::ZhText, &mut Vec<LikelyName>), cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        let text = super::text::ZhText::new(text);
        let mut found = Vec::new();
        rule(&text, &mut found);
        let names: Vec<&str> = settle(found).iter().map(|one| text.slice(one.chars.start, one.chars.end)).collect();
        assert_eq!(names, *expected, "{}", text.slice(0, text.len()));
    }
}
