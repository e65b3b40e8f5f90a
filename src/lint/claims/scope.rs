//! Which theme a claim is about, and how much of it the claim means.

use std::ops::Range;

use super::claim::Claim;
use super::sentence::{Kind, Sentence};
use super::{chinese, words};
use crate::model::ThemeIx;

/// How much of a theme's coding a claim speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// "14 spoke of it": neither more nor fewer.
    Whole,
    /// "14 feared it", "14 spoke of it as a relief": not more than spoke of it.
    Part,
    /// "14 are quoted on it".
    Quoted,
}

/// The theme that a claim is about. With several links, the nearest in its clause; links that are joined by "and" are none.
pub fn theme(s: &Sentence, claims: &[Claim], at: usize) -> Option<(ThemeIx, Extent)> {
    let claim = &claims[at];
    let links = s.themes();
    let first = links.first()?.1;
    if links.iter().all(|(_, theme)| *theme == first) {
        let wide = clause(s, claims, claim.at.start, Width::Wide);
        let inside = |claim: &Claim| links.iter().any(|(link, _)| clause(s, claims, claim.at.start, Width::Wide).contains(link));
        // Of several claims those count that stand in the clause of the link.
        if claims.len() > 1 && !inside(claim) {
            return None;
        }
        let (link, theme) = nearest(claim, links)?;
        return Some((theme, extent(s, claims, claim, link, &wide)?));
    }
    let narrow = clause(s, claims, claim.at.start, Width::Narrow);
    let near = links.iter().copied().filter(|(link, _)| narrow.contains(link) && !joined(s, &links, *link)).collect();
    let (link, theme) = nearest(claim, near)?;
    // Another claim that stands between has the link to itself.
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

/// Whether another link stands beside this one, with but a comma or a conjunction between them.
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

fn extent(s: &Sentence, claims: &[Claim], claim: &Claim, link: usize, clause: &Range<usize>) -> Option<Extent> {
    let (between, behind) = if link >= claim.at.end {
        (claim.at.end..link, link + 1..rest_of_clause(s, link + 1))
    } else {
        (link + 1..claim.at.start, claim.at.end..rest_of_clause(s, claim.at.end))
    };
    let forward = link >= claim.at.end;
    let own = |at: &usize| !claims.iter().any(|c| c.at.contains(at));
    let around: Vec<usize> = (clause.start.min(link)..clause.end.max(link + 1)).filter(own).collect();
    let text: String = s.text[s.tokens.first()?.at.start..s.tokens.last()?.at.end].to_owned();
    if chinese::is_chinese(&text) {
        let before = clause.start..claim.at.start.min(link);
        return chinese_extent(s, &around, [&before, &between, &behind], forward);
    }
    let denied = around.iter().any(|at| s.is(*at, words::DENY) || s.word(*at).ends_with("n't") || s.is(*at, &["against", "who", "whose"]));
    if denied {
        return None;
    }
    // "All participants were married, and 14 of them spoke of …", "all were told of …": another predicate than speaking.
    let is_word = |at: usize| matches!(s.tokens[at].kind, Kind::Word(_));
    let comma = between.clone().find(|at| s.sign(*at) == Some(','));
    let next = claims.iter().map(|c| c.at.start).filter(|at| between.contains(at)).min();
    let aside = |end: usize| claim.at.end < end && is_word(claim.at.end);
    let passive = between.clone().any(|at| s.is(at, &["was", "were", "been", "are", "is"]) && s.is(at + 1, words::SAY));
    if forward && (passive || comma.is_some_and(aside) || next.is_some_and(aside)) {
        return None;
    }
    // "[[sleep]] (14 of 20 participants)", whatever follows.
    let bracketed = !forward && between.len() == 1 && s.sign(between.start) == Some('(') && s.sign(claim.at.end) == Some(')');
    let quoted = around.iter().any(|at| s.is(*at, words::QUOTED));
    let says = |at: usize| s.is(at, words::SAY) || s.is(at, words::QUOTED) || s.is(at, &["came", "comes", "come"]) && s.is(at + 1, &["up"]);
    let verb = |range: &Range<usize>| range.clone().filter(own).any(says);
    let is_id = |at: usize| s.word(at).starts_with(|c: char| c.is_ascii_alphabetic()) && s.word(at).ends_with(|c: char| c.is_ascii_digit());
    let plain = |range: &Range<usize>| {
        // What stands in brackets beside it changes nothing.
        let mut depth = 0;
        range.clone().filter(own).all(|at| match &s.tokens[at].kind {
            Kind::Sign('(') => {
                depth += 1;
                true
            }
            Kind::Sign(')') => {
                depth -= 1;
                true
            }
            _ if depth > 0 || is_id(at) => true,
            // "P01, P02 and P03"
            Kind::Word(w) if w == "and" && at > 0 && is_id(at - 1) && is_id(at + 1) => true,
            Kind::Word(w) => words::SAY.contains(&&**w) || words::QUOTED.contains(&&**w) || words::FILLERS.contains(&&**w),
            Kind::Number(1) => s.is(at + 1, &["way", "form"]),
            Kind::Sign(_) | Kind::Opaque => true,
            _ => false,
        })
    };
    let wordless = |range: &Range<usize>| {
        range
            .clone()
            .filter(own)
            .all(|at| !matches!(s.tokens[at].kind, Kind::Word(_)) || s.is(at, &["for", "of", "by", "in", "from", "among", "with"]))
    };
    // "In the second wave, …", "Before the operation, …": a part.
    let opening = |at: usize| !is_word(at) || words::FILLERS.contains(&s.word(at)) || words::OPENERS.contains(&s.word(at));
    let opens = (clause.start..claim.at.start.min(link)).filter(own).all(opening);
    let before_is_free = (clause.start..claim.at.start.min(link)).filter(own).all(|at| !matches!(s.tokens[at].kind, Kind::Word(_)));
    let whole = opens
        && plain(&between)
        && plain(&behind)
        && (verb(&between) || verb(&behind) || wordless(&between) && wordless(&behind) && before_is_free);
    if quoted {
        return whole.then_some(Extent::Quoted);
    }
    // "[[sleep]] is a theme of its own: 14 participants spoke of it."
    let it = !forward
        && (clause.start.max(link + 1)..claim.at.start).filter(own).all(opening)
        && plain(&behind)
        && verb(&behind)
        && behind.clone().any(|at| s.is(at, &["it", "this"]));
    if whole || opens && bracketed || it {
        return Some(Extent::Whole);
    }
    let known = around.iter().any(|at| s.is(*at, words::SAY) || s.is(*at, words::HOLD));
    known.then_some(Extent::Part)
}

fn chinese_extent(s: &Sentence, around: &[usize], [before, between, behind]: [&Range<usize>; 3], forward: bool) -> Option<Extent> {
    let join = |tokens: &mut dyn Iterator<Item = usize>| -> String { tokens.map(|at| &s.text[s.tokens[at].at.clone()]).collect() };
    let all = join(&mut around.iter().copied());
    if chinese::DENY.iter().any(|word| all.contains(word)) {
        return None;
    }
    let (left, says) = chinese::remains(&join(&mut between.clone()));
    let (after, says_behind) = chinese::remains(&join(&mut behind.clone()));
    let opens = chinese::opens(&join(&mut before.clone()));
    if opens && left.is_empty() && after.is_empty() && (says || !forward && says_behind) {
        return Some(if all.contains("引用") { Extent::Quoted } else { Extent::Whole });
    }
    (says || says_behind).then_some(Extent::Part)
}

/// Up to the next sign that ends something.
fn rest_of_clause(s: &Sentence, at: usize) -> usize {
    let ends = |at: &usize| {
        matches!(s.sign(*at), Some('.' | ',' | ';' | ':' | '—' | '!' | '?'))
            || s.is(*at, &["while", "whereas", "but", "although", "though"])
    };
    (at..s.tokens.len()).find(ends).unwrap_or(s.tokens.len())
}
