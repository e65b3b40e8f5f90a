//! Which part of a body is wanted, and whether the client has it already.

use std::ops::Range;

/// What the client has already, and what part it wants.
#[derive(Default)]
pub(super) struct Conditions {
    /// The values of `If-None-Match`, one to each field.
    pub(super) none_match: Vec<String>,
    pub(super) range: Option<String>,
    pub(super) if_range: Option<String>,
}

/// What `Range` comes to for a body.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum BodyPart {
    /// No range, or one that is not `bytes=a-b`, which may be passed over.
    Whole,
    Bytes(Range<usize>),
    Unsatisfiable,
}

pub(super) fn part(range: Option<&str>, length: usize) -> BodyPart {
    let Some((first, last)) = range.and_then(|r| r.strip_prefix("bytes=")).and_then(|r| r.split_once('-')) else { return BodyPart::Whole };
    let (Some(first), Some(last)) = (number(first), number(last)) else { return BodyPart::Whole };
    let asked = match (first, last) {
        (Some(first), Some(last)) if first > last => return BodyPart::Whole,
        (Some(first), Some(last)) => first..last.saturating_add(1).min(length),
        (Some(first), None) => first..length,
        (None, Some(count)) => length.saturating_sub(count)..length,
        (None, None) => return BodyPart::Whole,
    };
    if asked.is_empty() { BodyPart::Unsatisfiable } else { BodyPart::Bytes(asked) }
}

/// A number, or none where there is nothing; `None` where there is something else. Beyond all bodies is as good as the most.
fn number(text: &str) -> Option<Option<usize>> {
    if text.is_empty() {
        return Some(None);
    }
    text.bytes().all(|b| b.is_ascii_digit()).then(|| Some(text.parse().unwrap_or(usize::MAX)))
}

/// Whether one of the tags in `If-None-Match` is this one; weak and strong are the same here.
pub(super) fn has(none_match: &[String], etag: &str) -> bool {
    let bare = etag.strip_prefix("W/").unwrap_or(etag);
    none_match.iter().any(|field| {
        let field = field.trim();
        // A tag of ours holds no comma: see `reply::quoted`.
        field == "*" || field.split(',').map(str::trim).any(|tag| tag.strip_prefix("W/").unwrap_or(tag) == bare)
    })
}

/// Whether `If-Range` allows the range: only a strong tag does, since no page has a date.
pub(super) fn is_allowed(if_range: Option<&str>, etag: Option<&str>) -> bool {
    if_range.is_none_or(|wanted| etag.is_some_and(|tag| tag == wanted && !tag.starts_with("W/")))
}
