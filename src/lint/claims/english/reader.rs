//! The pieces that English claims are made of: wholes, bounds, percentages.

use super::super::sentence::{Sentence, SentenceTokenKind};
use super::super::vocabulary::{HOLD, QUOTED, SAY};
use super::super::who::{Groups, Who};

/// A sentence, and who may be counted in it. Each method reads what begins at one place of it.
pub(super) struct EnglishReader<'a, 'b> {
    pub(super) s: &'a Sentence<'b>,
    pub(super) groups: &'a Groups,
}

/// "of the 20 participants": how many, who, and where it ends.
pub(super) struct ClaimedWhole {
    pub(super) of: Option<u32>,
    pub(super) who: Who,
    pub(super) end: usize,
    pub(super) percent: Option<(f64, usize)>,
}

/// How an amount is bound by the words before it.
pub(super) enum Bound {
    Exact,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
}

impl EnglishReader<'_, '_> {
    /// "of the 20 participants", "out of 20".
    pub(super) fn whole(&self, at: usize) -> Option<ClaimedWhole> {
        let s = self.s;
        let at = if s.is(at, &["out"]) { at + 1 } else { at };
        if !s.is(at, &["of"]) {
            return None;
        }
        let mut next = at + 1;
        while s.is(next, &["the", "all", "our", "its"]) {
            next += 1;
        }
        let of = s.number(next);
        let (percent, after) = if of.is_some() { self.bracketed_percent(next + 1) } else { (None, next) };
        if let Some((who, end)) = self.groups.subject(s, after) {
            let (behind, end) = if percent.is_none() { self.bracketed_percent(end) } else { (percent, end) };
            return Some(ClaimedWhole { of, who, end, percent: behind });
        }
        // "14 of 20 interviews" counts something else.
        (of.is_some() && self.stands_alone(after)).then_some(ClaimedWhole { of, who: Who::Unsaid, end: after, percent })
    }

    /// "/20 participants".
    pub(super) fn slash(&self, at: usize) -> Option<ClaimedWhole> {
        let s = self.s;
        if s.sign(at) != Some('/') {
            return None;
        }
        let of = s.number(at + 1)?;
        let (percent, after) = self.bracketed_percent(at + 2);
        let (who, end) = match self.groups.subject(s, after) {
            Some(found) => found,
            None if self.stands_alone(after) => (Who::Unsaid, after),
            None => return None,
        };
        Some(ClaimedWhole { of: Some(of), who, end, percent })
    }

    /// Whether a number needs no noun before what comes here.
    pub(super) fn stands_alone(&self, at: usize) -> bool {
        let s = self.s;
        let verb = s.is(at, SAY) || s.is(at, HOLD) || s.is(at, QUOTED);
        verb || s.is(at, &["were", "was", "are", "had", "have", "did", "also"])
            || !matches!(s.tokens.get(at).map(|t| &t.kind), Some(SentenceTokenKind::Word(_)))
    }

    /// The words before an amount: where the claim begins, and how it is bound. Nothing, where it is but a part.
    pub(super) fn bound(&self, at: usize) -> Option<(usize, Bound)> {
        let s = self.s;
        let before = |n: usize| at.checked_sub(n).map_or("", |b| s.word(b));
        // "Between 8 and 9", "8 and 9 participants".
        if at > 1 && s.is(at - 1, &["and"]) && s.number(at - 2).is_some() {
            return None;
        }
        Some(match (before(3), before(2), before(1)) {
            (_, "at", "least") => (at - 2, Bound::AtLeast),
            ("no" | "not", "fewer" | "less", "than") => (at - 3, Bound::AtLeast),
            ("no" | "not", "more", "than") => (at - 3, Bound::AtMost),
            (_, "more", "than") => (at - 2, Bound::MoreThan),
            (_, "fewer" | "less", "than") => (at - 2, Bound::LessThan),
            (_, "at", "most") | (_, "up", "to") => (at - 2, Bound::AtMost),
            (_, _, "over") => (at - 1, Bound::MoreThan),
            (_, _, "only" | "just" | "merely" | "exactly" | "precisely") => (at - 1, Bound::Exact),
            (
                _,
                _,
                "about" | "around" | "roughly" | "approximately" | "nearly" | "almost" | "some" | "circa" | "ca" | "virtually"
                | "practically" | "another" | "other" | "further" | "additional" | "remaining" | "first" | "last" | "next" | "these"
                | "those" | "not" | "than" | "between" | "same" | "hardly" | "barely" | "under" | "question" | "page" | "wave",
            )
            | (_, "close", "to") => return None,
            (_, _, "the" | "their" | "both") if self.groups.subject(s, at + 1).is_some() => return None,
            _ => (at, Bound::Exact),
        })
    }

    /// "(70 %)" or "(70%)", and where it ends.
    pub(super) fn bracketed_percent(&self, at: usize) -> (Option<(f64, usize)>, usize) {
        if self.s.sign(at) == Some('(')
            && let Some((p, end)) = self.percent_at(at + 1)
            && self.s.sign(end) == Some(')')
        {
            return (Some(p), end + 1);
        }
        (None, at)
    }

    pub(super) fn percent_at(&self, at: usize) -> Option<((f64, usize), usize)> {
        let value = match self.s.tokens.get(at)?.kind {
            SentenceTokenKind::Number(n) => (f64::from(n), 0),
            SentenceTokenKind::Decimal(value, digits) => (value, digits),
            _ => return None,
        };
        let end = if self.s.sign(at + 1) == Some('%') || self.s.is(at + 1, &["percent"]) {
            at + 2
        } else if self.s.is(at + 1, &["per"]) && self.s.is(at + 2, &["cent"]) {
            at + 3
        } else {
            return None;
        };
        Some((value, end))
    }

    pub(super) fn ends_clause(&self, at: usize) -> bool {
        let s = self.s;
        match s.tokens.get(at).map(|t| &t.kind) {
            None | Some(SentenceTokenKind::Sign('.' | ',' | ';' | ':' | ')')) => true,
            Some(SentenceTokenKind::Word(w)) if w == "in" => {
                s.is(at + 1, &["total", "all"]) || s.is(at + 1, &["this", "the", "our"]) && s.is(at + 2, &["study"])
            }
            Some(SentenceTokenKind::Word(w)) if w == "between" || w == "altogether" => true,
            _ => false,
        }
    }
}
