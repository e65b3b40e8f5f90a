//! Identifiers in a text: what tells directly who somebody is, and what looks like the name of a person, place or organisation.
//!
//! 1. The text becomes a [`view`]: what a reader sees, with a way back to where it was written. Which [`signs`] it has is found once.
//! 2. The common [`forms`] know shapes and checksums: numbers, dates, ages, addresses. Those that need words take them from each of
//!    the [`languages`], and each language marks what is its own: names above all.
//! 3. What is in square brackets was replaced by the author and is no finding; where two findings overlap, the weightier stays.
//!
//! A language is a folder of `languages/`, its word lists are files of `data/`. Categories follow HIPAA's Safe Harbor
//! (45 CFR 164.514(b)(2)) and the UK Data Service's guidance on direct and indirect identifiers. No rule says that a text is clean.

mod characters;
mod cues;
mod finding;
mod forms;
mod languages;
mod pattern;
mod signs;
mod spaced;
mod view;
mod word_hash;
mod word_list;

use std::cell::OnceCell;
use std::ops::Range;

use finding::Marks;
use languages::{LANGUAGES, dominant, is_name};
use view::View;

pub use finding::{Finding, FindingKind};

/// Everything in a text that may identify somebody, in order; findings do not overlap.
pub fn scan(text: &str) -> Vec<Finding> {
    let view = View::new(text);
    let mut findings: Vec<Finding> =
        marked(view.text()).into_iter().map(|(kind, range)| Finding { kind, range: view.origin(range) }).collect();
    findings.sort_by_key(|f| f.range.start);
    findings
}

/// What the rules mark in a text as it is seen, by weight.
fn marked(seen: &str) -> Marks {
    let mut marks = ruled(seen);
    if let Some(joined) = spaced::Joined::new(seen) {
        marks.extend(joined.marks(weightier(ruled(&joined.text))));
    }
    let replaced = bracketed(seen);
    marks.retain(|(_, range)| !replaced.iter().any(|inside| inside.start <= range.start && range.end <= inside.end));
    weightier(marks)
}

/// What the rules of all languages mark.
fn ruled(seen: &str) -> Marks {
    let signs = cues::signs(seen);
    // Which language a text is in is asked once, and only where a name may be.
    let known = OnceCell::new();
    let dominant = || *known.get_or_init(|| dominant(seen));
    let mut marks = Marks::new();
    forms::mark(seen, &signs[0], is_name, &mut marks);
    for (language, signs) in LANGUAGES.iter().zip(&signs) {
        forms::mark_with(language.words(), seen, signs, &mut marks);
        language.mark(seen, signs, &dominant, &mut marks);
    }
    marks
}

/// What is in square brackets.
fn bracketed(seen: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(open) = seen[from..].find(['[', '［', '【']).map(|at| from + at) {
        let Some(close) = seen[open..].find([']', '］', '】']).map(|at| open + at) else { break };
        let end = close + seen[close..].chars().next().map_or(1, char::len_utf8);
        out.push(open..end);
        from = end;
    }
    out
}

/// Of marks that overlap the weightiest; among equals the longest, then the first. What is inside another that identifies by itself
/// is part of it, as a house's number "7/2/15" is of its address.
fn weightier(mut marks: Marks) -> Marks {
    let wholes: Vec<Range<usize>> = marks.iter().filter(|(kind, _)| kind.is_error()).map(|(_, range)| range.clone()).collect();
    marks
        .retain(|(_, range)| !wholes.iter().any(|whole| whole.start <= range.start && range.end <= whole.end && whole.len() > range.len()));
    marks.sort_by_key(|(kind, range)| (*kind, std::cmp::Reverse(range.len()), range.start));
    let mut kept = Marks::new();
    for (kind, range) in marks {
        if !kept.iter().any(|(_, other)| other.start < range.end && range.start < other.end) {
            kept.push((kind, range));
        }
    }
    kept
}

/// What a rule marks in a text, in order, given the signs of a language.
#[cfg(test)]
fn found_by<'t>(language: &str, rule: impl Fn(&str, &signs::Signs, &mut Marks), text: &'t str) -> Vec<(FindingKind, &'t str)> {
    let n = LANGUAGES.iter().position(|known| known.tag() == language).unwrap();
    let mut marks = Marks::new();
    rule(text, &cues::signs(text)[n], &mut marks);
    let mut marks = weightier(marks);
    marks.sort_by_key(|(_, range)| range.start);
    marks.into_iter().map(|(kind, range)| (kind, &text[range])).collect()
}

#[cfg(test)]
mod tests;
