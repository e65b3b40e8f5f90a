//! How much of a theme a claim means: all that was said of it, a part, or what is quoted.
//!
//! Only a plain sentence means the whole: amount, verb of speaking, theme, and nothing that narrows. Where the words deny or
//! suppose, or speak of something else than speaking, nothing is meant that can be judged.

use std::ops::Range;

use super::claim::Claim;
use super::sentence::{Sentence, SentenceTokenKind};
use super::{chinese, vocabulary};

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

/// Reads a claim of a clause together with the link to its theme.
pub fn extent(s: &Sentence, claims: &[Claim], claim: &Claim, link: usize, clause: &Range<usize>) -> Option<Extent> {
    let forward = link >= claim.at.end;
    let (between, behind) = if forward { (claim.at.end..link, link + 1) } else { (link + 1..claim.at.start, claim.at.end) };
    let stretch = ClaimedStretch {
        s,
        claims,
        claim,
        forward,
        before: clause.start..claim.at.start.min(link),
        behind: behind..rest_of_clause(s, behind),
        between,
        around: clause.start.min(link)..clause.end.max(link + 1),
    };
    let written = s.tokens.first().zip(s.tokens.last()).map_or("", |(first, last)| &s.text[first.at.start..last.at.end]);
    if chinese::is_chinese(written) { stretch.in_chinese() } else { stretch.in_english() }
}

/// A claim, its link, and the words before, between and behind them.
struct ClaimedStretch<'a, 'b> {
    s: &'a Sentence<'b>,
    claims: &'a [Claim],
    claim: &'a Claim,
    /// The link follows the claim.
    forward: bool,
    before: Range<usize>,
    between: Range<usize>,
    behind: Range<usize>,
    around: Range<usize>,
}

impl ClaimedStretch<'_, '_> {
    fn in_english(&self) -> Option<Extent> {
        let s = self.s;
        let denies = |at: usize| s.is(at, vocabulary::DENY) || s.word(at).ends_with("n't") || s.is(at, &["against", "who", "whose"]);
        if self.own(&self.around).any(denies) || self.forward && self.has_another_predicate() {
            return None;
        }
        let opens = self.own(&self.before).all(|at| self.opens(at));
        let verb = self.says(&self.between) || self.says(&self.behind);
        let whole = opens && self.is_plain(&self.between) && self.is_plain(&self.behind) && (verb || self.is_wordless());
        if self.own(&self.around).any(|at| s.is(at, vocabulary::QUOTED)) {
            return whole.then_some(Extent::Quoted);
        }
        if whole || opens && self.is_bracketed() || self.speaks_of_it() {
            return Some(Extent::Whole);
        }
        let known = self.own(&self.around).any(|at| s.is(at, vocabulary::SAY) || s.is(at, vocabulary::HOLD));
        known.then_some(Extent::Part)
    }

    fn in_chinese(&self) -> Option<Extent> {
        let join = |at: &mut dyn Iterator<Item = usize>| -> String { at.map(|at| &self.s.text[self.s.tokens[at].at.clone()]).collect() };
        let all = join(&mut self.own(&self.around));
        if chinese::DENY.iter().any(|word| all.contains(word)) {
            return None;
        }
        let (between, says) = chinese::remains(&join(&mut self.between.clone()));
        let (behind, says_behind) = chinese::remains(&join(&mut self.behind.clone()));
        let opens = chinese::opens(&join(&mut self.before.clone()));
        if opens && between.is_empty() && behind.is_empty() && (says || !self.forward && says_behind) {
            return Some(if all.contains("引用") { Extent::Quoted } else { Extent::Whole });
        }
        (says || says_behind).then_some(Extent::Part)
    }

    /// The places of a stretch that belong to no claim.
    fn own(&self, range: &Range<usize>) -> impl Iterator<Item = usize> {
        range.clone().filter(|at| !self.claims.iter().any(|c| c.at.contains(at)))
    }

    fn is_word(&self, at: usize) -> bool {
        matches!(self.s.tokens.get(at).map(|t| &t.kind), Some(SentenceTokenKind::Word(_)))
    }

    /// "P03", which names somebody and says nothing.
    fn is_id(&self, at: usize) -> bool {
        let word = self.s.word(at);
        word.starts_with(|c: char| c.is_ascii_alphabetic()) && word.ends_with(|c: char| c.is_ascii_digit())
    }

    fn says(&self, range: &Range<usize>) -> bool {
        let s = self.s;
        let comes_up = |at: usize| s.is(at, &["came", "comes", "come"]) && s.is(at + 1, &["up"]);
        self.own(range).any(|at| s.is(at, vocabulary::SAY) || s.is(at, vocabulary::QUOTED) || comes_up(at))
    }

    /// "All participants were married, and 14 of them spoke of …", "all were told of …": not they speak.
    fn has_another_predicate(&self) -> bool {
        let s = self.s;
        let comma = self.between.clone().find(|at| s.sign(*at) == Some(','));
        let next = self.claims.iter().map(|c| c.at.start).filter(|at| self.between.contains(at)).min();
        let aside = |end: usize| self.claim.at.end < end && self.is_word(self.claim.at.end);
        let passive = self.between.clone().any(|at| s.is(at, &["was", "were", "been", "are", "is"]) && s.is(at + 1, vocabulary::SAY));
        passive || comma.is_some_and(aside) || next.is_some_and(aside)
    }

    /// Whether a word may open a sentence that means the whole; "In the second wave, …" is a part.
    fn opens(&self, at: usize) -> bool {
        !self.is_word(at) || self.s.is(at, vocabulary::FILLERS) || self.s.is(at, vocabulary::OPENERS)
    }

    /// Whether nothing in a stretch narrows the claim. What is in brackets does not.
    fn is_plain(&self, range: &Range<usize>) -> bool {
        let s = self.s;
        let mut depth = 0;
        self.own(range).all(|at| {
            depth += match s.sign(at) {
                Some('(') => 1,
                Some(')') => -1,
                _ => 0,
            };
            match &s.tokens[at].kind {
                _ if depth > 0 || self.is_id(at) => true,
                // "P01, P02 and P03"
                SentenceTokenKind::Word(w) if w == "and" => at > 0 && self.is_id(at - 1) && self.is_id(at + 1),
                SentenceTokenKind::Word(_) => s.is(at, vocabulary::SAY) || s.is(at, vocabulary::QUOTED) || s.is(at, vocabulary::FILLERS),
                SentenceTokenKind::Number(1) => s.is(at + 1, &["way", "form"]),
                SentenceTokenKind::Sign(_) | SentenceTokenKind::Opaque => true,
                _ => false,
            }
        })
    }

    /// "[[sleep]]: 14 of 20 participants", "for 14 of 20 participants [[sleep]]": amount and theme alone.
    fn is_wordless(&self) -> bool {
        let small = |at: usize| !self.is_word(at) || self.s.is(at, &["for", "of", "by", "in", "from", "among", "with"]);
        self.own(&self.between).all(small) && self.own(&self.behind).all(small) && !self.own(&self.before).any(|at| self.is_word(at))
    }

    /// "[[sleep]] (14 of 20 participants)", whatever follows.
    fn is_bracketed(&self) -> bool {
        let open = self.between.len() == 1 && self.s.sign(self.between.start) == Some('(');
        !self.forward && open && self.s.sign(self.claim.at.end) == Some(')')
    }

    /// "[[sleep]] is a theme of its own: 14 participants spoke of it."
    fn speaks_of_it(&self) -> bool {
        let before = self.before.start.max(self.between.start)..self.claim.at.start;
        let it = self.behind.clone().any(|at| self.s.is(at, &["it", "this"]));
        !self.forward && it && self.own(&before).all(|at| self.opens(at)) && self.is_plain(&self.behind) && self.says(&self.behind)
    }
}

/// Up to the next sign that ends something.
fn rest_of_clause(s: &Sentence, at: usize) -> usize {
    let ends = |at: &usize| {
        let turns = s.is(*at, &["while", "whereas", "but", "although", "though"]);
        turns || matches!(s.sign(*at), Some('.' | ',' | ';' | ':' | '—' | '!' | '?'))
    };
    (at..s.tokens.len()).find(ends).unwrap_or(s.tokens.len())
}
