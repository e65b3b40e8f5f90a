//! Which theme a claim is about.

use std::ops::Range;

use super::claim::Claim;
use super::extent::{Extent, extent};
use super::sentence::Sentence;
use crate::model::ThemeIx;

/// The theme that a claim is about. With several links, the nearest in its clause; links that are joined by "and" are none.
pub fn theme(s: &Sentence, claims: &[Claim], at: usize) -> Option<(ThemeIx, Extent)> {
    let claim = &claims[at];
    let links = s.themes();
    let first = links.first()?.1;
    if links.iter().all(|(_, theme)| *theme == first) {
        let wide = clause(s, claims, claim.at.start, Width::Wide);
        let inside = |claim: &Claim| links.iter().any(|(link, _)| clause(s, claims, claim.at.start, Width::Wide).contains(link));
        // Of several claims those count that are in the clause of the link.
        if claims.len() > 1 && !inside(claim) {
            return None;
        }
        let (link, theme) = nearest(claim, links)?;
        return Some((theme, extent(s, claims, claim, link, &wide)?));
    }
    let narrow = clause(s, claims, claim.at.start, Width::Narrow);
    let near = links.iter().copied().filter(|(link, _)| narrow.contains(link) && !joined(s, &links, *link)).collect();
    let (link, theme) = nearest(claim, near)?;
    // Another claim between the two has the link to itself.
    let between = |other: &Claim| {
        let (from, to) = if link < claim.at.start { (link, claim.at.start) } else { (claim.at.end, link) };
        other.at.start >= from && other.at.end <= to
    };
    if claims.iter().any(between) {
        return None;
    }
    Some((theme, extent(s, claims, claim, link, &narrow)?))
}

fn nearest(claim: &Claim, links: Vec<(usize, ThemeIx)>) -> Option<(usize, ThemeIx)> {
    let distance = |link: usize| if link < claim.at.start { claim.at.start - link - 1 } else { link.saturating_sub(claim.at.end) };
    links.into_iter().min_by_key(|(link, _)| distance(*link))
}

/// Whether another link is beside this one, with but a comma or a conjunction between them.
fn joined(s: &Sentence, links: &[(usize, ThemeIx)], link: usize) -> bool {
    links.iter().filter(|(other, _)| *other != link).any(|(other, _)| {
        let (from, to) = (link.min(*other) + 1, link.max(*other));
        let text = (from..to)
            .all(|at| matches!(s.sign(at), Some(',' | '、' | '/')) || s.is(at, &["and", "or", "the", "of", "in", "和", "与", "及"]));
        to - from <= 5 && text
    })
}

/// How far a clause goes.
#[derive(Clone, Copy, PartialEq)]
enum Width {
    /// To a semicolon, a colon, a dash, a word that turns.
    Wide,
    /// To a comma too, and to an "and" before another claim.
    Narrow,
}

/// The clause around a place.
fn clause(s: &Sentence, claims: &[Claim], at: usize, width: Width) -> Range<usize> {
    let ends = |at: usize| {
        let turns = s.is(at, &["while", "whereas", "but", "although", "though", "because"]);
        let narrow = s.sign(at) == Some(',') || s.is(at, &["and"]) && claims.iter().any(|c| c.at.start == at + 1);
        matches!(s.sign(at), Some(';' | ':' | '—')) || turns || width == Width::Narrow && narrow
    };
    let start = (0..at).rev().find(|at| ends(*at)).map_or(0, |b| b + 1);
    let end = (at..s.tokens.len()).find(|at| ends(*at)).unwrap_or(s.tokens.len());
    start..end
}
